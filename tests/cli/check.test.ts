import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { UNTRAINED_WEIGHTS } from '../../src/core/calibration/calibrate.ts';
import { weightsText } from '../../src/knowledge/packs/weights-file.ts';
import { entryText, PACK_JSON } from '../helpers/memory-files.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

/** `knowledge check` of the built program. */
function check(files: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const folder = temporaryFolder(files);
  const env = { PATH: process.env.PATH, KNOWLEDGE_DIR: join(folder, 'nothing'), DATABASE_URL: 'sqlite::memory:' };
  const { status, stdout } = spawnSync(
    process.execPath,
    ['dist/app/cli.js', 'knowledge', 'check', folder, ...options],
    {
      env,
      encoding: 'utf8',
    },
  );
  return { status, lines: stdout.replaceAll(`${folder}/`, '').trim().split('\n') };
}

it('knowledge check gives advice with file, line and cure, and an exit code that does not depend on it', () => {
  const { status, lines } = check({
    'club/pack.json': PACK_JSON,
    'club/en/questions/join.md': entryText({ title: 'How do I join?', phrasings: [], answer: 'TODO' }),
    'shown/pack.json': PACK_JSON.replace('{', '{"example":true,'),
    'shown/en/questions/join.md': entryText({}),
  });
  expect(lines).toEqual([
    'club en: 1 of 1 entries',
    'shown: an example, which is passed over beside other packs (name it in KNOWLEDGE_DIR to load it, too)',
    'advice: club/en/questions/join.md:4: only the heading finds this entry, by “join” (add other ways to ask: lines `> - ...`; only its answer says “todo”)',
    'advice: club/en/questions/join.md:4: the answer is only a stopgap (write what a person should be told; each answer is shown alone)',
    'no problems; 0 checks passed; 2 pieces of advice',
  ]);
  expect(status).toBe(0);
});

it('knowledge check says once that most entries lack phrasings, and names the ten that need them most', () => {
  const files = Array.from({ length: 15 }, (_, at) => [
    `club/en/questions/q${at}.md`,
    entryText({ title: `How do I reach room ${at}?`, phrasings: [], answer: `Take staircase ${at} to the landing.` }),
  ]);
  const other = ['team/en/questions/rent.md', entryText({ title: 'How do I rent it?', phrasings: [], answer: 'TODO' })];
  const pack = { 'club/pack.json': PACK_JSON, 'team/pack.json': PACK_JSON, ...Object.fromEntries([...files, other]) };
  const { lines } = check(pack);
  const named = (all: readonly string[]) => all.filter((line) => /^advice: .*(?:asked by|only the heading)/.test(line));
  expect(named(lines)).toHaveLength(10);
  expect(lines.filter((line) => line.includes('have fewer than'))).toEqual([
    'advice: 15 of 15 entries (en) have fewer than 4 phrasings: npm run --silent knowledge -- phrasings club',
  ]);
  expect(lines.at(-1)).toContain('; 12 pieces of advice');
  const all = check(pack, '--all').lines;
  expect(named(all)).toHaveLength(16);
  expect(all.at(-1)).toBe(lines.at(-1));
});

it('knowledge check ends quietly where nobody reads on', async () => {
  const folder = temporaryFolder({
    'club/pack.json': PACK_JSON,
    'club/en/questions/a.md': '',
    'club/en/questions/b.md': '',
  });
  const child = spawn(process.execPath, ['dist/app/cli.js', 'knowledge', 'check', folder]);
  child.stdout.destroy();
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  expect([errors, code]).toEqual(['', 1]);
});

it('knowledge check of a folder without a pack is a problem', () => {
  const { status, lines } = check({});
  expect(status).toBe(1);
  expect(lines[0]).toMatch(/no pack was found \(the command `knowledge new FOLDER`/);
});

it('knowledge check counts weights of other texts as a problem, and knowledge weigh removes what serves nobody', () => {
  const fittedTo = { language: 'other', entries: {} };
  const files = {
    'club/pack.json': PACK_JSON,
    'club/en/questions/join.md': entryText({ title: 'How do I join?' }),
    'club/weights.json': weightsText({ en: { ...UNTRAINED_WEIGHTS, fittedTo } }),
  };
  const { status, lines } = check(files);
  expect(lines.filter((line) => line.startsWith('club/weights.json:1: '))).toHaveLength(1);
  expect(status).toBe(1);
  const folder = join(temporaryFolder(files), 'club');
  const weigh = ['dist/app/cli.js', 'knowledge', 'weigh', folder];
  const weighed = spawnSync(process.execPath, weigh, { env: { PATH: process.env.PATH }, encoding: 'utf8' });
  expect([weighed.status, weighed.stdout]).toEqual([0, expect.stringContaining('nothing to weigh')]);
  expect(existsSync(join(folder, 'weights.json'))).toBe(false);
});

it('knowledge weigh writes weights that the check then has nothing against', () => {
  const ways = ['where is the', 'who has the', 'how about the', 'is there a', 'i need a', 'tell me of the'];
  const phrasings = (thing: string) => ways.flatMap((way) => [`${way} ${thing}`, `${way} ${thing} today`]);
  const entries = ['wifi', 'card', 'garage', 'luggage'].map((thing) => [
    `club/en/questions/${thing}.md`,
    entryText({ title: `Where is the ${thing} kept?`, phrasings: phrasings(thing), answer: `The ${thing} is there.` }),
  ]);
  const folder = temporaryFolder({ 'club/pack.json': PACK_JSON, ...Object.fromEntries(entries) });
  const run = (command: string, path: string) =>
    spawnSync(process.execPath, ['dist/app/cli.js', 'knowledge', command, path], {
      env: { PATH: process.env.PATH, WENDA_CACHE: temporaryFolder({}) },
      encoding: 'utf8',
    });
  const { status, stdout } = run('weigh', join(folder, 'club'));
  expect([status, stdout]).toEqual([0, expect.stringMatching(/weights\.json: en\n$/)]);
  expect(run('check', folder).stdout).toContain('no problems');
});
