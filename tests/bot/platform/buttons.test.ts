import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Buttons, createButtons } from '../../../src/bot/platform/buttons.ts';
import type { Services } from '../../../src/bot/services.ts';
import { runs } from '../../helpers/runs.ts';
import { servicesOf } from '../../helpers/services.ts';

let services: Services;
let buttons: Buttons;
beforeAll(async () => {
  services = await servicesOf([]);
  buttons = createButtons(services);
});

describe('buttons', () => {
  it('give back what was written, in 64 bytes, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[a-z]{2,10}$/),
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        async (command, argument) => {
          const data = await buttons.write({ command, argument }, 'here', 'p1');
          expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
          expect(await buttons.read(data, 'here')).toEqual({ command, argument });
        },
      ),
      runs(60),
    );
  });

  it('do not end with a space, which might be lost on the way', async () => {
    expect(await buttons.write({ command: 'pin', argument: '' }, 'here', 'p1')).toMatch(/ pin$/);
  });

  it('outlive a restart', async () => {
    const data = await buttons.write({ command: 'pin', argument: 'x'.repeat(200) }, 'here', 'p1');
    expect(await createButtons(services).read(data, 'here')).toMatchObject({ command: 'pin' });
  });

  it('are refused where they were forged, changed, or written for another place', async () => {
    const data = await buttons.write({ command: 'show', argument: 'facts/a' }, 'here', 'p1');
    const long = await buttons.write({ command: 'show', argument: 'x'.repeat(99) }, 'here', 'p1');
    expect(await buttons.read(data, 'there')).toBeUndefined();
    expect(await buttons.read(long, 'there')).toBeUndefined();
    expect(await buttons.read(data.replace('facts/a', 'facts/b'), 'here')).toBeUndefined();
    for (const forged of ['', ' ', 'show facts/a', `${'0'.repeat(12)} show facts/a`])
      expect(await buttons.read(forged, 'here')).toBeUndefined();
  });

  it('are stale once their text is forgotten', async () => {
    const data = await buttons.write({ command: 'show', argument: 'x'.repeat(99) }, 'here', 'p1');
    const later = createButtons({ ...services, now: () => '2026-12-25T12:00:00.000Z' });
    expect(await later.read(data, 'here')).toBeUndefined();
  });
});
