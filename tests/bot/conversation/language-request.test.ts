import { describe, expect, it } from 'vitest';
import { languageRequest } from '../../../src/bot/conversation/remark.ts';
import { plainText } from '../../../src/core/entry/blocks.ts';
import { libraryOf } from '../../helpers/library.ts';
import { PACK } from '../../helpers/pack.ts';
import { botOf } from '../../helpers/replies.ts';
import { PLACE, servicesOf, shippedLocales } from '../../helpers/services.ts';

const { languages, background } = await shippedLocales();
const asked = (text: string, first = 'en') => languageRequest(text, languages, first)?.language;

describe('a text that asks for a language', () => {
  it.each([
    ['en', 'in Spanish, please', 'es'],
    ['en', 'can you say that in Russian?', 'ru'],
    ['en', 'Farsi please', 'fa'],
    ['es', 'en español por favor', 'es'],
    ['es', '¿me lo puedes decir en inglés?', 'en'],
    ['it', 'in italiano per favore', 'it'],
    ['it', 'puoi tradurlo in coreano?', 'ko'],
    ['ru', 'на русском, пожалуйста', 'ru'],
    ['ru', 'а можно по-английски?', 'en'],
    ['ko', '한국어로 해 주세요', 'ko'],
    ['ko', '영어로 알려줘', 'en'],
    ['fa', 'لطفاً به فارسی', 'fa'],
    ['fa', 'میشه انگلیسی بگید؟', 'en'],
    ['ar', 'بالعربية من فضلك', 'ar'],
    ['ar', 'هل يمكنك ترجمتها إلى الإنجليزية؟', 'en'],
    ['zh-Hans', '用中文', 'zh-Hans'],
    ['zh-Hans', '请用英文再说一遍', 'en'],
    ['zh-Hant', '請用繁體中文', 'zh-Hant'],
    ['zh-Hant', '可以用中文嗎？', 'zh-Hant'],
    ['zh-Hant', '有西班牙文版嗎', 'es'],
    ['en', '中文', 'zh-Hans'],
  ])('%s: %s', (first, text, language) => expect(asked(text, first)).toBe(language));

  it.each([
    'do you have a Spanish teacher?',
    'why is the game not in Russian',
    'in a minute, please',
    'who won the Spanish league',
    '用英文名字注册可以吗',
    'el servidor está en español pero mi cuenta no',
    'на русском сервере меня забанили',
    '영어로 된 서버가 있나요',
  ])('is no other text: %s', (text) => expect(asked(text)).toBeUndefined());
});

describe('the last answer', () => {
  const library = libraryOf(PACK, { languages, background });
  const ask = async () => {
    const respond = botOf(await servicesOf(PACK, { library }));
    return (text: string) => respond({ person: 'p', place: PLACE, text, addressed: true, locale: 'en' });
  };

  it('is given in the language that is asked for, and what follows is in it', async () => {
    const say = await ask();
    await say('why was my account banned');
    expect(await say('in Chinese, please')).toMatchObject({ language: 'zh-Hans', title: '为什么我的账号被封了？' });
    expect(await say('英文')).toMatchObject({ language: 'en', title: 'Why was my account banned?' });
  });

  it('is offered in those that it has, if it lacks this one', async () => {
    const say = await ask();
    await say('can I get a refund for my subscription');
    const reply = await say('in Italian please');
    expect(reply).toMatchObject({
      kind: 'notice',
      choices: [{ label: 'English', argument: expect.stringMatching(/language: en$/) }],
    });
    expect(plainText(reply?.blocks ?? [])).toBe('Ho questa risposta, ma non in questa lingua: italiano.');
  });

  it('is none before anything was answered', async () => {
    expect(await (await ask())('in Chinese, please')).not.toMatchObject({ kind: 'answer' });
  });

  it('can be asked for by name, too', async () => {
    const say = await ask();
    expect(await say('/show questions/why-banned language: chino')).toMatchObject({ language: 'zh-Hans' });
    expect(await say('/show questions/why-banned language: Klingon')).toMatchObject({ kind: 'notice' });
  });
});
