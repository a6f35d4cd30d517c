import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldMarks, normalizer } from '../../../src/core/text/normalize.ts';
import { HANS, languageOf } from '../../helpers/languages.ts';
import { runs } from '../../helpers/runs.ts';

/** Any UTF-16 code units at all: lone surrogates and control characters among them. */
const anyString = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
);

describe('foldMarks', () => {
  it.each([
    ['Café ÉTÉ', 'cafe ete'],
    ['ＡＢＣ１２３', 'abc123'],
    ['don’t', "don't"],
    ['don‘t', "don't"],
    ['don`t', "don't"],
    ['don´t', "don't"],
    ['a\u0000b', 'a b'],
    ['a\ud800b', 'a b'],
    ['İ', 'i'],
    ['が', 'が'],
    ['two  words \n apart', 'two words apart'],
    ['whyyyyy chinaaaa', 'why china'],
    ['world war iii, 1111 too', 'world war iii, 1111 too'],
    ['un\u00adban', 'unban'],
  ])('%j becomes %j', (text, folded) => expect(foldMarks(text)).toBe(folded));

  it('takes any text, leaves nothing hidden in it, and changes nothing twice', () => {
    fc.assert(
      fc.property(anyString, (text) => {
        const once = foldMarks(text);
        expect(once.isWellFormed()).toBe(true);
        expect(once).not.toMatch(/[\p{Cc}\p{Cf}]|[\u0300-\u036f]/u);
        expect(foldMarks(once)).toBe(once);
      }),
      runs(300),
    );
  });
});

describe('normalizer', () => {
  it('passes over addresses, and not over what follows them', () =>
    expect(normalizer(HANS)('see https://example.com/why-banned?x=1为什么').trim()).toBe('see 为什么'));

  it('replaces what has two spaces like what has one', () =>
    expect(normalizer(languageOf('x', { replace: { 'chat g p t': 'chatgpt' } }))('chat  g p  t')).toBe('chatgpt'));

  it('replaces the longest parts first, and reads signs of patterns as letters', () => {
    const normalize = normalizer(
      languageOf('x', { replace: { "n't": ' not', "can't": 'can not', 'c++': 'cpp', 'a.b': 'dot' } }),
    );
    expect(normalize('Can’t, don’t, C++, axb a.b')).toBe('can not, do not, cpp, axb dot');
  });

  it('folds Traditional characters only where the language wants it', () => {
    expect(normalizer(HANS)('為什麼')).toBe('为什么');
    expect(normalizer(languageOf('ja'))('為')).toBe('為');
  });

  it('changes no Han character twice', () => {
    const normalize = normalizer(HANS);
    const all = Array.from({ length: 0x9fff - 0x4e00 }, (_, at) => String.fromCharCode(0x4e00 + at));
    // OpenCC reads 苧 as a Traditional character, though it is also what 薴 is folded to.
    expect(all.filter((letter) => normalize(normalize(letter)) !== normalize(letter))).toEqual(['薴']);
  });
});
