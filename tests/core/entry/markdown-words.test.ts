import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/core/entry/blocks.ts';
import { plainMarkdown } from '../../../src/core/entry/markdown-words.ts';
import { isVisible } from '../../../src/knowledge/format/files.ts';
import { parseEntry } from '../../../src/knowledge/format/markdown.ts';
import { hostileText } from '../../helpers/markdown-words.ts';
import { runs } from '../../helpers/runs.ts';

describe('plain text as Markdown', () => {
  it.each([
    ['a\nb\n\nc', 'a\\\nb\n\nc'],
    ['1. a\n- b\n# c\n> d\n| e', '1\\. a\\\n\\- b\\\n\\# c\\\n\\> d\\\n\\| e'],
    ['a\n===\n- -', 'a\\\n\\===\\\n\\- -'],
    ['a  b\r\n   c\\', 'a b\\\nc\\\\'],
  ])('of %j is %j', (text, markdown) => expect(plainMarkdown(text)).toBe(markdown));

  it('shows the same lines', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(hostileText(), fc.constant('\n')), { maxLength: 8 }), (texts) => {
        const text = texts.join('').toWellFormed().replaceAll('\0', '\uFFFD').replace(/\r\n?/g, '\n');
        const paragraphs = text
          .split('\n')
          .map((line) => line.replace(/\s+/g, ' ').trim())
          .join('\n')
          .split(/\n{2,}/)
          .map((one) => one.trim());
        const { answer, findings } = parseEntry(`# T\n\n${plainMarkdown(text)}`, 1);
        fc.pre(isVisible(text));
        expect(findings).toEqual([]);
        expect(plainText(answer).split('\n\n')).toEqual(paragraphs.filter((one) => one !== ''));
      }),
      runs(400),
    );
  });
});
