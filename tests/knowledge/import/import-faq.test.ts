import { describe, expect, it } from 'vitest';
import { cleanAnswer } from '../../../src/knowledge/import/clean-lines.ts';
import { importText } from '../../helpers/import-text.ts';

/** Titles with tags and answer. */
async function read(markdown: string) {
  const { entries, errors, warnings } = await importText('FAQ.md', markdown);
  expect(errors).toEqual([]);
  const parts = entries.map(({ title, text }) => [
    title,
    /^tags: \[(.*)\]$/m.exec(text)?.[1] ?? '',
    text.slice(text.indexOf(`\n\n`) + 2).trimEnd(),
  ]);
  return { parts, entries, warnings };
}

describe('a list of questions in Markdown', () => {
  it('has a title, sections and questions', async () => {
    const { parts, entries, warnings } = await read(
      '# FAQ\n\n## Accounts\n\n### Why?\n\nBecause.\n\n- a\n- b\n\n### How?\nSo.\n\n## Money ##\n\n### Refunds\nNo.\n',
    );
    expect(parts).toEqual([
      ['Why?', 'Accounts', 'Because.\n\n- a\n- b'],
      ['How?', 'Accounts', 'So.'],
      ['Money: Refunds', 'Money', '> - Refunds\n\nNo.'],
    ]);
    expect(entries[0]).toMatchObject({
      id: 'questions/why',
      naming: 'derived',
      language: 'en',
      line: 5,
      sources: { 'faq-md-5c2426': { title: 'FAQ.md' } },
    });
    expect(warnings).toEqual([]);
  });

  it.each([
    [
      '# Why?\nSo.\n\n# How?\nSo so.\n',
      [
        ['Why?', '', 'So.'],
        ['How?', '', 'So so.'],
      ],
    ],
    ['## Why?\nSo.\n', [['Why?', '', 'So.']]],
    [
      'FAQ\n===\n\nWhy?\n---\nSo.\n\nHow?\n---\nSo so.',
      [
        ['Why?', '', 'So.'],
        ['How?', '', 'So so.'],
      ],
    ],
    [
      '## General\n## Why?\nSo.\n## Special\n## How?\nSo so.\n# Else\n## What?\nThis.\n',
      [
        ['Why?', 'General', 'So.'],
        ['How?', 'Special', 'So so.'],
        ['What?', 'Else', 'This.'],
      ],
    ],
    [
      '# FAQ\n## Why?\nSo.\n# More\n### How?\nSo so.\n',
      [
        ['Why?', 'FAQ', 'So.'],
        ['How?', 'More', 'So so.'],
      ],
    ],
  ])('may be laid out like %j', async (markdown, expected) => {
    const { parts } = await read(markdown);
    expect(parts).toEqual(expected);
  });

  it('keeps headings inside an answer, below the question', async () => {
    const { parts } = await read(
      '# How do I install it?\n\n## Linux\nRun `x`.\n### a_b *c*\n1. one\n\nMac\n---\ntext\n\n# And then?\nNothing.\n',
    );
    expect(parts).toEqual([
      ['How do I install it?', '', '### Linux\n\nRun `x`.\n\n#### a_b c\n\n1. one\n\n\n### Mac\n\ntext'],
      ['And then?', '', 'Nothing.'],
    ]);
  });

  it('tells which text is left out', async () => {
    const { parts, warnings } = await read(
      'Hello.\n\n# FAQ\n\nRead this first.\n\n## Accounts\n\nAbout accounts.\n\n### Why?\n\nSo.\n',
    );
    expect(parts).toEqual([['Why?', 'Accounts', 'So.']]);
    const cure = '(give it a heading of its own if it answers a question)';
    expect(warnings).toEqual([
      `FAQ.md:1: the text above the first heading is not imported ${cure}`,
      `FAQ.md:3: the text right below "FAQ" is not imported ${cure}`,
      `FAQ.md:7: the text right below "Accounts" is not imported ${cure}`,
    ]);
  });

  it('has no headings in code', async () => {
    const { parts } = await read(
      '# Why?\n\nRun:\n\n```sh\n# a comment\n```\n\n~~~~\n# another\n~~~\n~~~~\n\n1. a\n\n   ```\n   # b\n   ```\n',
    );
    expect(parts).toHaveLength(1);
  });

  it('drops rules, notes, targets of links and the front matter of other programs', async () => {
    const { parts } = await read(
      '---\ntitle: FAQ\n---\n<!-- toc -->\n\n# Questions {#top}\n\n<a name="why"></a>\n\n## Why? {#why}\n\n<!-- note -->\n\nSo.\n<a id="x"/>\n\n---\n\n## How?\nSo.\n\n* * *\n',
    );
    expect(parts).toEqual([
      ['Why?', '', 'So.'],
      ['How?', '', 'So.'],
    ]);
  });

  it('gives each answer the addresses that it uses', async () => {
    const { parts } = await read(
      '# Why?\n\nSee [the docs] and [this][Docs 2].\n\n[the docs]: https://a.example\n\n# How?\n\nSo.\n\n[docs  2]: <https://b.example> "title"\n',
    );
    expect(parts).toEqual([
      [
        'Why?',
        '',
        'See [the docs] and [this][Docs 2].\n\n[the docs]: https://a.example\n[docs  2]: <https://b.example> "title"',
      ],
      ['How?', '', 'So.'],
    ]);
  });

  it('takes definitions of links for such wherever markdown-it does, and right below text', async () => {
    const { parts } = await read(
      '# Why?\n\nSee [`this`] and [that].\n[that]: https://a.example\n\n- In [lists].\n\n  [lists]: https://b.example\n\n# How?\n\nSo.\n\n[`this`]:\n  https://c.example\n[none]: javascript:alert\n',
    );
    expect(parts).toEqual([
      [
        'Why?',
        '',
        'See [`this`] and [that].\n\n- In [lists].\n\n[`this`]: https://c.example\n[that]: https://a.example\n[lists]: https://b.example',
      ],
      ['How?', '', 'So.'],
    ]);
  });

  it('sets parts that fold out in the middle of a line apart, without the spaces around them', async () => {
    const { parts } = await read(
      '# FAQ\n\n## Fees?\n\nTen.\n\n## More\n\nAsk. <details><summary>Join?</summary>So.</details> Or <details><summary>Leave?</summary>Write.</details> Or not.\n',
    );
    expect(parts).toEqual([
      ['Fees?', '', 'Ten.'],
      ['Join?', 'More', 'So.\nOr'],
      ['Leave?', 'More', 'Write.\nOr not.'],
    ]);
    expect(cleanAnswer('- Ask.\n  <details>So.</details> Or', 1).text).toBe('- Ask.\n  <details>So.</details> \nOr');
  });

  it('reads parts that fold out also below a line that only shows how one is written', async () => {
    const { parts } = await read(
      '# FAQ\n\n## How do I hide text?\n\nWrite `<details>` above it.\n\n## More\n\n<details><summary>Join?</summary>\n\nSo.\n\n</details>\n\n<details><summary>Leave?</summary>\n\nWrite `</details>`.\n\n</details>\n',
    );
    expect(parts).toEqual([
      ['How do I hide text?', '', 'Write `<details>` above it.'],
      ['Join?', 'More', 'So.'],
      ['Leave?', 'More', 'Write `</details>`.'],
    ]);
  });

  it('keeps a picture as a link to it', async () => {
    const { parts } = await read(
      '# Why?\n\nSee ![the plan](https://a.example/p.png).\n\n```\n![x](https://a.example)\n```\n',
    );
    expect(parts[0]?.[2]).toBe('See [the plan](https://a.example/p.png).\n\n```\n![x](https://a.example)\n```');
  });

  it('makes links whole where its address is known', async () => {
    const markdown =
      '# Why?\n\n[a](#b) [`c`](../d.md "e") ![f](g.png) [h](https://h.example) `[i](j)` ``[n](o)`` [k].\n\n```\n[l](m)\n```\n\n[k]: /k\n';
    const { entries, errors } = await importText('FAQ.md', markdown, {
      source: { url: 'https://a.example/docs/FAQ.md' },
    });
    expect(errors).toEqual([]);
    expect(entries[0]?.text.split('\n').slice(5).join('\n')).toBe(
      '[a](https://a.example/docs/FAQ.md#b) [`c`](https://a.example/d.md "e") [f](https://a.example/docs/g.png) [h](https://h.example) `[i](j)` ``[n](o)`` [k].\n\n```\n[l](m)\n```\n\n[k]: https://a.example/k\n',
    );
    const other = await importText('FAQ.md', '# Why?\n[a](javascript:alert) [b](mailto:b@a.example)\n', {
      source: { url: 'https://a.example/' },
    });
    expect(other.entries[0]?.text).toContain('\na b (b@a.example)\n');
  });

  it('drops marks of questions and answers', async () => {
    const { parts } = await read('# Q: Why?\nA: So.\n\n# **Q2.** How?\n\n**A2:** So so.\n\n# QA\nA: b\n');
    expect(parts).toEqual([
      ['Why?', '', 'So.'],
      ['How?', '', 'So so.'],
      ['QA', '', 'A: b'],
    ]);
  });

  it('takes plain words from a heading', async () => {
    expect((await read('# What is `x` in *y* [z](https://a.example)?\nSo.\n')).parts[0]?.[0]).toBe('What is x in y z?');
  });
});

it('a question without an answer is left out, and the others are taken', async () => {
  const { entries, errors } = await importText('FAQ.md', '# Why?\n# How?\nSo.\n');
  expect(errors).toEqual(['FAQ.md:1: no answer below the question "Why?" (write one, or take the heading out)']);
  expect(entries.map(({ title }) => title)).toEqual(['How?']);
});

describe('a list of questions is refused', () => {
  it.each([
    ['text only\n', 'FAQ.md:1: no questions were found (write each question as a heading, and its answer below it)'],
    ['# A\n\n\n\n![x](p.png)\n', 'FAQ.md:1: no answer (write one, or leave the question out)'],
    ['# Why?\n# How?\n', 'FAQ.md:1: no answer below the question "Why?" (write one, or take the heading out)'],
    ['# \nSo.\n', 'FAQ.md:1: an empty heading'],
    ['# a\nb\n'.repeat(10_001), 'FAQ.md:1: the file has 10001 questions (import at most 5000 at once)'],
  ])('%#', async (markdown, error) => {
    const { entries, errors } = await importText('FAQ.md', markdown);
    expect(errors.join('\n')).toContain(error);
    expect(entries).toEqual([]);
  });
});
