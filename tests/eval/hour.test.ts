import { describe, expect, it } from 'vitest';
import { hourServices, playHour } from '../../eval/bench/hour.ts';

const services = await hourServices();

describe.each(['discord', 'telegram'] as const)('an hour of a busy channel on %s', (platform) => {
  it('the bot speaks over nobody, and answers all that nobody else did', { timeout: 120_000 }, async () => {
    const hour = await playHour(platform, services);
    expect(hour).toMatchObject({ over: [], toTalk: [], left: [], spoke: 4 });
    expect(hour.answered).toEqual(['tool', 'wifi', 'locker', 'fee']);
  });

  it('without patience it speaks over the people: the hour has something to keep quiet about', async () => {
    const { over, answered } = await playHour(platform, services, '0');
    expect(answered).toEqual(['tool', 'wifi', 'locker', 'fee']);
    expect(over).toEqual(['close', 'laser', 'saw', 'wood', 'guest', 'print']);
  });
});
