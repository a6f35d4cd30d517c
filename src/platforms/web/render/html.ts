import { html, raw } from 'hono/html';

/** `raw` is for markup of the program's own. */
export { html, raw };
/** Markup in which every interpolated text is escaped. Attribute values must be in double quotes. */
export type Html = ReturnType<typeof html>;
