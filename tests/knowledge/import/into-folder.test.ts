import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem, type Problem, wordsOf } from '../../../src/knowledge/format/problem.ts';
import { planFolder, writeFolder } from '../../../src/knowledge/import/into-folder.ts';
import { readImport } from '../../../src/knowledge/import/read-import.ts';
import { readKnowledge } from '../../../src/knowledge/packs/read-knowledge.ts';
import { entryText, PACK_JSON } from '../../helpers/memory-files.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const FAQ = '# How do I join?\nAsk us.\n\n# How do I leave?\nTell us.\n';

async function plan(dir: string, into: string, options: { force?: boolean; source?: string } = {}) {
  const imported = await readImport([join(dir, options.source ?? 'FAQ.md')], { language: 'en' });
  return planFolder(join(dir, into), imported, options);
}

const told = ({ problems }: { readonly problems: readonly Problem[] }) =>
  problems.map((problem) => wordsOf(problem).message);

describe('an import into a folder', () => {
  it('makes a pack', async () => {
    const dir = temporaryFolder({ 'FAQ.md': FAQ });
    const planned = await plan(dir, 'our-club');
    await writeFolder(join(dir, 'our-club'), planned);
    expect([...planned.files.keys()]).toEqual([
      'pack.json',
      'en/questions/how-do-i-join.md',
      'en/questions/how-do-i-leave.md',
    ]);
    const { packs, problems } = await readKnowledge(join(dir, 'our-club'));
    expect(problems).toEqual([]);
    expect(packs).toMatchObject([
      { title: { en: 'Our club' }, defaultLanguage: 'en', sources: { 'faq-md-5c2426': { title: 'FAQ.md' } } },
    ]);
    expect(await plan(dir, 'our-club')).toMatchObject({
      added: [],
      changed: [],
      unchanged: ['en/questions/how-do-i-join', 'en/questions/how-do-i-leave'],
      files: new Map(),
    });
  });

  it('adds to a pack, and replaces nothing without being told to', async () => {
    const dir = temporaryFolder({ 'FAQ.md': FAQ });
    await writeFolder(join(dir, 'club'), await plan(dir, 'club'));
    const own = join(dir, 'club/en/questions/how-do-i-join.md');
    writeFileSync(own, readFileSync(own, 'utf8').replace('Ask us.', 'Call us.'));
    writeFileSync(join(dir, 'more.md'), `${FAQ}\n# Why?\nSo.\n`);
    const planned = await plan(dir, 'club', { source: 'more.md' });
    expect(planned).toMatchObject({
      added: ['en/questions/why'],
      changed: ['en/questions/how-do-i-join', 'en/questions/how-do-i-leave'],
    });
    expect(told(planned)).toEqual(
      planned.changed.map((key) => `the entry "${key}" says something else, and stays as it is`),
    );
    await writeFolder(join(dir, 'club'), planned);
    expect(readFileSync(own, 'utf8')).toContain('Call us.');
    expect((await readKnowledge(join(dir, 'club'))).problems).toEqual([]);
    await writeFolder(join(dir, 'club'), await plan(dir, 'club', { force: true }));
    expect(readFileSync(own, 'utf8')).toContain('Ask us.');
  });

  it('knows the ids of the packs beside it', async () => {
    const dir = temporaryFolder({
      'FAQ.md': '# Why?\nSo.\n',
      'knowledge/rules/pack.json': PACK_JSON,
      'knowledge/rules/en/questions/why.md': entryText({ title: 'Why so?' }),
    });
    await writeFolder(join(dir, 'knowledge/club'), await plan(dir, 'knowledge/club'));
    expect((await readKnowledge(join(dir, 'knowledge'))).problems).toEqual([]);
    expect((await plan(dir, 'knowledge/club')).unchanged).toEqual(['en/questions/why-2']);
  });

  it('finds its entries again also if a copy of it lies beside, and names the copy', async () => {
    const dir = temporaryFolder({ 'FAQ.md': FAQ });
    await writeFolder(join(dir, 'club'), await plan(dir, 'club'));
    cpSync(join(dir, 'club'), join(dir, 'club-backup'), { recursive: true });
    const { added, unchanged, files, problems } = await plan(dir, 'club');
    expect([added, unchanged.length, files.size]).toEqual([[], 2, 0]);
    expect(problems.map(formatProblem)).toEqual([
      expect.stringContaining('club:1: beside it lies "club-backup" with 2 of the same entries (it looks like a copy'),
    ]);
  });

  it('knows the ids of an example beside it, which may be loaded by name', async () => {
    const example = JSON.stringify({ ...JSON.parse(PACK_JSON), example: true });
    const dir = temporaryFolder({
      'FAQ.md': '# Why?\nSo.\n',
      'knowledge/rules/pack.json': PACK_JSON,
      'knowledge/shown/pack.json': example,
      'knowledge/shown/en/questions/why.md': entryText({ title: 'Why so?' }),
    });
    expect((await plan(dir, 'knowledge/club')).added).toEqual(['en/questions/why-2']);
  });

  it('leaves other folders alone', async () => {
    const dir = temporaryFolder({
      'FAQ.md': FAQ,
      'photos/a.png': '',
      'packs/rules/pack.json': PACK_JSON,
      'broken/pack.json': '{',
      file: '',
    });
    expect(told(await plan(dir, 'photos'))).toEqual(['the folder is no pack, and not empty']);
    expect(told(await plan(dir, 'packs'))).toEqual(['the folder is no pack, and not empty']);
    expect(told(await plan(dir, 'broken'))[0]).toContain('this is not JSON');
    expect(told(await plan(dir, 'file'))).toEqual(['this is not a folder that can be read']);
    expect(told(await plan(dir, 'club', { source: 'packs' }))).toEqual([expect.any(String), 'this is a pack already']);
  });

  it('refuses a path that KNOWLEDGE_DIR cannot name', async () => {
    const dir = temporaryFolder({ 'FAQ.md': FAQ });
    for (const into of ['a,b', 'a,b/club']) {
      const { problems, files } = await plan(dir, into);
      expect([problems.map(formatProblem), files.size]).toEqual([
        [`${join(dir, into)}:1: KNOWLEDGE_DIR parts its folders at commas (choose a path without one)`],
        0,
      ]);
    }
  });

  it('writes through no link that leads out of it', async () => {
    const dir = temporaryFolder({ 'FAQ.md': FAQ, 'club/pack.json': PACK_JSON, 'elsewhere/x': '' });
    mkdirSync(join(dir, 'club/en'));
    symlinkSync(join(dir, 'elsewhere'), join(dir, 'club/en/questions'));
    const planned = await plan(dir, 'club');
    expect(told(planned)).toContain('this link leads out of the pack');
    expect(planned.files.size).toBe(0);
    const files = new Map([['en/questions/a.md', 'x']]);
    await expect(writeFolder(join(dir, 'club'), { ...planned, files })).rejects.toThrow(
      'this link leads out of the pack',
    );
    await expect(writeFolder(join(dir, 'club'), { ...planned, files: new Map([['../a.md', 'x']]) })).rejects.toThrow(
      'is no path for an entry',
    );
  });
});
