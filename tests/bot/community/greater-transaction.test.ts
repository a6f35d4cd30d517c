import { expect, it } from 'vitest';
import { attempt } from '../../../src/bot/attempt.ts';
import { createBot } from '../../../src/bot/bot.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { moderatorIn, PLACE, servicesOf } from '../../helpers/services.ts';

it.each(['/pin money back? entry: refund', '/privacy erase confirmed'])(
  '%s waits for nobody inside a transaction that has begun',
  async (text) => {
    const services = await servicesOf([entryOf('questions/refund', textOf('en', 'Can I get a refund?'))]);
    await moderatorIn(services)('/pin refunds? entry: refund');
    const respond = createBot(services);
    const incoming = { person: 'test:moderator', place: PLACE, addressed: true, isModerator: async () => true, text };
    let takenIn: Promise<void> | undefined;
    const reply = await attempt(services.store, async (own) => {
      await own.write(({ people }) => people.setLanguage('p', 'en'));
      // It waits for the store, and the store for the transaction.
      takenIn = services.communities.refresh();
      return respond(incoming, own);
    });
    expect(reply).toBeDefined();
    await takenIn;
    await services.communities.whenIdle();
    if (text.startsWith('/pin')) expect((await services.communities.of(PLACE)).state.all('pin')).toHaveLength(2);
  },
);
