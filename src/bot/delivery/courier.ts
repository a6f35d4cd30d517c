import type { Parcel, Update } from '../ports/delivery.ts';
import { createLanes } from './lanes.ts';
import { pause, pauseFor } from './pause.ts';
import { createSender, type SenderOptions } from './sender.ts';
import { together } from './together.ts';

export type Outgoing = Pick<Parcel, 'lane' | 'person' | 'payload'>;

export interface CourierOptions extends Omit<SenderOptions, 'attempts'> {
  /**
   * What an update leads to. Runs in the transaction that also marks the update as handled: what it changes and what it wants
   * sent are kept together or lost together.
   */
  readonly handle: (update: Update) => Promise<readonly Outgoing[]>;
  /**
   * Asks elsewhere for what the update will need, before its transaction: nothing else is done while one runs, so that no other
   * conversation should wait for a network there. Default: nothing.
   */
  readonly prepare?: ((update: Update) => Promise<void>) | undefined;
  /** Attempts for an update that fails, and for a parcel that cannot be sent. Default: 5 and 50. */
  readonly attempts?: { readonly handle: number; readonly send: number } | undefined;
}

/** Takes updates in, has each handled once, and sends what comes of it, in order within each lane, across restarts. */
export interface Courier {
  /** Resolves when they are on disk: from then on the platform may forget them. Those that were seen before are passed over. */
  readonly accept: (updates: readonly Update[]) => Promise<void>;
  /** Goes on with what an earlier process left. */
  readonly start: () => Promise<void>;
  /** Puts something in the outbox that no update asked for. */
  readonly post: (outgoing: Outgoing) => Promise<void>;
  /** Takes nothing more, and waits for what is running. What waits for its time stays in the store. */
  readonly stop: () => Promise<void>;
}

const ATTEMPTS = { handle: 5, send: 50 };
/** What a failure left behind is looked for this often. */
const SWEEP_MS = 10_000;

export function createCourier({ handle, prepare, attempts = ATTEMPTS, ...options }: CourierOptions): Courier {
  const { store, platform, now, onError } = options;
  const lanes = createLanes(onError);
  const keep = together(store);
  const sender = createSender({ ...options, attempts: attempts.send });
  let isOpen = true;
  let sweep: NodeJS.Timeout | undefined;

  const work = async (update: Update, attempt = 1): Promise<void> => {
    if (!isOpen) return;
    try {
      await prepare?.(update);
      await keep(async ({ inbox, outbox }) => {
        for (const outgoing of await handle(update)) await outbox.add({ ...outgoing, platform, due: now() });
        await inbox.done(platform, update.id);
      });
    } catch (error) {
      onError(error);
      if (attempt >= attempts.handle) return giveUp(update);
      await pause(pauseFor(attempt));
      return work(update, attempt + 1);
    }
    await sender.dispatch();
  };

  /** An update that always fails must not hold up its lane, nor come back at every start. */
  const giveUp = (update: Update): Promise<void> => store.transact(({ inbox }) => inbox.done(platform, update.id));

  const enqueue = (updates: readonly Update[]): void => {
    for (const update of updates) lanes.add(update.lane, () => work(update));
  };

  return {
    accept: async (updates) => {
      if (!isOpen) throw new Error('the courier has stopped');
      enqueue(await store.transact(({ inbox }) => inbox.accept(updates)));
    },
    start: async () => {
      sweep = setInterval(() => void sender.dispatch().catch(onError), SWEEP_MS).unref();
      enqueue(await store.transact(({ inbox }) => inbox.open(platform)));
      await sender.dispatch();
    },
    post: async (outgoing) => {
      await store.transact(({ outbox }) => outbox.add({ ...outgoing, platform, due: now() }));
      await sender.dispatch();
    },
    stop: async () => {
      isOpen = false;
      clearInterval(sweep);
      await lanes.idle();
      await sender.stop();
    },
  };
}
