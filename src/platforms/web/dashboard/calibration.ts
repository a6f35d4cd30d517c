import { sayShare } from '../../../bot/answers/messages.ts';
import type { View } from './scope.ts';
import { type DataTable, shareOf } from './table.ts';
import type { Use } from './use.ts';

/** Votes on answers of similar confidence. */
export interface Bucket {
  /** Lower bound of the confidence, in steps of a tenth: 0.0 to 0.9. */
  readonly from: number;
  readonly liked: number;
  readonly disliked: number;
}

export function bucketsOf(tallies: Use['tallies']): Bucket[] {
  const names = [
    ...new Set(tallies.filter(({ what }) => what === 'liked' || what === 'disliked').map(({ entry }) => entry)),
  ].sort();
  const sum = (what: string, entry: string) =>
    tallies.reduce((all, tally) => all + (tally.what === what && tally.entry === entry ? tally.count : 0), 0);
  return names.map((name) => ({ from: Number(name), liked: sum('liked', name), disliked: sum('disliked', name) }));
}

/** Standard deviations on each side that cover 95 % of a normal distribution. */
const Z = 1.96;

/**
 * 95 % confidence interval of a share of votes (Wilson's interval), which is wide for few votes.
 * @param votes at least 1
 */
export function likelyShare(liked: number, votes: number): readonly [least: number, most: number] {
  const share = liked / votes;
  const middle = share + Z ** 2 / (2 * votes);
  const side = Z * Math.sqrt((share * (1 - share)) / votes + Z ** 2 / (4 * votes ** 2));
  const whole = 1 + Z ** 2 / votes;
  // Without the bounds, rounding could show -0%.
  return [Math.max(0, (middle - side) / whole), Math.min(1, (middle + side) / whole)];
}

export function calibrationTable({ reader: { say, language } }: View, buckets: readonly Bucket[]): DataTable {
  const range = ([from, to]: readonly [number, number]) => `${sayShare(from, language)}–${sayShare(to, language)}`;
  const rows = buckets.map(({ from, liked, disliked }) => {
    const votes = liked + disliked;
    return { cells: [range([from, from + 0.1]), shareOf(liked, votes), range(likelyShare(liked, votes)), votes] };
  });
  const columns = [say('dash-said'), say('dash-helpful-share'), say('dash-likely-share'), say('dash-votes')];
  return {
    name: 'calibration',
    title: say('dash-calibration'),
    about: say('dash-calibration-about'),
    columns,
    rows,
    empty: say('dash-calibration-none'),
  };
}
