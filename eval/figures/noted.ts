import { WENDA } from '../engines.ts';

/** What was measured, for the tables of documents. */
export type FiguresFile = Readonly<Record<string, Measured>>;

export interface Measured {
  /** How it is measured again. */
  readonly command: string;
  /** The day. */
  readonly measured: string;
  /** By set, `all` for all of them together, and by engine. */
  readonly sets: Readonly<Record<string, Readonly<Record<string, Noted>>>>;
}

/** Numbers of questions, of other lines, of near misses among these, and of outcomes. */
export type Count = 'questions' | 'others' | 'near' | 'right' | 'wrong' | 'helped' | 'nearAnswered';

/** Shares are percentages with one decimal; see Metrics. */
export interface Noted {
  readonly counts?: Readonly<Record<Count, number>>;
  readonly shares: Readonly<Record<string, number | null>>;
}

/** @throws Error if it was not measured */
export function noted(figures: FiguresFile, name: string, set = 'all', engine: string = WENDA): Noted {
  const found = figures[name]?.sets[set]?.[engine];
  if (!found) throw new Error(`nothing was measured for ${name}, ${set}, ${engine}: npm run eval -- --record ${name}`);
  return found;
}

/** @throws Error if it was not counted */
export function countsOf({ counts }: Noted): Readonly<Record<Count, number>> {
  if (!counts) throw new Error('nothing was counted (measure it again)');
  return counts;
}

/** Over the languages of the included pack. */
export function meanOf(figures: FiguresFile): Readonly<Record<'direct' | 'precision' | 'offTopic', number>> {
  const all = Object.keys(figures.packs?.sets ?? {}).map((set) => noted(figures, 'packs', set).shares);
  const mean = (key: string): number => all.reduce((sum, shares) => sum + (shares[key] ?? 0), 0) / all.length;
  return { direct: mean('direct'), precision: mean('precision'), offTopic: mean('offTopic') };
}
