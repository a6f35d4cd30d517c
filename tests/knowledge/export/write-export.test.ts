import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExportError, writeExport } from '../../../src/knowledge/export/write-export.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const FILES = new Map([
  ['rules/pack.json', '{}\n'],
  ['rules/en/questions/为什么.md', 'a\r\nb'],
]);

/** Everything below a folder, hidden or not. */
const contents = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(
      ({ parentPath, name }) =>
        `${join(parentPath, name).slice(dir.length + 1)}: ${readFileSync(join(parentPath, name), 'utf8')}`,
    )
    .sort();

describe('an export is written', () => {
  it.each(['new', 'new/deep', 'empty', 'link'])('into a folder that is %s', async (name) => {
    const root = temporaryFolder({});
    mkdirSync(join(root, 'empty'));
    if (name === 'link') symlinkSync('empty', join(root, 'link'));
    await writeExport(join(root, name), FILES);
    expect(contents(root)).toEqual(
      ['rules/en/questions/为什么.md: a\r\nb', 'rules/pack.json: {}\n'].map(
        (file) => `${name === 'link' ? 'empty' : name}/${file}`,
      ),
    );
    expect(readdirSync(root).filter((one) => one.startsWith('.'))).toEqual([]);
  });

  it.each([
    ['full', 'the folder is not empty (name a new or an empty folder; nothing is overwritten)'],
    ['full/file', 'this is not a folder that can be read (name a new folder)'],
    ['full/file/below', 'this is not a folder that can be read (name a new folder)'],
  ])('not into %s', async (name, message) => {
    const root = temporaryFolder({ 'full/file': 'x' });
    await expect(writeExport(join(root, name), FILES)).rejects.toThrow(message);
    expect(contents(root)).toEqual(['full/file: x']);
  });

  it.each(['../x', 'a/../x', '/x', 'a//x', 'a/.x', 'a\\x', 'a\0', ''])('not to the path %j', async (path) => {
    const root = temporaryFolder({});
    await expect(writeExport(join(root, 'new'), new Map([[path, '']]))).rejects.toThrow(ExportError);
    expect(readdirSync(root)).toEqual([]);
  });

  it('whole or not at all', async () => {
    const root = temporaryFolder({});
    const clash = new Map([...FILES, ['rules/pack.json/x', '']]);
    await expect(writeExport(join(root, 'new'), clash)).rejects.toThrow('nothing was written');
    expect(readdirSync(root)).toEqual([]);
  });
});
