import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { rereading } from '../../eval/fit/observe.ts';
import { analyzer } from '../../src/core/text/analyze.ts';
import { EN } from '../helpers/languages.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const run = promisify(execFile);
const FIT = resolve('dist/eval/fit/main.js');

describe('an analyzer that reads each text once', () => {
  it('reads as the plain one does, and corrects anew', () => {
    const plain = analyzer(EN);
    const kept = rereading(plain);
    expect(kept.analyze('What is a refund?')).toBe(kept.analyze('What is a refund?'));
    expect(kept.analyze('What is a refund?').features).toEqual(plain.analyze('What is a refund?').features);
    const reread = (words: readonly string[]) => words.map((word) => (word === 'refund' ? 'return' : word));
    expect(kept.analyze('What is a refund?', reread).surface).toContain('return');
  });
});

/** Sets of two entries in a language that nobody has described, and passages. */
function tinySets(): Record<string, string> {
  const lines = (...all: readonly object[]) => all.map((one) => JSON.stringify(one)).join('\n');
  const entries = ['open', 'close', 'lend'].map((id) => ({
    id,
    lang: 'xx',
    question: `how ${id} books`,
    aliases: [`${id} a book`, `please ${id} it`],
  }));
  const asked = entries.map(({ id }) => ({ text: `${id} this`, gold: id }));
  const intents = ['banking77', 'clinc_full', 'hwu64_10'].flatMap((name) => [
    [`${name}/entries.jsonl`, lines(...entries)],
    [`${name}/val.jsonl`, lines(...asked, { text: 'rain', gold: null })],
  ]);
  const passages = ['ar', 'en', 'es', 'ru', 'zh'].flatMap((tag) => [
    [
      `xquad-${tag}/paragraphs.jsonl`,
      lines({ id: 1, text: 'The book is open.' }, { id: 2, text: 'The house is closed.' }),
    ],
    [`xquad-${tag}/questions.jsonl`, lines({ text: 'book open', gold: 1 }, { text: 'house', gold: 2 })],
  ]);
  const faq = [
    [
      'faq/tiny/pack/pack.json',
      JSON.stringify({ title: { en: 'Library' }, defaultLanguage: 'en', sources: { rules: { title: 'Rules' } } }),
    ],
    [
      'faq/tiny/pack/en/questions/hours.md',
      '---\nsources: [rules]\n---\n# When is the library open?\n\n> - opening hours\n\nFrom nine to six.\n',
    ],
    [
      'faq/tiny/questions.jsonl',
      lines({ text: 'when open', expect: ['questions/hours'] }, { text: 'lol', expect: null }),
    ],
  ];
  return Object.fromEntries([...intents, ...passages, ...faq]) as Record<string, string>;
}

describe('npm run fit -- --check', () => {
  it('says that nothing was checked where the usual data is not there', async () => {
    // Nothing stands beside a folder inside a folder that was just made; the system's own may have such data.
    const cwd = join(temporaryFolder({ 'checkout/.keep': '' }), 'checkout');
    const { stdout } = await run(process.execPath, [FIT, '--check'], { cwd });
    expect(stdout).toBe('Not checked that the weights are what the fit gives: ../shared/data is not there\n');
  });

  it('tells weights that are not what the fit gives, and leaves them', async () => {
    const checked = run(process.execPath, [FIT, temporaryFolder(tinySets()), '--check'], { timeout: 500_000 });
    await expect(checked).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /^src\/core\/ranking\/weights\.ts is not what the fit gives \(run: npm run fit -- /,
      ),
    });
  });
});
