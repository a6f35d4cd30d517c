import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/core/entry/blocks.ts';
import { splitEntryText } from '../../../src/knowledge/export/entry-text.ts';
import { blocksOf } from '../../../src/knowledge/import/mend.ts';
import { importText } from '../../helpers/import-text.ts';

/** The answer to one question, and what was done to it. */
async function mended(markdown: string, url?: string) {
  const { entries, errors, repaired } = await importText(
    'FAQ.md',
    `# Why?\n\n${markdown}\n`,
    url === undefined ? {} : { source: { url } },
  );
  expect(errors).toEqual([]);
  return {
    answer: splitEntryText(entries[0]?.text ?? '').answer,
    repaired: repaired.map((one) => one.replace(/^\d+: /, '')),
  };
}

describe('an answer is repaired', () => {
  it.each([
    [
      '- So:\n\n  | Port | Use |\n  |---|---|\n  | 25 | mail |\n  | 80 | *web* |',
      '- So:\n\n  - **Port:** 25; **Use:** mail\n  - **Port:** 80; **Use:** *web*',
      'a table became a list',
    ],
    [
      `<table><tr>${'<th>A'.repeat(11)}<tr>${'<td>b'.repeat(11)}</table>`,
      `- ${Array.from({ length: 11 }, () => '**A:** b').join('; ')}`,
      'a table became a list',
    ],
    ['<table><tr><td>One<td>Two</table>', '| | |\n| --- | --- |\n| One | Two |', 'HTML became plain text'],
    [
      '<table><tr><th>Port<th>Use<tr><td>25<td>mail<br>out | in<tr><td colspan=2><b>80</b></table>',
      '| Port | Use |\n| --- | --- |\n| 25 | mail<br>out \\| in |\n| **80** |  |',
      'HTML became plain text',
    ],
    [
      'So:\n\n| Port | Use |\n|---:|---|\n| 25 | ~~no~~ mail |',
      'So:\n\n| Port | Use |\n| --- | --- |\n| 25 | mail |',
      'struck out words were left out',
    ],
    ['<ul><li>So.<h3>Then</h3>This.</ul>', '- So.\n\n  **Then**\n\n  This.', 'an inner heading became strong text'],
    [
      '<h4>Linux</h4><p>Run it.</p><h6>*Arch* #</h6><p>Build it.</p>',
      '### Linux\n\nRun it.\n\n#### \\*Arch\\* \\#\n\nBuild it.',
      'a heading was put below the question',
    ],
    ['See <b>this</b><br>and that.', 'See **this**\\\nand that.', 'HTML became plain text'],
    [
      'Name it <your-name> here, with ![x](p.png)',
      'Name it \\<your-name> here, with',
      'an image without a whole address was left out',
    ],
    ['Not ~~so~~ thus.', 'Not thus.', 'struck out words were left out'],
    ['Above.\n\n* * *\n\nBelow.', 'Above.\n\nBelow.', 'a rule was left out'],
    ['See [there](other.md#x).', 'See there.', 'a link without a whole address became text'],
    ['> Quoted.\n\nSo.', 'Quoted.\n\nSo.', 'a quote at the beginning became plain text'],
    ['Do:\n\n3. one\n4. two', 'Do:\n\n1. one\n2. two', 'a list was numbered again'],
    ['::: tip Mind this\nAll of it.\n:::', '**Mind this**\n\nAll of it.', 'a box became plain text'],
    [
      '!!! note "Mind this"\n\n    All of it.\n\n    ```sh\n    run\n    ```\n\nAfter.',
      '**Mind this**\n\n\nAll of it.\n\n```sh\nrun\n```\n\nAfter.',
      'a box became plain text',
    ],
    ['=== "Linux"\n\n    Run it.\n', '**Linux**\n\n\nRun it.', 'a box became plain text'],
    ['{% hint style="info" %}\nSo.\n{% endhint %}', 'So.', 'a line for the program that makes the page was left out'],
    ['So. <!-- not\nfor readers --> And so.', 'So. \n And so.', 'a note to editors was left out'],
    [
      'Ask <@123456789012345678> in <#123456789012345678> <:ok:123456789012345678> at <t:0:f>.',
      'Ask @member in #channel :ok: at 1970-01-01 00:00 UTC.',
      'a mention became words',
    ],
    [
      'Ask the [[warden|caretaker]], see [[Keys#Lost]].',
      'Ask the caretaker, see Keys Lost.',
      'a link between pages became text',
    ],
    [
      'So.\n\n<details><summary>More</summary>\n\nThis.\n\n</details>',
      'So.\n\n**More**\n\nThis.',
      'a part that folds out became plain text',
    ],
    ['So.\n\n<video src="v.mp4"></video>', 'So.', 'a video or another embedded part was left out'],
    [
      '- a\n  - b\n    - c\n      - d\n        - e',
      '- a\n  - b\n    - c\n      - d\n\n        e',
      'lists or quotes nested too deeply were flattened',
    ],
  ])('%#', async (markdown, answer, repair) => {
    const found = await mended(markdown);
    expect(found.answer).toBe(answer);
    expect(found.repaired).toContain(repair);
  });

  it('with whole links where the address of the page is known', async () => {
    const found = await mended(
      '<p><a href="b.html">B</a> <img src="c.png" alt="Plan"></p>',
      'https://club.example/a.html',
    );
    expect(found.answer).toBe('[B](https://club.example/b.html) [Plan](https://club.example/c.png)');
    expect(found.repaired).toEqual(['an image became a link']);
  });

  it('only where it must be: what readers take stays byte by byte', async () => {
    const answer =
      '*So* is `<b>` this\\\n1\\. [a](https://a.example)\n\n```html\n<!-- x -->\n<@123456789012345678>\n```';
    expect(await mended(answer)).toEqual({ answer, repaired: [] });
  });

  it('so are tables and headings below the question', async () => {
    const answer = 'So:\n\n### Linux\n\n| a | b |\n|--:|---|\n| `1\\|2` | [x](https://a.example) |\n\n#### Arch\n\nSo.';
    const found = await mended(answer);
    expect({ ...found, answer: found.answer.replace(/\n{3,}/g, '\n\n') }).toEqual({ answer, repaired: [] });
  });

  it('also in a heading', async () => {
    const { entries, errors } = await importText('FAQ.md', '# <b>Why</b> `a_b` ![x](y.png) [so](z.md)?\nSo.\n');
    expect([entries[0]?.title, errors]).toEqual(['Why a_b so?', []]);
  });

  it('not where it nests without end', async () => {
    const { entries, errors } = await importText('FAQ.md', `# Why?\n\n${'> '.repeat(60)}<b>so</b>\n`);
    expect([entries, errors.join()]).toEqual([[], expect.stringContaining('nested too deeply')]);
  });
});

describe('a long answer', () => {
  const words = 'Many words stand here. '.repeat(100).trim();

  it('is split at its headings', async () => {
    const { entries, repaired } = await importText(
      'FAQ.md',
      `# How do I install it?\n\nLike this.\n\n## Linux\n\n${words}\n\n## Windows\n\n${words}\n`,
    );
    expect(entries.map(({ title }) => title)).toEqual([
      'How do I install it?',
      'How do I install it?: Linux',
      'How do I install it?: Windows',
    ]);
    expect(repaired).toEqual(['1: a long answer was split at its headings']);
  });

  it('is cut between the rows of a table', async () => {
    const rows = `| ${'x'.repeat(60)} | y |\n`.repeat(80);
    const { answer } = await mended(`So.\n\n| a | b |\n|---|---|\n${rows}`, 'https://club.example/faq');
    const [, table] = blocksOf(answer) ?? [];
    expect(table?.kind === 'table' && table.rows.length).toBeGreaterThan(40);
    expect(answer).toMatch(/\| y \|\n\n\[…\]/);
    const none = await mended(`${'x'.repeat(3470)}\n\n| a | b |\n|---|---|\n${rows}`, 'https://club.example/faq');
    expect(none.answer).toBe(`${'x'.repeat(3470)}\n\n[…](https://club.example/faq)`);
  });

  it.each([
    ['words', `${words}\n\n${words}`],
    ['one word', 'x'.repeat(9000)],
    ['a list', '- some words of an item\n'.repeat(300)],
    ['one item', `- ${words}${words}${words}`],
    ['code', `\`\`\`\n${'some code\n'.repeat(600)}\`\`\``],
    ['a quote', `So.\n\n> ${words} ${words}`],
  ])('of %s without headings is cut, with a link to the rest', async (_name, markdown) => {
    const { answer, repaired } = await mended(markdown, 'https://club.example/faq');
    expect(repaired).toEqual(['a long answer was cut']);
    expect(answer.endsWith('\n[…](https://club.example/faq)')).toBe(true);
    const length = plainText(blocksOf(answer) ?? []).length;
    expect(length > 2000 && length <= 3500).toBe(true);
  });
});
