import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, both for the sources and for dist. */
export const ROOT = upTo('locales', path.dirname(fileURLToPath(import.meta.url)));

function upTo(name: string, folder: string): string {
  if (existsSync(path.join(folder, name))) return folder;
  const above = path.dirname(folder);
  if (above === folder) throw new Error(`no folder above this program holds ${name} (run it inside the project)`);
  return upTo(name, above);
}
