import { LONGEST_QUESTION } from '../../src/core/calibration/policy.ts';
import { answerFrom } from '../../src/core/search/engine.ts';
import { buildLibrary, type LibraryOptions } from '../../src/core/search/library.ts';
import type { DataSet } from '../datasets.ts';
import { entryOf } from '../entry-of.ts';
import { share } from '../outcome.ts';

/** A pack of so many phrasings an entry, and what it made of the questions. */
export interface Step {
  readonly phrasings: number;
  /** Percentage of the answerable questions that are answered outright and rightly. */
  readonly right: number;
}

/** Phrasings an entry from step to step: each step keeps those of the one before. */
const STEPS: readonly number[] = [0, 1, 2, 3, 10];

/** Percentage points by which a step may be below the one before: some questions in a thousand lie at the threshold. */
export const MOST_FALL = 1;

/**
 * Asks the same questions of the same entries, with more and more of their phrasings. @param onStep is told of each
 * before it is taken
 */
export function phrasingSteps(
  set: Omit<DataSet, 'name'>,
  options: LibraryOptions,
  onStep: (phrasings: number) => void = () => undefined,
): Step[] {
  const asked = set.questions.filter(({ gold }) => gold.length > 0);
  return STEPS.map((phrasings) => {
    onStep(phrasings);
    const entries = set.entries.map((entry) =>
      entryOf({ ...entry, phrasings: entry.phrasings.slice(0, phrasings) }, set.language),
    );
    const library = buildLibrary(entries, options);
    const right = share(asked, ({ text, gold }) => {
      const { kind, candidates } = answerFrom(library, text.slice(0, LONGEST_QUESTION), set.language);
      return kind === 'sure' && gold.includes(candidates[0]?.entry.id ?? '');
    });
    return { phrasings, right: right ?? 0 };
  });
}

/** Steps that fall by more than the law allows below the one before. */
export const fallsIn = (steps: readonly Step[]): Step[] =>
  steps.filter(({ right }, at) => right < (steps[at - 1]?.right ?? 0) - MOST_FALL);
