import { beforeAll, describe, expect, it } from 'vitest';
import { answerFrom } from '../../../src/core/search/engine.ts';
import type { Library } from '../../../src/core/search/library.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { libraryOf } from '../../helpers/library.ts';
import { PACK } from '../../helpers/pack.ts';
import { shippedLocales } from '../../helpers/services.ts';

let library: Library;
let alone: Library;
const best = (question: string, language = 'en', from = library) => {
  const { kind, candidates } = answerFrom(from, question, language);
  return [kind, candidates[0]?.entry.id];
};

beforeAll(async () => {
  const locales = await shippedLocales();
  library = libraryOf(PACK, locales);
  alone = libraryOf(
    [
      entryOf(
        'questions/wifi',
        textOf('en', 'What is the password of the guest wifi?', [
          'how do I get on the guest wifi',
          'guest wifi password',
        ]),
      ),
    ],
    locales,
  );
});

describe('answerFrom', () => {
  it.each([
    ['why is my account banned', 'questions/why-banned'],
    ['Hello! Why did they ban my account please?', 'questions/why-banned'],
    ['my acount got suspendd', 'questions/why-banned'],
    ['can i use virtual phone numbers', 'questions/phone-number'],
    ['how can I delete the conversation history', 'questions/delete-data'],
    ['can i get my subscription refunded', 'questions/refund'],
    ['我的账号为什么被封', 'questions/why-banned'],
    ['為什麼我的賬號被封', 'questions/why-banned'],
  ])('is sure of %j', (question, id) => {
    expect(best(question, /[a-z]/.test(question) ? 'en' : 'zh-Hant')).toEqual(['sure', id]);
  });

  it.each([
    'what is the capital of France',
    'good morning everyone',
    'lol that was funny',
    'how do I bake sourdough bread',
    'who won the match last night',
    '今天天气怎么样',
    '😀😀',
    '?',
    '\u0000\ud800',
  ])('is not sure of %j', (question) => {
    expect(best(question)[0]).not.toBe('sure');
  });

  it('answers from an entry that lacks the language of the asker', () => {
    expect(best('公司成立于2015年', 'en')).toEqual(['sure', 'facts/founding']);
    expect(best('can i use a virtual phone number', 'zh-Hans')).toEqual(['sure', 'questions/phone-number']);
  });

  it('answers from a pack of one entry, and from it only what it says', () => {
    expect(best('what is the guest wifi password', 'en', alone)).toEqual(['sure', 'questions/wifi']);
    for (const question of ['what is the capital of France', 'hello all', 'is lunch free for guests'])
      expect(best(question, 'en', alone)[0]).not.toBe('sure');
  });

  it('lists each entry once, the likeliest first', () => {
    const { candidates } = answerFrom(library, 'account phone refund', 'en');
    const ids = candidates.map(({ entry }) => entry.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(candidates.map(({ confidence }) => confidence)).toEqual(
      candidates.map(({ confidence }) => confidence).sort((a, b) => b - a),
    );
  });

  it('finds the question behind a story', () => {
    expect(best('I came home from work yesterday and made tea. Why was my account banned?')).toEqual([
      'sure',
      'questions/why-banned',
    ]);
  });

  it('offers both entries where two questions are asked at once', () => {
    const { kind, candidates } = answerFrom(
      library,
      'Why was my account banned? And can I get my subscription refunded?',
      'en',
    );
    expect([kind, ...candidates.slice(0, 2).map(({ entry }) => entry.id)]).toEqual([
      'unsure',
      'questions/why-banned',
      'questions/refund',
    ]);
    expect(best('Can you help me? Why was my account banned?')).toEqual(['sure', 'questions/why-banned']);
  });

  it('does not even offer what has none of the telling words, however like its letters or everyday words are', async () => {
    // Whoever cannot tell languages apart asks every index.
    const { languages, background } = await shippedLocales();
    const { kind, findings } = answerFrom(
      libraryOf(PACK, { languages, background }),
      'what is the capital of France',
      'en',
    );
    expect([kind, findings.some(({ ranked }) => ranked.length > 0)]).toEqual(['unknown', true]);
  });

  it('takes a text of 100,000 characters for no question, before anything is searched', () => {
    const unsearchable = new Proxy(library, {
      get: () => {
        throw new Error('it was searched');
      },
    });
    expect(answerFrom(unsearchable, 'why was my account banned '.repeat(4000), 'en')).toEqual({
      kind: 'unknown',
      candidates: [],
      findings: [],
    });
    expect(() => answerFrom(unsearchable, 'why was my account banned', 'en')).toThrow('it was searched');
  });

  it('knows nothing from nothing', async () => {
    expect(answerFrom(libraryOf([], await shippedLocales()), 'why', 'en').kind).toBe('unknown');
    expect(answerFrom(library, '', 'en').kind).toBe('unknown');
  });
});
