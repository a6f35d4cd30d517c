import type { Entry } from '../../../core/entry.ts';
import type { View } from './scope.ts';
import { type Row, shareOf, type Table } from './table.ts';
import { titleIn } from './use.ts';

/** How much of each pack and topic is written in each language. */
export function coverageTable({ context: { services }, reader: { say }, scope }: View): Table {
  const entries = [...scope.community.knowledge().entries.values()];
  const written = new Set(entries.flatMap(({ texts }) => [...texts.keys()]));
  const tags = [...new Set([...[...services.languages.values()].filter(({ writtenFrom }) => !writtenFrom).map(({ tag }) => tag), ...written])];
  const packs = [...new Set(entries.map(({ pack }) => pack))];
  const rows = packs.flatMap((pack): Row[] => {
    const own = entries.filter((entry) => entry.pack === pack);
    const topics = [...new Set(own.flatMap(topicsOf))].sort();
    return [
      coverageRow(`${pack} · ${say('dash-all-topics')}`, own, tags),
      ...topics.map((topic) =>
        coverageRow(
          topic,
          own.filter((entry) => topicsOf(entry).includes(topic)),
          tags,
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

/** By the words of the pack's own language. */
const topicsOf = ({ texts, defaultLanguage }: Entry): readonly string[] => (texts.get(defaultLanguage) ?? [...texts.values()][0])?.tags ?? [];

function coverageRow(name: string, entries: readonly Entry[], tags: readonly string[]): Row {
  return { cells: [name, entries.length, ...tags.map((tag) => shareOf(entries.filter(({ texts }) => texts.has(tag)).length, entries.length))] };
}

/** Entries that somebody should look at: disputed, out of date, or past the day on which they were to be read again. */
export function attentionTable(view: View): Table {
  const { context, reader, scope } = view;
  const { say } = reader;
  const today = context.services.now().slice(0, 10);
  const rows = [...scope.community.knowledge().entries.values()].flatMap((entry) =>
    [...entry.texts.values()].flatMap(({ language, status, reviewBy, asOf = '' }): Row[] => {
      const isOverdue = reviewBy !== undefined && reviewBy <= today;
      if (status === 'current' && !isOverdue) return [];
      const reasons = [...(status === 'disputed' ? [say('dash-disputed')] : []), ...(status === 'outdated' ? [say('dash-outdated')] : []), ...(isOverdue ? [say('dash-overdue')] : [])];
      const actions = [{ label: say('dash-correct'), command: 'correct', argument: `entry: ${entry.id} language: ${language}` }];
      return [{ cells: [titleIn(view, entry.id), language, reasons.join(', '), asOf, reviewBy ?? ''], actions }];
    }),
  );
  const columns = [say('dash-entry'), say('dash-language'), say('dash-reason'), say('dash-as-of'), say('dash-review')];
  return { name: 'attention', title: say('dash-attention'), columns, rows, empty: say('dash-attention-none') };
}
