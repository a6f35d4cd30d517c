/**
 * The tests, for `npm run check`. In `.ci/run` they have just run in `npm test`: where the report that it names
 * (VITEST_JSON_REPORT, with the mode `quick`) counts no failure, and the tree and the Node are those that it noted then (TESTED_TREE), they
 * are not run a second time.
 *   test-unless-passed.js            runs the tests, or says why not
 *   test-unless-passed.js --tree     prints the hash of the tree and of the Node
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readlinkSync } from 'node:fs';

/** Of every file that is not ignored, committed or not. @throws Error outside of a Git repository */
function hashOfTree() {
  const hash = createHash('sha256').update(process.version);
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  for (const path of [...new Set(listed.split('\0'))].filter((name) => name !== '').sort())
    hash.update(`\0${path}\0`).update(contentOf(path));
  return hash.digest('hex');
}

/** @param {string} path */
function contentOf(path) {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return 'deleted';
  return stats.isSymbolicLink() ? readlinkSync(path) : readFileSync(path);
}

/** @returns how many tests of this very tree have just passed; `undefined` where that is not known for sure */
function justPassed() {
  const { VITEST_JSON_REPORT: report, TESTED_TREE: tested } = process.env;
  if (report === undefined || tested === undefined) return undefined;
  try {
    const { success, numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
      readFileSync(`${report}.quick`, 'utf8'),
    );
    const isWhole = success === true && numPassedTests > 0 && numFailedTests === 0 && numFailedTestSuites === 0;
    return isWhole && tested === hashOfTree() ? numPassedTests : undefined;
  } catch {
    return undefined;
  }
}

if (process.argv[2] === '--tree') {
  process.stdout.write(`${hashOfTree()}\n`);
} else {
  const passed = justPassed();
  if (passed === undefined) process.exitCode = spawnSync('npm', ['test'], { stdio: 'inherit' }).status ?? 1;
  else
    process.stdout.write(
      `The tests are not run again: all ${passed} of this very tree have just passed, on this Node.\n`,
    );
}
