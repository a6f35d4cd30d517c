import type { Hono, Context as Request } from 'hono';
import type { Call } from '../../bot/command.ts';
import { keepDraft } from '../../bot/moderation/perform.ts';
import { propose } from '../../bot/moderation/proposed-change.ts';
import { type DraftTable, draftPrompts, judgeAnswers, phrasedTexts } from '../../bot/phrasings/draft-phrasings.ts';
import type { DraftReason, JudgedDraft } from '../../bot/phrasings/judge.ts';
import { keyOfText, missingFrom, type PhrasedText, WANTED } from '../../bot/phrasings/phrased-text.ts';
import { phrasingEdits } from '../../bot/phrasings/phrasing-edits.ts';
import type { PhrasingPrompt } from '../../bot/phrasings/prompt.ts';
import type { WebContext } from './context.ts';
import { callIn, type View } from './dashboard/scope.ts';
import { outcomeFor, performed, showAt, viewOf } from './dashboard/view.ts';
import { type PhrasingsParts, phrasingsPage } from './pages/phrasings.ts';
import { type Html, html } from './render/html.ts';
import { formOf } from './responder.ts';

/**
 * Entries per prompt for the model, and most prompts at once; the person who pressed the button waits for all of them.
 */
const [MOST_ENTRIES, MOST_PROMPTS] = [8, 5];
/** Lines requested for a chosen entry that has enough phrasings already. */
const LEAST = 3;

/** The page for drafting phrasings with any model: prompts, judged lines, and a choice of them. */
export function servePhrasings(app: Hono, context: WebContext): void {
  app.get('/dashboard/phrasings', async (request) => {
    const view = await viewOf(context, request, '/dashboard/phrasings');
    const ids = request.req.queries('entry') ?? [];
    return show(request, view, ids, { outcome: outcomeFor(view, request) });
  });
  app.post('/dashboard/phrasings', async (request) => {
    const { fields } = await formOf(request);
    const view = await viewOf(context, request, '/dashboard/phrasings');
    const ids = fields.entry ?? [];
    const [does = ''] = fields.do ?? [];
    if (does === 'save') return save(request, view, ids, fields);
    if (does === 'ask') return ask(request, view, ids);
    return judge(request, view, ids, [fields.answer?.[0] ?? '']);
  });
}

/** Texts of the chosen entries; of all entries if none is chosen. */
function textsFor(call: Call, ids: readonly string[]): PhrasedText[] {
  const all = phrasedTexts(call);
  return ids.length === 0 ? all.filter((one) => missingFrom(one) > 0) : all.filter(({ id }) => ids.includes(id));
}

const promptsOf = (call: Call, ids: readonly string[], mostEntries?: number): PhrasingPrompt[] =>
  draftPrompts(call, textsFor(call, ids), {
    wanted: WANTED,
    least: ids.length === 0 ? 0 : LEAST,
    mostEntries,
  });

async function show(
  request: Request,
  view: View,
  ids: readonly string[],
  parts: Omit<PhrasingsParts, 'prompts' | 'ids' | 'few' | 'atOnce'> = {},
): Promise<Response> {
  const call = callIn(view);
  const few = textsFor(call, ids).filter((one) => missingFrom(one) > 0).length;
  const atOnce = promptsOf(call, ids, MOST_ENTRIES)
    .slice(0, MOST_PROMPTS)
    .reduce((sum, { count }) => sum + count, 0);
  return request.html(phrasingsPage(view, { ...parts, ids, few, atOnce, prompts: promptsOf(call, ids) }));
}

/** Asks the configured model when somebody presses the button. */
async function ask(request: Request, view: View, ids: readonly string[]): Promise<Response> {
  const { model } = view.context.config;
  if (!model) return request.notFound();
  const prompts = promptsOf(callIn(view), ids, MOST_ENTRIES).slice(0, MOST_PROMPTS);
  const outcomes = await Promise.allSettled(prompts.map(({ prompt }) => model.ask(prompt)));
  const answers = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = outcomes.find((one) => one.status === 'rejected');
  const outcome = failed && trouble(view, failed.reason);
  return answers.length === 0 ? show(request, view, ids, { outcome }) : judge(request, view, ids, answers, outcome);
}

const trouble = ({ reader }: View, error: unknown): Html =>
  html`<p class="trouble">${reader.say('drafts-failed')}
    <bdi lang="en">${error instanceof Error ? error.message : String(error)}</bdi></p>`;

async function judge(
  request: Request,
  view: View,
  ids: readonly string[],
  answers: readonly string[],
  outcome?: Html,
): Promise<Response> {
  const call = callIn(view);
  const table = await judgeAnswers(call, answers, ids.length === 0 ? undefined : textsFor(call, ids));
  if (table.drafts.length === 0) {
    const nothing = html`<p class="trouble">${view.reader.say('drafts-nothing')}</p>`;
    return show(request, view, ids, { outcome: html`${outcome}${nothing}`, answer: answers.join('\n') });
  }
  const kept = await keep(call, table);
  return show(request, view, ids, { outcome, table, kept, answer: answers.join('\n') });
}

/**
 * Keeps the lines in the order in which they are shown: the page sends the indexes of those that are ticked.
 * @returns the draft's id
 */
async function keep(call: Call, { drafts }: DraftTable): Promise<string> {
  const id = call.services.code();
  await keepDraft(call, id, drafts.map(toKept));
  return id;
}

/** A judged line, stored while its author chooses. */
interface KeptLine extends Pick<JudgedDraft, 'words' | 'rating'> {
  /** Key of the text; see keyOfText. */
  readonly key: string;
  readonly reason?: DraftReason;
}

const toKept = ({ text, words, rating, reason }: JudgedDraft): KeptLine => ({
  key: keyOfText(text),
  words,
  rating,
  reason,
});

type Sent = Readonly<Record<string, readonly string[]>>;

/** Saves like any other change: it is checked for regressions, logged as one act, and one press undoes it. */
async function save(request: Request, view: View, ids: readonly string[], fields: Sent): Promise<Response> {
  const { services } = view.context;
  const call = callIn(view);
  const [kept = ''] = fields.kept ?? [];
  const draft = await services.attempt.read(({ drafts }) => drafts.find(kept, services.now()));
  if (!draft || draft.community !== call.community.id || draft.person !== call.person)
    return show(request, view, ids, { outcome: html`<p class="trouble">${view.reader.say('no-draft')}</p>` });
  const lines = JSON.parse(draft.content) as readonly KeptLine[];
  const ticked = new Set((fields.line ?? []).map(Number));
  const chosen = tableOf(
    call,
    lines.filter(({ rating }, at) => rating !== 'refused' && ticked.has(at)),
  ).drafts;
  if (chosen.length === 0) {
    const table = tableOf(call, lines);
    const outcome = html`<p class="trouble">${view.reader.say('drafts-tick-none')}</p>`;
    return show(request, view, ids, { outcome, table, kept: await keep(call, table), isUnticked: true });
  }
  const edits = phrasingEdits(call.community, chosen);
  // `command` is also the key of the success message, `done-draft`.
  const proposed = propose(call, { command: 'draft', subject: String(chosen.length), edits, draft: kept });
  const outcome = await performed(view, 'drafted', proposed);
  const [only, ...others] = ids;
  return only !== undefined && others.length === 0
    ? showAt(view, request, '/dashboard/entry', outcome, { id: only })
    : showAt(view, request, '/dashboard/phrasings', outcome);
}

/** The table of the stored lines. Lines of entries that are gone are left out. */
function tableOf(call: Call, lines: readonly KeptLine[]): DraftTable {
  const texts = new Map(phrasedTexts(call).map((one) => [keyOfText(one), one]));
  const drafts = lines.flatMap(({ key, ...line }): JudgedDraft[] => {
    const text = texts.get(key);
    return text ? [{ ...line, text }] : [];
  });
  return { drafts, corrected: [], unknown: [] };
}
