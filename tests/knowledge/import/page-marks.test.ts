import { describe, expect, it } from 'vitest';
import { splitEntryText } from '../../../src/knowledge/export/entry-text.ts';
import { importText } from '../../helpers/import-text.ts';

const parts = async (markdown: string) =>
  (await importText('FAQ.md', markdown)).entries.map(({ text }) => splitEntryText(text));
const titles = async (markdown: string) => (await parts(markdown)).map(({ title }) => title);
const answer = async (markdown: string) => (await parts(`# Why?\n\n${markdown}\n`))[0]?.answer;

describe('a heading that points to the one above it', () => {
  it('names it', async () =>
    expect(
      await titles(
        '# FAQ\n\n## Where are models stored?\n\nIn a folder.\n\n### How do I set them to a different location?\n\nBy a variable.\n\n## How do I update?\n\nGet it again.\n',
      ),
    ).toEqual([
      'Where are models stored?',
      'How do I set them to a different location? (Where are models stored)',
      'How do I update?',
    ]));

  it.each([
    [
      '## Claim blocks\n\n### How do I get them?\n\nPlay.\n\n### Where?\n\nHere.\n',
      'How do I get them? (Claim blocks)',
    ],
    ['## The cache\n\n### Can I move it?\n\nYes.\n\n### Where?\n\nHere.\n', 'Can I move it? (The cache)'],
    ['## Кэш\n\n### Как его очистить?\n\nТак.\n\n### Где?\n\nТут.\n', 'Как его очистить? (Кэш)'],
    ['## 缓存\n\n### 怎么清理它？\n\n点这里。\n\n### 在哪？\n\n这里。\n', '怎么清理它？ (缓存)'],
    [
      '## The cache\n\n### Is it possible to move files?\n\nYes.\n\n### Where?\n\nHere.\n',
      'Is it possible to move files?',
    ],
    ['## General\n\n### How do I get them?\n\nPlay.\n\n### Where?\n\nHere.\n', 'How do I get them?'],
  ])('%j', async (markdown, title) => expect((await titles(`# Help\n\n${markdown}`))[0]).toBe(title));
});

it.each(['{{< youtube abc >}}', '{% embed url="https://example.org/v" %}', '[[toc]]', '<Youtube id="abc" />'])(
  'a heading with nothing but %s is no chapter of its siblings',
  async (embed) => {
    const { entries, errors } = await importText(
      'FAQ.md',
      `# FAQ\n\n## Film\n\n${embed}\n\n## Setup\n\nRun it.\n\n## How do I start?\n\nPress it.\n`,
    );
    expect(entries.map(({ title }) => title)).toEqual(['Setup', 'How do I start?']);
    expect(entries.map(({ text }) => text).join('')).not.toContain('Film');
    expect(errors.join()).toMatch(/"Film"/);
  },
);

describe('members do not see', () => {
  it.each([
    ['Needs version {{ version }} or newer.', 'Needs version or newer.'],
    ['Needs {site.minimum}.', 'Needs.'],
    ['Write `{{ name }}` or {name} there.', 'Write `{{ name }}` or {name} there.'],
    ['Press it.&#x20;\n\nThen wait.&nbsp;', 'Press it.\n\nThen wait.'],
    ['It costs ten.[^1] Really.\n\n[^1]: Without tax.', 'It costs ten. (Without tax) Really.'],
    ['It costs ten[^tax].', 'It costs ten.'],
    ['See:\n\n<figure><img src="a.png" alt=""><figcaption><p>The menu</p></figcaption></figure>\n\nSo.', 'See:\n\nSo.'],
  ])('%j', async (written, shown) => expect((await answer(written))?.replace(/ +$/gm, '')).toBe(shown));

  it('a variable of a page that is a program', async () =>
    expect(await answer("import { name } from './names'\n\nAsk {name} there, in {braces}.")).toBe('Ask there, in.'));

  it.each([
    ['## ❓ How do I join?', 'How do I join?'],
    ['## :question: How do I join?', 'How do I join?'],
    ['## How do I join? 🤔', 'How do I join?'],
    ['## 🔧 ⚙️ Setup', 'Setup'],
    ['## C++ :)', 'C++ :)'],
    ['## Why 🎮?', 'Why 🎮?'],
  ])('marks in %s', async (heading, title) =>
    expect((await titles(`# FAQ\n\n${heading}\n\nSo.\n\n## When?\n\nNow.\n`))[0]).toBe(title),
  );
});

describe('a notice that a page moved', () => {
  it.each([
    'This page has moved to [the new site](https://example.org).',
    'The documentation for this project has been moved to https://example.org.',
    '本页面已迁移到 https://example.org 。',
    'Эта страница перемещена: https://example.org',
    'Esta página se ha trasladado a https://example.org.',
    'Questa pagina è stata spostata qui: https://example.org.',
    '이 페이지는 https://example.org 로 이동했습니다.',
  ])('is no entry, and is named: %s', async (notice) => {
    const { entries, warnings } = await importText(
      'FAQ.md',
      `# Old FAQ\n\n## Moved\n\n${notice}\n\n## When?\n\nNow.\n`,
    );
    expect(entries.map(({ title }) => title)).toEqual(['When?']);
    expect(warnings.join()).toMatch(/"Moved" only says that a page moved/);
  });

  it.each([
    '## Where is the wiki now?\n\nThe wiki has moved to https://example.org.',
    '## Moving\n\nWe moved the piano to the hall.',
  ])('is none of these: %j', async (entry) =>
    expect(await titles(`# FAQ\n\n${entry}\n\n## When?\n\nNow.\n`)).toHaveLength(2),
  );
});
