import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lacksBuilt } from './helpers/lacks.ts';
import { temporaryFolder } from './helpers/temporary-folder.ts';

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') && name !== 'tutorial.md' ? [`docs/${name}`] : [])),
];
/** Has a test of its own, because its commands build on what the reader writes between them. */
const TUTORIAL = 'docs/tutorial.md';

/** Commands that fetch or build this very project, or run its tests. */
const ELSEWHERE = [/^git /, /^cd wenda$/, /^npm ci$/, /^npm install /, /^npx vitest /, /^npm run (?:build|check)$/];

/** Lines of blocks that are marked as commands of a shell. */
function commandsIn(file: string): string[] {
  const blocks = [...readFileSync(file, 'utf8').matchAll(/^( *)```sh\n([\s\S]*?)^\1```/gm)].map(
    ([, , block = '']) => block,
  );
  const lines = blocks.flatMap((block) => block.split('\n')).map((line) => line.trim());
  return lines.filter((line) => line !== '' && !ELSEWHERE.some((pattern) => pattern.test(line)));
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** Stands for npm in a folder that has no package.json: runs the script of the same name, as it was built. */
const NPM = `#!/bin/sh
[ "$1" = run ] && shift
[ "$1" = --silent ] && shift
script=$1
shift
[ "$1" = -- ] && shift
case $script in
${Object.entries(scripts)
  .flatMap(([name, script]) =>
    script.includes('ops/run.js')
      ? [
          `  ${name}) exec "${process.execPath}" ${script.slice(5).replace('ops/run.js', resolve('dist/app/wenda.js'))} "$@" ;;`,
        ]
      : [],
  )
  .join('\n')}
esac
echo "no script $script" >&2
exit 127
`;

/** What an owner may have lying about, under the names in the documents. */
const FILES = {
  'bin/npm': NPM,
  'knowledge/office/pack.json': JSON.stringify({
    title: { en: 'Office' },
    defaultLanguage: 'en',
    sources: { rules: { title: 'Rules' } },
  }),
  'knowledge/office/en/questions/hours.md':
    '---\nsources: [rules]\n---\n# When is the office open?\n\n> - opening hours of the office\n\nFrom nine to five.\n',
  'questions.jsonl': '{"id": 1, "text": "when is the office open?", "locale": "en"}\n',
  'FAQ.md': '## How do I pay?\n\nAt the desk, by card.\n',
  'faq.csv': 'question,answer\nWhere is the desk?,Behind the door.\n',
  'docs/lost.md': '# I have lost my key\n\nAsk at the desk for another one.\n',
  'result.json': readFileSync('tests/fixtures/chats/result.json', 'utf8'),
  'tags.json': JSON.stringify([{ name: 'regras', content: 'Leia as regras antes de escrever no servidor.' }]),
};

/** In which the bot has run before: there is a database, and what it learned. */
let used: string;

/** A folder in which the commands of the documents can be typed. */
function ownerFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder({});
  cpSync(used, folder, { recursive: true });
  for (const [path, words] of Object.entries(files)) writeFileSync(join(folder, path), words);
  return folder;
}

async function run(command: string, folder: string, input = '') {
  const env = { PATH: `${join(folder, 'bin')}:${process.env.PATH}` };
  const child = spawn('sh', ['-c', command], { cwd: folder, env });
  child.stdin.end(input);
  const [out, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { command, code: Number(code), out, errors };
}

// `npm ci` builds; without a build there is nothing to run.
describe.skipIf(lacksBuilt('dist/app/cli.js'))('commands of', () => {
  beforeAll(async () => {
    used = mkdtempSync(join(tmpdir(), 'wenda-owner-'));
    for (const [path, words] of Object.entries(FILES)) {
      mkdirSync(dirname(join(used, path)), { recursive: true });
      writeFileSync(join(used, path), words);
    }
    chmodSync(join(used, 'bin/npm'), 0o755);
    expect((await run('npm start', used, 'when is the office open?\n')).code).toBe(0);
  });
  afterAll(() => rmSync(used, { recursive: true, force: true }));

  it.each(DOCUMENTS.filter((file) => commandsIn(file).length > 0))('%s succeed, one after the other', async (file) => {
    const folder = ownerFolder();
    for (const line of commandsIn(file)) {
      const { command, code, out, errors } = await run(line, folder, 'when is the office open?\n');
      expect({ command, code, told: code === 0 ? '' : out + errors }).toEqual({ command, code: 0, told: '' });
    }
  });

  it.each([
    ['README.md', 'how can I join', 'How do I become a member?'],
    ['README.zh-CN.md', '我想加入', '怎样才能成为会员？'],
  ])('%s lead to an answer of the new pack', async (file, question, title) => {
    const made = commandsIn(file).find((command) => / new /.test(command));
    const { code, out } = await run(
      `${made} && echo KNOWLEDGE_DIR=./my-club > .env && echo ${question} | npm start`,
      ownerFolder(),
    );
    expect([code, out]).toEqual([0, expect.stringContaining(title)]);
  });

  it(`${TUTORIAL} lead to an answer in other words, by the phrasings that it shows`, async () => {
    const shown = readFileSync(TUTORIAL, 'utf8');
    const [faq = '', answered = '', phrased = '', checks = ''] = [
      ...shown.matchAll(/^```markdown\n([\s\S]*?)^```/gm),
    ].map(([, block = '']) => block);
    const folder = ownerFolder({ 'FAQ.md': faq });
    const [imported = '', prompted = '', checked = '', started = '', asked = '', ...rest] = commandsIn(TUTORIAL);
    expect(rest).toEqual([]);
    expect((await run(imported, folder)).code).toBe(0);
    expect((await run(prompted, folder)).code).toBe(0);
    expect(readFileSync(join(folder, 'prompt.txt'), 'utf8')).toContain('## questions/what-does-membership-cost');
    writeFileSync(join(folder, 'answer.txt'), answered);
    const [take = ''] = /^npm run .*--take answer\.txt$/m.exec(shown) ?? [];
    expect((await run(`${take} --yes`, folder)).code).toBe(0);
    const entry = join(folder, 'our-club/en/questions/what-does-membership-cost.md');
    expect(readFileSync(entry, 'utf8')).toContain(phrased);
    writeFileSync(join(folder, 'our-club/en/checks.md'), checks);
    expect(await run(checked, folder)).toMatchObject({ code: 0, out: expect.stringContaining('3 checks passed') });
    writeFileSync(join(folder, '.env'), 'KNOWLEDGE_DIR=./our-club\n');
    const answer = { code: 0, out: expect.stringContaining('30 € a month') };
    expect(await run(started, folder, 'whats the fee\n')).toMatchObject(answer);
    expect(await run(asked, folder)).toMatchObject(answer);
  });
});
