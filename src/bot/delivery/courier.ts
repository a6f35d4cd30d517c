import { type Attempt, attempt, together } from '../attempt.ts';
import { giveWay } from '../conversation/turns.ts';
import { isBacklog } from '../moment.ts';
import type { OutboxMessage, Update } from '../ports/delivery.ts';
import { type Store, StoreError, type Transactions, type Unit } from '../ports/store.ts';
import { type Duty, OffDuty } from './duty.ts';
import { pause, pauseFor } from './pause.ts';
import { createQueues, createSender, type SenderOptions } from './sender.ts';

export type Outgoing = Pick<OutboxMessage, 'queue' | 'person' | 'payload'>;

export interface CourierOptions extends Omit<SenderOptions, 'store' | 'attempts' | 'batch'> {
  readonly store: Store;
  /** Handles an update. Its writes, its outgoing messages and the mark that it was handled are one transaction. */
  readonly handle: (update: Update, attempt: Attempt) => Promise<readonly Outgoing[]>;
  /** Fetches external data that the update needs, once for all tries of the attempt. Default: nothing. */
  readonly prepare?: (update: Update) => Promise<void>;
  /**
   * Whether an update is too old to be handled; asked before it is stored, and before it is handled. Default: never.
   */
  readonly isOver?: (update: Update) => boolean | Promise<boolean>;
  /**
   * Called with each update that could not be stored or handled as the store keeps failing, so that its sender can be
   * told. Default: nothing.
   */
  readonly onNotStored?: (update: Update) => void;
  /**
   * The lease, if several processes accept updates and the holder of the lease handles them: all updates in the inbox,
   * in order. Default: this process handles what it accepts.
   */
  readonly duty?: Duty;
  /** With a lease: called with each update of a batch before any of the batch is handled. Default: nothing. */
  readonly notice?: (update: Update) => void;
  /** Attempts for an update that fails, and for a message that cannot be sent. Default: 5 and 50. */
  readonly attempts?: { readonly handle: number; readonly send: number };
}

/**
 * Accepts updates, has each handled once, and sends the resulting messages, in order within each queue, across
 * restarts.
 */
export interface Courier {
  /**
   * Resolves once the updates are on disk: from then on the platform may forget them. Updates that were accepted before
   * are skipped.
   */
  readonly accept: (updates: readonly Update[]) => Promise<void>;
  /** Continues with work that an earlier process left. */
  readonly start: () => Promise<void>;
  /** Puts a message into the outbox that answers no update. */
  readonly post: (outgoing: Outgoing) => Promise<void>;
  /** Accepts no more updates, and waits for running work. Messages that are due later stay in the store. */
  readonly stop: () => Promise<void>;
}

const unlessOffDuty = (error: unknown): void => {
  if (!(error instanceof OffDuty)) throw error;
};

const ATTEMPTS = { handle: 5, send: 50 };
/** How often to look for work that a failure left behind. */
const SWEEP_MS = 10_000;
/** Updates of the backlog that are handled side by side. */
const OLD_AT_ONCE = 8;

export function createCourier({
  handle,
  prepare,
  isOver = () => false,
  onNotStored = () => undefined,
  notice = () => undefined,
  attempts = ATTEMPTS,
  ...options
}: CourierOptions): Courier {
  const { store, platform, now, onError, duty } = options;
  const queues = createQueues(onError);
  const batched = together(store);
  const sender = createSender({ ...options, attempts: attempts.send, batch: batched });
  const backlog = createLimit(OLD_AT_ONCE);
  let isOpen = true;
  /** Failures in a row to store updates; senders are told from the second on. */
  let refusals = 0;
  let sweep: NodeJS.Timeout | undefined;

  const work = async (update: Update, tries = 1): Promise<void> => {
    if (!isOpen) return;
    if (await isOver(update)) return giveUp(update);
    try {
      await prepare?.(update);
      await attemptOne(update);
    } catch (error) {
      if (error instanceof OffDuty) return;
      onError(error);
      // A permanent error, such as a damaged record, is not retried.
      const isLasting = error instanceof StoreError && error.isLasting;
      if (isLasting || tries >= attempts.handle) {
        if (error instanceof StoreError) onNotStored(update);
        return giveUp(update);
      }
      await pause(pauseFor(tries));
      return work(update, tries + 1);
    }
  };

  const attemptOne = async (update: Update): Promise<void> => {
    let messages: readonly OutboxMessage[] = [];
    let hasWritten = true;
    await attempt(store, (current) => handle(update, current), {
      end: async (unit, outgoing) => {
        messages = await put(unit, outgoing);
        await finish(unit, update);
      },
      batch: (last) => {
        hasWritten = false;
        return batched(last);
      },
    });
    // The commit may have put more messages into the outbox: corrections of earlier answers.
    if (hasWritten) void sender.dispatch().catch(onError);
    else sender.take(messages);
  };

  const put = async ({ outbox }: Unit, outgoing: readonly Outgoing[]): Promise<OutboxMessage[]> => {
    const messages: OutboxMessage[] = [];
    for (const one of outgoing) {
      const message = { ...one, platform, due: now() };
      messages.push({ ...message, id: await outbox.add(message, true), attempts: 0 });
    }
    return messages;
  };

  /** An update that always fails, or comes too late, must not hold up its queue, nor come back at every start. */
  const giveUp = (update: Update): Promise<void> => batched((unit) => finish(unit, update)).catch(unlessOffDuty);

  const finish = async (unit: Unit, update: Update): Promise<void> => {
    await duty?.demand(unit);
    if (!(await unit.inbox.done(platform, update.id)))
      throw new OffDuty(`another process has handled it: ${update.id}`);
  };

  const enqueue = (updates: readonly Update[]): void => {
    for (const update of updates)
      queues.add(update.queue, () => (isBacklog(update, now()) ? backlog(() => work(update)) : work(update)));
  };

  /** Positions up to here are queued already. */
  let seen = 0;
  /** The next read of the inbox, which will see everything added until it starts. */
  let isAwaited = false;
  const enqueueUnseen = (waiting: Awaited<ReturnType<Unit['inbox']['since']>>): void => {
    const unseen = waiting.filter(({ position }) => position > seen);
    seen = unseen.at(-1)?.position ?? seen;
    for (const { update } of unseen) notice(update);
    enqueue(unseen.map(({ update }) => update));
  };
  /** Handles updates that other processes have accepted, and sends messages that they put into the outbox. */
  const catchUp = async (): Promise<void> => {
    if (!isOpen || isAwaited) return;
    isAwaited = true;
    const look = store.read(({ inbox }) => {
      isAwaited = false;
      return inbox.since(platform, seen);
    });
    const waiting = await look.finally(() => {
      isAwaited = false;
    });
    if (!isOpen) return;
    enqueueUnseen(waiting);
    await sender.dispatch();
  };
  let unwatch = (): void => undefined;

  return {
    accept: async (updates) => {
      if (!isOpen) throw new Error('the courier has stopped');
      giveWay();
      const areOver = await Promise.all(updates.map(async (update) => isOver(update)));
      const kept = updates.filter((_, at) => !areOver[at]);
      if (kept.length === 0) return;
      let fresh: readonly Update[] = [];
      let waiting: Parameters<typeof enqueueUnseen>[0] = [];
      try {
        await batched(async ({ inbox }) => {
          fresh = await inbox.accept(kept);
          if (duty) waiting = await inbox.since(platform, seen);
        });
        refusals = 0;
      } catch (error) {
        if (error instanceof StoreError && ++refusals > 1) kept.forEach(onNotStored);
        throw error;
      }
      if (duty) enqueueUnseen(waiting);
      else enqueue(fresh);
    },
    start: async () => {
      const look = duty ? catchUp : sender.dispatch;
      sweep = setInterval(() => void look().catch(onError), SWEEP_MS).unref();
      // Corrections of earlier answers also come from elsewhere: from commands that are answered at once, and from web
      // pages.
      unwatch = store.watchWork(() => void look().catch(onError));
      if (duty) {
        await sender.start();
        return catchUp();
      }
      const open = await store.read(({ inbox }) => inbox.open(platform));
      await sender.start();
      enqueue(open);
    },
    post: async (outgoing) => {
      await store.transact(({ outbox }) => outbox.add({ ...outgoing, platform, due: now() }));
      await sender.dispatch();
    },
    stop: async () => {
      isOpen = false;
      unwatch();
      clearInterval(sweep);
      await queues.idle();
      await sender.stop();
    },
  };
}

/** Stores updates for whichever process handles them. */
export function createIntake({ transact }: Transactions): (updates: readonly Update[]) => Promise<void> {
  const batched = together({ transact });
  return (updates) =>
    updates.length === 0 ? Promise.resolve() : batched(async ({ inbox }) => void (await inbox.accept(updates)));
}

/** Runs at most so many pieces of work at a time, in order. */
function createLimit(most: number): (work: () => Promise<void>) => Promise<void> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      await work();
    } finally {
      // The place is handed on to the work that has waited longest.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
