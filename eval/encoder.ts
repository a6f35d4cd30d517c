import { LONGEST_QUESTION } from '../src/core/calibration/policy.ts';
import type { Encoder } from '../src/core/classifier/encoder.ts';
import type { Entry } from '../src/core/entry/entry.ts';
import type { MeaningIn } from '../src/core/search/engine.ts';
import type { Library } from '../src/core/search/library.ts';
import { openEncoder } from '../src/encoders/index.ts';
import type { Locales } from '../src/knowledge/languages/locales.ts';
import { createMeanings } from '../src/knowledge/learned/live-meanings.ts';

/** The encoder that is set, for as long as the process lives. */
export const openSetEncoder = (setting: string): Promise<Encoder | undefined> =>
  openEncoder(setting, { onProblem: (line) => void process.stderr.write(`${line}\n`) });

/** Encodes a library. @returns a question's meaning for it. */
export async function meaningsOf(
  encoder: Encoder,
  library: Library,
  entries: readonly Entry[],
  { detect }: Pick<Locales, 'detect'>,
  cacheDir: string,
): Promise<(question: string) => Promise<MeaningIn | undefined>> {
  const fail = (error: unknown): void => {
    throw error;
  };
  const meanings = createMeanings({ encoder, cacheDir, detect, onError: fail });
  await meanings.follow(library, entries);
  return async (question) => {
    if (question.length <= LONGEST_QUESTION) await meanings.prepare(question);
    return meanings.of(question);
  };
}
