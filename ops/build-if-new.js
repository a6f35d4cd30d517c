import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PROGRAM = `${ROOT}dist/app/wenda.js`;
const SOURCES = ['src', 'commands', 'ops/build.js', 'ops/bundle.js', 'package-lock.json', 'tsconfig.json'];

/** When a path was last changed. Folders count, too: a folder changes when a file in it is deleted. */
const newestOf = (path) => {
  const status = statSync(path);
  const within = status.isDirectory() ? readdirSync(path).map((name) => newestOf(`${path}/${name}`)) : [];
  return Math.max(status.mtimeMs, ...within);
};

/**
 * Builds the program of a clone if a source has changed since, e.g. by `git pull`.
 * @returns the exit code of the build
 */
export function buildIfNew() {
  const newest = Math.max(...SOURCES.map((path) => newestOf(ROOT + path)));
  if (existsSync(PROGRAM) && statSync(PROGRAM).mtimeMs >= newest) return 0;
  process.stderr.write('building the program…\n');
  // The build's output goes to standard error, as answers are printed on standard output.
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2] };
  const { status } = spawnSync(process.execPath, ['ops/build.js'], options);
  return status ?? 1;
}
