import { waitedFor } from '../../../bot/conversation/turns.ts';
import { plainText } from '../../../core/entry/blocks.ts';
import type { Entry } from '../../../core/entry/entry.ts';
import { foldMarks, letterFold } from '../../../core/text/normalize.ts';
import type { View } from '../dashboard/scope.ts';

/** How well an entry matches a search. */
export interface Hit {
  /** Whether it lacks some of the words and was found by the bot's own search. */
  readonly isSimilar: boolean;
  /** Index of the first part that contains all words; 0 is the title. */
  readonly part: number;
  /** Rank in the bot's own search; 0 is the best. */
  readonly place: number;
}

/** Entries that contain the words anywhere or that the bot's search finds, by id. */
export async function search(
  { context, reader, scope: { community } }: View,
  words: string,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, Hit>> {
  const own = context.services.languages.get(reader.language);
  const sameLetters = letterFold(own ? [own] : []);
  const folded = (text: string): string => sameLetters(foldMarks(text));
  const { candidates } = community.answer(words, reader.language);
  const places = new Map(candidates.map(({ entry }, at) => [entry.id, at]));
  const wanted = folded(words).trim().split(' ');
  const hits = new Map<string, Hit>();
  function* steps(): Generator<void> {
    for (const entry of entries) {
      const parts = partsOf(entry).map(folded);
      const part = [...parts, parts.join(' ')].findIndex((text) => wanted.every((word) => text.includes(word)));
      const place = places.get(entry.id);
      if (part >= 0 || place !== undefined)
        hits.set(entry.id, { isSimilar: part < 0, part, place: place ?? Number.MAX_SAFE_INTEGER });
      yield;
    }
  }
  // Normalising the texts of thousands of entries takes long, so it is done in steps.
  await waitedFor.take(community.id, steps());
  return hits;
}

/** Searched parts: titles, phrasings, answers and sources of all languages. */
function partsOf({ id, texts }: Entry): string[] {
  const all = [...texts.values()];
  return [
    all.map(({ title }) => title),
    [id, ...all.flatMap(({ phrasings, tags }) => [...phrasings, ...tags])],
    all.map(({ answer }) => plainText(answer)),
    all.flatMap(({ sources }) => sources.flatMap(({ title, publisher = '', url = '' }) => [title, publisher, url])),
  ].map((part) => part.join('\n'));
}
