import type { Say } from '../../../bot/answers/messages.ts';
import { dayOf } from '../../../bot/moment.ts';
import type { Diagnosis } from '../../../bot/ports/diagnosis.ts';
import type { Entry, EntryText } from '../../../core/entry/entry.ts';
import { writtenLanguages } from '../context.ts';
import { LACKING, topicsOf } from '../entries/filter.ts';
import { type Bucket, bucketsOf, calibrationTable } from './calibration.ts';
import { type InboxFilter, inboxOf, type QuestionList } from './inbox.ts';
import { handedTable, historyTable, pinsTable, suggestionsTable } from './moderation.ts';
import { addressOf, type View } from './scope.ts';
import { type DataRow, type DataTable, shareOf } from './table.ts';
import { titleIn, type Use, useOf } from './use.ts';

export interface DashboardData {
  readonly inbox: QuestionList;
  readonly use: Use;
  readonly buckets: readonly Bucket[];
  readonly troubles: readonly Diagnosis[];
  /** By the tables' names. */
  readonly tables: ReadonlyMap<string, DataTable>;
}

/** @param filter of the unanswered questions */
export async function gather(view: View, filter: InboxFilter): Promise<DashboardData> {
  await view.context.services.counter.flush();
  const use = await useOf(view);
  const buckets = bucketsOf(use.tallies);
  const tables = [
    ...use.tables,
    await handedTable(view),
    await suggestionsTable(view),
    coverageTable(view),
    attentionTable(view),
    pinsTable(view),
    await historyTable(view),
    calibrationTable(view, buckets),
  ];
  return {
    inbox: await inboxOf(view, filter),
    use,
    buckets,
    troubles: await view.context.troubles(view.speaker.place),
    tables: new Map(tables.map((table) => [table.name, table])),
  };
}

/** Entries that need attention: disputed, out of date, or past their review date. */
export function attentionTable(view: View): DataTable {
  const { say } = view.reader;
  const today = dayOf(view.context.services.now());
  const rows = [...view.scope.community.knowledge().entries.values()].flatMap((entry) => rowsOf(entry, today, view));
  const columns = [say('dash-entry'), say('dash-language'), say('dash-reason'), say('dash-as-of'), say('dash-review')];
  return { name: 'attention', title: say('dash-attention'), columns, rows, empty: say('dash-attention-none') };
}

/** One row for all languages with the same reasons. */
function rowsOf(entry: Entry, today: string, view: View): DataRow[] {
  const alike = new Map<string, { cells: readonly string[]; languages: string[] }>();
  for (const text of entry.texts.values()) {
    const reasons = reasonsFor(text, today, view.reader.say);
    if (reasons.length === 0) continue;
    const cells = [reasons.join(view.reader.say('list-comma')), text.asOf ?? '', text.reviewBy ?? ''];
    const row = alike.get(cells.join()) ?? { cells, languages: [] };
    alike.set(cells.join(), { cells, languages: [...row.languages, text.language] });
  }
  return [...alike.values()].map(({ cells, languages }) => ({
    cells: [titleIn(view, entry.id), languages.join(view.reader.say('list-comma')), ...cells],
    link: correction(entry, languages, view),
  }));
}

function reasonsFor({ status, reviewBy }: EntryText, today: string, say: Say): string[] {
  const isOverdue = reviewBy !== undefined && reviewBy <= today;
  return [
    ...(status === 'disputed' ? [say('dash-disputed')] : []),
    ...(status === 'outdated' ? [say('dash-outdated')] : []),
    ...(isOverdue ? [say('dash-overdue')] : []),
  ];
}

/** A link to correct the text in the reader's language, else in the first language. */
function correction({ id }: Entry, languages: readonly string[], { reader: { say, language }, scope }: View) {
  const own = languages.includes(language) ? language : (languages[0] ?? language);
  return { label: say('dash-correct'), href: addressOf('/dashboard/entry', scope, { id, text: own }) };
}

/** Share of each pack and topic that is written in each language. */
function coverageTable(view: View): DataTable {
  const { context, reader, scope } = view;
  const { services } = context;
  const { say } = reader;
  const entries = [...scope.community.knowledge().entries.values()];
  const written = new Set(entries.flatMap(({ texts }) => [...texts.keys()]));
  const tags = [...new Set([...writtenLanguages(context).map(({ tag }) => tag), ...written])];
  const packs = [...new Set(entries.map(({ pack }) => pack))];
  const rows = packs.flatMap((pack): DataRow[] => {
    const own = entries.filter((entry) => entry.pack === pack);
    const topics = [...new Set(own.flatMap((entry) => topicsOf(entry, view)))].sort();
    return [
      coverageRow(`${pack} · ${say('dash-all-topics')}`, own, tags, (tag) =>
        addressOf('/dashboard/entries', scope, { pack, in: LACKING + tag }),
      ),
      ...topics.map((topic) =>
        coverageRow(
          topic,
          own.filter((entry) => topicsOf(entry, view).includes(topic)),
          tags,
          (tag) => addressOf('/dashboard/entries', scope, { pack, topic, in: LACKING + tag }),
          (tag) => !own.some(({ texts }) => texts.has(tag)),
        ),
      ),
    ];
  });
  const names = tags.map((tag) => services.languages.get(tag)?.name ?? tag);
  return {
    name: 'coverage',
    title: say('dash-coverage'),
    about: say('dash-coverage-about'),
    columns: [say('dash-topic'), say('dash-entries'), ...names],
    rows,
    empty: say('nothing-here'),
    isHeat: true,
  };
}

/**
 * @param gapIn URL of the list of entries without a text in a language
 * @param isLacking whether a language is missing in the whole pack, whose own row has the link
 */
function coverageRow(
  name: string,
  entries: readonly Entry[],
  tags: readonly string[],
  gapIn: (tag: string) => string,
  isLacking: (tag: string) => boolean = () => false,
): DataRow {
  const shares = tags.map((tag) => {
    const written = entries.filter(({ texts }) => texts.has(tag)).length;
    return written === entries.length || isLacking(tag)
      ? shareOf(written, entries.length)
      : { ...shareOf(written, entries.length), href: gapIn(tag) };
  });
  return { cells: [name, entries.length, ...shares] };
}
