import { describe, expect, it } from 'vitest';
import { statisticsOf } from '../../../src/bot/community/statistics.ts';
import type { Tally } from '../../../src/bot/ports/memory.ts';

const tally = (day: string, what: string, count: number, entry = ''): Tally => ({
  community: 'c',
  day,
  what,
  language: 'en',
  platform: 'p',
  entry,
  count,
});
const vote = (day: string, entry: string, helpful: number, unhelpful: number) => ({ day, entry, helpful, unhelpful });

describe('statistics', () => {
  it('add up tallies by day and entry', () => {
    const found = statisticsOf(
      [
        tally('2026-11-24', 'asked', 3),
        tally('2026-11-24', 'answered', 2, 'a'),
        tally('2026-11-25', 'answered', 1, 'b'),
        tally('2026-11-25', 'answered', 2, 'b'),
        tally('2026-11-25', 'shadow', 4, 'a'),
      ],
      [],
    );
    expect(found.all).toEqual({ asked: 3, answered: 5, offered: 0, unanswered: 0, shadow: 4 });
    expect(found.days.map(({ day, counts }) => [day, counts.asked, counts.answered])).toEqual([
      ['2026-11-25', 0, 3],
      ['2026-11-24', 3, 2],
    ]);
    expect(found.given).toEqual([
      { entry: 'b', count: 3 },
      { entry: 'a', count: 2 },
    ]);
  });

  it('name entries that helped least, where three people said so', () => {
    const found = statisticsOf(
      [],
      [
        vote('1', 'good', 5, 0),
        vote('1', 'bad', 1, 1),
        vote('2', 'bad', 0, 1),
        vote('1', 'few', 0, 2),
        vote('1', 'fair', 3, 1),
      ],
    );
    expect([found.helpful, found.unhelpful]).toEqual([9, 5]);
    expect(found.worst).toEqual([
      { entry: 'bad', helpful: 1, unhelpful: 2 },
      { entry: 'fair', helpful: 3, unhelpful: 1 },
    ]);
  });
});
