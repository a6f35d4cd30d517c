import type { Say } from '../answers/messages.ts';
import type { CommunityCall } from '../command.ts';
import { dayOf, daysBefore } from '../moment.ts';
import type { ReasonCount, Tally, VoteCount } from '../ports/memory.ts';
import type { Counted } from './counting.ts';

export type Counts = Readonly<Record<Counted, number>>;

export interface Liked {
  readonly entry: string;
  readonly helpful: number;
  readonly unhelpful: number;
}

/** Sums of a community's tallies and votes. */
export interface Statistics {
  readonly all: Counts;
  /** Days on which something happened, newest first. */
  readonly days: readonly {
    readonly day: string;
    readonly counts: Counts;
    readonly helpful: number;
    readonly votes: number;
  }[];
  readonly helpful: number;
  readonly unhelpful: number;
  /** How often entries were given, most often first. */
  readonly given: readonly { readonly entry: string; readonly count: number }[];
  /** Entries on which somebody voted. */
  readonly liked: readonly Liked[];
  /** Entries that somebody found unhelpful, worst first. */
  readonly worst: readonly Liked[];
}

export interface UseOfEntry {
  /** How often it was given. */
  readonly given: number;
  readonly helpful: number;
  readonly votes: number;
}

/** Fewer votes say too little about an entry. */
const LEAST_VOTES = 3;

/** Sums of the caller's community. @param days to look back, including today: 1 or more */
export async function statisticsFor({ services, community }: CommunityCall, days: number): Promise<Statistics> {
  await services.counter.flush();
  const since = dayOf(daysBefore(services.now(), days - 1));
  return services.attempt.read(async ({ tallies, votes }) =>
    statisticsOf(await tallies.list(community.id, since), await votes.count(community.id, since)),
  );
}

/** @param id of the entry */
export function useOfEntry({ given, liked }: Pick<Statistics, 'given' | 'liked'>, id: string): UseOfEntry {
  const { helpful = 0, unhelpful = 0 } = liked.find(({ entry }) => entry === id) ?? {};
  return { given: given.find(({ entry }) => entry === id)?.count ?? 0, helpful, votes: helpful + unhelpful };
}

export function statisticsOf(tallies: readonly Tally[], votes: readonly VoteCount[]): Statistics {
  const days = [...new Set([...tallies, ...votes].map(({ day }) => day))].sort().reverse();
  const liked = likedOf(votes);
  const sum = (part: 'helpful' | 'unhelpful') => liked.reduce((all, one) => all + one[part], 0);
  return {
    all: countsOf(tallies),
    days: days.map((day) => ({
      day,
      counts: countsOf(tallies.filter((tally) => tally.day === day)),
      ...votesOn(day, votes),
    })),
    helpful: sum('helpful'),
    unhelpful: sum('unhelpful'),
    given: givenOf(tallies),
    liked,
    worst: liked
      .filter(({ helpful, unhelpful }) => unhelpful > 0 && helpful + unhelpful >= LEAST_VOTES)
      .sort((a, b) => shareOf(b) - shareOf(a) || b.unhelpful - a.unhelpful),
  };
}

function votesOn(day: string, votes: readonly VoteCount[]): { helpful: number; votes: number } {
  const own = votes.filter((one) => one.day === day);
  const helpful = own.reduce((sum, one) => sum + Number(one.helpful), 0);
  return { helpful, votes: own.reduce((sum, one) => sum + Number(one.unhelpful), helpful) };
}

function countsOf(tallies: readonly Pick<Tally, 'what' | 'count'>[]): Counts {
  const of = (what: Counted) => tallies.reduce((sum, tally) => sum + (tally.what === what ? tally.count : 0), 0);
  return {
    asked: of('asked'),
    answered: of('answered'),
    offered: of('offered'),
    unanswered: of('unanswered'),
    shadow: of('shadow'),
  };
}

/** The share of voters whom an entry did not help. */
export const shareOf = ({ helpful, unhelpful }: Pick<Liked, 'helpful' | 'unhelpful'>): number =>
  unhelpful / (helpful + unhelpful);

/** How many people gave each reason why an entry did not help; empty if nobody did. */
export const sayReasons = (say: Say, reasons: readonly ReasonCount[], of: string): string[] =>
  reasons.filter(({ entry }) => entry === of).map(({ reason, count }) => `${say(`vote-${reason}`)}: ${count}`);

function givenOf(tallies: readonly Tally[]): { entry: string; count: number }[] {
  const sums = new Map<string, number>();
  for (const { what, entry, count } of tallies)
    if (what === 'answered') sums.set(entry, (sums.get(entry) ?? 0) + count);
  return [...sums]
    .map(([entry, count]) => ({ entry, count }))
    .sort((a, b) => b.count - a.count || a.entry.localeCompare(b.entry));
}

function likedOf(votes: readonly Liked[]): Liked[] {
  const sums = new Map<string, Liked>();
  for (const { entry, helpful, unhelpful } of votes) {
    const known = sums.get(entry) ?? { helpful: 0, unhelpful: 0 };
    sums.set(entry, {
      entry,
      helpful: known.helpful + Number(helpful),
      unhelpful: known.unhelpful + Number(unhelpful),
    });
  }
  return [...sums.values()];
}
