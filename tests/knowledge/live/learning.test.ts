import { connect } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { NO_OVERLAY } from '../../../src/core/search/overlay.ts';
import { KnowledgeError } from '../../../src/knowledge/format/problem.ts';
import { dataIn } from '../../../src/knowledge/learned/model-file.ts';
import { learn } from '../../../src/knowledge/live/learn.ts';
import { learnInWorker } from '../../../src/knowledge/live/learning.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { lacksBuilt } from '../../helpers/lacks.ts';
import { entryText } from '../../helpers/memory-files.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { ask, FILES, knowledgeFolder, LOCALES, nextSwap, opened, REFUND, useless } from './folder.ts';

const MEETUP = 'pack/en/questions/meetup.md';
const meetup = (answer: string) => entryText({ title: 'When is the next meetup?', answer });

describe('what is new', () => {
  it('is learned while it is answered, and then differs from nothing', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher } = await opened(dir);
    put(MEETUP, meetup('On Friday.'));
    await live.reload();
    expect(teacher.lessons.map(({ lesson }) => lesson.entries.map(({ id }) => id))).toEqual([
      ['questions/meetup', 'questions/phone', 'questions/refund', 'questions/why-banned'],
    ]);
    const swapped = nextSwap(live);
    await teacher.finish();
    expect(await swapped).toMatchObject({ version: 3, changed: [], gone: new Set() });
    expect((await swapped).overlay.indexes).toEqual([]);
    expect([...live.current().library.entries.keys()]).toContain('questions/meetup');
    expect(ask(live, 'when is the next meetup')).toBe('questions/meetup: On Friday.');
    expect(teacher.lessons).toHaveLength(1);
  });

  it('is not learned where it teaches nothing', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher } = await opened(dir);
    put(REFUND, (FILES[REFUND] ?? '').replace('sources:', 'as_of: 2024\nsources:'));
    expect((await live.reload()).kind).toBe('live');
    expect(live.current().changed.map(({ id }) => id)).toEqual(['questions/refund']);
    expect(teacher.lessons).toEqual([]);
  });

  it('is learned in its newest form only', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher } = await opened(dir);
    put(MEETUP, meetup('On Friday.'));
    await live.reload();
    put(MEETUP, meetup('On Sunday.'));
    await live.reload();
    expect(teacher.lessons.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    await teacher.finish();
    await expect.poll(() => live.current().changed).toEqual([]);
    expect(ask(live, 'when is the next meetup')).toBe('questions/meetup: On Sunday.');
  });

  it('goes on being learned when something else changes that teaches nothing, and keeps that', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher } = await opened(dir);
    put(MEETUP, meetup('On Friday.'));
    await live.reload();
    put(REFUND, (FILES[REFUND] ?? '').replace('sources:', 'as_of: 2024\nsources:'));
    await live.reload();
    expect(teacher.lessons.map(({ signal }) => signal.aborted)).toEqual([false]);
    await teacher.finish();
    await expect.poll(() => live.current().changed).toEqual([]);
    expect(live.current().library.entries.get('questions/refund')?.texts.get('en')?.asOf).toBe('2024');
  });

  it('is given up when it is taken back, and so is what was learned of it meanwhile', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher, errors } = await opened(dir);
    put(MEETUP, meetup('On Friday.'));
    await live.reload();
    put(MEETUP, undefined);
    const reload = live.reload();
    await teacher.finish();
    expect((await reload).kind).toBe('live');
    expect(teacher.lessons.map(({ signal }) => signal.aborted)).toEqual([true]);
    const after = live.current();
    expect(after).toMatchObject({ changed: [], gone: new Set() });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(live.current()).toBe(after);
    expect(errors).toEqual([]);
  });

  it('is answered unlearned, where learning fails; another change is learned again', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher, errors } = await opened(dir);
    put(MEETUP, meetup('On Friday.'));
    await live.reload();
    teacher.fail(new Error('out of memory'));
    await expect.poll(() => errors).toMatchObject([{ message: 'out of memory' }]);
    expect(ask(live, 'when is the next meetup')).toBe('questions/meetup: On Friday.');
    expect(teacher.lessons).toHaveLength(1);
    put(MEETUP, meetup('On Sunday.'));
    await live.reload();
    await teacher.finish();
    await expect.poll(() => live.current().changed).toEqual([]);
  });

  it('is answered unlearned, where a check fails with what was learned; that is told', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher, errors } = await opened(dir);
    put(MEETUP, meetup('On Friday.'));
    await live.reload();
    const before = live.current();
    await teacher.finish(useless);
    await expect.poll(() => errors.length).toBe(1);
    expect(errors[0]).toBeInstanceOf(KnowledgeError);
    // What stands among the phrasings is found all the same.
    expect(errors[0]).toMatchObject({ problems: [{ line: 5, level: 'warning' }] });
    expect(live.current()).toBe(before);
    expect(ask(live, 'when is the next meetup')).toBe('questions/meetup: On Friday.');
    expect(teacher.lessons).toHaveLength(1);
  });
});

describe('words that are taken away', () => {
  it('find their entry until that is learned, so that it can stay where it was learned', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher } = await opened(dir);
    put(REFUND, (FILES[REFUND] ?? '').replace('> - chargeback through my bank\n', ''));
    await live.reload();
    expect(live.current().overlay.indexes).toEqual([]);
    expect(ask(live, 'chargeback through my bank')).toContain('questions/refund');
    await teacher.finish();
    await expect.poll(() => live.current().changed).toEqual([]);
    expect(ask(live, 'chargeback through my bank')).not.toContain('questions/refund');
  });

  it('are learned again when they come back', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher } = await opened(dir);
    put(REFUND, (FILES[REFUND] ?? '').replace('> - chargeback through my bank\n', ''));
    await live.reload();
    put(REFUND, FILES[REFUND]);
    expect((await live.reload()).kind).toBe('live');
    expect(live.current().changed).toEqual([]);
    expect(live.current().library.entries.get('questions/refund')?.texts.get('en')?.phrasings).toContain(
      'chargeback through my bank',
    );
    expect(teacher.lessons.map(({ signal }) => signal.aborted)).toEqual([true]);
  });
});

describe('the start', () => {
  it('learns what it does not know, with progress, and keeps it for the next', async () => {
    const { dir } = knowledgeFolder();
    const cacheDir = temporaryFolder({});
    const doings = new Set<string>();
    const onProgress = (doing: string) => void doings.add(doing);
    const first = await opened(dir, { cacheDir, onProgress });
    expect([...doings]).toEqual(['reading']);
    expect(ask(first.live, 'why did they ban my account')).toContain('questions/why-banned');
    expect([...doings]).toEqual(['reading', 'learning']);
    await first.live.close();
    doings.clear();
    const { live, teacher } = await opened(dir, { cacheDir, onProgress });
    expect([...doings]).toEqual(['reading']);
    expect(live.current()).toMatchObject({ version: 1, changed: [], gone: new Set() });
    // Else every index would be built before the first question.
    expect(live.current().overlay).toBe(NO_OVERLAY);
    expect(teacher.lessons).toEqual([]);
  });
});

describe('the end', () => {
  it('gives up what is being learned, and swaps nothing more', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher, errors } = await opened(dir);
    put(MEETUP, meetup('On Friday.'));
    await live.reload();
    const before = live.current();
    put(MEETUP, meetup('On Sunday.'));
    const reload = live.reload();
    await live.close();
    expect(teacher.lessons.map(({ signal }) => signal.aborted)).toEqual([true]);
    expect(await reload).toEqual({ kind: 'unchanged' });
    expect(live.current()).toBe(before);
    expect(teacher.lessons).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it('also when it comes while what was learned is put to use', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher } = await opened(dir);
    put(MEETUP, meetup('On Friday.'));
    await live.reload();
    const before = live.current();
    let closed: Promise<void> | undefined;
    await teacher.finish((result) => ({
      ...result,
      get model() {
        closed = live.close();
        return result.model;
      },
    }));
    await expect.poll(() => closed !== undefined).toBe(true);
    await closed;
    expect(live.current()).toBe(before);
  });

  it('comes to those, too, who wait for what is being learned', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher } = await opened(dir);
    put(REFUND, entryText({ title: 'Where is the library?', phrasings: ['way to the library'] }));
    const reload = live.reload();
    await expect.poll(() => teacher.lessons.length).toBe(1);
    await live.close();
    expect(await reload).toEqual({ kind: 'unchanged' });
  });
});

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
  learnInWorker({ program: programOf(program), resourceLimits: { maxOldGenerationSizeMb: 16 } });
const programOf = (lines: string) => pathToFileURL(join(temporaryFolder({ 'program.mjs': lines }), 'program.mjs'));
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
    await expect(learnInWorker({ program: pathToFileURL('/nowhere/program.js') })(lesson(), never())).rejects.toThrow(
      'learning failed',
    );
  });

  it('is ended when nobody wants it', async () => {
    const abort = new AbortController();
    const learned = running('setInterval(() => {}, 1000);')(lesson(), abort.signal);
    abort.abort();
    await expect(learned).rejects.toThrow('learning ended');
  });

  describe('of a language that is known before', () => {
    /** Threads that each listen at a place of their language, until they end. */
    const listening = () => {
      const folder = temporaryFolder({});
      const program = programOf(`
        import { createServer } from 'node:net';
        import { parentPort, workerData } from 'node:worker_threads';
        createServer().listen(${JSON.stringify(folder)} + '/' + workerData.base);
        parentPort.once('message', () => parentPort.postMessage({ model: new Uint8Array(0), file: workerData.base }));
      `);
      const isThere = (base: string) =>
        new Promise<boolean>((resolve) => {
          const socket = connect(join(folder, base));
          socket.once('error', () => resolve(false)).once('connect', () => resolve(true));
          socket.once('connect', () => socket.destroy());
        });
      return { program, isThere };
    };
    const first = { base: 'en', locales: { languages, background } };

    it('is given to a thread that was there before it', async () => {
      const { program, isThere } = listening();
      const learnNow = learnInWorker({ program, first });
      await expect.poll(() => isThere('en')).toBe(true);
      // A second one at this place would fail.
      expect(await learnNow(lesson(), never())).toMatchObject({ file: 'en' });
    });

    it('is given to another one if it is of another language, and the first one ends', async () => {
      const { program, isThere } = listening();
      const learnNow = learnInWorker({ program, first });
      await expect.poll(() => isThere('en')).toBe(true);
      const other = { ...lesson(), index: { key: 'fr test', base: 'fr', pack: 'test' } };
      expect(await learnNow(other, never())).toMatchObject({ file: 'fr' });
      await expect.poll(() => isThere('en')).toBe(false);
    });

    it('leaves no thread behind if it never comes', async () => {
      const { program, isThere } = listening();
      const opening = new AbortController();
      learnInWorker({ program, first, signal: opening.signal });
      await expect.poll(() => isThere('en')).toBe(true);
      opening.abort();
      await expect.poll(() => isThere('en')).toBe(false);
    });
  });

  it.skipIf(lacksBuilt(BUILT))('learns what learning here does', async () => {
    const one = lesson();
    const there = await learnInWorker({ program: pathToFileURL(BUILT) })(one, never());
    const here = await learn({ ...one, cacheDir: temporaryFolder({}) });
    // Compared as data: equal data need not be written in the same bytes.
    expect(dataIn(new Uint8Array(there.model))).toEqual(dataIn(here.model));
    expect(there.file).toContain(one.cacheDir);
  });

  it.skipIf(lacksBuilt(BUILT))('puts what is new into the library', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, errors } = await opened(dir, { learn: learnInWorker({ program: pathToFileURL(BUILT) }) });
    put(REFUND, (FILES[REFUND] ?? '').replace('14', '30'));
    await live.reload();
    await expect.poll(() => live.current().changed, { timeout: 120_000 }).toEqual([]);
    expect(errors).toEqual([]);
  });
});
