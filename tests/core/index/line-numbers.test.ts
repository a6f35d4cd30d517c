import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepLines, lineNumbers } from '../../../src/core/index/line-numbers.ts';

const line = fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }).filter((text) => !text.includes('\n'));

describe('lineNumbers', () => {
  it('finds what a map of the lines would find', () => {
    fc.assert(
      fc.property(fc.uniqueArray(line, { maxLength: 60 }), fc.array(line), (lines, others) => {
        const { size, of } = lineNumbers(structuredClone(keepLines(lines)));
        expect(size).toBe(lines.length);
        for (const text of [...lines, ...others]) expect(of(text)).toBe(lines.indexOf(text));
      }),
    );
  });

  it('finds all of many, and no part of one or more of them', () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `line ${at}`);
    const { of } = lineNumbers(structuredClone(keepLines(lines)));
    expect(lines.every((text, at) => of(text) === at)).toBe(true);
    for (const text of ['', 'line', 'ine 7', 'line 20000', 'line 1\nline 2', '\n']) expect(of(text)).toBe(-1);
  });

  it('finds nothing among no lines', () => {
    const { size, of } = lineNumbers(keepLines([]));
    expect([size, of(''), of('x')]).toEqual([0, -1, -1]);
  });
});
