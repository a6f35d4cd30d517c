import { StoreError, type Transactions } from '../bot/ports/store.ts';

/** Milliseconds in which the store must respond. */
const PATIENCE_MS = 2000;

/**
 * Writes a test record: that a disk is full or read-only shows only in writing.
 * @param id of the caller
 * @throws StoreError
 */
export async function tryToWrite({ transact }: Transactions, id: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreError('The database does not answer.')), PATIENCE_MS);
  });
  const write = transact(async ({ kept }) => {
    await kept.save({ key: id, place: '', person: '', content: '{}', expires: '' });
    await kept.remove(id);
  });
  await Promise.race([write, late]).finally(() => clearTimeout(timer));
}
