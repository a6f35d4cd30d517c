import { describe, expect, it } from 'vitest';
import { detected } from '../../../src/bot/conversation/choose-language.ts';

describe('detected', () => {
  const told = { languages: ['en'], sure: true };

  it('lets others have their turn while it reads what a text needs', async () => {
    const order: string[] = [];
    const steps = function* () {
      for (let step = 0; step < 3; step++) {
        // Longer than a slice.
        for (const end = performance.now() + 15; performance.now() < end; );
        order.push('step');
        yield undefined;
      }
    };
    const detect = Object.assign(
      () => {
        order.push('told');
        return told;
      },
      { steps },
    );
    const telling = detected({ detect }, 'what is it');
    setImmediate(() => order.push('other'));
    expect(await telling).toEqual(told);
    expect(order.at(-1)).toBe('told');
    expect(order.indexOf('other')).toBeLessThan(order.lastIndexOf('step'));
  });

  it('tells at once what needs nothing more, and nothing of a blank text', async () => {
    const detect = Object.assign(() => told, { *steps() {} });
    expect(await detected({ detect }, 'what is it')).toEqual(told);
    expect(await detected({ detect }, ' \n')).toBeUndefined();
    expect(await detected({ detect: () => told }, 'what is it')).toEqual(told);
  });
});
