import type { DatabaseError } from 'pg';
import { StoreError } from '../bot/ports/store.ts';
import { sqliteCodeOf } from './sqlite/connection.ts';

/** The connection was lost or never came about; trying again may help. */
export class LostConnection extends StoreError {}

/** Two transactions conflicted; this one was rolled back. */
export class Collision extends StoreError {}

/** The driver's own message, as there is no better one. */
export class Unexplained extends StoreError {}

type Explain = (where: string) => string;

const LOCKED: Explain = (where) =>
  `${where} is locked by another process. End that process (a second bot, a backup, a database browser) and try again.`;
const FULL: Explain = (where) =>
  `No space is left for ${where}; nothing of this was saved. Free some space on its disk.`;
const FORBIDDEN: Explain = (where) =>
  `${where} cannot be opened for writing. Give this user the right to write the file and its folder, or ` +
  'set DATABASE_URL to another place.';
const UNREACHABLE: Explain = (where) =>
  `${where} cannot be reached. Start the server, or correct host and port in DATABASE_URL.`;
const REFUSED: Explain = (where) => `${where} refuses the user name or password. Correct them in DATABASE_URL.`;

const UNASKED: Explain = (where) => `${where} asks for a password. Write one into DATABASE_URL.`;
const COLLIDED: Explain = (where) => `${where} could not finish: another process changed the same. Try again.`;

/** Codes, or prefixes of codes, of problems that somebody must solve before anything can be stored. */
const LASTING = [
  'SQLITE_READONLY',
  'SQLITE_CANTOPEN',
  'SQLITE_PERM',
  'EACCES',
  'EPERM',
  'EROFS',
  'EISDIR',
  'ENOTDIR',
  'EEXIST',
  'SQLITE_NOTADB',
  'SQLITE_CORRUPT',
  '28',
  '3D000',
  '42501',
];

/** By code or prefix of a code; the longest match counts. */
const CAUSES: Readonly<Record<string, Explain>> = {
  SQLITE_BUSY: LOCKED,
  SQLITE_LOCKED: LOCKED,
  SQLITE_FULL: FULL,
  SQLITE_READONLY: FORBIDDEN,
  SQLITE_CANTOPEN: FORBIDDEN,
  SQLITE_PERM: FORBIDDEN,
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EROFS: FORBIDDEN,
  EISDIR: (where) => `${where} is a folder. Set DATABASE_URL to a file in it, such as sqlite:./data/wenda.db.`,
  ENOTDIR: (where) => `${where} lies below a file. Set DATABASE_URL to a place below a folder.`,
  EEXIST: (where) => `${where} lies below a file. Set DATABASE_URL to a place below a folder.`,
  ENOSPC: FULL,
  SQLITE_NOTADB: (where) => `${where} is no SQLite database. Set DATABASE_URL to another file, or move this one away.`,
  SQLITE_CORRUPT: (where) => `${where} is damaged. Stop the bot and restore a backup.`,
  SQLITE_IOERR: (where) => `The disk of ${where} fails. Check the disk and the system's log.`,
  '28': REFUSED,
  '3D000': (where) =>
    `${where} does not exist. Create it with createdb, encoding UTF8, or correct its name in DATABASE_URL.`,
  '42501': (where) => `${where} denies this user what it needs. Make the user the owner of the database.`,
  '25006': (where) => `${where} takes no writes. Set DATABASE_URL to the primary server.`,
  '53100': FULL,
  '53300': (where) => `${where} has no connection left. Raise max_connections, or end other programs that use it.`,
  '55P03': LOCKED,
};

/** Codes of PostgreSQL (connections, shutdown, start) and of the system under which the server may come back. */
const LOST = /^(?:08|57P0[1-4]|ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_AGAIN|ENOENT)/;
const LOST_WORDS = /connection terminated|not queryable|timeout/i;
const NO_PASSWORD = /password must be a string/;
const COLLISION = /^40/;

/**
 * Turns a driver's error into a message with cause and cure.
 * @param where names the database in a sentence, without any secret
 */
export function translate(error: unknown, where: string): StoreError {
  if (error instanceof StoreError) return error;
  const { code, message } = partsOf(error);
  const cause = withoutValues(error);
  const say = (explain: Explain) => capital(explain(where));
  const known = causeOf(code);
  if (known) return new StoreError(say(known), { cause, isLasting: LASTING.some((start) => code.startsWith(start)) });
  if (sqliteCodeOf(error) !== undefined) return new Unexplained(`${capital(where)}: ${message}`, { cause });
  if (NO_PASSWORD.test(message)) return new StoreError(say(UNASKED), { cause, isLasting: true });
  if (LOST.test(code) || (code === '' && LOST_WORDS.test(message)))
    return new LostConnection(say(UNREACHABLE), { cause });
  if (COLLISION.test(code)) return new Collision(say(COLLIDED), { cause });
  return new Unexplained(`${capital(where)}: ${message}`, { cause });
}

function causeOf(code: string): Explain | undefined {
  const fitting = Object.entries(CAUSES).filter(([start]) => code.startsWith(start));
  return fitting.sort(([a], [b]) => b.length - a.length)[0]?.[1];
}

export const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

function partsOf(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  const code = sqliteCodeOf(error) ?? ('code' in error && typeof error.code === 'string' ? error.code : '');
  return { code, message: error.message || code };
}

/** PostgreSQL's error details quote whole rows, with members' words that must not be logged. */
function withoutValues(error: unknown): unknown {
  if (!isOfPostgres(error)) return error;
  error.detail = undefined;
  error.where = undefined;
  error.internalQuery = undefined;
  return error;
}

/** Recognised by its properties, as loading the driver takes long and most installations do not need it. */
const isOfPostgres = (error: unknown): error is DatabaseError =>
  error instanceof Error && 'detail' in error && 'internalQuery' in error;
