import type { Analyzer } from '../text/analyze.ts';
import { passing } from '../text/remember.ts';
import { gramSize, gramsOf } from '../text/tokenize.ts';
import { buildTextIndex, type Document } from './build-text-index.ts';
import { type TextIndexes, weighingBy } from './language-index.ts';
import { keepLines, lineNumbers, splitLines } from './line-numbers.ts';
import { type FieldLengths, postingsOf } from './postings.ts';
import { eachStretch, gramSizeAt, type ScannedTexts, type TermsOfParts } from './scanned-texts.ts';
import { MOST_TERMS, openTextIndex, type TextIndex, type Weighing } from './text-index.ts';

/** One way of reading the texts. */
interface Reading {
  /** Of each part the asked terms in order, by their numbers; all others beside or between them are one, whose number is how many are asked. */
  readonly read: (asked: readonly string[]) => readonly Int32Array[];
  readonly has: (term: string, fromPart: number, toPart: number) => boolean;
  readonly weights: Float32Array;
  readonly lengths: Uint16Array;
}

/** The same as indexes of all terms. For each question the texts are read, and an index is made of what it asks for. */
export function scannedIndexes(texts: ScannedTexts, analyzer: Analyzer): TextIndexes {
  const numbers = passing(() => new Map(splitLines(texts.terms).map((term, number) => [term, number])));
  const weighing = weighingBy(analyzer);
  return {
    words: scanned({ ...readingOf(texts.words, texts, numbers), weights: texts.weights.words, lengths: texts.lengths.words }, texts, weighing.words),
    grams: scanned({ ...gramsReading(texts), weights: texts.weights.grams, lengths: texts.lengths.grams }, texts, weighing.grams),
    concepts: scanned({ ...readingOf(texts.concepts, texts, numbers), weights: texts.weights.concepts, lengths: texts.lengths.concepts }, texts, weighing.concepts),
  };
}

/** The name of what is not asked: no term has it. */
const OTHER = '\0';

function scanned({ read, has, weights, lengths }: Reading, { entries, headings }: ScannedTexts, weighing: Weighing): TextIndex {
  const size = headings.length;
  const [all, counts] = [entries[size] ?? 0, Int32Array.from(headings)];
  const fields: FieldLengths = [lengths.subarray(0, size), lengths.subarray(size, 2 * size), lengths.subarray(2 * size)];
  const openFor = (asked: readonly string[]): TextIndex => {
    const parts = read(asked);
    const documents = Array.from(headings, (own, entry): Document => {
      const [first, end] = [entries[entry] ?? 0, entries[entry + 1] ?? 0];
      return { title: parts[first] ?? NONE, phrasings: parts.slice(first + 1, first + own), sentences: parts.slice(first + own, end) };
    });
    const weightOf = (term: string) => (term === OTHER ? 1 : weighing.telling(term));
    const index = buildTextIndex(documents, [...asked, OTHER], weightOf, (some, terms) => postingsOf(some, terms, fields));
    return openTextIndex({ ...index, units: { ...index.units, weights } }, counts, weighing);
  };
  return {
    match: (terms, wanted) => openFor(firstOf(terms.filter((term) => weighing.boost(term) > 0))).match(terms, wanted),
    matchGrams: (stretches, wanted) => openFor(firstOf(stretches.flatMap((stretch) => gramsOf(stretch, gramSize(stretch))))).matchGrams(stretches, wanted),
    knows: (term, masked) => has(term, 0, masked === undefined ? all : (entries[masked] ?? all)) || (masked !== undefined && has(term, entries[masked + 1] ?? all, all)),
    isIn: (term, some) => [...some].some((entry) => has(term, entries[entry] ?? all, entries[entry + 1] ?? all)),
  };
}

const NONE = new Int32Array();

/** As many as an index looks at. */
function firstOf(terms: Iterable<string>): string[] {
  const first = new Set<string>();
  for (const term of terms) if (first.size < MOST_TERMS) first.add(term);
  return [...first];
}

/** Puts the terms of parts together, one after the other. */
function partsOf(count: number, others: number) {
  const only = Int32Array.of(others);
  const parts: Int32Array[] = new Array<Int32Array>(count).fill(NONE);
  let own: number[] = [];
  return {
    parts,
    add: (number: number): void => {
      if (number !== others || own[own.length - 1] !== others) own.push(number);
    },
    end: (part: number): void => {
      if (own.length === 0) return;
      parts[part] = own.length === 1 && own[0] === others ? only : Int32Array.from(own);
      own = [];
    },
  };
}

function readingOf({ starts, terms }: TermsOfParts, { telling }: ScannedTexts, numbers: () => ReadonlyMap<string, number>): Pick<Reading, 'read' | 'has'> {
  return {
    read: (asked) => {
      const known = numbers();
      const [count, others] = [starts.length - 1, asked.length];
      // Counted from 1; what is not telling is passed over.
      const places = Int32Array.from(telling, (one) => one * (others + 1));
      for (const [at, term] of asked.entries()) {
        const number = known.get(term);
        if (number !== undefined) places[number] = at + 1;
      }
      const { parts, add, end } = partsOf(count, others);
      for (let part = 0; part < count; part++) {
        const last = starts[part + 1] ?? 0;
        for (let at = starts[part] ?? 0; at < last; at++) {
          const place = places[terms[at] ?? 0] ?? 0;
          if (place > 0) add(place - 1);
        }
        end(part);
      }
      return parts;
    },
    has: (term, from, to) => {
      const number = numbers().get(term);
      return number !== undefined && terms.subarray(starts[from], starts[to]).includes(number);
    },
  };
}

function gramsReading({ stretches, entries }: ScannedTexts): Pick<Reading, 'read' | 'has'> {
  const count = entries[entries.length - 1] ?? 0;
  return {
    read: (asked) => {
      const { of } = lineNumbers(keepLines(asked));
      const { parts, add, end } = partsOf(count, asked.length);
      let open = 0;
      eachStretch(stretches, (part, from, to) => {
        if (part !== open) end(open);
        open = part;
        const size = gramSizeAt(stretches, from);
        for (let at = from; at === from || at + size <= to; at++) {
          const number = of(stretches, at, Math.min(at + size, to));
          add(number < 0 ? asked.length : number);
        }
      });
      end(open);
      return parts;
    },
    has: (gram, fromPart, toPart) => {
      // Looked for as a text first, for most are nowhere.
      if (!stretches.includes(gram)) return false;
      let isThere = false;
      eachStretch(stretches, (part, from, to) => {
        if (isThere || part < fromPart || part >= toPart) return;
        const size = gramSizeAt(stretches, from);
        const whole = to - from <= size;
        if (whole ? to - from === gram.length && stretches.startsWith(gram, from) : gram.length === size && within(stretches, gram, from, to)) isThere = true;
      });
      return isThere;
    },
  };
}

function within(text: string, part: string, from: number, to: number): boolean {
  const at = text.indexOf(part, from);
  return at >= 0 && at + part.length <= to;
}
