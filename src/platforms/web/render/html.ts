import { html } from 'hono/html';

export { html };
/** Markup in which every word is escaped. Attributes must be in double quotes. */
export type Html = ReturnType<typeof html>;
