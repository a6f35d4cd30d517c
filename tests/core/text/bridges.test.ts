import { describe, expect, it } from 'vitest';
import { bridger } from '../../../src/core/text/spelling.ts';

const LINES = [
  'claimblocks',
  '6700 xt rx 6700 xt',
  'bird house',
  'minecart',
  'mine',
  'b550',
  '2024',
  'sing box',
  '8 pin',
];
const words = LINES.map((line) => line.split(' '));
const isPairOf = (first: string, second: string) => (line: readonly string[]) =>
  line.some((word, at) => word === first && line[at + 1] === second);
const read = bridger({
  has: (word) => words.some((line) => line.includes(word)),
  hasPair: (first, second) => words.some(isPairOf(first, second)),
  isUsual: (word) => ['birdhouses', 'claim'].includes(word),
  hasWeight: (word) => word !== 'the',
  nameOf: (word) => ({ синг: 'sing', бокс: 'box', пин: 'pin', минекарт: 'minecart' })[word],
});

describe('bridger', () => {
  it.each([
    ['more claim blocks now', 'more claimblocks now'],
    ['mine cart', 'minecart'],
    ['b 550', 'b550'],
    ['my 6700xt', 'my 6700 xt'],
    ['rx6700xt', 'rx 6700 xt'],
    ['birdhouse', 'bird house'],
    ['синг', 'sing'],
    ['сингбокс', 'sing box'],
    ['8пин', '8 pin'],
    ['мине карт', 'minecart'],
  ])('reads %s as %s', (asked, meant) => expect(read(asked.split(' '))).toEqual(meant.split(' ')));

  it.each([
    ['bird house', 'side by side in a line'],
    ['6800xt', 'a number that no line has'],
    ['20 24', 'a number'],
    ['the mine', 'a word that says nothing'],
    ['housebird', 'not side by side'],
    ['minexy', 'a part that no line has'],
    ['birdhouses', 'usual'],
    ['封锁网站', 'written without spaces'],
  ])('keeps %s: %s', (asked) => expect(read(asked.split(' '))).toEqual(asked.split(' ')));

  it('keeps what could be parted in two ways', () => {
    const both = bridger({
      has: (word) => ['abc', 'defghi', 'abcdef', 'ghi'].includes(word),
      hasPair: () => true,
      isUsual: () => false,
      hasWeight: () => true,
      nameOf: () => undefined,
    });
    expect(both(['abcdefghi'])).toEqual(['abcdefghi']);
  });
});
