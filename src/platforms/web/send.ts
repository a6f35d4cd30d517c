import type { Context as Request } from 'hono';
import type { Html } from './html.ts';

/** Tells a script of ours, which wants the new part alone, from a browser that wants a page. */
export const wantsPart = (request: Request): boolean => request.req.header('x-wants') === 'part';

const HTML = { 'content-type': 'text/html; charset=utf-8' };

export const sendPage = (request: Request, page: string, status: 200 | 401 | 403 | 404 | 429 | 500 = 200): Response => request.body(page, status, HTML);

export const sendPart = (request: Request, { markup }: Html, status: 200 | 403 | 429 = 200): Response => request.body(markup, status, HTML);
