import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { publishedOn } from '../../eval/published.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const run = promisify(execFile);
const lines = (...all: readonly object[]): string => all.map((one) => JSON.stringify(one)).join('\n');

const FILES = {
  'tiny/entries.jsonl': lines(
    {
      id: 'hours',
      lang: 'en',
      question: 'When is the library open?',
      aliases: ['opening hours', 'what time do you close'],
    },
    {
      id: 'join',
      lang: 'en',
      question: 'How do I become a member?',
      aliases: ['get a library card', 'join the library'],
    },
    {
      id: 'fees',
      lang: 'en',
      question: 'What does a lost book cost?',
      aliases: ['I have lost a book', 'replace a lost book'],
    },
  ),
  'tiny/val.jsonl': lines(
    { text: 'opening hours of the library', gold: 'hours' },
    { text: 'I want to join', gold: 'join' },
    { text: 'zzz', gold: null },
  ),
};

/** The built eval, without the peers that somebody may have installed. */
async function evaluate(
  folder: string,
  ...args: string[]
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const told = ['dist/eval/main.js', '--only', 'Wenda,MiniSearch', '--data', folder, ...args];
  try {
    return { code: 0, ...(await run(process.execPath, told, { timeout: 200_000 })) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

const cellsOf = (stdout: string): string[][] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));

describe('npm run eval', () => {
  it('prints the table of a data folder and writes the page', async () => {
    const folder = temporaryFolder(FILES);
    const { code, stdout } = await evaluate(folder, '--page', join(folder, 'page.html'));
    expect(code).toBe(0);
    const [head = [], , ...rows] = cellsOf(stdout);
    expect(head.slice(0, 5)).toEqual(['set', 'engine', 'questions', 'chatter', 'top-1 %']);
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ['tiny', 'Wenda', '2', '1', '100.0'],
      ['tiny', 'MiniSearch', '2', '1', '100.0'],
    ]);
    expect(rows.every((row) => row.length === head.length)).toBe(true);
    expect(readFileSync(join(folder, 'page.html'), 'utf8')).toContain('<h2>tiny</h2>');
  });

  it('ends an engine that takes too long, and goes on', async () => {
    const { code, stdout } = await evaluate(temporaryFolder(FILES), '--limit', '0.01');
    expect(code).toBe(0);
    expect(cellsOf(stdout).slice(2)).toEqual(
      ['Wenda', 'MiniSearch'].map((engine) => ['tiny', engine, 'over 0.01 s', ...Array(14).fill('-')]),
    );
  });

  it('tells what failed', async () => {
    const { code, stdout, stderr } = await evaluate(
      temporaryFolder({ 'tiny/entries.jsonl': FILES['tiny/entries.jsonl'] }),
    );
    expect(code).toBe(2);
    expect(stdout).toContain('| tiny | MiniSearch | failed |');
    expect(stderr).toMatch(/^Wenda: .*ENOENT.*val\.jsonl/m);
  });

  it.each([
    [['--limit', 'soon'], '--limit soon: not a number of seconds'],
    [['--only', 'grep'], '--only grep: no such engine'],
    [['nowhere'], 'nowhere: no data set'],
  ])('refuses %j', async (args, complaint) => {
    const { code, stderr } = await evaluate(temporaryFolder(FILES), ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(complaint);
  });
});

describe('published figures', () => {
  it('are shown for the set that they are about', () => {
    expect(publishedOn(['xquad-en', 'clinc_10'])).toEqual([]);
    expect(publishedOn(['clinc_full'])[0]).toMatch(/^Published, not measured here.*Larson et al. 2019/s);
  });
});
