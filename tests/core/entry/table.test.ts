import { describe, expect, it } from 'vitest';
import { type Inline, plainText, type Table } from '../../../src/core/entry/blocks.ts';
import { alignedTable, PHONE_COLUMNS, recordsOf } from '../../../src/core/entry/table.ts';
import { parseEntry } from '../../../src/knowledge/format/markdown.ts';

function tableOf(markdown: string): Table {
  const [block] = parseEntry(`# T\n\n${markdown}`, 1).answer;
  if (block?.kind !== 'table') throw new Error('no table');
  return block;
}
const aligned = (markdown: string, columns = PHONE_COLUMNS) => alignedTable(tableOf(markdown), columns)?.split('\n');

describe('a table in letters of one width', () => {
  it('has its columns one below the other, each on its side', () => {
    expect(aligned('Plan|Price|Seats\n-|-:|:-:\n**Free**|0|1\n`Club`|10.50|unlimited')).toEqual([
      'Plan  Price    Seats',
      '----  -----  ---------',
      'Free      0      1',
      'Club  10.50  unlimited',
    ]);
  });

  it('counts wide letters twice, and letters that take no room not at all', () => {
    expect(aligned('套餐|价格\n-|-:\n免费|0\n👩‍👩‍👧 e\u0301|\u206812元\u2069')).toEqual([
      '套餐  价格',
      '----  ----',
      '免费     0',
      '👩‍👩‍👧 e\u0301  \u206812元\u2069',
    ]);
  });

  it('shows no names if there are none', () => {
    expect(aligned('| | |\n|-|-|\n|a|b|')).toEqual(['a  b']);
  });

  it('is none if a line would be too wide', () => {
    const wide = `a|b\n-|-\n${'x'.repeat(33)}|y`;
    expect(aligned(wide)?.at(-1)).toHaveLength(36);
    expect(aligned(wide, 35)).toBeUndefined();
  });

  it.each([
    ['a link', '[x](https://a.example)'],
    ['a link in bold words', '**[x](https://a.example)**'],
    ['a mention', '<t:0:d>'],
    ['two lines', 'x<br>y'],
    ['words from right to left', 'سلام'],
  ])('is none with %s', (_, cell) => expect(aligned(`a|b\n-|-\nx|${cell}`)).toBeUndefined());
});

describe('a table as records', () => {
  const records = (markdown: string) => plainText([recordsOf(tableOf(markdown))]).split('\n');

  it('names the column before each cell, and leaves empty ones out', () => {
    expect(records('Plan|Price|Note:\n-|-|-\nFree|0|\n||5|x<br>y')).toEqual([
      '- Plan: Free',
      'Price: 0',
      '- Price: 5',
      'Note: x y',
    ]);
    expect(records('|套餐| | |\n-|-|-\n免费|x|y')).toEqual(['- 套餐：免费', 'x', 'y']);
  });

  it('keeps links, and begins with bold words', () => {
    const list = recordsOf(tableOf('Plan|Page\n-|-\nFree|[here](https://a.example)'));
    const [first] = (list.kind === 'list' ? list.items : []).flat();
    const parts: readonly Inline[] = first?.kind === 'paragraph' ? first.children : [];
    expect(parts.map(({ kind }) => kind)).toEqual(['strong', 'break', 'text', 'text', 'link']);
  });
});
