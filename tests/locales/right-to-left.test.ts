import { describe, expect, it } from 'vitest';
import { shippedLocales } from '../helpers/services.ts';

const { messages, languages } = await shippedLocales();
const rightToLeft = [...messages].filter(([tag]) => languages.get(tag)?.direction === 'rtl');
const linesOf = (source: string): string[] => source.split('\n').filter((line) => !line.startsWith('#'));
/** What is set apart keeps the signs of its own language. */
const outsideIsolates = (line: string): string => line.replace(/[\u2066\u2068][^\u2069]*\u2069/g, '');

describe('languages that run from right to left', () => {
  it('are there', () => expect(rightToLeft.map(([tag]) => tag).sort()).toEqual(['ar', 'fa']));

  it.each(rightToLeft)('%s: quotes nothing that is not set apart', (_, source) =>
    expect(linesOf(source).filter((line) => /«[^»\u2066\u2068]*\{/.test(line))).toEqual([]),
  );

  it.each(rightToLeft)('%s: ends what it sets apart', (_, source) => {
    const count = (line: string, marks: RegExp) => line.match(marks)?.length ?? 0;
    expect(linesOf(source).filter((line) => count(line, /[\u2066\u2068]/g) !== count(line, /\u2069/g))).toEqual([]);
  });

  it.each(rightToLeft)('%s: has commas and semicolons of its own', (_, source) =>
    expect(linesOf(source).filter((line) => /[,;](?:\s|\{" "\}|$)/.test(outsideIsolates(line)))).toEqual([]),
  );
});
