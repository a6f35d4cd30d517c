import { describe, expect, it } from 'vitest';
import { subjectsOf } from '../../../src/bot/conversation/in-light.ts';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { plainLanguage } from '../../../src/core/text/language.ts';
import { textOf } from '../../helpers/entries.ts';
import { shippedLocales } from '../../helpers/services.ts';

const reading = analyzer((await shippedLocales()).languages.get('en') ?? plainLanguage('en'));
const BAN = textOf('en', 'Why did China ban Zorvex?', [
  'reason for the zorvex ban',
  'zorvex forbidden in china',
  'what does china have against zorvex',
]);
const NEIGHBOURS = [
  textOf('en', 'What is Zorvex?', ['zorvex explained', 'tell me about zorvex']),
  textOf('en', 'Is Zorvex available in China?', ['zorvex in china', 'use zorvex in china']),
];

describe('the subject of an entry', () => {
  it('is named by the words that its headings and those of its neighbours keep using, in few words, in more, and in its title', () => {
    expect(subjectsOf(BAN, [BAN, ...NEIGHBOURS], reading)).toEqual(['zorvex', 'china zorvex', 'china ban zorvex']);
  });

  it('is named by its own words where no neighbour has them, and by each once', () => {
    expect(subjectsOf(textOf('en', 'What is Zorvex, and is Zorvex free?', ['zorvex']), [], reading)[0]).toBe('zorvex');
    expect(subjectsOf(textOf('en', 'What is it?'), NEIGHBOURS, reading)).toEqual([]);
  });

  it('is found among very many neighbours', () => {
    const many = Array.from({ length: 5000 }, (_, at) => textOf('en', `Which lamp is number ${at}?`, [`lamp ${at}`]));
    expect(
      subjectsOf(textOf('en', 'When is the lamp repaired?', ['lamp repair', 'broken lamp']), many, reading)[0],
    ).toBe('lamp');
  });
});
