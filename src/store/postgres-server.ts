import { StoreError } from '../bot/ports/store.ts';
import { capital } from './errors.ts';

export interface Server {
  /** 180000 for 18.0. */
  readonly version: number;
  readonly encoding: string;
}

/** The oldest that can tell whether a transaction has changed anything. */
const OLDEST = 130_000;

/** @throws StoreError where the server or its database cannot serve */
export function demand({ version, encoding }: Server, where: string): void {
  if (version < OLDEST) throw new StoreError(`${capital(where)} runs on a server that is too old. PostgreSQL 13 or newer is needed.`);
  if (encoding !== 'UTF8')
    throw new StoreError(`${capital(where)} is encoded as ${encoding}, in which not every language can be written. Create it with encoding UTF8: createdb --encoding=UTF8 --template=template0.`);
}
