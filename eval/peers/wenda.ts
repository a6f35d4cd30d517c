import path from 'node:path';
import { readConfig } from '../../src/config.ts';
import { LONGEST_QUESTION, SURE } from '../../src/core/calibration/policy.ts';
import { answerFrom } from '../../src/core/search/engine.ts';
import {
  buildLibrary,
  type Library,
  type LibraryOptions,
  type PackIndex,
  warm,
} from '../../src/core/search/library.ts';
import { readLocales } from '../../src/knowledge/languages/locales.ts';
import { openModelCache } from '../../src/knowledge/learned/model-cache.ts';
import { readKnowledge } from '../../src/knowledge/packs/read-knowledge.ts';
import { entryOf } from '../entry-of.ts';
import { ROOT } from '../place.ts';
import type { EvalSet } from '../sets.ts';
import type { Ask, Peer } from './peer.ts';

/** @param learned data of the included packs, so that not all languages are learned again for each of their sets */
const wenda = (options: LibraryOptions, learned?: LibraryOptions['learned']): Peer => ({
  isProbable: true,
  build: (set) => asking(built(set, options, learned), set),
});

function built(
  { entries, language, knowledge, isShipped = false }: EvalSet,
  options: LibraryOptions,
  learned?: LibraryOptions['learned'],
): Library {
  const all = knowledge ?? entries.map((entry) => entryOf(entry, language));
  const library = buildLibrary(all, { ...options, learned: isShipped ? learned : undefined });
  warm(library);
  return library;
}

const asking =
  (library: Library, { language }: EvalSet): Ask =>
  (text, locale = language) => {
    const { kind, candidates } = answerFrom(library, text.slice(0, LONGEST_QUESTION), locale);
    return {
      hits: candidates.map(({ entry, confidence }) => ({ id: entry.id, score: confidence })),
      sure: kind === 'sure',
      offered: kind === 'unsure',
    };
  };

const { cacheDir } = readConfig();
const locales = await readLocales(path.join(ROOT, 'locales'));
const { entries: shipped } = await readKnowledge(path.join(ROOT, 'knowledge'));
const learned = await openModelCache({ root: ROOT, cacheDir }, shipped, locales);
export const peer: Peer = wenda(locales, learned);
/** Wenda as it answers before it has learned. */
export const unlearnedPeer: Peer = wenda({ ...locales, unlearned: 'serve' });

/**
 * Builds a set once, and asks it with other least probabilities of a direct answer: the confidence is shifted so that
 * such a probability becomes `SURE`. Answers that a rule holds back are still held back.
 */
export function buildAtBars(set: EvalSet): (bar: number) => Ask {
  const library = built(set, locales, learned);
  return (bar) => asking({ ...library, indexes: library.indexes.map((index) => movedTo(bar, index)) }, set);
}

function movedTo(bar: number, index: PackIndex): PackIndex {
  const { ranking, confidence } = index.weights;
  const intercept = confidence.intercept + logOdds(SURE) - logOdds(bar);
  return { ...index, weights: { ranking, confidence: { ...confidence, intercept } } };
}

const logOdds = (p: number): number => Math.log(p / (1 - p));
