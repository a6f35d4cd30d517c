import type { KyselyPlugin } from 'kysely';
import type { Keep, Store, Unit } from '../bot/ports/store.ts';
import { surroundings } from '../bot/surroundings.ts';
import type { Running } from './running.ts';

type Work<T> = (unit: Unit) => Promise<T>;

export interface ThinkingOptions {
  /** Runs work that only reads; what writes rejects with NeedsToWrite. */
  readonly read: <T>(work: Work<T>) => Promise<T>;
  /** Runs work in a transaction. */
  readonly begin: (work: (running: Running) => Promise<void>) => Promise<void>;
  readonly transact: Keep;
}

/** Work that thinks before it writes. */
export interface Thinking {
  /** What is thinking here, if anything is. */
  readonly current: () => Pick<Thought, 'transact' | 'held'> | undefined;
  readonly think: Store['think'];
}

interface Thought {
  readonly transact: <T>(work: Work<T>) => Promise<T>;
  /** Its transaction, once it has begun to write. */
  held?: Promise<Held>;
  isOpen: boolean;
}

export function createThinking({ read, begin, transact }: ThinkingOptions): Thinking {
  const thoughts = surroundings<Thought>();
  const createThought = (): Thought => {
    const write = async <T>(part: Work<T>): Promise<T> => {
      thought.held ??= hold(begin);
      return (await thought.held).running.join(part);
    };
    const readOrWrite = <T>(part: Work<T>): Promise<T> =>
      read(part).catch((error: unknown) => {
        if (error instanceof NeedsToWrite) return write(part);
        throw error;
      });
    const thought: Thought = { isOpen: true, transact: (part) => (thought.held ? write(part) : readOrWrite(part)) };
    return thought;
  };
  const attempt = async <T>(
    thought: Thought,
    ...[work, end, keep = transact]: Parameters<typeof think<T>>
  ): Promise<T> => {
    const result = await thoughts.run(thought, work).finally(() => {
      thought.isOpen = false;
    });
    const last: Work<void> | undefined = end && ((unit) => end(unit, result));
    const held = await thought.held;
    if (held) {
      if (last) await held.running.join(last);
      await held.commit();
    } else if (last) await keep(last);
    return result;
  };
  const think = async <T>(
    ...parts: [work: () => Promise<T>, end?: (unit: Unit, result: T) => Promise<void>, keep?: Keep]
  ): Promise<T> => {
    const thought = createThought();
    try {
      return await attempt(thought, ...parts);
    } catch (error) {
      const ending: unknown = await thought.held
        ?.then(({ rollback }) => rollback(error))
        .catch((reason: unknown) => reason);
      if (ending instanceof BegunAnew) return think(...parts);
      throw error;
    }
  };
  return {
    current: thoughts.current,
    think,
  };
}

/** A transaction that stays open until it is told to end. */
interface Held {
  readonly running: Running;
  /** @throws BegunAnew where nothing was kept and it may be tried again. */
  readonly commit: () => Promise<void>;
  /** @throws the error, or BegunAnew. */
  readonly rollback: (error: unknown) => Promise<void>;
}

/**
 * The connection was lost, nothing was kept, and the database is back: what was joined to it can be done again from the
 * beginning only.
 */
class BegunAnew extends Error {
  override readonly name = 'BegunAnew';
}

/**
 * Resolves as soon as the transaction is open. @param begin runs work in a transaction, perhaps again where the first
 * one was lost
 */
function hold(begin: (work: (running: Running) => Promise<void>) => Promise<void>): Promise<Held> {
  return new Promise((resolve, reject) => {
    let isBegun = false;
    let finish = (): void => undefined;
    let fail = (_error: unknown): void => undefined;
    const told = new Promise<void>((done, failed) => {
      [finish, fail] = [done, failed];
    });
    const ended = begin(async (running) => {
      if (isBegun) throw new BegunAnew('a transaction was lost');
      isBegun = true;
      const end = (tell: () => void): Promise<void> => {
        tell();
        return ended;
      };
      resolve({ running, commit: () => end(finish), rollback: (error) => end(() => fail(error)) });
      await told;
    });
    ended.catch(reject);
  });
}

/** Work that was tried as reading wants to write. */
class NeedsToWrite extends Error {
  override readonly name = 'NeedsToWrite';
}

/** Lets no statement through that might change something. */
export const ONLY_READS: KyselyPlugin = {
  transformQuery: ({ node }) => {
    if (node.kind !== 'SelectQueryNode') throw new NeedsToWrite('this transaction only reads');
    return node;
  },
  transformResult: async ({ result }) => result,
};
