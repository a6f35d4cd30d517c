import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/helpers/longest-first.ts';
import { SLOW } from './tests/helpers/slow.ts';

// `.ci/run` names files here, by the mode that ends their names, to count the tests from; people at a terminal see the default report only.
const report = process.env.VITEST_JSON_REPORT;

const gone = SLOW.filter((path) => !existsSync(path));
if (gone.length > 0) throw new Error(`slow.ts names files that are gone: ${gone.join(', ')}`);

/** `vitest run --mode quick` leaves out what takes long, `--mode slow` runs nothing else. Default: all. */
export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'slow' ? [...SLOW] : ['tests/**/*.test.ts'],
    globalSetup: ['tests/helpers/postgres-broker.ts', 'tests/helpers/learned-folder.ts'],
    exclude: ['dist/**', 'node_modules/**', ...(mode === 'quick' ? SLOW : [])],
    // Many tests wait rather than work: every core is kept busy.
    maxWorkers: availableParallelism() + 1,
    // Modules are loaded once in a worker: most of the time went into loading and learning the same anew for each file.
    isolate: false,
    // They make and drop much: a young generation of 16 MB is swept so often that it takes a sixth of the time.
    execArgv: ['--max-semi-space-size=64'],
    sequence: { sequencer: LongestFirst },
    // A worker that is busy with its garbage is not stuck.
    teardownTimeout: 60_000,
    // A machine that is busy elsewhere is slow, not wrong: what starts many programs, or learns five languages, takes
    // minutes there.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 30_000 } },
    ...(report ? { reporters: ['default', 'json'], outputFile: { json: `${report}.${mode}` } } : {}),
  },
}));
