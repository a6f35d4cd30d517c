import { sayLanguage, sayMoment } from '../../../bot/answers/messages.ts';
import type { Choice } from '../../../bot/answers/reply.ts';
import type { Call } from '../../../bot/command.ts';
import { isOfOnePlace, recentLineage, undoneIn } from '../../../bot/community/lineage.ts';
import { newestPins } from '../../../bot/community/own-entries.ts';
import { unlearned } from '../../../bot/handover/solve.ts';
import { suggestionsFor } from '../../../bot/learning/suggestions.ts';
import { actsAround, isAbout } from '../../../bot/moderation/about-entry.ts';
import { type ChangedLines, changedLines, sayRecord } from '../../../bot/moderation/act-words.ts';
import { sayPerson } from '../../../bot/moderation/people.ts';
import type { Act, Kind } from '../../../bot/ports/changes.ts';
import type { PageReader } from '../context.ts';
import { moderatorsIn, personOf } from '../people.ts';
import { type Html, html } from '../render/html.ts';
import { addressOf, callIn, type View } from './scope.ts';
import type { DataTable } from './table.ts';
import { titleIn } from './use.ts';

/** Most rows of a history. */
const MOST_ACTS = 30;
const MOST_RECORDS = 4;

/** Phrasings that people's choices propose. */
export async function suggestionsTable(view: View): Promise<DataTable> {
  const { say } = view.reader;
  const call = callIn(view);
  const open = await suggestionsFor(call);
  const rows = open.map(({ id, question, entry, text, for: pro, against }) => ({
    cells: [question, titleIn(view, entry.id), sayLanguage(text.language, call), pro, against],
    actions: [
      { label: say('dash-take'), command: 'suggestions', argument: `take: ${id}` },
      { label: say('dash-leave'), command: 'suggestions', argument: `leave: ${id}` },
    ],
  }));
  const columns = [
    say('dash-question'),
    say('dash-answer'),
    say('dash-language'),
    say('dash-for'),
    say('dash-against'),
  ];
  const actions = [
    { label: say('suggestions-take-all'), command: 'suggestions', argument: 'take: all' },
    { label: say('suggestions-leave-all'), command: 'suggestions', argument: 'leave: all' },
  ];
  return {
    name: 'suggestions',
    title: say('suggestions-title'),
    columns,
    rows,
    actions: rows.length > 1 ? actions : [],
    empty: say('none-suggestions'),
  };
}

/** Answers of helpers that solved a question, proposed as new entries. */
export async function handedTable(view: View): Promise<DataTable> {
  const { say } = view.reader;
  const call = callIn(view);
  const choice = (label: string, verb: string, id: number) => ({
    label: say(label),
    command: 'human',
    argument: `${verb} ${id}`,
  });
  const rows = (await unlearned(call)).map(({ id, text, words, at }) => ({
    cells: [text, words, sayMoment(at, say.locale)],
    actions: [choice('report-learn', 'learn', id), choice('report-edit', 'edit', id)],
  }));
  const columns = [say('dash-question'), say('dash-answer'), say('dash-when')];
  return { name: 'handed', title: say('dash-handed'), columns, rows, empty: say('dash-handed-none') };
}

export function pinsTable(view: View): DataTable {
  const { say } = view.reader;
  const call = callIn(view);
  const rows = newestPins(view.scope.community.state).map(([key, { question, entry, by, at }]) => ({
    cells: [
      question,
      entry === undefined ? say('pin-own-text') : titleIn(view, entry),
      nameOf(call, by),
      sayMoment(at, say.locale),
    ],
    actions: [{ label: say('dash-unpin'), command: 'unpin', argument: `question: ${key}` }],
  }));
  return {
    name: 'pins',
    title: say('dash-pins'),
    columns: [say('dash-question'), say('dash-answer'), say('dash-who'), say('dash-when')],
    rows,
    more: { label: say('entry-pin'), href: addressOf('/dashboard/pick', view.scope) },
    empty: say('no-pins'),
  };
}

/**
 * The newest acts of a community and those merged into it.
 * @param entry id of an entry to which the list is limited. Default: all acts
 */
export async function historyTable(view: View, entry?: string): Promise<DataTable> {
  const { say } = view.reader;
  const call = callIn(view);
  const acts = await view.context.services.attempt.read(({ log }) =>
    entry === undefined ? recentLineage(log, view.scope.community.id) : actsAround(call, log, entry, MOST_ACTS),
  );
  const undone = undoneIn(acts);
  const newest = acts
    .filter(({ changes }) => entry === undefined || changes.some(isAbout(entry)))
    .slice(-MOST_ACTS)
    .reverse();
  const about = { name: 'history', title: say('history-title'), empty: say('no-history') };
  const table = actsTable(view, about, newest, (act) => actionsFor(call, act, undone.has(act.id)));
  if (entry === undefined) return table;
  const changed = await Promise.all(newest.map((act, at) => changedIn(view, act, entry, at === 0)));
  return { ...table, rows: table.rows.map((row, at) => ({ ...row, more: changed[at] })) };
}

/** The text that an act changed in one entry. */
async function changedIn(view: View, { changes }: Act, entry: string, isOpen: boolean): Promise<Html | undefined> {
  const call = callIn(view);
  const texts = changes.filter((change) => TEXTS.includes(change.kind) && isAbout(entry)(change));
  const lines = await Promise.all(texts.map((change) => changedLines(call, change)));
  return lines.some(({ gone, added }) => gone.length + added.length > 0)
    ? changedWords(view.reader, lines, isOpen)
    : undefined;
}

const TEXTS: readonly Kind[] = ['entry', 'phrasings'];

function actsTable(
  view: View,
  table: Pick<DataTable, 'name' | 'title' | 'empty'>,
  acts: readonly Act[],
  actionsOf: (act: Act) => readonly Choice[],
): DataTable {
  const { say } = view.reader;
  const call = callIn(view);
  const rows = acts.map((act) => {
    const moment = sayMoment(act.at, say.locale);
    const cells = [`#${act.id}`, `/${act.command}`, recordsOf(call, act), nameOf(call, act.person), moment, act.why];
    return { cells, actions: actionsOf(act) };
  });
  const about = [say('dash-number'), say('dash-command'), say('dash-what')];
  return { ...table, columns: [...about, say('dash-who'), say('dash-when'), say('dash-why')], rows };
}

function recordsOf(call: Call, { changes }: Act): string {
  const names = [
    ...new Set(changes.map(({ kind, key, before, after }) => sayRecord(call, kind, key, after ?? before))),
  ];
  return [...names.slice(0, MOST_RECORDS), ...(names.length > MOST_RECORDS ? ['…'] : [])].join(
    call.say('list-semicolon'),
  );
}

/** Empty if the act was undone already. */
function actionsFor({ say }: Call, act: Act, isUndone: boolean): Choice[] {
  if (isUndone || act.changes.length === 0 || !isOfOnePlace(act)) return [];
  return [{ label: say('dash-undo'), command: 'undo', argument: String(act.id) }];
}

/** The name of a moderator of the pages; other people have only the label that the log gives them. */
export function nameOf(call: Call, hash: string): string {
  const { services, person } = call;
  const known =
    hash === person ? undefined : moderatorsIn(services).find((one) => services.hash(personOf(one)) === hash);
  return known?.name ?? sayPerson(call, hash);
}

/** Most lines shown of one act. */
const MOST_LINES = 30;

/** Removed and added text of an act. In a rewritten line only the differing words are marked. */
function changedWords({ say, language }: PageReader, changes: readonly ChangedLines[], isOpen: boolean): Html {
  const lines = changes.flatMap(({ gone, added }) => {
    if (gone.length === added.length) return gone.map((line, at) => differing(line, added[at] ?? '', language));
    return [...gone.map((line) => ({ out: line })), ...added.map((line) => ({ in: line }))];
  });
  const marked = lines
    .slice(0, MOST_LINES)
    .map(
      ({ head = '', out = '', in: added = '', tail = '' }: Marked) =>
        html`<p dir="auto">${head}${
          out !== '' && html`<del><span class="unseen">${say('entry-removed')} </span>${out}</del>`
        }${added !== '' && html`<ins><span class="unseen">${say('entry-added')} </span>${added}</ins>`}${tail}</p>`,
    );
  return html`<details class="changed"${isOpen && html` open`}><summary>${say('entry-changed-words')}</summary>
    ${marked}${lines.length > MOST_LINES && html`<p>…</p>`}</details>`;
}

/** A line with its removed and added words, between the unchanged beginning and end. */
interface Marked {
  readonly head?: string;
  readonly out?: string;
  readonly in?: string;
  readonly tail?: string;
}

function differing(was: string, is: string, language: string): Marked {
  const [a, b] = [was, is].map((line) => wordsOf(line, language)) as [string[], string[]];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return {
    head: a.slice(0, head).join(''),
    out: a.slice(head, a.length - tail).join(''),
    in: b.slice(head, b.length - tail).join(''),
    tail: a.slice(a.length - tail).join(''),
  };
}

const wordsOf = (line: string, language: string): string[] =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(line)].map(({ segment }) => segment);
