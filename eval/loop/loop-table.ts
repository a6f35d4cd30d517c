import path from 'node:path';
import { readLocales } from '../../src/knowledge/languages/locales.ts';
import { familyOf } from '../faq.ts';
import { metricsOf } from '../metrics.ts';
import { ROOT } from '../place.ts';
import { nameOf, readSet, type Source } from '../sets.ts';
import { line } from '../table.ts';
import { play, type Reached } from './play.ts';

const HEAD = [
  'set',
  'refused by',
  'asked',
  'phrasings',
  'wrong ones',
  'direct and right %',
  'times as much',
  'precision %',
  'near answered %',
  'right or offered %',
];

const JUDGES = [
  { name: 'nobody', isModerated: false },
  { name: 'a moderator', isModerated: true },
] as const;

interface LoopOptions {
  /** People that it takes to propose a phrasing. */
  readonly people: number;
  readonly onProgress: (doing: string, done: number, total: number) => void;
  readonly write: (text: string) => void;
}

/**
 * Packs of headings, and how much a community's presses teach them, as a Markdown table: each set, then all FAQs. A
 * FAQ's variants have the same headings: the first is played.
 */
export async function loopTable(sources: readonly Source[], { people, onProgress, write }: LoopOptions): Promise<void> {
  const locales = await readLocales(path.join(ROOT, 'locales'));
  const played = [...new Map([...sources].reverse().map((source) => [familyOf(nameOf(source)), source])).values()];
  const faqs = JUDGES.map((): (readonly Reached[])[] => []);
  write(line(HEAD) + line(HEAD.map(() => '---')));
  for (const [at, source] of played.reverse().entries()) {
    const set = await readSet(source);
    for (const [judge, { name, isModerated }] of JUDGES.entries()) {
      onProgress(`${set.name}, refused by ${name}`, at * JUDGES.length + judge, played.length * JUDGES.length);
      const reached = await play(set, { locales, people, isModerated });
      write(rowsOf(set.name, name, reached));
      if ('faq' in source) faqs[judge]?.push(reached);
    }
  }
  for (const [judge, { name }] of JUDGES.entries()) write(rowsOf('all FAQs', name, together(faqs[judge] ?? [])));
}

/** Every question of all sets counted once. */
const together = (sets: readonly (readonly Reached[])[]): Reached[] =>
  (sets[0] ?? []).map(({ asked }, at) => {
    const all = sets.flatMap((reached) => reached[at] ?? []);
    return {
      asked,
      outcomes: all.flatMap(({ outcomes }) => outcomes),
      taken: all.reduce((sum, { taken }) => sum + taken, 0),
      wrong: all.reduce((sum, { wrong }) => sum + wrong, 0),
    };
  });

function rowsOf(set: string, judge: string, reached: readonly Reached[]): string {
  const first = metricsOf(reached[0]?.outcomes ?? []).direct ?? 0;
  return reached
    .map(({ asked, outcomes, taken, wrong }) => {
      const { direct = 0, precision, answered, helped } = metricsOf(outcomes);
      const times = first > 0 ? (direct / first).toFixed(2) : '-';
      const shares = [precision, answered.near, helped].map((share) => share?.toFixed(1) ?? '-');
      return line([set, judge, `${asked}`, `${taken}`, `${wrong}`, direct.toFixed(1), times, ...shares]);
    })
    .join('');
}
