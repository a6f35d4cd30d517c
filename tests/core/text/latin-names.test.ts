import { describe, expect, it } from 'vitest';
import { latinNames } from '../../../src/core/text/latin-names.ts';
import { shippedLocales } from '../../helpers/services.ts';

const { languages } = await shippedLocales();
const NAMES =
  'bios box chrome discord docker excel firefox minecraft photoshop python radeon steam telegram ubuntu wayland';
/** How people write them. */
const WRITTEN: Readonly<Record<string, string>> = {
  ru: 'биос бокс хром дискорд докер эксель файрфокс майнкрафт фотошоп пайтон радеон стим телеграм убунту вейланд',
  fa: 'بایوس باکس کروم دیسکورد داکر - فایرفاکس ماینکرفت فتوشاپ پایتون رادئون استیم تلگرام اوبونتو ویلند',
  ar: 'بيوس بوكس كروم ديسكورد دوكر - فايرفوكس ماينكرافت فوتوشوب بايثون راديون ستيم تيليجرام اوبونتو ويلاند',
  ko: '바이오스 박스 크롬 디스코드 도커 엑셀 파이어폭스 마인크래프트 포토샵 파이썬 라데온 스팀 텔레그램 우분투 웨이랜드',
};

const namesIn = (tag: string, names = NAMES.split(' ')) => {
  const language = languages.get(tag);
  if (!language) throw new Error(tag);
  return latinNames(language, new Set(names), (word) => word.replace(/[^a-z]+$/, ''));
};

describe('a name in other letters', () => {
  const lines = Object.entries(WRITTEN).flatMap(([tag, words]) =>
    words.split(' ').flatMap((word, at) => (word === '-' ? [] : [[tag, word, NAMES.split(' ')[at] ?? ''] as const])),
  );
  it.each(lines)('%s: %s is %s', (tag, word, name) => expect(namesIn(tag)([word])?.name).toBe(name));

  it.each([
    ['ru', 'босс', 'two consonants, another vowel'],
    ['ru', 'декор', 'other vowels'],
    ['ru', 'аэ', 'no consonants'],
    ['ru', 'bius', 'in Latin letters'],
    ['fa', 'بس', 'two consonants, other vowels'],
    ['ar', 'درس', 'other consonants'],
    ['ko', '대구', 'other vowels'],
    ['zh-Hans', '拜奥斯', 'a language without a table'],
  ])('%s: %s is none: %s', (tag, word) => expect(namesIn(tag)([word])).toBeUndefined());

  it('is found by any form', () => expect(namesIn('ru')(['биосами', 'биос'])?.name).toBe('bios'));

  it('is known by its stem', () => expect(namesIn('ko', ['bios를'])(['바이오스'])?.name).toBe('bios'));

  it('is the one that sounds most alike', () => expect(namesIn('ru', ['steam', 'stem'])(['стим'])?.name).toBe('steam'));

  it('is none if two sound alike', () => expect(namesIn('ru', ['kat', 'cat'])(['кат'])).toBeUndefined());

  it('is the same only if all of three consonants and the vowels are', () => {
    const isSame = (word: string) => namesIn('ru')([word])?.isSame;
    expect(['докер', 'вейлынд', 'биос'].map(isSame)).toEqual([true, false, false]);
  });
});
