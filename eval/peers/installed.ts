import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../place.ts';

const FOLDER = path.join(ROOT, 'eval/peers');

export const HOW_TO_INSTALL = 'npm ci --prefix eval/peers';

/** Whether the peers were installed. MiniSearch always is. */
export const arePeersInstalled = (): boolean => existsSync(path.join(FOLDER, 'node_modules'));

/**
 * A package in eval/peers/node_modules. The compiler does not have its types, so the caller passes a narrow interface.
 * @throws Error that says how to install it
 */
export async function loadPeer<T>(name: string): Promise<T> {
  const file = fileOf(name);
  if (file === undefined) throw new Error(`${name} is not installed (${HOW_TO_INSTALL})`);
  const loaded = (await import(pathToFileURL(file).href)) as { readonly default?: unknown };
  return (loaded.default ?? loaded) as T;
}

/** The package; undefined if it is missing, e.g. for a language that a library does not support. */
export const loadIfThere = async <T>(name: string): Promise<T | undefined> =>
  fileOf(name) === undefined ? undefined : await loadPeer<T>(name);

function fileOf(name: string): string | undefined {
  try {
    return createRequire(path.join(FOLDER, 'package.json')).resolve(name);
  } catch {
    return undefined;
  }
}
