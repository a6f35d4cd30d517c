import type { Hono } from 'hono';

/** Visits pages without a browser: keeps cookies, and sends forms as a browser does. */
export interface Visitor {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  /** Sends a form from a page that was just read, and goes on to the page that shows the outcome, if there is one. */
  readonly post: (
    path: string,
    fields: Readonly<Record<string, string>> | readonly (readonly string[])[],
    headers?: Record<string, string>,
  ) => Promise<Response>;
  /** The values of buttons with these words, on the page that was read last. */
  readonly buttons: (words: string) => string[];
  /** The last page that was read. */
  readonly page: () => string;
  readonly cookies: Map<string, string>;
}

const HOST = 'localhost:8080';

/** @param address from which the visitor calls */
export function visitorOf(app: Pick<Hono, 'request'>, address = '127.0.0.1'): Visitor {
  const cookies = new Map<string, string>();
  let page = '';
  const send = async (path: string, init: RequestInit, headers: Record<string, string>): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.request(
      `http://${HOST}${path}`,
      { ...init, headers: { host: HOST, cookie, ...headers } },
      { incoming: { socket: { remoteAddress: address } } },
    );
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const words = await response.clone().text();
    if (response.headers.get('content-type')?.startsWith('text/html')) page = words;
    return response;
  };
  const csrf = () => /name="csrf" value="([^"]*)"/.exec(page)?.[1] ?? '';
  return {
    cookies,
    page: () => page,
    get: (path, headers = {}) => send(path, {}, headers),
    post: async (path, fields, headers = {}) => {
      const given = Array.isArray(fields) ? fields : Object.entries(fields);
      const body = new URLSearchParams([['csrf', csrf()], ...given] as [string, string][]);
      const response = await send(path, { method: 'POST', body }, { origin: `http://${HOST}`, ...headers });
      const led = response.headers.get('location') ?? '';
      return /[?&]done=/.test(led) ? send(led, {}, headers) : response;
    },
    buttons: (words) =>
      [...page.matchAll(/<button[^>]*name="press" value="([^"]*)"[^>]*>([^<]*)/g)]
        .filter(([, , label = '']) => unescaped(label).startsWith(words))
        .map(([, value = '']) => unescaped(value)),
  };
}

/** As a browser reads it. */
export const unescaped = (words: string): string =>
  words
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
