import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../../src/bot/ports/store.ts';
import { openStore } from '../../../src/store/index.ts';
import { TYPES as POSTGRES_TYPES } from '../../../src/store/postgres/index.ts';
import { TYPES as SQLITE_TYPES } from '../../../src/store/sqlite/index.ts';
import { stepsFor } from '../../../src/store/tables/migrations.ts';
import { describePostgres, freshDatabase } from '../../helpers/postgres.ts';
import { runOn } from '../../helpers/postgres-server.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { append, editOf, valuesOf } from '../samples.ts';

interface Place {
  readonly url: string;
  /** Runs a statement beside the store. */
  readonly run: (statement: string) => Promise<unknown>;
  readonly tables: () => Promise<string[]>;
}

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

  it('refuse tables of another origin, and do not call them newer', async () => {
    const { url, run } = await newPlace();
    await run(
      'create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null)',
    );
    await run("insert into kysely_migration (name, timestamp) values ('0001-initial', '2026-01-01T00:00:00Z')");
    const error = await openStore(url).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreError);
    expect(String(error)).toMatch(/is of another origin: .*step 0001-initial is unknown here\)\. Set DATABASE_URL/);
    expect(String(error)).not.toContain('newer');
  });

  it('make the tables and columns that are looked for', async () => {
    const { url, run } = await newPlace();
    const store = await openStore(url);
    expect(await store.missing()).toEqual([]);
    await run('alter table acts drop column forced');
    await run('drop table votes');
    expect(await store.missing()).toEqual(['acts.forced', 'votes']);
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

/** The statements of a step in both dialects. */
async function textOf(step: string): Promise<string> {
  const texts = [
    [SQLITE_TYPES, new SqliteAdapter(), new SqliteQueryCompiler()],
    [POSTGRES_TYPES, new PostgresAdapter(), new PostgresQueryCompiler()],
  ] as const;
  const statements: string[] = [];
  for (const [types, adapter, compiler] of texts) {
    const db = new Kysely<unknown>({
      dialect: {
        createAdapter: () => adapter,
        createDriver: () => new DummyDriver(),
        createIntrospector: (one) => new SqliteIntrospector(one),
        createQueryCompiler: () => compiler,
      },
      log: ({ query }) => void statements.push(query.sql),
    });
    await Object.entries(stepsFor(types))
      .find(([name]) => name === step)?.[1]
      .up(db);
  }
  return statements.join(';\n');
}

describe('a step of the migration', () => {
  const noted = JSON.parse(readFileSync('tests/store/tables/steps.json', 'utf8')) as Record<
    string,
    { readonly released: string | null; readonly hash: string }
  >;

  it('is noted', () => expect(Object.keys(noted)).toEqual(Object.keys(stepsFor(SQLITE_TYPES))));

  it.each(Object.entries(noted))('%s is what it was', async (step, { released, hash }) => {
    const text = await textOf(step);
    expect(text).toContain('create table');
    const now = createHash('sha256').update(text).digest('hex');
    const advice =
      released === null
        ? `${step} was never released, so it may change: write "${now}" into tests/store/tables/steps.json`
        : `${step} was released with ${released} and must not change any more: add another step after it`;
    expect(now, advice).toBe(hash);
  });

  it('is held from the release on that brings it', () => {
    const folder = temporaryFolder({
      'package.json': '{ "version": "1.2.0" }',
      'ops/release-steps.mjs': readFileSync('ops/release-steps.js', 'utf8'),
      'tests/store/tables/steps.json':
        '{ "1": { "released": "1.0.0", "hash": "a" }, "2": { "released": null, "hash": "b" } }',
    });
    execFileSync(process.execPath, [join(folder, 'ops/release-steps.mjs')]);
    expect(JSON.parse(readFileSync(join(folder, 'tests/store/tables/steps.json'), 'utf8'))).toEqual({
      1: { released: '1.0.0', hash: 'a' },
      2: { released: '1.2.0', hash: 'b' },
    });
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { version: string } };
    expect(scripts.version).toContain('node ops/release-steps.js && git add tests/store/tables/steps.json');
  });
});

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
