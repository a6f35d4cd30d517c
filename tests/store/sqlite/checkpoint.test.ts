import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { createMover } from '../../../src/store/sqlite/checkpoint.ts';
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
  const mover = createMover(sqlite, pathToFileURL(join(transpile(WORKER), WORKER.replace(/ts$/, 'js'))));
  await Promise.all([mover.move(), mover.move(), mover.move()]);
  expect(isMoved()).toBe(true);
  const [moved] = sqlite.run('pragma wal_checkpoint(TRUNCATE)').rows;
  expect(moved).toEqual({ busy: 0, log: 0, checkpointed: 0 });
  sqlite.run('insert into t values (?)', ['x'.repeat(3 * 1024 * 1024)]);
  // The thread that is still there cuts the log, and can be started anew.
  await mover.empty();
  expect(statSync(`${sqlite.path}-wal`).size).toBe(0);
  await mover.close();
  sqlite.run('insert into t values (?)', ['x'.repeat(3 * 1024 * 1024)]);
  await mover.empty();
  expect(statSync(`${sqlite.path}-wal`).size).toBe(0);
  await mover.close();
  expect(sqlite.first('select count(*) from t')).toBe(3);
});

it('a small log needs no thread, and where there is none the log stays for another checkpoint', async () => {
  const [small, large] = [fileWith(0), fileWith(3 * 1024 * 1024)];
  for (const one of [small.sqlite, large.sqlite, { path: undefined }]) {
    const mover = createMover(one, new URL('file:///nowhere/worker.js'));
    await mover.move();
    await mover.empty();
    await mover.close();
  }
  expect([small.isMoved(), large.isMoved()]).toEqual([false, false]);
  large.sqlite.run('pragma wal_checkpoint(TRUNCATE)');
  expect(large.isMoved()).toBe(true);
});

/** Breaks down the first time, and is slow the second time. */
const BROKEN_AT_FIRST = `
  import { existsSync, writeFileSync } from 'node:fs';
  import { parentPort, workerData } from 'node:worker_threads';
  parentPort.on('message', (mode) => {
    if (mode === 'end') return parentPort.close();
    const mark = workerData + '-mark';
    if (!existsSync(mark)) {
      writeFileSync(mark, 'broken');
      throw new Error('no');
    }
    setTimeout(() => {
      writeFileSync(mark, 'done');
      parentPort.postMessage('done');
    }, 500);
  });
`;

it('a thread that breaks down is not taken for the next one', async () => {
  const { sqlite } = fileWith(3 * 1024 * 1024);
  const mover = createMover(
    sqlite,
    pathToFileURL(join(temporaryFolder({ 'worker.mjs': BROKEN_AT_FIRST }), 'worker.mjs')),
  );
  const mark = () => readFileSync(`${sqlite.path}-mark`, 'utf8');
  await mover.move();
  expect(mark()).toBe('broken');
  await mover.move();
  expect(mark()).toBe('done');
  await mover.close();
});
