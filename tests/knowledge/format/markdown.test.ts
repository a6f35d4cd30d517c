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

  const inline = (markdown: string) => {
    const { answer, findings } = answerOf(markdown);
    expect(findings).toEqual([]);
    return answer.flatMap((block) => (block.kind === 'paragraph' ? block.children : []));
  };

  it.each([
    ['see https://example.org/a_b_c.', 'https://example.org/a_b_c', 'https://example.org/a_b_c'],
    ['**https://example.org/x**', 'https://example.org/x', 'https://example.org/x'],
    ['详见https://example.org/规则。', 'https://example.org/%E8%A7%84%E5%88%99', 'https://example.org/规则'],
  ])('links an address by itself: %s', (markdown, url, words) =>
    expect(JSON.stringify(inline(markdown))).toContain(
      JSON.stringify({ kind: 'link', url, children: [{ kind: 'text', text: words }] }),
    ),
  );

  it.each([
    'example.org',
    'www.example.org',
    'a@example.org',
    'mailto:a@example.org',
    'ftp://example.org/',
    '//a.example/b',
  ])('links nothing else: %s', (words) => expect(inline(words)).toEqual([{ kind: 'text', text: words }]));

  it.each([
    ['<#123456789012345678>', '#123456789012345678'],
    ['[#the *rules*](<#123456789012345678>)', '#the rules', '<#123456789012345678>'],
    ['<@&123456789012345678>', '@&123456789012345678'],
    ['[@helpers](<@&123456789012345678>)', '@helpers', '<@&123456789012345678>'],
    ['<@!123456789012345678>', '@!123456789012345678'],
    ['<:_a_b_:123456789012345678>', ':_a_b_:'],
    ['<a:dance:123456789012345678>', ':dance:'],
    ['</ask:123456789012345678>', '/ask'],
    ['<id:customize>', 'id:customize'],
    ['[Channels & Roles](<id:customize>)', 'Channels & Roles', '<id:customize>'],
  ])('%s is a mention', (markdown, text, raw = markdown) =>
    expect(inline(markdown)).toEqual([{ kind: 'mention', raw, text }]),
  );

  it.each([
    ['<t:1700000000>', '2023-11-14 22:13 UTC', '2023-11-14T22:13'],
    ['<t:1700000000:R>', '2023-11-14 22:13 UTC', '2023-11-14T22:13'],
    ['<t:1700000000:D>', '2023-11-14', '2023-11-14'],
  ])('%s is a time', (raw, text, moment) => expect(inline(raw)).toEqual([{ kind: 'mention', raw, text, moment }]));

  it.each(['<#12>', '<t:x>', '<:a:1>', '`<#123456789012345678>`', '\\<#123456789012345678>'])(
    '%s is none',
    (markdown) => expect(JSON.stringify(inline(markdown))).not.toContain('mention'),
  );

  it('may nest four lists and quotes, and four kinds of emphasis', () => {
    expect(answerOf('- > - > x').findings).toEqual([]);
    expect(answerOf('*a **b *c **d** c* b** a*').findings).toEqual([]);
  });
});
