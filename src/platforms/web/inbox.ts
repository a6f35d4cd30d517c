import type { Hono, Context as Request } from 'hono';
import type { Reply } from '../../bot/answers/reply.ts';
import { attempt, servicesIn } from '../../bot/attempt.ts';
import { editedEntry, NO_FIELDS } from '../../bot/moderation/edited-entry.ts';
import { perform } from '../../bot/moderation/perform.ts';
import { dayOf } from '../../bot/moment.ts';
import type { Question } from '../../bot/ports/questions.ts';
import { type Likely, likelyEntries } from '../../bot/questions/likely.ts';
import { listedAs, numbersIn } from '../../bot/questions/listed.ts';
import { baseOf } from '../../core/text/language.ts';
import { phraseKey } from '../../core/text/normalize.ts';
import type { WebContext } from './context.ts';
import { gather } from './dashboard/gather.ts';
import { askedOf, type InboxFilter, inboxFilterOf, inboxOf, questionsWith } from './dashboard/inbox.ts';
import { suggestionsTable } from './dashboard/moderation.ts';
import { addressOf, callIn, type View } from './dashboard/scope.ts';
import { outcomeOf, renewed, showAt, viewOf } from './dashboard/view.ts';
import { flaws } from './entries/preview.ts';
import { lastAct, savedSince } from './entries.ts';
import { dashboardPage, suggested } from './pages/dashboard.ts';
import { inboxList, type TypedEntry } from './pages/inbox.ts';
import { togetherPage, togetherPart } from './pages/together.ts';
import { type Fields, OPTION, receive } from './receive.ts';
import { type Html, html } from './render/html.ts';
import { fieldsOf, formOf, wantsPart } from './responder.ts';

/** Serves the list of unanswered questions, which are handled one by one or several together. */
export function serveInbox(app: Hono, context: WebContext): void {
  const filterIn = (request: Request): InboxFilter => inboxFilterOf((name) => request.req.query(name));
  app.get('/dashboard/inbox', async (request) => {
    const view = await viewOf(context, request);
    const filter = filterIn(request);
    if (!wantsPart(request)) return request.redirect(addressOf('/dashboard', view.scope, askedOf(filter)), 303);
    return request.html(
      request.req.query('part') === 'suggested'
        ? html`${await suggested(view, await suggestionsTable(view))}`
        : inboxList(view, await inboxOf(view, filter)),
    );
  });
  app.post('/dashboard/inbox', async (request) => {
    const view = await viewOf(context, request);
    const filter = filterIn(request);
    const fields = await fieldsOf(request);
    const ticked = (await formOf(request)).fields.question ?? [];
    const deed = deedIn(fields, ticked);
    if (!deed) return request.notFound();
    if (deed.does !== 'together') return answered(request, view, filter, deed);
    const { ids } = deed;
    if (ids.length === 0) {
      const outcome = html`<p class="trouble">${view.reader.say('inbox-none-ticked')}</p>`;
      return wantsPart(request)
        ? request.html(outcome, 409)
        : showAt(view, request, '/dashboard', outcome, askedOf(filter));
    }
    if (wantsPart(request)) return request.html(togetherPart(view, filter, await nearTo(view, ids)));
    return request.redirect(
      addressOf('/dashboard/together', view.scope, { ...askedOf(filter), group: ids.join(' ') }),
      303,
    );
  });
  app.get('/dashboard/together', async (request) => {
    const view = await viewOf(context, request, '/dashboard/together');
    const near = await nearTo(view, numbersIn(request.req.query('group')));
    return near.questions.length === 0 ? request.notFound() : request.html(togetherPage(view, filterIn(request), near));
  });
}

/** An action of the list's buttons. */
type Deed = { readonly ids: readonly string[] } & (
  | { readonly does: 'ignore' | 'together' }
  | { readonly does: 'is'; readonly entry: string }
  | { readonly does: 'save' | 'reply'; readonly fields: Fields }
);

/** @param ticked ids of the ticked questions, for a button that names none */
function deedIn(fields: Fields, ticked: readonly string[]): Deed | undefined {
  const [does = '', named, ...entry] = (fields.do ?? '').split(' ');
  const ids = numbersIn(named ?? fields.ids ?? ticked.join(' ')).filter((id) => /^\d{1,15}$/.test(id));
  switch (does) {
    case 'ignore':
    case 'together':
      return { does, ids };
    case 'is':
      return { does, ids, entry: entry.join(' ') };
    case 'save':
    case 'reply':
      return { does, ids, fields };
    default:
      return undefined;
  }
}

/**
 * The given questions that are still open, and the entries that may answer them. Those likely for most of the questions
 * come first.
 */
async function nearTo(view: View, ids: readonly string[]) {
  const questions = await questionsWith(view, ids);
  const call = callIn(view);
  const found = new Map<string, Likely & { readonly of: number }>();
  for (const one of questions)
    for (const likely of likelyEntries(call, one)) {
      const before = found.get(likely.entry.id);
      const best = before && before.confidence > likely.confidence ? before : likely;
      found.set(likely.entry.id, { ...best, of: (before?.of ?? 0) + 1 });
    }
  const likely = [...found.values()].sort((a, b) => b.of - a.of || b.confidence - a.confidence).slice(0, MOST_LIKELY);
  return { questions: questions.map(listedAs), likely };
}

const MOST_LIKELY = 3;

/** Carries out an action, and shows its outcome with the remaining questions. */
async function answered(request: Request, view: View, filter: InboxFilter, deed: Deed): Promise<Response> {
  const questions = await questionsWith(view, deed.ids);
  const { outcome, isDone } = await outcomeFor(view, deed, questions);
  const now = await renewed(view);
  const typed: TypedEntry | undefined =
    'fields' in deed && !isDone ? { ids: deed.ids.join(','), fields: deed.fields } : undefined;
  if (wantsPart(request))
    return request.html(html`<div data-outcome-part ${isDone ? html`data-done` : ''}>${outcome}</div>
      <div data-list-part>${inboxList(now, await inboxOf(now, filter))}</div>`);
  if (!typed) return showAt(now, request, '/dashboard', outcome, askedOf(filter));
  if (deed.ids.length > 1)
    return request.html(togetherPage(now, filter, await nearTo(now, deed.ids), { outcome, typed }));
  return request.html(await dashboardPage(now, await gather(now, filter), { outcome, typed }));
}

interface Outcome {
  readonly outcome: Html;
  /** Whether there is nothing left to decide. */
  readonly isDone: boolean;
}

async function outcomeFor(view: View, deed: Deed, questions: readonly Question[]): Promise<Outcome> {
  const { say } = view.reader;
  if (questions.length === 0) {
    const words = deed.ids.length === 0 ? 'inbox-none-ticked' : 'inbox-gone';
    return { outcome: html`<p class="trouble">${say(words)}</p>`, isDone: false };
  }
  if (deed.does === 'save') return saved(view, deed.fields, questions);
  const group = questions.map(({ id }) => id).join(' ');
  const said = saidFor(deed, group);
  const call = callIn(view);
  const before = await lastAct(call);
  const turn = await receive(view.context, view.speaker, view.reader, said);
  const left = await questionsWith(view, deed.ids);
  const isDone = left.length === 0 || (await savedSince(call, before)) !== undefined;
  return { outcome: await outcomeOf(view, turn), isDone };
}

function saidFor(deed: Deed, group: string): Fields {
  if (deed.does === 'is') return { command: 'assign', [`${OPTION}group`]: group, [`${OPTION}entry`]: deed.entry };
  if (deed.does === 'reply')
    return { command: 'reply', [`${OPTION}to`]: group, [`${OPTION}answer`]: deed.fields.words ?? '' };
  return { command: 'ignore', [`${OPTION}group`]: group };
}

/**
 * Saves a new entry at once, unless that would break something. Questions in its language become phrasings, except one
 * that is its heading.
 */
async function saved(view: View, fields: Fields, questions: readonly Question[]): Promise<Outcome> {
  const call = callIn(view);
  const { languages } = call.services;
  const language = questions.map((one) => one.language).find((tag) => languages.has(tag)) ?? view.reader.language;
  const heading = (fields.heading ?? '').trim();
  const asked = questions.filter((one) => baseOf(one.language) === baseOf(language)).map(({ text }) => text);
  const edited = editedEntry(call, undefined, language, undefined, {
    ...NO_FIELDS,
    question: heading,
    answer: (fields.answer ?? '').replaceAll('\r\n', '\n'),
    phrasings: asked.filter((text) => phraseKey(text) !== phraseKey(heading)).join('\n'),
    sources: (fields.source ?? '').trim(),
    asOf: dayOf(call.services.now()),
  });
  if (!edited.proposed) return { outcome: flaws(view, edited), isDone: false };
  const { proposed } = edited;
  const before = await lastAct(call);
  const reply = await attempt(
    call.services.store,
    (own): Promise<Reply> => perform({ ...call, services: servicesIn(call.services, own) }, proposed),
  );
  const isDone = (await savedSince(call, before)) !== undefined;
  return { outcome: await outcomeOf(view, { message: 'saved', reply }), isDone };
}
