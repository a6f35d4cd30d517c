import type { Hono } from 'hono';
import type { Reply } from '../../bot/answers/reply.ts';
import { attempt, servicesIn } from '../../bot/attempt.ts';
import { type BulkChange, bulkEdits } from '../../bot/moderation/bulk-edit.ts';
import { perform } from '../../bot/moderation/perform.ts';
import { propose } from '../../bot/moderation/proposed-change.ts';
import type { Context } from './context.ts';
import { callIn } from './dashboard/scope.ts';
import { outcomeOf, showAt, viewOf } from './dashboard/view.ts';
import { entriesFor, filterOf } from './entries/filter.ts';
import { flaws } from './entries/preview.ts';
import { asked, entriesPage } from './pages/entries.ts';
import type { Fields } from './receive.ts';
import { type Html, html } from './render/html.ts';
import { fieldsOf, formOf } from './responder.ts';

/** Changes all ticked entries alike: one act, and one undo. */
export function serveBulk(app: Hono, context: Context): void {
  app.post('/dashboard/bulk', async (request) => {
    const view = await viewOf(context, request, '/dashboard/entries');
    const { say } = view.reader;
    const filter = filterOf((name) => request.req.query(name));
    const form = await fieldsOf(request);
    const ticked = new Set((await formOf(request)).fields.entry);
    // Ticks and typed words are still there.
    const refuse = async (outcome: Html): Promise<Response> =>
      request.html(entriesPage(view, filter, await entriesFor(view, filter), { outcome, ticked, form }));
    const { all } = view.scope.community.knowledge();
    const entries = [...ticked].flatMap((id) => all.get(id) ?? []);
    if (entries.length === 0) return refuse(html`<p class="trouble">${say('bulk-none')}</p>`);
    const change = changeIn(form);
    const call = callIn(view);
    const { edits, problems } = change ? await bulkEdits(call, entries, change) : { edits: [], problems: [] };
    if (problems.length > 0) return refuse(flaws(view, { problems }));
    const subject = String(entries.length);
    if (edits.length === 0) return refuse(html`<p class="trouble">${say('nothing-changed', { subject })}</p>`);
    // The message once it is done is `done-bulk`.
    const proposed = { ...propose(call, { command: 'bulk', subject, edits }), why: form.why?.trim() ?? '' };
    const reply = await attempt(
      call.services.store,
      (own): Promise<Reply> => perform({ ...call, services: servicesIn(call.services, own) }, proposed),
    );
    const outcome = await outcomeOf(view, { message: 'bulk', reply });
    return showAt(view, request, '/dashboard/entries', outcome, { ...asked(filter), page: String(filter.page) });
  });
}

/** Undefined if nothing is said to change. */
function changeIn({ do: kind, tag = '', day = '', pack = '', why = '' }: Fields): BulkChange | undefined {
  if (kind === 'retire') return { kind, why: why.trim() };
  if (kind === 'restore') return { kind };
  if (kind === 'tag' || kind === 'untag') return tag.trim() === '' ? undefined : { kind, tag: tag.trim() };
  if (kind === 'review') return { kind, day };
  return kind === 'move' && pack !== '' ? { kind, pack } : undefined;
}
