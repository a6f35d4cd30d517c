import { html } from 'hono/html';

export { html };
/** Markup in which every interpolated text is escaped. Attribute values must be in double quotes. */
export type Html = ReturnType<typeof html>;
