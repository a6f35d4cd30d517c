import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PSEUDO_UNITS, SHORTNESS } from '../../../src/core/calibration/reading-policy.ts';
import { type AskedTerms, type Coverage, type EntryTerms, Parts } from '../../../src/core/index/parts.ts';
import { runs } from '../../helpers/runs.ts';

const TERMS = ['the', 'a', 'b', 'c', 'd', 'e'];
const weightOf = (term: string): number => (term === 'the' ? 0 : term === 'a' ? 0.5 : 1);
const ENTRIES = [0, 1, 2, 3];

const text = fc.array(fc.constantFrom(...TERMS), { maxLength: 5 });
const entryParts: fc.Arbitrary<EntryTerms> = fc.record({
  headings: fc.array(text, { minLength: 1, maxLength: 3 }),
  sentences: fc.array(text, { maxLength: 3 }),
});
/** An entry gets other parts, or loses them. */
const change = fc.tuple(fc.constantFrom(...ENTRIES), fc.option(entryParts, { nil: undefined }));
const question = fc.uniqueArray(fc.constantFrom(...TERMS.slice(1), 'unknown'), { minLength: 1 });

const partsOf = (entries: Iterable<readonly [number, EntryTerms]>): Parts => {
  const parts = new Parts(weightOf);
  for (const [entry, own] of entries) parts.add(entry, own);
  return parts;
};
const ask = (parts: Parts, terms: readonly string[]): AskedTerms =>
  new Map(terms.map((term) => [term, parts.weightOf(term)]));

function tallied(parts: Parts, term: string): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  parts.tally(term, (entry, count) => found.push([entry, count]));
  return found.sort(([a], [b]) => a - b);
}

/** All that parts say. */
const told = (parts: Parts, asked: readonly string[]) => {
  const cover = parts.cover(ask(parts, asked));
  return {
    terms: TERMS.map((term) => [
      parts.countOf(term),
      parts.headingsWith(term),
      parts.weightOf(term),
      parts.knows(term),
      tallied(parts, term),
      ENTRIES.map((entry) => [
        parts.knows(term, entry),
        parts.holds(entry, term),
        parts.heads(entry, term),
        parts.termsOf([entry, 2]).has(term),
      ]),
    ]),
    entries: ENTRIES.map((entry) => [parts.lengthOf(entry), parts.isTitle(entry, new Set(asked)), cover(entry)]),
    averageLength: parts.averageLength,
  };
};

/** The coverage of an entry, part by part. */
function naively(parts: Parts, entries: ReadonlyMap<number, EntryTerms>, asked: AskedTerms, entry: number): Coverage {
  const { headings = [], sentences = [] } = entries.get(entry) ?? {};
  const sum = [...asked.values()].reduce((a, b) => a + b, 0);
  const terms = [...asked.keys()];
  const measured = [...headings, ...sentences].map((part, at) => {
    const own = part.filter((term) => weightOf(term) > 0);
    const share = terms.filter((term) => own.includes(term)).reduce((all, term) => all + (asked.get(term) ?? 0), 0);
    const weight = [...new Set(own)].reduce((all, term) => all + parts.weightOf(term), 0);
    const pairs = own.filter((term, n) => n > 0 && terms.indexOf(term) === terms.indexOf(own[n - 1] ?? '') + 1);
    return {
      isHeading: at < headings.length,
      share,
      back: share > 0 ? Math.min(1, share / weight) : 0,
      // A term that was not asked is behind nothing.
      pairs: pairs.filter((term) => terms.indexOf(term) > 0).length / Math.max(1, terms.length - 1),
      score: share + (SHORTNESS * share * share) / (weight + share + 1e-6),
    };
  });
  const bestOf = (some: typeof measured) =>
    some
      .filter(({ share }) => share > 0)
      .reduce<(typeof measured)[number] | undefined>(
        (best, one) => (best && best.score >= one.score ? best : one),
        undefined,
      );
  const [part, heading] = [bestOf(measured), bestOf(measured.filter(({ isHeading }) => isHeading))];
  return {
    unit: (part?.share ?? 0) / sum,
    pairs: part?.pairs ?? 0,
    back: part?.back ?? 0,
    heading: (heading?.share ?? 0) / sum,
    headingBack: heading?.back ?? 0,
  };
}

describe('the parts of entries', () => {
  it('say after any changes what those of the entries that are left say', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 10 }), question, (changes, asked) => {
        const [parts, left] = [new Parts(weightOf), new Map<number, EntryTerms>()];
        for (const [entry, own] of changes) {
          parts.remove(entry);
          left.delete(entry);
          // What was asked meanwhile leaves nothing behind.
          parts.cover(ask(parts, asked))(entry);
          if (!own) continue;
          parts.add(entry, own);
          left.set(entry, own);
        }
        expect(told(parts, asked)).toEqual(told(partsOf(left), asked));
      }),
      runs(60),
    );
  });

  it('count terms that very many of them hold', () => {
    const parts = new Parts(weightOf);
    for (let entry = 0; entry < 200; entry++) parts.add(entry, { headings: [['a']], sentences: [['a', 'b']] });
    for (let entry = 0; entry < 50; entry++) parts.remove(entry);
    expect([parts.countOf('a'), parts.countOf('b'), tallied(parts, 'a').length]).toEqual([300, 150, 150]);
  });

  it('hold of a question what reading them one by one finds', () => {
    fc.assert(
      fc.property(fc.array(entryParts, { maxLength: 4 }), question, (list, terms) => {
        const entries = new Map(list.entries());
        const parts = partsOf(entries);
        const asked = ask(parts, terms);
        const cover = parts.cover(asked);
        for (const entry of ENTRIES) expect(cover(entry)).toEqual(naively(parts, entries, asked, entry));
      }),
      runs(60),
    );
  });

  it('know which of them hold a term', () => {
    fc.assert(
      fc.property(fc.array(entryParts, { maxLength: 4 }), fc.constantFrom(...TERMS), (list, term) => {
        const parts = partsOf(list.entries());
        const has = (some: readonly (readonly string[])[]) =>
          weightOf(term) > 0 ? some.filter((part) => part.includes(term)).length : 0;
        const all = list.map(({ headings, sentences }) => has([...headings, ...sentences]));
        const count = all.reduce((a, b) => a + b, 0);
        expect(list.map((_, entry) => parts.holds(entry, term))).toEqual(all.map((own) => own > 0));
        expect(list.map((_, entry) => parts.heads(entry, term))).toEqual(list.map(({ headings }) => has(headings) > 0));
        expect(tallied(parts, term)).toEqual([...all.entries()].filter(([, own]) => own > 0));
        expect([parts.countOf(term), parts.headingsWith(term)]).toEqual([
          count,
          list.reduce((sum, { headings }) => sum + has(headings), 0),
        ]);
        expect([parts.knows(term), ...list.map((_, masked) => parts.knows(term, masked))]).toEqual([
          count > 0,
          ...all.map((own) => count > own),
        ]);
        expect(parts.termsOf([0, 2]).has(term)).toBe((all[0] ?? 0) + (all[2] ?? 0) > 0);
      }),
    );
  });
});

describe('what an entry holds of a question', () => {
  const entry = (...headings: string[]): EntryTerms => ({
    headings: headings.map((one) => one.split(' ')),
    sentences: [],
  });
  const parts = partsOf([
    [0, { ...entry('b c', 'c d a'), sentences: [['the', 'c', 'e']] }],
    [1, entry('d f')],
    [2, entry('d b g')],
  ]);
  const covered = (terms: string, of: number) => parts.cover(ask(parts, terms.split(' ')))(of);
  const NONE: Coverage = { unit: 0, pairs: 0, back: 0, heading: 0, headingBack: 0 };

  it('is all where the question is one of its titles, and some where it has a word of it', () => {
    expect(covered('d f', 1)).toEqual({ unit: 1, pairs: 1, back: 1, heading: 1, headingBack: 1 });
    const { unit, back } = covered('d f', 2);
    expect([unit > 0 && unit < 1, back > 0 && back < 1]).toEqual([true, true]);
    expect([covered('d f', 99), covered('unknown', 0), covered('g', 1)]).toEqual([NONE, NONE, NONE]);
  });

  it('is told apart by titles and sentences', () => {
    expect(covered('e', 0)).toMatchObject({ unit: 1, heading: 0, headingBack: 0 });
    expect([parts.heads(0, 'e'), parts.heads(0, 'd'), parts.heads(1, 'e')]).toEqual([false, true, false]);
  });

  it('has words side by side or not, those left out between them that weigh nothing', () => {
    const parts = partsOf([[0, { headings: [['b', 'the', 'c']], sentences: [['d']] }]]);
    expect([parts.hasPair('b', 'c'), parts.hasPair('c', 'b'), parts.hasPair('c', 'd')]).toEqual([true, false, false]);
  });

  it('is in order or not', () => expect([covered('f d', 1).pairs, covered('d f', 1).pairs]).toEqual([0, 1]));

  it('is less of a question of which some is not looked up', () => {
    const asked = ask(parts, ['d', 'f']);
    const { unit, heading } = parts.cover(asked, ['f'])(1);
    expect([unit, heading]).toEqual(
      Array(2).fill(expect.closeTo((asked.get('f') ?? 0) / (parts.weightOf('d') + parts.weightOf('f')))),
    );
  });

  it('is its title, if that says as much and no more', () => {
    const isTitle = (terms: string) => [0, 1].map((of) => parts.isTitle(of, new Set(terms.split(' '))));
    expect([isTitle('c b'), isTitle('f d')]).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(['b', 'c d a', 'b c unknown'].map(isTitle)).toEqual(Array(3).fill([false, false]));
    expect(parts.isTitle(99, new Set(['b', 'c']))).toBe(false);
    // A title of stop words says nothing.
    expect(partsOf([[0, entry('the')]]).isTitle(0, new Set())).toBe(false);
  });

  it('weighs the more, the fewer parts hold it, and the more telling it is by itself', () => {
    expect(parts.weightOf('f')).toBeGreaterThan(parts.weightOf('c'));
    expect([parts.weightOf('the'), parts.weightOf('a') / parts.weightOf('e')]).toEqual([0, 0.5]);
    expect(partsOf([]).weightOf('b')).toBeCloseTo(Math.log(1 + (PSEUDO_UNITS + 0.5) / 0.5));
  });
});
