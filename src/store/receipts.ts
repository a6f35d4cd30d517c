import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** A row by its name, and those that were removed when it was left. */
export interface Receipt {
  readonly name: string;
  readonly removed: ReadonlySet<string>;
}

/**
 * Rows by which a transaction is known again whose acknowledgement got lost: they are there exactly where it was kept.
 * The server's own number of it would not do: a server that crashes before it has written the number down gives it to another.
 */
export interface Receipts {
  /** At the end of a transaction. @returns its receipt; `undefined` where it has changed nothing */
  readonly leave: (trx: Kysely<Schema>) => Promise<Receipt | undefined>;
  /** It was kept, and nobody will ask for it again. */
  readonly settle: (receipt: Receipt | undefined) => void;
}

const [FIRST, BEYOND] = ['receipt:', 'receipt;'];
/** Seconds, by the server's clock, for which that of a process which ended badly is kept. */
const KEPT = 86_400;
const NOW = sql`extract(epoch from now())::bigint`;

export function createReceipts(): Receipts {
  let settled = new Set<string>();
  return {
    leave: async (trx) => {
      const removed = new Set(settled);
      const name = `${FIRST}${randomUUID()}`;
      const { rows } = await sql`
        with old as (
          delete from meta where pg_current_xact_id_if_assigned() is not null and name >= ${FIRST} and name < ${BEYOND}
            and (name = any(${[...removed]}) or value < (${NOW} - ${KEPT})::text)
        )
        insert into meta (name, value) select ${name}, ${NOW}::text where pg_current_xact_id_if_assigned() is not null
        returning name`.execute(trx);
      return rows.length > 0 ? { name, removed } : undefined;
    },
    settle: (receipt) => {
      if (receipt) settled = new Set([...settled, receipt.name].filter((name) => !receipt.removed.has(name)));
    },
  };
}

/** Locked, so that a standby, which may not know of it yet, refuses instead of denying it. */
export async function isThere(trx: Kysely<Schema>, { name }: Receipt): Promise<boolean> {
  return (await trx.selectFrom('meta').select('name').where('name', '=', name).forUpdate().executeTakeFirst()) !== undefined;
}
