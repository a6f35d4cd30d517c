import { beforeAll, expect, it } from 'vitest';
import type { Services } from '../../../src/bot/services.ts';
import { plainText } from '../../../src/core/entry/blocks.ts';
import { PACK } from '../../helpers/pack.ts';
import { moderatorIn, servicesOf, shippedLocales } from '../../helpers/services.ts';

let services: Services;
beforeAll(async () => {
  services = await servicesOf(PACK);
});
const said = async (text: string) => {
  const reply = await moderatorIn(services)(text);
  return [reply?.kind, plainText(reply?.blocks ?? []) || reply?.question];
};

it('thanks that say a little more get no choices', async () => {
  const welcome = services.speak('en')('welcome');
  expect(await said('account')).toEqual(['offer', expect.stringMatching(/^Did you mean/)]);
  expect(await said('thanks account')).toEqual(['notice', welcome]);
  expect(await said('谢谢 account')).toEqual(['notice', services.speak('zh-Hans')('welcome')]);
});

it('a greeting to everybody, and a mere sign, get no choices', async () => {
  expect((await said('good morning everyone'))[0]).toBe('notice');
  expect((await said('+1'))[0]).not.toBe('offer');
});

it('thanks before or after what is asked are only small talk beside it', async () => {
  expect((await said('thanks, is this about the account?'))[0]).not.toBe('notice');
  expect((await said('account thanks'))[0]).toBe('offer');
  expect((await said('thanks, why was my account banned?'))[0]).toBe('answer');
});

it('thanks are welcome, and what else ends a talk is not thanked for', async () => {
  expect(await said('thank you so much')).toEqual(['notice', "You're welcome!"]);
  expect(await said('спасибо')).toEqual(['notice', 'Пожалуйста!']);
  expect(await said('bye')).toEqual(['notice', services.speak('en')('here-if-needed')]);
});

it.each([
  ['en', 'what can you do?'],
  ['en', 'help'],
  ['en', 'what is this bot'],
  ['en', 'who runs this'],
  ['es', '¿qué puedes hacer?'],
  ['it', 'cosa sai fare?'],
  ['ru', 'что ты умеешь?'],
  ['ko', '뭘 할 수 있어?'],
  ['zh-Hans', '你能做什么？'],
  ['zh-Hant', '這個機器人是什麼？'],
  ['fa', 'این ربات چیه؟'],
  ['ar', 'ما هذا البوت؟'],
])('in %s, "%s" gets the greeting with examples', async (language, text) => {
  const reply = await moderatorIn(services)(text, { locale: language });
  expect(reply?.language).toBe(language);
  expect(plainText(reply?.blocks ?? [])).toContain('Wenda');
  expect(reply?.choices?.length).toBeGreaterThan(0);
});

it('who asks whether it speaks a language is greeted in it', async () => {
  const greeted = async (text: string) => (await moderatorIn(services)(text))?.language;
  expect(await greeted('can you speak Chinese?')).toBe('zh-Hans');
  expect(await greeted('do you speak Russian')).toBe('ru');
  expect(await greeted('¿hablas inglés?')).toBe('en');
  expect(await greeted('говорите по-итальянски?')).toBe('it');
  expect(await greeted('你会说英语吗')).toBe('en');
  expect(await greeted('영어 할 수 있어?')).toBe('en');
  expect(await greeted('هل تتكلم الروسية؟')).toBe('ru');
  expect(await greeted('روسی بلدی؟')).toBe('ru');
  expect(await greeted('parli spagnolo?')).toBe('es');
});

it('words in a language that the bot lacks are told which ones it speaks', async () => {
  const spoken = await servicesOf(PACK, { detect: (await shippedLocales()).detect });
  const told = async (text: string, locale: string) =>
    plainText((await moderatorIn(spoken)(text, { locale }))?.blocks ?? []);
  expect(await told('quels sont les horaires de la piscine ?', 'fr')).toMatch(/^I speak .*English, Spanish/);
  expect(await told('quels sont les horaires de la piscine ?', 'it')).toMatch(/^Parlo queste lingue: .*italiano/);
  expect(await told('quali sono gli orari della piscina?', 'it')).toMatch(/^Non lo so/);
});
