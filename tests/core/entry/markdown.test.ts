import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type Inline, plainText } from '../../../src/core/entry/blocks.ts';
import { markdownOf } from '../../../src/core/entry/markdown.ts';
import { parseEntry } from '../../../src/knowledge/format/markdown.ts';
import { readKnowledge } from '../../../src/knowledge/packs/read-knowledge.ts';
import { hostileText, someAnswer } from '../../helpers/markdown-words.ts';
import { runs } from '../../helpers/runs.ts';

/** Below a paragraph, for a quote right below the title would be phrasings. */
const read = (markdown: string): readonly Block[] => parseEntry(`# T\n\nT\n\n${markdown}`, 1).answer.slice(1);
const paragraph = (...children: readonly Inline[]): Block => ({ kind: 'paragraph', children });
const text = (words: string): Inline => ({ kind: 'text', text: words });

describe('blocks as Markdown', () => {
  it.each([
    ['- a\n- b\n\n* c', '- a\n- b\n\n* c'],
    ['1. a\n\n   b\n2. c\n\n1) d\n\n1. e', '1. a\n\n   b\n2. c\n\n1) d\n\n1. e'],
    ['> a\n>\n> - b\n>   - c', '> a\n>\n> - b\n>   - c'],
    ['- a\n  ```sh\n  x  \n\n   y\n  ```', '- a\n\n  ```sh\n  x  \n\n   y\n  ```'],
    ['*a **b***  \nc', '*a **b***\\\nc'],
    ['[a](https://a.example/x_(y))', '[a](<https://a.example/x_(y)>)'],
    ['<https://a.example/>', '[https://a.example/](https://a.example/)'],
    ['### a #b\\#\n\n####   *c* ##\n\nd', '### a #b#\n\n#### *c*\n\nd'],
    ['### a \\#', '### a \\#'],
    [
      'a|b|c|d\n:-|-:|:-:|-\n1|`2\\|3`|[x](https://a.example/?q=1\\|2)\n\\\\\\||<br>**4**<BR/>|\\|',
      [
        '| a | b | c | d |',
        '| :-- | --: | :-: | --- |',
        '| 1 | `2\\|3` | [x](https://a.example/?q=1%7C2) |  |',
        '| \\\\\\| | <br>**4**<br> | \\| |  |',
      ].join('\n'),
    ],
    ['“1. a”\\\n\\- b `` ` ``', '“1. a”\\\n\\- b `` ` ``'],
  ])('of %j is %j, which reads as the same', (source, markdown) => {
    expect(markdownOf(read(source))).toBe(markdown);
    expect(read(markdown)).toEqual(read(source));
  });

  it('names what only one platform writes, and shows no markup of its own', () => {
    const raw = { kind: 'mention', raw: '<#1>', text: '#rules' } as const;
    expect(markdownOf([paragraph(text('see '), raw, { kind: 'entry', id: 'questions/x', text: 'X_' })])).toBe(
      'see #rulesX\\_',
    );
  });

  it('holds every included answer word for word', async () => {
    const { entries } = await readKnowledge('knowledge');
    const answers = entries.flatMap(({ texts }) => [...texts.values()].map(({ answer }) => answer));
    expect(answers.length).toBeGreaterThan(300);
    for (const answer of answers) expect(plainText(read(markdownOf(answer)))).toBe(plainText(answer));
  });

  it('holds any words', () => {
    fc.assert(
      fc.property(someAnswer(), hostileText(), (answer, words) => {
        const line = words.toWellFormed().replaceAll('\0', '\uFFFD').replace(/\s+/g, ' ').trim();
        fc.pre(line !== '');
        const blocks = [...read(answer), paragraph(text(line))];
        expect(plainText(read(markdownOf(blocks)))).toBe(plainText(blocks));
      }),
      runs(400),
    );
  });
});
