import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { lacksBuilt } from '../helpers/lacks.ts';

const BUILT = 'dist/eval/main.js';

/** Files and functions that a step passes at most. Anyone who makes a walk shorter lowers its bounds. */
const BOUNDS: Readonly<Record<string, readonly [files: number, functions: number]>> = {
  'a question on Discord, answered': [92, 830],
  '/teach on Telegram, to its preview': [119, 1170],
  'its Save': [110, 1150],
  '/reload with one answer changed': [65, 450],
};
/** Less than that would be no walk: the instrument would be broken. */
const [FEWEST_FILES, FEWEST_FUNCTIONS] = [40, 150];

it.skipIf(lacksBuilt(BUILT))('a step of a person passes few files', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [BUILT, '--walks']);
  const walks = stdout
    .split('\n')
    .slice(2)
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(({ length }) => length > 1)
    .map(([, name = '', files, functions]) => ({ name, files: Number(files), functions: Number(functions) }));
  expect(walks.map(({ name }) => name)).toEqual(Object.keys(BOUNDS));
  for (const { name, files, functions } of walks) {
    const [mostFiles = 0, mostFunctions = 0] = BOUNDS[name] ?? [];
    expect(files, `files of ${name}: \`npm run eval -- --walks --verbose\` names them`).toBeLessThanOrEqual(mostFiles);
    expect(functions, `functions of ${name}`).toBeLessThanOrEqual(mostFunctions);
    expect(files, name).toBeGreaterThan(FEWEST_FILES);
    expect(functions, name).toBeGreaterThan(FEWEST_FUNCTIONS);
  }
});
