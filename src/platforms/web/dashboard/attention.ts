import type { Say } from '../../../bot/answers/messages.ts';
import type { Entry, EntryText } from '../../../core/entry/entry.ts';
import { addressOf, type View } from './scope.ts';
import type { Row, Table } from './table.ts';
import { titleIn } from './use.ts';

/** Entries that somebody should look at: disputed, out of date, or past the day on which they were to be read again. */
export function attentionTable(view: View): Table {
  const { say } = view.reader;
  const today = view.context.services.now().slice(0, 10);
  const rows = [...view.scope.community.knowledge().entries.values()].flatMap((entry) => rowsOf(entry, today, view));
  const columns = [say('dash-entry'), say('dash-language'), say('dash-reason'), say('dash-as-of'), say('dash-review')];
  return { name: 'attention', title: say('dash-attention'), columns, rows, empty: say('dash-attention-none') };
}

/** One for all languages about which there is the same to say. */
function rowsOf(entry: Entry, today: string, view: View): Row[] {
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

/** The text that the reader reads, if it is one of them. */
function correction({ id }: Entry, languages: readonly string[], { reader: { say, language }, scope }: View) {
  const own = languages.includes(language) ? language : (languages[0] ?? language);
  return { label: say('dash-correct'), href: addressOf('/dashboard/entry', scope, { id, text: own }) };
}
