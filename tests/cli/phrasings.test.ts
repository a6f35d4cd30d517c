import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { readPhrasingFiles } from '../../src/knowledge/phrasings/phrasing-files.ts';
import { PACK_JSON } from '../helpers/memory-files.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const entry = (title: string, answer: string, ...phrasings: readonly string[]) =>
  `---\n# kept\nas_of: 2026-11\nsources: [rules]\n---\n# ${title}\n\n${phrasings.map((one) => `> - ${one}\n`).join('')}${
    phrasings.length > 0 ? '\n' : ''
  }${answer}\n`;
const PACK = {
  'club/pack.json': PACK_JSON,
  'club/en/questions/join.md': entry('How do I become a member?', 'Fill in the form at the desk.'),
  'club/en/questions/cost.md': entry('What does membership cost?', 'Thirty euros a month.', 'membership fee'),
};
const ANSWER = `Here you are:

## questions/join
- where do i sign up
- How do I become a member

## questions/cst
- **price for students**
`;

/** `knowledge phrasings` of the built program. */
function phrasings(folder: string, ...args: readonly string[]) {
  const env = { PATH: process.env.PATH, WENDA_CACHE: join(folder, 'cache'), DATABASE_URL: 'sqlite::memory:' };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(process.cwd(), 'dist/app/cli.js'), 'knowledge', 'phrasings', ...args],
    { env, encoding: 'utf8', cwd: folder },
  );
  return { status, stderr, lines: stdout.trimEnd().split('\n') };
}

it('knowledge phrasings says what there is, what to expect, and what to do', () => {
  const { status, lines } = phrasings(temporaryFolder(PACK), 'club');
  expect(lines).toEqual([
    'en: 2 of 2 entries have fewer than 5 phrasings, 1 of them none',
    "  of 100 questions in members' words, some 31 get the right answer at once; with 5 phrasings each, some 58 would",
    'next, one of these (docs/tutorial.md shows both):',
    '  npm run --silent knowledge -- phrasings club --prompt prompt.txt',
    '  npm run --silent knowledge -- phrasings club --model NAME --api URL',
  ]);
  expect(status).toBe(0);
});

it('writes a prompt, again over itself, and over nothing else', () => {
  const folder = temporaryFolder(PACK);
  for (const _ of [1, 2]) {
    const { status, lines } = phrasings(folder, 'club', '--prompt', 'ask.txt');
    expect(status).toBe(0);
    expect(lines).toContain('written: ask.txt (2 entries, en)');
    expect(lines.at(-1)).toContain('phrasings club --take answer.txt');
  }
  expect(readFileSync(join(folder, 'ask.txt'), 'utf8')).toContain('## questions/cost\nHeading: What does membership');
  const { status, stderr } = phrasings(folder, 'club', '--prompt', 'club/pack.json');
  expect([status, stderr]).toEqual([1, 'club/pack.json: there is a file that is no prompt (choose another name)\n']);
  expect(phrasings(folder, 'club', '--prompt', 'ask.txt', '--wanted', '1').lines).toContain(
    'written: ask.txt (1 entries, en)',
  );
});

it('shows what came back, writes nothing unasked, then all that passes, and goes on with the rest', () => {
  const folder = temporaryFolder({ ...PACK, 'answer.txt': ANSWER });
  const shown = phrasings(folder, 'club', '--take', 'answer.txt');
  expect(shown.status).toBe(1);
  expect(shown.lines).toEqual([
    'questions/join (en): How do I become a member?',
    '  + where do i sign up',
    '  - How do I become a member   [says what the entry already has]',
    'questions/cost (en): What does membership cost?',
    '  + price for students',
    'note: "questions/cst" was taken for questions/cost',
    '2 taken, 0 doubtful, 1 refused',
    'nothing was written (add --yes to take all that pass)',
  ]);
  expect(readFileSync(join(folder, 'club/en/questions/join.md'), 'utf8')).toBe(PACK['club/en/questions/join.md']);
  const taken = phrasings(folder, 'club', '--take', 'answer.txt', '--yes');
  expect(taken.status).toBe(0);
  expect(taken.lines).toContain('~ club/en/questions/join.md: 1 more');
  expect(taken.lines).toContain('  npm run --silent ask -- --knowledge club "where do i sign up"');
  expect(taken.lines).toContain('en: 2 of 2 entries have fewer than 5 phrasings, 0 of them none');
  expect(readFileSync(join(folder, 'club/en/questions/join.md'), 'utf8')).toBe(
    entry('How do I become a member?', 'Fill in the form at the desk.', 'where do i sign up'),
  );
  expect(readFileSync(join(folder, 'club/en/questions/cost.md'), 'utf8')).toBe(
    entry('What does membership cost?', 'Thirty euros a month.', 'membership fee', 'price for students'),
  );
  expect(readdirSync(join(folder, 'club/en/questions')).sort()).toEqual(['cost.md', 'join.md']);
  const again = phrasings(folder, 'club', '--take', 'answer.txt', '--yes');
  expect([again.status, again.lines.at(-1)]).toEqual([1, 'nothing was written: nothing is to be taken']);
});

it('a file that changed meanwhile keeps all from being written', async () => {
  const folder = temporaryFolder(PACK);
  const files = await readPhrasingFiles(join(folder, 'club'));
  const edited = `${PACK['club/en/questions/cost.md']}More.\n`;
  writeFileSync(join(folder, 'club/en/questions/cost.md'), edited);
  const added = ['join', 'cost'].map((name) => ({ id: `questions/${name}`, language: 'en', phrasings: ['new words'] }));
  const { problems, written } = await files.write(added);
  expect(problems).toEqual([
    expect.stringMatching(/cost\.md: the file was changed meanwhile \(run the command again\)$/),
  ]);
  expect(written).toEqual([]);
  expect(readFileSync(join(folder, 'club/en/questions/join.md'), 'utf8')).toBe(PACK['club/en/questions/join.md']);
  expect(readFileSync(join(folder, 'club/en/questions/cost.md'), 'utf8')).toBe(edited);
});

describe('with a model', () => {
  /** The command beside a service in this process. @param answer to each call: a text, or a status */
  async function byModel(folder: string, answer: (call: number) => string | number, ...args: readonly string[]) {
    const prompts: string[] = [];
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        prompts.push(JSON.parse(body).messages[0].content);
        const words = answer(prompts.length);
        if (typeof words === 'number') return response.writeHead(words).end('no');
        return response.end(JSON.stringify({ choices: [{ message: { content: words } }] }));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    const child = spawn(
      process.execPath,
      [
        join(process.cwd(), 'dist/app/cli.js'),
        'knowledge',
        'phrasings',
        'club',
        '--model',
        'small',
        '--api',
        api,
        ...args,
      ],
      {
        env: { PATH: process.env.PATH, WENDA_CACHE: join(folder, 'cache'), PHRASINGS_API_KEY: 'the-key' },
        cwd: folder,
      },
    );
    child.stdin.end();
    const [out, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    server.close();
    return { out, errors, code, prompts, host: new URL(api).host };
  }

  it('it says what goes where, asks, and writes what passes', async () => {
    const folder = temporaryFolder(PACK);
    const { out, errors, code, prompts, host } = await byModel(folder, () => ANSWER, '--yes');
    expect(errors).toContain(
      `2 headings, each with the beginning of its answer, go to small at ${host}, in 1 request\n`,
    );
    expect([code, prompts.length]).toEqual([0, 1]);
    expect(prompts[0]).toContain('## questions/join');
    expect(out).toContain('~ club/en/questions/join.md: 1 more');
    expect(out + errors).not.toContain('the-key');
    expect(readdirSync(join(folder, 'cache/phrasings'))).toEqual([]);
  });

  it('an answer that came is not asked for again', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `club/en/questions/q${at}.md`,
        entry(`Where is the room for hobby ${'abcdefghijkl'[at]}?`, `Up the stairs, door ${at}.`),
      ]),
    );
    const folder = temporaryFolder({ 'club/pack.json': PACK_JSON, ...many });
    const first = await byModel(
      folder,
      (call) => (call === 1 ? '## questions/q0\n- how do i find the hobby floor\n' : 400),
      '--yes',
    );
    expect(first.errors).toMatch(/it answers 400: no/);
    expect([first.code, first.prompts.length]).toEqual([1, 2]);
    const second = await byModel(folder, () => '## questions/q9\n- which door is it for crafts upstairs\n', '--yes');
    expect([second.prompts.length, second.code]).toEqual([1, 0]);
    expect(second.out).toContain('~ club/en/questions/q0.md: 1 more');
  });
});

it.each([
  [['club', '--model', 'small'], 2, /--api URL is missing/],
  [['club', '--api', 'http://localhost:1'], 2, /--model NAME is missing/],
  [['club', '--model', 'small', '--api', 'there'], 2, /--api there is no address/],
  [['club', 'answer.txt'], 2, /--take is missing/],
  [['club', '--take', 'nothing.txt'], 1, /nothing\.txt: this cannot be read: ENOENT/],
  [['club', '--wanted', '0'], 2, /--wanted 0 is no number from 1 to 50/],
  [['club', '--prompt', 'a', '--take', 'b'], 2, /leave all but one of them out/],
  [['nowhere'], 2, /there is no such folder/],
])('%s is refused', (args, code, words) => {
  const { status, stderr, lines } = phrasings(temporaryFolder(PACK), ...args);
  expect(`${stderr}${lines.join('\n')}`).toMatch(words);
  expect(status).toBe(code);
});
