import type { Unit } from '../../src/bot/ports/store.ts';

/** The same transaction, one of whose ports does something else; a spread of it would have none of the others. */
export const unitWith = <Port extends Exclude<keyof Unit, 'secret' | 'afterCommit'>>(
  unit: Unit,
  changed: Port,
  change: Partial<Unit[Port]>,
): Unit =>
  new Proxy(unit, {
    get: (all, port) => (port === changed ? { ...all[changed], ...change } : Reflect.get(all, port)) as unknown,
  });
