import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The package's folder, with `locales/` and the example pack: the nearest folder above this file that has a
 * `package.json`, wherever the program was built.
 */
export const ROOT = rootAbove(new URL('.', import.meta.url));

/** Version in `package.json`, such as 1.2.0. */
export const VERSION = versionIn(readFileSync(`${ROOT}package.json`, 'utf8'));

function rootAbove(folder: URL): string {
  return existsSync(new URL('package.json', folder)) ? fileURLToPath(folder) : rootAbove(new URL('..', folder));
}

function versionIn(text: string): string {
  const { version } = JSON.parse(text) as { version: string };
  return version;
}
