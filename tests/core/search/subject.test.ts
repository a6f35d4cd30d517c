import { describe, expect, it } from 'vitest';
import { namesSubject } from '../../../src/core/calibration/another-subject.ts';
import { NAMING, OFFERED } from '../../../src/core/calibration/policy.ts';
import { answerFrom } from '../../../src/core/search/engine.ts';
import { type Analyzer, analyzer as analyzerFor } from '../../../src/core/text/analyze.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { languageOf } from '../../helpers/languages.ts';
import { libraryOf } from '../../helpers/library.ts';
import { PACK } from '../../helpers/pack.ts';
import { shippedLocales } from '../../helpers/services.ts';

/** How seldom each word is; a word that is not here is nowhere frequent. */
const RARITY: Readonly<Record<string, number>> = {
  everybody: 0.3,
  decide: 0.55,
  thing: 0.4,
  office: 0.62,
  meeting: 0.65,
  2024: 0.2,
  nearly: NAMING - 0.01,
};
const read = analyzerFor(
  languageOf('xx', { stopWords: ['the', 'is', 'who'], commonWords: ['thing'], pointingWords: ['that', 'it'] }),
);
const analyzer: Analyzer = { ...read, conceptRarity: (concept) => RARITY[concept] ?? 1 };
const held = new Set(['everybody', 'decide', 'thing', 'office', 'meeting', 'wifi', 'nearly', 'the', '2024']);
const names = (text: string, isHeld: (term: string) => boolean = (term) => held.has(term)) => {
  const index = { holds: (_entry: number, term: string) => isHeld(term) };
  return namesSubject({ question: analyzer.analyze(text), analyzer, words: index, concepts: index }, 0);
};

describe('whether a question names its subject', () => {
  it('is so by one word that people seldom use', () => expect(names('wifi that')).toBe(true));
  it('is so by one less seldom word where nothing points to what was said before', () =>
    expect([names('nearly'), names('office'), names('nearly that')]).toEqual([true, true, false]));
  it('is so by several less seldom words, even beside one that points', () =>
    expect(names('that office meeting')).toBe(true));
  it('is not so by words that everybody uses', () =>
    expect([names('everybody'), names('decide that'), names('who is it')]).toEqual([false, false, false]));
  it('is not so by a word that is in no entry, is a stop word, or is common', () =>
    expect([names('pizza'), names('the'), names('thing')]).toEqual([false, false, false]));
  it('is not so by synonyms of which half are everybody’s', () => {
    const mixed = analyzerFor(
      languageOf('xx', {
        stopWords: ['upon'],
        synonyms: [
          ['upon', 'harbour'],
          ['pier', 'quay'],
        ],
      }),
    );
    const index = { holds: () => true };
    const namesAny = (text: string) =>
      namesSubject({ question: mixed.analyze(text), analyzer: mixed, words: index, concepts: index }, 0);
    expect([namesAny('harbour'), namesAny('quay')]).toEqual([false, true]);
  });
  it('counts a word once', () =>
    expect(names('everybody everybody everybody everybody everybody everybody')).toBe(false));
  it('is so by a name or a number that the entry holds', () =>
    expect([names('is that 2024'), names('is that 2025'), names('who is The')]).toEqual([true, false, false]));
  it('is not so for an entry that holds nothing of it', () =>
    expect(names('wifi office meeting 2024', () => false)).toBe(false));
});

describe('a question that does not name its subject', () => {
  const dues = entryOf(
    'questions/dues',
    textOf('en', 'How much are the membership dues?', [
      'who decided that',
      'is that still a thing',
      'what is that',
      'dues per year',
    ]),
  );
  const ask = async (question: string) => {
    const { kind, candidates } = answerFrom(libraryOf([...PACK, dues], await shippedLocales()), question, 'en');
    return [kind, candidates[0]?.entry.id, candidates[0]?.confidence];
  };

  it.each(['who decided that', 'is that still a thing', 'what is that'])(
    'is offered, but not answered outright, also where a phrasing says just that: %s',
    async (question) => expect(await ask(question)).toEqual(['unsure', dues.id, OFFERED]),
  );
  it('is answered once it does', async () =>
    expect(await ask('who decided the membership dues')).toEqual(['sure', dues.id, expect.anything()]));
});

describe('a question in the very words of an entry', () => {
  const library = async (...texts: Parameters<typeof textOf>[]) =>
    libraryOf(
      [...PACK, ...texts.map((text, at) => entryOf(`questions/own-${at}`, textOf(...text)))],
      await shippedLocales(),
    );
  const kindOf = async (question: string, ...texts: Parameters<typeof textOf>[]) =>
    answerFrom(await library(...texts), question, 'en').kind;

  it('is answered where it is a title, whatever the words', async () => {
    expect(await kindOf('Is there parking?', ['en', 'Is there parking?', ['where can I leave my car']])).toBe('sure');
    expect(await kindOf('who decided that', ['en', 'Who decided that?', ['how was the new name chosen']])).toBe('sure');
  });

  it('is answered where it is a phrasing that asks whether there is something: "there" points to nothing then', async () => {
    expect(
      await kindOf('is there parking', [
        'en',
        'Where can I leave my car?',
        ['is there parking', 'car park near the mill'],
      ]),
    ).toBe('sure');
  });

  it('is no answer to what is like it', async () => {
    expect(await kindOf('is there that', ['en', 'Is there parking?'])).not.toBe('sure');
    expect(await kindOf('who decided that', ['en', 'Is there parking?'])).not.toBe('sure');
  });
});
