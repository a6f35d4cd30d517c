import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Compiles the sources without checking types, and bundles the program. Needs only Node, and no npm. */
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const STEPS = [[tsc, '-p', '.', '--noCheck'], [tsc, '-p', 'src/platforms/web/assets', '--noCheck'], ['ops/bundle.js']];
for (const step of STEPS) {
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const { status } = spawnSync(process.execPath, step, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
