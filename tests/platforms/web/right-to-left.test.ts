import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LACKS_BROWSER, type Site, startBrowser, startSite } from '../../helpers/browser.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { WEB_TOKEN } from '../../helpers/pages.ts';
import { servicesOf } from '../../helpers/services.ts';

/** A title that begins and ends with signs, which belong to no direction, and a publisher in other letters. */
const SOURCE = { title: '‘Political propaganda’: China (again)', publisher: 'Office!', published: '2022-03' };
const CITATION = ['‘Political', 'Political', '’: China', '(again)', 'again)'];

/** What is asked; an item of a list; and pieces of what is shown, as they stand from left to right. */
const LANGUAGES = [
  {
    tag: 'fa',
    question: 'چرا چین ChatGPT را ممنوع کرد؟',
    title: ['؟', 'ممنوع', 'ChatGPT', 'چین', 'چرا'],
    item: 'ایتالیا (تا ۲۸ آوریل ۲۰۲۳، GPT-4 هم)',
    items: [')', 'هم', 'GPT-4', '،', '۲۰۲۳', 'آوریل', '۲۸', '(', 'ایتالیا'],
    date: ['.', '۲۰۲۳', 'آوریل', '۲۸', 'اطلاعات'],
    help: ['فهرست', '/', 'topics'],
    mention: ['ببینید', '/', 'topics'],
    unknown: 'قیمت نان در توکیو چقدر است؟',
  },
  {
    tag: 'ar',
    question: 'لماذا حظرت الصين ChatGPT؟',
    title: ['؟', 'ChatGPT', 'الصين', 'لماذا'],
    item: 'إيطاليا (حتى 28 أبريل 2023، وGPT-4 أيضا)',
    items: [')', 'أيضا', 'GPT-4', '،', '2023', 'أبريل', '28', '(', 'إيطاليا'],
    date: ['.', '2023', 'أبريل', '28', 'المعلومات'],
    help: ['يعرض', '/', 'topics'],
    mention: ['/', 'topics', 'انظر'],
    unknown: 'كم سعر الخبز في طوكيو؟',
  },
];

const ENTRIES = LANGUAGES.map(({ tag, question, item }) => {
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, children: [{ kind: 'text' as const, text }] });
  return entryOf(
    `questions/${tag}`,
    textOf(tag, question, [], {
      sources: [SOURCE],
      asOf: '2023-04-28',
      answer: [paragraph(question), { kind: 'list', ordered: false, items: [[paragraph(item)]] }],
    }),
  );
});

/**
 * Left edges, in pixels, of each first character of some pieces in the last element with this class that holds them
 * all.
 */
const EDGES = `(selector, pieces) => {
  const element = [...document.querySelectorAll(selector)].filter((one) => pieces.every((piece) => one.textContent.includes(piece))).at(-1);
  // On one line, whatever fonts there are.
  for (const one of [element, ...element.querySelectorAll('*')]) one.style.whiteSpace = 'nowrap';
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
  return pieces.map((piece) => {
    const node = nodes.find((one) => one.data.includes(piece));
    const range = document.createRange();
    range.setStart(node, node.data.indexOf(piece));
    range.setEnd(node, node.data.indexOf(piece) + 1);
    return range.getBoundingClientRect().left;
  });
}`;

/** Pieces as they stand from left to right. */
async function shown(page: Page, selector: string, pieces: readonly string[]): Promise<string[]> {
  const edges = await page.evaluate<number[]>(`(${EDGES})(${JSON.stringify(selector)}, ${JSON.stringify(pieces)})`);
  return pieces
    .map((piece, at) => ({ piece, edge: edges[at] ?? 0 }))
    .sort((a, b) => a.edge - b.edge)
    .map(({ piece }) => piece);
}

describe.skipIf(LACKS_BROWSER)('text that runs from right to left', () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = await Promise.all([startBrowser(), startSite(await servicesOf(ENTRIES))]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const open = async (path: string): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 3000, height: 900 } });
    await page.goto(site.url + path);
    return page;
  };

  const CASES = LANGUAGES.map((one) => [one.tag, one] as const);

  it.each(CASES)(
    'an answer keeps its order, and so do help and what it names: %s',
    async (tag, { question, title, items, date, help, mention, unknown }) => {
      const page = await open(`/?lang=${tag}`);
      for (const [at, words] of [question, '/help', unknown].entries()) {
        await page.locator('#question').fill(words);
        await page.keyboard.press('Enter');
        await page.locator('.turn').nth(at).waitFor();
      }
      for (const pieces of [title, items, date, CITATION, ['Office!', '!'], help, mention])
        expect(await shown(page, '.turn .reply :is(h2, p, div, li)', pieces)).toEqual(pieces);
      await page.context().close();
    },
  );

  it.each(CASES)('a preview keeps its: %s', async (tag, { question, item, title, items, date }) => {
    const page = await open(`/dashboard?lang=${tag}`);
    await page.locator('#token').fill(WEB_TOKEN);
    await page.keyboard.press('Enter');
    await page.locator('#token').waitFor({ state: 'detached' });
    await page.goto(`${site.url}/dashboard/entry?id=${encodeURIComponent(`questions/${tag}`)}`);
    // What is shipped stands in no file here, so that the form is empty.
    for (const [name, words] of Object.entries({
      question,
      answer: `${question}\n\n- ${item}`,
      sources: SOURCE.title,
      asOf: '2023-04-28',
    }))
      await page.locator(`[name="${name}"]`).fill(words);
    await page.locator('[data-previews]').click();
    await page.locator('[data-preview] .reply').waitFor();
    for (const pieces of [title, items, date, CITATION])
      expect(await shown(page, '[data-preview] .reply :is(h2, p, div, li)', pieces)).toEqual(pieces);
    await page.context().close();
  });
});
