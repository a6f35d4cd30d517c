import type { Encoder } from '../../core/classifier/encoder.ts';
import { startsOf } from '../../core/classifier/likeness.ts';
import {
  type EntryVectors,
  openMeanings,
  packMeanings,
  type TextsToEncode,
  textsToEncode,
} from '../../core/classifier/meanings.ts';
import type { Entry } from '../../core/entry/entry.ts';
import type { MeaningMatch } from '../../core/index/prediction.ts';
import type { Detection } from '../../core/language/detect.ts';
import type { MeaningIn } from '../../core/search/engine.ts';
import { textsOf } from '../../core/search/learn.ts';
import { type Library, textsIn } from '../../core/search/library.ts';
import type { Searchable } from '../../core/search/search.ts';
import { baseOf } from '../../core/text/language.ts';
import { meaningCache } from './meaning-cache.ts';

export interface LiveMeanings {
  /**
   * Encodes what is in the library's indexes, or reads what was kept of it; one library after the other.
   * @param entries as they were when they were indexed. Resolves when all of it can be compared with questions, or
   * cannot for now.
   */
  readonly follow: (library: Pick<Library, 'indexes'>, entries: readonly Entry[]) => Promise<void>;
  /** Waits until the question was encoded, or will not be for now. Never rejects. */
  readonly prepare: (question: string) => Promise<void>;
  /** Meaning for each index, of a question that was prepared lately. */
  readonly of: (question: string) => MeaningIn | undefined;
}

export interface LiveMeaningsOptions {
  readonly encoder: Encoder;
  readonly cacheDir: string;
  readonly detect: (text: string) => Detection;
  readonly onError: (error: unknown) => void;
  /**
   * Milliseconds that a question waits for its vector. Default: the encoder's, so that somebody gets an answer by words
   * in time.
   */
  readonly patience?: number | undefined;
  /**
   * Texts of an index beyond which it is not encoded, some 30 ms for each; what is kept from an earlier time serves all
   * the same. Default: 20,000, ten minutes of a core.
   */
  readonly most?: number | undefined;
}

/** Questions whose vectors are remembered, in memory only. */
const MOST_QUESTIONS = 300;
const MOST_TEXTS = 20_000;

export function createMeanings({
  encoder,
  cacheDir,
  detect,
  onError,
  patience,
  most = MOST_TEXTS,
}: LiveMeaningsOptions): LiveMeanings {
  const cache = meaningCache(cacheDir, encoder.id);
  const opened = new WeakMap<Searchable, (question: Float32Array) => MeaningMatch>();
  const questions = new Map<string, MeaningIn>();
  const isKnown = (tag: string): boolean => encoder.languages.includes(baseOf(tag));
  let hasAny = false;

  const meaningsOf = async (texts: readonly TextsToEncode[]) => {
    const kept = await cache.read(texts);
    if (kept) return kept;
    const all = texts.flatMap(({ headings, sentences }) => [...headings, ...sentences]);
    const vectors = all.length <= most ? await encoder.encode(all, Number.POSITIVE_INFINITY) : undefined;
    if (!vectors) return undefined;
    const meanings = packMeanings(dealt(texts, vectors), encoder.dimension);
    await cache.keep(texts, meanings);
    return meanings;
  };

  let following = Promise.resolve();
  const follow: LiveMeanings['follow'] = (library, entries) => {
    const work = async (): Promise<void> => {
      for (const index of library.indexes) {
        if (!isKnown(index.base) || opened.has(index)) continue;
        const texts = textsIn(index, entries).map((own) => textsToEncode(textsOf(own.texts, index.language)));
        const meanings = await meaningsOf(texts);
        if (!meanings) continue;
        opened.set(index, openMeanings(meanings));
        hasAny = true;
        // They were compared with fewer indexes.
        questions.clear();
      }
    };
    following = following.then(work).catch(onError);
    return following;
  };

  return {
    follow,
    prepare: async (question) => {
      if (!hasAny || questions.has(question) || !detect(question).languages.some(isKnown)) return;
      const [vector] = (await encoder.encode([question], patience)) ?? [];
      if (!vector) return;
      questions.set(question, matching(vector, opened));
      const oldest = questions.keys().next();
      if (questions.size > MOST_QUESTIONS && !oldest.done) questions.delete(oldest.value);
    },
    of: (question) => questions.get(question),
  };
}

/** Compared with an index when that is first asked. */
function matching(
  vector: Float32Array,
  opened: WeakMap<Searchable, (question: Float32Array) => MeaningMatch>,
): MeaningIn {
  const known = new Map<Searchable, MeaningMatch | undefined>();
  return (index) => {
    if (!known.has(index)) known.set(index, opened.get(index)?.(vector));
    return known.get(index);
  };
}

/** The vectors of all texts, as the entries have them. */
function dealt(texts: readonly TextsToEncode[], vectors: readonly Float32Array[]): EntryVectors[] {
  const starts = startsOf(texts.map(({ headings, sentences }) => headings.length + sentences.length));
  return texts.map(({ headings }, entry) => {
    const [start = 0, end = 0] = [starts[entry], starts[entry + 1]];
    return {
      headings: vectors.slice(start, start + headings.length),
      sentences: vectors.slice(start + headings.length, end),
    };
  });
}
