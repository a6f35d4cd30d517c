import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context as Request } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { matchLocale } from '../../bot/conversation/choose-language.ts';
import type { WithServices } from '../../bot/services.ts';
import { directionOf, type PageReader, type WebContext } from './context.ts';

const SESSION = 'wenda_session';
const LANGUAGE = 'wenda_language';
const THEME = 'wenda_theme';
const YEAR = 365 * 86_400;

/** Whether the request came over https, through a proxy. Only then may a cookie be limited to https. */
const isSecure = (request: Request): boolean => request.req.header('x-forwarded-proto') === 'https';

/**
 * Sets a cookie. SameSite=Lax: other sites' links send it, but their forms do not. Forms also need a CSRF token (see
 * guard.ts).
 */
export function keepCookie(request: Request, name: string, value: string, seconds?: number): void {
  setCookie(request, name, value, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isSecure(request),
    maxAge: seconds,
  });
}

/** Id of the browser's session, a random number. @returns undefined if there is none yet */
export function sessionOf(request: Request): string | undefined {
  const value = getCookie(request, SESSION);
  return value !== undefined && /^[0-9a-f]{32}$/.test(value) ? value : undefined;
}

export function beginSession(request: Request): string {
  return sessionOf(request) ?? renewSession(request);
}

/** A new session id for signing in: an attacker may have planted the earlier one (session fixation). */
export function renewSession(request: Request): string {
  const made = randomBytes(16).toString('hex');
  keepCookie(request, SESSION, made);
  return made;
}

export const csrfOf = ({ services }: WithServices, session: string): string => services.hash(`form ${session}`);

/** Compares in constant time, whatever the lengths. */
export const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

export const digest = (words: string): Buffer => createHash('sha256').update(words).digest();

/** Language and appearance for a reader. Choices in the URL are stored in cookies. */
export function readerOf(context: WebContext, request: Request, session: string): PageReader {
  const { services } = context;
  const language = wishedLanguage(context, request);
  const wished = request.req.query('theme') ?? getCookie(request, THEME);
  if (request.req.query('theme') !== undefined) keepCookie(request, THEME, wished ?? '', YEAR);
  if (request.req.query('lang') !== undefined) keepCookie(request, LANGUAGE, language, YEAR);
  const theme = wished === 'light' || wished === 'dark' ? wished : undefined;
  return {
    language,
    direction: directionOf(context, language),
    say: services.speak(language),
    theme,
    csrf: csrfOf(context, session),
    path: request.req.path,
  };
}

function wishedLanguage({ services }: WebContext, request: Request): string {
  const tags = [...services.languages.keys()];
  const accepted = (request.req.header('accept-language') ?? '').slice(0, 200).split(',');
  const wishes = [
    request.req.query('lang'),
    getCookie(request, LANGUAGE),
    ...accepted.map((one) => one.split(';')[0]?.trim()),
  ];
  for (const wish of wishes) {
    const found = wish === undefined || wish === '' ? undefined : matchLocale(wish, tags);
    if (found !== undefined) return found;
  }
  return services.defaultLanguage;
}
