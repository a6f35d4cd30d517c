import type { Parcel } from '../ports/delivery.ts';
import type { Store } from '../ports/store.ts';
import { createLanes } from './lanes.ts';
import { pauseFor } from './pause.ts';
import { together } from './together.ts';

/** What became of a parcel. */
export type Sent =
  /** @param note what is to be kept of it, in the transaction that also takes it off the outbox: a kill between them would repeat it */
  | { readonly kind: 'sent'; readonly note?: (() => Promise<void>) | undefined }
  /** It can never be sent: a place that is gone, a right that is missing. */
  | { readonly kind: 'refused' }
  /** Not now; after so many milliseconds, if the other side said so. */
  | { readonly kind: 'later'; readonly after?: number | undefined };

export interface SenderOptions {
  readonly store: Store;
  readonly platform: string;
  /** Sends one parcel. A rejection means that the other side was not reached. */
  readonly send: (parcel: Parcel) => Promise<Sent>;
  /** ISO 8601. */
  readonly now: () => string;
  readonly onError: (error: unknown) => void;
  /** Attempts before a parcel is dropped. */
  readonly attempts: number;
}

/** Empties the outbox of one platform, in order within each lane. */
export interface Sender {
  /** Sends what is due. */
  readonly dispatch: () => Promise<void>;
  /** Waits for what is being sent; the rest stays in the store. */
  readonly stop: () => Promise<void>;
}

/** Timers may be a little early, and the store goes by the clock. */
const EARLY_MS = 20;

export function createSender({ store, platform, send, now, onError, attempts }: SenderOptions): Sender {
  const lanes = createLanes(onError);
  const keep = together(store);
  const timers = new Map<string, NodeJS.Timeout>();
  const underWay = new Set<number>();
  let isOpen = true;

  /** A look into the outbox that waits for its turn: it will see what all who ask until then have put there. */
  let waiting: Promise<void> | undefined;
  const dispatch = (): Promise<void> => {
    if (waiting) return waiting;
    const next = look().finally(() => {
      if (waiting === next) waiting = undefined;
    });
    waiting = next;
    return next;
  };

  const look = async (): Promise<void> => {
    const due = await store.transact(({ outbox }) => {
      waiting = undefined;
      return outbox.due(platform, now());
    });
    for (const parcel of due) {
      if (underWay.has(parcel.id)) continue;
      underWay.add(parcel.id);
      lanes.add(parcel.lane, () => deliver(parcel).finally(() => underWay.delete(parcel.id)));
    }
  };

  const deliver = async (parcel: Parcel): Promise<void> => {
    // Nothing in a lane may overtake what is tried again.
    if (!isOpen || timers.has(parcel.lane)) return;
    const sent = await send(parcel).catch((error: unknown): Sent => {
      onError(error);
      return { kind: 'later' };
    });
    if (sent.kind === 'later' && parcel.attempts + 1 < attempts) return postpone(parcel, sent.after ?? pauseFor(parcel.attempts + 1));
    await keep(async ({ outbox }) => {
      if (sent.kind === 'sent') await sent.note?.();
      await outbox.done(parcel.id);
    });
  };

  const postpone = async ({ id, lane }: Parcel, ms: number): Promise<void> => {
    await store.transact(({ outbox }) => outbox.postpone(id, new Date(Date.parse(now()) + ms).toISOString()));
    const retry = (): void => {
      timers.delete(lane);
      void dispatch().catch(onError);
    };
    if (isOpen) timers.set(lane, setTimeout(retry, ms + EARLY_MS));
  };

  return {
    dispatch,
    stop: async () => {
      isOpen = false;
      for (const timer of timers.values()) clearTimeout(timer);
      await lanes.idle();
    },
  };
}
