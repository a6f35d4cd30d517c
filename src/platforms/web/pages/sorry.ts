import type { Context as Request } from 'hono';
import { StoreError } from '../../../bot/ports/store.ts';
import type { PageReader, WebContext } from '../context.ts';
import { type Html, html } from '../render/html.ts';
import { signedIn, wantsPart } from '../responder.ts';
import { beginSession, readerOf } from '../session.ts';
import { layout } from './layout.ts';

type Refusal = Promise<Response> | Response;

/**
 * The page for an unexpected error. Only the owner sees the message of a store error, as it names the database's
 * location.
 */
export function sorry(context: WebContext, request: Request, error: Error): Refusal {
  const reader = readerAt(context, request);
  const { say } = reader;
  const isUnsaved = error instanceof StoreError;
  const isTold = isUnsaved && signedIn(context, request)?.role === 'owner';
  const words = html`<div class="trouble" role="alert"><p>${say(isUnsaved ? 'not-saved' : 'went-wrong')}</p>
    ${isTold && html`<p><bdi>${error.message}</bdi></p>`}</div>`;
  return refuse(context, request, reader, 500, words, html`<p class="empty">${say('page-broken')}</p>`);
}

/** @param most bytes allowed */
export function tooLarge(context: WebContext, request: Request, most: number): Refusal {
  const reader = readerAt(context, request);
  const [unit, bytes] = most < 1_000_000 ? (['kilobyte', 1000] as const) : (['megabyte', 1_000_000] as const);
  const size = new Intl.NumberFormat(reader.language, { style: 'unit', unit }).format(most / bytes);
  const words = html`<p class="trouble" role="alert">${reader.say('page-too-large', { size })}</p>`;
  return refuse(context, request, reader, 413, words);
}

/** A page for browsers; plain text for other programs. */
export function notFound(context: WebContext, request: Request): Refusal {
  if (!(request.req.header('accept') ?? '').includes('text/html')) return request.text('404\n', 404);
  const reader = readerAt(context, request);
  return refuse(context, request, reader, 404, html`<p class="trouble">${reader.say('page-not-found')}</p>`);
}

/** The dashboard's page if no token is set. */
export function withoutToken(context: WebContext, request: Request): Refusal {
  const reader = readerAt(context, request);
  return refuse(context, request, reader, 404, html`<p class="trouble">${reader.say('dash-without-token')}</p>`);
}

/** The page for a form without the session's CSRF token. */
export function oldForm(context: WebContext, request: Request): Refusal {
  const reader = readerAt(context, request);
  return refuse(context, request, reader, 403, html`<p class="trouble" role="alert">${reader.say('page-old')}</p>`);
}

const readerAt = (context: WebContext, request: Request): PageReader => ({
  ...readerOf(context, request, beginSession(request)),
  path: '/',
});

function refuse(
  context: WebContext,
  request: Request,
  reader: PageReader,
  status: 403 | 404 | 413 | 500,
  words: Html,
  more?: Html,
): Refusal {
  if (wantsPart(request)) return request.html(words, status);
  const body = html`<h1 class="unseen">${status}</h1>${words}${more}`;
  return request.html(layout(context, reader, { title: String(status), body }), status);
}
