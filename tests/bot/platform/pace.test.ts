import { describe, expect, it } from 'vitest';
import { createPace } from '../../../src/bot/platform/pace.ts';

describe('pace', () => {
  it('lets a burst through, says so once in an hour, and ignores the rest until time has passed', () => {
    let now = 0;
    const pace = createPace({ burst: 2, every: 1000 }, () => now);
    expect([pace('a'), pace('a'), pace('a'), pace('a')]).toEqual(['go', 'go', 'slow', 'ignore']);
    expect(pace('b')).toBe('go');
    now = 1000;
    expect([pace('a'), pace('a')]).toEqual(['go', 'ignore']);
    now = 3_599_999;
    expect([pace('a'), pace('a'), pace('a')]).toEqual(['go', 'go', 'ignore']);
    now += 2000;
    expect([pace('a'), pace('a'), pace('a')]).toEqual(['go', 'go', 'slow']);
  });

  it('does not save up for those who were ignored', () => {
    let now = 0;
    const pace = createPace({ burst: 1, every: 1000 }, () => now);
    pace('a');
    for (now = 100; now < 1000; now += 100) expect(pace('a')).not.toBe('go');
    now = 1000;
    expect(pace('a')).toBe('go');
  });

  it('remembers a bounded number of people', () => {
    const pace = createPace({ burst: 1, every: 1000, most: 2 }, () => 0);
    for (const who of ['a', 'b', 'c']) pace(who);
    expect([pace('c'), pace('a')]).toEqual(['slow', 'go']);
  });
});
