import { describe, expect, it } from 'vitest';
import { analyzer } from '../../../src/core/text/analyze.ts';
import { latinKey } from '../../../src/core/text/latin-key.ts';
import { respeller } from '../../../src/core/translation/respell.ts';
import { languageOf } from '../../helpers/languages.ts';

const inLatin = {
  replace: { a: '', o: '', e: '', u: '', i: '', y: '', w: '', 'ه ': '', 'h ': '', kh: 'X', x: 'X', q: 'Q', gh: 'Q' },
  words: { chera: 'چرا', shod: 'شد' },
};
const read = analyzer(languageOf('fa', { scripts: ['Arab'] }));
const respell = (words: Readonly<Record<string, number>>) => respeller(inLatin, new Map(Object.entries(words)), read);

describe('latinKey', () => {
  it.each([
    ['mamnoo', 'ممنوع'],
    ['khabar', 'خبر'],
    ['xabar', 'خبر'],
    ['gheir', 'غیر'],
    ['shode', 'شده'],
  ])('brings %s and %s to one form', (latin, own) => expect(latinKey(inLatin)(latin)).toBe(latinKey(inLatin)(own)));

  it('keeps words apart that sound otherwise', () =>
    expect(latinKey(inLatin)('mamnoo')).not.toBe(latinKey(inLatin)('خبر')));
});

describe('respeller', () => {
  it('puts a question into words of the index', () =>
    expect(respell({ ممنوع: 3, چین: 2 })('Chera dar chin mamnoo shod?')).toBe('چرا dar چین ممنوع شد'));

  it('takes the word that is written most alike', () =>
    expect(respell({ بازار: 1, بازی: 1, باز: 9 })('bazi')).not.toBe('بازار'));

  it('keeps a name in Latin letters', () => expect(respell({ ernie: 9, ایران: 10 })('ernie')).toBe('ernie'));

  it('takes what is seldom so written for the word', () => expect(respell({ chin: 1, چین: 90 })('chin')).toBe('چین'));

  it('joins what is one word', () => expect(respell({ فیلترشکن: 1 })('filter shekan')).toBe('فیلترشکن'));

  it('makes no word of one consonant', () => expect(respell({ به: 5 })('be')).toBe('be'));

  it('takes no word for a property that every object has', () =>
    expect(respell({})('constructor')).toBe('constructor'));
});
