import { describe, inject } from 'vitest';
import { lacks } from './lacks.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import './postgres-broker.ts';

/** Tests that need PostgreSQL; skipped if the development dependency has none for this platform. */
export const describePostgres = describe.skipIf(
  lacks(`PostgreSQL for ${process.platform}-${process.arch}`, postgresBinaries() !== undefined),
);

/** An empty database on the server of this run. @param options of `create database` @returns its URL */
export async function freshDatabase(options = ''): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${inject('postgresBroker')}/${encodeURIComponent(options)}`);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}
