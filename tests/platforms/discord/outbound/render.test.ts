import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemsIn } from '../../../../eval/check-discord.ts';
import { notice, offer, paragraph, plainReply, type Reply, text } from '../../../../src/bot/answers/reply.ts';
import { type Block, type Inline, plainText } from '../../../../src/core/entry/blocks.ts';
import { renderModal, shownFields } from '../../../../src/platforms/discord/forms/modal.ts';
import type { Component } from '../../../../src/platforms/discord/outbound/buttons.ts';
import { cut, escapeText, escapeWithin, linkTarget, plain } from '../../../../src/platforms/discord/outbound/escape.ts';
import {
  askedIn,
  type RenderedMessage,
  renderReply,
  renderWithin,
} from '../../../../src/platforms/discord/outbound/render.ts';
import { createOut } from '../../../../src/platforms/discord/outbound/send.ts';
import { openContract } from '../../../helpers/discord-contract.ts';
import { buttonsOf, seen } from '../../../helpers/discord-message.ts';
import { answerWith } from '../../../helpers/replies.ts';
import { runs } from '../../../helpers/runs.ts';
import { someTable } from '../../../helpers/tables.ts';

const contract = await openContract();

/** What a client shows of a text without marks: an escape is what it escapes. */
const shownText = (text: string): string => text.replace(/\\([^0-9A-Za-z\s])/g, '$1');
/** Marks that would still mean something. */
const bare = (text: string): string => text.replace(/\\[^0-9A-Za-z\s]/g, '');
const MEANING = /[*_~|`<@[\]#>]|:\/\/|^-(?=\s|#|$)|^\s*\d+[.)](?=\s)/m;

const nasty = fc.constantFrom(
  '@everyone',
  '@here',
  '<@123>',
  '<@&1>',
  '<#1>',
  '<:a:1>',
  '<t:1:R>',
  '</ask:1>',
  '<id:guide>',
  '**',
  '__',
  '~~',
  '||',
  '`',
  '```',
  '# ',
  '- ',
  '-# ',
  '> ',
  '>>> ',
  '1. ',
  '[a](https://x.example)',
  'https://evil.example/_a_',
  '\\',
  '\\\\',
  '\n',
  '😀',
  '\ud800',
  '\udc00',
  '\u0000',
  '\u202e',
  'ß',
  '你好',
);
const someText = fc
  .array(fc.oneof(nasty, nasty, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 12 })
  .map((parts) => parts.join(''));
const { inline, block } = fc.letrec<{ inline: Inline; block: Block }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small' },
    someText.map((text): Inline => ({ kind: 'text', text })),
    someText.map((text): Inline => ({ kind: 'code', text })),
    fc.constantFrom<Inline>(
      { kind: 'break' },
      { kind: 'command', text: '/topics' },
      { kind: 'mention', raw: '<#123456789012345678>', text: '#rules' },
    ),
    fc
      .tuple(fc.constantFrom('strong', 'emphasis'), fc.array(tie('inline'), { maxLength: 3 }))
      .map(([kind, children]) => ({ kind, children }) as Inline),
    fc
      .tuple(fc.oneof(fc.webUrl(), someText), someText)
      .map(([url, text]): Inline => ({ kind: 'link', url, children: [{ kind: 'text', text }] })),
  ),
  block: fc.oneof(
    { depthSize: 'small' },
    fc.array(tie('inline'), { maxLength: 5 }).map((children): Block => ({ kind: 'paragraph', children })),
    someText.map((text): Block => ({ kind: 'code', text })),
    fc
      .tuple(fc.constantFrom(1 as const, 2 as const), fc.array(tie('inline'), { minLength: 1, maxLength: 3 }))
      .map(([level, children]): Block => ({ kind: 'heading', level, children })),
    someTable(tie('inline')),
    fc.array(tie('block'), { maxLength: 3 }).map((children): Block => ({ kind: 'quote', children })),
    fc
      .tuple(fc.boolean(), fc.array(fc.array(tie('block'), { maxLength: 2 }), { maxLength: 4 }))
      .map(([ordered, items]): Block => ({ kind: 'list', ordered, items })),
  ),
}));
const reply: fc.Arbitrary<Reply> = fc.record({
  kind: fc.constant('notice'),
  language: fc.constant('en'),
  title: fc.option(someText, { nil: undefined }),
  blocks: fc.array(block, { maxLength: 6 }),
  notes: fc.array(fc.array(inline, { maxLength: 3 }), { maxLength: 4 }),
  question: fc.option(someText, { nil: undefined }),
  choices: fc.constant([]),
});
const controls = fc.record({
  choices: fc.array(fc.record({ id: fc.integer({ min: 1, max: 40 }).map(String), label: someText }), { maxLength: 40 }),
  tools: fc.array(fc.record({ id: fc.integer({ min: 41, max: 50 }).map(String), emoji: fc.constant('👍') }), {
    maxLength: 7,
  }),
});

const textsIn = (components: readonly Component[]): string[] =>
  components.flatMap(({ content, components: inner = [] }) => [
    ...(typeof content === 'string' ? [content] : []),
    ...textsIn(inner),
  ]);
const textIn = (message: RenderedMessage | undefined): string => textsIn(message?.components ?? []).join('\n\n');

/** Everything that leaves as one message, checked as Discord would. */
async function problemsOf(message: RenderedMessage): Promise<string[]> {
  const sent: object[] = [];
  const rest = {
    post: async (_path: string, { body }: { body: object }) => {
      sent.push(body);
      return { id: '1' };
    },
  };
  await createOut(rest as never).post('1', message);
  return sent.flatMap((body) => [
    ...problemsIn('POST', '/channels/1/messages', body as Record<string, unknown>),
    ...(contract?.check({ method: 'POST', path: '/api/v10/channels/1/messages', body }) ?? []),
  ]);
}

describe('escaped text', () => {
  it('is shown as it is, and no mark in it means anything', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const escaped = escapeText(text);
        expect(shownText(escaped)).toBe(plain(text));
        expect(bare(escaped)).not.toMatch(MEANING);
      }),
      runs(300),
    );
  });

  it('is cut neither in an escape nor in a character', () => {
    fc.assert(
      fc.property(someText, fc.integer({ min: 2, max: 60 }), (text, most) => {
        const short = escapeWithin(text, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(short.isWellFormed()).toBe(true);
        expect(bare(short)).not.toMatch(MEANING);
        expect(cut(text.toWellFormed(), most).isWellFormed()).toBe(true);
      }),
      runs(200),
    );
  });

  it.each([
    ['@everyone', '\\@everyone'],
    ['a_b*c', 'a\\_b\\*c'],
    ['1. one', '1\\. one'],
    ['3.5 percent', '3.5 percent'],
    ['well-known - so', 'well-known \\- so'],
    ['https://a.example', 'https\\://a.example'],
    ['[words](https://a.example)', '\\[words\\](https\\://a.example)'],
  ])('%s becomes %s', (text, escaped) => expect(escapeText(text)).toBe(escaped));
});

describe('a link', () => {
  it.each([
    ['https://a.example/x y', 'https://a.example/x%20y'],
    ['https://a.example/<b>', 'https://a.example/%3Cb%3E'],
    ['javascript:alert(1)', undefined],
    ['discord://x', undefined],
    ['nonsense', undefined],
  ])('to %s leads to %s', (url, target) => expect(linkTarget(url)).toBe(target));

  it.each([
    ['the *form*', 'https://a.example/x', '[the \\*form\\*](<https://a.example/x>)'],
    ['the form', 'https://a.example/x_(y)', '[the form](<https://a.example/x_%28y%29>)'],
    ['https://a.example/x', 'https://a.example/x', '<https://a.example/x>'],
    // It shows where it leads if its words say something else.
    ['https://bank.example', 'https://evil.example/', 'https\\://bank.example (<https://evil.example/>)'],
    ['at bank.example', 'https://evil.example/', 'at bank.example (<https://evil.example/>)'],
    ['bank', 'https://bank@evil.example/', 'bank (<https://bank@evil.example/>)'],
    [
      'a](<https://b.example>) [b',
      'https://evil.example/',
      'a\\](\\<https\\://b.example\\>) \\[b (<https://evil.example/>)',
    ],
    ['click', 'javascript:alert(1)', 'click (javascript:alert(1))'],
  ])('of the words %s to %s is %s', (words, url, shown) => {
    const link: Inline = { kind: 'link', url, children: [text(words)] };
    expect(textIn(renderReply({ ...plainReply('en', ''), blocks: [paragraph(link)] })[0])).toBe(shown);
  });
});

describe('code', () => {
  const shownWith = (words: string) =>
    textIn(
      renderReply({ ...plainReply('ar', ''), blocks: [paragraph({ kind: 'code', text: '/ask' }, text(words))] })[0],
    );

  it('keeps its direction among words that run from right to left', () =>
    expect(shownWith(' يجيب عن سؤال')).toBe('\u2068`/ask`\u2069 يجيب عن سؤال'));
  it('stands as it is among others', () => expect(shownWith(' answers a question')).toBe('`/ask` answers a question'));
});

describe('a reply', () => {
  it('fits, says all of its words, and is what Discord takes', async () => {
    await fc.assert(
      fc.asyncProperty(reply, controls, fc.option(someText, { nil: undefined }), async (one, buttons, asked) => {
        const messages = renderReply(one, buttons, asked);
        expect(messages.length).toBeGreaterThan(0);
        for (const message of messages) {
          const all = textsIn(message.components).join('');
          expect(all.length).toBeLessThanOrEqual(4000);
          expect(all.isWellFormed()).toBe(true);
          expect(await problemsOf(message)).toEqual([]);
        }
      }),
      runs(150),
    );
  });

  it('that is long is parted between blocks and words, and loses none', async () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/);
    const wordy = fc.array(word, { minLength: 200, maxLength: 1500 }).map((words): Inline[] => [
      { kind: 'text', text: words.slice(0, 100).join(' ') },
      { kind: 'text', text: ' ' },
      { kind: 'strong', children: [{ kind: 'text', text: words.slice(100).join(' ') }] },
      { kind: 'text', text: ' 😀😀 ' },
      { kind: 'link', url: 'https://a.example/long/address', children: [{ kind: 'text', text: 'there' }] },
    ]);
    await fc.assert(
      fc.asyncProperty(fc.array(wordy, { minLength: 1, maxLength: 4 }), async (paragraphs) => {
        const blocks = paragraphs.map((children): Block => ({ kind: 'paragraph', children }));
        const messages = renderReply({ ...plainReply('en', ''), blocks });
        const texts = messages.map(textIn);
        for (const message of messages) expect(await problemsOf(message)).toEqual([]);
        const shown = texts
          .join(' ')
          .replaceAll('**', '')
          .replaceAll('[there](<https://a.example/long/address>)', 'there')
          .split(/\s+/)
          .filter(Boolean);
        expect(shown).toEqual(plainText(blocks).split(/\s+/).filter(Boolean));
        expect(texts.join().match(/<https:\/\/a\.example\/long\/address>/g)).toHaveLength(paragraphs.length);
      }),
      runs(30),
    );
  });

  it('that shall stand in one message leaves out what has no room, and never its source', () => {
    const blocks = ['a', 'b', 'c'].map(
      (letter): Block => ({ kind: 'paragraph', children: [{ kind: 'text', text: letter.repeat(1500) }] }),
    );
    const whole = { ...plainReply('en', ''), title: 'Title', notes: [[text('Source: Handbook')]] };
    const [one, ...none] = renderWithin(1, { ...whole, blocks }, { choices: [], tools: [{ id: '1', emoji: '👍' }] });
    expect(none).toEqual([]);
    const shown = seen(one);
    expect([shown.title, shown.text.length, shown.text.slice(-2), shown.notes]).toEqual([
      'Title',
      3004,
      '\n…',
      'Source: Handbook',
    ]);
    expect(
      seen(renderWithin(1, { ...whole, blocks: blocks.slice(0, 2) }, { choices: [], tools: [] })[0]).text,
    ).toHaveLength(3002);
    const texts = [2, 5].map((most) =>
      renderWithin(most, { ...whole, blocks: [...blocks, ...blocks] }, { choices: [], tools: [] }).map(
        (message) => seen(message).text.length,
      ),
    );
    expect(texts).toEqual([
      [3002, 3004],
      [3002, 3002, 3002],
    ]);
  });

  it('keeps blocks whole where they fit', () => {
    const blocks = ['a', 'b', 'c'].map(
      (letter): Block => ({ kind: 'paragraph', children: [{ kind: 'text', text: letter.repeat(1500) }] }),
    );
    expect(renderReply({ ...plainReply('en', ''), blocks }).map((message) => textIn(message).length)).toEqual([
      3002, 1500,
    ]);
  });

  it.each<[string, Block, string]>([
    [
      'a list',
      {
        kind: 'list',
        ordered: true,
        items: [
          [{ kind: 'paragraph', children: [{ kind: 'text', text: 'a' }] }],
          [{ kind: 'list', ordered: false, items: [[{ kind: 'paragraph', children: [{ kind: 'text', text: 'b' }] }]] }],
        ],
      },
      '1. a\n2. - b',
    ],
    [
      'a quote',
      {
        kind: 'quote',
        children: [
          {
            kind: 'paragraph',
            children: [{ kind: 'text', text: 'a' }, { kind: 'break' }, { kind: 'text', text: 'b' }],
          },
          { kind: 'paragraph', children: [{ kind: 'text', text: 'c' }] },
        ],
      },
      '> a\n> b\n> c',
    ],
    ['code', { kind: 'code', text: 'a ``` b' }, '```\na `\u200b`` b\n```'],
    ['code with its colours', { kind: 'code', text: 'let a', language: 'ts' }, '```ts\nlet a\n```'],
    [
      'marks side by side',
      {
        kind: 'paragraph',
        children: [
          { kind: 'strong', children: [{ kind: 'text', text: 'a ' }] },
          { kind: 'emphasis', children: [{ kind: 'text', text: 'b' }] },
        ],
      },
      '**a** *b*',
    ],
  ])('%s', (_, one, text) => expect(textIn(renderReply({ ...plainReply('en', ''), blocks: [one] })[0])).toBe(text));
});

describe('what a reply is', () => {
  const about = { entry: 'questions/x' };
  const blocks = [paragraph(text('words'))];
  const choices = [{ label: 'a', command: 'show', argument: 'a' }];
  it.each<[string, Reply, number | undefined]>([
    ['an answer', answerWith(about, { blocks }), 0x2e9e6b],
    ['a pinned one', answerWith(about, { blocks, state: 'pinned' }), 0x8e5bd6],
    ['an outdated one', answerWith(about, { blocks, state: 'outdated' }), 0xe0a020],
    ['choices', offer('en', 'which?', choices), 0x3f87d9],
    ['neither', notice('en', { title: 'help', blocks }), undefined],
  ])('shows at its edge: %s', (_, one, colour) => {
    const [message] = renderReply(one, { choices: [{ id: '1', label: 'a' }], tools: [] });
    expect(message?.components.some(({ type }) => type === ComponentType.Container)).toBe(true);
    expect(seen(message).colour).toBe(colour);
  });

  it('a mere sentence stands by itself', () => {
    expect(renderReply(plainReply('en', 'done'))).toEqual([
      { components: [{ type: ComponentType.TextDisplay, content: 'done' }] },
    ]);
  });

  it('a file is shown, for without that nobody sees it', () => {
    expect(
      seen(renderReply({ ...plainReply('en', 'here'), kind: 'file', file: { name: 'data.json', text: '{}' } })[0])
        .files,
    ).toEqual(['attachment://data.json']);
  });
});

describe('sources', () => {
  const source = (url: string, words = 'Handbook'): Inline => ({ kind: 'link', url, children: [text(words)] });
  const shownWith = (...notes: Inline[]) =>
    seen(renderReply({ ...plainReply('en', 'words'), notes: [[text('Source: '), ...notes]] })[0]);

  it('stand on buttons with their host, and in words in the small print', () => {
    expect(shownWith(source('https://www.handbook.example/a?b=1#c'), text(' (2024)'))).toMatchObject({
      notes: 'Source: Handbook (2024\\)',
      links: [['Handbook · handbook.example', 'https://www.handbook.example/a?b=1#c']],
    });
  });

  it.each([
    'http://localhost/a',
    'http://10.0.0.1/a',
    'https://a:b@handbook.example/',
    'https://handbook.example/[a]',
    'https://handbook.example/%zz',
    `https://handbook.example/${'a'.repeat(600)}`,
    'javascript:alert(1)',
  ])('that Discord might refuse as a button stay in the text: %s', (url) => {
    const { links, notes } = shownWith(source(url));
    expect(links).toEqual([]);
    const text = url.startsWith('http')
      ? /^Source: (?:Handbook \(|\[Handbook\]\()<http/
      : /^Source: Handbook \\?\(javascript/;
    expect(notes).toMatch(text);
  });

  it('are one row at most; the others keep their addresses', () => {
    const { links, notes } = shownWith(
      ...[1, 2, 3, 4, 5, 6].map((at) => source(`https://s${at}.example/`, `Source ${at}`)),
    );
    expect(links).toHaveLength(5);
    expect(notes).toContain('[Source 6](<https://s6.example/>)');
  });

  it('keep nothing on a button that holds words together among others', () => {
    expect(shownWith(source('https://a.example/', `\u2068${'x'.repeat(100)}\u2069`)).links[0]?.[0]).not.toMatch(
      /[\u2066-\u2069]/,
    );
  });

  it('name where they lead, however long their titles are', () => {
    const [[label] = ['', '']] = shownWith(source('https://bank.example/', 'x'.repeat(300))).links;
    expect(label).toMatch(/… · bank\.example$/);
    expect(label.length).toBeLessThanOrEqual(80);
  });
});

describe('a question that others cannot see', () => {
  it('is quoted in one line, as it was asked', () => {
    fc.assert(
      fc.property(someText, (words) => {
        const [message] = renderReply(plainReply('en', 'words'), undefined, words);
        const line = plain(words).replace(/\s+/g, ' ').trim();
        const quoted = message?.components[0]?.content as string;
        if (line === '') {
          expect(quoted).toBe('words');
          return;
        }
        expect(quoted).not.toContain('\n');
        expect(bare(quoted.slice(2))).not.toMatch(MEANING);
        if (escapeText(line).length <= 256 && !line.endsWith('…')) expect(askedIn(quoted)).toBe(line);
      }),
      runs(150),
    );
    expect(
      askedIn(renderReply(plainReply('en', 'words'), undefined, 'a'.repeat(400))[0]?.components[0]?.content as string),
    ).toBeUndefined();
  });
});

describe('what would be too much', () => {
  const tools = ['v', 'w', 'x', 'y', 'z'].map((id) => ({ id, label: id }));
  const five = [1, 2, 3, 4, 5].map(
    (at): Inline => ({ kind: 'link', url: `https://s${at}.example/`, children: [text('Source')] }),
  );
  it('of buttons is left out, the last ones first', async () => {
    const choices = Array.from({ length: 25 }, (_, at) => ({ id: String(at), label: String(at) }));
    const reply = {
      ...plainReply('en', 'words'),
      title: 'Title',
      notes: [five],
      question: 'which?',
      choices: choices.map(({ label }) => ({ label, command: 'show', argument: label })),
    };
    const [message = { components: [] }] = renderReply(reply, { choices, tools }, 'asked');
    expect(await problemsOf(message)).toEqual([]);
    const shown = Object.keys(buttonsOf(message));
    expect(shown.filter((name) => /\d/.test(name))).toEqual(
      choices.slice(0, shown.length - 5).map(({ label }) => label),
    );
    expect(shown.slice(-5)).toEqual(tools.map(({ id }) => id));
  });

  it('of small print stands in the text, in as many messages as it takes', async () => {
    const notes = [1, 2, 3].map((at) => [text(`${at} ${'words '.repeat(500)}`)]);
    const messages = renderReply({ ...plainReply('en', 'words'), notes });
    for (const message of messages) expect(await problemsOf(message)).toEqual([]);
    const words = messages.flatMap(({ components }) => textsIn(components)).join(' ');
    expect(words.match(/words/g)).toHaveLength(1501);
  });
});

describe('choices', () => {
  const rowsOf = (labels: readonly string[]) => {
    const [message] = renderReply(
      {
        ...plainReply('en', 'words'),
        question: 'which?',
        choices: labels.map((label) => ({ label, command: 'show', argument: label })),
      },
      { choices: labels.map((label) => ({ id: label, label })), tools: [] },
    );
    return message?.components
      .filter(({ type }) => type === ComponentType.ActionRow)
      .map(({ components = [] }) => components.length);
  };
  it('stand side by side where they are short, and below one another where they are not', () => {
    expect(rowsOf(['a', 'b', 'c', 'd', 'e', 'f'])).toEqual([5, 1]);
    expect(rowsOf(['Why was my account banned?', 'b', 'c'])).toEqual([1, 1, 1]);
  });
});

describe('a form', () => {
  const field = fc.record({
    name: fc.stringMatching(/^[a-z]{3,12}$/),
    label: someText,
    value: someText,
    required: fc.boolean(),
    long: fc.boolean(),
  });
  it('is a modal that Discord takes', () => {
    fc.assert(
      fc.property(
        fc.record({
          command: fc.constant('teach'),
          title: someText,
          fields: fc.uniqueArray(field, { selector: ({ name }) => name, minLength: 1, maxLength: 8 }),
        }),
        (form) => {
          const body = { type: 9, data: renderModal(form, 'id') };
          expect(contract?.check({ method: 'POST', path: '/api/v10/interactions/1/x/callback', body }) ?? []).toEqual(
            [],
          );
          expect(shownFields(form, false).length).toBeLessThanOrEqual(5);
        },
      ),
      runs(100),
    );
  });

  it('drops optional fields first', () => {
    const fields = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, at) => ({
      name,
      label: name,
      value: '',
      required: at > 2,
      long: false,
    }));
    expect(shownFields({ command: 'x', title: 'x', fields }, false).map(({ name }) => name)).toEqual([
      'a',
      'b',
      'd',
      'e',
      'f',
    ]);
  });
});
