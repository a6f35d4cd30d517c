import type { Running } from './running.ts';

/** A transaction that stays open until it is told to end. */
export interface Held {
  readonly running: Running;
  /** @throws BegunAnew where nothing was kept and it may be tried again. */
  readonly commit: () => Promise<void>;
  /** @throws the error, or BegunAnew. */
  readonly rollback: (error: unknown) => Promise<void>;
}

/** The connection was lost, nothing was kept, and the database is back: what was joined to it can be done again from the beginning only. */
export class BegunAnew extends Error {
  override readonly name = 'BegunAnew';
}

/** Resolves as soon as the transaction is open. @param begin runs work in a transaction, perhaps again where the first one was lost */
export function hold(begin: (work: (running: Running) => Promise<void>) => Promise<void>): Promise<Held> {
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
