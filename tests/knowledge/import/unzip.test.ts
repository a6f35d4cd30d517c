import { describe, expect, it } from 'vitest';
import { isZip, unzip } from '../../../src/knowledge/import/unzip.ts';
import { zipOf } from '../../helpers/zip.ts';

const zipped = (...paths: readonly string[]): Buffer => zipOf(new Map(paths.map((path) => [path, `text of ${path}`])));

function codeOf(zip: Uint8Array): string {
  const read = unzip(zip);
  return 'finding' in read ? read.finding.code : [...read.files.keys()].join();
}

describe('an archive', () => {
  it('gives its files back, without what is hidden and without a folder around all', () => {
    const zip = zipped('a/pack.json', 'a/包.md', 'b.md', '__MACOSX/a/._x', '.git/config', 'a/.DS_Store');
    expect(isZip(zip)).toBe(true);
    const read = unzip(zip);
    expect('files' in read && [...read.files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()])).toEqual(
      ['a/pack.json', 'a/包.md', 'b.md'].map((path) => [path, `text of ${path}`]),
    );
    expect(codeOf(zipped('w/a.md', 'w/b/c.md'))).toBe('a.md,b/c.md');
    expect(codeOf(zipped('pack/pack.json', 'pack/en/a.md'))).toBe('pack/pack.json,pack/en/a.md');
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
  ])('is refused for the name %j', (name) => {
    expect(codeOf(zipped('fine.md', name))).toBe('unsafe-archived-name');
  });

  it('is refused for a name that stands there twice, or is a file and a folder', () => {
    expect(codeOf(zipped('a.md', 'A.md'))).toBe('unsafe-archived-name');
    expect(codeOf(zipped('x.md', 'a', 'a/b.md'))).toBe('unsafe-archived-name');
  });

  it.each([
    ['an unusual packing', (zip: Buffer) => zip.writeUInt16LE(14, 8), 'locked-archived-file'],
    ['what cannot be unpacked', (zip: Buffer) => zip.fill(0xff, 34, 40), 'broken-archived-file'],
    ['a list that names more', (zip: Buffer) => zip.writeUInt16LE(2, zip.length - 12), 'not-an-archive'],
  ])('is refused for %s', (_, write, code) => {
    const zip = zipped('a.md');
    write(zip);
    expect(codeOf(zip)).toBe(code);
  });

  it('is refused where it is cut off at any byte', () => {
    const zip = zipped('a.md', 'b.md');
    for (let length = 0; length < zip.length; length++) expect(codeOf(zip.subarray(0, length))).toBe('not-an-archive');
  });

  it('does not grow: not in one file, not in all together, not by what it says wrongly of itself, and not in number', () => {
    expect(codeOf(zipOf(new Map([['bomb.md', ' '.repeat(6_000_000)]])))).toBe('large-archived-file');
    const million = ' '.repeat(5_000_000);
    expect(codeOf(zipOf(new Map(Array.from({ length: 14 }, (__, at) => [`${at}.md`, million]))))).toBe('large-archive');
    const liar = zipOf(new Map([['bomb.md', ' '.repeat(6_000_000)]]));
    for (const at of [22, liar.indexOf('PK\x01\x02', 0, 'latin1') + 24]) liar.writeUInt32LE(10, at);
    expect(codeOf(liar)).toBe('large-archived-file');
    expect(codeOf(zipOf(new Map(Array.from({ length: 5501 }, (__, at) => [`${at}.md`, '']))))).toBe(
      'many-archived-files',
    );
  });
});
