import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notice, paragraph, text } from '../../../src/bot/answers/reply.ts';
import type { Respond } from '../../../src/bot/bot.ts';
import { encode } from '../../../src/bot/community/records.ts';
import type { Services } from '../../../src/bot/services.ts';
import { LACKS_BROWSER, startBrowser, startSite, troublesOf } from '../../helpers/browser.ts';
import { hostileStrings } from '../../helpers/hostile-strings.ts';
import { WEB_TOKEN } from '../../helpers/pages.ts';
import { putQuestion } from '../../helpers/questions.ts';
import { telegramServices } from '../../helpers/telegram-bot.ts';

const STRINGS = hostileStrings(600);
/** Strings on one page, in one answer, in one name. */
const AT_ONCE = 100;
const groups = Array.from({ length: STRINGS.length / AT_ONCE }, (_, at) =>
  STRINGS.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
);

const isForm = (group: number): boolean => group % 3 === 1;
const isFile = (group: number): boolean => group % 3 === 2;

/** Runs in the page: what there must not be, and how many choices there are; then the answer is gone. */
const COUNT = `(() => {
  const turns = document.querySelector('[data-turns]');
  const count = (selector, isIt = () => true) => [...turns.querySelectorAll(selector)].filter(isIt).length;
  const found = {
    forbidden: count('script, iframe, object, embed, base, meta, link, style, img, math, template, [onerror], [onload], [onfocus], [onmouseover], [style], [autofocus]'),
    addresses: count('a', ({ protocol }) => !['http:', 'https:'].includes(protocol)),
    actions: count('form', ({ action }) => new URL(action).origin !== location.origin),
    choices: count('.reply :is(.choices, .tools) button'),
  };
  turns.replaceChildren();
  return found;
})()`;

describe.skipIf(LACKS_BROWSER)('hostile strings', () => {
  let browser: Browser;
  let services: Services;
  beforeAll(async () => {
    [browser, services] = await Promise.all([startBrowser(), telegramServices()]);
  });
  afterAll(() => browser.close());

  /** Says each back as title, answer, code, link, note and choice, and some in a form and as a file. */
  const echo: Respond = async ({ text: asked }) => {
    const number = Number(asked.split(' ', 1)[0]);
    const own = groups[number] ?? [];
    const [title = ''] = own;
    const worded = {
      language: 'en',
      blocks: own.flatMap((words) => [
        paragraph(text(words), { kind: 'code', text: words }, { kind: 'link', url: words, children: [text(words)] }),
        { kind: 'code' as const, text: words },
      ]),
      notes: own
        .slice(0, 10)
        .map((words) => [
          text(words),
          { kind: 'link' as const, url: `https://example.org/${words}`, children: [text(words)] },
        ]),
    };
    const fields = own
      .slice(0, 10)
      .map((words, at) => ({ name: `f${at}`, label: words, value: words, required: false, long: at % 2 === 0 }));
    if (isForm(number)) return { kind: 'form', ...worded, form: { command: 'teach', title, fields } };
    if (isFile(number)) return { kind: 'file', ...worded, file: { name: title, text: own.join('\n') } };
    const choices = own.map((words) => ({ label: words, command: 'show', argument: words }));
    return notice('en', { ...worded, title: own.join(' '), question: title, choices });
  };

  it('stay words as title, answer, choice and form, and as question', async () => {
    const site = await startSite(services, echo);
    const page = await browser.newPage();
    const troubles = troublesOf(page);
    await page.goto(`${site.url}/?lang=en`);
    for (const [at, own] of groups.entries()) {
      // A question has one line and 2,000 letters; its words come back in the heading and beside the answer.
      await page.locator('#question').fill(`${at} ${own.slice(0, 20).join(' ')}`.slice(0, 2000));
      await page.locator('.composer .primary').click();
      await page.locator('body:not(.waiting) .turn').waitFor();
      const found = await page.evaluate<unknown>(COUNT);
      const choices = isForm(at) || isFile(at) ? 0 : AT_ONCE;
      expect(found, `group ${at}`).toEqual({ forbidden: 0, addresses: 0, actions: 0, choices });
    }
    expect(troubles).toEqual([]);
    await page.close();
    await site.close();
  });

  it('stay words as names of communities, questions that were asked, and pins', async () => {
    const now = services.now();
    await services.store.transact(async (unit) => {
      const { log } = unit;
      for (const [at, own] of groups.entries()) {
        const community = `test:${at}`;
        const edit = {
          community,
          kind: 'place' as const,
          key: community,
          after: encode('place', { title: own.join(' ').toWellFormed().replaceAll('\u0000', '') }),
        };
        const pins = own.slice(0, 20).map((words, index) => ({
          community,
          kind: 'pin' as const,
          key: `en ${index}`,
          after: encode('pin', {
            question: words.toWellFormed(),
            language: 'en',
            entry: 'questions/hours',
            by: '',
            at: now,
          }),
        }));
        await log.append({
          community,
          person: 'p',
          place: community,
          at: now,
          command: 'pin',
          why: own.join(' ').toWellFormed().replaceAll('\u0000', ''),
          forced: null,
          undoes: null,
          edits: [edit, ...pins],
        });
        for (const words of own.slice(0, 5))
          await putQuestion(unit, {
            ...{ community, text: words.toWellFormed().replaceAll('\u0000', ''), people: 3, at: now },
          });
      }
    });
    await services.communities.refresh();
    const site = await startSite(services);
    const page = await browser.newPage();
    const troubles = troublesOf(page);
    await page.goto(`${site.url}/dashboard?lang=en`);
    await page.locator('#token').fill(WEB_TOKEN);
    await page.keyboard.press('Enter');
    await page.locator('.tiles').waitFor();
    expect(await page.locator('select[name="community"] option').count()).toBe(groups.length + 1);
    for (const at of groups.keys()) {
      await page.goto(`${site.url}/dashboard?community=test:${at}`);
      expect(
        await page
          .locator(
            'script:not([src]), iframe, base, style, img, [onerror], [onload], [onfocus], [onmouseover], main [style]:not(.u-wrap, .u-wrap *, .uplot), main [autofocus]',
          )
          .count(),
        `group ${at}`,
      ).toBe(0);
      expect(await page.locator('#pins tbody tr').count()).toBe(20);
    }
    expect(troubles).toEqual([]);
    await page.close();
    await site.close();
  });
});
