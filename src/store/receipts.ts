import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Rows by which a transaction is known again whose acknowledgement got lost: they are there exactly where it was kept.
 * The server's own number of it would not do: a server that crashes before it has written the number down gives it to another.
 */
export interface Receipts {
  /** At the end of a transaction. @returns its receipt; `undefined` where it has changed nothing */
  readonly leave: (trx: Kysely<Schema>) => Promise<string | undefined>;
  /** Nobody will ask for it again. */
  readonly settle: (receipt: string | undefined) => void;
}

const PREFIX = 'receipt:';
/** Milliseconds for which that of a process which ended badly is kept. */
const KEPT = 86_400_000;

export function createReceipts(): Receipts {
  let settled: string[] = [];
  return {
    leave: async (trx) => {
      const gone = settled;
      const { rows } = await sql<{ name: string }>`
        with old as (
          delete from meta where pg_current_xact_id_if_assigned() is not null
            and (name = any(${gone}) or (name >= ${PREFIX} and name < ${receiptAt(Date.now() - KEPT)}))
        )
        insert into meta (name, value) select ${receiptAt(Date.now(), randomUUID())}, '' where pg_current_xact_id_if_assigned() is not null
        returning name`.execute(trx);
      if (rows.length > 0) settled = settled.filter((receipt) => !gone.includes(receipt));
      return rows[0]?.name;
    },
    settle: (receipt) => {
      if (receipt !== undefined) settled.push(receipt);
    },
  };
}

/** In the order of time. */
const receiptAt = (milliseconds: number, id = ''): string => `${PREFIX}${new Date(milliseconds).toISOString()}:${id}`;

export async function isThere(db: Kysely<Schema>, receipt: string): Promise<boolean> {
  return (await db.selectFrom('meta').select('name').where('name', '=', receipt).executeTakeFirst()) !== undefined;
}
