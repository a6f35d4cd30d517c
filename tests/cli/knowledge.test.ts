import { execFile } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { entryText, PACK_JSON } from '../helpers/memory-files.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const run = promisify(execFile);

/** The built command line, in a world of its own. */
function worldOf(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder({
    'knowledge/rules/pack.json': PACK_JSON,
    'knowledge/rules/en/questions/why.md': entryText({
      title: 'Why was my account closed?',
      phrasings: ['account shut down'],
    }),
    'knowledge/rules/en/checks.md': '## silence\n- nice weather in the park today\n',
    ...files,
  });
  const env = {
    ...process.env,
    KNOWLEDGE_DIR: join(folder, 'knowledge'),
    DATABASE_URL: `sqlite:${folder}/w.db`,
    DEFAULT_LANGUAGE: 'en',
  };
  const wenda = async (...args: string[]) => {
    try {
      return {
        code: 0,
        ...(await run(process.execPath, ['dist/app/cli.js', ...args.map((arg) => arg.replace('@', folder))], { env })),
      };
    } catch (error) {
      return error as { code: number; stdout: string; stderr: string };
    }
  };
  return { folder, wenda };
}

const filesIn = (folder: string) =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((path) =>
      /\.(?:md|json)$/.test(path) ? [[path, readFileSync(join(folder, path), 'utf8')] as const] : [],
    ),
  );

describe('knowledge import --into', () => {
  it('makes a pack that passes its check, and the same import changes nothing', async () => {
    const { folder, wenda } = worldOf({
      'FAQ.md':
        '# Q: How do I join the club?\nA: Fill in <b>the form</b>.\n\n# Why not?\n\n# How do I leave?\nTell us.\n',
    });
    const first = await wenda(
      'knowledge',
      'import',
      '@/FAQ.md',
      '--into',
      '@/our-club',
      '--source-url',
      'https://club.example/faq',
    );
    expect(first.code).toBe(0);
    expect(first.stdout).toContain(`skipped: ${folder}/FAQ.md:4: no answer below the question "Why not?"`);
    expect(first.stdout).toContain(`repaired: HTML became plain text: ${folder}/FAQ.md:1\n`);
    expect(first.stdout).toContain('2 added, 0 changed, 0 unchanged, 1 repaired, 1 skipped\n');
    expect(first.stdout).toContain(`next: npm run --silent knowledge -- phrasings ${folder}/our-club\n`);
    expect(await wenda('knowledge', 'check', '@/our-club')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('no problems'),
    });
    const files = filesIn(join(folder, 'our-club'));
    expect(
      (
        await wenda(
          'knowledge',
          'import',
          '@/FAQ.md',
          '--into',
          '@/our-club',
          '--source-url',
          'https://club.example/faq',
        )
      ).stdout,
    ).toContain('0 added, 0 changed, 2 unchanged');
    expect(filesIn(join(folder, 'our-club'))).toEqual(files);
  });

  it('writes nothing where it is strict, or only asked', async () => {
    const { folder, wenda } = worldOf({ 'FAQ.md': '# Why not?\n\n# How do I leave?\nTell us.\n' });
    expect(await wenda('knowledge', 'import', '@/FAQ.md', '--into', '@/out', '--strict')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('nothing was imported'),
    });
    expect(await wenda('knowledge', 'import', '@/FAQ.md', '--into', '@/out', '--dry-run')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('1 added'),
    });
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});

describe('knowledge export and import', () => {
  it('carry everything over, byte for byte', async () => {
    const { folder, wenda } = worldOf({
      'FAQ.md': '# FAQ\n\n## How do I join the club?\n\nFill in the **form**.\n',
      'w2/keep': '',
    });
    expect(await wenda('knowledge', 'import', '@/FAQ.md')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('nothing was imported: add --into FOLDER for a pack, or --yes for the community'),
    });
    expect((await wenda('knowledge', 'import', '@/FAQ.md', '--yes')).stdout).toContain('imported, as change #1');
    expect((await wenda('ask', '--json', 'how do I join the club')).stdout).toContain(
      '"entry":"questions/how-do-i-join-the-club"',
    );
    expect(await wenda('knowledge', 'export', '@/out')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('2 packs'),
    });
    expect((await wenda('knowledge', 'import', '@/out')).stdout).toBe(
      '0 added, 0 changed, 2 unchanged\nquestions found: 2, entries made: 2, named: 0\n',
    );
    const other = worldOf({});
    cpSync(join(folder, 'out'), join(other.folder, 'in'), { recursive: true });
    expect((await other.wenda('knowledge', 'import', '@/in', '--yes')).code).toBe(0);
    expect((await other.wenda('knowledge', 'export', '@/out')).code).toBe(0);
    expect(filesIn(join(other.folder, 'out'))).toEqual(filesIn(join(folder, 'out')));
  });

  it('refuse what would break an answer, and what cannot be read, and then change nothing', async () => {
    const { wenda } = worldOf({
      'FAQ.md': '## Nice weather in the park today\n\nYes.\n',
      'broken.csv': 'question,answer\n"open,Yes.\n',
    });
    const refused = await wenda('knowledge', 'import', '@/FAQ.md', '--yes');
    expect(refused).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(
        'checks.md:2: “nice weather in the park today” would find questions/nice-weather-in-the-park-today instead of nothing',
      ),
    });
    expect(await wenda('knowledge', 'import', '@/broken.csv', '@/none.md')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/broken\.csv:[\s\S]*none\.md:1: there is no such file/),
    });
    expect((await wenda('knowledge', 'import', '@/FAQ.md', '--dry-run')).stdout).toMatch(
      /\+ en\/questions\/nice-weather-in-the-park-today[\s\S]*1 added/,
    );
    expect((await wenda('knowledge', 'import', '@/FAQ.md', '--force', '--yes')).stdout).toContain('imported');
  });

  it('say what they need', async () => {
    const { wenda } = worldOf({});
    for (const args of [
      ['export'],
      ['import', 'a', '--into', 'b', '--pack', 'c'],
      ['import', 'a', '--nothing'],
      ['export', '@/x', '--community', 'nowhere'],
    ])
      expect(await wenda('knowledge', ...args), args.join(' ')).toMatchObject({ code: 2, stdout: '' });
    expect(await wenda('knowledge', 'export', '@/knowledge')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('not empty'),
    });
  });
});
