import { createHash } from 'node:crypto';
import type { IndexWeights } from '../../core/calibration/calibrate.ts';
import { MOST_CHANGED } from '../../core/calibration/learning-policy.ts';
import { PRIOR } from '../../core/calibration/prior.ts';
import type { Entry } from '../../core/entry/entry.ts';
import { RANK_WEIGHTS } from '../../core/ranking/weights.ts';
import { type PackIndexName, textsIn } from '../../core/search/library.ts';
import { baseOf } from '../../core/text/language.ts';
import type { Locales } from '../languages/locales.ts';

/** Hashes of the texts that weights were fitted to. Plain data. */
export interface Fingerprint {
  /** Hash of the language's data, its lines about other things, and the shipped weights. */
  readonly language: string;
  /** Hash of each entry's texts, by its id. */
  readonly entries: Readonly<Record<string, string>>;
}

/** Weights of an index, and what they were fitted to: plain data. */
export interface FittedWeights extends IndexWeights {
  readonly fittedTo: Fingerprint;
}

/** The parts of the locales that learning depends on. */
export type Lessons = Pick<Locales, 'languages' | 'background'>;

export const fingerprintOf = (
  name: PackIndexName,
  entries: readonly Entry[],
  { languages, background }: Lessons,
): Fingerprint => {
  const isOwn = ([tag]: readonly [string, unknown]) => baseOf(tag) === name.base;
  return {
    language: hashOf([[...languages].filter(isOwn), [...background].filter(isOwn), PRIOR, RANK_WEIGHTS]),
    entries: Object.fromEntries(
      textsIn(name, entries).map(({ id, texts }) => [
        id,
        hashOf(texts.map(({ language, title, phrasings, answer }) => [language, title, phrasings, answer])),
      ]),
    ),
  };
};

const hashOf = (data: unknown): string => createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 12);

/** Whether weights that were fitted to other texts may serve the present ones: all but a few entries are the same. */
export function isNearly(fitted: Fingerprint, now: Fingerprint): boolean {
  const ids = new Set([...Object.keys(fitted.entries), ...Object.keys(now.entries)]);
  const changed = [...ids].filter((id) => fitted.entries[id] !== now.entries[id]).length;
  return fitted.language === now.language && changed <= MOST_CHANGED * Object.keys(now.entries).length;
}
