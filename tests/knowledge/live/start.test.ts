import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { CacheFailure } from '../../../src/knowledge/learned/model-cache.ts';
import type { LiveKnowledge } from '../../../src/knowledge/live/live-knowledge.ts';
import { entryText } from '../../helpers/memory-files.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { ask, FILES, knowledgeFolder, nextSwap, opened, REFUND, useless } from './folder.ts';

const MEETUP = 'pack/en/questions/meetup.md';
const BAN = 'why did they ban my account';
const BANNED = 'questions/why-banned: You broke a rule.';

/** Whether what answers has been trained. */
const isTrained = (live: LiveKnowledge): boolean =>
  live.current().library.indexes.every(({ learned }) => learned !== undefined);

/** A cache that has everything. */
async function filledCache(dir: string): Promise<string> {
  const cacheDir = temporaryFolder({});
  await opened(dir, { cacheDir });
  return cacheDir;
}

describe('a start that has something to learn', () => {
  it('answers before that has ended, and says that it learns', async () => {
    const { dir } = knowledgeFolder();
    const { live, teacher, errors } = await opened(dir, { learning: 'behind' });
    expect([ask(live, BAN), isTrained(live), live.isLearning()]).toEqual([BANNED, false, true]);
    const swapped = nextSwap(live);
    await teacher.finish();
    expect(await swapped).toMatchObject({ version: 2, isTrained: true, changed: [], gone: new Set() });
    await expect.poll(live.isLearning).toBe(false);
    expect([ask(live, BAN), isTrained(live), teacher.lessons.length]).toEqual([BANNED, true, 1]);
    expect(errors).toEqual([]);
  });

  it('leaves the machine to the first questions for a moment', async () => {
    const { dir } = knowledgeFolder();
    const { live, teacher } = await opened(dir, { learning: 'behind', pause: 50 });
    expect([ask(live, BAN), live.isLearning(), teacher.lessons.length]).toEqual([BANNED, true, 0]);
    await expect.poll(() => teacher.lessons.length).toBe(1);
    const swapped = nextSwap(live);
    await teacher.finish();
    expect(await swapped).toMatchObject({ isTrained: true });
  });

  it('ends at once during that moment', async () => {
    const { dir } = knowledgeFolder();
    const { live, teacher } = await opened(dir, { learning: 'behind', pause: 3_600_000 });
    await live.close();
    expect([live.isLearning(), teacher.lessons.length]).toEqual([false, 0]);
  });

  it('changes over without a gap: whoever asks meanwhile is answered', async () => {
    const { dir } = knowledgeFolder();
    const { live, teacher } = await opened(dir, { learning: 'behind' });
    const swapped = nextSwap(live);
    let asked = 0;
    const asking = (async () => {
      for (; live.current().version === 1; asked++) {
        expect(ask(live, BAN)).toBe(BANNED);
        await setImmediate();
      }
      expect(ask(live, BAN)).toBe(BANNED);
    })();
    await teacher.finish();
    await swapped;
    await asking;
    // Each language that is opened lets others have their turn.
    expect(asked).toBeGreaterThan(live.current().library.indexes.length);
  });

  it('tells how far it is', async () => {
    const { dir } = knowledgeFolder();
    const told: unknown[] = [];
    const { teacher } = await opened(dir, {
      learning: 'behind',
      onProgress: (...progress) => void told.push(progress),
    });
    told.length = 0;
    teacher.lessons[0]?.hear({ kind: 'progress', done: 3, total: 9 });
    expect(told).toEqual([['learning', 3, 9]]);
  });

  it('learns nothing where all of it is kept, or where it is told not to', async () => {
    const { dir } = knowledgeFolder();
    const { live, teacher } = await opened(dir, { learning: 'behind', cacheDir: await filledCache(dir) });
    expect([ask(live, BAN), isTrained(live), live.isLearning(), teacher.lessons]).toEqual([BANNED, true, false, []]);
    const never = await opened(dir, { learning: 'never' });
    expect([ask(never.live, BAN), isTrained(never.live), never.live.isLearning(), never.teacher.lessons]).toEqual([
      BANNED,
      false,
      false,
      [],
    ]);
  });

  it('serves a language untrained whose model turns out to be damaged, and learns it again', async () => {
    const { dir } = knowledgeFolder();
    const cacheDir = await filledCache(dir);
    for (const { name } of readdirSync(cacheDir, { withFileTypes: true }).filter((one) => one.isFile()))
      writeFileSync(join(cacheDir, name), 'x');
    const { live, teacher } = await opened(dir, { learning: 'behind', cacheDir });
    expect(live.isLearning()).toBe(false);
    expect([ask(live, BAN), live.isLearning()]).toEqual([BANNED, true]);
    await teacher.finish();
    await expect.poll(() => isTrained(live)).toBe(true);
  });

  it('goes on untrained where learning fails, and tells it', async () => {
    const { dir } = knowledgeFolder();
    const { live, teacher, errors } = await opened(dir, { learning: 'behind' });
    teacher.fail(new Error('out of memory'));
    await expect.poll(() => errors).toMatchObject([{ message: 'out of memory' }]);
    await expect.poll(live.isLearning).toBe(false);
    expect(ask(live, BAN)).toBe(BANNED);
  });

  it('changes over even where a check fails with what was learned: an untrained index is no measure', async () => {
    const { dir } = knowledgeFolder();
    const { live, teacher, errors } = await opened(dir, { learning: 'behind' });
    expect(ask(live, 'money back for my subscription please')).toContain('questions/refund');
    await teacher.finish(useless);
    await expect.poll(() => isTrained(live)).toBe(true);
    expect(errors).toEqual([]);
  });
});

describe('a text that changes while the start learns', () => {
  it('is live at once, and learned with the rest', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher, errors } = await opened(dir, { learning: 'behind' });
    put(MEETUP, entryText({ title: 'When is the next meetup?', answer: 'On Friday.' }));
    expect(await live.reload()).toMatchObject({ kind: 'live', added: ['questions/meetup'] });
    expect([ask(live, 'when is the next meetup'), ask(live, BAN), live.isLearning()]).toEqual([
      'questions/meetup: On Friday.',
      BANNED,
      true,
    ]);
    expect(teacher.lessons.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    await teacher.finish();
    await expect.poll(() => live.current()).toMatchObject({ isTrained: true, changed: [] });
    expect(ask(live, 'when is the next meetup')).toBe('questions/meetup: On Friday.');
    expect(errors).toEqual([]);
  });

  it('goes on being learned where it teaches nothing', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher } = await opened(dir, { learning: 'behind' });
    put(REFUND, (FILES[REFUND] ?? '').replace('sources:', 'as_of: 2024\nsources:'));
    await live.reload();
    expect(teacher.lessons.map(({ signal }) => signal.aborted)).toEqual([false]);
    await teacher.finish();
    await expect.poll(() => live.current()).toMatchObject({ isTrained: true, changed: [] });
  });
});

describe('a cache that cannot be written', () => {
  it('is told once, at the start or when it shows', async () => {
    const { dir, put } = knowledgeFolder();
    const told: CacheFailure[] = [];
    const cacheDir = join(temporaryFolder({ cache: '' }), 'cache');
    const { live, teacher } = await opened(dir, {
      learning: 'behind',
      cacheDir,
      onCacheFailure: (cacheFailure) => void told.push(cacheFailure),
    });
    expect([told, live.cacheFailure()]).toEqual([
      [{ folder: cacheDir, why: 'EEXIST' }],
      { folder: cacheDir, why: 'EEXIST' },
    ]);
    put(MEETUP, entryText({ title: 'When is the next meetup?', answer: 'On Friday.' }));
    await live.reload();
    await teacher.finish();
    await expect.poll(() => live.current()).toMatchObject({ isTrained: true, changed: [] });
    expect(told).toHaveLength(1);
  });

  it('is told when the disk is full only later', async () => {
    const { dir } = knowledgeFolder();
    const told: CacheFailure[] = [];
    const { live, teacher } = await opened(dir, {
      learning: 'behind',
      onCacheFailure: (cacheFailure) => void told.push(cacheFailure),
    });
    expect(live.cacheFailure()).toBeUndefined();
    for (let at = 0; at < 2; at++) teacher.lessons[0]?.hear({ kind: 'cache-failure', folder: '/cache', why: 'ENOSPC' });
    expect([told.length, live.cacheFailure()?.why]).toEqual([1, 'ENOSPC']);
  });
});
