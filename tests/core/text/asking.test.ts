import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { plainLanguage } from '../../../src/core/text/language.ts';
import { shippedLocales } from '../../helpers/services.ts';

const { languages } = await shippedLocales();
const readerIn = (tag: string) => analyzer(languages.get(tag) ?? plainLanguage(tag));
const surfaceOf = (tag: string, text: string) => readerIn(tag).read(text).surface;

/** Names of the classes by which a text asks. */
function classesOf(tag: string, text: string): string[] {
  const found = readerIn(tag).asking.classesOf(surfaceOf(tag, text));
  return Object.keys(languages.get(tag)?.askingWords ?? {}).filter((_, at) => (found & (1 << at)) !== 0);
}

describe('the class by which something is asked', () => {
  it.each([
    ['en', 'Why was it banned?', ['why']],
    ['en', 'how come it was banned', ['why']],
    ['en', 'since when is it banned', ['when']],
    ['en', 'how long is it banned', ['when']],
    ['en', 'by whom was it banned', ['who']],
    ['en', 'which company banned it', ['who']],
    ['en', 'in which countries is it banned', ['where']],
    ['en', 'how many people use it', ['how much']],
    ['en', 'how can I use it', ['how']],
    ['en', 'when and why was it banned', ['why', 'when']],
    ['en', 'is it banned', []],
    ['zh-Hans', '它为什么被禁', ['why']],
    ['zh-Hans', '它是什么时候被禁的', ['when']],
    ['zh-Hans', '哪些国家禁了它', ['where']],
    ['ru', 'по какой причине его запретили', ['why']],
    ['ru', 'с каких пор он запрещён', ['when']],
    ['ru', 'какая компания его запретила', ['who']],
    ['ko', '왜 금지됐나요', ['why']],
    ['ko', '언제부터 금지됐나요', ['when']],
    ['es', '¿Por qué lo prohibieron?', ['why']],
    ['es', '¿desde cuándo está prohibido?', ['when']],
    ['fa', 'چرا ممنوع شد', ['why']],
    ['fa', 'در کدام کشور ممنوع است', ['where']],
    ['ar', 'لماذا تم حظره', ['why']],
    ['ar', 'منذ متى تم حظره', ['when']],
    ['it', "Perché l'hanno vietato?", ['why']],
    ['it', 'da quando è vietato', ['when']],
  ])('%s: %s', (tag, text, classes) => expect(classesOf(tag, text)).toEqual(classes));

  it('has words in every language that is described', () =>
    expect([...languages.values()].filter(({ askingWords, writtenFrom }) => !askingWords && !writtenFrom)).toEqual([]));

  it('is none in a language that nobody has described', () => {
    expect(readerIn('tlh').asking.classesOf(['why'])).toBe(0);
    expect(readerIn('tlh').asking.otherwise(['why'], 0)).toBeUndefined();
  });
});

describe('a question that is asked otherwise', () => {
  const otherwise = (tag: string, text: string, turn: number) =>
    readerIn(tag).asking.otherwise(surfaceOf(tag, text), turn)?.text;

  it('has another class, with each turn another one', () => {
    expect([0, 1, 2, 5].map((turn) => otherwise('en', 'Since when is it banned?', turn))).toEqual([
      'why is it banned',
      'who is it banned',
      'where is it banned',
      'why is it banned',
    ]);
    expect(otherwise('zh-Hans', '它什么时候被禁', 0)).toBe('它为什么被禁');
  });

  it('is none of a text that asks by no class, or by two', () =>
    expect(['is it banned', 'when and why was it banned'].map((text) => otherwise('en', text, 0))).toEqual([
      undefined,
      undefined,
    ]));
});
