import { createHash } from 'node:crypto';
import type { Context as Request } from 'hono';
import { deleteCookie, getCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import type { Context } from './context.ts';
import { isSame } from './guard.ts';
import type { Fields } from './receive.ts';
import type { Html } from './render/html.ts';
import { keepCookie, renewSession } from './session.ts';

const KEY = 'wenda_key';
const HOURS = 12;

/**
 * Whether somebody signed in with the token. The cookie says until when, and is signed with the installation's secret and the
 * token: it holds in every process, and no longer once the token is another.
 */
export function isSignedIn({ config, services }: Context, request: Request): boolean {
  const [until = '', signature = ''] = (getCookie(request, KEY) ?? '').split('.');
  if (config.token === undefined || !/^\d{13,15}$/.test(until) || Number(until) < Date.parse(services.now())) return false;
  return isSame(signature, signatureOf({ config, services }, until));
}

/** @returns the new session; undefined where the token was not the right one. */
export function signIn(context: Context, request: Request, token: string): string | undefined {
  const { config, services } = context;
  if (config.token === undefined || !isSame(token, config.token)) return undefined;
  const until = String(Date.parse(services.now()) + HOURS * 3_600_000);
  keepCookie(request, KEY, `${until}.${signatureOf(context, until)}`, HOURS * 3600);
  return renewSession(request);
}

export function signOut(request: Request): void {
  deleteCookie(request, KEY, { path: '/' });
}

function signatureOf({ config, services }: Pick<Context, 'config' | 'services'>, until: string): string {
  const token = createHash('sha256')
    .update(config.token ?? '')
    .digest('hex');
  return services.hash(`dashboard ${until} ${token}`);
}

/** What a form sent; of what stands there twice the last, and no files. @throws HTTPException (400) for what is no form */
export async function fieldsOf(request: Request): Promise<Fields> {
  const { fields } = await formOf(request);
  return Object.fromEntries(Object.entries(fields).flatMap(([name, values]) => values.slice(-1).map((value) => [name, value])));
}

/** All that a form sent, files with it. @throws HTTPException (400) for what is no form */
export async function formOf(request: Request): Promise<{ readonly fields: Readonly<Record<string, readonly string[]>>; readonly files: readonly File[] }> {
  const body = await request.req.parseBody({ all: true }).catch((cause: unknown) => {
    throw new HTTPException(400, { res: new Response('400 This form cannot be read.\n', { status: 400 }), cause });
  });
  const given = Object.entries(body).map(([name, values]) => [name, [values].flat()] as const);
  const fields = Object.fromEntries(given.map(([name, values]) => [name, values.filter((value) => typeof value === 'string')]));
  return { fields, files: given.flatMap(([, values]) => values.filter((value) => typeof value !== 'string')).filter(({ size }) => size > 0) };
}

/** Tells a script of ours, which wants the new part alone, from a browser that wants a page. */
export const wantsPart = (request: Request): boolean => request.req.header('x-wants') === 'part';

const HTML = { 'content-type': 'text/html; charset=utf-8' };

export const sendPage = (request: Request, page: string, status: 200 | 401 | 403 | 404 | 429 | 500 = 200): Response => request.body(page, status, HTML);

export const sendPart = (request: Request, { markup }: Html, status: 200 | 403 | 429 | 500 = 200): Response => request.body(markup, status, HTML);
