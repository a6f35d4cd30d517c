import { chmodSync, chownSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/bot/ports/store.ts';
import { backupStore, openStore, restoreStore } from '../../../src/store/index.ts';
import { openConnection } from '../../../src/store/sqlite/connection.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { actOf } from '../samples.ts';

const NOW = '2026-11-27T10:00:00.000Z';
const act = (store: Store) => store.transact(({ log }) => log.append(actOf()));
const actsIn = (store: Store) => store.transact(({ log }) => log.acts({})).then(({ length }) => length);

async function world(acts: number) {
  const folder = temporaryFolder({});
  const url = `sqlite:${join(folder, 'wenda.db')}`;
  const store = await openStore(url);
  for (let n = 0; n < acts; n++) await act(store);
  return { folder, url, store, file: join(folder, 'backup.db') };
}

describe('a backup', () => {
  it('is made while others write, holds every act that was kept before, and is whole', async () => {
    const { url, store, file } = await world(20);
    let isWriting = true;
    let written = 20;
    const writing = (async () => {
      while (isWriting) {
        await act(store);
        written++;
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const { acts } = await backupStore(url, file);
    isWriting = false;
    await writing;
    await store.close();
    expect(acts).toBeGreaterThanOrEqual(20);
    expect(acts).toBeLessThanOrEqual(written);
    const copy = await openStore(`sqlite:${file}`);
    expect(await actsIn(copy)).toBe(acts);
    await copy.close();
  });

  it('writes over nothing, and leaves nothing behind where it fails', async () => {
    const { url, store, file, folder } = await world(1);
    await store.close();
    writeFileSync(file, 'mine');
    await expect(backupStore(url, file)).rejects.toThrow(`There is already a file ${file}.`);
    expect(readFileSync(file, 'utf8')).toBe('mine');
    await expect(backupStore(`sqlite:${join(folder, 'none.db')}`, join(folder, 'b.db'))).rejects.toThrow(
      'There is no database file',
    );
    expect(existsSync(join(folder, 'none.db'))).toBe(false);
    expect(existsSync(join(folder, 'b.db.unfinished'))).toBe(false);
  });

  it.each([
    ['postgres://user:secret@localhost/wenda', /pg_dump/],
    ['sqlite::memory:', /in memory/],
  ])('of %s is told how', async (url, words) => {
    await expect(backupStore(url, '/nowhere/b.db')).rejects.toThrow(words);
    await expect(backupStore(url, '/nowhere/b.db')).rejects.not.toThrow(/secret/);
  });
});

describe('a backup that is brought back', () => {
  it('takes the place of the database, which stays beside it', async () => {
    const { url, store, file, folder } = await world(3);
    await backupStore(url, file);
    for (let n = 0; n < 4; n++) await act(store);
    await store.close();
    expect(restoreStore(url, file, NOW)).toEqual({ acts: 3, former: join(folder, 'wenda.db.before-20261127100000') });
    const [restored, former] = [
      await openStore(url),
      await openStore(`sqlite:${folder}/wenda.db.before-20261127100000`),
    ];
    expect([await actsIn(restored), await actsIn(former)]).toEqual([3, 7]);
    await act(restored);
    await Promise.all([restored.close(), former.close()]);
    expect(existsSync(file)).toBe(true);
  });

  it('belongs to whom the database belonged, and is read by nobody else', async () => {
    const { folder, url, store, file: copy } = await world(1);
    const path = join(folder, 'wenda.db');
    await backupStore(url, copy);
    await store.close();
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    chmodSync(path, 0o640);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) chownSync(path, 65_534, 65_534);
    restoreStore(url, copy, NOW);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    if (isRoot) expect([statSync(path).uid, statSync(path).gid]).toEqual([65_534, 65_534]);
    rmSync(path);
    if (isRoot) chownSync(folder, 65_534, 65_534);
    restoreStore(url, copy, NOW);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    if (isRoot) expect(statSync(path).uid).toBe(65_534);
  });

  it('waits until nobody uses the database', async () => {
    const { url, store, file } = await world(2);
    await backupStore(url, file);
    await act(store);
    expect(() => restoreStore(url, file, NOW)).toThrow('is in use. Stop the bot first.');
    expect(await actsIn(store)).toBe(3);
    await store.close();
    expect(restoreStore(url, file, NOW).acts).toBe(2);
  });

  it('is checked first: what is damaged, or another program’s, replaces nothing', async () => {
    const { url, store, file, folder } = await world(2);
    await store.close();
    const bytes = Buffer.from(readFileSync(join(folder, 'wenda.db')));
    bytes.fill(0x55, 4096, Math.min(bytes.length, 4096 * 12));
    writeFileSync(file, bytes);
    expect(() => restoreStore(url, file, NOW)).toThrow(`The file ${file} is no whole database of this program`);
    writeFileSync(file, 'words');
    expect(() => restoreStore(url, file, NOW)).toThrow(`The file ${file} is no whole database of this program`);
    expect(() => restoreStore(url, join(folder, 'none'), NOW)).toThrow('There is no file');
    const again = await openStore(url);
    expect(await actsIn(again)).toBe(2);
    await again.close();
  });

  it('of a newer version replaces nothing', async () => {
    const { url, store, file } = await world(2);
    await backupStore(url, file);
    const newer = openConnection(file, 0);
    newer.run("insert into kysely_migration (name, timestamp) values ('999-later', '2030-01-01T00:00:00Z')");
    newer.close();
    await store.close();
    expect(() => restoreStore(url, file, NOW)).toThrow('newer version of this program (step 999-later');
    const again = await openStore(url);
    expect(await actsIn(again)).toBe(2);
    await again.close();
  });

  it('sets aside one after another, also within a second', async () => {
    const { url, store, file } = await world(1);
    await backupStore(url, file);
    await act(store);
    await store.close();
    const names = [1, 2, 3].map(() => restoreStore(url, file, NOW).former ?? '');
    const acts = await Promise.all(
      names.map(async (name) => {
        const former = await openStore(`sqlite:${name}`);
        const found = await actsIn(former);
        await former.close();
        return found;
      }),
    );
    expect(acts).toEqual([2, 1, 1]);
  });
});
