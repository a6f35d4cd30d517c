import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dataIn } from '../../../src/knowledge/learned/model-file.ts';
import { learn } from '../../../src/knowledge/live/learn.ts';
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
  inUse: [],
  index: { key: 'en test', base: 'en', pack: 'test' },
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
    await expect(running(program)(lesson(), never())).rejects.toThrow(message);
  });

  it('rejects where there is no program', async () => {
    await expect(learnInWorker(pathToFileURL('/nowhere/program.js'))(lesson(), never())).rejects.toThrow(
      'learning failed',
    );
  });

  it('is ended when nobody wants it', async () => {
    const abort = new AbortController();
    const learned = running('setInterval(() => {}, 1000);')(lesson(), abort.signal);
    abort.abort();
    await expect(learned).rejects.toThrow('learning ended');
  });

  it.skipIf(lacksBuilt(BUILT))('learns what learning here does', async () => {
    const one = lesson();
    const there = await learnInWorker(pathToFileURL(BUILT))(one, never());
    const here = await learn({ ...one, cacheDir: temporaryFolder({}) });
    // Compared as data: equal data need not be written in the same bytes.
    expect(dataIn(new Uint8Array(there.model))).toEqual(dataIn(here.model));
    expect(there.file).toContain(one.cacheDir);
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
