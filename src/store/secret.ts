import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

const NAME = 'secret';

/** Of two processes that start at once, one makes the secret and both read it. */
export async function readSecret(db: Kysely<Schema>): Promise<string> {
  const read = () => db.selectFrom('meta').select('value').where('name', '=', NAME).executeTakeFirst();
  const present = await read();
  if (present) return present.value;
  const made = { name: NAME, value: randomBytes(32).toString('hex') };
  await db
    .insertInto('meta')
    .values(made)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return (await read())?.value ?? made.value;
}
