import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/core/entry/blocks.ts';
import { parseEntry } from '../../../src/knowledge/format/markdown.ts';

const answerOf = (markdown: string) => parseEntry(`# Why?\n\n${markdown}`, 1);

describe('an entry', () => {
  it('has a title, phrasings and an answer, each with its line in the file', () => {
    const { title, phrasings, answer, findings } = parseEntry(
      '\n# Why *is* it `so`?\n\n> - how come\n>   it is\n> - what *for*\n\nBecause.\n',
      7,
    );
    expect(findings).toEqual([]);
    expect(title).toEqual({ text: 'Why is it so?', line: 8 });
    expect(phrasings).toEqual([
      { text: 'how come it is', line: 10 },
      { text: 'what for', line: 12 },
    ]);
    expect(answer).toEqual([{ kind: 'paragraph', children: [{ kind: 'text', text: 'Because.' }] }]);
  });

  it('needs no phrasings', () => {
    expect(parseEntry('# Why?\n\nSo.', 1)).toMatchObject({ phrasings: [], findings: [] });
  });

  it('may hold quotes in its answer', () => {
    const { phrasings, answer, findings } = parseEntry('# Why?\n\n> - how come\n\n> They said so.\n\nYes.', 1);
    expect(findings).toEqual([]);
    expect(phrasings).toHaveLength(1);
    expect(answer.map(({ kind }) => kind)).toEqual(['quote', 'paragraph']);
  });

  it('is the same with CRLF', () => {
    const text = '# Why?\n\n> - how come\n\nOne\ntwo.\n';
    expect(parseEntry(text.replaceAll('\n', '\r\n'), 3)).toEqual(parseEntry(text, 3));
  });
});

describe('an answer', () => {
  it('keeps every form that all platforms show', () => {
    const markdown =
      'A **b *c*** `d` [e **f**](https://example.org/?a=1&b=2 "title")\\\ng\n\n- h\n\n  i\n- j\n  1. k\n\n> l\n\n```ts\nm <b>\n\nn\n```\n\n    o\n';
    const { answer, findings } = answerOf(markdown);
    expect(findings).toEqual([]);
    const word = (text: string) => ({ kind: 'text', text });
    const paragraph = (text: string) => ({ kind: 'paragraph', children: [word(text)] });
    expect(answer).toEqual([
      {
        kind: 'paragraph',
        children: [
          word('A '),
          { kind: 'strong', children: [word('b '), { kind: 'emphasis', children: [word('c')] }] },
          word(' '),
          { kind: 'code', text: 'd' },
          word(' '),
          {
            kind: 'link',
            url: 'https://example.org/?a=1&b=2',
            children: [word('e '), { kind: 'strong', children: [word('f')] }],
          },
          { kind: 'break' },
          word('g'),
        ],
      },
      {
        kind: 'list',
        ordered: false,
        items: [
          [paragraph('h'), paragraph('i')],
          [paragraph('j'), { kind: 'list', ordered: true, items: [[paragraph('k')]] }],
        ],
      },
      { kind: 'quote', children: [paragraph('l')] },
      { kind: 'code', text: 'm <b>\n\nn', language: 'ts' },
      { kind: 'code', text: 'o' },
    ]);
  });

  it.each([
    ['a < b, 3<5, <3, <-, <你> and \\<b> &lt;i&gt; `<u>`', 'a < b, 3<5, <3, <-, <你> and <b> <i> <u>'],
    ['<https://example.org/ü>', 'https://example.org/ü'],
    ['one\ntwo', 'one two'],
    ['一二，\n三\n**四**\n五', '一二，三四五'],
    ['一\ntwo\n三', '一 two 三'],
    ['see www.example.org and https://example.org', 'see www.example.org and https://example.org'],
    ['[x] and [y][z]', '[x] and [y][z]'],
    ['"quotes" -- and ...', '"quotes" -- and ...'],
  ])('%j reads %j', (markdown, text) => {
    const { answer, findings } = answerOf(markdown);
    expect(findings).toEqual([]);
    expect(plainText(answer)).toBe(text);
  });

  it('links nothing by itself', () => {
    expect(answerOf('https://example.org').answer).toEqual([
      { kind: 'paragraph', children: [{ kind: 'text', text: 'https://example.org' }] },
    ]);
  });

  it('may nest four lists and quotes, and four kinds of emphasis', () => {
    expect(answerOf('- > - > x').findings).toEqual([]);
    expect(answerOf('*a **b *c **d** c* b** a*').findings).toEqual([]);
  });
});
