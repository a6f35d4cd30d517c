import { createHmac } from 'node:crypto';
import { type Kysely, type Migration, sql } from 'kysely';

/**
 * Private chats were kept under the platform's own number of their person. From here on they bear that person's keyed
 * hash, and what was kept for nobody in particular, and of what is handled, is gone.
 */
export const privatePlaces: Migration = {
  up: async (db: Kysely<unknown>) => {
    const { rows } = await sql<{ value: string }>`select value from meta where name = 'secret'`.execute(db);
    const [secret] = rows;
    // Who has no secret yet has kept nothing of anybody.
    if (!secret) return;
    const rekey = rekeyer(secret.value);
    await dropBound(db, rekey);
    for (const [table, column] of COLUMNS) await rewrite(db, table, column, rekey);
    for (const table of ['records', 'changes']) await rewrite(db, table, 'key', rekey, sql` and kind = 'place'`);
    await rewrite(db, 'votes', 'answer', (answer) => beforeSlash(answer, rekey));
    await sql`update answers set channel = '' where place like 'discord:dm-%'`.execute(db);
    await sql`update inbox set lane = '' where handled = 1`.execute(db);
    for (const [table, id] of [['inbox', 'position'] as const, ['outbox', 'id'] as const])
      await rewriteWaiting(db, table, id, rekey);
  },
};

type Rekey = (key: string) => string | undefined;

/** Where a place's key, or a community that bears the name of its place, stands alone in a column. */
const COLUMNS = [
  ...['acts', 'changes', 'records', 'drafts', 'invitations', 'answers', 'votes', 'unanswered', 'tallies'].map(
    (table) => [table, 'community'] as const,
  ),
  ...['acts', 'invitations', 'answers'].map((table) => [table, 'place'] as const),
];

/** How private chats were named, by platform: the number is the person's. */
const NAMES = [/^(telegram):(?:inline )?(\d{1,19})$/, /^(discord):dm-(\d{1,20})$/, /^(web):([0-9a-f]{24})$/];

/** The key as it is from here on; nothing for what is no private chat. */
function rekeyer(secret: string): Rekey {
  const hash = (text: string) => createHmac('sha256', secret).update(text).digest('hex').slice(0, 32);
  return (key) => {
    const [, platform, id] = NAMES.map((name) => name.exec(key)).find((found) => found !== null) ?? [];
    return platform === undefined ? undefined : `${platform}:dm-${hash(`${platform}:${id}`)}`;
  };
}

function beforeSlash(text: string, rekey: Rekey): string | undefined {
  const at = text.indexOf('/');
  const key = at < 0 ? undefined : rekey(text.slice(0, at));
  return key && key + text.slice(at);
}

/**
 * Buttons and open forms are signed for their place, so that those of private chats no longer work; of others nobody
 * knows whose they are.
 */
async function dropBound(db: Kysely<unknown>, rekey: Rekey): Promise<void> {
  await sql`delete from drafts where person = ''`.execute(db);
  const { rows } = await sql<{ community: string }>`select distinct community from drafts`.execute(db);
  for (const { community } of rows)
    if (rekey(community) !== undefined) await sql`delete from drafts where community = ${community}`.execute(db);
}

async function rewrite(db: Kysely<unknown>, table: string, column: string, rekey: Rekey, more = sql``): Promise<void> {
  const [from, name] = [sql.table(table), sql.ref(column)];
  const { rows } = await sql<{
    old: string;
  }>`select distinct ${name} as old from ${from} where (${name} like 'telegram:%' or ${name} like 'discord:dm-%' or ${name} like 'web:%')${more}`.execute(
    db,
  );
  for (const { old } of rows) {
    const key = rekey(old);
    if (key !== undefined) await sql`update ${from} set ${name} = ${key} where ${name} = ${old}${more}`.execute(db);
  }
}

/** What waits to be handled or sent holds keys in its text, and is dealt with as if it had come today. */
async function rewriteWaiting(
  db: Kysely<unknown>,
  table: 'inbox' | 'outbox',
  id: 'position' | 'id',
  rekey: Rekey,
): Promise<void> {
  const isOpen = table === 'inbox' ? sql` where handled = 0` : sql``;
  const { rows } = await sql<{
    row: number;
    lane: string;
    payload: string;
  }>`select ${sql.ref(id)} as row, lane, payload from ${sql.table(table)}${isOpen}`.execute(db);
  for (const { row, lane, payload } of rows) {
    const queue = rekey(lane.replace(' inline ', ':inline ')) ?? rekey(lane.split('/', 1)[0] ?? '') ?? lane;
    await sql`update ${sql.table(table)} set lane = ${queue}, payload = ${JSON.stringify(rekeyed(JSON.parse(payload), rekey))} where ${sql.ref(id)} = ${row}`.execute(
      db,
    );
  }
}

/** The same value with every key and every private place in it rewritten. */
function rekeyed(value: unknown, rekey: Rekey): unknown {
  if (typeof value === 'string') return rekey(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => rekeyed(one, rekey));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.fromEntries(Object.entries(value).map(([name, part]) => [name, rekeyed(part, rekey)]));
  const { platform, id, isPrivate, place } = parts;
  const key = isPrivate === true ? rekey(`${String(platform)}:${String(id)}`) : undefined;
  if (key !== undefined) return { ...parts, id: key.slice(key.indexOf(':') + 1) };
  // Where an answer will stand, or stands.
  return 'asked' in parts && String(place).startsWith('discord:dm-') ? { ...parts, channel: '' } : parts;
}
