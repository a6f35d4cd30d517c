import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/helpers/longest-first.ts';

// `.ci/run` names a file here to count the tests from; people at a terminal see the default report only.
const report = process.env.VITEST_JSON_REPORT;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/helpers/postgres-broker.ts', 'tests/helpers/learned-folder.ts'],
    exclude: ['dist/**', 'node_modules/**'],
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
    ...(report ? { reporters: ['default', 'json'], outputFile: { json: report } } : {}),
  },
});
