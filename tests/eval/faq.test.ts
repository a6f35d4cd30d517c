import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { draftPlot, pointOf } from '../../eval/drafts/draft-plot.ts';
import { draftTable } from '../../eval/drafts/draft-table.ts';
import { type FaqOptions, familyOf, faqFolders, readFaq } from '../../eval/faq.ts';
import { metricsOf } from '../../eval/metrics.ts';
import type { Outcome } from '../../eval/outcome.ts';
import type { Shown } from '../../eval/page/shown.ts';
import { readSet, type Source } from '../../eval/sets.ts';
import { curveText, type Judged, thresholdTable } from '../../eval/threshold-table.ts';
import { totalsOf } from '../../eval/totals.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const run = promisify(execFile);
const lines = (...all: readonly object[]): string => all.map((one) => JSON.stringify(one)).join('\n');

const entry = (title: string, phrasings: readonly string[], answer: string): string =>
  `---\nsources: [rules]\n---\n# ${title}\n\n${phrasings.map((text) => `> - ${text}\n`).join('')}\n${answer}\n`;

const QUESTIONS = [
  { text: 'when do you open', locale: 'en-GB', expect: ['questions/hours'] },
  { text: 'how to become a member', expect: ['questions/join', 'questions/hours'], kind: 'ask' },
  { text: 'lol nice', expect: null },
  { text: 'when does the cinema open', expect: null, kind: 'near' },
];
const FILES = {
  'tiny/pack/pack.json': JSON.stringify({
    title: { en: 'Library' },
    defaultLanguage: 'en',
    sources: { rules: { title: 'Rules' } },
  }),
  'tiny/pack/en/questions/hours.md': entry(
    'When is the library open?',
    ['opening hours', 'what time do you close'],
    'From nine to six.',
  ),
  'tiny/pack/en/questions/join.md': entry(
    'How do I become a member?',
    ['get a library card', 'join the library'],
    'Bring a letter with your address.',
  ),
  'tiny/questions.jsonl': lines(...QUESTIONS),
};

describe('the made-up FAQs', () => {
  it.each(['fitted', 'held-out'])('%s: can be read, and are asked about what is near them, too', async (half) => {
    const faqs = await Promise.all(faqFolders(join('eval/faqs', half)).map((folder) => readFaq(folder)));
    expect(new Set(faqs.map(({ language }) => language)).size).toBeGreaterThanOrEqual(4);
    for (const { name, entries, questions } of faqs) {
      expect(entries.length, name).toBeGreaterThanOrEqual(22);
      const countOf = (kind?: string) => questions.filter((one) => one.kind === kind).length;
      expect([undefined, 'near', 'vague', 'chatter'].map(countOf), name).toEqual([32, 16, 4, 8]);
    }
  });
});

describe('the small packs', () => {
  it.each(['tuned', 'held-out'])(
    '%s: can be read, and are asked as much about other things as about themselves',
    async (half) => {
      const faqs = await Promise.all(faqFolders(join('eval/small', half)).map((folder) => readFaq(folder)));
      expect(new Set(faqs.map(({ language }) => language)).size).toBeGreaterThanOrEqual(3);
      for (const { name, entries, questions } of faqs) {
        expect(entries.length, name).toBeLessThanOrEqual(6);
        expect(questions.filter(({ kind }) => kind === 'near').length, name).toBe(
          questions.filter(({ gold }) => gold.length > 0).length,
        );
      }
    },
  );
});

describe('the packs of swaps', () => {
  it.each(['fitted', 'held-out'])(
    '%s: have drafts, and are asked as much about siblings as about themselves',
    async (half) => {
      const faqs = await Promise.all(
        faqFolders(join('eval/swaps', half)).map((folder) => readFaq(folder, { drafted: 5 })),
      );
      expect(new Set(faqs.map(({ language }) => language)).size).toBe(faqs.length);
      for (const { name, entries, questions } of faqs) {
        expect(
          entries.map(({ phrasings }) => phrasings.length),
          name,
        ).toEqual(new Array(10).fill(5));
        const countOf = (kind: string | undefined) => questions.filter((one) => one.kind === kind).length;
        expect([undefined, 'near', 'vague', 'chatter'].map(countOf), name).toEqual([12, 16, 2, 4]);
        const lines = new Set(entries.flatMap(({ title, phrasings }) => [title, ...phrasings]));
        expect(
          questions.filter(({ text }) => lines.has(text)),
          name,
        ).toEqual([]);
      }
    },
  );
});

describe('a FAQ', () => {
  it('gets drafted phrasings behind its own', async () => {
    const drafts = 'hours\twhen do you shut\nhours\tcan i come at ten\njoin\tsign up\n';
    const folder = join(temporaryFolder({ ...FILES, 'tiny/drafts.tsv': drafts, 'more.tsv': 'join\tenrol\n' }), 'tiny');
    const phrasings = async (options: FaqOptions) =>
      (await readFaq(folder, options)).entries.map((one) => one.phrasings);
    expect(await phrasings({ drafted: 1 })).toEqual([
      ['opening hours', 'what time do you close', 'when do you shut'],
      ['get a library card', 'join the library', 'sign up'],
    ]);
    expect(await phrasings({ phrasings: 0, drafted: 5, drafts: join(folder, '../more.tsv') })).toEqual([[], ['enrol']]);
  });

  it('with more and more drafts has a row for each step, and a plot', async () => {
    const folder = temporaryFolder({ ...FILES, 'tiny/drafts.tsv': 'join\tsign up\n' });
    const written: string[] = [];
    const asked: Source[] = [];
    const outcome: Outcome = { gold: ['a'], ranked: ['a'], score: 1, sure: true, offered: false, ms: 1 };
    const steps = await draftTable([folder], {
      measure: async (source) => {
        asked.push(source);
        return {
          row: { set: 'tiny', engine: 'Wenda', figures: { ...metricsOf([outcome]), build: 1, memory: 1 } },
          outcomes: [outcome],
        };
      },
      write: (text) => void written.push(text),
      onProgress: () => undefined,
    });
    expect(asked.map((source) => 'drafted' in source && source.drafted)).toEqual([0, 1, 2, 3, 5]);
    expect(written.join('')).toContain('| tiny, 3 drafted |');
    expect(written.at(-1)).toContain('| all, 5 drafted |');
    expect(draftPlot(steps.map(pointOf)).match(/<circle/g)?.length).toBe(3 * 5);
    await expect(
      draftTable([folder], {
        drafts: folder,
        measure: () => Promise.reject(new Error()),
        write: () => undefined,
        onProgress: () => undefined,
      }),
    ).rejects.toThrow('has drafts');
  });

  it('is a pack in the format of the bot, and what is asked of it', async () => {
    const folder = join(temporaryFolder(FILES), 'tiny');
    expect(await readFaq(folder)).toMatchObject({
      name: 'tiny',
      language: 'en',
      entries: [
        {
          id: 'questions/hours',
          title: 'When is the library open?',
          phrasings: ['opening hours', 'what time do you close'],
          answer: 'From nine to six.',
        },
        { id: 'questions/join', phrasings: ['get a library card', 'join the library'] },
      ],
      questions: [
        { text: 'when do you open', locale: 'en-GB', gold: ['questions/hours'], kind: undefined },
        { locale: 'en', gold: ['questions/join', 'questions/hours'], kind: undefined },
        { gold: [], kind: 'chatter' },
        { gold: [], kind: 'near' },
      ],
    });
  });

  it('can lose phrasings, in every form in which engines read it', async () => {
    const folder = join(temporaryFolder(FILES), 'tiny');
    for (const phrasings of [0, 1]) {
      const { entries, knowledge = [] } = await readSet({ faq: folder, phrasings });
      expect(entries.map((one) => one.phrasings.length)).toEqual([phrasings, phrasings]);
      expect(knowledge.flatMap(({ texts }) => [...texts.values()].map((text) => text.phrasings.length))).toEqual([
        phrasings,
        phrasings,
      ]);
    }
  });

  it('is found by itself or in a folder, and its variants belong together', () => {
    const folder = temporaryFolder({ ...FILES, 'other/questions.jsonl': '' });
    expect(faqFolders(folder)).toEqual([join(folder, 'tiny')]);
    expect(faqFolders(join(folder, 'tiny'))).toEqual([join(folder, 'tiny')]);
    expect(() => faqFolders(join(folder, 'other'))).toThrow(/other: no FAQ \(expected pack\/ and questions\.jsonl/);
    expect(['club-2-phrasings', 'club'].map(familyOf)).toEqual(['club', 'club']);
  });

  it.each([
    [
      { text: 'hi', expect: ['questions/nowhere'] },
      /questions\.jsonl: question 1: the pack has no entry questions\/nowhere/,
    ],
    [{ text: 'hi', expect: null, kind: 'ask' }, /question 1: no such kind: ask \(there are chatter, near, vague\)/],
  ])('refuses %j', async (line, complaint) => {
    const folder = join(temporaryFolder({ ...FILES, 'tiny/questions.jsonl': lines(line) }), 'tiny');
    await expect(readFaq(folder)).rejects.toThrow(complaint);
  });

  it('is not read from a pack with errors', async () => {
    const folder = join(temporaryFolder({ ...FILES, 'tiny/pack/en/questions/hours.md': 'no heading' }), 'tiny');
    await expect(readFaq(folder)).rejects.toThrow(/hours\.md:1: /);
  });
});

const outcome = (one: Partial<Outcome>): Outcome => ({
  gold: ['a'],
  ranked: ['a'],
  score: 0.8,
  confidence: 0.8,
  sure: true,
  offered: false,
  ms: 1,
  ...one,
});
const shown = (set: string, engine: string, outcomes: readonly Outcome[]): Shown => ({
  row: { set, engine, figures: { ...metricsOf(outcomes), build: 1, memory: 2 } },
  outcomes,
});

describe('totals', () => {
  it('count every question of all sets once', () => {
    const [total] = totalsOf([
      shown('x', 'Wenda', [outcome({})]),
      shown('y', 'Wenda', [outcome({ ranked: ['b'] }), outcome({ ranked: ['b'] })]),
    ]);
    expect(total?.row).toMatchObject({
      set: 'all',
      engine: 'Wenda',
      figures: { questions: 3, direct: expect.closeTo(100 / 3), build: 2, memory: 2 },
    });
  });

  it('are not made of fewer sets', () => {
    const totals = totalsOf([
      shown('x', 'Wenda', [outcome({})]),
      { row: { set: 'y', engine: 'Wenda', figures: 'over 1 s' }, outcomes: [] },
    ]);
    expect(totals).toEqual([{ row: { set: 'all', engine: 'Wenda', figures: '1 of 2 sets' }, outcomes: [] }]);
  });
});

describe('the curve in figures', () => {
  const judged = (confidence: number, one: Partial<Judged> = {}): Judged => ({
    kind: undefined,
    right: true,
    confidence,
    ...one,
  });

  it('counts lines that nothing answers as wrong, by kind', () => {
    const table = thresholdTable(
      [
        judged(0.95),
        judged(0.6),
        judged(0.7, { right: false }),
        judged(0.8, { kind: 'near', right: false }),
        judged(0.1, { kind: 'near', right: false }),
      ],
      0.75,
    );
    expect(table).toContain('| 0.5 | 66.7 | 50.0 | - | 50.0 | - |');
    expect(table).toContain('| 0.75 (its own) | 33.3 | 50.0 | - | 50.0 | - |');
    expect(table).toContain('| 0.95 | 33.3 | 100.0 | - | 0.0 | - |');
  });

  it('puts engines whose scores are no confidence beside each other by the share they answer', () => {
    const good = Array.from({ length: 40 }, (_, at) =>
      outcome({ score: 40 - at, confidence: undefined, ranked: [at < 30 ? 'a' : 'b'] }),
    );
    const text = curveText([
      shown('all', 'MiniSearch', good),
      shown('all', 'flexsearch', [outcome({ score: undefined, confidence: undefined })]),
    ]);
    expect(text).toContain('| direct and right, at least % | MiniSearch: precision % |');
    expect(text).toContain('| 70 | 100.0 |');
    expect(text).toContain('| 80 | - |');
    expect(text).not.toContain('by threshold');
  });
});

describe('npm run eval -- --faq', () => {
  it('prints a line for each FAQ and engine, the totals and the curve, and writes the page', async () => {
    const folder = temporaryFolder(FILES);
    const { stdout } = await run(
      process.execPath,
      [
        'dist/eval/main.js',
        '--only',
        'Wenda,MiniSearch',
        '--faq',
        folder,
        '--phrasings',
        '0',
        '--page',
        join(folder, 'page.html'),
      ],
      { timeout: 200_000 },
    );
    const cells = stdout.split('\n').map((row) => row.split(' | ').slice(0, 4).join(' '));
    for (const set of ['tiny', 'all'])
      for (const engine of ['Wenda', 'MiniSearch']) expect(cells).toContain(`| ${set} ${engine} 2 2`);
    expect(stdout).toContain('Wenda, by threshold on its confidence:');
    expect(stdout).toContain('| direct and right, at least % | Wenda: precision % | MiniSearch: precision % |');
    expect(readFileSync(join(folder, 'page.html'), 'utf8')).toContain('<h2>all</h2>');
  });

  it.each([
    [['--faq', 'tests', '--phrasings', 'few'], '--phrasings few: not a number of phrasings'],
    [['--faq', 'tests'], 'tests: no FAQ'],
    [['--faq', 'tests', '--data', 'tests'], '--faq and --data are measured apart'],
    [['--phrasings', '0'], '--phrasings goes with --faq'],
    [['--loop'], '--loop: nothing to play'],
    [['--loop', '--faq', 'eval/small/held-out', '--people', '0'], '--people 0: not a number of people'],
  ])('refuses %j', async (args, complaint) => {
    const refused = run(process.execPath, ['dist/eval/main.js', '--only', 'Wenda', ...args], { timeout: 200_000 });
    await expect(refused).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining(complaint) });
  });
});
