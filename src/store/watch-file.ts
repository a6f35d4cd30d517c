import type { Database } from 'better-sqlite3';
import { isBusy } from './sqlite-driver.ts';

/** Milliseconds; SQLite tells nobody, so one has to look. */
const EVERY = 300;

/** Calls back when another process has added to the log. @returns a function that ends it. */
export function watchFile(database: Database, onActs: () => void, onError: (error: unknown) => void): () => void {
  let seen = { version: versionOf(database), last: lastAct(database) };
  const look = () => {
    // Within a transaction of our own, acts are seen that may yet be taken back.
    if (!database.open || database.inTransaction) return;
    const version = versionOf(database);
    if (version === seen.version) return;
    const before = seen.last;
    seen = { version, last: lastAct(database) };
    if (seen.last !== before) onActs();
  };
  const timer = setInterval(() => reporting(look, onError), EVERY).unref();
  return () => clearInterval(timer);
}

/** Changes when another connection commits. */
const versionOf = (database: Database): unknown => database.pragma('data_version', { simple: true });
const lastAct = (database: Database): unknown => database.prepare('select max(id) from acts').pluck().get();

/** Where another process holds the file just now, the next look will do. */
function reporting(look: () => void, onError: (error: unknown) => void): void {
  try {
    look();
  } catch (error) {
    if (!isBusy(error)) onError(error);
  }
}
