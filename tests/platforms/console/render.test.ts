import { describe, expect, it } from 'vitest';
import { type Notice, notice } from '../../../src/bot/answers/reply.ts';
import type { Block, Inline } from '../../../src/core/entry/blocks.ts';
import { renderReply } from '../../../src/platforms/console/render.ts';
import { plain } from '../../helpers/entries.ts';

const LAYOUT = { columns: 40, styled: false };
const render = (parts: Partial<Notice>, layout = LAYOUT) => renderReply(notice('en', parts), layout);
const text = (words: string): Inline => ({ kind: 'text', text: words });
const choice = (label: string) => ({ label, command: 'show', argument: label });
const list = (ordered: boolean, ...items: Block[][]): Block => ({ kind: 'list', ordered, items });

const table = (head: string[], ...rows: string[][]): Block => ({
  kind: 'table',
  aligned: head.map(() => 'none'),
  head: head.map((words) => [text(words)]),
  rows: rows.map((row) => row.map((words) => [text(words)])),
});

describe('renderReply', () => {
  it('shows title, text, notes and choices, parted by empty lines', () => {
    const reply = {
      title: 'Title',
      blocks: [plain('One.'), plain('Two.')],
      notes: [[text('Source')], [text('Date')]],
      question: 'Which?',
      choices: [choice('A'), choice('B')],
    };
    expect(render(reply)).toBe('Title\n\nOne.\n\nTwo.\n\nSource\nDate\n\nWhich?\n  1. A\n  2. B');
    expect(render({ blocks: [plain('One.')], question: 'Which?' })).toBe('One.');
  });

  it('shows a file: its name, then its text', () => {
    const file = { name: 'a.json', text: '{\n  "a": "\u001b[2J"\n}\n' };
    const reply = { kind: 'file', language: 'en', blocks: [plain('Here.')], notes: [], file } as const;
    expect(renderReply(reply, LAYOUT)).toBe('Here.\n\na.json\n\n{\n  "a": "[2J"\n}');
  });

  it('shows bold and dim letters where it may', () => {
    expect(render({ title: 'T', notes: [[text('n')]] }, { ...LAYOUT, styled: true })).toBe(
      '\u001b[1mT\u001b[22m\n\n\u001b[2mn\u001b[22m',
    );
  });

  it.each<[string, Block, string]>([
    ['a list', list(false, [plain('a')], [plain('b')]), '• a\n• b'],
    [
      'an ordered list in a list',
      list(true, [plain('a'), list(false, [plain('b')])], [plain('c')]),
      '1. a\n   • b\n2. c',
    ],
    [
      'a long item',
      list(false, [plain('one two three four five six seven eight nine')]),
      '• one two three four five six seven\n  eight nine',
    ],
    ['a quote', { kind: 'quote', children: [plain('a'), plain('b')] }, '│ a\n│\n│ b'],
    ['a list in a quote', { kind: 'quote', children: [list(false, [plain('a')], [plain('b')])] }, '│ • a\n│ • b'],
    ['code', { kind: 'code', text: 'a = 1\nb' }, '    a = 1\n    b'],
    ['a heading', { kind: 'heading', level: 1, children: [text('a')] }, 'a'],
    ['a table', table(['name', '价格'], ['a\u001b[2J', '1']), 'name  价格\n----  ----\na[2J  1'],
    ['a wide table', table(['name', 'use'], ['a', 'x'.repeat(40)]), `• name: a\n  use:\n  ${'x'.repeat(40)}`],
  ])('shows %s', (_, block, shown) => expect(render({ blocks: [block] })).toBe(shown));

  it('shows where links lead, once', () => {
    const link = (words: string): Inline => ({ kind: 'link', url: 'https://a.example', children: [text(words)] });
    expect(render({ notes: [[link('here')]] })).toBe('here <https://a.example>');
    expect(render({ notes: [[link('https://a.example')]] })).toBe('https://a.example');
  });

  it('lets nothing move the cursor', () => {
    const evil = 'a\u001b[2J\u0007\r\u009bb';
    const reply: Partial<Notice> = {
      title: evil,
      blocks: [plain(evil), { kind: 'code', text: evil }, list(false, [plain(evil)])],
      notes: [[{ kind: 'link', url: evil, children: [text('x')] }]],
      question: evil,
      choices: [choice(evil)],
    };
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(render(reply)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});
