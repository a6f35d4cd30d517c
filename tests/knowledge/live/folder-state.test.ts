import { chmodSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderState, isSameState } from '../../../src/knowledge/live/folder-state.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const pathsIn = async (dir: string) => [...(await folderState(dir)).keys()].map((path) => path.slice(dir.length));

describe('folderState', () => {
  it('looks at Markdown and pack.json, and into folders that are not hidden', async () => {
    const dir = temporaryFolder({
      'a/pack.json': '',
      'a/en/questions/x.md': '',
      'a/other.json': '',
      'a/x.md~': '',
      'a/.x.md': '',
      '.git/x.md': '',
      'README.md': '',
    });
    expect(await pathsIn(dir)).toEqual(['/README.md', '/a/en/questions/x.md', '/a/pack.json']);
  });

  it('follows links, but not in circles', async () => {
    const dir = temporaryFolder({ '..data/x.md': '', 'y.md': '' });
    symlinkSync('..data', join(dir, 'pack'));
    symlinkSync('.', join(dir, 'circle'));
    symlinkSync('nowhere', join(dir, 'z.md'));
    expect(await pathsIn(dir)).toEqual(['/pack/x.md', '/y.md']);
  });

  it('finds nothing where there is nothing', async () => {
    const dir = temporaryFolder({ 'x.md': '' });
    expect(await folderState(join(dir, 'none'))).toEqual(new Map());
    expect(await folderState(join(dir, 'x.md'))).toEqual(new Map());
  });

  it.each<[string, (dir: string) => void]>([
    ['is written', (dir) => writeFileSync(join(dir, 'x.md'), 'y')],
    ['is renamed', (dir) => renameSync(join(dir, 'x.md'), join(dir, 'z.md'))],
    ['is replaced', (dir) => renameSync(join(dir, 'other'), join(dir, 'x.md'))],
    ['can be read by others', (dir) => chmodSync(join(dir, 'x.md'), 0o400)],
    ['is new', (dir) => writeFileSync(join(dir, 'y.md'), '')],
  ])('differs when a file %s', async (_, change) => {
    const dir = temporaryFolder({ 'x.md': 'x', other: 'x' });
    const before = await folderState(dir);
    expect(isSameState(before, await folderState(dir))).toBe(true);
    // File systems count time in steps of some milliseconds.
    await new Promise((resolve) => setTimeout(resolve, 20));
    change(dir);
    expect(isSameState(before, await folderState(dir))).toBe(false);
  });
});
