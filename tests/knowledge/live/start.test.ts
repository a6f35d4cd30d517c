import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { UNTRAINED_WEIGHTS } from '../../../src/core/calibration/calibrate.ts';
import { warm } from '../../../src/core/search/library.ts';
import type { CacheFailure } from '../../../src/knowledge/learned/model-cache.ts';
import type { LiveKnowledge } from '../../../src/knowledge/live/live-knowledge.ts';
import { entryText } from '../../helpers/memory-files.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { ask, FILES, knowledgeFolder, nextSwap, opened, REFUND, type Teacher, useless } from './folder.ts';

const MEETUP = 'pack/en/questions/meetup.md';
const BAN = 'why did they ban my account';
const BANNED = 'questions/why-banned: You broke a rule.';

/** Whether what answers has been trained. */
const isTrained = (live: LiveKnowledge): boolean => live.current().library.indexes.every(({ isLearned }) => isLearned);

/** Ends the lesson, and waits for what comes after it. */
async function learnOne(live: LiveKnowledge, teacher: Teacher): Promise<void> {
  const { length } = teacher.lessons;
  const swapped = nextSwap(live);
  await teacher.finish();
  await swapped;
  await expect.poll(() => !live.isLearning() || teacher.lessons.length > length).toBe(true);
}

async function learnAll(live: LiveKnowledge, teacher: Teacher): Promise<void> {
  while (live.isLearning()) await learnOne(live, teacher);
}

/** A cache that has everything. */
async function filledCache(dir: string): Promise<string> {
  const cacheDir = temporaryFolder({});
  const { live } = await opened(dir, { cacheDir });
  warm(live.current().library);
  await live.close();
  return cacheDir;
}

describe('a start that has something to learn', () => {
  it('answers before that has ended, and says that it learns', async () => {
    const { dir } = knowledgeFolder();
    const { live, teacher, errors } = await opened(dir, { learning: 'behind' });
    expect([ask(live, BAN), isTrained(live), live.isLearning()]).toEqual([BANNED, false, true]);
    const swapped = nextSwap(live);
    await teacher.finish();
    expect(await swapped).toMatchObject({ version: 2, changed: [], gone: new Set() });
    await expect.poll(live.isLearning).toBe(false);
    expect([ask(live, BAN), isTrained(live), teacher.lessons.length]).toEqual([BANNED, true, 1]);
    expect(errors).toEqual([]);
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
    const { dir, put } = knowledgeFolder();
    put('pack/de/questions/parken.md', entryText({ title: 'Wo kann ich parken?', answer: 'Im Hof.' }));
    const told: unknown[] = [];
    const { teacher, live } = await opened(dir, {
      learning: 'behind',
      onProgress: (doing, ...far) => void (doing === 'learning' ? told.push(far) : undefined),
    });
    await learnAll(live, teacher);
    await expect
      .poll(() => told)
      .toEqual([
        [0, 2],
        [1, 2],
        [2, 2],
      ]);
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

describe('a language', () => {
  const GERMAN = 'pack/de/questions/parken.md';
  const opening = async (first?: string) => {
    const { dir, put } = knowledgeFolder();
    put(GERMAN, entryText({ title: 'Wo kann ich parken?', answer: 'Im Hof.' }));
    return opened(dir, { learning: 'behind', first });
  };
  const learning = ({ lessons }: { lessons: readonly { lesson: { index: { base: string } } }[] }) =>
    lessons.map(({ lesson }) => lesson.index.base);
  const learnedOf = (live: LiveKnowledge) =>
    live.current().library.indexes.flatMap(({ base, isLearned }) => (isLearned ? [base] : []));

  it('counts as soon as it is learned, whatever else is not', async () => {
    const { live, teacher } = await opening('en');
    await learnOne(live, teacher);
    expect([learnedOf(live), learning(teacher)]).toEqual([['en'], ['en', 'de']]);
  });

  it('is learned first if it is the default one', async () => {
    expect([learning((await opening('de')).teacher), learning((await opening('en')).teacher)]).toEqual([
      ['de'],
      ['en'],
    ]);
  });

  it('in which somebody asks is learned at once, before one in which nobody has', async () => {
    const { live, teacher } = await opening('de');
    ask(live, BAN);
    expect(learning(teacher)).toEqual(['de', 'en']);
    expect(teacher.lessons.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    await learnOne(live, teacher);
    expect([learnedOf(live), learning(teacher)]).toEqual([['en'], ['de', 'en', 'de']]);
  });

  it('is not given up for one in which somebody asks later', async () => {
    const { live, teacher } = await opening('de');
    ask(live, BAN);
    for (const index of live.current().library.indexes) void index.index;
    expect(learning(teacher)).toEqual(['de', 'en']);
    expect(teacher.lessons.at(-1)?.signal.aborted).toBe(false);
  });

  it('that did not change keeps its index when another one is learned', async () => {
    const { live, teacher } = await opening('en');
    const english = () => live.current().library.indexes.find(({ base }) => base === 'en');
    await learnOne(live, teacher);
    const before = english();
    await learnOne(live, teacher);
    expect(english()).toBe(before);
    expect(learnedOf(live)).toEqual(['de', 'en']);
  });

  it('is built when it is learned only if somebody has asked in it, and else when somebody does', async () => {
    const { live, teacher } = await opening('en');
    const english = () => live.current().library.indexes.find(({ base }) => base === 'en');
    await learnOne(live, teacher);
    expect([english()?.isLearned, english()?.isWanted]).toEqual([true, false]);
    expect(ask(live, BAN)).toBe(BANNED);
    expect([english()?.isWanted, english()?.weights === UNTRAINED_WEIGHTS]).toEqual([true, false]);
  });

  it('in which somebody has asked is built before it serves as it was learned', async () => {
    const { live, teacher } = await opening('en');
    ask(live, BAN);
    await learnOne(live, teacher);
    expect(live.current().library.indexes.find(({ base }) => base === 'en')).toMatchObject({
      isLearned: true,
      isWanted: true,
    });
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
    await expect.poll(() => live.current()).toMatchObject({ changed: [] });
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
    await expect.poll(() => isTrained(live)).toBe(true);
    expect(live.current().entries.get('questions/refund')?.texts.get('en')?.asOf).toBe('2024');
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
    await expect.poll(() => live.current()).toMatchObject({ changed: [] });
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
    const swapped = nextSwap(live);
    await teacher.finish((result) => ({ ...result, cacheFailure: { folder: '/cache', why: 'ENOSPC' } }));
    await swapped;
    expect([told.length, live.cacheFailure()?.why]).toEqual([1, 'ENOSPC']);
  });
});
