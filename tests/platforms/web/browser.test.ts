import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Services } from '../../../src/bot/services.ts';
import { LACKS_BROWSER, type Site, startBrowser, startSite, troublesOf, violationsIn } from '../../helpers/browser.ts';
import { WEB_TOKEN } from '../../helpers/pages.ts';
import { putQuestion } from '../../helpers/questions.ts';
import { telegramServices } from '../../helpers/telegram-bot.ts';

const COMMUNITY = 'test:here';

/** What the page's own functions find there; the tests know no DOM. */
interface Measured {
  readonly getBoundingClientRect: () => { readonly left: number; readonly right: number; readonly height: number };
}
interface Styled {
  readonly getComputedStyle: (one: unknown) => { readonly outlineStyle: string };
}

describe.skipIf(LACKS_BROWSER)('in a browser', () => {
  let browser: Browser;
  let services: Services;
  let site: Site;
  beforeAll(async () => {
    services = await telegramServices();
    await fill(services);
    [browser, site] = await Promise.all([startBrowser(), startSite(services)]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; troubles: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    const troubles = troublesOf(page);
    await page.goto(site.url + path);
    return { page, troubles };
  }

  async function done({ page, troubles }: { page: Page; troubles: string[] }): Promise<void> {
    expect(troubles).toEqual([]);
    await page.context().close();
  }

  const overflow = (page: Page) =>
    page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  const focused = (page: Page) => page.evaluate<string>('(document.activeElement?.textContent ?? "").trim()');

  /** Presses Tab until something with these words has the focus. */
  async function tabTo(page: Page, words: string): Promise<void> {
    for (let at = 0; at < 80; at++) {
      await page.keyboard.press('Tab');
      if ((await focused(page)).startsWith(words)) return;
    }
    expect.fail(`nothing with the words ${words} gets the focus`);
  }

  /** Signs in, and looks at a community. */
  async function enter(page: Page, community = COMMUNITY): Promise<void> {
    await page.locator('#token').fill(WEB_TOKEN);
    await page.keyboard.press('Enter');
    await page.locator('.tiles').waitFor();
    await page.goto(`${site.url}/dashboard?community=${community}`);
  }

  it.each([
    [
      'en',
      'light',
      'why was my account banned?',
      'Why was my account banned?',
      'Can I get a refund for my subscription?',
    ],
    ['zh-Hans', 'light', '账号被封是什么原因', '为什么我的账号被封了？', '订阅可以退款吗？'],
    ['fa', 'dark', 'دلیل مسدود شدن حساب', 'چرا حساب من مسدود شد؟', 'آیا می‌توانم پولم را پس بگیرم؟'],
  ] as const)(
    'a visit in %s, %s, goes by the keyboard alone (ask, read, follow a button, vote), and has nothing that axe finds',
    async (language, colorScheme, question, title, related) => {
      const opened = await open(`/?lang=${language}`, { colorScheme });
      const { page } = opened;
      await page.locator('#question:focus').waitFor();
      await page.keyboard.type(question);
      await page.keyboard.press('Enter');
      await page.locator('.turn').first().waitFor();
      expect(await page.locator('.turn .reply h2').allTextContents()).toEqual([title]);
      expect(await page.locator('.turn:focus').count()).toBe(1);
      expect(await page.locator('.why mark').count()).toBeGreaterThan(0);
      await tabTo(page, related);
      await page.keyboard.press('Enter');
      await page.locator('.turn').nth(1).waitFor();
      expect(await page.locator('.turn .reply h2').first().textContent()).toBe(related);
      await tabTo(page, '👍');
      await page.keyboard.press('Enter');
      await page.locator('.turn').nth(2).waitFor();
      await page.locator('#question').fill('/help');
      await page.keyboard.press('Enter');
      await page.locator('.turn').nth(3).waitFor();
      await page.locator('.more-why > summary').first().click();
      expect(await violationsIn(page)).toEqual([]);
      await done(opened);
    },
  );

  it('works without a script', async () => {
    const opened = await open('/?lang=en', { javaScriptEnabled: false });
    const { page } = opened;
    await page.locator('#question').fill('when is the office open?');
    await page.keyboard.press('Enter');
    await page.locator('.turn .reply h2').waitFor();
    await page.locator('.switch select').selectOption('zh-Hans');
    await page.locator('.switch .go').click();
    await page.locator('html[lang="zh-Hans"]').waitFor();
    expect(await page.locator('.switch select').inputValue()).toBe('zh-Hans');
    await done(opened);
  });

  it.each([
    ['ar', 390],
    ['fa', 1280],
    ['zh-Hans', 320],
  ])('fits in %s, %d wide', async (language, width) => {
    const opened = await open(`/?lang=${language}`, { viewport: { width, height: 800 } });
    const { page } = opened;
    await page.locator('#question').fill('why was my account banned?');
    await page.keyboard.press('Enter');
    await page.locator('.turn').waitFor();
    expect(await overflow(page)).toBe(0);
    const isRight = language === 'ar' || language === 'fa';
    const box = await page.locator('.mark').boundingBox();
    expect((box?.x ?? 0) > width / 2).toBe(isRight);
    expect(await page.locator('html').getAttribute('dir')).toBe(isRight ? 'rtl' : 'ltr');
    expect(await violationsIn(page)).toEqual([]);
    await done(opened);
  });

  it('has a hint that a phone shows in full, in every language', async () => {
    const opened = await open('/?lang=en', { viewport: { width: 320, height: 700 } });
    for (const language of services.languages.keys()) {
      await opened.page.goto(`${site.url}/?lang=${language}`);
      const room = await opened.page.evaluate<number>(`(() => {
        const input = document.querySelector('#question');
        const style = getComputedStyle(input);
        const canvas = document.createElement('canvas').getContext('2d');
        canvas.font = style.font;
        return input.clientWidth - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd) - canvas.measureText(input.placeholder).width;
      })()`);
      expect(room, language).toBeGreaterThanOrEqual(0);
    }
    await done(opened);
  });

  it('says so and keeps what was typed where the bot is away, or fails, or a proxy says nothing', async () => {
    const context = await browser.newContext();
    const first = await context.newPage();
    await first.goto(`${site.url}/dashboard?lang=en`);
    await enter(first);
    for (const [answer, words] of [
      [(route: Route) => route.abort(), 'No answer came.'],
      [
        (route: Route) =>
          route.fulfill({
            status: 500,
            contentType: 'text/html',
            body: '<p class="trouble">Something went wrong.</p>',
          }),
        'Something went wrong.',
      ],
      [(route: Route) => route.fulfill({ status: 502, body: '' }), 'No answer came.'],
    ] as const) {
      const page = await context.newPage();
      const breaks = () =>
        page.route('**/*', (route) => (route.request().method() === 'POST' ? answer(route) : route.continue()));
      await breaks();
      await page.goto(`${site.url}/`);
      await page.locator('#question').fill('why was my account banned?');
      await page.keyboard.press('Enter');
      await page.locator('[data-trouble]').filter({ hasText: words }).waitFor();
      expect(await page.locator('#question').inputValue()).toBe('why was my account banned?');
      await page.unroute('**/*');
      await page.goto(`${site.url}/dashboard?community=${COMMUNITY}`);
      await page.locator('.ask-answer summary').first().click();
      await page.locator('.fresh textarea').first().fill('Behind the house.');
      await breaks();
      await page.locator('.fresh .primary').first().click();
      await page.locator('.said').filter({ hasText: words }).waitFor();
      expect(await page.locator('.fresh textarea').first().inputValue()).toBe('Behind the house.');
      page.on('dialog', (dialog) => void dialog.accept());
      await page.goto(`${site.url}/dashboard/entry?id=questions/hours&text=en`);
      await page.locator('#f-answer').fill('At ten.');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.locator('.outcome .failed').filter({ hasText: words }).waitFor();
      expect(await page.locator('#f-answer').inputValue()).toBe('At ten.');
    }
    await context.close();
  });

  describe('the dashboard', () => {
    it.each([
      ['en', 'light', 1280],
      ['zh-Hans', 'dark', 390],
      ['ar', 'dark', 1280],
    ] as const)(
      'in %s, %s, %d wide: opens by the keyboard, fits, and has nothing that axe finds',
      async (language, colorScheme, width) => {
        const opened = await open(`/dashboard?lang=${language}`, { colorScheme, viewport: { width, height: 900 } });
        const { page } = opened;
        expect(await violationsIn(page)).toEqual([]);
        await page.keyboard.type(WEB_TOKEN);
        await page.keyboard.press('Enter');
        await page.locator('.u-wrap canvas').waitFor();
        expect(await overflow(page)).toBe(0);
        expect(await violationsIn(page)).toEqual([]);
        await done(opened);
      },
    );

    it('shows what a button comes to, and renews what it changed', async () => {
      const opened = await open('/dashboard?lang=en');
      const { page } = opened;
      await enter(page);
      await page.locator('.typed summary').click();
      await page.locator('#command').fill('/pin question: lockers entry: questions/hours');
      await page.keyboard.press('Enter');
      await page.locator('.outcome .reply').waitFor();
      await page.locator('#pins button').waitFor();
      await page.locator('#history').getByRole('button', { name: /^Undo/ }).first().click();
      await page.locator('#pins .none').waitFor();
      await page.locator('.ask-answer summary').first().click();
      await page.locator('.fresh textarea').first().waitFor();
      expect(await violationsIn(page)).toEqual([]);
      await done(opened);
    });

    it.each([
      ['en', 'light', 390],
      ['fa', 'dark', 1280],
    ] as const)(
      'has entries, in %s, %s, %d wide: they fit, and axe finds nothing',
      async (language, colorScheme, width) => {
        const opened = await open(`/dashboard?lang=${language}`, { colorScheme, viewport: { width, height: 900 } });
        const { page } = opened;
        await enter(page);
        for (const path of [
          '/dashboard/entries',
          '/dashboard/entry?id=questions/why-banned',
          '/dashboard/entry',
          '/dashboard/exchange',
          '/dashboard/people',
          '/dashboard/link#x',
        ]) {
          await page.goto(site.url + path);
          expect(await overflow(page), path).toBe(0);
          expect(await violationsIn(page), path).toEqual([]);
        }
        await page.goto(`${site.url}/dashboard/exchange`);
        await page.locator('#files').setInputFiles([
          {
            name: 'faq.md',
            mimeType: 'text/markdown',
            buffer: Buffer.from('# FAQ\n\n## Where?\n\n<b>Here</b>.\n\n## Empty?\n'),
          },
        ]);
        await page.locator('.drop .primary').click();
        await page.locator('#preview').waitFor();
        expect(await overflow(page)).toBe(0);
        expect(await violationsIn(page)).toEqual([]);
        await page.goto(`${site.url}/dashboard/phrasings?entry=questions/why-banned`);
        await page
          .locator('#f-answer')
          .fill(
            '## en/questions/why-banned\n- what made them shut the bot off\n- ban of 1812\n- why\n\n## nobody\n- a\n',
          );
        await page.locator('[name="do"][value="read"]').click();
        await page.locator('[name="line"]').first().waitFor();
        expect(await overflow(page)).toBe(0);
        expect(await violationsIn(page)).toEqual([]);
        expect(opened.troubles).toEqual([]);
        await page.goto(`${site.url}/nothing`);
        expect(await violationsIn(page)).toEqual([]);
        await page.context().close();
      },
    );

    it('says in words that a page failed, in Persian, in the dark, on a phone: it fits, and axe finds nothing', async () => {
      const broken = await startSite(services, () => Promise.reject(new Error('broken')));
      const page = await browser.newPage({ viewport: { width: 390, height: 900 }, colorScheme: 'dark' });
      await page.goto(`${broken.url}/?lang=fa`);
      await page.locator('#question').fill('hello');
      // As a browser without scripts sends it.
      await page.evaluate('HTMLFormElement.prototype.submit.call(document.querySelector("#question").form)');
      await page.locator('[role="alert"]').waitFor();
      expect(await page.title()).toBe('Wenda · 500');
      expect(await overflow(page)).toBe(0);
      expect(await violationsIn(page)).toEqual([]);
      await page.context().close();
      await broken.close();
    });

    it('has every button and every link in sight on a phone, in English and in Persian', async () => {
      const opened = await open('/dashboard?lang=en', { viewport: { width: 390, height: 800 } });
      const { page } = opened;
      await enter(page);
      for (const language of ['en', 'fa']) {
        await page.goto(`${site.url}/dashboard?community=${COMMUNITY}&lang=${language}`);
        const boxes = await page
          .locator('.links a, .links button, .inbox :is(summary, button, a), #top td.do a')
          .evaluateAll((all) => all.map((one) => (one as unknown as Measured).getBoundingClientRect()));
        expect(boxes.length).toBeGreaterThan(8);
        for (const { left, right } of boxes) expect(left >= 0 && right <= 390, language).toBe(true);
        for (const { height } of await page
          .locator('.share .bar')
          .evaluateAll((all) => all.map((one) => (one as unknown as Measured).getBoundingClientRect())))
          expect(height, language).toBeLessThan(12);
      }
      await done(opened);
    });

    it('takes files by a label in the reader’s language, and says which were chosen', async () => {
      const opened = await open('/dashboard?lang=fa');
      const { page } = opened;
      await enter(page);
      await page.goto(`${site.url}/dashboard/exchange`);
      const input = page.getByLabel('فایل‌ها را انتخاب کنید');
      await input.focus();
      expect(
        await page
          .locator('.drop-zone')
          .evaluate((zone) => (globalThis as unknown as Styled).getComputedStyle(zone).outlineStyle),
      ).not.toBe('none');
      await input.setInputFiles([
        { name: 'faq.md', mimeType: 'text/markdown', buffer: Buffer.from('# a') },
        { name: '<b>.md', mimeType: 'text/markdown', buffer: Buffer.from('# b') },
      ]);
      expect(await page.locator('[data-chosen] li').allTextContents()).toEqual(['faq.md', '<b>.md']);
      expect(await violationsIn(page)).toEqual([]);
      await done(opened);
    });

    it('writes an entry without a typed command: preview, save, find, correct, undo', async () => {
      const opened = await open('/dashboard?lang=en');
      const { page } = opened;
      await enter(page, 'web:pages');
      await page.goto(`${site.url}/dashboard/entries`);
      await page.getByRole('link', { name: 'New entry' }).click();
      await page.locator('#f-question').fill('Where do I park my bicycle?');
      await page.locator('#f-answer').fill('Behind the **house**.');
      await page.locator('[data-preview] .reply strong', { hasText: 'house' }).waitFor();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.locator('.outcome .reply').waitFor();
      await page.locator('#history').getByRole('button', { name: /^Undo/ }).waitFor();
      await page.locator('#f-answer').fill('Beside the house.');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.locator('.outcome', { hasText: 'Corrected' }).waitFor();
      await page.goto(`${site.url}/`);
      await page.locator('#question').fill('where do I park my bicycle?');
      await page.keyboard.press('Enter');
      await page.locator('.turn .reply', { hasText: 'Beside the house.' }).waitFor();
      await done(opened);
    });

    it('puts signs around words, warns before they are lost, and takes a double press for one', async () => {
      const { page } = await open('/dashboard?lang=en');
      await enter(page, 'web:pages');
      await page.goto(`${site.url}/dashboard/entry?text=en`);
      await page.locator('#f-question').fill('Where do I leave my keys?');
      await page.locator('#f-answer').fill('At the desk.');
      await page.locator('#f-answer').selectText();
      await page.getByRole('button', { name: 'Bold' }).click();
      expect(await page.locator('#f-answer').inputValue()).toBe('**At the desk.**');
      const warned = page.waitForEvent('dialog');
      await page.evaluate('setTimeout(() => location.assign("/"))');
      expect((await warned).type()).toBe('beforeunload');
      await page.getByRole('button', { name: 'Save' }).dblclick();
      await page.locator('#history').getByRole('button', { name: /^Undo/ }).waitFor();
      const saved = async () => (await services.communities.byId('web:pages')).state.all('entry').map(([key]) => key);
      await expect
        .poll(async () => (await saved()).filter((key) => key.includes('keys')), { timeout: 10_000 })
        .toEqual(['en/questions/where-do-i-leave-my-keys']);
      await page.goto(`${site.url}/`);
      await page.locator('#question').waitFor();
      await page.context().close();
    });

    it('loses nothing where a form outlives its session: one signs in beside it, and presses again', async () => {
      const { page } = await open('/dashboard?lang=en');
      await enter(page);
      await page.goto(`${site.url}/dashboard/entry?text=en`);
      await page.context().clearCookies({ name: 'wenda_key' });
      await page.locator('#f-question').fill('Where is the canteen?');
      await page.locator('#f-answer').fill('At noon.');
      await page.getByRole('button', { name: 'Save' }).click();
      const beside = page.waitForEvent('popup');
      await page.locator('.outcome .failed', { hasText: 'You are no longer signed in.' }).getByRole('link').click();
      const dashboard = await beside;
      await dashboard.locator('#token').fill(WEB_TOKEN);
      await dashboard.keyboard.press('Enter');
      await dashboard.locator('.tiles').waitFor();
      expect(await page.locator('#f-answer').inputValue()).toBe('At noon.');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.locator('.outcome .reply').waitFor();
      await page.context().close();
    });

    it('follows the news', async () => {
      const opened = await open('/dashboard?lang=en');
      const { page } = opened;
      await enter(page);
      // The page before listens, too.
      await page.goto('about:blank');
      const listening = page.waitForResponse((response) => response.url().includes('/dashboard/events'));
      await page.goto(`${site.url}/dashboard?community=${COMMUNITY}`);
      await listening;
      for (let at = 0; at < 4321; at++)
        services.counter.count({ community: COMMUNITY, what: 'asked', language: 'en', platform: 'test', entry: '' });
      await services.counter.flush();
      await page.getByText('4,331').first().waitFor();
      await done(opened);
    });
  });
});

async function fill({ store, now }: Services): Promise<void> {
  const day = now().slice(0, 10);
  const tally = { community: COMMUNITY, day, language: 'en', platform: 'test', entry: '' };
  await store.transact(async (unit) => {
    const { tallies } = unit;
    await tallies.add([
      { ...tally, what: 'asked', count: 10 },
      { ...tally, what: 'answered', entry: 'questions/refund', count: 7 },
      { ...tally, what: 'offered', count: 2 },
      { ...tally, what: 'unanswered', count: 1 },
      { ...tally, what: 'liked', entry: '0.9', count: 9 },
      { ...tally, what: 'disliked', entry: '0.7', count: 1 },
    ]);
    await putQuestion(unit, { community: COMMUNITY, text: 'is there parking', people: 4, at: now() });
  });
}
