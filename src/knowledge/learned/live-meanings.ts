import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { LRUCache } from 'lru-cache';
import type { Encoder } from '../../core/classifier/encoder.ts';
import { startsOf } from '../../core/classifier/likeness.ts';
import {
  type EntryVectors,
  type Meanings,
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
import { inBatches } from '../format/files.ts';
import { bytesOf, dataIn, writeWhole } from './model-file.ts';

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
}: LiveMeaningsOptions) {
  const cache = meaningCache(cacheDir, encoder.id);
  const opened = new WeakMap<Searchable, (question: Float32Array) => MeaningMatch>();
  const questions = new LRUCache<string, MeaningIn>({ max: MOST_QUESTIONS });
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
  /**
   * Encodes what is in the library's indexes, or reads what was kept of it; one library after the other.
   * @param entries as they were when they were indexed. Resolves when all of it can be compared with questions, or
   * cannot for now.
   */
  const follow = (library: Pick<Library, 'indexes'>, entries: readonly Entry[]): Promise<void> => {
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
    /** Waits until the question was encoded, or will not be for now. Never rejects. */
    prepare: async (question: string): Promise<void> => {
      if (!hasAny || questions.has(question) || !detect(question).languages.some(isKnown)) return;
      const [vector] = (await encoder.encode([question], patience)) ?? [];
      if (!vector) return;
      questions.set(question, matching(vector, opened));
    },
    /** Meaning for each index, of a question that was prepared lately. */
    of: (question: string): MeaningIn | undefined => questions.get(question),
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

/** Files that were not read for so long are removed. */
const LONGEST_UNUSED_MS = 90 * 24 * 60 * 60_000;

/**
 * Vectors of an index's texts, in a file for each under the hash of encoder and texts. Encoding takes some 30 ms a
 * text, reading next to nothing. @param cacheDir the folder of the cache. @param encoder its id.
 */
function meaningCache(cacheDir: string, encoder: string) {
  const folder = path.join(cacheDir, 'meanings');
  const fileOf = (entries: readonly TextsToEncode[]): string =>
    path.join(
      folder,
      createHash('sha256')
        .update(JSON.stringify([encoder, entries]))
        .digest('hex')
        .slice(0, 32),
    );
  return {
    /** Undefined if there is nothing, or nothing whole. */
    read: async (entries: readonly TextsToEncode[]): Promise<Meanings | undefined> => {
      const file = fileOf(entries);
      const bytes = await readFile(file).catch(() => undefined);
      const kept = bytes && (dataIn(bytes) as Meanings | undefined);
      const now = new Date();
      if (kept) await utimes(file, now, now).catch(() => undefined);
      return kept;
    },
    /** Never rejects: what cannot be written is encoded again at the next start. */
    keep: async (entries: readonly TextsToEncode[], meanings: Meanings): Promise<void> => {
      const kept = writeWhole(fileOf(entries), bytesOf(meanings)).then(() => removeUnused(folder, Date.now()));
      await kept.catch(() => undefined);
    },
  };
}

async function removeUnused(folder: string, now: number): Promise<void> {
  await inBatches(await readdir(folder), async (name) => {
    const file = path.join(folder, name);
    if (now - (await stat(file)).mtimeMs > LONGEST_UNUSED_MS) await rm(file, { force: true });
  });
}
