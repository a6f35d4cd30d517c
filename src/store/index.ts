import type { Store } from '../bot/ports/store.ts';
import { createStore } from './create-store.ts';
import { readDatabaseUrl } from './database-url.ts';
import { openSqlite } from './sqlite.ts';

export interface StoreOptions {
  /** Is told what nobody waits for: a callback that throws, a connection that is lost while nothing runs. Default: nobody. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** Milliseconds to wait for a locked file or for a server that starts. Default: 5000 for SQLite, 10000 for PostgreSQL. */
  readonly patience?: number | undefined;
}

/**
 * Opens the database and brings its tables up to date.
 * @param url `sqlite:./data/wenda.db` (made if it is not there), `sqlite::memory:`, or `postgres://user:password@host:5432/name`
 * @throws StoreError whose message names culprit and cure, and no password
 */
export async function openStore(url: string, { onError = () => undefined, patience }: StoreOptions = {}): Promise<Store> {
  const target = readDatabaseUrl(url);
  const options = { onError, patience };
  const base = target.dialect === 'sqlite' ? openSqlite(target.path, options) : (await import('./postgres.ts')).openPostgres(target.url, target.where, options);
  return createStore(await base, onError);
}
