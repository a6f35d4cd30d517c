import { execFileSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/knowledge/format/problem.ts';
import { listPack } from '../../../src/knowledge/packs/list-pack.ts';
import { readPack } from '../../../src/knowledge/packs/pack.ts';
import { entryText, PACK_JSON } from '../../helpers/memory-files.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const PACK = { 'pack.json': PACK_JSON, 'en/questions/why.md': entryText() };
const UNEXPECTED =
  'a pack holds pack.json and <language>/{questions,facts}/*.md and checks.md; move it, or begin its name with a dot';

async function told(dir: string): Promise<string[]> {
  return (await readPack(dir)).problems.map(
    ({ level, ...problem }) => `${level} ${formatProblem({ ...problem, level }).replaceAll(`${dir}/`, '')}`,
  );
}

describe("a pack's folder", () => {
  it('is listed in order, without what begins with a dot', async () => {
    const dir = temporaryFolder({
      ...PACK,
      'en/facts/a/b.md': '',
      'en/checks.md': '',
      '.git/config': '',
      'en/.draft.md': '',
      'en/questions/.why.md.swp': '',
    });
    const { paths, problems } = await listPack(dir);
    expect(paths).toEqual(['en/checks.md', 'en/facts/a/b.md', 'en/questions/why.md', 'pack.json']);
    expect(problems).toEqual([]);
  });

  it('may say of itself what folders in Git say', async () => {
    const dir = temporaryFolder({ ...PACK, 'README.md': '', LICENSE: '', 'CONTRIBUTING.md': '', 'changelog.txt': '' });
    expect([(await listPack(dir)).paths, await told(dir)]).toEqual([['en/questions/why.md', 'pack.json'], []]);
  });

  it('with files that do not belong is warned of', async () => {
    const dir = temporaryFolder({
      ...PACK,
      'notes.txt': '',
      'images/a.png': '',
      'en/notes.md': '',
      'en/answers/x.md': '',
      'en/questions/why.txt': '',
    });
    expect(await told(dir)).toEqual([
      `warning en/answers:1: unexpected folder (${UNEXPECTED})`,
      `warning en/notes.md:1: unexpected file (${UNEXPECTED})`,
      `warning en/questions/why.txt:1: unexpected file (${UNEXPECTED})`,
      `warning images:1: unexpected folder (${UNEXPECTED})`,
      `warning notes.txt:1: unexpected file (${UNEXPECTED})`,
    ]);
  });

  it.each([
    ['zh-hans', 'did you mean "zh-Hans"?'],
    ['en_US', 'did you mean "en-US"?'],
    ['english', 'use a BCP 47 tag such as en, pt-BR or zh-Hans'],
  ])('with a language called %s is refused', async (name, cure) => {
    const dir = temporaryFolder({ ...PACK, [`${name}/facts/x.md`]: entryText() });
    expect(await told(dir)).toEqual([
      `error ${name}:1: the folder's name "${name}" is not the tag of a language (${cure})`,
    ]);
  });

  it('with folders nine deep is refused', async () => {
    const dir = temporaryFolder({
      ...PACK,
      'en/questions/a/b/c/d/e/f/g/ok.md': entryText({ title: 'A' }),
      'en/facts/a/b/c/d/e/f/g/h/no.md': 'x',
    });
    expect(await told(dir)).toEqual([
      'error en/facts/a/b/c/d/e/f/g/h:1: the folder lies too deep (nest at most 8 folders)',
    ]);
  });

  it('may hold links to its own files, and no others', async () => {
    const secret = temporaryFolder({ 'secret.md': entryText({ title: 'Secret' }), 'more/x.md': '' });
    const dir = temporaryFolder({ ...PACK, '.shared/own.md': entryText({ title: 'Own' }) });
    symlinkSync('../../.shared/own.md', join(dir, 'en/questions/own.md'));
    symlinkSync(join(secret, 'secret.md'), join(dir, 'en/questions/out.md'));
    symlinkSync(join(secret, 'more'), join(dir, 'en/facts'));
    symlinkSync('..', join(dir, 'en/questions/circle'));
    symlinkSync('nowhere.md', join(dir, 'en/questions/broken.md'));
    const { entries } = await readPack(dir);
    expect(entries.map(({ id }) => id)).toEqual(['questions/own', 'questions/why']);
    expect(await told(dir)).toEqual([
      'error en/facts:1: this link leads out of the pack (copy the file into the pack)',
      'error en/questions/broken.md:1: this link leads nowhere (remove it, or copy the file into the pack)',
      'error en/questions/circle:1: this link does not lead to a file (copy what it leads to)',
      'error en/questions/out.md:1: this link leads out of the pack (copy the file into the pack)',
    ]);
  });

  it('beside a folder whose name begins alike may not link into it', async () => {
    const root = temporaryFolder({
      'pack/pack.json': PACK_JSON,
      'pack/en/questions/why.md': entryText(),
      'pack-secret/x.md': entryText(),
    });
    symlinkSync('../../../pack-secret/x.md', join(root, 'pack/en/questions/x.md'));
    expect(await told(join(root, 'pack'))).toEqual([
      'error en/questions/x.md:1: this link leads out of the pack (copy the file into the pack)',
    ]);
  });

  it('may itself be a link', async () => {
    const root = temporaryFolder({ 'real/pack.json': PACK_JSON, 'real/en/questions/why.md': entryText() });
    symlinkSync('real', join(root, 'pack'));
    symlinkSync('why.md', join(root, 'real/en/questions/also.md'));
    expect((await readPack(join(root, 'pack'))).entries).toHaveLength(2);
  });

  it('with a pipe is refused, and the pipe is not waited for', async () => {
    const dir = temporaryFolder(PACK);
    execFileSync('mkfifo', [join(dir, 'en/questions/pipe.md')]);
    expect(await told(dir)).toEqual(['error en/questions/pipe.md:1: this is neither a file nor a folder (remove it)']);
  });

  it('with a file that is not UTF-8 is refused, with the line', async () => {
    const dir = temporaryFolder({
      ...PACK,
      'en/questions/latin.md': Buffer.from('---\nsources: [rules]\n---\n# Caf\xe9?\n', 'latin1'),
      'en/questions/wide.md': Buffer.from('\ufeff---\n', 'utf16le'),
    });
    expect(await told(dir)).toEqual([
      'error en/questions/latin.md:4: the file is not UTF-8 (save it as UTF-8)',
      'error en/questions/wide.md:1: the file is not UTF-8 (save it as UTF-8)',
    ]);
  });

  it('with an entry above 64 KB is refused unread', async () => {
    const dir = temporaryFolder({ ...PACK, 'en/questions/long.md': '['.repeat(80_000) });
    expect(await told(dir)).toEqual(['error en/questions/long.md:1: the file has 80000 bytes (shorten it to 65536)']);
  });

  it('with an unreadable file is refused', async () => {
    const dir = temporaryFolder({ ...PACK, 'en/questions/mine.md': entryText() });
    chmodSync(join(dir, 'en/questions/mine.md'), 0);
    const isRoot = process.getuid?.() === 0;
    expect(await told(dir)).toEqual(
      isRoot
        ? []
        : [
            'error en/questions/mine.md:1: the file cannot be read: EACCES (check that it is there and that its permissions let the bot read it)',
          ],
    );
  });

  it('that is gone between listing and reading is refused', async () => {
    const { read } = await listPack(temporaryFolder(PACK));
    expect(await read('en/questions/gone.md', 100)).toMatchObject({
      finding: { code: 'unreadable-file', values: { reason: 'ENOENT' } },
    });
  });

  it('reads a byte order mark as nothing', async () => {
    const dir = temporaryFolder({
      'pack.json': `\ufeff${PACK_JSON}`,
      'en/questions/why.md': `\ufeff${entryText()}`.replaceAll('\n', '\r\n'),
      'en/checks.md': '\ufeff## silence\r\n- hi',
    });
    expect(await told(dir)).toEqual([]);
  });
});
