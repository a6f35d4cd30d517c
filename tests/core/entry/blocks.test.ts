import { describe, expect, it } from 'vitest';
import { type Block, mapText, plainInline, plainText } from '../../../src/core/entry/blocks.ts';
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
});
