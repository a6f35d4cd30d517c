import { describe, expect, it } from 'vitest';
import { speller } from '../../../src/core/text/spelling.ts';

const COUNTS = new Map([
  ['accounts', 2],
  ['account', 9],
  ['banned', 5],
  ['planned', 1],
  ['verification', 3],
  ['word', 4],
  ['封锁网站吗', 2],
]);
const correct = speller(COUNTS, (word) => COUNTS.has(word) || word === 'amount');

describe('speller', () => {
  it.each([
    ['bannd', 'banned'],
    ['acount', 'account'],
    ['verifcaton', 'verification'],
    ['wordy', 'word'],
    ['bnaned', 'banned'],
    ['wrod', 'wrod'],
  ])('%s is %s', (word, meant) => expect(correct(word)).toBe(meant));

  it.each([
    ['banned', 'known'],
    ['amount', 'known, though near another'],
    ['wrd', 'too short'],
    ['bnnd', 'too short'],
    ['banxxd', 'two mistakes in a short word'],
    ['banne2', 'not only letters'],
    ['pizzeria', 'near to none'],
    ['封锁网站呢', 'written without spaces'],
  ])('%s stays: %s', (word) => expect(correct(word)).toBe(word));

  it('prefers fewer mistakes, then the more frequent word', () => {
    expect(correct('accountz')).toBe('account');
    expect(
      speller(
        new Map([
          ['bitter', 1],
          ['batter', 5],
          ['butter', 2],
        ]),
        () => false,
      )('botter'),
    ).toBe('batter');
  });
});
