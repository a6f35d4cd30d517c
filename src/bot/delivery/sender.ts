import { type Attempt, inUnit } from '../attempt.ts';
import type { Moment } from '../kinds.ts';
import { momentAfter } from '../moment.ts';
import type { OutboxMessage } from '../ports/delivery.ts';
import type { ReadAccess, WriteBatched } from '../ports/store.ts';
import { type Duty, OffDuty } from './duty.ts';
import { pauseFor } from './pause.ts';

export type SendOutcome =
  /**
   * `note` records what was sent, in the transaction that removes the message from the outbox, so that neither happens
   * without the other.
   */
  | { readonly kind: 'sent'; readonly note?: ((attempt: Attempt) => Promise<void>) | undefined }
  /** The message can never be sent: the place is gone, or a permission is missing. `note` as above. */
  | { readonly kind: 'refused'; readonly note?: ((attempt: Attempt) => Promise<void>) | undefined }
  /** Try again later; after so many milliseconds if the platform said so. */
  | { readonly kind: 'later'; readonly after?: number | undefined };

export interface SenderOptions {
  readonly store: ReadAccess;
  readonly platform: string;
  /**
   * Sends one message. Rejects if the platform was not reached.
   * @param alone must be awaited directly before sending a message that a retry would repeat; it waits until earlier
   * messages are recorded, so that a crash of the process repeats one message at most
   */
  readonly send: (message: OutboxMessage, alone: () => Promise<void>) => Promise<SendOutcome>;
  /**
   * If several messages wait in a queue, the one with the lowest rank is sent next; ranks are asked for each time.
   * Default: in the order in which they were added.
   */
  readonly rank?: (message: OutboxMessage) => number;
  readonly now: () => Moment;
  readonly onError: (error: unknown) => void;
  /** Attempts before a message is dropped: at least 1. */
  readonly attempts: number;
  /** Writes the outcome of each message to the store. */
  readonly batch: WriteBatched;
  /** See CourierOptions. Default: none. */
  readonly duty?: Duty;
}

/** Empties the outbox of one platform, in order within each queue. */
export interface Sender {
  /** Continues with messages that an earlier process left; postponed ones still wait until they are due. */
  readonly start: () => Promise<void>;
  /** Sends messages just added to the outbox, without reading it. */
  readonly take: (messages: readonly OutboxMessage[]) => void;
  /** Sends all messages that are due. */
  readonly dispatch: () => Promise<void>;
  /** Waits for messages that are being sent; the rest stays in the store. */
  readonly stop: () => Promise<void>;
}

/** Timers may fire a little early, while the store compares times. */
const EARLY_MS = 20;
/** Later than any message is due. */
const EVER = '9999';

export function createSender({
  store,
  platform,
  send,
  rank = () => 0,
  now,
  onError,
  attempts,
  batch,
  duty,
}: SenderOptions): Sender {
  const queues = createQueues(onError);
  const gate = createGate();
  const timers = new Map<string, NodeJS.Timeout>();
  const underWay = new Set<number>();
  /** Messages that wait for their turn, by queue. */
  const taken = new Map<string, OutboxMessage[]>();
  let isOpen = true;

  /** The next read of the outbox, which will see everything added until it starts. */
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
    const due = await store.read(({ outbox }) => {
      waiting = undefined;
      return outbox.due(platform, now());
    });
    take(due);
  };

  const take = (messages: readonly OutboxMessage[]): void => {
    for (const message of messages) {
      if (underWay.has(message.id)) continue;
      underWay.add(message.id);
      taken.set(message.queue, [...(taken.get(message.queue) ?? []), message]);
      queues.add(message.queue, async () => {
        const next = nextOf(message.queue);
        if (next) await deliver(next).finally(() => underWay.delete(next.id));
      });
    }
  };

  const nextOf = (queue: string): OutboxMessage | undefined => {
    const waiting = taken.get(queue) ?? [];
    const ranks = waiting.length > 1 ? waiting.map(rank) : [0];
    const [next] = waiting.splice(ranks.indexOf(Math.min(...ranks)), 1);
    if (waiting.length === 0) taken.delete(queue);
    return next;
  };

  const deliver = async (message: OutboxMessage): Promise<void> => {
    // A message that is retried blocks its queue, so that the order is kept.
    if (!isOpen || timers.has(message.queue)) return;
    let leave = (): void => undefined;
    const alone = async (): Promise<void> => {
      leave = await gate.enter();
      await duty?.sure();
    };
    try {
      await duty?.sure();
      await finish(
        message,
        await send(message, alone).catch((error: unknown): SendOutcome => {
          if (error instanceof OffDuty) throw error;
          onError(error);
          return { kind: 'later' };
        }),
      );
    } catch (error) {
      if (!(error instanceof OffDuty)) throw error;
    } finally {
      leave();
    }
  };

  const finish = async (message: OutboxMessage, sent: SendOutcome): Promise<void> => {
    if (sent.kind === 'later' && message.attempts + 1 < attempts)
      return postpone(message, sent.after ?? pauseFor(message.attempts + 1));
    // Does not wait for the disk at every message; after a power failure a message may be repeated.
    await batch(async (unit) => {
      await duty?.demand(unit);
      const { outbox } = unit;
      // If it is gone already, its person was erased while it was being sent, and nothing about them may be recorded.
      if ((await outbox.done(message.id)) && sent.kind !== 'later') await sent.note?.(inUnit(unit));
    }, 'written');
  };

  const postpone = async ({ id, queue }: OutboxMessage, ms: number): Promise<void> => {
    await batch(async (unit) => {
      await duty?.demand(unit);
      await unit.outbox.postpone(id, momentAfter(now(), ms));
    });
    block(queue, ms);
  };

  /** Sends nothing of the queue for so many milliseconds. */
  const block = (queue: string, ms: number): void => {
    if (!isOpen || timers.has(queue)) return;
    const retry = (): void => {
      timers.delete(queue);
      void dispatch().catch(onError);
    };
    timers.set(queue, setTimeout(retry, ms + EARLY_MS));
  };

  return {
    start: async () => {
      const left = await store.read(({ outbox }) => outbox.due(platform, EVER));
      const at = now();
      for (const { queue, due } of left) if (due > at) block(queue, Date.parse(due) - Date.parse(at));
      await dispatch();
    },
    take,
    dispatch,
    stop: async () => {
      isOpen = false;
      for (const timer of timers.values()) clearTimeout(timer);
      await queues.idle();
    },
  };
}

/** Lets one caller through at a time. */
interface Gate {
  /**
   * Waits for its turn.
   * @returns lets the next one through; may be called more than once
   */
  readonly enter: () => Promise<() => void>;
}

/** Milliseconds after which the next one is let through in any case: a call that hangs must not silence every chat. */
const LONGEST_MS = 5000;

export function createGate(longest = LONGEST_MS): Gate {
  let last: Promise<void> = Promise.resolve();
  return {
    enter: async () => {
      const before = last;
      let leave = (): void => undefined;
      last = new Promise((resolve) => {
        leave = resolve;
      });
      await before;
      const timer = setTimeout(leave, longest);
      return () => {
        clearTimeout(timer);
        leave();
      };
    },
  };
}

/** Work in queues: one piece after the other in each, all queues side by side. */
export interface Queues {
  /** @param work errors are passed on to `onError` */
  readonly add: (queue: string, work: () => Promise<void>) => void;
  /** Waits until every queue is empty. */
  readonly idle: () => Promise<void>;
}

export function createQueues(onError: (error: unknown) => void): Queues {
  const tails = new Map<string, Promise<void>>();
  return {
    add: (queue, work) => {
      const before = tails.get(queue) ?? Promise.resolve();
      const tail: Promise<void> = before.then(work).catch(onError);
      tails.set(queue, tail);
      void tail.then(() => {
        if (tails.get(queue) === tail) tails.delete(queue);
      });
    },
    idle: async () => {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
