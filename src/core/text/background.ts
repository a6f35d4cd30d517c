import { NAMES_A_TEMPLATE } from '../calibration/reading-policy.ts';
import type { Analyzer } from './analyze.ts';
import { type Gradual, gradual } from './remember.ts';

/**
 * Lines that people write about other subjects, from which the engine learns what to ignore. One set for each language,
 * in `locales/`.
 */
export interface Background {
  /** Ordinary chatter, and questions on any subject. */
  readonly chatter: readonly string[];
  /** Questions with `{}` in place of a name. Filled with a pack's own words they are near misses. */
  readonly about: readonly string[];
}

export const NO_BACKGROUND: Background = { chatter: [], about: [] };

/** A template of `about` with a name filled in. */
export interface NearMiss {
  /** Index of the template. */
  readonly template: number;
  readonly text: string;
}

/** Templates with names filled in; names take turns, so that all are used. */
export const nearMisses = (about: readonly string[], names: readonly string[]): NearMiss[] =>
  names.length === 0
    ? []
    : about.flatMap((line, template) =>
        Array.from({ length: NAMES_A_TEMPLATE }, (_, turn) => {
          const name = names[(template * NAMES_A_TEMPLATE + turn) % names.length] ?? '';
          return { template, text: line.replaceAll('{}', name) };
        }),
      );

/** Cached for each language's background, as every change of a community builds an index. */
const EVERYDAY = new WeakMap<Background, Gradual<ReadonlySet<string>>>();

/** Normalised words of a language that need not be in a pack, and are not misspelt. */
export const everydayWords = (background: Background, analyzer: Pick<Analyzer, 'read'>): ReadonlySet<string> =>
  everyday(background, analyzer).get();

/** Reads them, in a step for each line. */
export const everydaySteps = (background: Background, analyzer: Pick<Analyzer, 'read'>): Generator<undefined, void> =>
  everyday(background, analyzer).steps();

function everyday(background: Background, analyzer: Pick<Analyzer, 'read'>): Gradual<ReadonlySet<string>> {
  const known =
    EVERYDAY.get(background) ??
    gradual(function* (): Generator<undefined, ReadonlySet<string>> {
      const words = new Set<string>();
      for (const line of [...background.chatter, ...background.about]) {
        for (const word of analyzer.read(line).surface) words.add(word);
        yield;
      }
      return words;
    });
  EVERYDAY.set(background, known);
  return known;
}
