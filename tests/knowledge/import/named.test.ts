import { describe, expect, it } from 'vitest';
import { reportLines } from '../../../src/cli/import-report.ts';
import { splitEntryText } from '../../../src/knowledge/export/entry-text.ts';
import { readImport } from '../../../src/knowledge/import/read-import.ts';
import { importText } from '../../helpers/import-text.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const answersOf = async (name: string, text: string, url?: string) => {
  const { entries, warnings, repaired } = await importText(name, text, url === undefined ? {} : { source: { url } });
  return { entries: entries.map((entry) => splitEntryText(entry.text)), warnings, repaired };
};

const LIST = '## How do I join?\n\nFill in the form.\n\n';

describe('no question is lost without a word:', () => {
  it.each([
    [
      'a chapter that asks',
      '## What next?\n\n### How do I vote?\n\nBy hand.\n',
      '"What next?" has no answer of its own',
    ],
    ['a heading with nothing below it', '## Voting\n', 'no answer below the question "Voting"'],
    [
      'a summary in an answer',
      '## Why?\n\nSo.\n\n<details><summary>Hint</summary>Mind it.</details>\n<details><summary>And how?</summary>Thus.</details>\n',
      '"And how?"',
    ],
    ['a bold line in an answer', '## Why?\n\nSo.\n\n- More:\n\n  **And how?** Thus.\n', '"And how?" became a part'],
    ['a question above the first heading', '', '"Who asks?" is not imported'],
  ])('%s', async (_, below, told) => {
    const above = below === '' ? '**Who asks?** Members.\n\n' : '';
    const { warnings, errors } = await importText('faq.md', `${above}${LIST}${below}`);
    expect([...warnings, ...errors].join('\n')).toContain(told);
  });

  it('a record without an answer, in a group', async () => {
    const { errors } = await importText(
      'faq.json',
      '{"members":{"list":[{"question":"How?","parts":[{"kind":"p"}]}]},"faq":[{"q":"Why?","a":"So."}]}',
    );
    expect(errors.join('\n')).toContain('"How?"');
  });

  it('the last line says how many were found, made and named', async () => {
    const dir = temporaryFolder({
      'faq.md': `# FAQ\n\n${LIST}## How do I leave?\n\n## Why?\n\nSo.\n\n**And how?**\nThus.\n`,
    });
    const imported = await readImport([dir], { language: 'en' });
    const plan = { added: [], changed: [], unchanged: [], files: [], problems: imported.problems };
    expect(reportLines(imported, plan).at(-1)).toBe('questions found: 4, entries made: 2, named: 2');
  });
});

describe('a title', () => {
  it.each([
    [
      'names its chapter if it is a word or two',
      '## Club boats\n\n### Guest mode\n\nAsk.\n\n### Why?\n\nSo.\n',
      'Club boats: Guest mode',
    ],
    [
      'stays if it shares a word with its chapter',
      '## Guest rules\n\n### Guest mode\n\nAsk.\n\n### Why?\n\nSo.\n',
      'Guest mode',
    ],
    ['stays below the name of a list', '## FAQ\n\n### Guest mode\n\nAsk.\n\n### Why?\n\nSo.\n', 'Guest mode'],
    ['in Chinese', '## 部署\n\n### 服务端模式\n\n请问。\n\n### 为什么？\n\n因为。\n', '部署：服务端模式'],
  ])('%s', async (_, text, title) => {
    const { entries } = await answersOf('faq.md', text);
    expect(entries[0]?.title).toBe(title);
  });

  it('names its group if two groups ask the same', async () => {
    const { entries } = await answersOf(
      'faq.json',
      '{"Boats":[{"q":"How much?","a":"One coin."}],"Oars":[{"q":"How much?","a":"Two coins."}]}',
    );
    expect(entries.map(({ title }) => title)).toEqual(['How much? (Boats)', 'How much? (Oars)']);
  });
});

describe('an answer', () => {
  it('keeps the levels of a list with which it begins indented', async () => {
    const { entries } = await answersOf(
      'faq.json',
      JSON.stringify([{ q: 'Why?', a: '  - one\n  - two\n    - three\n' }]),
    );
    expect(entries[0]?.answer).toBe('- one\n- two\n  - three');
  });

  it('of plain Markdown is not called HTML', async () => {
    const { repaired } = await answersOf('faq.md', '# Why?\n\n1. one\n\n       - deep\n\n# How?\n\n> So.\n');
    expect(repaired.join('\n')).not.toContain('HTML');
  });

  it('that is cut says what went, and leads to it', async () => {
    const parts = Array.from(
      { length: 60 },
      (_, at) => `Sentence ${at + 1} of a text ${'that is long '.repeat(8)}indeed.`,
    );
    const { entries, warnings } = await answersOf(
      'faq.md',
      `# Why?\n\n${parts.join('\n\n')}\n`,
      'https://club.example/faq',
    );
    expect(entries[0]?.answer).toMatch(/\[…\]\(https:\/\/club\.example\/faq\)$/);
    expect(warnings.join('\n')).toMatch(
      /faq\.md:1: the answer to "Why\?" is cut: \d,?\d+ characters are left out, from "/,
    );
  });

  it('of links only is told, as a menu or an index would be', async () => {
    const { warnings } = await answersOf(
      'index.md',
      '# Handbook\n\n- [Boats](https://a.example/b)\n- [Oars](https://a.example/o)\n- [Keys](https://a.example/k)\n',
    );
    expect(warnings.join('\n')).toContain('index.md:1: the answer to "Handbook" is hardly more than links');
  });

  it.each([
    [
      'a menu below a sentence',
      'Welcome to our handbook.\n\n- [How do I join?](join.md)\n- [Fees](fees.md)\n- [Rules](rules.md)\n',
      true,
    ],
    [
      'a menu with a word to each page',
      '1. [Boats](boats.md) - all\n2. [Oars](oars.md) - new\n3. [Keys](keys.md) - old\n',
      true,
    ],
    [
      'an answer with links in it',
      'Take a [boat](https://a.example/b), then [oars](https://a.example/o) and a [key](https://a.example/k) from the shed.\n',
      false,
    ],
    [
      'an answer that leads on',
      'Fill in the form at the desk, and pay the first quarter. Then you get a card.\n\n- [Form](form.md)\n- [Fees](fees.md)\n- [Desk](desk.md)\n',
      false,
    ],
  ])('that is %s is told or not', async (_, answer, isTold) => {
    const { warnings } = await answersOf('index.md', `# Handbook\n\n${answer}`);
    expect(warnings.some((one) => one.includes('hardly more than links'))).toBe(isTold);
  });

  it.each([
    ['in a fence', '```{toctree}\n:maxdepth: 2\n\njoin\nleave\n```\n'],
    ['in a box', ':::{toctree}\njoin\n:::\n'],
  ])('that is a list of pages for Sphinx is none: %s', async (_, list) => {
    const dir = temporaryFolder({ 'index.md': `# Documentation\n\n${list}`, 'why.md': `# Why?\n\nSo.\n\n${list}` });
    const { packs, skipped } = await readImport([dir], { language: 'en' });
    expect(packs[0]?.entries.map(({ text }) => splitEntryText(text))).toMatchObject([{ title: 'Why?', answer: 'So.' }]);
    expect(skipped).toMatchObject([{ code: 'text-without-questions' }]);
  });

  it('may hold a list of pages that never ends', async () => {
    const { entries } = await answersOf('why.md', '# Why?\n\nSo.\n\n:::{toctree}\n\nAnd thus.\n');
    expect(entries[0]?.answer).toContain('And thus.');
  });
});
