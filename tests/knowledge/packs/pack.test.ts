import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/knowledge/format/problem.ts';
import { readPack } from '../../../src/knowledge/packs/pack.ts';
import { entryText, memoryFiles, PACK_JSON } from '../../helpers/memory-files.ts';

const DIR = 'knowledge/rules';
const read = (texts: Readonly<Record<string, string>>) =>
  readPack(DIR, memoryFiles({ 'pack.json': PACK_JSON, ...texts }));

async function told(texts: Readonly<Record<string, string>>): Promise<string[]> {
  return (await read(texts)).problems.map(formatProblem);
}

describe('a pack', () => {
  it('has entries with a text for each language, and their sources', async () => {
    const { pack, entries, checks, problems } = await read({
      'en/questions/why.md': entryText({
        frontMatter: 'sources: [rules]\nas_of: 2023\nreview_by: 2027-01-01\ntags: [x]\nrelated: [facts/deep/er]',
      }),
      'zh-Hans/questions/why.md': entryText({ frontMatter: 'sources: [rules]\nstatus: outdated', title: '为什么？' }),
      'zh-Hans/facts/deep/er.md': entryText({ title: '深' }),
      'en/checks.md': '## facts/deep/er\n- how deep\n',
    });
    expect(problems).toEqual([]);
    expect(pack).toEqual({ ...JSON.parse(PACK_JSON), name: 'rules', dir: DIR, languages: ['en', 'zh-Hans'] });
    expect(
      entries.map(({ id, pack: name, defaultLanguage, texts }) => [id, name, defaultLanguage, [...texts.keys()]]),
    ).toEqual([
      ['facts/deep/er', 'rules', 'en', ['zh-Hans']],
      ['questions/why', 'rules', 'en', ['en', 'zh-Hans']],
    ]);
    expect(entries[1]?.texts.get('en')).toEqual({
      language: 'en',
      title: 'Why?',
      phrasings: ['how come'],
      answer: [{ kind: 'paragraph', children: [{ kind: 'text', text: 'Because.' }] }],
      sources: [{ title: 'Our rules' }],
      asOf: '2023',
      reviewBy: '2027-01-01',
      status: 'current',
      tags: ['x'],
      related: ['facts/deep/er'],
    });
    expect(entries[1]?.texts.get('zh-Hans')).toMatchObject({ status: 'outdated', asOf: undefined, tags: [] });
    expect(checks).toMatchObject([
      { text: 'how deep', entry: 'facts/deep/er', file: 'knowledge/rules/en/checks.md', line: 2 },
    ]);
  });

  it.each([
    [
      'sources: [rules, rulez]',
      'knowledge/rules/en/questions/why.md:2: unknown source "rulez" (did you mean "rules"? sources are in pack.json)',
    ],
    [
      'sources:\n  - rules\n  - toString',
      'knowledge/rules/en/questions/why.md:4: unknown source "toString" (sources are in pack.json)',
    ],
    [
      'sources: [rules]\nrelated: [questions/wy]',
      'knowledge/rules/en/questions/why.md:3: unknown related entry "questions/wy" (did you mean "questions/why"? related entries are of the same pack, e.g. questions/why-banned)',
    ],
    [
      'source: [rules]',
      'knowledge/rules/en/questions/why.md:1: sources is missing (list ids from pack.json, e.g. sources: [clampdown])',
    ],
  ])('with an entry of %j is refused', async (frontMatter, problem) => {
    const { entries, problems } = await read({ 'en/questions/why.md': entryText({ frontMatter }) });
    expect(problems.map(formatProblem)).toContain(problem);
    expect(problems[0]?.level).toBe('error');
    expect(entries).toHaveLength(frontMatter.includes('related') ? 1 : 0);
  });

  it('counts lines from the top of the file', async () => {
    const text = entryText({ frontMatter: 'sources: [rules]\ntags: [x]', answer: 'x\n\n| a |\n|---|' });
    expect(await told({ 'en/questions/why.md': text })).toEqual([
      'knowledge/rules/en/questions/why.md:11: a table without rows (write some below the line of dashes, or leave it out)',
    ]);
  });

  it('tells problems of the front matter and of the text at once', async () => {
    expect(
      await told({ 'en/questions/why.md': entryText({ frontMatter: 'tags: x', answer: '![](/a)' }) }),
    ).toHaveLength(3);
    expect(await told({ 'en/questions/why.md': '## Why?\n\nSo.' })).toHaveLength(3);
  });

  it('takes an entry with errors for known, so that one mistake is told once', async () => {
    const problems = await told({
      'en/questions/why.md': entryText({ answer: '' }),
      'en/questions/how.md': entryText({
        frontMatter: 'sources: [rules]\nrelated: [questions/why]',
        phrasings: ['which way'],
        title: 'How?',
      }),
      'en/checks.md': '## questions/why\n- x',
    });
    expect(problems).toEqual([
      'knowledge/rules/en/questions/why.md:4: no answer (write the answer below the heading and the phrasings)',
    ]);
  });

  it('tells of ids that differ in letter case only', async () => {
    const problems = await told({ 'en/questions/Why.md': entryText(), 'zh-Hans/questions/why.md': entryText() });
    expect(problems).toEqual([
      'knowledge/rules/zh-Hans/questions/why.md:1: the name differs from knowledge/rules/en/questions/Why.md in letter case or in the form of accents only (give one entry one name in every language, and another entry another)',
    ]);
  });

  it('makes no entry of a file with errors, but does of one with warnings', async () => {
    const { entries, problems } = await read({
      'en/questions/bad.md': entryText({ title: 'Bad?', phrasings: ['x'.repeat(1001)] }),
      'en/questions/fair.md': entryText({ title: 'Fair?', phrasings: ['fair'] }),
    });
    expect(problems.map(({ level }) => level)).toEqual(['error', 'warning']);
    expect(entries.map(({ id }) => id)).toEqual(['questions/fair']);
  });

  it('tells of one name in two Unicode forms', async () => {
    const problems = await told({ 'en/questions/cafe\u0301.md': entryText(), 'en/questions/café.md': entryText() });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('in letter case or in the form of accents only');
  });

  it('takes composed and decomposed names for one', async () => {
    const { entries, problems } = await read({
      'en/questions/café.md': entryText({ frontMatter: 'sources: [rules]\nrelated: [questions/cafe\u0301]' }),
      'fr/questions/cafe\u0301.md': entryText(),
    });
    expect(problems).toEqual([]);
    expect(entries.map(({ id, texts }) => [id, texts.size])).toEqual([['questions/café', 2]]);
  });

  it('needs a pack.json, and without one still tells what else is wrong', async () => {
    const { pack, entries, problems } = await readPack(
      DIR,
      memoryFiles({ 'en/questions/why.md': entryText({ answer: '<b>' }) }),
    );
    expect([pack, entries]).toEqual([undefined, []]);
    expect(problems.map(formatProblem)).toEqual([
      'knowledge/rules/en/questions/why.md:8: HTML cannot be shown: "<b>" (use Markdown; to show a < put \\ before it, or the text in `backticks`)',
      'knowledge/rules/pack.json:1: the pack has no pack.json (write one with title, defaultLanguage and sources)',
    ]);
  });

  it('needs entries in its default language', async () => {
    expect(
      await told({
        'pack.json': PACK_JSON.replace('"defaultLanguage":"en"', '\n"defaultLanguage":"de"'),
        'en/questions/why.md': entryText(),
      }),
    ).toEqual([
      'knowledge/rules/pack.json:2: the pack has no entries in its default language "de" (write some, or choose one of en)',
    ]);
  });

  it('may be empty, with a warning', async () => {
    const { problems } = await read({});
    expect(problems).toEqual([
      { file: 'knowledge/rules/pack.json', line: 1, code: 'empty-pack', values: {}, level: 'warning' },
    ]);
  });

  it('outside the working directory is named by its whole path', async () => {
    const { problems } = await readPack('/srv/rules', memoryFiles({ 'pack.json': '{' }));
    expect(problems[0]?.file).toBe('/srv/rules/pack.json');
    expect((await readPack(join(process.cwd(), 'x'), memoryFiles({ 'pack.json': '{' }))).problems[0]?.file).toBe(
      'x/pack.json',
    );
  });
});
