import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { languageOf } from '../../helpers/languages.ts';

const english = analyzer(languageOf('en', { stemmer: 'english' }));
const namesIn = (text: string, read = english) => [...read.analyze(text).names];

describe('the names in a text', () => {
  it('are numbers, and words with a number in them', () =>
    expect(namesIn('is version 16 of gpt4 free')).toEqual(['16', 'gpt4']));

  it('are countries, however they are written', () => {
    expect(namesIn('can i ship to germany')).toEqual(['germani']);
    expect(namesIn('kann ich nach deutschland liefern', analyzer(languageOf('de')))).toEqual(['deutschland']);
  });

  it.each([
    ['can I ship 2 boxes from Rotterdam to Germany?', ['germani']],
    ['was it open in 2019, at 9?', ['2019']],
    ['do I need version 1.20 or 3?', ['1', '20']],
    ['is it port 993 for 40 users', ['993']],
    ['is a vps of 1 gb enough', []],
  ])('are cases where they are countries, years, versions, or name one of several: %s', (text, cases) => {
    const read = analyzer(
      languageOf('en', {
        stemmer: 'english',
        stopWords: ['is', 'a', 'of', 'at', 'in', 'or', 'to', 'from', 'for', 'the', 'was', 'it', 'do', 'i', 'can'],
      }),
    );
    expect([...read.analyze(text).cases]).toEqual(cases);
  });

  it('are words with a capital letter inside a sentence', () => {
    expect(namesIn('Where is the office in Rotterdam?')).toEqual(['rotterdam']);
    expect(namesIn('where is the office in rotterdam')).toEqual([]);
  });

  it('are not words that a sentence begins with, nor those of a text in capitals', () => {
    expect(namesIn('Refunds take long. Parcels do not! Trains? No… Ships')).toEqual([]);
    expect(namesIn('WHERE IS THE OFFICE')).toEqual([]);
  });

  it('are words in Latin letters where the language has others', () => {
    expect(namesIn('как настроить wifi', analyzer(languageOf('ru', { scripts: ['Cyrl'] })))).toEqual(['wifi']);
    expect(namesIn('how to set up wifi')).toEqual([]);
    expect(namesIn('kio estas wifi', analyzer(languageOf('eo', { scripts: [] })))).toEqual([]);
  });
});
