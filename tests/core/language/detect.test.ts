import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageDetector } from '../../../src/core/language/detect.ts';
import { DE, EN, HANS, HANT, languageOf } from '../../helpers/languages.ts';
import { shippedLocales } from '../../helpers/services.ts';

const detect = languageDetector([EN, DE, HANS, HANT, languageOf('ru', { scripts: ['Cyrl'], stopWords: ['что'] })]);

describe('languageDetector', () => {
  it.each([
    ['what is the ban', ['en'], true],
    ['was ist der Bann', ['de'], true],
    ['WHAT IS THAT', ['en'], true],
    ['почему', ['ru'], true],
    ['為什麼被封鎖', ['zh-Hant'], true],
    ['为什么被封', ['zh-Hans', 'zh-Hant'], true],
    ['ChatGPT 为什么被封锁了', ['zh-Hans', 'zh-Hant'], true],
    ['Kyiv', ['de', 'en'], false],
    ['123 !?', [], false],
    ['', [], false],
  ])('%j is in %j, sure: %s', (text, languages, sure) => expect(detect(text)).toEqual({ languages, sure }));

  it('goes by the script that holds most of the text', () => {
    expect(detect('为 what is the OpenAI ban').languages).toEqual(['en']);
  });

  it('tells the scripts of Chinese apart with the shipped words', async () => {
    const shipped = languageDetector([...(await shippedLocales()).languages.values()]);
    expect(shipped('為什麼我的帳號被封了')).toEqual({ languages: ['zh-Hant'], sure: true });
    expect(shipped('我的手机坏了').languages).toEqual(['zh-Hans', 'zh-Hant']);
  });

  it('tells languages of one script apart by samples, and names in none', async () => {
    const locales = await shippedLocales();
    const shipped = locales.detect;
    for (const [text, language] of [
      ['prohibición', 'es'],
      ['proibizione', 'it'],
      ['prohibition of bots', 'en'],
      ['چرا مسدود شد', 'fa'],
      ['почему запретили', 'ru'],
    ] as const)
      expect(shipped(text), text).toEqual({ languages: [language], sure: true });
    expect(shipped('ChatGPT封禁了吗').languages[0]).toBe('zh-Hans');
    expect(shipped('ChatGPT').sure).toBe(false);
  });

  it.each([
    ['كدوم شركت چيني گفته چت جي پي تي نسازيد', 'fa'],
    ['کیف کان الناس فی الصین یتجاوزون الحجب', 'ar'],
  ])('knows a language by its words where the keyboard is another one: %s', async (text, language) =>
    expect((await shippedLocales()).detect(text)).toEqual({ languages: [language], sure: true }),
  );

  it.each([
    'Pourquoi ChatGPT est-il interdit en Chine ?',
    'wie kann ich bezahlen',
    'posso levar o meu cachorro',
    'mag ik mijn hond meenemen',
    'vad kostar en dag',
    'czy mogę przyjść z psem',
    'чи можна прийти з собакою',
    'nasıl ödeyebilirim',
  ])('knows that %j is in a language that nobody described', async (text) =>
    expect((await shippedLocales()).detect(text)).toMatchObject({ sure: false, isUnspoken: true }),
  );

  it.each(['como puedo pagar', 'come posso pagare', 'can i bring my dog', 'можно прийти с собакой', 'pochemu eto'])(
    'takes %j for nothing else, for its language is described',
    async (text) => expect((await shippedLocales()).detect(text).isUnspoken ?? false).toBe(false),
  );

  it.each([
    'comment devenir membre',
    'quels sont les horaires',
    'salut, la cotisation est de combien',
    'pourquoi la Chine a interdit ChatGPT',
    'pourquoi',
    'ist es kostenlos',
  ])('takes %j for no described language, though one shares words with it', async (text) =>
    expect((await shippedLocales()).detect(text)).toMatchObject({ sure: false, isUnspoken: true }),
  );

  it('can read the lines of each language in a step of its own, and reads nothing later', () => {
    const read: string[] = [];
    class Noting extends Map<string, readonly string[]> {
      override get(tag: string): readonly string[] | undefined {
        read.push(tag);
        return super.get(tag);
      }
    }
    const samples = new Noting([
      ['en', ['good morning']],
      ['de', ['guten morgen']],
    ]);
    const other = languageDetector([EN, DE], samples);
    let most = 0;
    for (const step = other.steps(); ; ) {
      const before = read.length;
      if (step.next().done) break;
      most = Math.max(most, read.length - before);
    }
    expect([most, new Set(read)]).toEqual([1, new Set(['en', 'de'])]);
    read.length = 0;
    other('zxqv wkrp');
    expect(read).toEqual([]);
  });

  it('can read what one text needs before it is told, and no more', () => {
    const read: string[] = [];
    const lists = () => {
      read.push('lists');
      return new Map();
    };
    const samples = new Map([
      ['en', ['good morning']],
      ['de', ['guten morgen']],
    ]);
    const other = languageDetector(
      [EN, DE, languageOf('ru', { scripts: ['Cyrl'], stopWords: ['какой'] })],
      samples,
      lists,
    );
    expect([...other.steps('123')], 'no letters').toEqual([]);
    expect([...other.steps('какой')], 'one language has these letters').not.toEqual([]);
    expect([...other.steps('what is the')], 'two have these').not.toEqual([]);
    expect([...other.steps('what is the')], 'once').toEqual([]);
    other('what is the');
    expect(read, 'everyday words need no list of others').toEqual([]);
    expect([...other.steps('zxqv wkrp')]).not.toEqual([]);
    expect(read).toEqual(['lists']);
    other('zxqv wkrp');
    expect(read).toEqual(['lists']);
  });

  it('counts for languages that are not given how much more frequent words are there', () => {
    let read = 0;
    const other = languageDetector([EN, DE], new Map(), () => {
      read++;
      // As frequent as what those languages' own lists name.
      return new Map([
        ['french', [...Array.from({ length: 300 }, (_, at) => `x${at}`), 'où', 'est', 'le', 'chat', 'what']],
      ]);
    });
    expect(other('what is the').isUnspoken ?? false).toBe(false);
    expect(read, 'every word is an everyday one of one language').toBe(0);
    expect(other('what is the chat').isUnspoken ?? false).toBe(false);
    expect(other('où est le chat')).toMatchObject({ sure: false, isUnspoken: true });
  });

  it('lets words of another script tell nothing of a language', () => {
    const thai = ['ที่', 'ไม่', 'และ', 'nextcloud'];
    const letters = languageOf('fi', { scripts: ['Latn'], stopWords: ['abcdefghijklmnopqrstuvwxyz'] });
    const other = languageDetector([letters], new Map(), () => new Map([['thai', thai]]));
    expect(other('nextcloud sync').isUnspoken ?? false).toBe(false);
  });

  it.each([
    ['chera in shode', ['fa']],
    ['pochemu eto zapretili', ['ru']],
    ['weishenme bei feng', ['zh-Hans', 'zh-Hant']],
    ['lesh el 7ajb', ['ar']],
    // Everyday words alone, though others have them.
    ['chin az key baste ro', ['fa']],
  ])('knows a language in Latin letters: %s', async (text, languages) =>
    expect((await shippedLocales()).detect(text)).toEqual({ languages, sure: true, isRomanized: true }),
  );

  it.each(['what is jiemian', 'qué es Jiemian', 'buongiorno da Palermo', 'jiemian', "un'applicazione che sfrutta"])(
    'takes no name for one: %s',
    async (text) => expect((await shippedLocales()).detect(text).isRomanized).toBeUndefined(),
  );

  it('is sure of no language where all words are strange', async () => {
    expect((await shippedLocales()).detect('varfor forbjods krangla tjanst')).toMatchObject({
      languages: expect.arrayContaining(['en', 'es', 'it']),
      sure: false,
    });
  });

  it.each([
    ['AI呢', 'zh-Hans'],
    ['LA在哪', 'zh-Hans'],
    ['Claude چیه', 'fa'],
    ['AI كيف', 'ar'],
    ['что за AI', 'ru'],
  ])('keeps to the script beside a name that is an everyday word elsewhere: %s', async (text, language) =>
    expect((await shippedLocales()).detect(text).languages[0]).toBe(language),
  );

  it('knows no language where there is none', () =>
    expect(languageDetector([])('hello')).toEqual({ languages: [], sure: false }));

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { languages, sure } = detect(text);
        if (sure) expect(languages.length).toBeGreaterThan(0);
      }),
    );
  });
});
