import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { newCommand } from '../../src/cli/new.ts';
import { readKnowledge } from '../../src/knowledge/packs/read-knowledge.ts';
import { entryText, PACK_JSON } from '../helpers/memory-files.ts';
import { shippedLocales } from '../helpers/services.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const { messages } = await shippedLocales();

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/**
 * Makes a pack below a folder, whose `knowledge` KNOWLEDGE_DIR names. @returns the exit code, and everything that was
 * said
 */
async function make(
  folder: string,
  name: string,
  options: Parameters<typeof newCommand>[1] = {},
): Promise<{ code: number; words: string }> {
  vi.stubEnv('KNOWLEDGE_DIR', join(folder, 'knowledge'));
  const said: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      said.push(String(chunk));
      return true;
    });
  }
  const code = await newCommand(join(folder, name), options, 'locales');
  return { code, words: said.join('') };
}

/** The built program, in a world of its own. */
function run(program: string, folder: string, args: readonly string[], input = '', more: NodeJS.ProcessEnv = {}) {
  const env = {
    PATH: process.env.PATH,
    KNOWLEDGE_DIR: join(folder, 'club'),
    DATABASE_URL: 'sqlite::memory:',
    WEB_PORT: 'off',
    ...more,
  };
  return spawnSync(process.execPath, [`dist/app/${program}.js`, ...args], { env, input, encoding: 'utf8' });
}

describe('knowledge new', () => {
  it.each([...messages.keys()])('%s: makes a pack with one entry that has no problems', async (language) => {
    const folder = temporaryFolder({});
    const { code, words } = await make(folder, 'club', { title: 'Our "club"', language });
    expect(code).toBe(0);
    const { packs, entries, problems } = await readKnowledge(join(folder, 'club'));
    expect(problems).toEqual([]);
    expect(packs).toMatchObject([{ name: 'club', title: { [language]: 'Our "club"' }, defaultLanguage: language }]);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.texts.get(language)?.phrasings.length).toBeGreaterThan(2);
    expect(words).toContain(join(folder, 'club', language, `${entries[0]?.id}.md`));
    expect(words).toContain(`KNOWLEDGE_DIR=${folder}/club npm start`);
  });

  it.each([
    [['new'], 'a path is missing'],
    [['new', 'our', 'club'], 'one path is enough: "our", "club" (a path with spaces goes in quotation marks)'],
    [['import', '--into', 'club'], 'a path is missing'],
    [['check', 'a', 'b'], 'one path is enough: "a", "b" (a path with spaces goes in quotation marks)'],
  ])('and the like say what is wrong with a call: %j', (args, said) => {
    expect(run('cli', temporaryFolder({}), ['knowledge', ...args])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(new RegExp(`^${said.replace(/[()]/g, '\\$&')}\\n\\nknowledge ${args[0]}: `)),
    });
  });

  it('leads to an answer', () => {
    const folder = temporaryFolder({});
    expect(run('cli', folder, ['knowledge', 'new', join(folder, 'club'), '--title', 'Our club'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^4\. start {3}npm start$/m),
    });
    expect(run('main', folder, [], 'how do i become a member\n')).toMatchObject({
      status: 0,
      stderr: expect.not.stringContaining('no entries'),
      stdout: expect.stringContaining('This is an example.'),
    });
  });

  it('tells that the entry is to be translated, where the bot does not know the language', async () => {
    const folder = temporaryFolder({});
    const note = 'the bot has no folder locales/de: the entry is in another language, for you to translate';
    expect((await make(folder, 'klub', { language: 'de' })).words).toContain(note);
    expect((await make(folder, 'club', { language: 'en-GB' })).words).not.toContain('locales/');
  });

  it('makes a second pack in a folder of packs, so that both can be loaded', async () => {
    const folder = temporaryFolder({});
    for (const name of ['one', 'two'])
      expect((await make(folder, `knowledge/${name}`)).words).toMatch(/^4\. start {3}npm start$/m);
    const { entries, problems } = await readKnowledge(join(folder, 'knowledge'));
    expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
    expect(entries).toHaveLength(2);
  });

  it.each([
    ['a folder in a pack', 'pack/en/new', {}, 'this lies in the pack'],
    ['a name that is passed over', '.club', {}, 'begin with a dot'],
    ['a path that KNOWLEDGE_DIR cannot name', 'a,b', {}, 'at commas'],
    ['what is no language', 'club', { language: 'english' }, 'is not the tag of a language'],
    ['an empty title', 'club', { title: ' ' }, 'title.en must be a text'],
  ])('refuses %s, and writes nothing', async (_, name, options, words) => {
    const folder = temporaryFolder({ 'pack/pack.json': PACK_JSON, 'pack/en/questions/a.md': entryText({}) });
    expect(await make(folder, name, options)).toEqual({ code: 2, words: expect.stringContaining(words) });
    expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()).toEqual([
      'pack',
      'pack/en',
      'pack/en/questions',
      'pack/en/questions/a.md',
      'pack/pack.json',
    ]);
  });

  it('refuses a folder that is not empty, and leaves it alone', async () => {
    const folder = temporaryFolder({ 'full/notes.txt': 'mine' });
    await expect(make(folder, 'full')).rejects.toThrow('the folder is not empty');
    expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()).toEqual(['full', 'full/notes.txt']);
    expect(readFileSync(join(folder, 'full/notes.txt'), 'utf8')).toBe('mine');
  });
});

it('ask of a folder without a pack is refused', () => {
  const folder = temporaryFolder({});
  expect(run('cli', folder, ['ask', '--knowledge', join(folder, 'typo'), 'why?'])).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('typo:1: there is no such folder'),
  });
});

it('the bot tells of a folder without a pack beside another', () => {
  const club = { 'club/pack.json': PACK_JSON, 'club/en/questions/a.md': entryText({}) };
  const folder = temporaryFolder({ ...club, 'empty/.keep': '' });
  const { status, stderr } = run('main', folder, [], '', {
    KNOWLEDGE_DIR: `${join(folder, 'club')},${join(folder, 'empty')}`,
  });
  expect([status, stderr]).toEqual([0, expect.stringContaining('empty:1: no pack was found')]);
});

describe('the bot without an entry', () => {
  it('starts on a folder that is empty, and says how to begin', () => {
    const hint = {
      status: 0,
      stdout: expect.stringMatching(/^I have no entries yet\./),
      stderr: expect.stringContaining('npm run --silent knowledge -- new ./my-pack'),
    };
    expect(run('main', temporaryFolder({ 'club/.keep': '' }), [], 'why?\n')).toMatchObject(hint);
  });

  it('says how to begin in the languages of the terminal and of the question', () => {
    const hint = {
      status: 0,
      stdout: expect.stringMatching(/^我还没有任何条目/),
      stderr: expect.stringMatching(/还没有任何条目/),
    };
    const folder = temporaryFolder({ 'club/.keep': '' });
    expect(run('main', folder, [], '这个应该怎么办？\n', { LANG: 'zh_CN.UTF-8' })).toMatchObject(hint);
  });

  it('does not start on a folder that is missing', () =>
    expect(run('main', temporaryFolder({}), [], 'why?\n')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^The bot did not start:\n.*club:1: there is no such folder/),
    }));
});
