import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { usageOf } from '../../src/cli/usage.ts';
import { lacksBuilt } from '../helpers/lacks.ts';

describe('help', () => {
  it.each([
    [['ask', '--help'], /^ask: answers .*--locale TAG/s],
    [['data'], /data -- backup FILE.*data -- restore FILE/s],
    [['data', 'restore', 'x.db', '--help'], /^data restore: /],
    [['knowledge', 'import', '--help'], /^knowledge import: .*--into FOLDER/s],
    [['nonsense'], /npm run --silent ask.*npm run --silent doctor/s],
    [[], /npm run --silent ask.*npm run --silent doctor/s],
  ])('on %j is of that command, in lines that a terminal holds', (typed, words) => {
    expect(usageOf(typed)).toMatch(words);
    for (const line of usageOf(typed).split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });
});

it.skipIf(lacksBuilt('dist/app/cli.js'))(
  '--help ends with 0, also among other words, and not as a question',
  async () => {
    const cli = (...args: string[]) => promisify(execFile)(process.execPath, ['dist/app/cli.js', ...args]);
    const { stdout, stderr } = await cli('doctor', '--help');
    expect([stdout, stderr]).toEqual([expect.stringMatching(/^doctor: checks the setup/), '']);
    await expect(cli('doctor', 'please')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining(stdout),
    });
  },
);
