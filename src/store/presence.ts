import type { Kysely } from 'kysely';
import type { Schema } from './tables/schema.ts';

/**
 * What may stand in tables that hold nothing of most people: a choice of language, something that waits for its author.
 */
export interface Presence {
  /** Whether it certainly stands there under no such key; false where that is not known. */
  readonly lacks: (table: Sparse, key: string) => boolean;
  /** Something is added under a key, perhaps in a transaction that will fail. */
  readonly add: (table: Sparse, key: string) => void;
}

export type Sparse = 'drafts' | 'choices';

const KEYS = { drafts: 'id', choices: 'person' } as const;

export interface PresenceOptions {
  /** Some keys of a table, in order, from a key on; none where there are no more. */
  readonly keysAfter: (table: Sparse, last: string) => Promise<readonly string[]>;
  /** Changes where another process has changed anything. */
  readonly version: () => unknown;
  readonly onError: (error: unknown) => void;
  /** Milliseconds. */
  readonly now?: (() => number) | undefined;
}

/**
 * Bits of a table: a bit is set where a key hashes to it. Of 100,000 keys, a tenth of what is not there is looked up in
 * vain.
 */
const BITS = 2 ** 20;
/** Keys that are read at once: others get their turn between. */
const SIZE = 1000;
/** Keys after which all are read anew: what was removed meanwhile still has its bits. */
const MOST_ADDED = BITS / 10;
/**
 * Milliseconds between two looks whether another process has changed anything: what does that, does it rarely, and adds
 * nothing here.
 */
const EVERY_MS = 300;

type Bits = Readonly<Record<Sparse, Uint8Array>>;
const none = (): Bits => ({ drafts: new Uint8Array(BITS / 8), choices: new Uint8Array(BITS / 8) });

/** Reads all keys in the background; until it has, nothing is known. */
export function createPresence({
  keysAfter,
  version,
  onError,
  now = () => performance.now(),
}: PresenceOptions): Presence {
  let bits = none();
  let isKnown = false;
  let isReading = false;
  let added = 0;
  let seen: { readonly version: unknown; readonly at: number } | undefined;

  const set = (table: Sparse, key: string): void => {
    const at = hashOf(key);
    bits[table][at >> 3] = (bits[table][at >> 3] ?? 0) | (1 << (at & 7));
  };
  const readAll = async (): Promise<void> => {
    for (const table of ['drafts', 'choices'] as const) {
      for (let keys = await keysAfter(table, ''); keys.length > 0; keys = await keysAfter(table, keys.at(-1) ?? ''))
        for (const key of keys) set(table, key);
    }
    isKnown = true;
  };
  const readAnew = async (): Promise<void> => {
    [isKnown, isReading, added, bits] = [false, true, 0, none()];
    try {
      await readAll();
    } catch (error) {
      seen = undefined;
      onError(error);
    } finally {
      isReading = false;
    }
  };
  const look = (): void => {
    if (isReading || (seen && now() - seen.at < EVERY_MS)) return;
    const current = version();
    const isSame = seen?.version === current && added < MOST_ADDED;
    seen = { version: current, at: now() };
    if (!isSame) void readAnew();
  };
  return {
    lacks: (table, key) => {
      look();
      if (!isKnown) return false;
      const at = hashOf(key);
      return ((bits[table][at >> 3] ?? 0) & (1 << (at & 7))) === 0;
    },
    add: (table, key) => {
      added += 1;
      set(table, key);
    },
  };
}

export async function keysAfter(db: Kysely<Schema>, table: Sparse, last: string): Promise<string[]> {
  const column = KEYS[table];
  const rows = await db
    .selectFrom(table)
    .select(`${column} as key`)
    .where(column, '>', last)
    .orderBy(column)
    .limit(SIZE)
    .execute();
  return rows.map(({ key }) => key);
}

/** FNV-1a. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 12)) & (BITS - 1);
}
