import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldMarks } from '../../../src/core/text/normalize.ts';
import { gramSize, gramsOf, isUnspaced, runs, sentencesOf, stretches, words } from '../../../src/core/text/tokenize.ts';

describe('tokenize', () => {
  it('parts spaced and unspaced text', () => {
    expect(runs('use vpn翻墙, 2024年!')).toEqual([
      { text: 'use', unspaced: false },
      { text: 'vpn', unspaced: false },
      { text: '翻墙', unspaced: true },
      { text: '2024', unspaced: false },
      { text: '年', unspaced: true },
    ]);
    expect(stretches('use vpn翻墙, 2024 new')).toEqual(['use vpn', '翻墙', '2024 new']);
  });

  it('cuts unspaced text by a dictionary', () => {
    expect(words('我们需要人工智能')).toContain('我们');
    expect(words("don't stop")).toEqual(['don', 't', 'stop']);
    expect(words('… !?')).toEqual([]);
  });

  it.each([
    ['中文', true, 2],
    ['カー', true, 2],
    ['ภาษา', true, 3],
    ['한국', false, 2],
    ['text', false, 4],
    ['текст', false, 4],
  ])('%s: unspaced %s, grams of %i', (text, unspaced, size) => {
    expect(isUnspaced(text)).toBe(unspaced);
    expect(gramSize(text)).toBe(size);
  });

  it('loses no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const text = foldMarks(written);
        const lettersOf = (one: string) => one.replace(/[^\p{L}\p{N}\p{M}]/gu, '');
        expect(lettersOf(words(text).join(''))).toBe(lettersOf(text));
      }),
    );
  });

  it('makes grams of code points that put together are the text', () => {
    expect(gramsOf('abcd', 3)).toEqual(['abc', 'bcd']);
    expect(gramsOf('ab', 3)).toEqual(['ab']);
    expect(gramsOf('𠮷野家', 2)).toEqual(['𠮷野', '野家']);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.integer({ min: 1, max: 5 }), (text, size) => {
        const [first = '', ...others] = gramsOf(text, size);
        expect(first + others.map((gram) => [...gram].at(-1)).join('')).toBe(text);
      }),
    );
  });

  it('finds sentences', () => {
    expect(sentencesOf('One. Two?\n\n Three', 'en')).toEqual(['One.', 'Two?', 'Three']);
    expect(sentencesOf('第一句。第二句！', 'zh-Hans')).toEqual(['第一句。', '第二句！']);
    expect(sentencesOf('  ', 'en')).toEqual([]);
  });

  it('gathers clauses where nothing but a space parts them', () => {
    const clause = 'ภาษาไทยไม่เว้นวรรคระหว่างคำ';
    const text = Array.from({ length: 10 }, () => clause).join(' ');
    const sentences = sentencesOf(text, 'th');
    expect(sentences.length).toBeGreaterThan(1);
    expect(sentences.slice(0, -1).every(({ length }) => length >= 100 && length < 100 + clause.length)).toBe(true);
    expect(sentences.join(' ')).toBe(text);
    const english = `${'The sign over the door of the restaurant says '.repeat(4)}${clause} in red.`;
    expect(sentencesOf(english, 'en')).toEqual([english]);
  });
});
