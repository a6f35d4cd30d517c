import { describe, expect, it } from 'vitest';
import { type Html, html } from '../../../src/platforms/web/render/html.ts';
import { type Manner, renderBlocks } from '../../../src/platforms/web/render/text.ts';
import { answerOf, PRICES } from '../../helpers/tables.ts';

const manner = (heading: Manner['heading']): Manner => ({
  link: (shown): Html => html`${shown}`,
  heading,
});
const show = async (markdown: string, heading: Manner['heading'] = 3): Promise<string> =>
  String(await html`${renderBlocks(answerOf(markdown), manner(heading))}`);

describe('headings and tables on pages', () => {
  it('are below the heading of the page', async () => {
    expect(await show(PRICES)).toMatch(/<h3>Club<\/h3>.*<h4>Where <em>it<\/em> counts<\/h4>/s);
    expect(await show(PRICES, 2)).toMatch(/<h2>Club<\/h2>.*<h3>Where <em>it<\/em> counts<\/h3>/s);
  });

  it('name their columns, on their sides, for those who hear them', async () => {
    expect((await show(PRICES)).replaceAll('\n', '')).toContain(
      '<div class="table" tabindex="0"><table><thead><tr><th scope="col">Plan</th><th scope="col" class="at-right">Price</th></tr></thead><tbody><tr><td>Free</td><td class="at-right">0</td></tr>',
    );
  });

  it('have no empty names, and none at all if no column has one', async () => {
    expect(await show('| a | |\n|---|---|\n| b | c |')).toContain('<th scope="col">a</th><td></td>');
    expect(await show('| | |\n|---|---|\n| b | c |')).not.toContain('thead');
  });

  it('show what is in them as it is', async () => {
    expect(await show('### \\<b>\n\n| \\<i> |\n|---|\n| `<script>` |')).not.toMatch(/<b>|<i>|<script>/);
  });
});

it('a link without words shows its address', async () => {
  const link = { kind: 'link' as const, url: 'https://a.example/b', children: [] };
  const shown: Manner = { link: (words, { href }) => html`<a href="${href}">${words}</a>`, heading: 3 };
  expect(String(await html`${renderBlocks([{ kind: 'paragraph', children: [link] }], shown)}`)).toBe(
    '<p><a href="https://a.example/b">https://a.example/b</a></p>',
  );
});
