import { describe, expect, it } from 'vitest';
import { entryOf as madeEntry } from '../../../eval/entry-of.ts';
import { makeEntries } from '../../../eval/made-entries.ts';
import { answerFrom } from '../../../src/core/search/engine.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { libraryOf } from '../../helpers/library.ts';
import { PACK } from '../../helpers/pack.ts';
import { shippedLocales } from '../../helpers/services.ts';

const locales = await shippedLocales();
const UNRELATED = makeEntries(300, 0).entries.map((entry) => madeEntry(entry, 'en'));

describe("an entry's own words", () => {
  it('find it, also beside three hundred unrelated entries', () => {
    const library = libraryOf([...PACK, ...UNRELATED], { ...locales, background: new Map() });
    for (const { id, texts } of PACK) {
      for (const { title, phrasings, language } of texts.values()) {
        for (const words of [title, ...phrasings]) {
          const { kind, candidates } = answerFrom(library, words, language);
          expect([words, kind, candidates[0]?.entry.id]).toEqual([words, 'sure', id]);
        }
      }
    }
  });

  it('claim nothing where two entries have the same', () => {
    const twins = ['a', 'b'].map((name) =>
      entryOf(`questions/${name}`, textOf('en', `Which ${name}?`, ['how do I get in'])),
    );
    expect(answerFrom(libraryOf(twins, locales), 'how do I get in', 'en').kind).not.toBe('sure');
  });

  it('come before another entry that has more of them in its title', () => {
    const join = entryOf(
      'questions/join',
      textOf('en', 'How do I become a member?', ['library card', 'sign up', 'how can I join', 'membership']),
    );
    const lost = entryOf('questions/lost', textOf('en', 'I lost my library card, what now?'));
    const { kind, candidates } = answerFrom(libraryOf([join, lost], locales), 'library card', 'en');
    expect([kind, candidates[0]?.entry.id]).toEqual(['sure', join.id]);
  });
});

describe('an entry for small talk', () => {
  const thanks = entryOf('questions/thanks', textOf('en', 'Thank you', ['thanks', 'thank you so much']));
  const library = libraryOf([...PACK, thanks], locales);
  const best = (question: string, from = library) => {
    const { kind, candidates } = answerFrom(from, question, 'en');
    return [kind, candidates[0]?.entry.id];
  };

  it('is found where nothing else is understood', () => {
    for (const said of ['thanks', 'Thanks, fellows', 'oh well thank you'])
      expect(best(said)).toEqual(['sure', thanks.id]);
  });

  it('does not stand before what is asked beside it', () => {
    expect(best('Thanks! Why was my account banned?')).toEqual(['sure', 'questions/why-banned']);
    expect(best('thanks, account banned?')[1]).toBe('questions/why-banned');
  });

  it('does not answer what is about something else', () => {
    for (const said of ["thanks, what's the weather in Paris?", 'thank you so much, that game keeps crashing'])
      expect(best(said)[0]).not.toBe('sure');
  });

  it('is none where a pack has none', () =>
    expect(best('thanks, fellows', libraryOf(PACK, locales))[0]).not.toBe('sure'));
});

describe('a mere name', () => {
  const office = entryOf(
    'questions/office',
    textOf('en', 'Where is the office in Rotterdam?', [
      'how do I get to the office in rotterdam',
      'address of the rotterdam office',
      'rotterdam office where',
    ]),
  );
  const library = libraryOf([office, ...PACK], locales);
  const kindOf = (question: string) => answerFrom(library, question, 'en').kind;

  it('is not answered outright', () =>
    expect(['rotterdam', 'the Rotterdam'].map(kindOf)).toEqual(['unsure', 'unsure']));
  it('is none beside a question word, where a language needs no more to ask', () => {
    const cafe = entryOf(
      'questions/cafe',
      textOf('ko', '만리장성이 뭐야?', ['만리장성이 무엇인가요', '만리장성에 대해 알려줘', '만리장성 뜻']),
    );
    const kindIn = (question: string) => answerFrom(libraryOf([cafe, ...PACK], locales), question, 'ko').kind;
    expect(['만리장성 뭐야', '만리장성'].map(kindIn)).toEqual(['sure', 'unsure']);
  });
  it('is where a phrasing says just that', () => {
    const named = entryOf(
      office.id,
      textOf('en', 'Where is the office in Rotterdam?', ['rotterdam', 'address of the office']),
    );
    expect(answerFrom(libraryOf([named, ...PACK], locales), 'Rotterdam', 'en').kind).toBe('sure');
  });
});
