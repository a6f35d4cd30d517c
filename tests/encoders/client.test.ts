import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createClient, type Limits, type RunningEncoder } from '../../src/encoders/client.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const DESCRIPTION = { id: 'lengths', dimension: 2, languages: ['en'] };
const SOURCE = { kind: 'english', folder: '', cacheDir: '' } as const;
const FOREVER = Number.POSITIVE_INFINITY;

/**
 * A thread that gives for each text its length, and how many texts it was asked with; what a text says comes before.
 * For `jobs` it is how often it was asked.
 */
const LENGTHS = `
  import { parentPort } from 'node:worker_threads';
  const orders = {
    crash: () => { throw new Error('a mistake'); },
    end: () => process.exit(3),
    hang: () => { for (;;); },
    notice: () => parentPort.postMessage({ kind: 'notice', message: 'the disk is full' }),
    unusable: () => parentPort.postMessage({ kind: 'unusable', message: 'the weights are gone' }),
  };
  let jobs = 0;
  parentPort.on('message', ({ texts }) => {
    jobs++;
    for (const text of texts) orders[text]?.();
    const give = () => parentPort.postMessage({ kind: 'vectors', vectors: Float32Array.from(texts.flatMap((text) => [text === 'jobs' ? jobs : text.length, texts.length])) });
    if (texts.includes('late')) setTimeout(give, 500);
    else if (!texts.includes('never')) give();
  });
`;

interface Opened {
  readonly encoder: RunningEncoder;
  readonly told: readonly string[];
}

function opened(limits: Partial<Limits> = {}, program = LENGTHS): Opened {
  const told: string[] = [];
  const file = join(temporaryFolder({ 'program.mjs': program }), 'program.mjs');
  const encoder = createClient({
    program: pathToFileURL(file),
    source: SOURCE,
    description: DESCRIPTION,
    onProblem: (message) => void told.push(message),
    limits: { patience: FOREVER, ...limits },
  });
  onTestFinished(() => encoder.close());
  return { encoder, told };
}

const plain = (vectors: readonly Float32Array[] | undefined): number[][] | undefined =>
  vectors?.map((vector) => [...vector]);

describe('an encoder in a thread', () => {
  it('says what it is, and gives vectors in order', async () => {
    const { encoder } = opened();
    expect(encoder).toMatchObject(DESCRIPTION);
    expect(plain(await encoder.encode(['a', 'bbb', '']))).toEqual([
      [1, 3],
      [3, 3],
      [0, 3],
    ]);
    expect(await encoder.encode([])).toEqual([]);
  });

  it('takes many texts batch by batch', async () => {
    const { encoder } = opened({ batch: 2 });
    expect(plain(await encoder.encode(['a', 'bb', 'ccc', 'dddd', 'eeeee']))).toEqual([
      [1, 2],
      [2, 2],
      [3, 2],
      [4, 2],
      [5, 1],
    ]);
  });

  it('answers questions before many texts that came earlier', async () => {
    const { encoder } = opened({ batch: 2 });
    const done: string[] = [];
    const many = encoder.encode(new Array(20).fill('text')).then(() => void done.push('many'));
    const questions = ['first', 'second'].map((text) => encoder.encode([text]).then(() => void done.push(text)));
    await Promise.all([many, ...questions]);
    expect(done).toEqual(['first', 'second', 'many']);
  });

  it('goes on without a vector when patience ends, and gives the next one', async () => {
    const { encoder, told } = opened();
    expect(await encoder.encode(['late'], 10)).toBeUndefined();
    expect(plain(await encoder.encode(['next'], FOREVER))).toEqual([[4, 1]]);
    expect(told).toEqual([]);
  });

  it('has patience of its own', async () => {
    const { encoder } = opened({ patience: 10 });
    expect(await encoder.encode(['never'])).toBeUndefined();
  });

  it('lets no more wait than there is room for', async () => {
    const { encoder } = opened({ waiting: 3 });
    const waiting = ['never', 'a', 'b'].map((text) => encoder.encode([text]));
    expect(await encoder.encode(['one too many'])).toBeUndefined();
    await encoder.close();
    expect(await Promise.all(waiting)).toEqual([undefined, undefined, undefined]);
  });

  it('has room again for each that was given up', async () => {
    const { encoder } = opened({ waiting: 1 });
    expect(await encoder.encode(['late'], 10)).toBeUndefined();
    expect(plain(await encoder.encode(['next']))).toEqual([[4, 1]]);
  });

  it('gives nothing once it is closed', async () => {
    const { encoder, told } = opened({ restarts: 0 });
    await encoder.encode(['a']);
    await encoder.close();
    expect(await encoder.encode(['a'])).toBeUndefined();
    expect(await encoder.encode([])).toEqual([]);
    expect(told).toEqual([]);
  });

  it('leaves nothing behind that ends a thread later, or keeps the process', async () => {
    const [set, clear] = [vi.spyOn(globalThis, 'setTimeout'), vi.spyOn(globalThis, 'clearTimeout')];
    onTestFinished(() => void vi.restoreAllMocks());
    const { encoder } = opened({ stuck: 61_234 });
    expect(plain(await encoder.encode(['jobs'], 51_234))).toEqual([[1, 1]]);
    // Others in this process set timers, too: the encoder's are told by their delays.
    const own = set.mock.calls.flatMap(([, delay], at) =>
      delay === 61_234 || delay === 51_234 ? [set.mock.results[at]?.value] : [],
    );
    expect(own).toHaveLength(2);
    for (const timer of own) expect(clear).toHaveBeenCalledWith(timer);
    expect(plain(await encoder.encode(['jobs'], 51_234))).toEqual([[2, 1]]);
  });
});

describe('a thread that fails', () => {
  it.each(['crash', 'end'])('is started again after a %s, for those that wait', async (order) => {
    const { encoder, told } = opened();
    const [failed, next] = [encoder.encode([order]), encoder.encode(['next'])];
    expect(await failed).toBeUndefined();
    expect(plain(await next)).toEqual([[4, 1]]);
    expect(told).toEqual([]);
  });

  it('is started again once it counts as stuck', async () => {
    const set = vi.spyOn(globalThis, 'setTimeout');
    onTestFinished(() => set.mockRestore());
    const { encoder, told } = opened({ stuck: 61_234 });
    const [failed, next] = [encoder.encode(['notice', 'hang']), encoder.encode(['next'])];
    // It has begun to hang: only now the time is over.
    await expect.poll(() => told).toEqual(['the disk is full']);
    const [alarm] = set.mock.calls.find(([, delay]) => delay === 61_234) ?? [];
    alarm?.();
    expect(await failed).toBeUndefined();
    expect(plain(await next)).toEqual([[4, 1]]);
  });

  it('is off after so many, which is told once', async () => {
    const { encoder, told } = opened({ restarts: 2 });
    const calls = ['crash', 'end', 'crash', 'next'].map((text) => encoder.encode([text]));
    expect(await Promise.all(calls)).toEqual([undefined, undefined, undefined, undefined]);
    expect(await encoder.encode(['later'])).toBeUndefined();
    expect(told).toEqual([
      'the sentence encoder is off until the next start: its thread ended 3 times, at last with a mistake (set ENCODER=off if that stays so)',
    ]);
  });

  it('is off where there is no program', async () => {
    const told: string[] = [];
    const encoder = createClient({
      program: pathToFileURL('/nowhere/program.js'),
      source: SOURCE,
      description: DESCRIPTION,
      onProblem: (message) => void told.push(message),
    });
    expect(await encoder.encode(['a'], FOREVER)).toBeUndefined();
    expect(await encoder.encode(['a'], FOREVER)).toBeUndefined();
    expect(await encoder.encode(['a'], FOREVER)).toBeUndefined();
    expect(await encoder.encode(['a'], FOREVER)).toBeUndefined();
    expect(told).toEqual([expect.stringContaining('program.js')]);
  });

  it('is off where it says that it cannot be used', async () => {
    const { encoder, told } = opened();
    expect(await Promise.all([encoder.encode(['unusable']), encoder.encode(['unusable'])])).toEqual([
      undefined,
      undefined,
    ]);
    expect(told).toEqual(['the weights are gone']);
  });

  it('has each of its notices told once', async () => {
    const { encoder, told } = opened();
    for (let time = 0; time < 2; time++) expect(plain(await encoder.encode(['notice']))).toEqual([[6, 1]]);
    expect(told).toEqual(['the disk is full']);
  });
});

const BUILT = 'dist/src/encoders/client.js';

describe.skipIf(!existsSync(BUILT))('a process', () => {
  /** What a process prints that runs these lines with an encoder, until it ends by itself. */
  function printed(lines: string): string {
    const options = JSON.stringify({ source: SOURCE, description: DESCRIPTION });
    const main = `
      import { createClient } from ${JSON.stringify(pathToFileURL(BUILT).href)};
      const encoder = createClient({ ...${options}, program: new URL('program.mjs', import.meta.url), onProblem: console.log });
      ${lines}`;
    return execFileSync(
      process.execPath,
      [join(temporaryFolder({ 'program.mjs': LENGTHS, 'main.mjs': main }), 'main.mjs')],
      { encoding: 'utf8' },
    );
  }

  it('does not end while a text waits, and ends when none does', () => {
    expect(printed(`console.log((await encoder.encode(['a'], Infinity)).length);`)).toBe('1\n');
  });

  it('is not kept by what nobody waits for any longer, but by the next that waits', () => {
    expect(printed(`console.log(await encoder.encode(['never'], 10));`)).toBe('undefined\n');
    expect(
      printed(`console.log(await encoder.encode(['late'], 10), (await encoder.encode(['a'], Infinity)).length);`),
    ).toBe('undefined 1\n');
  });
});
