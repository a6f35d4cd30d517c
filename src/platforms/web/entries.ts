import type { Hono, Context as Request } from 'hono';
import { titleOf } from '../../bot/answers/compose.ts';
import type { Reply } from '../../bot/answers/reply.ts';
import { attempt, servicesIn } from '../../bot/attempt.ts';
import type { Call } from '../../bot/command.ts';
import { isPinsText, splitKey } from '../../bot/community/own-entries.ts';
import { statisticsOf, useOfEntry } from '../../bot/community/statistics.ts';
import {
  type CurrentText,
  currentText,
  type Edited,
  type EntryFields,
  editedEntry,
  NO_FIELDS,
} from '../../bot/moderation/edited-entry.ts';
import { perform } from '../../bot/moderation/perform.ts';
import { siteSwitch } from '../../bot/moderation/site-switch.ts';
import type { Act } from '../../bot/ports/changes.ts';
import { titleIn } from '../../core/entry/display.ts';
import type { Entry } from '../../core/entry/entry.ts';
import type { WebContext } from './context.ts';
import { historyTable } from './dashboard/moderation.ts';
import { callIn, type View } from './dashboard/scope.ts';
import { countsOf } from './dashboard/use.ts';
import { outcomeFor, outcomeOf, renewed, showAt, viewOf } from './dashboard/view.ts';
import { entriesFor, filterOf } from './entries/filter.ts';
import { findingsOf, type NearbyQuestion, proposalsOf } from './entries/findings.ts';
import { pick } from './entries/pick.ts';
import { asShown, flaws, foresight, preview } from './entries/preview.ts';
import { entriesPage, entriesPart } from './pages/entries.ts';
import { type EntryView, entryPage, entryPart } from './pages/entry.ts';
import { relatedField } from './pages/entry-form.ts';
import { renderTable } from './pages/table.ts';
import type { Fields } from './receive.ts';
import { signer } from './render/controls.ts';
import { type Html, html } from './render/html.ts';
import { fieldsOf, wantsPart } from './responder.ts';

/** The list of entries, and the page that edits one. */
export function serveEntries(app: Hono, context: WebContext): void {
  app.get('/dashboard/entries', async (request) => {
    const view = await viewOf(context, request, '/dashboard/entries');
    const filter = filterOf((name) => request.req.query(name));
    const found = await entriesFor(view, filter);
    if (wantsPart(request)) return request.html(entriesPart(view, filter, found));
    return request.html(entriesPage(view, filter, found, { outcome: outcomeFor(view, request) }));
  });
  app.get('/dashboard/entry', async (request) => {
    const editor = await editorOf(context, request, request.req.query('text'));
    if (!editor) return request.notFound();
    const question = request.req.query('question') ?? '';
    const outcome = outcomeFor(editor.view, request);
    return send(request, await entryView(editor, { ...NO_FIELDS, question, ...editor.current?.fields }, { outcome }));
  });
  app.post('/dashboard/entry', async (request) => {
    const form = await fieldsOf(request);
    const editor = await editorOf(context, request, form.text ?? request.req.query('text'));
    if (!editor) return request.notFound();
    return work(request, editor, form);
  });
}

/** An entry in one language, as its editor's page needs it. */
interface Editor {
  readonly view: View;
  readonly call: Call;
  readonly entry: Entry | undefined;
  readonly language: string;
  readonly current: CurrentText | undefined;
  readonly beside: string | undefined;
}

/** Undefined if the URL names an entry that does not exist. */
async function editorOf(context: WebContext, request: Request, text: string | undefined): Promise<Editor | undefined> {
  const view = await viewOf(context, request, '/dashboard/entry');
  const id = request.req.query('id');
  const entry = id === undefined ? undefined : view.scope.community.knowledge().all.get(id);
  if (id !== undefined && (!entry || isPinsText(id))) return undefined;
  return editorFor(view, entry, text, request.req.query('beside'));
}

async function editorFor(
  view: View,
  entry: Entry | undefined,
  text: string | undefined,
  beside?: string,
): Promise<Editor> {
  const { languages } = view.context.services;
  const own = entry?.texts.has(view.reader.language) ? view.reader.language : undefined;
  const language =
    text !== undefined && (languages.has(text) || entry?.texts.has(text))
      ? text
      : (own ?? (entry ? ([...entry.texts.keys()][0] ?? entry.defaultLanguage) : plainOf(view)));
  const call = callIn(view);
  return { view, call, entry, language, current: entry && (await currentText(call, entry, language)), beside };
}

/**
 * The reader's language for texts. If it is converted from another script, that of the original, as only originals have
 * texts.
 */
const plainOf = ({ context: { services }, reader: { language } }: View): string =>
  services.languages.get(language)?.writtenFrom?.language ?? language;

async function send(request: Request, one: EntryView): Promise<Response> {
  return request.html(wantsPart(request) ? entryPart(one) : entryPage(one));
}

/** Saves the form, or previews the change. */
async function work(request: Request, editor: Editor, form: Fields): Promise<Response> {
  const { view, call, entry, language, current } = editor;
  const fields = fieldsIn(form);
  const { why = '' } = form;
  const edit = (): Edited => editedEntry(call, entry, language, current, fields);
  if (form.do === 'preview' && wantsPart(request)) return request.html(preview(view, call, entry, edit()));
  const find = findIn(form);
  if (find !== undefined) {
    const one = await entryView(editor, related(call, fields, form.add), { basis: form.basis, find });
    return wantsPart(request) ? request.html(relatedField(one)) : send(request, one);
  }
  if (form.do !== 'save' && form.do !== 'enter')
    return send(
      request,
      await entryView(editor, fields, {
        basis: form.basis,
        why,
        outcome: form.do === 'check' ? await foresight(view, call, edit()) : undefined,
      }),
    );
  if (current && form.basis !== current.basis)
    return send(
      request,
      await entryView(editor, fields, {
        why,
        outcome: html`<p class="trouble">${view.reader.say('overtaken', { subject: current.fields.question })}</p>`,
      }),
    );
  const before = await lastAct(call);
  const outcome = await save(editor, fields, why);
  const saved = await savedSince(call, before);
  if (saved === undefined) {
    // Saved if the log has an act of the caller since then, whatever it changed.
    if ((await actsSince(call, before)).length > 0) request.header(...SAVED);
    return send(request, await entryView(editor, fields, { outcome, why }));
  }
  if (!wantsPart(request)) return showAt(view, request, '/dashboard/entry', outcome, { id: saved, text: language });
  request.header(...SAVED);
  const now = await renewed(view);
  const next = await editorFor(now, now.scope.community.knowledge().all.get(saved) ?? entry, language, editor.beside);
  return send(request, await entryView(next, next.current?.fields ?? fields, { outcome }));
}

function fieldsIn(form: Fields): EntryFields {
  const names = Object.keys(NO_FIELDS) as (keyof EntryFields)[];
  return Object.fromEntries(
    names.map((name) => [name, (form[name] ?? '').replaceAll('\r\n', '\n')]),
  ) as unknown as EntryFields;
}

/** Search text for a related entry; undefined if nothing is searched. */
function findIn({ do: does, find = '', add }: Fields): string | undefined {
  if (add !== undefined) return '';
  return does === 'find' || (does === 'enter' && find.trim() !== '') ? find.trim() : undefined;
}

const related = (call: Call, fields: EntryFields, add: string | undefined): EntryFields =>
  add === undefined ? fields : { ...fields, related: `${fields.related.trimEnd()}\n${titleOf(call, add)}`.trimStart() };

async function save({ view, call, entry, language, current }: Editor, fields: EntryFields, why: string): Promise<Html> {
  let flawed: Edited | undefined;
  const reply = await attempt(call.services.store, async (own): Promise<Reply | undefined> => {
    const edited = editedEntry(call, entry, language, current, fields);
    flawed = edited.proposed ? undefined : edited;
    return (
      edited.proposed &&
      perform({ ...call, services: servicesIn(call.services, own) }, { ...edited.proposed, why: why.trim() })
    );
  });
  return flawed ? flaws(view, flawed) : outcomeOf(view, { message: 'saved', reply });
}

/** Response header that tells scripts that an entry's text was saved. */
export const SAVED = ['x-saved', 'yes'] as const;

export const lastAct = ({ services }: Call): Promise<number> => services.attempt.read(({ log }) => log.last());

const actsSince = ({ services, community, person }: Call, after: number): Promise<Act[]> =>
  services.attempt.read(({ log }) => log.acts({ community: community.id, person, after }));

/** Id of the entry that the caller has changed since an act. */
export async function savedSince(call: Call, after: number): Promise<string | undefined> {
  const change = (await actsSince(call, after))
    .flatMap(({ changes }) => changes)
    .find(({ kind }) => kind === 'entry' || kind === 'phrasings');
  return change && splitKey(change.key).id;
}

interface Going {
  /** Outcome of an action. */
  readonly outcome?: Html;
  /** Version on which the form is based, if it is shown again. */
  readonly basis?: string;
  /** The typed reason, if the form is shown again. */
  readonly why?: string;
  /** Search text for a related entry. */
  readonly find?: string;
}

async function entryView(
  editor: Editor,
  fields: EntryFields,
  { outcome, basis, why = '', find = '' }: Going = {},
): Promise<EntryView> {
  const { view, call, entry, language, current } = editor;
  const { reader, scope, context } = view;
  const { retired } = scope.community.knowledge();
  const isEmpty = fields.question.trim() === '' && fields.answer.trim() === '';
  const sign = signer(context, view.speaker);
  const isRetired = entry !== undefined && retired.has(entry.id);
  const proposals = entry ? await proposalsOf(view, entry) : [];
  const pins = entry ? scope.community.state.all('pin').filter(([, pin]) => pin.entry === entry.id) : [];
  const assignTo = ({ group }: NearbyQuestion, id: string) => ({
    label: reader.say('entry-use'),
    command: 'assign',
    argument: `${group} entry: ${id}`,
  });
  const retiring = isRetired
    ? { label: reader.say('entry-restore'), command: 'restore' }
    : { label: reader.say('entry-retire'), command: 'retire' };
  const onSite = entry && siteSwitch(scope.community, context.services, entry.id);
  return {
    view,
    entry,
    title: entry ? (titleIn(entry, language, context.services.languages) ?? entry.id) : reader.say('entry-new'),
    isRetired,
    file: entry && context.services.knowledge.repository?.pageOf(entry.pack, language, entry.id),
    use: entry && (await useOf(view, entry.id)),
    language,
    fields,
    basis: basis ?? current?.basis ?? '',
    why,
    preview: isEmpty
      ? html`<p class="none">${reader.say('entry-preview-none')}</p>`
      : preview(view, call, entry, editedEntry(call, entry, language, current, fields)),
    beside: besideOf(editor),
    found: entry && !isRetired ? findingsOf(view, entry, language) : [],
    proposals: await Promise.all(
      proposals.map(async (one) => ({ ...one, control: await sign(assignTo(one, entry?.id ?? '')) })),
    ),
    pins: await Promise.all(
      pins.map(async ([key, { question }]) => ({
        question,
        control: await sign({ label: reader.say('dash-unpin'), command: 'unpin', argument: `question: ${key}` }),
      })),
    ),
    retiring: entry && (await sign({ ...retiring, argument: `entry: ${entry.id}` })),
    publishing: onSite && (await sign({ ...onSite, label: reader.say(onSite.words) })),
    find: { words: find, found: (await pick(view, find)).filter(({ id }) => id !== entry?.id) },
    history: entry && (await renderTable(view, await historyTable(view, entry.id))),
    outcome,
  };
}

/** Use of the entry in the days shown. */
async function useOf(view: View, id: string): Promise<EntryView['use']> {
  const { tallies, votes } = await countsOf(view);
  return useOfEntry(statisticsOf(tallies, votes), id);
}

/** The text shown beside the form: in the requested language, else the reader's or the entry's default. */
function besideOf({ view, call, entry, language, beside }: Editor): EntryView['beside'] {
  if (!entry) return undefined;
  const tags = [beside, view.reader.language, entry.defaultLanguage, ...entry.texts.keys()];
  const text = tags
    .filter((tag) => tag !== language)
    .map((tag) => entry.texts.get(tag ?? ''))
    .find((found) => found !== undefined);
  return (
    text && { language: text.language, reply: { ...asShown(call, entry, text), choices: [], question: undefined } }
  );
}
