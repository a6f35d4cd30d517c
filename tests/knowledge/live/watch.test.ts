import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { StageResult } from '../../../src/knowledge/live/stage.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { ask, FILES, knowledgeFolder, opened, REFUND } from './folder.ts';

const ANSWER = 'money back for subscription';
const answering = (days: number) => (FILES[REFUND] ?? '').replace('14', String(days));
/** Looks without news are the rarer the longer one takes: on a busy machine half a minute may lie between two. */
const LONG = { timeout: 120_000 };

async function watched(dir: string) {
  const { live, errors } = await opened(dir);
  const results: StageResult[] = [];
  const end = live.watch((result) => void results.push(result));
  return { live, results, errors, end };
}

describe('a folder that is watched', () => {
  it('goes live by itself after each change, also where files are replaced', async () => {
    const { dir, put } = knowledgeFolder();
    const now = performance.now.bind(performance);
    let late = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + late);
    onTestFinished(() => clock.mockRestore());
    const { live, results } = await watched(dir);
    // The first look takes long, and so does each reading: the next look comes all the same.
    late += 1500;
    live.onSwap(() => {
      late += 1500;
    });
    for (const days of [30, 60]) {
      put(REFUND, answering(days));
      await expect.poll(() => ask(live, ANSWER), { timeout: 25_000 }).toBe(`questions/refund: Within ${days} days.`);
    }
    const changed = { kind: 'live', added: [], changed: ['questions/refund'], removed: [] };
    await expect.poll(() => results, LONG).toEqual([changed, changed]);
  });

  it('that changed between the start and the watch goes live, too', async () => {
    const { dir, put } = knowledgeFolder();
    const { live } = await opened(dir);
    put(REFUND, answering(30));
    live.watch(() => undefined);
    await expect.poll(() => ask(live, ANSWER), LONG).toBe('questions/refund: Within 30 days.');
  });

  it('that is deleted and comes back is refused, then live', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, results } = await watched(join(dir, 'pack'));
    rmSync(join(dir, 'pack'), { recursive: true });
    await expect.poll(() => results.map(({ kind }) => kind), LONG).toEqual(['refused']);
    expect(ask(live, ANSWER)).toBe('questions/refund: Within 14 days.');
    for (const [path, text] of Object.entries({ ...FILES, [REFUND]: answering(30) })) put(path, text);
    await expect.poll(() => ask(live, ANSWER), LONG).toBe('questions/refund: Within 30 days.');
    put(REFUND, answering(60));
    await expect.poll(() => ask(live, ANSWER), LONG).toBe('questions/refund: Within 60 days.');
  });

  it('in whose place another is put by a link is followed', async () => {
    const dir = temporaryFolder(
      Object.fromEntries(
        Object.entries(FILES).flatMap(([path, text]) => [
          [`..1/${path}`, text],
          [`..2/${path}`, text.replace('14', '30')],
        ]),
      ),
    );
    symlinkSync('..1', join(dir, '..data'));
    symlinkSync('..data/pack', join(dir, 'pack'));
    const { live } = await watched(dir);
    symlinkSync('..2', join(dir, '..next'));
    renameSync(join(dir, '..next'), join(dir, '..data'));
    await expect.poll(() => ask(live, ANSWER), LONG).toBe('questions/refund: Within 30 days.');
  });

  it('is not read for hidden files and what editors put beside a file', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, results } = await watched(dir);
    for (const name of ['.refund.md.swp', '.#refund.md', '#refund.md#', 'refund.md~', '4913', 'refund.md.tmp'])
      writeFileSync(join(dir, 'pack/en/questions', name), 'x');
    mkdirSync(join(dir, '.git/objects'), { recursive: true });
    writeFileSync(join(dir, '.git/objects/note.md'), 'x');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(results).toEqual([]);
    put(REFUND, answering(30));
    await expect.poll(() => ask(live, ANSWER), LONG).toBe('questions/refund: Within 30 days.');
  });

  it('is left alone after the end', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, results, end } = await watched(dir);
    end();
    const other = await watched(dir);
    put(REFUND, answering(30));
    await expect.poll(() => other.results.length, LONG).toBe(1);
    expect(results).toEqual([]);
    await other.live.close();
    put(REFUND, answering(60));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(other.results).toHaveLength(1);
    expect(live.current().version).toBe(1);
  });

  it('tells nothing after the end, not even what it was about to', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher } = await opened(dir);
    const results: StageResult[] = [];
    live.watch((result) => void results.push(result));
    put(REFUND, '---\nsources: [rules]\n---\n# Where is the library?\n\n> - way to the library\n\nThere.\n');
    await expect.poll(() => teacher.lessons.length, LONG).toBe(1);
    await live.close();
    expect(await live.reload()).toEqual({ kind: 'unchanged' });
    expect(results).toEqual([]);
  });

  it('goes on when those who are told throw', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, errors } = await opened(dir);
    live.watch(() => {
      throw new Error('told');
    });
    put(REFUND, answering(30));
    await expect.poll(() => errors, LONG).toMatchObject([{ message: 'told' }]);
    put(REFUND, answering(60));
    await expect.poll(() => errors.length, LONG).toBe(2);
  });

  it('tells one result of several reloads once', async () => {
    const { dir, put } = knowledgeFolder();
    const { live, teacher } = await opened(dir);
    const results: StageResult[] = [];
    onTestFinished(live.watch((result) => void results.push(result)));
    put(REFUND, 'no heading');
    await expect.poll(() => results.length, LONG).toBe(1);
    put(REFUND, '---\nsources: [rules]\n---\n# Where is the library?\n\n> - way to the library\n\nThere.\n');
    await expect.poll(() => teacher.lessons.length, LONG).toBe(1);
    put(REFUND, answering(30));
    await expect.poll(() => results.map(({ kind }) => kind), LONG).toEqual(['refused', 'live']);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(results).toHaveLength(2);
  });
});
