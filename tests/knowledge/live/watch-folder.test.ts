import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folderState } from '../../../src/knowledge/live/folder-state.ts';
import { watchFolder } from '../../../src/knowledge/live/watch-folder.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

/** Looks without news are the rarer the longer one takes: on a busy machine half a minute may lie between two. */
const LONG = { timeout: 120_000 };

/** A system that rings when it is told to. */
function system(refuse: () => boolean = () => false) {
  const armed = new Set<{ readonly folder: string; readonly ring: () => void }>();
  const arm = (folder: string, ring: () => void) => {
    if (refuse()) throw Object.assign(new Error('no watches left'), { code: 'ENOSPC' });
    const one = { folder, ring };
    armed.add(one);
    return () => void armed.delete(one);
  };
  const folders = () => [...armed].map(({ folder }) => folder);
  const ring = (folder: string) => [...armed].find((one) => one.folder === folder)?.ring();
  return { arm, folders, ring };
}

async function watching(dir: string, arm?: Parameters<typeof watchFolder>[0]['arm']) {
  const changes: number[] = [];
  const end = watchFolder({
    dir,
    since: await folderState(dir),
    onChange: () => void changes.push(performance.now()),
    arm,
  });
  onTestFinished(end);
  return { changes, end };
}

describe('watchFolder', () => {
  it('asks for news of every folder, of new ones too, and of the one that holds them', async () => {
    const dir = temporaryFolder({ 'k/a/x.md': '', 'k/.git/x.md': '' });
    const { arm, folders, ring } = system();
    const { end } = await watching(join(dir, 'k'), arm);
    await expect.poll(folders, LONG).toEqual([dir, join(dir, 'k'), join(dir, 'k/a')]);
    mkdirSync(join(dir, 'k/b'));
    ring(join(dir, 'k'));
    await expect.poll(folders, LONG).toEqual([dir, join(dir, 'k'), join(dir, 'k/a'), join(dir, 'k/b')]);
    end();
    expect(folders()).toEqual([]);
  });

  it('asks for nothing after the end', async () => {
    const dir = temporaryFolder({ 'x.md': '' });
    const { arm, folders } = system();
    const { changes, end } = await watching(dir, arm);
    writeFileSync(join(dir, 'x.md'), 'more');
    end();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(folders()).toEqual([]);
    expect(changes).toEqual([]);
  });

  it('finds changes without any news: no watches left, a network folder, another folder in its place', async () => {
    const dir = temporaryFolder({ 'k/x.md': '', 'other/x.md': '' });
    const { changes } = await watching(join(dir, 'k'), system(() => true).arm);
    const silent = await watching(join(dir, 'k'), system().arm);
    writeFileSync(join(dir, 'k/x.md'), 'more');
    await expect.poll(() => [changes.length, silent.changes.length], LONG).toEqual([1, 1]);
    renameSync(join(dir, 'k'), join(dir, 'old'));
    renameSync(join(dir, 'other'), join(dir, 'k'));
    await expect.poll(() => [changes.length, silent.changes.length], LONG).toEqual([2, 2]);
  });

  it('tries again for news after each change', async () => {
    const dir = temporaryFolder({ 'x.md': '' });
    let refused = true;
    const { arm, folders } = system(() => refused);
    await watching(dir, arm);
    refused = false;
    writeFileSync(join(dir, 'x.md'), 'more');
    await expect.poll(folders, LONG).toContain(dir);
  });

  it('takes many changes in a row for one, and does not wait for ever', async () => {
    const dir = temporaryFolder({ 'x.md': '' });
    const { arm, folders, ring } = system();
    const { changes } = await watching(dir, arm);
    await expect.poll(folders, LONG).toContain(dir);
    const start = performance.now();
    let length = 0;
    const writing = setInterval(() => {
      writeFileSync(join(dir, 'x.md'), 'x'.repeat(++length));
      ring(dir);
    }, 20);
    onTestFinished(() => clearInterval(writing));
    await expect.poll(() => changes.length, LONG).toBe(1);
    expect((changes[0] ?? 0) - start).toBeGreaterThan(900);
    await expect.poll(() => changes.length, LONG).toBe(2);
  });
});
