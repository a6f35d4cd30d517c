import { afterEach, describe } from 'vitest';
import type { Store } from '../../src/bot/ports/store.ts';
import type { StoreOptions } from '../../src/store/index.ts';
import { attemptContract } from './contract-attempt.ts';
import { deliveryContract } from './contract-delivery.ts';
import { logContract } from './contract-log.ts';
import { memoryContract } from './contract-memory.ts';
import { transactContract } from './contract-transact.ts';

/** Opens an empty store, which is closed after the test. */
export type Open = (options?: StoreOptions) => Promise<Store>;

/** What every store does. @param open opens a store that nothing was ever kept in */
export function storeContract(name: string, open: Open): void {
  describe(`a store in ${name}`, () => {
    const opened: Store[] = [];
    const openOne: Open = async (options) => {
      const store = await open(options);
      opened.push(store);
      return store;
    };
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });
    transactContract(openOne);
    attemptContract(openOne);
    logContract(openOne);
    memoryContract(openOne);
    deliveryContract(openOne);
  });
}
