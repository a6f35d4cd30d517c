import { StoreError } from '../../bot/ports/store.ts';
import { capital } from '../errors.ts';
import { isBusy, openConnection } from './connection.ts';

/**
 * Holds the place of the one process that serves from a file, in an empty file beside it: commands may open the
 * database meanwhile. The system frees it when the process ends, however it ends.
 * @returns frees it
 * @throws StoreError if another process holds it
 */
export function holdAlone(path: string, where: string, patience: number): () => void {
  const lock = openConnection(`${path}.lock`, patience);
  try {
    lock.run('begin exclusive');
    return lock.close;
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new StoreError(
      `${capital(where)} already serves another bot. Stop that one first; several processes need PostgreSQL.`,
      { cause: error },
    );
  }
}
