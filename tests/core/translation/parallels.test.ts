import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { parallelsIn } from '../../../src/core/translation/translations.ts';
import { entryOf, plain, textOf } from '../../helpers/entries.ts';
import { DE, EN } from '../../helpers/languages.ts';

const [de, en] = [
  { base: 'de', analyzer: analyzer(DE) },
  { base: 'en', analyzer: analyzer(EN) },
];
const entry = (id: string, german: string, english: string) =>
  entryOf(
    id,
    textOf('de', 'Haus', ['ein Haus', 'das Haus'], { answer: [plain(german)] }),
    textOf('en', 'House', ['a house'], { answer: [plain(english)] }),
  );
const found = (german: string, english: string) =>
  parallelsIn([entry('a', german, english)], de, en).map(({ source, target }) => [
    [...source.keys()].join(' '),
    [...target.keys()].join(' '),
  ]);

describe('parallelsIn', () => {
  it('are titles, phrasings as a whole, and sentences', () => {
    expect(found('Rot. Blau.', 'Red. Blue.')).toEqual([
      ['haus', 'hous'],
      ['haus ein das', 'a hous'],
      ['rot', 'red'],
      ['blau', 'blue'],
    ]);
  });

  it('are whole answers where one has more sentences', () =>
    expect(found('Rot. Blau.', 'Red and blue.')[2]).toEqual(['rot blau', 'red and blue']));

  it('say what share of the phrasings has a word', () => {
    expect(parallelsIn([entry('a', 'Rot.', 'Red.')], de, en)[1]?.source).toEqual(
      new Map([
        ['haus', 1],
        ['ein', 0.5],
        ['das', 0.5],
      ]),
    );
  });

  it('are the most frequent words only', () => {
    const phrasings = Array.from({ length: 100 }, (_, at) => `Haus w${at}`);
    const [, bags] = parallelsIn([entryOf('a', textOf('de', 'Haus', phrasings), textOf('en', 'House'))], de, en);
    expect([bags?.source.size, bags?.source.get('haus')]).toEqual([60, expect.closeTo(1)]);
  });

  it('are not what is there in one language only', () =>
    expect(parallelsIn([entryOf('a', textOf('en', 'House'))], de, en)).toEqual([]));

  it('are of every so many entries where there are very many', () => {
    const many = Array.from({ length: 6000 }, (_, at) =>
      entryOf(`e${at}`, textOf('de', 'Haus'), textOf('en', 'House')),
    );
    expect(parallelsIn(many, de, en).length).toBeLessThan(3 * 5000);
  });
});
