import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/helpers/longest-first.ts';
import { SLOW } from './tests/helpers/slow.ts';

// Set by `.ci/run`, which counts the tests in JSON reports named `$VITEST_JSON_REPORT.$mode`. At a terminal: unset.
const report = process.env.VITEST_JSON_REPORT;

const gone = SLOW.filter((path) => !existsSync(path));
if (gone.length > 0) throw new Error(`slow.ts names files that are gone: ${gone.join(', ')}`);

/** `vitest run --mode quick` leaves out the slow files, `--mode slow` runs only them. Default: all files. */
export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'slow' ? [...SLOW] : ['tests/**/*.test.ts'],
    globalSetup: ['tests/helpers/postgres-broker.ts', 'tests/helpers/learned-folder.ts'],
    exclude: ['dist/**', 'node_modules/**', ...(mode === 'quick' ? SLOW : [])],
    // One more than there are cores, because many tests wait rather than compute.
    maxWorkers: availableParallelism() + 1,
    // A worker loads modules once. With isolation, most of the time went into loading and training again for each file.
    isolate: false,
    // Tests allocate much that is garbage soon: with V8's default of 16 MB, collecting it takes a sixth of the time.
    execArgv: ['--max-semi-space-size=64'],
    sequence: { sequencer: LongestFirst },
    // A worker may be busy with garbage collection when it is told to end.
    teardownTimeout: 60_000,
    // Tests that start many programs, or train in five languages, take minutes on a busy machine. They should not fail.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 30_000 } },
    ...(report ? { reporters: ['default', 'json'], outputFile: { json: `${report}.${mode}` } } : {}),
  },
}));
