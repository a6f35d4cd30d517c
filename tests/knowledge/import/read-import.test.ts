import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/knowledge/format/problem.ts';
import { readImport } from '../../../src/knowledge/import/read-import.ts';
import { importText } from '../../helpers/import-text.ts';
import { entryText, PACK_JSON } from '../../helpers/memory-files.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const FILES = {
  'rules/pack.json': PACK_JSON,
  'rules/en/questions/why.md': `\uFEFF${entryText()}`,
  'rules/en/checks.md': '## questions/why\n- x\n',
  'rules/de/questions/why.md': entryText({ title: 'Warum?' }),
};
const TEXT = entryText({ frontMatter: 'sources: [rules]\nrelated: [questions/x]' });

async function told(dir: string, path = dir): Promise<string[]> {
  const { packs, problems } = await readImport([path], { language: 'en' });
  expect(packs).toEqual([]);
  return problems.map((problem) => formatProblem(problem).replaceAll(`${dir}/`, '').replaceAll(dir, '.'));
}

describe('a folder in the knowledge format', () => {
  it.each(['', 'rules'])('is imported whole from "%s"', async (path) => {
    const { packs, problems } = await readImport([join(temporaryFolder(FILES), path)], { language: 'fr' });
    expect(problems).toEqual([]);
    expect(packs).toMatchObject([
      { name: 'rules', packJson: PACK_JSON, checks: new Map([['en', '## questions/why\n- x\n']]) },
    ]);
    expect(packs[0]?.entries).toMatchObject([
      { language: 'de', id: 'questions/why', naming: 'given', title: 'Warum?', sources: {}, line: 4 },
      { language: 'en', id: 'questions/why', text: entryText() },
    ]);
  });

  it('is refused as a whole for one error, by the rules of the check', async () => {
    expect(await told(temporaryFolder({ ...FILES, 'rules/en/questions/how.md': '# How?\n' }))).toEqual([
      'rules/en/questions/how.md:1: the front matter is missing (begin the file with a line `---`, then `sources: [...]`, then another `---`)',
      'rules/en/questions/how.md:1: no answer (write the answer below the heading and the phrasings)',
    ]);
  });

  it('cannot show files from elsewhere', async () => {
    const elsewhere = temporaryFolder({ ...FILES, 'secret.md': entryText() });
    const dir = temporaryFolder({ 'own/pack.json': PACK_JSON, 'own/en/questions/how.md': entryText() });
    symlinkSync(join(elsewhere, 'rules'), join(dir, 'rules'));
    symlinkSync(join(elsewhere, 'secret.md'), join(dir, 'own/en/questions/secret.md'));
    mkdirSync(join(dir, 'linked'));
    symlinkSync(join(elsewhere, 'rules/pack.json'), join(dir, 'linked/pack.json'));
    expect(await told(dir)).toEqual([
      'linked/pack.json:1: this link leads out of the pack (copy the file into the pack)',
      'linked/pack.json:1: the pack has no pack.json (write one with title, defaultLanguage and sources)',
      'own/en/questions/secret.md:1: this link leads out of the pack (copy the file into the pack)',
      'rules:1: this link leads out of the folder (copy what it leads to)',
    ]);
  });

  it('may itself be a link, and hold links of its own', async () => {
    const dir = temporaryFolder(FILES);
    symlinkSync('rules', join(dir, 'link'));
    symlinkSync('../../../rules/en/questions/why.md', join(dir, 'rules/de/questions/also.md'));
    const { packs, problems } = await readImport([join(dir, 'link')], { language: 'en' });
    expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
    expect(packs.map(({ name, entries }) => [name, entries.length])).toEqual([['link', 3]]);
  });

  it('needs something that can be read', async () => {
    expect(await told(temporaryFolder({ 'a.png': '' }))).toEqual([
      '.:1: the folder holds nothing that can be imported (name a pack, a folder of packs, or files that end in .md, .markdown, .mdx, .txt, .csv, .tsv, .json, .yaml, .yml, .html, .htm)',
    ]);
  });

  it('of too many files is refused unread', async () => {
    const dir = temporaryFolder({ 'pack.json': PACK_JSON, 'en/questions/why.md': entryText() });
    for (let number = 0; number < 5500; number++) writeFileSync(join(dir, `en/questions/${number}.md`), '');
    expect(await told(dir)).toEqual(['.:1: the packs have 5502 files (import at most 5500 at once)']);
  });
});

describe("an entry's file", () => {
  it.each([
    ['en/questions/why-banned.md', { language: 'en', id: 'questions/why-banned', naming: 'given' }],
    ['zh-Hans/facts/deep/为什么.md', { language: 'zh-Hans', id: 'facts/deep/为什么', naming: 'given' }],
    ['Why Banned.md', { language: 'de', id: 'questions/why-banned', naming: 'suggested' }],
    ['notes/questions/x.md', { language: 'de', id: 'questions/x', naming: 'suggested' }],
  ])('called %s is imported as it is', async (path, place) => {
    const dir = temporaryFolder({ [path]: TEXT });
    const { packs, problems } = await readImport([join(dir, path)], { language: 'de', pack: 'rules' });
    expect(problems).toEqual([]);
    expect(packs).toMatchObject([
      { name: 'rules', entries: [{ ...place, title: 'Why?', text: TEXT, sources: {}, line: 5 }] },
    ]);
    expect(packs[0]?.packJson).toBeUndefined();
  });

  it('has its sources explained by the options', async () => {
    const { entries } = await importText('why.md', TEXT, { source: { title: 'The rules', url: 'https://a.example/' } });
    expect(entries[0]?.sources).toEqual({ rules: { title: 'The rules', url: 'https://a.example/' } });
  });

  it('is told from a list of questions by its sources', async () => {
    expect(
      (await importText('why.md', TEXT.replace('sources', 'source').replace('> - how come', 'So.'))).entries[0]?.text,
    ).toContain('sources: [why-md-');
    expect(
      (await importText('why.md', TEXT.replace('sources:', '"sources" :').replaceAll('\n', '\r\n'))).entries[0]?.naming,
    ).toBe('suggested');
    expect((await importText('why.md', TEXT.replace('sources', 'tag: x\nsources'))).errors).toEqual([
      'why.md:2: unknown key "tag" (did you mean "tags"? the keys are sources, as_of, tags, review_by, status, related)',
    ]);
  });
});

describe('an import is refused', () => {
  it.each([
    ['a.docx', 'a.docx:1: documents cannot be imported (save it as HTML or plain text, and import that)'],
    ['gone.md', 'gone.md:1: there is no such file (check its name)'],
    ['large.md', 'large.md:1: the file has 5242881 bytes (split it into files of at most 5242880)'],
    ['odd.csv', 'odd.csv:2: the file is not UTF-8 (save it as UTF-8)'],
    ['pipe.md', 'pipe.md:1: this is not a file (replace it by a file)'],
  ])('of %s', async (name, problem) => {
    const dir = temporaryFolder({
      'a.docx': '',
      'large.md': '#'.repeat(5 * 1024 * 1024 + 1),
      'odd.csv': Buffer.from('question,answer\n\xc3\xa9?,\xff\n', 'latin1'),
    });
    execFileSync('mkfifo', [join(dir, 'pipe.md')]);
    expect(await told(dir, join(dir, name))).toEqual([problem]);
  });

  it('for options that make no sense, all of them at once', async () => {
    const { errors } = await importText('a.md', '# Why?\nSo.', {
      language: 'english',
      source: { title: ' ', url: 'a.example' },
      pack: '../x',
    });
    expect(errors).toEqual([
      'a.md:1: "english" is not the tag of a language (use a BCP 47 tag such as en, pt-BR or zh-Hans)',
      `a.md:1: the source's title is empty (write one, or leave it out)`,
      'a.md:1: "a.example" is no web address (write a whole address such as https://example.org/page, or leave it out)',
      'a.md:1: "../x" is no name for a pack (write one that can be the name of a folder)',
    ]);
  });
});
