import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dataIn } from '../../../src/knowledge/learned/model-file.ts';
import { type LearningNews, learn } from '../../../src/knowledge/live/learn.ts';
import { learnInWorker } from '../../../src/knowledge/live/learn-in-worker.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { lacksBuilt } from '../../helpers/lacks.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { FILES, knowledgeFolder, LOCALES, opened, REFUND } from './folder.ts';

const BUILT = 'dist/src/knowledge/live/learn-worker.js';
const { languages, background } = LOCALES;
const lesson = () => ({
  root: temporaryFolder({}),
  cacheDir: temporaryFolder({}),
  dir: temporaryFolder({}),
  locales: { languages, background },
  entries: [entryOf('questions/x', textOf('en', 'Why was I banned?', ['reason for the ban']))],
});

/** A thread that runs these lines. */
const running = (program: string) =>
  learnInWorker(pathToFileURL(join(temporaryFolder({ 'program.mjs': program }), 'program.mjs')), {
    maxOldGenerationSizeMb: 16,
  });
const never = () => new AbortController().signal;

describe('learning in a thread', () => {
  it.each([
    ['throws', 'throw new Error("a mistake");', 'learning failed: a mistake'],
    ['ends', 'process.exit(3);', 'learning ended with code 3 before it was done'],
    [
      'is out of memory',
      'const all = []; for (;;) all.push(new Array(1e6).fill(all.length));',
      /^learning failed: .*memory/,
    ],
  ])('rejects when the thread %s', async (_, program, message) => {
    await expect(running(program)(lesson(), never(), () => undefined)).rejects.toThrow(message);
  });

  it('rejects where there is no program', async () => {
    await expect(
      learnInWorker(pathToFileURL('/nowhere/program.js'))(lesson(), never(), () => undefined),
    ).rejects.toThrow('learning failed');
  });

  it('is ended when nobody wants it', async () => {
    const abort = new AbortController();
    const learned = running('setInterval(() => {}, 1000);')(lesson(), abort.signal, () => undefined);
    abort.abort();
    await expect(learned).rejects.toThrow('learning ended');
  });

  it.skipIf(lacksBuilt(BUILT))('learns what learning here does', async () => {
    const one = lesson();
    const [news, newsHere]: LearningNews[][] = [[], []];
    const models = await learnInWorker(pathToFileURL(BUILT))(one, never(), (told) => void news?.push(told));
    const here = await learn({ ...one, cacheDir: temporaryFolder({}) }, (told) => void newsHere?.push(told));
    // Compared as data: equal data need not be written in the same bytes.
    const read = (all: typeof models) => [...all].map(([base, bytes]) => [base, dataIn(new Uint8Array(bytes))]);
    expect(read(models)).toEqual(read(here));
    expect(read(models)).toEqual([[expect.any(String), expect.any(Object)]]);
    expect(news).toEqual(newsHere);
    expect(news).toEqual([
      { kind: 'progress', done: 0, total: 1 },
      { kind: 'progress', done: 1, total: 1 },
    ]);
  });

  it.skipIf(lacksBuilt(BUILT))('puts what is new into the library', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, errors } = await opened(dir, { learn: learnInWorker(pathToFileURL(BUILT)) });
    put(REFUND, (FILES[REFUND] ?? '').replace('14', '30'));
    await live.reload();
    await expect.poll(() => live.current().changed, { timeout: 120_000 }).toEqual([]);
    expect(errors).toEqual([]);
  });
});
