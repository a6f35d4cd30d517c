import { describe, expect, it } from 'vitest';
import { isZip, unzip } from '../../../src/knowledge/import/unzip.ts';
import { zipOf } from '../../helpers/zip.ts';

const zipped = (...paths: readonly string[]): Buffer => zipOf(new Map(paths.map((path) => [path, `text of ${path}`])));
const listAt = (zip: Buffer): number => zip.indexOf('PK\x01\x02', 0, 'latin1');
/** An archive in which the list says something else. */
function changed(zip: Buffer, write: (zip: Buffer, list: number) => void): Buffer {
  const copy = Buffer.from(zip);
  write(copy, listAt(copy));
  return copy;
}

async function codeOf(zip: Uint8Array): Promise<string> {
  const read = await unzip(zip);
  return 'finding' in read ? read.finding.code : [...read.files.keys()].join();
}

describe('an archive', () => {
  it('gives its files back, without what is hidden and without a folder around all', async () => {
    const zip = zipped('a/pack.json', 'a/包.md', 'b.md', '__MACOSX/a/._x', '.git/config', 'a/.DS_Store');
    expect(isZip(zip)).toBe(true);
    const read = await unzip(zip);
    expect('files' in read && [...read.files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])).toEqual(
      ['a/pack.json', 'a/包.md', 'b.md'].map((path) => [path, `text of ${path}`]),
    );
    expect(await codeOf(zipped('w/a.md', 'w/b/c.md'))).toBe('a.md,b/c.md');
    expect(await codeOf(zipped('pack/pack.json', 'pack/en/a.md'))).toBe('pack/pack.json,pack/en/a.md');
  });

  it.each([
    '../a.md',
    'a/../../b.md',
    '/etc/passwd',
    'C:\\a.md',
    'a\\..\\b.md',
    'c:a.md',
    'a\0.md',
    'a//b.md',
    `${'a/'.repeat(13)}b.md`,
    `${'n'.repeat(201)}.md`,
  ])('is refused for the name %j', async (name) => {
    expect(await codeOf(zipped('fine.md', name))).toBe('unsafe-archived-name');
  });

  it('is refused for a name that stands there twice, or is a file and a folder', async () => {
    expect(await codeOf(zipped('a.md', 'A.md'))).toBe('unsafe-archived-name');
    expect(await codeOf(zipped('x.md', 'a', 'a/b.md'))).toBe('unsafe-archived-name');
  });

  it.each([
    ['a link', (zip: Buffer, at: number) => zip.writeUInt32LE(0xa1ff0000, at + 38), 'unsafe-archived-name'],
    ['what is encrypted', (zip: Buffer, at: number) => zip.writeUInt16LE(0x0801, at + 8), 'locked-archived-file'],
    ['an unusual packing', (zip: Buffer, at: number) => zip.writeUInt16LE(14, at + 10), 'locked-archived-file'],
    ['a wrong sum', (zip: Buffer, at: number) => zip.writeUInt32LE(1, at + 16), 'broken-archived-file'],
    ['a size that is too small', (zip: Buffer, at: number) => zip.writeUInt32LE(3, at + 24), 'broken-archived-file'],
    ['a size that is too large', (zip: Buffer, at: number) => zip.writeUInt32LE(4000, at + 24), 'broken-archived-file'],
    ['a file elsewhere', (zip: Buffer, at: number) => zip.writeUInt32LE(5, at + 42), 'broken-archived-file'],
    ['a file beyond the end', (zip: Buffer, at: number) => zip.writeUInt32LE(0xffffffff, at + 42), 'not-an-archive'],
    ['a list that is none', (zip: Buffer, at: number) => zip.writeUInt32LE(0, at), 'not-an-archive'],
  ])('is refused for %s', async (_, write, code) => {
    expect(await codeOf(changed(zipped('a.md'), write))).toBe(code);
  });

  it('is refused where it is cut off at any byte', async () => {
    const zip = zipped('a.md', 'b.md');
    for (let length = 0; length < zip.length; length++)
      expect(await codeOf(zip.subarray(0, length))).toBe('not-an-archive');
  });

  it('does not grow: not in one file, not in all together, not by what it says wrongly of itself, and not in number', async () => {
    expect(await codeOf(zipOf(new Map([['bomb.md', ' '.repeat(6_000_000)]])))).toBe('large-archived-file');
    const million = ' '.repeat(5_000_000);
    expect(await codeOf(zipOf(new Map(Array.from({ length: 14 }, (__, at) => [`${at}.md`, million]))))).toBe(
      'large-archive',
    );
    const liar = changed(zipOf(new Map([['bomb.md', million]])), (zip, at) => zip.writeUInt32LE(10, at + 24));
    expect(await codeOf(liar)).toBe('broken-archived-file');
    expect(await codeOf(zipOf(new Map(Array.from({ length: 5501 }, (__, at) => [`${at}.md`, '']))))).toBe(
      'many-archived-files',
    );
  });
});
