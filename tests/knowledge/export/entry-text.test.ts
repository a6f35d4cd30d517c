import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitEntryText, writeEntryText } from '../../../src/knowledge/export/entry-text.ts';
import { splitFrontMatter } from '../../../src/knowledge/format/front-matter.ts';
import { parseEntry } from '../../../src/knowledge/format/markdown.ts';
import { hostileText, hostileWords, someAnswer } from '../../helpers/markdown-words.ts';
import { runs } from '../../helpers/runs.ts';

const FRONT_MATTER = 'sources: [rules]';

/** What the reader makes of a file; fails where it refuses it. */
function read(file: string) {
  const { frontMatter, body = '', bodyLine, findings: above } = splitFrontMatter(file);
  const { title, phrasings, answer, findings } = parseEntry(body, bodyLine);
  expect([...above, ...findings].filter(({ level }) => level === 'error')).toEqual([]);
  return { frontMatter, title: title.text, phrasings: phrasings.map(({ text }) => text), answer };
}

describe("an entry's file", () => {
  it('is written in one form', () => {
    const file = writeEntryText({
      frontMatter: FRONT_MATTER,
      title: 'Why?',
      phrasings: ['how come', 'what for'],
      answer: '\n\nBecause.\n\n- a\n- b\n\n',
    });
    expect(file).toBe('---\nsources: [rules]\n---\n# Why?\n\n> - how come\n> - what for\n\nBecause.\n\n- a\n- b\n');
    expect(writeEntryText({ frontMatter: '', title: 'Why?', phrasings: [], answer: 'So.' })).toBe(
      '---\n---\n# Why?\n\nSo.\n',
    );
  });

  it.each([
    ['# 1', '\\# 1'],
    ['> a', '\\> a'],
    ['- a', '\\- a'],
    ['-5 degrees', '-5 degrees'],
    ['1. a', '1\\. a'],
    ['1.5 a', '1.5 a'],
    ['a_b _c_', 'a_b \\_c\\_'],
    ['a < b <c> AT&T &lt; C#', 'a < b \\<c> AT&T \\&lt; C#'],
    ['[a](b) `c` *d* ~~e~~ ~f', '\\[a](b) \\`c\\` \\*d\\* \\~\\~e\\~\\~ ~f'],
    ['two\nlines', 'two lines'],
  ])('holds the phrasing %j as %j', (words, written) => {
    expect(writeEntryText({ frontMatter: FRONT_MATTER, title: 'T', phrasings: [words], answer: 'x' })).toContain(
      `\n> - ${written}\n`,
    );
  });

  it('keeps words, whatever they mean to Markdown', () => {
    fc.assert(
      fc.property(hostileWords(), fc.array(hostileWords(), { maxLength: 4 }), (title, phrasings) => {
        const file = writeEntryText({
          frontMatter: FRONT_MATTER,
          title,
          phrasings,
          answer: 'So [a].\n\n[a]: https://a.example',
        });
        expect(read(file)).toMatchObject({ title, phrasings, frontMatter: { sources: ['rules'] } });
      }),
      runs(500),
    );
  });

  it('keeps the answer', () => {
    fc.assert(
      fc.property(someAnswer(), fc.array(hostileWords(), { minLength: 1, maxLength: 2 }), (answer, phrasings) => {
        const alone = parseEntry(`# T\n\n> - p\n\n${answer}`, 1).answer;
        expect(read(writeEntryText({ frontMatter: FRONT_MATTER, title: 'T', phrasings, answer })).answer).toEqual(
          alone,
        );
      }),
    );
  });

  it('that was split and written again is the same', () => {
    fc.assert(
      fc.property(
        hostileWords(),
        fc.array(hostileText(), { maxLength: 3 }),
        fc.oneof(someAnswer(), hostileText()),
        (title, phrasings, answer) => {
          const file = writeEntryText({ frontMatter: FRONT_MATTER, title, phrasings, answer });
          const parts = splitEntryText(file);
          expect(writeEntryText(parts)).toBe(file);
          expect(parts).toMatchObject({ frontMatter: FRONT_MATTER, title });
        },
      ),
      runs(400),
    );
  });

  it('of any form means the same once it is written in ours', () => {
    const file =
      '\uFEFF---\r\n# note\r\nsources: [rules]\r\n---\r\n[a]: https://a.example\r\n\r\nWhy *on\r\nearth*?\r\n===\r\n> 1. how\r\n>    come\r\n> * `x`\r\nlazy\r\n\r\n\r\nSee [a].\r\n';
    const written = writeEntryText(splitEntryText(file));
    expect(written).toBe(
      '---\n# note\nsources: [rules]\n---\n# Why on earth?\n\n> - how come\n> - x lazy\n\n[a]: https://a.example\n\nSee [a].\n',
    );
    expect(read(written)).toEqual(read(file));
  });

  it('repeats the title where a quote would be taken for phrasings', () => {
    const file = writeEntryText({ frontMatter: FRONT_MATTER, title: 'Why?', phrasings: [' '], answer: '> - so' });
    expect(read(file)).toMatchObject({ phrasings: ['Why?'], answer: [{ kind: 'quote' }] });
  });

  it.each(['', '# T', '---', '---\nsources: [a]\n', 'text', '\r', '---\n---\n## no title\n\nx'])(
    'of %j is split, though readers refuse it',
    (file) => expect(() => splitEntryText(file)).not.toThrow(),
  );

  it('that readers refuse is split without loss', () => {
    expect(splitEntryText('---\na: b\n---\ntext\n\n## T\n')).toEqual({
      frontMatter: 'a: b',
      title: '',
      phrasings: [],
      answer: 'text\n\n## T',
    });
  });
});
