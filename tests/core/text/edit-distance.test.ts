import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestOf } from '../../../src/core/text/spelling.ts';

/** Levenshtein's distance by its definition. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  return Math.min(
    distance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
    distance(a.slice(1), b) + 1,
    distance(a, b.slice(1)) + 1,
  );
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });

describe('nearestOf', () => {
  it.each([
    ['halp', 'help'],
    ['topic', 'topics'],
    ['sorces', 'sources'],
    ['xyz', undefined],
    ['a', undefined],
    ['langauge', 'language'],
  ])('%s is meant to be %s', (typed, meant) => {
    expect(nearestOf(typed, ['ask', 'help', 'topics', 'sources', 'language'])).toBe(meant);
  });

  it('agrees with the definition', () => {
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 4 }), (typed, names) => {
        const best = Math.min(...names.map((name) => distance(typed, name)));
        const near = nearestOf(typed, names);
        if (best > Math.min(3, typed.length / 2)) expect(near).toBeUndefined();
        else expect(near).toBe(names.find((name) => distance(typed, name) === best));
      }),
    );
  });

  it('finds a name itself, whatever its letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        expect(nearestOf(name, ['zzzzzzzzzzzz', name])).toBe(name);
      }),
    );
  });
});
