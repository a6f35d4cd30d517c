import { describe, expect, it } from 'vitest';
import { plainReply } from '../../../../src/bot/answers/reply.ts';
import type { Component } from '../../../../src/platforms/discord/outbound/buttons.ts';
import { headedBy, renderReply } from '../../../../src/platforms/discord/outbound/render.ts';
import { answerWith } from '../../../helpers/replies.ts';
import { answerOf, PRICES, WIDE } from '../../../helpers/tables.ts';

const textsIn = (components: readonly Component[]): string[] =>
  components.flatMap(({ content, components: inner = [] }) => [
    ...(typeof content === 'string' ? [content] : []),
    ...textsIn(inner),
  ]);
const show = (markdown: string): string[] =>
  renderReply({ ...plainReply('en', ''), blocks: answerOf(markdown) }).map(({ components }) =>
    textsIn(components).join('\n\n'),
  );

describe('headings and tables on Discord', () => {
  it('are headings of its own, right above what they name, and letters of one width', () => {
    expect(show(PRICES)).toEqual([
      'Prices:\n\n### \u200bClub\n```\nPlan   Price\n-----  -----\nFree       0\nPro x     10\n```\n\n**Where *it* counts**\nHere.',
    ]);
  });

  it('a table that no phone shows whole is a list, with its links', () => {
    expect(show(WIDE)).toEqual([
      [
        '- **Plan: Free**\n  For whom: everybody everybody everybody everybody everybody',
        '- **Plan: Pro**\n  For whom: [us](<https://a.example/>)',
      ].join('\n'),
    ]);
  });

  it('are below a title that is larger, which is what was asked', () => {
    const about = { entry: 'questions/x', index: 0 } as never;
    const [message] = renderReply(answerWith(about, { title: 'What is it?', blocks: answerOf(PRICES) }));
    const [title = '', text = ''] = textsIn(message?.components ?? []);
    expect(title).toBe('## What is it?');
    expect(headedBy(title)).toBe('What is it?');
    expect(headedBy(text)).toBeUndefined();
    expect(headedBy('### \u200bClub')).toBeUndefined();
    expect(headedBy('### Why?')).toBe('Why?');
  });

  it('a long table goes on in the next message, with the names of its columns, and no row is parted', () => {
    const rows = Array.from({ length: 100 }, (_, at) => `| ${at} | ${'x'.repeat(24)} |`);
    const before = 'y'.repeat(600);
    const parts = show(`${before}\n\n| No | Name |\n|---|---|\n${rows.slice(0, 90).join('\n')}`);
    expect(parts).toHaveLength(1);
    const long = renderReply({
      ...plainReply('en', ''),
      blocks: [...answerOf(`| No | Name |\n|---|---|\n${rows.join('\n')}`), ...answerOf('z'.repeat(3000))],
      title: 'y'.repeat(200),
    }).map(({ components }) => textsIn(components).join('\n'));
    expect(long.length).toBeGreaterThan(1);
    const fenced = long.join('\n').match(/```\n[^`]*```/g) ?? [];
    expect(fenced.length).toBeGreaterThan(1);
    for (const part of fenced) expect(part).toMatch(/^```\nNo {2}Name\n-- {2}-{24}\n(?:\d+ +x{24}\n)+```$/);
    expect(long.join().match(/x{24}/g)).toHaveLength(100);
  });

  it('mean nothing else, whatever is in them', () => {
    const [shown = ''] = show('### @everyone <@1> \\*a\n\n| ``` a ``` | @here |\n|---|---|\n| \\|\\| | `` ``` `` |');
    expect(shown).toContain('### \u200b\\@everyone ');
    expect(shown.match(/```/g)).toHaveLength(2);
  });

  it('from right to left are a list, for such letters have no fixed width', () => {
    expect(show('| طرح | بها |\n|---|---|\n| رایگان | ۰ |')).toEqual(['- **طرح: رایگان**\n  بها: ۰']);
  });
});
