import type { Entry } from '../../../core/entry/entry.ts';
import { LACKING, topicsOf } from '../entries/filter.ts';
import { addressOf, type View } from './scope.ts';
import { type Row, shareOf, type Table } from './table.ts';

/** How much of each pack and topic is written in each language. */
export function coverageTable(view: View): Table {
  const { context, reader, scope } = view;
  const { services } = context;
  const { say } = reader;
  const entries = [...scope.community.knowledge().entries.values()];
  const written = new Set(entries.flatMap(({ texts }) => [...texts.keys()]));
  const tags = [
    ...new Set([
      ...[...services.languages.values()].filter(({ writtenFrom }) => !writtenFrom).map(({ tag }) => tag),
      ...written,
    ]),
  ];
  const packs = [...new Set(entries.map(({ pack }) => pack))];
  const rows = packs.flatMap((pack): Row[] => {
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
 * @param gapIn address of the list of entries without a text in a language
 * @param isLacking whether all of the pack lacks a language: its own row leads there
 */
function coverageRow(
  name: string,
  entries: readonly Entry[],
  tags: readonly string[],
  gapIn: (tag: string) => string,
  isLacking: (tag: string) => boolean = () => false,
): Row {
  const shares = tags.map((tag) => {
    const written = entries.filter(({ texts }) => texts.has(tag)).length;
    return written === entries.length || isLacking(tag)
      ? shareOf(written, entries.length)
      : { ...shareOf(written, entries.length), href: gapIn(tag) };
  });
  return { cells: [name, entries.length, ...shares] };
}
