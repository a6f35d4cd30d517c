import { WENDA } from '../engines.ts';

/** Figures for the tables of documents, by name. */
export type FiguresFile = Readonly<Record<string, Measured>>;

export interface Measured {
  /** The command with which they are measured again. */
  readonly command: string;
  /** The day on which they were measured. */
  readonly measured: string;
  /** By set (`all` for all together), and by engine. */
  readonly sets: Readonly<Record<string, Readonly<Record<string, Noted>>>>;
}

/** Counts of questions, of other lines, of near misses among these, and of outcomes. */
export type Count = 'questions' | 'others' | 'near' | 'right' | 'wrong' | 'helped' | 'nearAnswered';

/** Shares are percentages with one decimal; see Metrics. */
export interface Noted {
  readonly counts?: Readonly<Record<Count, number>>;
  readonly shares: Readonly<Record<string, number | null>>;
}

/** @throws Error if this was not measured */
export function noted(figures: FiguresFile, name: string, set = 'all', engine: string = WENDA): Noted {
  const found = figures[name]?.sets[set]?.[engine];
  if (!found) throw new Error(`nothing was measured for ${name}, ${set}, ${engine}: npm run eval -- --record ${name}`);
  return found;
}

/** @throws Error if this was not counted */
export function countsOf({ counts }: Noted): Readonly<Record<Count, number>> {
  if (!counts) throw new Error('nothing was counted (measure it again)');
  return counts;
}

/** The mean of the included pack's languages. */
export function meanOf(figures: FiguresFile): Readonly<Record<'direct' | 'precision' | 'offTopic', number>> {
  const all = Object.keys(figures.packs?.sets ?? {}).map((set) => noted(figures, 'packs', set).shares);
  const mean = (key: string): number => all.reduce((sum, shares) => sum + (shares[key] ?? 0), 0) / all.length;
  return { direct: mean('direct'), precision: mean('precision'), offTopic: mean('offTopic') };
}
