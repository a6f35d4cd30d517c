import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../../src/bot/ports/store.ts';
import { keyedHash } from '../../../src/secrets.ts';
import { openStore } from '../../../src/store/index.ts';
import { describePostgres, freshDatabase } from '../../helpers/postgres.ts';
import { runOn } from '../../helpers/postgres-server.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { append, editOf, homeOf, ONE, TWO, valuesOf } from '../samples.ts';

interface Place {
  readonly url: string;
  /** Runs a statement beside the store. */
  readonly run: (statement: string) => Promise<unknown>;
  readonly tables: () => Promise<string[]>;
}

/** Rows as they were kept before private chats had their own names. */
const FORMER = [
  ...[
    ['telegram:77', '1', ''],
    ['discord:dm-88', '2', '99'],
    ['telegram:-77', '3', '7'],
  ].map(
    ([place, message, channel]) =>
      `insert into answers values ('${place}', '${message}', '${channel}', '${place}', 'e', 'en', null, 'p', '', '2026')`,
  ),
  "insert into tallies values ('telegram:77', '2026', 'asked', 'en', 'telegram', '', 1)",
  "insert into votes values ('telegram:77', 'p', 'telegram:77/1', 'e', 1, '2026')",
  "insert into acts (id, community, person, place, at, command, why, held) values (1, 'web:0123456789abcdef01234567', 'p', 'web:0123456789abcdef01234567', '2026', 'pin', '', 0)",
  ...['place', 'pin'].map(
    (kind, at) =>
      `insert into changes values (1, ${at}, 'web:0123456789abcdef01234567', '${kind}', '${kind === 'pin' ? 'telegram:77' : 'web:0123456789abcdef01234567'}', null, '{}')`,
  ),
  ...['place', 'pin'].map(
    (kind) =>
      `insert into records values ('web:0123456789abcdef01234567', '${kind}', '${kind === 'pin' ? 'telegram:77' : 'web:0123456789abcdef01234567'}', '{}')`,
  ),
  `insert into outbox (platform, lane, person, payload, due, attempts) values ('telegram', 'telegram:77', 'p', '{"target":{"place":"telegram:77","chat":77}}', '2026', 0)`,
  "insert into outbox (platform, lane, person, payload, due, attempts) values ('telegram', 'telegram inline 77', 'p', '{}', '2026', 0)",
  `insert into outbox (platform, lane, person, payload, due, attempts) values ('discord', 'discord:dm-88/99', 'p', '{"channel":"99","given":{"post":{"place":"discord:dm-88","channel":"99","asked":"5"}}}', '2026', 0)`,
  `insert into inbox (platform, id, lane, person, payload, at, handled) values ('discord', '1', 'discord:dm-88/99', 'p', '{"kind":"asked","place":{"platform":"discord","id":"dm-88","isPrivate":true},"user":"88"}', '2026', 0)`,
  "insert into inbox (platform, id, lane, person, payload, at, handled) values ('discord', '2', 'discord:dm-88/99', '', '', '2026', 1)",
  "insert into drafts values ('d1', 'telegram:-77', 'p', '{}', '9')",
  "insert into drafts values ('d2', 'telegram:77', 'p', '{}', '9')",
  "insert into drafts values ('d3', 'telegram:-77', '', '{}', '9')",
];

/** Indexes that came with the mentions. */
const LATER = ['acts_by_place', 'answers_by_person', 'votes_by_person', 'drafts_by_expires', 'records_by_kind_key'];

const withoutList = (url: string): string[] => [
  'drop table unnoted',
  url.startsWith('sqlite') ? 'drop trigger list_unnoted' : 'drop function list_unnoted cascade',
];

function migrationsContract(newPlace: () => Promise<Place>): void {
  it('go on where they were cut off', async () => {
    const { url, run, tables } = await newPlace();
    // In the way of the last table: the step fails after it has made the others.
    await run('create table outbox (id integer)');
    await run(
      'create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null)',
    );
    await expect(openStore(url)).rejects.toThrow(/already exists.*set DATABASE_URL to an empty database/);
    expect((await tables()).filter((name) => !name.startsWith('kysely'))).toEqual(['outbox']);
    await run('drop table outbox');
    const store = await openStore(url);
    await append(store, [editOf('a')]);
    expect(await valuesOf(store)).toEqual({ a: '"a"' });
    await store.close();
  });

  it('refuse tables of a newer program, and leave them alone', async () => {
    const { url, run } = await newPlace();
    await openStore(url).then((store) => store.close());
    await run("insert into kysely_migration (name, timestamp) values ('999-later', '2030-01-01T00:00:00Z')");
    const error = await openStore(url).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreError);
    expect(String(error)).toMatch(
      /newer version of this program \(step 999-later is unknown here\)\. Install that version/,
    );
  });

  it('give private chats the hash of their person, wherever they stand', async () => {
    const { url, run } = await newPlace();
    const first = await openStore(url);
    const secret = await first.transact((unit) => unit.secret());
    await first.close();
    await run("delete from kysely_migration where name > '002'");
    for (const statement of withoutList(url)) await run(statement);
    for (const table of ['places', 'claims', 'sends', 'mentions']) await run(`drop table ${table}`);
    for (const index of [
      'acts_by_community_id',
      'acts_by_person_at',
      'changes_by_community_act',
      'acts_held',
      'acts_by_undoes',
      'acts_by_approves',
      ...LATER,
    ])
      await run(`drop index ${index}`);
    for (const statement of FORMER) await run(statement);
    const store = await openStore(url);
    const home = (person: string) => `${person.slice(0, person.indexOf(':'))}:dm-${keyedHash(secret)(person)}`;
    const [telegram, discord, web] = ['telegram:77', 'discord:88', 'web:0123456789abcdef01234567'].map(home) as [
      string,
      string,
      string,
    ];
    const kept = await store.transact(async ({ answers, log, tallies, outbox, inbox, votes, drafts }) => ({
      answers: [
        await answers.find(telegram, '1'),
        await answers.find(discord, '2'),
        await answers.find('telegram:-77', '3'),
      ],
      tallies: await tallies.list(telegram, ''),
      votes: await votes.count(telegram, ''),
      acts: (await log.acts({})).map(({ community, place, changes }) => [
        community,
        place,
        ...changes.map(({ key }) => key),
      ]),
      records: (await log.records()).map(({ community, kind, key }) => [community, kind, key]),
      outbox: (await outbox.due('telegram', '9')).map(({ queue, payload }) => [queue, JSON.parse(payload)]),
      inbox: (await inbox.open('discord')).map(({ queue, payload }) => [queue, JSON.parse(payload)]),
      drafts: await Promise.all(['d1', 'd2', 'd3'].map((id) => drafts.find(id, ''))),
    }));
    expect(kept.answers.map((answer) => answer && [answer.community, answer.channel])).toEqual([
      [telegram, ''],
      [discord, ''],
      ['telegram:-77', '7'],
    ]);
    expect(kept.tallies).toHaveLength(1);
    expect(kept.votes).toHaveLength(1);
    expect(kept.acts).toEqual([[web, web, web, 'telegram:77']]);
    expect(kept.records).toEqual([
      [web, 'pin', 'telegram:77'],
      [web, 'place', web],
    ]);
    expect(kept.outbox).toEqual([
      [telegram, { target: { place: telegram, chat: 77 } }],
      [telegram, {}],
    ]);
    expect(
      await store.transact(async (unit) =>
        (await unit.outbox.due('discord', '9')).map(({ queue, payload }) => [queue, JSON.parse(payload)]),
      ),
    ).toEqual([[discord, { channel: '99', given: { post: { place: discord, channel: '', asked: '5' } } }]]);
    expect(kept.inbox).toEqual([
      [
        discord,
        {
          kind: 'asked',
          place: { platform: 'discord', id: discord.slice('discord:'.length), isPrivate: true },
          user: '88',
        },
      ],
    ]);
    expect(kept.drafts.map((draft) => draft?.id)).toEqual(['d1', undefined, undefined]);
    await store.close();
  });

  it('find what was kept of a person and of a place before mentions were noted', async () => {
    const { url, run } = await newPlace();
    const first = await openStore(url);
    await append(first, [editOf('pin', JSON.stringify({ by: ONE }))], { person: TWO });
    await append(first, [editOf('gone', JSON.stringify({ why: 'a reason of theirs' }), 'c', 'retired')], {
      person: ONE,
    });
    await append(first, [editOf('gone', JSON.stringify({ why: 'a reason of theirs' }), 'd', 'retired')], {
      person: TWO,
    });
    await append(
      first,
      [
        editOf(`moderators:${homeOf(ONE)}`, JSON.stringify([TWO]), 'c', 'setting'),
        editOf(homeOf(ONE), '{}', 'c', 'place'),
      ],
      { person: TWO, place: 'x:2' },
    );
    await first.close();
    await run("delete from kysely_migration where name > '007'");
    for (const statement of withoutList(url)) await run(statement);
    await run('drop table mentions');
    for (const index of LATER) await run(`drop index ${index}`);
    const store = await openStore(url);
    expect(await store.transact(({ people }) => people.erase(ONE, homeOf(ONE)))).toEqual(['c', 'd']);
    const kept = await store.transact(async ({ log }) => [await log.acts({}), await log.records()]);
    for (const words of [ONE, 'a reason of theirs']) expect(JSON.stringify(kept)).not.toContain(words);
    await store.transact(({ places }) => places.erase('x:2'));
    expect(JSON.stringify(await store.transact(({ log }) => log.acts({})))).not.toContain('x:2');
    await store.close();
  });

  it('find what an older process, which still runs, writes without noting it', async () => {
    const { url, run } = await newPlace();
    const store = await openStore(url);
    await append(store, [editOf('own', '"1"')], { person: ONE });
    const value = JSON.stringify({ by: ONE });
    await run(
      "insert into acts (id, community, person, place, at, command, why, held) values (77, 'c', 'p', 'x:2', '2026', 'pin', '', 0)",
    );
    await run(`insert into changes values (77, 0, 'c', 'pin', 'late', null, '${value}')`);
    await run(`insert into records values ('c', 'pin', 'late', '${value}')`);
    expect(await store.transact(({ people }) => people.erase(ONE, homeOf(ONE)))).toEqual(['c']);
    expect(
      JSON.stringify(await store.transact(async ({ log }) => [await log.acts({}), await log.records()])),
    ).not.toContain(ONE);
    await store.close();
  });

  it('take who had signed out of the pages out of every key', async () => {
    const { url, run } = await newPlace();
    const first = await openStore(url);
    for (const key of [`signed-out:${ONE}`, `signed-out-everywhere:${ONE}`])
      await append(first, [editOf(key, '["1"]', 'installation:itself', 'setting')]);
    await first.close();
    await run("delete from kysely_migration where name > '008'");
    for (const statement of withoutList(url)) await run(statement);
    const store = await openStore(url);
    const kept = await store.transact(async ({ log }) => [await log.acts({}), await log.records()]);
    expect(kept[1]).toEqual([]);
    expect(JSON.stringify(kept)).not.toContain(ONE);
    await store.close();
  });

  it('take the names of moderators of the pages who were removed out of the log, and of no other', async () => {
    const { url, run } = await newPlace();
    const first = await openStore(url);
    const set = (key: string, value: string | null) =>
      append(first, [editOf(`moderator:${key}`, value, 'installation:itself', 'setting')]);
    await set('a', JSON.stringify(['Ermintrude', 'moderator', ONE]));
    await set('a', null);
    await set('b', JSON.stringify(['Bob', 'moderator', TWO]));
    await first.close();
    await run("delete from kysely_migration where name > '010'");
    const store = await openStore(url);
    const kept = JSON.stringify(await store.transact(async ({ log }) => [await log.acts({}), await log.records()]));
    for (const mark of ['Ermintrude', ONE]) expect(kept).not.toContain(mark);
    expect(kept).toContain('Bob');
    expect(await store.transact(({ log }) => log.records())).toHaveLength(1);
    await store.close();
  });

  it('run once where several processes start at once', async () => {
    const { url } = await newPlace();
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(url)));
    await Promise.all(stores.map((store, n) => append(store, [editOf(`k${n}`)])));
    for (const store of stores) {
      expect(Object.keys(await valuesOf(store))).toEqual(['k0', 'k1', 'k2', 'k3']);
      await store.close();
    }
  });
}

describe('migrations in SQLite', () => {
  migrationsContract(async () => {
    const path = join(temporaryFolder({}), 'wenda.db');
    const use = <T>(work: (database: DatabaseSyncInstance) => T): T => {
      const database = new DatabaseSync(path, { returnArrays: true });
      try {
        return work(database);
      } finally {
        database.close();
      }
    };
    return {
      url: `sqlite:${path}`,
      run: async (statement) => use((database) => database.exec(statement)),
      tables: async () =>
        use((database) =>
          database
            .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite%'")
            .all()
            .map(String),
        ),
    };
  });
});

describePostgres('migrations in PostgreSQL', () => {
  migrationsContract(async () => {
    const url = await freshDatabase();
    const names = "select table_name from information_schema.tables where table_schema = 'public'";
    return {
      url,
      run: (statement) => runOn(url, statement),
      tables: async () => (await runOn(url, names)).map(({ table_name }) => String(table_name)),
    };
  });
});
