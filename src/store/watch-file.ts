import { type Connection, isBusy } from './sqlite-connection.ts';

/** Milliseconds; SQLite tells nobody, so one has to look. */
const EVERY = 300;

/** Calls back when another process has added to the log. @returns a function that ends it. */
export function watchFile(sqlite: Connection, onActs: () => void, onError: (error: unknown) => void): () => void {
  let seen = { version: versionOf(sqlite), last: lastAct(sqlite) };
  const look = () => {
    // Within a transaction of our own, acts are seen that may yet be taken back.
    if (!sqlite.isOpen() || sqlite.isInTransaction()) return;
    const version = versionOf(sqlite);
    if (version === seen.version) return;
    const before = seen.last;
    seen = { version, last: lastAct(sqlite) };
    if (seen.last !== before) onActs();
  };
  const timer = setInterval(() => reporting(look, onError), EVERY).unref();
  return () => clearInterval(timer);
}

/** Changes when another connection commits. */
const versionOf = (sqlite: Connection): unknown => sqlite.first('pragma data_version');
const lastAct = (sqlite: Connection): unknown => sqlite.first('select max(id) from acts');

/** Where another process holds the file just now, the next look will do. */
function reporting(look: () => void, onError: (error: unknown) => void): void {
  try {
    look();
  } catch (error) {
    if (!isBusy(error)) onError(error);
  }
}
