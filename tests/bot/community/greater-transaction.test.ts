import { expect, it } from 'vitest';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { moderatorIn, PLACE, servicesOf } from '../../helpers/services.ts';

it.each(['/pin money back? entry: refund', '/privacy erase confirmed'])(
  '%s waits for nobody inside a greater transaction',
  async (command) => {
    const services = await servicesOf([entryOf('questions/refund', textOf('en', 'Can I get a refund?'))]);
    const say = moderatorIn(services);
    await say('/pin refunds? entry: refund');
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const greater = services.store.transact(async () => {
      await begun;
      return say(command);
    });
    // It waits for the store, and the store for the greater transaction.
    const takenIn = services.communities.refresh();
    begin();
    expect(await greater).toBeDefined();
    await takenIn;
    await services.communities.settled();
    if (command.startsWith('/pin')) expect((await services.communities.of(PLACE)).state.all('pin')).toHaveLength(2);
  },
);
