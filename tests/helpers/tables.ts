import fc from 'fast-check';
import type { Block, Inline } from '../../src/core/entry/blocks.ts';
import { parseEntry } from '../../src/knowledge/format/markdown.ts';

/** Any table, also of cells that no entry could have. */
export const someTable = (inline: fc.Arbitrary<Inline>): fc.Arbitrary<Block> =>
  fc
    .integer({ min: 1, max: 4 })
    .chain((columns) => {
      const row = fc.array(fc.array(inline, { maxLength: 2 }), { minLength: columns, maxLength: columns });
      const aligned = fc.array(fc.constantFrom('none', 'left', 'center', 'right'), {
        minLength: columns,
        maxLength: columns,
      });
      return fc.record({ aligned, head: row, rows: fc.array(row, { minLength: 1, maxLength: 4 }) });
    })
    .map((table) => ({ kind: 'table', ...table }));

/** The blocks of an answer. @throws if readers of entries would refuse it */
export function answerOf(markdown: string): readonly Block[] {
  const { answer, findings } = parseEntry(`# T\n\n${markdown}`, 1);
  const [problem] = findings;
  if (problem) throw new Error(`${problem.line}: ${problem.code}`);
  return answer;
}

export const PRICES = [
  'Prices:',
  '### Club',
  '| Plan | Price |\n|---|--:|\n| Free | 0 |\n| Pro `x` | 10 |',
  '#### Where *it* counts',
  'Here.',
].join('\n\n');

/** Wider than a phone. */
export const WIDE = `| Plan | For whom |\n|---|---|\n| Free | ${'everybody '.repeat(5)}|\n| Pro | [us](https://a.example) |`;
