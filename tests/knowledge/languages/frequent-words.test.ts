import { describe, expect, it } from 'vitest';
import { frequentWords } from '../../../src/knowledge/languages/frequent-words.ts';
import { readLocales } from '../../../src/knowledge/languages/locales.ts';

describe('frequent words', () => {
  it('are thousands, the most frequent first, a word each', () => {
    const english = frequentWords('english') ?? expect.unreachable();
    expect(english.length).toBeGreaterThan(5000);
    expect(english.slice(0, 20)).toContain('the');
    expect(english.indexOf('the')).toBeLessThan(english.indexOf('guitar'));
    expect(english.filter((word) => word.trim() !== word || word === '')).toEqual([]);
  });

  it.each(['klingon', '', '../package', 'english.txt', '../resources/english'])('are none by the name "%s"', (name) =>
    expect(frequentWords(name)).toBeUndefined(),
  );

  it('are there for every language that is shipped, but for those that nobody writes texts in', async () => {
    const { languages } = await readLocales('locales');
    const without = [...languages.values()].filter(
      ({ frequent, writtenFrom }) => frequent === undefined && writtenFrom === undefined,
    );
    expect(without.map(({ tag }) => tag)).toEqual([]);
  });
});
