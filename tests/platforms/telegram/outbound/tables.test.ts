import { describe, expect, it } from 'vitest';
import { notice } from '../../../../src/bot/answers/reply.ts';
import { renderReply } from '../../../../src/platforms/telegram/outbound/render.ts';
import { answerOf, PRICES, WIDE } from '../../../helpers/tables.ts';

const show = (markdown: string, isRightToLeft = false) =>
  renderReply(notice('en', { blocks: answerOf(markdown) }), { isRightToLeft }).map(({ text, entities }) => ({
    text,
    looks: entities.map(({ type, offset, length }) => [type, text.slice(offset, offset + length)]),
  }));

describe('headings and tables in a plain message', () => {
  it('are bold lines right above what they name, and letters of one width', () => {
    const table = 'Plan   Price\n-----  -----\nFree       0\nPro x     10';
    expect(show(PRICES)).toEqual([
      {
        text: `Prices:\n\nClub\n${table}\n\nWhere it counts\nHere.`,
        looks: [
          ['bold', 'Club'],
          ['pre', table],
          ['bold', 'Where it counts'],
          ['italic', 'it'],
        ],
      },
    ]);
  });

  it('a table that no phone shows whole is a list, with its links', () => {
    expect(show(WIDE)).toMatchObject([
      {
        text: '• Plan: Free\nFor whom: everybody everybody everybody everybody everybody\n• Plan: Pro\nFor whom: us',
        looks: [
          ['bold', 'Plan: Free'],
          ['bold', 'Plan: Pro'],
          ['text_link', 'us'],
        ],
      },
    ]);
  });
});
