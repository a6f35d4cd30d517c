import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createClient } from '../../src/encoders/client.ts';
import { lacksBuilt } from '../helpers/lacks.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const DESCRIPTION = { id: 'lengths', dimension: 2, languages: ['en'] };
const SOURCE = { kind: 'english', folder: '' } as const;
const FOREVER = Number.POSITIVE_INFINITY;

/** A thread that gives for each text its length, and how many texts it was given before; some texts are orders. */
const LENGTHS = `
  import { parentPort } from 'node:worker_threads';
  const orders = {
    crash: () => { throw new Error('a mistake'); },
    end: () => process.exit(3),
    late: () => setTimeout(() => give('late'), 500),
    never: () => undefined,
    unusable: () => parentPort.postMessage({ unusable: 'the weights are gone' }),
  };
  let count = 0;
  const give = (text) => parentPort.postMessage({ vector: Float32Array.of(text.length, count++) });
  parentPort.on('message', (text) => (orders[text] ?? give)(text));
`;

function opened(program = pathToFileURL(join(temporaryFolder({ 'program.mjs': LENGTHS }), 'program.mjs'))) {
  const told: string[] = [];
  const encoder = createClient({
    program,
    source: SOURCE,
    description: DESCRIPTION,
    onProblem: (message) => void told.push(message),
  });
  onTestFinished(() => encoder.close());
  const encode = async (texts: readonly string[], patience = FOREVER) =>
    (await encoder.encode(texts, patience))?.map((vector) => [...vector]);
  return { encoder, encode, told };
}

describe('an encoder in a thread', () => {
  it('says its id, and gives vectors in order', async () => {
    const { encoder, encode } = opened();
    expect(encoder).toMatchObject(DESCRIPTION);
    expect(await encode(['a', 'bbb', ''])).toEqual([
      [1, 0],
      [3, 1],
      [0, 2],
    ]);
    expect(await encode([])).toEqual([]);
  });

  it('answers questions before many texts that came earlier', async () => {
    const { encode } = opened();
    const done: string[] = [];
    const many = encode(new Array(20).fill('text')).then(() => void done.push('many'));
    const questions = ['first', 'second'].map((text) => encode([text]).then(() => void done.push(text)));
    await Promise.all([many, ...questions]);
    expect(done).toEqual(['first', 'second', 'many']);
  });

  it('goes on without a vector when patience ends, and gives the next one', async () => {
    const { encode, told } = opened();
    expect(await encode(['late'], 10)).toBeUndefined();
    expect(await encode(['next'])).toEqual([[4, 1]]);
    expect(told).toEqual([]);
  });

  it('has a quarter of a second of patience', async () => {
    const wait = vi.spyOn(globalThis, 'setTimeout');
    onTestFinished(() => wait.mockRestore());
    const { encoder } = opened();
    expect(await encoder.encode(['never'])).toBeUndefined();
    expect(wait).toHaveBeenCalledWith(expect.any(Function), 250);
  });

  it('lets no more than 64 calls wait, and has room again for each that was given up', async () => {
    const { encoder, encode } = opened();
    const first = encode(['late'], 500);
    const waiting = Array.from({ length: 63 }, () => encode(['a']));
    expect(await encode(['one too many'])).toBeUndefined();
    await first;
    expect(await Promise.all([...waiting, encode(['next'])])).not.toContain(undefined);
    await encoder.close();
  });

  it('gives nothing once it is closed', async () => {
    const { encoder, encode, told } = opened();
    const waiting = ['never', 'a', 'b'].map((text) => encode([text]));
    await encoder.close();
    expect(await Promise.all([...waiting, encode(['a'])])).toEqual([undefined, undefined, undefined, undefined]);
    expect(told).toEqual([]);
  });
});

describe('a thread that fails', () => {
  it.each(['crash', 'end'])('is started again after a %s, for those that wait', async (order) => {
    const { encode, told } = opened();
    const [failed, next] = [encode([order]), encode(['next'])];
    expect(await failed).toBeUndefined();
    expect(await next).toEqual([[4, 0]]);
    expect(told).toEqual([]);
  });

  it('is off after four crashes, which is told once', async () => {
    const { encode, told } = opened();
    const calls = ['crash', 'end', 'crash', 'crash', 'next'].map((text) => encode([text]));
    expect(await Promise.all(calls)).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(await encode(['later'])).toBeUndefined();
    expect(told).toEqual([
      'the sentence encoder is off until the next start: its thread ended 4 times, at last with a mistake (set ENCODER=off if that stays so)',
    ]);
  });

  it('is off if there is no program', async () => {
    const { encode, told } = opened(pathToFileURL('/nowhere/program.js'));
    for (let call = 0; call < 5; call++) expect(await encode(['a'])).toBeUndefined();
    expect(told).toEqual([expect.stringContaining('program.js')]);
  });

  it('is off if it says that it cannot be used', async () => {
    const { encode, told } = opened();
    expect(await Promise.all([encode(['unusable']), encode(['next'])])).toEqual([undefined, undefined]);
    expect(told).toEqual(['the weights are gone']);
  });
});

const BUILT = 'dist/src/encoders/client.js';

describe.skipIf(lacksBuilt(BUILT))('a process', () => {
  /** Prints of a process that runs these lines with an encoder, until it ends by itself. */
  function printed(lines: string): string {
    const options = JSON.stringify({ source: SOURCE, description: DESCRIPTION });
    const main = `
      import { createClient } from ${JSON.stringify(pathToFileURL(BUILT).href)};
      const encoder = createClient({
        ...${options}, program: new URL('program.mjs', import.meta.url), onProblem: console.log,
      });
      ${lines}`;
    const folder = temporaryFolder({ 'program.mjs': LENGTHS, 'main.mjs': main });
    return execFileSync(process.execPath, [join(folder, 'main.mjs')], { encoding: 'utf8' });
  }

  it('does not end while a text waits, and ends when none does', () => {
    expect(printed(`console.log((await encoder.encode(['a'], Infinity)).length);`)).toBe('1\n');
  });

  it('is not kept by a call that was given up, but by the next that waits', () => {
    expect(printed(`console.log(await encoder.encode(['never'], 10));`)).toBe('undefined\n');
    expect(
      printed(`console.log(await encoder.encode(['late'], 10), (await encoder.encode(['a'], Infinity)).length);`),
    ).toBe('undefined 1\n');
  });
});
