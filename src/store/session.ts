import type { KyselyPlugin } from 'kysely';
import { Outdated, type Session, type Store, StoreError, type Unit } from '../bot/ports/store.ts';

type Transact = <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;

export function createSession(store: Pick<Store, 'read' | 'inSteps'> & { readonly transact: Transact }): Session {
  let held: Promise<Held> | undefined;
  let isOver = false;
  /** If a part failed, nothing is kept, even if its caller went on. */
  let failure: { readonly reason: unknown } | undefined;
  const write: Transact = async (work) => {
    held ??= hold(store.transact);
    const { unit } = await held;
    return work(unit).catch((reason: unknown) => {
      failure ??= { reason };
      throw reason;
    });
  };
  return {
    read: (work) => (held && !isOver ? write(work) : store.read(work)),
    write: (work) => (isOver ? store.transact(work) : write(work)),
    inSteps: async (step) => {
      if (!held || isOver) return store.inSteps(step);
      while (await write(step));
    },
    hasWritten: () => held !== undefined,
    commit: async (last) => {
      if (failure) throw failure.reason;
      await write(last);
      isOver = true;
      await (await held)?.commit();
    },
    rollback: async (error) => {
      isOver = true;
      const ending: unknown = await held?.then(({ rollback }) => rollback(error)).catch((reason: unknown) => reason);
      return ending instanceof Outdated ? ending : error;
    },
  };
}

/** A transaction that stays open until it is told to end. */
interface Held {
  readonly unit: Unit;
  /** @throws Outdated if the connection was lost and nothing was kept. */
  readonly commit: () => Promise<void>;
  /** @throws the error */
  readonly rollback: (error: unknown) => Promise<void>;
}

/** Resolves as soon as the transaction is open. @param transact may run work again if the connection was lost */
function hold(transact: Transact): Promise<Held> {
  return new Promise((resolve, reject) => {
    let hasBegun = false;
    let finish = (): void => undefined;
    let fail = (_error: unknown): void => undefined;
    const told = new Promise<void>((done, failed) => {
      [finish, fail] = [done, failed];
    });
    const ended = transact((unit) => {
      // Work that was joined to the first one can be done again from the beginning only.
      if (hasBegun) return Promise.reject(new Outdated());
      hasBegun = true;
      const end = (tell: () => void): Promise<void> => {
        tell();
        return ended;
      };
      resolve({ unit, commit: () => end(finish), rollback: (error) => end(() => fail(error)) });
      return told;
    });
    ended.catch(reject);
  });
}

/** Lets no statement through that might change something. */
export const ONLY_READS: KyselyPlugin = {
  transformQuery: ({ node }) => {
    if (node.kind !== 'SelectQueryNode') throw new StoreError('What only reads wants to write.');
    return node;
  },
  transformResult: async ({ result }) => result,
};
