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

/** @param learned of the shipped packs, so that not every set of theirs learns all languages again. */
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
/** As it answers while it still learns. */
export const unlearnedPeer: Peer = wenda({ ...locales, unlearned: 'serve' });

/**
 * Builds a set once, to ask it as if answers were given outright from other probabilities on: the confidence is moved
 * so far that such a bar lies where `SURE` is. What a rule holds back is held back all the same.
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
