import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../place.ts';

const FOLDER = path.join(ROOT, 'eval/peers');

export const HOW_TO_INSTALL = 'npm ci --prefix eval/peers';

/** Whether somebody wanted the peers; MiniSearch is there anyway. */
export const arePeersInstalled = (): boolean => existsSync(path.join(FOLDER, 'node_modules'));

/**
 * A package of eval/peers/node_modules. Its types are not there for the compiler, hence the caller's own narrow
 * interface.
 * @throws Error that says how to install it.
 */
export async function loadPeer<T>(name: string): Promise<T> {
  const file = fileOf(name);
  if (file === undefined) throw new Error(`${name} is not installed (${HOW_TO_INSTALL})`);
  const loaded = (await import(pathToFileURL(file).href)) as { readonly default?: unknown };
  return (loaded.default ?? loaded) as T;
}

/** The package, or nothing if there is none, as for a language that a library does not know. */
export const loadIfThere = async <T>(name: string): Promise<T | undefined> =>
  fileOf(name) === undefined ? undefined : await loadPeer<T>(name);

function fileOf(name: string): string | undefined {
  try {
    return createRequire(path.join(FOLDER, 'package.json')).resolve(name);
  } catch {
    return undefined;
  }
}
