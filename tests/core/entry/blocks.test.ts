import { describe, expect, it } from 'vitest';
import { type Block, mapText, ownText, plainInline, plainText } from '../../../src/core/entry/blocks.ts';
import { plain } from '../../helpers/entries.ts';

const BLOCKS: readonly Block[] = [
  {
    kind: 'paragraph',
    children: [
      { kind: 'text', text: 'a ' },
      {
        kind: 'strong',
        children: [
          { kind: 'text', text: 'b' },
          { kind: 'code', text: 'c' },
        ],
      },
      { kind: 'break' },
      { kind: 'link', url: 'https://a.example', children: [{ kind: 'text', text: 'd' }] },
    ],
  },
  { kind: 'list', ordered: true, items: [[plain('one')], [plain('two'), plain('more')]] },
  { kind: 'list', ordered: false, items: [[plain('dot')]] },
  { kind: 'quote', children: [plain('quoted')] },
  { kind: 'code', text: 'x = 1' },
];

describe('blocks', () => {
  it('have words', () => expect(plainText(BLOCKS)).toBe('a bc\nd\n\n1. one\n2. two\nmore\n\n- dot\n\nquoted\n\nx = 1'));

  it('may have none', () => {
    expect(plainText([])).toBe('');
    expect(plainInline([])).toBe('');
  });

  it('change in their texts only, not in code or addresses', () => {
    const changed = mapText(BLOCKS, (text) => text.toUpperCase());
    expect(plainText(changed)).toBe('A Bc\nD\n\n1. ONE\n2. TWO\nMORE\n\n- DOT\n\nQUOTED\n\nx = 1');
    expect(JSON.stringify(changed)).toContain('https://a.example');
    expect(plainText(BLOCKS)).toContain('one');
  });

  it('have the words of headings and tables, a row a line', () => {
    expect(plainText(PRICES)).toBe('Prices\n\nPlan | Price\nFree | 0\nClub | 5 a month');
    expect(plainText(mapText(PRICES, (text) => text.toUpperCase()))).toBe(
      'PRICES\n\nPLAN | PRICE\nFREE | 0\nCLUB | 5 A MONTH',
    );
  });

  it('are asked for by the names of the columns and the words of a row, which are a sentence of their own', () => {
    expect(ownText(PRICES)).toBe('Prices\n\nPlan Free; Price 0\nPlan Club; Price 5 a month');
  });
});

const word = (words: string) => [{ kind: 'text', text: words } as const];
const PRICES: readonly Block[] = [
  { kind: 'heading', level: 1, children: word('Prices') },
  {
    kind: 'table',
    aligned: ['none', 'right'],
    head: [word('Plan'), word('Price')],
    rows: [
      [word('Free'), word('0')],
      [word('Club'), [...word('5'), { kind: 'break' }, ...word('a month')]],
    ],
  },
];
