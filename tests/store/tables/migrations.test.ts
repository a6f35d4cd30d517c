import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../../src/bot/ports/store.ts';
import { openStore } from '../../../src/store/index.ts';
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
