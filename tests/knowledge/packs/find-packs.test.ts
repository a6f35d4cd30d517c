import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/knowledge/format/problem.ts';
import { findPacks } from '../../../src/knowledge/packs/find-packs.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const PACK = '{}';
const EXAMPLE = '{ "example": true }';

/** Packs that are found, and examples that are passed over, below the folder. */
async function found(files: Readonly<Record<string, string>>, named: readonly string[] = ['.']) {
  const dir = temporaryFolder(files);
  const { dirs, examples, problems } = await findPacks(named.map((name) => join(dir, name)));
  const below = (paths: readonly string[]) => paths.map((path) => path.slice(dir.length + 1));
  return { dirs: below(dirs), examples: below(examples), problems: problems.map(({ code }) => code) };
}

describe('an example pack', () => {
  it('counts where it is alone, also beside another example', async () => {
    expect(await found({ 'shown/pack.json': EXAMPLE })).toMatchObject({ dirs: ['shown'], examples: [] });
    expect(await found({ 'shown/pack.json': EXAMPLE, 'more/pack.json': EXAMPLE })).toMatchObject({
      dirs: ['more', 'shown'],
      examples: [],
    });
  });

  it('is passed over where there is another pack, in the same folder or in another one', async () => {
    const files = { 'all/shown/pack.json': EXAMPLE, 'all/own/pack.json': PACK, 'club/pack.json': PACK };
    expect(await found(files, ['all'])).toEqual({ dirs: ['all/own'], examples: ['all/shown'], problems: [] });
    expect(await found({ 'all/shown/pack.json': EXAMPLE, 'club/pack.json': PACK }, ['all', 'club'])).toEqual({
      dirs: ['club'],
      examples: ['all/shown'],
      problems: [],
    });
  });

  it('counts where it is named itself, also where its folder is named, too', async () => {
    const files = { 'all/shown/pack.json': EXAMPLE, 'all/own/pack.json': PACK };
    expect(await found(files, ['all/own', 'all/shown'])).toMatchObject({
      dirs: ['all/own', 'all/shown'],
      examples: [],
    });
    expect(await found(files, ['all', 'all/shown'])).toMatchObject({ dirs: ['all/own', 'all/shown'], examples: [] });
    expect(await found(files, ['all/shown', 'all'])).toMatchObject({ dirs: ['all/shown', 'all/own'], examples: [] });
  });

  it('is one only where pack.json says true; what cannot be read is an ordinary pack, and told later', async () => {
    expect(
      await found({
        'a/pack.json': '{ "example": "yes" }',
        'b/pack.json': '{',
        'c/pack.json': 'null',
        'd/pack.json': EXAMPLE,
      }),
    ).toMatchObject({ dirs: ['a', 'b', 'c'], examples: ['d'] });
  });
});

describe('packs of several folders', () => {
  it('are found once each', async () => {
    expect((await found({ 'all/own/pack.json': PACK }, ['all', 'all/own', 'all/../all'])).dirs).toEqual(['all/own']);
  });

  it('of the same name are refused, for a pack goes by its folder', async () => {
    const { problems } = await found({ 'a/club/pack.json': PACK, 'b/club/pack.json': PACK }, ['a', 'b']);
    expect(problems).toEqual(['same-pack-name']);
  });

  it('are refused where a file is named', async () => {
    expect(await found({ 'own/pack.json': PACK, 'faq.md': '' }, ['own', 'faq.md'])).toMatchObject({
      problems: ['file-for-folder'],
    });
  });

  it('are none where a folder is empty, which is a warning, or missing, which is an error', async () => {
    expect(await found({ 'empty/.keep': '', 'own/pack.json': PACK }, ['empty', 'none', 'own'])).toEqual({
      dirs: ['own'],
      examples: [],
      problems: ['no-pack', 'missing-knowledge'],
    });
  });

  it('are named where another folder, a part of one, or an address was meant', async () => {
    const dir = temporaryFolder({ 'my-club/pack.json': PACK, 'my-club/en/questions/a.md': '' });
    const words = async (name: string) => (await findPacks(name)).problems.map(formatProblem);
    const pack = join(dir, 'my-club');
    expect(await words(join(dir, 'my-clup'))).toEqual([
      `${dir}/my-clup:1: there is no such folder (did you mean ${pack}?)`,
    ]);
    for (const part of ['my-club/en', 'my-club/en/questions'])
      expect(await words(join(dir, part))).toEqual([
        `${dir}/${part}:1: this is only a part of a pack (did you mean ${pack}?)`,
      ]);
    expect(await words('https://git.example.org/club')).toEqual([
      expect.stringContaining('this is an address, and no folder (a repository is named in KNOWLEDGE_GIT)'),
    ]);
  });
});
