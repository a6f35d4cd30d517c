import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { problemsOf, read } from '../../eval/torture-acts.ts';
import { openStore } from '../../src/store/index.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { append, editOf } from './samples.ts';

/**
 * Made with version 0.1.0 before its driver was exchanged: four acts and a language, closed; three acts more, killed.
 * Never made anew: it stands for the files that are out there.
 */
const FORMER = new URL('./former/', import.meta.url);

function formerFile(): string {
  const folder = join(temporaryFolder({}), 'data');
  mkdirSync(folder);
  for (const name of ['wenda.db', 'wenda.db-wal'])
    writeFileSync(join(folder, name), gunzipSync(readFileSync(new URL(`${name}.gz`, FORMER))));
  return join(folder, 'wenda.db');
}

it('a file of a former version is read whole, with what its killed writer had left beside it, and written on', async () => {
  const path = formerFile();
  const store = await openStore(`sqlite:${path}`);
  const kept = await read(store);
  const acknowledged = ['closed-1', 'closed-2', 'closed-3', 'closed-4', 'killed-1', 'killed-2', 'killed-3'].map(
    (name, n): [string, number] => [name, n + 1],
  );
  expect(problemsOf(kept, new Map(acknowledged))).toEqual([]);
  expect(kept.acts).toHaveLength(7);
  expect(await store.transact(({ people }) => people.languageOf('p1'))).toBe('de');
  expect((await append(store, [editOf('a')])).id).toBe(8);
  await store.close();
});
