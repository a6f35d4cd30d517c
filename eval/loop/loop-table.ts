import path from 'node:path';
import { readLocales } from '../../src/knowledge/languages/locales.ts';
import { familyOf } from '../faq.ts';
import { metricsOf } from '../metrics.ts';
import type { Outcome } from '../outcome.ts';
import { ROOT } from '../place.ts';
import { nameOf, readSet, type Source } from '../sets.ts';
import { line } from '../table.ts';
import type { CrowdName } from './members.ts';
import { play, REFUSALS, type Reached } from './play.ts';

const HEAD = [
  'set',
  'who plays',
  'asked',
  'phrasings',
  'wrong ones',
  'refused',
  'answers changed',
  'direct and right %',
  'times as much',
  'precision %',
  'near answered %',
  'right or offered %',
  ...REFUSALS.map((why) => `${why}: right, wrong`),
];

/** A community, and whether somebody refuses what its members' presses propose. */
interface Player {
  readonly name: string;
  readonly crowd: CrowdName;
  readonly isModerated: boolean;
  /** People who must agree before a phrasing is proposed. */
  readonly people: number;
}

const players = (people: number): readonly Player[] => [
  { name: 'nobody refuses', crowd: 'members', isModerated: false, people },
  { name: 'a moderator refuses', crowd: 'members', isModerated: true, people },
  { name: 'a moderator refuses, one press proposes', crowd: 'members', isModerated: true, people: 1 },
];

const hostilePlayers = (people: number): readonly Player[] =>
  (['five who press wrongly', 'ten in concert'] as const).flatMap((crowd) => [
    { name: `${crowd}, nobody refuses`, crowd, isModerated: false, people },
    { name: `${crowd}, a moderator refuses`, crowd, isModerated: true, people },
  ]);

interface LoopOptions {
  /** People who must agree before a phrasing is proposed. */
  readonly people: number;
  /** Whether only people press who always press wrongly. */
  readonly isHostile: boolean;
  readonly onProgress: (doing: string, done: number, total: number) => void;
  readonly write: (text: string) => void;
}

/** The results of a set with one of the players. */
export interface Played {
  readonly set: string;
  readonly name: string;
  readonly reached: readonly Reached[];
}

/**
 * A Markdown table: what packs of bare headings learn from a community's presses, for each set and then for all FAQs
 * together. Of a FAQ's variants, which have the same headings, the first one is played.
 */
export async function loopTable(
  sources: readonly Source[],
  { people, isHostile, onProgress, write }: LoopOptions,
): Promise<readonly Played[]> {
  const locales = await readLocales(path.join(ROOT, 'locales'));
  const families = [...new Map([...sources].reverse().map((source) => [familyOf(nameOf(source)), source])).values()];
  const table = isHostile ? hostilePlayers(people) : players(people);
  const runs = families.reverse().flatMap((source) => table.map((player) => ({ source, player })));
  const [all, faqs]: [Played[], Played[]] = [[], []];
  write(line(HEAD) + line(HEAD.map(() => '---')));
  for (const [at, { source, player }] of runs.entries()) {
    const { name } = player;
    onProgress(`${nameOf(source)}, ${name}`, at, runs.length);
    const set = await readSet(source);
    const one = { set: set.name, name, reached: await play(set, { locales, ...player }) };
    write(rowsOf(one));
    all.push(one);
    if ('faq' in source) faqs.push(one);
  }
  if (faqs.length === 0) return all;
  const totals = table.map(({ name }) => together(name, faqs));
  for (const one of totals) write(rowsOf(one));
  return [...all, ...totals];
}

/** All FAQs together; each question counts once. */
function together(name: string, faqs: readonly Played[]): Played {
  const sets = faqs.filter((one) => one.name === name).map(({ reached }) => reached);
  const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
  const reached = (sets[0] ?? []).map(({ asked }, at): Reached => {
    const all = sets.flatMap((one) => one[at] ?? []);
    const refusedFor = (why: (typeof REFUSALS)[number], how: 'right' | 'wrong'): number =>
      sum(all.map(({ refused }) => refused.get(why)?.[how] ?? 0));
    return {
      asked,
      outcomes: all.flatMap(({ outcomes }) => outcomes),
      taken: sum(all.map(({ taken }) => taken)),
      wrong: sum(all.map(({ wrong }) => wrong)),
      declined: sum(all.map(({ declined }) => declined)),
      refused: new Map(
        REFUSALS.map((why) => [why, { right: refusedFor(why, 'right'), wrong: refusedFor(why, 'wrong') }]),
      ),
    };
  });
  return { set: 'all FAQs', name, reached };
}

function rowsOf({ set, name, reached }: Played): string {
  const before = reached[0]?.outcomes ?? [];
  const first = metricsOf(before).direct ?? 0;
  return reached
    .map(({ asked, outcomes, taken, wrong, declined, refused }) => {
      const { direct = 0, precision, answered, helped } = metricsOf(outcomes);
      const times = first > 0 ? (direct / first).toFixed(2) : '-';
      const shares = [precision, answered.near, helped].map((share) => share?.toFixed(1) ?? '-');
      const counts = [asked, taken, wrong, declined, changed(before, outcomes)].map(String);
      const reasons = REFUSALS.map((why) => `${refused.get(why)?.right ?? 0}, ${refused.get(why)?.wrong ?? 0}`);
      return line([set, name, ...counts, direct.toFixed(1), times, ...shares, ...reasons]);
    })
    .join('');
}

/** Number of questions whose direct answer is another one now, is new, or is gone. */
const changed = (before: readonly Outcome[], now: readonly Outcome[]): number =>
  now.filter((one, at) => entryGiven(one) !== entryGiven(before[at])).length;

const entryGiven = (outcome: Outcome | undefined): string | undefined =>
  outcome?.sure === true ? outcome.ranked[0] : undefined;
