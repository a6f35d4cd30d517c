import { describe, expect, it } from 'vitest';
import { keyboardsOf, letterFold } from '../../../src/core/text/normalize.ts';

const [ARABIC, PERSIAN] = [
  { replace: { ی: 'ي', ک: 'ك', پ: 'ب', أ: 'ا', ـ: '' } },
  { replace: { ي: 'ی', ك: 'ک', أ: 'ا', ـ: '', 'می ': ' ' } },
];

describe('letterFold', () => {
  const fold = letterFold([ARABIC, PERSIAN]);

  it('makes one of letters that both languages read alike', () => {
    expect(fold('کیأـ')).toBe(fold('كياـ'));
    expect(fold('abc')).toBe('abc');
  });
  it('leaves apart what one of them tells apart', () => expect(fold('پ')).not.toBe(fold('ب')));
});

describe('keyboardsOf', () => {
  const keyboards = keyboardsOf([ARABIC, PERSIAN]);

  it('tells by the letters that one keeps and the other replaces', () => {
    expect(keyboards('كي')).toEqual([true, false]);
    expect(keyboards('کی پ')).toEqual([false, true]);
  });
  it('tells nothing by letters of both, or of neither', () => {
    expect(keyboards('كی')).toEqual([false, false]);
    expect(keyboards('أسد')).toEqual([false, false]);
  });
});
