import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

const NAME = 'secret';

/** As transactions run one at a time, of two processes that start at once one makes the secret and both read it. */
export async function readSecret(db: Kysely<Schema>): Promise<string> {
  const present = await db.selectFrom('meta').select('value').where('name', '=', NAME).executeTakeFirst();
  if (present) return present.value;
  const value = randomBytes(32).toString('hex');
  await db.insertInto('meta').values({ name: NAME, value }).execute();
  return value;
}
