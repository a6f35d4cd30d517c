import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

/**
 * Runs statements that nobody keeps, and makes rubbish until the collector has come for each: with the database open,
 * then closed.
 */
const PROGRAM = `
const { DatabaseSync } = require('@photostructure/sqlite');
const MANY = 300;
let collected = 0;
const registry = new FinalizationRegistry(() => { collected += 1; });
const use = (database, n) => {
  const statement = database.prepare('insert into t values (?) /* ' + n + ' */');
  statement.run(n);
  registry.register(statement);
};
const useMany = (database) => {
  database.exec('begin');
  for (let n = 0; n < MANY; n += 1) use(database, n);
  database.exec('commit');
};
const collect = async (wanted) => {
  while (collected < wanted) {
    Array.from({ length: 100_000 }, (_, n) => ({ n }));
    gc();
    await new Promise((resolve) => setImmediate(resolve));
  }
};
const main = async () => {
  const database = new DatabaseSync(process.argv[1]);
  database.exec('pragma journal_mode = wal; pragma synchronous = full; create table t (a)');
  useMany(database);
  await collect(MANY);
  useMany(database);
  database.close();
  await collect(2 * MANY);
  console.log(collected);
};
main();
`;

it('the collector may come for statements of SQLite, whether it is open or closed', async () => {
  const path = join(temporaryFolder({}), 'x.db');
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--eval', PROGRAM, path]);
  expect(stdout).toBe('600\n');
});
