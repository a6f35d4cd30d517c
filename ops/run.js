import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Runs the program of a clone, and builds it first if a source is newer, as after `git pull`: `npm ci && npm start`
 * need no step between. An installed package is built, and does not have this file.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PROGRAM = `${ROOT}dist/app/wenda.js`;
const SOURCES = ['src', 'commands', 'ops/bundle.js', 'package-lock.json', 'tsconfig.json'];

/** Folders count too: they are newer when a file in them is gone. */
const newestOf = (path) => {
  const status = statSync(path);
  const within = status.isDirectory() ? readdirSync(path).map((name) => newestOf(`${path}/${name}`)) : [];
  return Math.max(status.mtimeMs, ...within);
};

const newest = Math.max(...SOURCES.map((path) => newestOf(ROOT + path)));
if (!existsSync(PROGRAM) || statSync(PROGRAM).mtimeMs < newest) {
  process.stderr.write('building the program…\n');
  // What is built says nothing where answers are printed.
  const npm = [process.env.npm_execpath ?? '', 'run', '--silent', 'build'];
  const { status } = spawnSync(process.execPath, npm, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
await import('../dist/app/wenda.js');
