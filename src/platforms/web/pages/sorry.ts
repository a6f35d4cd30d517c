import type { Context as Request } from 'hono';
import { StoreError } from '../../../bot/ports/store.ts';
import type { Context, Reader } from '../context.ts';
import { type Html, html } from '../render/html.ts';
import { sendPage, sendPart, signedIn, wantsPart } from '../responder.ts';
import { beginSession, readerOf } from '../session.ts';
import { layout } from './layout.ts';

/**
 * What stands where a page could not be made: what happened and what to do; of the store's own words, which name its
 * place, only to the owner.
 */
export function sorry(context: Context, request: Request, error: Error): Response {
  const reader = { ...readerOf(context, request, beginSession(request)), path: '/' };
  const { say } = reader;
  const isUnsaved = error instanceof StoreError;
  const words = html`<div class="trouble" role="alert"><p>${say(isUnsaved ? 'not-saved' : 'went-wrong')}</p>${isUnsaved && signedIn(context, request)?.isOwner === true && html`<p><bdi>${error.message}</bdi></p>`}</div>`;
  if (wantsPart(request)) return sendPart(request, words, 500);
  return sendPage(
    request,
    plainPage(context, reader, '500', html`${words}<p class="empty">${say('page-broken')}</p>`),
    500,
  );
}

/** Where more was sent than is taken. @param most bytes */
export function tooLarge(context: Context, request: Request, most: number): Response {
  const reader = { ...readerOf(context, request, beginSession(request)), path: '/' };
  const { say, language } = reader;
  const size = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: most < 1_000_000 ? 'kilobyte' : 'megabyte',
  }).format(most / (most < 1_000_000 ? 1000 : 1_000_000));
  const words = html`<p class="trouble" role="alert">${say('page-too-large', { size })}</p>`;
  return wantsPart(request)
    ? sendPart(request, words, 413)
    : sendPage(request, plainPage(context, reader, '413', words), 413);
}

/** Where there is nothing; whoever looked for a page gets one. */
export function notFound(context: Context, request: Request): Response {
  if (!(request.req.header('accept') ?? '').includes('text/html')) return request.text('404\n', 404);
  const reader = { ...readerOf(context, request, beginSession(request)), path: '/' };
  return sendPage(
    request,
    plainPage(context, reader, '404', html`<p class="trouble">${reader.say('page-not-found')}</p>`),
    404,
  );
}

function plainPage(context: Context, reader: Reader, status: string, words: Html): string {
  const { say } = reader;
  const links = html`<a href="/">${say('page-playground')}</a>${context.config.token !== undefined && html`<a href="/dashboard">${say('page-dashboard')}</a>`}`;
  return layout(context, reader, {
    title: `Wenda · ${status}`,
    styles: ['playground.css'],
    scripts: ['dashboard.js'],
    body: html`<h1 class="unseen">${status}</h1>${words}`,
    links,
  });
}
