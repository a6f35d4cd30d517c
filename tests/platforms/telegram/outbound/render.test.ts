import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionsIn } from '../../../../eval/check-telegram.ts';
import { type Notice, notice, type Reply } from '../../../../src/bot/answers/reply.ts';
import type { Block, Inline } from '../../../../src/core/entry/blocks.ts';
import { renderLabel, renderReply } from '../../../../src/platforms/telegram/outbound/render.ts';
import type { Rich } from '../../../../src/platforms/telegram/outbound/rich.ts';
import { runs } from '../../../helpers/runs.ts';
import { someTable } from '../../../helpers/tables.ts';

const LTR = { isRightToLeft: false };
const RTL = { isRightToLeft: true };
const text = (words: string): Inline => ({ kind: 'text', text: words });
const paragraph = (...children: Inline[]): Block => ({ kind: 'paragraph', children });
const reply = (...blocks: Block[]): Notice => notice('en', { blocks });
const only = (parts: readonly Rich[]): Rich => {
  expect(parts).toHaveLength(1);
  return parts[0] ?? { text: '', entities: [] };
};
const shown = ({ text: words, entities }: Rich) =>
  entities.map(({ type, offset, length }) => [type, words.slice(offset, offset + length)]);
const visible = (words: string) => words.replace(/[\u200f\u2060\u2066-\u2069]/g, '');

/** Words that are hard to count and easy to misread. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '@admin',
    '/ban@other_bot',
    '#tag',
    '$USD',
    '😀👩‍👩‍👧',
    '为什么被禁？',
    'پاسخ ChatGPT در 2023-03-16',
    'https://a.example/@who',
    ' ',
    '\n\n',
    '@',
    'name',
    '\u202eabc',
    '\ud800',
  ),
);
const inline: fc.Arbitrary<Inline> = fc.letrec<{ one: Inline }>((tie) => ({
  one: fc.oneof(
    { depthSize: 'small' },
    words.map(text),
    words.map((code): Inline => ({ kind: 'code', text: code })),
    fc.constantFrom<Inline>({ kind: 'break' }, { kind: 'mention', raw: '<@&123456789012345678>', text: '@helpers' }),
    fc.record({
      kind: fc.constantFrom('strong' as const, 'emphasis' as const),
      children: fc.array(tie('one'), { maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('link' as const),
      url: fc.oneof(fc.webUrl(), words),
      children: fc.array(tie('one'), { maxLength: 2 }),
    }),
  ),
})).one;
const block: fc.Arbitrary<Block> = fc.letrec<{ one: Block }>((tie) => ({
  one: fc.oneof(
    { depthSize: 'small' },
    fc.array(inline, { maxLength: 6 }).map((children): Block => ({ kind: 'paragraph', children })),
    fc.oneof(words, fc.string({ maxLength: 6000 })).map((code): Block => ({ kind: 'code', text: code })),
    fc
      .array(inline, { minLength: 1, maxLength: 3 })
      .map((children): Block => ({ kind: 'heading', level: 1, children })),
    someTable(inline),
    fc.string({ unit: 'grapheme', maxLength: 9000 }).map((long): Block => paragraph(text(long))),
    fc.array(tie('one'), { maxLength: 3 }).map((children): Block => ({ kind: 'quote', children })),
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(fc.array(tie('one'), { maxLength: 2 }), { maxLength: 3 }),
    }),
  ),
})).one;
const anyReply: fc.Arbitrary<Reply> = fc.record({
  kind: fc.constant('notice'),
  language: fc.constant('en'),
  title: fc.option(words, { nil: undefined }),
  blocks: fc.array(block, { maxLength: 5 }),
  notes: fc.array(fc.array(inline, { maxLength: 3 }), { maxLength: 3 }),
  question: fc.option(words, { nil: undefined }),
  choices: fc.constant([]),
});

describe('any reply', () => {
  it('fits, has its entities inside the text, and mentions nobody', () => {
    fc.assert(
      fc.property(anyReply, fc.boolean(), (some, isRightToLeft) => {
        const parts = renderReply(some, { isRightToLeft });
        expect(parts.length).toBeGreaterThan(0);
        for (const { text: sent, entities } of parts) {
          expect(sent.length).toBeLessThanOrEqual(4096);
          expect(sent.trim()).toBe(sent);
          expect(sent.isWellFormed()).toBe(true);
          expect(sent).toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u);
          for (const { offset, length } of entities) {
            expect(offset).toBeGreaterThanOrEqual(0);
            expect(length).toBeGreaterThan(0);
            expect(offset + length).toBeLessThanOrEqual(sent.length);
            expect(sent.slice(offset, offset + length).isWellFormed()).toBe(true);
          }
          expect(mentionsIn(sent, entities)).toEqual([]);
        }
      }),
      runs(100),
    );
  });

  it('loses no word where it is parted', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 700, maxLength: 2500 }), (many) => {
        const parts = renderReply(reply(paragraph(text(many.join(' ')))), LTR);
        expect(parts.flatMap((part) => part.text.split(' '))).toEqual(many);
      }),
      runs(20),
    );
  });
});

describe('a reply', () => {
  it('counts as Telegram counts: in UTF-16 units', () => {
    const part = only(
      renderReply(
        reply(paragraph(text('😀 为什么 '), { kind: 'strong', children: [text('禁止😀')] }, text('。'))),
        LTR,
      ),
    );
    expect(part).toEqual({ text: '😀 为什么 禁止😀。', entities: [{ type: 'bold', offset: 7, length: 4 }] });
  });

  it('has title, blocks, notes and question, in this order', () => {
    const part = only(
      renderReply(
        { ...reply(paragraph(text('A.'))), title: 'T', notes: [[text('n1')], [text('n2')]], question: 'Q?' },
        LTR,
      ),
    );
    expect(part.text).toBe('T\n\nA.\n\nn1\nn2\n\nQ?');
  });

  it('shows where a link leads that seems to lead elsewhere', () => {
    const link = (url: string, label: string): Inline => ({ kind: 'link', url, children: [text(label)] });
    const part = only(
      renderReply(
        reply(
          paragraph(
            link('https://evil.example/x', 'https://good.example/evil.example'),
            text(' '),
            link('https://a.example/b', 'https://a.example/b'),
            text(' '),
            link('javascript:alert(1)', 'run'),
          ),
        ),
        LTR,
      ),
    );
    expect(part.text).toBe(
      'https://good.example/evil.example (evil.example) https://a.example/b run <javascript:alert(1)>',
    );
    expect(part.entities.map((entity) => 'url' in entity && entity.url)).toEqual([
      'https://evil.example/x',
      'https://a.example/b',
    ]);
  });

  it('shows lists, quotes and code', () => {
    const list: Block = {
      kind: 'list',
      ordered: true,
      items: [
        [paragraph(text('one'))],
        [paragraph(text('two')), { kind: 'list', ordered: false, items: [[paragraph(text('deep'))]] }],
      ],
    };
    const part = only(
      renderReply(
        reply(
          list,
          {
            kind: 'quote',
            children: [paragraph(text('said')), { kind: 'quote', children: [paragraph(text('again'))] }],
          },
          { kind: 'code', text: 'a @b' },
        ),
        LTR,
      ),
    );
    expect(part.text).toBe('1. one\n2. two\n  • deep\n\nsaid\nagain\n\na @b');
    expect(shown(part)).toEqual([
      ['blockquote', 'said\nagain'],
      ['pre', 'a @b'],
    ]);
  });

  it('shows text as text', () => {
    const hostile = 'hi @admin, /ban@bot or #tag for $USD: a/b, x@y.example, C#, 50 $ <b>*x*</b>';
    const part = only(
      renderReply(reply(paragraph(text(hostile), text(' @'), { kind: 'strong', children: [text('split')] })), LTR),
    );
    expect(mentionsIn(part.text, part.entities)).toEqual([]);
    expect(visible(part.text)).toBe(`${hostile} @split`);
    expect(part.text).toContain('x@y.example');
  });

  it('shows commands of its own to be pressed, and all else that looks like one as text', () => {
    const command: Inline = { kind: 'command', text: '/topics' };
    expect(only(renderReply(reply(paragraph(text('see '), command, text(' or /teach'))), LTR))).toEqual({
      text: 'see /topics or /\u2060teach',
      entities: [],
    });
    const turned = only(renderReply(reply(paragraph(text('جرب '), command, text('.'))), RTL));
    expect(turned).toEqual({ text: '\u200fجرب \u2068/topics\u2069.', entities: [] });
  });

  it('lets its own commands be tapped wherever they are named, and no others', () => {
    const layout = { ...LTR, commands: new Set(['topics', 'settings']) };
    const said = 'try /topics, not /ban, /topics@other_bot or /topicsx';
    expect(only(renderReply(reply(paragraph(text(said))), layout)).text).toBe(
      'try /topics, not /\u2060ban, /\u2060topics@other_bot or /\u2060topicsx',
    );
  });

  it('shows what another platform mentions by its name', () => {
    const mention: Inline = { kind: 'mention', raw: '<#123456789012345678>', text: '#rules' };
    const part = only(renderReply(reply(paragraph(mention)), LTR));
    expect([part.text, part.entities]).toEqual(['#\u2060rules', []]);
  });

  it('sets foreign words apart where text runs from right to left', () => {
    const part = only(
      renderReply(
        {
          ...reply(
            paragraph(text('پاسخ ChatGPT (OpenAI Inc.) در 2023-03-16 و 5 است')),
            paragraph({ kind: 'code', text: 'npm i' }),
          ),
          title: 'ChatGPT چیست؟',
        },
        RTL,
      ),
    );
    expect(part.text).toBe(
      '\u200f\u2068ChatGPT\u2069 چیست؟\n\n\u200fپاسخ \u2068ChatGPT (OpenAI Inc\u2069.) در \u20682023-03-16\u2069 و 5 است\n\n\u200f\u2068npm i\u2069',
    );
    expect(shown(part)).toContainEqual(['code', 'npm i']);
  });

  it('is something even where there is nothing to show', () => {
    expect(renderReply(reply(paragraph(text(' \u200b\u2060'))), LTR)).toEqual([{ text: '…', entities: [] }]);
    expect(renderLabel(' \n', LTR)).toBe('…');
    expect(renderLabel(`${'x'.repeat(62)}😀😀`, LTR)).toBe(`${'x'.repeat(62)}…`);
  });
});

it('parts a long text before words that are set apart rather than in them, so that neither message is left with half of what does so', () => {
  const parts = renderReply(
    reply(paragraph(text('پاسخ Artificial Intelligence Research Centre را ببینید و '.repeat(200)))),
    RTL,
  );
  expect(parts.length).toBeGreaterThan(2);
  for (const { text: shownThere } of parts)
    expect(shownThere.split('\u2068').length).toBe(shownThere.split('\u2069').length);
});

it('keeps a quotation mark that opens a title with it where text runs from right to left', () => {
  const [message] = renderReply(reply(paragraph(text('منبع: ‘Political propaganda’: China'))), RTL);
  expect(message?.text).toContain('\u2068‘Political propaganda’: China\u2069');
});
