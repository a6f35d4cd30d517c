import { sayShare } from '../../../bot/shares.ts';
import type { View } from './scope.ts';
import { shareOf, type Table } from './table.ts';
import type { Use } from './use.ts';

/** Votes on answers of which the bot was about as sure. */
export interface Bucket {
  /** 0.0 to 0.9: from there on, a tenth. */
  readonly from: number;
  readonly liked: number;
  readonly disliked: number;
}

export function bucketsOf(tallies: Use['tallies']): Bucket[] {
  const names = [...new Set(tallies.filter(({ what }) => what === 'liked' || what === 'disliked').map(({ entry }) => entry))].sort();
  const sum = (what: string, entry: string) => tallies.reduce((all, tally) => all + (tally.what === what && tally.entry === entry ? tally.count : 0), 0);
  return names.map((name) => ({ from: Number(name), liked: sum('liked', name), disliked: sum('disliked', name) }));
}

export function calibrationTable({ reader: { say, language } }: View, buckets: readonly Bucket[]): Table {
  const rows = buckets.map(({ from, liked, disliked }) => ({ cells: [`${sayShare(from, language)}–${sayShare(from + 0.1, language)}`, shareOf(liked, liked + disliked), liked + disliked] }));
  const columns = [say('dash-said'), say('dash-helpful-share'), say('dash-votes')];
  return { name: 'calibration', title: say('dash-calibration'), about: say('dash-calibration-about'), columns, rows, empty: say('dash-calibration-none') };
}
