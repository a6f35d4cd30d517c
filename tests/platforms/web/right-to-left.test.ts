import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, type Site, startBrowser, startSite } from '../../helpers/browser.ts';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { servicesOf } from '../../helpers/services.ts';

/** A title that begins and ends with signs, which belong to no direction, and a publisher in other letters. */
const SOURCE = { title: '‘Political propaganda’: China (again)', publisher: 'Office!', published: '2023-03' };
const ENTRY = (language: string, title: string) =>
  entryOf(`questions/${language}`, textOf(language, title, [], { sources: [SOURCE], answer: [{ kind: 'paragraph', children: [{ kind: 'text', text: title }] }] }));
const ENTRIES = [ENTRY('fa', 'چرا چین ChatGPT را ممنوع کرد؟'), ENTRY('ar', 'لماذا حظرت الصين ChatGPT؟')];

/** Left edges, in pixels, of each first character of some pieces in the last element with this class that holds them all. */
const EDGES = `(selector, pieces) => {
  const element = [...document.querySelectorAll(selector)].filter((one) => pieces.every((piece) => one.textContent.includes(piece))).at(-1);
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

describe.skipIf(CHROMIUM === undefined)('text that runs from right to left', () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = await Promise.all([startBrowser(), startSite(await servicesOf(ENTRIES))]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  it.each([
    ['fa', 'چرا چین ChatGPT را ممنوع کرد؟', '.discord'],
    ['fa', 'چرا چین ChatGPT را ممنوع کرد؟', '.telegram'],
    ['ar', 'لماذا حظرت الصين ChatGPT؟', '.discord'],
    ['ar', 'لماذا حظرت الصين ChatGPT؟', '.telegram'],
  ])('keeps the signs of a source’s title with it: %s, %s on %s', async (language, question, platform) => {
    // Wide enough that the citation stands on one line.
    const page = await browser.newPage({ viewport: { width: 3000, height: 900 } });
    await page.goto(`${site.url}/?lang=${language}`);
    await page.keyboard.type(question);
    await page.keyboard.press('Enter');
    await page.locator('.turn').first().waitFor();
    await page.locator(`[data-tab="${platform.slice(1)}"]`).check();
    const edges = (pieces: readonly string[]) => page.evaluate<number[]>(`(${EDGES})(${JSON.stringify(`${platform} p, ${platform} div, ${platform} small`)}, ${JSON.stringify(pieces)})`);
    // From left to right, as the title and the publisher's name themselves run.
    const [quote = 0, first = 0, close = 0, last = 0] = await edges(['‘Political', 'Political', '’: China', '(again)']);
    expect([quote < first, first < close, close < last]).toEqual([true, true, true]);
    const [publisher = 0, sign = 0] = await edges(['Office!', '!']);
    expect(publisher < sign).toBe(true);
    await page.context().close();
  });
});
