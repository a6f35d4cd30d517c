import { NAMES_A_TEMPLATE } from '../calibration/reading-policy.ts';
import type { TextReader } from './analyze.ts';
import { type Gradual, gradual } from './remember.ts';

/**
 * Lines about other subjects, as people write them. From these the engine learns what to ignore. Each language has its
 * own, in `locales/`.
 */
export interface Background {
  /** Ordinary chatter, and questions on any subject. */
  readonly chatter: readonly string[];
  /** Questions with `{}` in place of a name. With one of a pack's own words there, they are near misses. */
  readonly about: readonly string[];
}

export const NO_BACKGROUND: Background = { chatter: [], about: [] };

/** A template of `about` in which a name is filled in. */
export interface NearMiss {
  /** Index of the template. */
  readonly template: number;
  readonly text: string;
}

/** Templates in which names are filled in, in turns, so that all names are used. */
export const nearMisses = (about: readonly string[], names: readonly string[]): NearMiss[] =>
  names.length === 0
    ? []
    : about.flatMap((line, template) =>
        Array.from({ length: NAMES_A_TEMPLATE }, (_, turn) => {
          const name = names[(template * NAMES_A_TEMPLATE + turn) % names.length] ?? '';
          return { template, text: line.replaceAll('{}', name) };
        }),
      );

/** Cached by the language's background, as every change of a community builds an index. */
const EVERYDAY = new WeakMap<Background, Gradual<ReadonlySet<string>>>();

/** Words of a language (normalised) that are spelt correctly, even if a pack lacks them. */
export const everydayWords = (background: Background, analyzer: TextReader): ReadonlySet<string> =>
  everyday(background, analyzer).get();

/** Reads these words, in a step for each line. */
export const everydaySteps = (background: Background, analyzer: TextReader): Generator<undefined, void> =>
  everyday(background, analyzer).steps();

function everyday(background: Background, analyzer: TextReader): Gradual<ReadonlySet<string>> {
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
