import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { temporaryFolder } from './helpers/temporary-folder.ts';

/**
 * `npm run bench -- small` measures the same. It takes some five seconds and 240 MB on a quiet machine; a slow one
 * needs more. It is processor time, so that others who work beside it count for little.
 */
const [MOST_SECONDS, MOST_MB] = [15, 350];

/** Told at the exit: of all threads, also those that learned. */
const TELL = `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  console.error(JSON.stringify({ seconds: (user + system) / 1e6, mb: process.resourceUsage().maxRSS / 1024 }));
});`;

it('one language of the included pack is learned in seconds, and in the memory of a small server', () => {
  const folder = temporaryFolder({});
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(TELL)}`,
      'dist/app/wenda.js',
      'ask',
      'When was ChatGPT banned in China?',
    ],
    { encoding: 'utf8', env: { PATH: process.env.PATH, WENDA_CACHE: folder, DATABASE_URL: 'sqlite::memory:' } },
  );
  expect([status, stdout]).toEqual([0, expect.stringContaining('ChatGPT')]);
  const told = JSON.parse(stderr.trim().split('\n').at(-1) ?? '{}') as { seconds: number; mb: number };
  expect(told.seconds, 'it was learned').toBeGreaterThan(1);
  expect(told.seconds).toBeLessThan(MOST_SECONDS);
  expect(told.mb).toBeLessThan(MOST_MB);
});
