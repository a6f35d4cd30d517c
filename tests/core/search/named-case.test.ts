import { describe, expect, it } from 'vitest';
import { lacksNamedCase } from '../../../src/core/calibration/another-subject.ts';
import { LOCAL_FIT_FROM } from '../../../src/core/calibration/policy.ts';
import { rank } from '../../../src/core/ranking/rank.ts';
import { answerFrom } from '../../../src/core/search/engine.ts';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { EN } from '../../helpers/languages.ts';
import { libraryOf } from '../../helpers/library.ts';
import { indexOf, readWith } from '../../helpers/live-index.ts';
import { shippedLocales } from '../../helpers/services.ts';

const locales = await shippedLocales();
const answers = (language: string, ...questions: readonly string[]) => {
  const entries = questions.map((question, at) => entryOf(`questions/${at}`, textOf(language, question)));
  const library = libraryOf(entries, locales);
  return (question: string) => {
    const { kind, candidates } = answerFrom(library, question, language);
    return [kind, candidates[0]?.entry.id];
  };
};

const shipped = analyzer(locales.languages.get('en') ?? EN);
const isOther = (question: string, title: string): boolean => {
  const index = indexOf([readWith(shipped, title), readWith(shipped, 'Who runs the club?')], shipped);
  const match = index.match(question);
  const [first] = rank(match, index);
  return first !== undefined && lacksNamedCase(match, first, index);
};

describe('a question about another case than the entry', () => {
  const game = answers(
    'en',
    'How do I join the server?',
    'Is it allowed to use a VPN in China?',
    'How do I install the launcher on Windows?',
    'Do I need version 1.21?',
    'When does the map reset?',
    'How do I claim land?',
    'Is the shop open at night?',
  );

  it.each([
    ['is it allowed to use a VPN in Russia?', 1],
    ['how do I install the launcher on Linux?', 2],
    ['do I need version 1.19?', 3],
    ['when did the map reset in 2019?', 4],
    ['how do I claim land in Germany?', 5],
    ['how do I claim land on Hypixel?', 5],
  ])('is offered the entry at most: %s', (question, at) =>
    expect(game(question)).toEqual(['unsure', `questions/${at}`]),
  );

  it.each([
    ['is it allowed to use a VPN in China?', 1],
    ['how do I install the launcher on Windows?', 2],
    ['do I need version 1.21?', 3],
    ['when does the map reset again?', 4],
  ])('is none that names the same: %s', (question, at) => expect(game(question)).toEqual(['sure', `questions/${at}`]));

  it.each([
    ['is the shop open at night on Christmas?', 'Is the shop open at night?'],
    ['how do I claim land on Monday?', 'How do I claim land?'],
    ['was the tower repaired in 2018 or 2019?', 'Was the tower repaired in 2019?'],
  ])('is none with a detail, or with one of the numbers between which it asks: %s', (question, title) =>
    expect(isOther(question, title)).toBe(false),
  );
  it.each([
    ['how do I claim land on Hypixel?', 'How do I claim land?'],
    ['was the tower repaired in 2018?', 'Was the tower repaired in 2019?'],
  ])('is one that names another: %s', (question, title) => expect(isOther(question, title)).toBe(true));

  it.each([
    ['ru', 'Можно ли курить в номере?', 'Можно ли курить в номере в Испании?'],
    ['es', '¿Está incluido el desayuno?', '¿estaba incluido el desayuno en 2019?'],
    ['it', 'È permesso fumare nelle camere?', 'È permesso fumare nelle camere in Francia?'],
    ['fa', 'آیا صبحانه در قیمت اتاق هست؟', 'آیا صبحانه در قیمت اتاق در روسیه هست؟'],
    ['ar', 'هل يمكن التدخين في الغرفة؟', 'هل يمكن التدخين في الغرفة في مصر؟'],
    ['zh-Hans', '可以带宠物入住吗？', '在日本可以带宠物入住吗？'],
    ['ko', '주차장이 있나요?', '2019년에 주차장이 있었나요?'],
  ])('is one in every language: %s', (language, question, other) => {
    const ask = answers(language, question);
    expect([ask(question)[0], ask(other)[0]]).toEqual(['sure', expect.not.stringMatching(/^sure$/)]);
  });

  it('goes without saying in a pack of many phrasings if many of them name it', () => {
    const matchOf = (headingsWith: number) =>
      ({
        words: { weightOf: () => 1, holds: () => false, headingsWith: () => headingsWith },
        question: { names: new Set(['2019']), cases: new Set(['2019']) },
        unknownWords: () => [],
        analyzer: analyzer(EN),
      }) as unknown as Parameters<typeof lacksNamedCase>[0];
    const first = { entry: 0, features: { wordHeadingBack: 1, conceptHeadingBack: 1 } } as unknown as Parameters<
      typeof lacksNamedCase
    >[1];
    const lacks = (headingsWith: number, phrasings: number, ...named: readonly string[]) =>
      lacksNamedCase(matchOf(headingsWith), first, {
        size: 10,
        phrasings,
        headingsOf: () => named.map((word) => ({ words: [word], stretches: [], asking: 0 })),
      });
    const headings = 10 * (1 + LOCAL_FIT_FROM);
    expect([0, headings].map((count) => lacks(count, LOCAL_FIT_FROM - 0.1))).toEqual([true, true]);
    expect([0, headings].map((count) => lacks(count, LOCAL_FIT_FROM))).toEqual([true, false]);
    // An entry about any year names several.
    expect([['2017'], ['2017', '2018'], ['2017', '4']].map((named) => lacks(0, LOCAL_FIT_FROM, ...named))).toEqual([
      true,
      false,
      true,
    ]);
  });

  it.each([
    ['when did engine-4 come out', ['4']],
    ['engine4 release', ['engine4']],
    ['we stay for 4 nights', []],
  ])('is a number that is joined to a word: %j', (question, cases) =>
    expect([...analyzer(EN).analyze(question).cases]).toEqual(cases),
  );
});
