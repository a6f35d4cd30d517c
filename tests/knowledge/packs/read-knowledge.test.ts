import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/knowledge/format/problem.ts';
import { readKnowledge } from '../../../src/knowledge/packs/read-knowledge.ts';
import { entryText, PACK_JSON } from '../../helpers/memory-files.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

async function told(dir: string): Promise<string[]> {
  return (await readKnowledge(dir)).problems.map(
    ({ level, ...problem }) => `${level} ${formatProblem({ ...problem, level }).replaceAll(`${dir}/`, '')}`,
  );
}

const asking = (title: string, ...phrasings: string[]): string => entryText({ title, phrasings });

describe('knowledge', () => {
  it('is one pack, or a folder of packs', async () => {
    const dir = temporaryFolder({
      'b/pack.json': PACK_JSON,
      'b/en/questions/b.md': asking('B?', 'bee'),
      'a/pack.json': PACK_JSON,
      'a/en/questions/z.md': asking('Z?', 'zed'),
      'a/en/questions/c.md': asking('C?', 'cee'),
      'a/en/checks.md': '## silence\n- hi',
      'README.md': 'x',
      '.git/x': 'x',
    });
    const all = await readKnowledge(dir);
    expect(all.problems).toEqual([]);
    expect(all.packs.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(all.entries.map(({ id, pack }) => `${pack} ${id}`)).toEqual([
      'b questions/b',
      'a questions/c',
      'a questions/z',
    ]);
    expect(all.checks).toMatchObject([{ pack: 'a', language: 'en', text: 'hi', entry: null }]);
    expect((await readKnowledge(join(dir, 'b'))).packs.map(({ name }) => name)).toEqual(['b']);
  });

  it('that is not there is a problem, not an exception', async () => {
    const dir = temporaryFolder({ 'file.md': '', 'empty/.keep': '', 'packs/x/en/questions/a.md': '' });
    expect(await told(join(dir, 'file.md'))).toEqual([
      `error ${dir}/file.md:1: this is a file, and no folder (name the folder of a pack, or a folder of packs; import makes a pack of a file)`,
    ]);
    const nothing = [{ line: 1, code: 'no-pack', level: 'warning' }];
    expect((await readKnowledge(join(dir, 'none'))).problems).toMatchObject([
      { line: 1, code: 'missing-knowledge', level: 'error' },
    ]);
    expect((await readKnowledge(join(dir, 'empty'))).problems).toMatchObject(nothing);
    expect((await readKnowledge(join(dir, 'packs'))).problems).toMatchObject([{ code: 'not-a-pack', level: 'error' }]);
    expect((await readKnowledge('no-such-folder')).problems[0]?.file).toBe('no-such-folder');
  });

  it('with a folder that is no pack among packs is refused', async () => {
    const dir = temporaryFolder({
      'a/pack.json': PACK_JSON,
      'a/en/questions/a.md': asking('A?'),
      'b/pack.jsn': PACK_JSON,
    });
    expect((await readKnowledge(dir)).problems.map(formatProblem)).toEqual([
      `${dir}/b:1: the folder has no pack.json (write one, or begin the name of a folder that is no pack with a dot)`,
    ]);
  });

  it('with one id in two packs is refused, and the first stays', async () => {
    const dir = temporaryFolder({
      'a/pack.json': PACK_JSON,
      'a/en/questions/x.md': asking('A?', 'aye'),
      'b/pack.json': PACK_JSON,
      'b/en/questions/x.md': asking('B?', 'bee'),
      'b/fr/questions/x.md': asking('B?', 'bée'),
    });
    const { entries } = await readKnowledge(dir);
    expect(await told(dir)).toEqual([
      'error b/en/questions/x.md:1: the entry "questions/x" is in a/en/questions/x.md, too (rename one of the two; ids are unique across all packs)',
    ]);
    expect(entries.map(({ pack }) => pack)).toEqual(['a']);
  });

  it('with one phrasing in two entries of a language is warned of, across packs and as titles, too', async () => {
    const dir = temporaryFolder({
      'a/pack.json': PACK_JSON,
      'a/en/questions/x.md': asking('X?', 'How  come?!', 'only here'),
      'a/en/questions/y.md': asking('x', 'y'),
      'a/fr/questions/y.md': asking('Y?', 'only here'),
      'b/pack.json': PACK_JSON,
      'b/en/questions/z.md': asking('Z?', 'z is it', 'ＨＯＷ come'),
    });
    expect(await told(dir)).toEqual([
      'warning a/en/questions/y.md:4: the phrasing "x" is in a/en/questions/x.md:4, too (keep it where the answer fits)',
      'warning b/en/questions/z.md:7: the phrasing "ＨＯＷ come" is in a/en/questions/x.md:6, too (keep it where the answer fits)',
    ]);
  });

  it('without a heading asks the same as no other', async () => {
    const dir = temporaryFolder({
      'a/pack.json': PACK_JSON,
      'a/en/questions/x.md': asking('', 'x'),
      'a/en/questions/y.md': asking('', 'y'),
    });
    expect((await readKnowledge(dir)).problems.map(({ code }) => code)).toEqual(['empty-heading', 'empty-heading']);
  });

  it('tells its problems by file and line', async () => {
    const dir = temporaryFolder({
      'a/pack.json': '{',
      'a/en/questions/x.md': entryText({ frontMatter: 'tags: x\nstatus: y\nfoo: z' }),
      'b/pack.json': '{',
    });
    const places = (await readKnowledge(dir)).problems.map(
      ({ file, line }) => `${file.replace(`${dir}/`, '')}:${line}`,
    );
    expect(places).toEqual([
      'a/en/questions/x.md:1',
      'a/en/questions/x.md:2',
      'a/en/questions/x.md:3',
      'a/en/questions/x.md:4',
      'a/pack.json:1',
      'b/pack.json:1',
    ]);
  });

  it('tells how far it is', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 150 }, (_, at) => [`a/en/questions/q${at}.md`, asking(`Question ${at}?`, `phrasing ${at}`)]),
    );
    const dir = temporaryFolder({ 'a/pack.json': PACK_JSON, ...files });
    const steps: [number, number][] = [];
    const { entries, problems } = await readKnowledge(dir, {
      onProgress: (done, total) => void steps.push([done, total]),
    });
    expect(problems).toEqual([]);
    expect(entries).toHaveLength(150);
    expect(steps).toEqual(Array.from({ length: 151 }, (_, at) => [at + 1, 151]));
  });
});

describe('the knowledge that is shipped', () => {
  it('has no problems', async () => {
    const { packs, entries, problems } = await readKnowledge('knowledge');
    expect(problems.map(formatProblem)).toEqual([]);
    expect(packs.length).toBeGreaterThan(0);
    expect(entries.length).toBeGreaterThanOrEqual(39);
  });
});
