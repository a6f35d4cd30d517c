import { describe, expect, it } from 'vitest';
import { createOutages } from '../../../../src/platforms/telegram/outbound/refusals.ts';

const at = (second: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();

describe('what an outage delayed', () => {
  it('is all that came before its end, in its chat', () => {
    let now = at(0);
    const outages = createOutages(() => now);
    expect([outages.delayed(-1, at(1)), outages.delayed(-1, '2025')]).toEqual([false, true]);
    outages.began(-1);
    expect([outages.delayed(-1, at(50)), outages.delayed(-2, at(50))]).toEqual([true, false]);
    now = at(10);
    outages.ended(-1);
    now = at(20);
    outages.ended(-1);
    expect([outages.delayed(-1, at(9)), outages.delayed(-1, at(11))]).toEqual([true, false]);
  });
});
