import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const PAGE = new URL('../../docs/privacy.md', import.meta.url);

it('docs/privacy.md says of every column of the database whether it may tell of a person, and what erases it', async () => {
  const path = join(temporaryFolder({}), 'wenda.db');
  await (await openStore(`sqlite:${path}`)).close();
  const database = new DatabaseSync(path, { readOnly: true });
  const kept = database
    .prepare(
      `select t.name || '.' || c.name as name from sqlite_master t, pragma_table_info(t.name) c
       where t.type = 'table' and t.name not like 'kysely%' and t.name not like 'sqlite%'`,
    )
    .all()
    .map(({ name }) => String(name));
  database.close();
  expect(kept.length).toBeGreaterThan(80);
  expect(readFileSync(PAGE, 'utf8').split('\n').flatMap(columnsOf).sort()).toEqual(kept.sort());
});

/** Columns that a row of the page names, if it is one of a table; without saying how long and what erases it, none. */
function columnsOf(line: string): string[] {
  const [, table, told = '', others = '', time = '', eraser = ''] =
    /^\| `(\w+)`[^|]*\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|$/.exec(line) ?? [];
  if (table === undefined || time.trim() === '' || eraser.trim() === '') return [];
  return [...`${told} ${others}`.matchAll(/`(\w+)`/g)].map(([, column]) => `${table}.${column}`);
}
