import type { Context as Request } from 'hono';
import { StoreError } from '../../../bot/ports/store.ts';
import type { Context } from '../context.ts';
import { html } from '../render/html.ts';
import { sendPage, sendPart, signedIn, wantsPart } from '../responder.ts';
import { beginSession, readerOf } from '../session.ts';
import { layout } from './layout.ts';

/** What stands where a page could not be made: what happened and what to do; of the store's own words, which name its place, only to the owner. */
export function sorry(context: Context, request: Request, error: Error): Response {
  const reader = { ...readerOf(context, request, beginSession(request)), path: '/' };
  const { say } = reader;
  const isUnsaved = error instanceof StoreError;
  const words = html`<div class="trouble" role="alert"><p>${say(isUnsaved ? 'not-saved' : 'went-wrong')}</p>${isUnsaved && signedIn(context, request)?.isOwner === true && html`<p dir="auto">${error.message}</p>`}</div>`;
  if (wantsPart(request)) return sendPart(request, words, 500);
  const body = html`<h1 class="unseen">500</h1>${words}<p class="empty">${say('page-broken')}</p>`;
  return sendPage(request, layout(context, reader, { title: 'Wenda · 500', styles: ['playground.css'], scripts: [], body, links: html`<a href="/">${say('page-playground')}</a>` }), 500);
}
