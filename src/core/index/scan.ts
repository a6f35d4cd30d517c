import type { Analyzer } from '../text/analyze.ts';
import { gramSize, gramsOf } from '../text/tokenize.ts';
import { tellingIn } from './build-text-index.ts';
import { gramFinder } from './gram-finder.ts';
import { type TextIndexes, weighingBy } from './language-index.ts';
import { type FieldLengths, postingsOf } from './postings.ts';
import { createRoom } from './room.ts';
import { eachStretch, gramSizeAt, type ScannedTexts, type TermsOfParts } from './scanned-texts.ts';
import type { Fields } from './term-index.ts';
import { MOST_TERMS, openNumbered, SHARED, type TextIndex, type Weighing } from './text-index.ts';

/** One way of reading the texts. */
interface Reading {
  /**
   * The asked terms in all parts, in order, by their numbers. All others between them are one, whose number is how many
   * are asked.
   */
  readonly read: (asked: readonly string[]) => ReadParts;
  readonly has: (term: string, fromPart: number, toPart: number) => boolean;
  readonly weights: Float32Array;
  readonly lengths: Uint16Array;
}

interface ReadParts {
  /** Where each part's terms begin; one more than there are parts. */
  readonly starts: Int32Array;
  readonly terms: Int32Array;
}

/** The same as indexes of all terms. For each question the texts are read, and an index is made of what it asks for. */
export function scannedIndexes(texts: ScannedTexts, analyzer: Analyzer): TextIndexes {
  const weighing = weighingBy(analyzer);
  return {
    words: scanned(
      { ...termsReading(texts.words, texts), weights: texts.weights.words, lengths: texts.lengths.words },
      texts,
      weighing.words,
    ),
    grams: scanned(
      { ...gramsReading(texts), weights: texts.weights.grams, lengths: texts.lengths.grams },
      texts,
      weighing.grams,
    ),
    concepts: scanned(
      { ...termsReading(texts.concepts, texts), weights: texts.weights.concepts, lengths: texts.lengths.concepts },
      texts,
      weighing.concepts,
    ),
  };
}

/** Entries that have a title or phrasing of these very words, each as often as it has one. @param words stems */
export function entriesInWords(
  { words: { starts, terms }, ...texts }: ScannedTexts,
  words: readonly string[],
): number[] {
  const known = texts.vocabulary().numbers;
  const numbers = words.map((word) => known.get(word) ?? -1);
  if (numbers.length === 0 || numbers.includes(-1)) return [];
  const isSame = (part: number) =>
    (starts[part + 1] ?? 0) - (starts[part] ?? 0) === numbers.length &&
    numbers.every((number, at) => terms[(starts[part] ?? 0) + at] === number);
  return Array.from(texts.headings, (own, entry) =>
    Array.from({ length: own }, (_, at) => (texts.entries[entry] ?? 0) + at)
      .filter(isSame)
      .map(() => entry),
  ).flat();
}

function scanned(
  { read, has, weights, lengths }: Reading,
  { entries, headings }: ScannedTexts,
  weighing: Weighing,
): TextIndex {
  const size = headings.length;
  const [all, counts, firsts] = [entries[size] ?? 0, Int32Array.from(headings), Int32Array.from(entries)];
  const fieldLengths: FieldLengths = [
    lengths.subarray(0, size),
    lengths.subarray(size, 2 * size),
    lengths.subarray(2 * size),
  ];
  const telling = tellingIn(all);
  const openFor = (asked: readonly string[]): TextIndex => {
    const { starts, terms } = read(asked);
    const { having, owners } = countAsked(starts, terms, firsts, asked.length);
    // What is not asked counts for something, so that it stands between the others.
    const weightsOf = Float32Array.from(having, (count, at) =>
      at < asked.length ? weighing.telling(asked[at] ?? '') * telling(count) : 1,
    );
    const between = (from: number, to: number) => terms.subarray(starts[from], starts[to]);
    const fields = Array.from(headings, (own, entry): Fields => {
      const [first, end] = [firsts[entry] ?? 0, firsts[entry + 1] ?? 0];
      return [between(first, first + 1), between(first + 1, first + own), between(first + own, end)];
    });
    const index = postingsOf(fields, asked.length + 1, fieldLengths);
    const numbers = new Map(asked.flatMap((term, at) => ((having[at] ?? 0) > 0 ? [[term, at]] : [])));
    const idOf = (text: string, from = 0, to = text.length) => numbers.get(text.slice(from, to)) ?? -1;
    return openNumbered(
      {
        owners,
        weights: weightsOf,
        strange: telling(0),
        units: { entries: firsts, starts, terms: repeatsIn(starts, terms, asked.length), weights },
        index,
      },
      idOf,
      counts,
      weighing,
    );
  };
  return {
    match: (terms, wanted) => openFor(firstOf(terms.filter((term) => weighing.boost(term) > 0))).match(terms, wanted),
    matchGrams: (stretches, wanted) =>
      openFor(firstOf(stretches.flatMap((stretch) => gramsOf(stretch, gramSize(stretch))))).matchGrams(
        stretches,
        wanted,
      ),
    knows: (term, masked) =>
      has(term, 0, masked === undefined ? all : (entries[masked] ?? all)) ||
      (masked !== undefined && has(term, entries[masked + 1] ?? all, all)),
    isIn: (term, some) => [...some].some((entry) => has(term, entries[entry] ?? all, entries[entry + 1] ?? all)),
  };
}

/** As many as an index looks at. */
function firstOf(terms: Iterable<string>): string[] {
  const first = new Set<string>();
  for (const term of terms) if (first.size < MOST_TERMS) first.add(term);
  return [...first];
}

/** In how many parts each asked term is, and which entry alone has it. */
function countAsked(
  starts: Int32Array,
  terms: Int32Array,
  firsts: Int32Array,
  asked: number,
): { readonly having: Int32Array; readonly owners: Int32Array } {
  const [having, owners, lastIn] = [new Int32Array(asked + 1), new Int32Array(asked + 1), new Int32Array(asked + 1)];
  for (let entry = 0; entry + 1 < firsts.length; entry++) {
    for (let part = firsts[entry] ?? 0; part < (firsts[entry + 1] ?? 0); part++) {
      for (let at = starts[part] ?? 0; at < (starts[part + 1] ?? 0); at++) {
        const term = terms[at] ?? 0;
        if (lastIn[term] === part + 1) continue;
        lastIn[term] = part + 1;
        owners[term] = having[term] === 0 || owners[term] === entry ? entry : SHARED;
        having[term] = (having[term] ?? 0) + 1;
      }
    }
  }
  return { having, owners };
}

/** The same terms; one that its part had before is written as its complement. */
function repeatsIn(starts: Int32Array, terms: Int32Array, asked: number): Int32Array {
  const written = Int32Array.from(terms);
  const lastIn = new Int32Array(asked + 1);
  for (let part = 0; part + 1 < starts.length; part++) {
    for (let at = starts[part] ?? 0; at < (starts[part + 1] ?? 0); at++) {
      const term = terms[at] ?? 0;
      if (lastIn[term] === part + 1) written[at] = ~term;
      lastIn[term] = part + 1;
    }
  }
  return written;
}

/** For what is read, the same for all. */
const roomFor = createRoom();

function termsReading(
  { starts, terms }: TermsOfParts,
  { telling, vocabulary }: ScannedTexts,
): Pick<Reading, 'read' | 'has'> {
  return {
    read: (asked) => {
      const { numbers } = vocabulary();
      const others = asked.length;
      // Counted from 1; what is not telling is passed over.
      const places = new Int32Array(telling.length);
      for (let number = 0; number < telling.length; number++) if (telling[number] === 1) places[number] = others + 1;
      for (const [at, term] of asked.entries()) {
        const number = numbers.get(term);
        if (number !== undefined) places[number] = at + 1;
      }
      const found = roomFor(terms.length);
      const read = new Int32Array(starts.length);
      let count = 0;
      for (let part = 0; part + 1 < starts.length; part++) {
        const [first, last] = [count, starts[part + 1] ?? 0];
        for (let at = starts[part] ?? 0; at < last; at++) {
          const term = (places[terms[at] ?? 0] ?? 0) - 1;
          if (term >= 0 && (term < others || count === first || found[count - 1] !== others)) found[count++] = term;
        }
        read[part + 1] = count;
      }
      return { starts: read, terms: found.slice(0, count) };
    },
    has: (term, from, to) => {
      const number = vocabulary().numbers.get(term);
      return number !== undefined && terms.subarray(starts[from], starts[to]).includes(number);
    },
  };
}

function gramsReading({ stretches, entries }: ScannedTexts): Pick<Reading, 'read' | 'has'> {
  const parts = entries[entries.length - 1] ?? 0;
  return {
    read: (asked) => {
      const { mayBegin, of } = gramFinder(asked);
      const others = asked.length;
      const found = roomFor(stretches.length);
      const starts = new Int32Array(parts + 1);
      let [count, first, last] = [0, 0, -1];
      eachStretch(stretches, (part, from, to) => {
        if (part !== last) first = count;
        last = part;
        const size = gramSizeAt(stretches, from);
        for (let at = from; at === from || at + size <= to; at++) {
          const number = mayBegin(stretches, at) ? of(stretches, at, Math.min(at + size, to)) : -1;
          if (number >= 0) found[count++] = number;
          else if (count === first || found[count - 1] !== others) found[count++] = others;
        }
        starts[part + 1] = count;
      });
      for (let part = 1; part <= parts; part++) if ((starts[part] ?? 0) === 0) starts[part] = starts[part - 1] ?? 0;
      return { starts, terms: found.slice(0, count) };
    },
    has: (gram, fromPart, toPart) => {
      // Looked for as a text first, for most are nowhere.
      if (!stretches.includes(gram)) return false;
      let isThere = false;
      eachStretch(stretches, (part, from, to) => {
        if (isThere || part < fromPart || part >= toPart) return;
        const size = gramSizeAt(stretches, from);
        const whole = to - from <= size;
        if (
          whole
            ? to - from === gram.length && stretches.startsWith(gram, from)
            : gram.length === size && within(stretches, gram, from, to)
        )
          isThere = true;
      });
      return isThere;
    },
  };
}

function within(text: string, part: string, from: number, to: number): boolean {
  const at = text.indexOf(part, from);
  return at >= 0 && at + part.length <= to;
}
