import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { moveApart } from '../../../src/store/sqlite/checkpoint.ts';
import { openConnection } from '../../../src/store/sqlite/connection.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { transpile } from '../../helpers/transpile.ts';

const WORKER = 'src/store/sqlite/checkpoint-worker.ts';
const WORDS = 'words that were written last';

/** A file with a log beside it that holds so many bytes more than the words. */
function fileWith(bytes: number) {
  const path = join(temporaryFolder({}), 'wenda.db');
  const sqlite = openConnection(path, 0);
  onTestFinished(sqlite.close);
  sqlite.run('pragma journal_mode = WAL');
  sqlite.run('pragma wal_autocheckpoint = 0');
  sqlite.run('create table t (x)');
  sqlite.run('insert into t values (?)', [`${WORDS}${'x'.repeat(bytes)}`]);
  return { sqlite, isMoved: () => readFileSync(path, 'latin1').includes(WORDS) };
}

it('a large log is moved into its file by a thread, and nothing is left to do', async () => {
  const { sqlite, isMoved } = fileWith(3 * 1024 * 1024);
  expect(isMoved()).toBe(false);
  await moveApart(sqlite, pathToFileURL(join(transpile(WORKER), WORKER.replace(/ts$/, 'js'))));
  expect(isMoved()).toBe(true);
  const [moved] = sqlite.run('pragma wal_checkpoint(TRUNCATE)').rows;
  expect(moved).toEqual({ busy: 0, log: 0, checkpointed: 0 });
  expect(sqlite.first('select count(*) from t')).toBe(1);
});

it('a small log needs no thread, and where there is none the log stays for another checkpoint', async () => {
  const [small, large] = [fileWith(0), fileWith(3 * 1024 * 1024)];
  await moveApart(small.sqlite, new URL('file:///nowhere/worker.js'));
  await moveApart(large.sqlite, new URL('file:///nowhere/worker.js'));
  await moveApart({ path: undefined });
  expect([small.isMoved(), large.isMoved()]).toEqual([false, false]);
  large.sqlite.run('pragma wal_checkpoint(TRUNCATE)');
  expect(large.isMoved()).toBe(true);
});
