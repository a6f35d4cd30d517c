import path from 'node:path';
import { readConfig } from '../../src/config.ts';
import { LONGEST_QUESTION } from '../../src/core/calibration/policy.ts';
import { answerFrom } from '../../src/core/search/engine.ts';
import { buildLibrary, type LibraryOptions, warm } from '../../src/core/search/library.ts';
import { readLocales } from '../../src/knowledge/languages/locales.ts';
import { openModelCache } from '../../src/knowledge/learned/model-cache.ts';
import { readKnowledge } from '../../src/knowledge/packs/read-knowledge.ts';
import { entryOf } from '../entry-of.ts';
import { ROOT } from '../place.ts';
import type { Peer } from './peer.ts';

/** @param learned of the shipped packs, so that not every set of theirs learns all languages again. */
const wenda = (options: LibraryOptions, learned?: LibraryOptions['learned']): Peer => ({
  isProbable: true,
  async build({ entries, language, knowledge, isShipped = false }) {
    const all = knowledge ?? entries.map((entry) => entryOf(entry, language));
    const library = buildLibrary(all, { ...options, learned: isShipped ? learned : undefined });
    warm(library);
    return async (text, locale = language) => {
      const question = text.slice(0, LONGEST_QUESTION);
      const { kind, candidates } = answerFrom(library, question, locale);
      return {
        hits: candidates.map(({ entry, confidence }) => ({ id: entry.id, score: confidence })),
        sure: kind === 'sure',
        offered: kind === 'unsure',
      };
    };
  },
});

const { cacheDir } = readConfig();
const locales = await readLocales(path.join(ROOT, 'locales'));
const { entries: shipped } = await readKnowledge(path.join(ROOT, 'knowledge'));
const learned = await openModelCache({ root: ROOT, cacheDir }, shipped, locales);
export const peer: Peer = wenda(locales, learned);
/** As it answers while it still learns. */
export const unlearnedPeer: Peer = wenda({ ...locales, unlearned: 'serve' });
