import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Store, StoreError } from '../../src/bot/ports/store.ts';
import { tryToWrite } from '../../src/ops/try-to-write.ts';
import { createStore } from '../../src/store/create-store.ts';
import { openStore, type StoreOptions } from '../../src/store/index.ts';
import { openConnection } from '../../src/store/sqlite/connection.ts';
import { sqliteBase } from '../../src/store/sqlite/index.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { giveAway, unprivilegedly } from '../helpers/unprivileged.ts';
import { actOf, append, editOf, valuesOf } from './samples.ts';

/** Milliseconds that pass on no machine while a test waits for its turn. */
const PATIENT = 60_000;

const newPath = () => join(temporaryFolder({}), 'data', 'wenda.db');

async function open(path: string, options?: StoreOptions): Promise<Store> {
  const store = await openStore(`sqlite:${path}`, options);
  onTestFinished(() => store.close());
  return store;
}

/** A file with an act in it, closed. */
async function madeFile(): Promise<string> {
  const path = newPath();
  const store = await openStore(`sqlite:${path}`);
  for (let n = 0; n < 5; n += 1)
    await append(
      store,
      Array.from({ length: 100 }, (_, k) => editOf(`k${n}-${k}`, JSON.stringify('x'.repeat(200)))),
    );
  await store.close();
  return path;
}

/** Another program on the same file. */
function otherProgram(path: string): DatabaseSyncInstance {
  const other = new DatabaseSync(path, { returnArrays: true });
  onTestFinished(() => other.close());
  return other;
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreError);
  return error instanceof Error ? error.message : '';
}

describe('a database file', () => {
  it('is made with its folder, for its owner alone', async () => {
    const path = newPath();
    await open(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
  });

  it('is kept with every commit on disk, and erases for good', async () => {
    const sqlite = openConnection(newMemory(), 0);
    await sqliteBase(sqlite, 'the database', { onError: () => undefined });
    onTestFinished(sqlite.close);
    const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'temp_store'].map((name) =>
      sqlite.first(`pragma ${name}`),
    );
    expect(settings).toEqual(['wal', 2, 1, 1, 2]);
  });

  it('keeps what was there when it is opened again', async () => {
    const path = await madeFile();
    const store = await open(path);
    expect(Object.keys(await valuesOf(store))).toHaveLength(500);
  });

  it('refuses the file of another program, and leaves it as it is', async () => {
    const path = newPath();
    mkdirSync(dirname(path), { recursive: true });
    otherProgram(path).exec('create table notes (words text)');
    await expect(openStore(`sqlite:${path}`)).rejects.toThrow('belongs to another program');
    expect(otherProgram(path).prepare('select name from sqlite_master').all()).toEqual([['notes']]);
  });

  it.runIf(existsSync('/proc/self'))('says so where no folder can ever be made', async () => {
    await expect(openStore('sqlite:/proc/none/deeper/wenda.db')).rejects.toThrow(
      /The folder \/proc\/none.* cannot be made/,
    );
  });

  it('says which folder cannot be written', async () => {
    const folder = temporaryFolder({});
    giveAway(folder);
    chmodSync(folder, 0o500);
    const path = join(folder, 'wenda.db');
    const message = await unprivilegedly(() => refusal(openStore(`sqlite:${path}`)));
    expect(message).toBe(
      `The database file ${path} cannot be opened for writing. Give this user the right to write the file and its folder, or set DATABASE_URL to another place.`,
    );
    expect(existsSync(path)).toBe(false);
  });

  it('says which file cannot be written', async () => {
    const path = await madeFile();
    giveAway(dirname(dirname(path)), dirname(path), path);
    chmodSync(path, 0o400);
    expect(await unprivilegedly(() => refusal(openStore(`sqlite:${path}`)))).toContain(
      `${path} cannot be opened for writing`,
    );
  });

  it('says so where no file can be made beside it', async () => {
    const path = await madeFile();
    giveAway(dirname(dirname(path)), dirname(path), path);
    chmodSync(dirname(path), 0o500);
    onTestFinished(() => chmodSync(dirname(path), 0o700));
    expect(await unprivilegedly(() => refusal(openStore(`sqlite:${path}`)))).toContain(
      `${path} cannot be opened for writing`,
    );
  });

  it.each([
    ['a folder', '', 'is a folder'],
    ['below a file', 'file/wenda.db', 'lies below a file'],
    ['deep below a file', 'file/data/wenda.db', 'lies below a file'],
  ])('is refused where it is %s', async (_, name, words) => {
    const path = join(temporaryFolder({ file: 'x' }), name);
    expect(await refusal(openStore(`sqlite:${path}`))).toContain(words);
  });

  it.each(['short', 'x'.repeat(10_000), 'SQLite format 3\0 and something else '.repeat(100)])(
    'is refused where it is something else',
    async (text) => {
      const path = join(temporaryFolder({ 'wenda.db': text }), 'wenda.db');
      expect(await refusal(openStore(`sqlite:${path}`))).toMatch(/wenda\.db is (?:no SQLite database|damaged)/);
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );

  it('is refused where it is damaged', async () => {
    const path = await madeFile();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 20_000);
    writeFileSync(path, bytes);
    expect(await refusal(openStore(`sqlite:${path}`))).toContain(`${path} is damaged`);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
});

describe('a full disk', () => {
  it('keeps the whole act away, and is told by name', async () => {
    const sqlite = openConnection(newMemory(), 0);
    const store = createStore(
      await sqliteBase(sqlite, 'the database file x', { onError: () => undefined }),
      () => undefined,
    );
    onTestFinished(() => store.close());
    await append(store, [editOf('a', '1')]);
    const pages = Number(sqlite.first('pragma page_count'));
    sqlite.run(`pragma max_page_count = ${pages + 5}`);
    const large = [
      editOf('a', '2'),
      ...Array.from({ length: 50 }, (_, n) => editOf(`k${n}`, JSON.stringify('x'.repeat(2000)))),
    ];
    expect(await refusal(append(store, large))).toBe(
      'No space is left for the database file x; nothing of this was saved. Free some space on its disk.',
    );
    expect([await valuesOf(store), await store.transact(({ log }) => log.last())]).toEqual([{ a: '1' }, 1]);
    sqlite.run(`pragma max_page_count = ${pages + 1000}`);
    await append(store, large);
    expect(Object.keys(await valuesOf(store))).toHaveLength(51);
  });

  it('keeps nothing on its own after SQLite has ended the transaction by itself', async () => {
    const path = newPath();
    const store = await open(path);
    otherProgram(path).exec("create trigger stop before insert on choices begin select raise(rollback, 'stop'); end");
    const work = store.transact(async ({ log, people }) => {
      await log.append(actOf([editOf('a')]));
      await people.setLanguage('p1', 'de').catch(() => undefined);
      await log.append(actOf([editOf('b')])).catch(() => undefined);
    });
    expect(await refusal(work)).toContain('stop');
    expect(await valuesOf(store)).toEqual({});
  });
});

describe('a file that is moved away', () => {
  it('takes nothing more, for nobody would find it again, until it is back', async () => {
    const path = newPath();
    const store = await open(path);
    await append(store, [editOf('a', '1')]);
    renameSync(path, `${path}.away`);
    const words = `The database file ${path} was moved or removed.`;
    expect(await refusal(append(store, [editOf('a', '2')]))).toContain(words);
    writeFileSync(path, '');
    expect(await refusal(tryToWrite(store, 'ready'))).toContain(words);
    renameSync(`${path}.away`, path);
    await append(store, [editOf('a', '3')]);
    expect(await valuesOf(store)).toEqual({ a: '3' });
  });
});

describe('a second process that serves', () => {
  it('is refused as long as the first one lives, while commands may open the file', async () => {
    const path = newPath();
    const first = await openStore(`sqlite:${path}`, { isServing: true });
    const second = () => openStore(`sqlite:${path}`, { isServing: true, patience: 50 });
    expect(await refusal(second())).toBe(
      `The database file ${path} already serves another bot. Stop that one first; several processes need PostgreSQL.`,
    );
    await append(await open(path), [editOf('a', '1')]);
    await first.close();
    const next = await second();
    expect(await valuesOf(next)).toEqual({ a: '1' });
    await next.close();
  });

  it('may follow one that was killed', async () => {
    const path = newPath();
    await (await openStore(`sqlite:${path}`)).close();
    const holder = spawn(process.execPath, [
      '-e',
      `const { DatabaseSync } = require('@photostructure/sqlite');
       new DatabaseSync(${JSON.stringify(`${path}.lock`)}).exec('begin exclusive');
       console.log('held'); setInterval(() => undefined, 1000);`,
    ]);
    await once(holder.stdout, 'data');
    const serve = () => openStore(`sqlite:${path}`, { isServing: true, patience: 50 });
    expect(await refusal(serve())).toContain('already serves another bot');
    holder.kill('SIGKILL');
    await once(holder, 'close');
    await (await serve()).close();
  });
});

describe('another process on the file', () => {
  it('is waited for, without blocking this one', async () => {
    const path = newPath();
    const store = await open(path, { patience: PATIENT });
    const other = otherProgram(path);
    other.exec('begin immediate');
    const waiting = append(store, [editOf('a')]);
    // Were this process blocked, it would not come to the commit: what waits would lose its patience before.
    await sleep(300);
    other.exec('commit');
    await waiting;
    expect(await valuesOf(store)).toEqual({ a: '"a"' });
  });

  it('is waited for while the tables are made', async () => {
    const path = newPath();
    mkdirSync(dirname(path));
    const other = otherProgram(path);
    other.exec('pragma journal_mode = wal');
    other.exec('begin immediate');
    setTimeout(() => other.exec('commit'), 200);
    expect(await valuesOf(await open(path, { patience: PATIENT }))).toEqual({});
  });

  it('that holds it for too long is named as the cause', async () => {
    const path = newPath();
    const store = await open(path, { patience: 200 });
    const other = otherProgram(path);
    other.exec('begin exclusive');
    const message = `The database file ${path} is locked by another process. End that process (a second bot, a backup, a database browser) and try again.`;
    expect(await refusal(append(store, [editOf('a')]))).toBe(message);
    expect(await refusal(openStore(`sqlite:${path}`, { patience: 200 }))).toBe(message);
    other.exec('commit');
    await append(store, [editOf('b')]);
    expect(await valuesOf(store)).toEqual({ b: '"b"' });
  });

  it('that holds it as the only user is named as the cause', async () => {
    const path = await madeFile();
    const other = otherProgram(path);
    other.exec('pragma locking_mode = exclusive');
    other.exec('begin exclusive; commit');
    expect(await refusal(openStore(`sqlite:${path}`, { patience: 200 }))).toContain('is locked by another process');
  });

  it('can be a second store: nothing is lost, and each hears of the other', async () => {
    const path = newPath();
    const [one, other] = await Promise.all([open(path), open(path)]);
    const heard = { one: 0, other: 0 };
    one.watch(() => {
      heard.one += 1;
    });
    other.watch(() => {
      heard.other += 1;
    });
    const add = (store: Store) =>
      store.transact(({ log }) =>
        log.records().then(([record]) => log.append(actOf([editOf('n', String(Number(record?.value ?? 0) + 1))]))),
      );
    await Promise.all(Array.from({ length: 20 }, (_, n) => add(n % 2 ? one : other)));
    expect(await valuesOf(one)).toEqual({ n: '20' });
    // Its own at once; those of the other come in between where all this takes longer.
    for (const times of [heard.one, heard.other]) expect(times).toBeGreaterThanOrEqual(10);
    await sleep(500);
    const before = { ...heard };
    await append(one, [editOf('a')]);
    await expect.poll(() => heard.other).toBe(before.other + 1);
    await one.transact(({ people }) => people.setLanguage('p1', 'de'));
    await sleep(700);
    expect(heard.other).toBe(before.other + 1);
  });

  it('is heard even where an act of this one was taken back meanwhile', async () => {
    const path = newPath();
    const [one, other] = await Promise.all([open(path), open(path)]);
    let heard = 0;
    one.watch(() => {
      heard += 1;
    });
    await other.transact(({ people }) => people.setLanguage('p1', 'de'));
    const failing = one.transact(async ({ log }) => {
      await log.append(actOf());
      await sleep(700);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const before = heard;
    await append(other);
    await expect.poll(() => heard).toBe(before + 1);
  });
});

function newMemory(): string {
  return join(temporaryFolder({}), 'wenda.db');
}
