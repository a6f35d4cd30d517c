import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../../../src/bot/services.ts';
import { LACKS_BROWSER, type Site, startBrowser, startSite, troublesOf, violationsIn } from '../../helpers/browser.ts';
import { WEB_TOKEN } from '../../helpers/pages.ts';
import { putQuestion } from '../../helpers/questions.ts';
import { telegramServices } from '../../helpers/telegram-bot.ts';

const COMMUNITY = 'web:pages';
const PATIENT = { timeout: 60_000, interval: 50 };
/** What a club is asked and its pack lacks; the entries on hours, refunds and bans are near to some. */
const LIKE_HOURS = ['opening hours on holidays', 'is the office open at night', 'opening hours in the summer'];
const NEW = ['parking for bikes', 'gift cards', 'locker keys', 'lost umbrella', 'dogs inside'];
const IDLE = ['lol what', 'anyone here', 'test test', 'who won yesterday', 'brb dinner', 'nice weather', 'hm'];
const TOGETHER = ['coffee machine broken', 'the coffee machine is dead', 'no coffee again'];
const QUESTIONS = [
  ...LIKE_HOURS,
  ...NEW,
  ...IDLE,
  ...TOGETHER,
  ...Array.from({ length: 12 }, (_, at) => `spam number ${'abcdefghijkl'[at]}`),
];
const HOSTILE = [
  '<img src=x onerror=alert(1)> **bold** @everyone [a](javascript:alert(2))',
  `${'ض̴̡̢̧̨̛̖̗̘̙'.repeat(60)}`,
  'abc \u202Edetrevni \u2067',
  'unbroken'.repeat(500),
];

describe.skipIf(LACKS_BROWSER)('the questions without an answer, in a browser', () => {
  let browser: Browser;
  let services: Services;
  let site: Site;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    services = await telegramServices();
    site = await startSite(services);
    return () => site.close();
  });

  const ask = (texts: readonly string[], parts: Partial<Parameters<typeof putQuestion>[1]> = {}) =>
    services.store.transact(async (unit) => {
      for (const text of texts) await putQuestion(unit, { community: COMMUNITY, at: services.now(), ...parts, text });
    });
  const left = async (): Promise<string[]> => (await services.questions.list(COMMUNITY)).map(({ text }) => text);

  async function enter(options: Parameters<Browser['newPage']>[0] = {}, language = 'en') {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    const troubles = troublesOf(page);
    await page.goto(`${site.url}/dashboard?lang=${language}`);
    await page.locator('#token').fill(WEB_TOKEN);
    await page.keyboard.press('Enter');
    await page.locator('#questions').waitFor();
    await page.goto(`${site.url}/dashboard?community=${COMMUNITY}`);
    return { page, troubles };
  }

  const focused = (page: Page): Promise<string> =>
    page.evaluate<string>(
      'document.activeElement?.closest("[data-question]")?.querySelector(".ask-text")?.textContent ?? ""',
    );
  const countIn = async (page: Page): Promise<number> => page.locator('.ask').count();
  const overflow = (page: Page): Promise<number> =>
    page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

  /** Presses keys, which are counted; waits until as many questions are left. */
  function keyboard(page: Page) {
    let presses = 0;
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) {
        presses++;
        await page.keyboard.press(key);
      }
    };
    const until = async (count: number): Promise<void> => {
      await expect.poll(() => countIn(page), PATIENT).toBe(count);
      await expect.poll(() => page.locator('.ask:focus, .ask *:focus, .said:focus').count(), PATIENT).toBe(1);
    };
    return { press, until, presses: () => presses };
  }

  /** Moves to a question, by `j`. */
  async function moveTo(page: Page, press: (...keys: string[]) => Promise<void>, text: string): Promise<void> {
    for (let at = 0; at < QUESTIONS.length && (await focused(page)) !== text; at++) await press('j');
    expect(await focused(page)).toBe(text);
  }

  it('thirty are dealt with by the keyboard alone, in two presses each beside the answers’ words', async () => {
    await ask(QUESTIONS);
    const { page, troubles } = await enter();
    const { press, until, presses } = keyboard(page);
    await page.locator('.skip[href="#inbox-list"]').focus();
    await press('Enter');
    await page.locator('.ask:focus').waitFor();
    let count = QUESTIONS.length;
    expect(await countIn(page)).toBe(count);
    // Down the list, once: each gets what it deserves, and the focus goes on by itself.
    while (count > TOGETHER.length) {
      const text = await focused(page);
      if (TOGETHER.includes(text)) {
        await press('j');
        continue;
      }
      if (LIKE_HOURS.includes(text)) await press('e', '1');
      else if (NEW.includes(text)) {
        await press('n');
        await page.keyboard.type(`About ${text}: see the board.`);
        await press('Control+Enter');
      } else await press('i');
      await until(--count);
      if (text !== IDLE[0]) continue;
      // One goes by mistake, and comes back.
      await press('u');
      await until(++count);
      while ((await focused(page)) !== text) await press('k');
      await press('i');
      await until(--count);
    }
    // Those that are one: ticked, and one entry for all of them.
    await page.locator('.ask').first().focus();
    await press('x', 'j', 'x', 'j', 'x', 'e');
    await page.locator('.together h2:focus').waitFor();
    await press('n');
    await page.keyboard.type('It is being mended.');
    await press('Control+Enter');
    await until(0);
    const entries = (await services.communities.byId(COMMUNITY)).state.all('entry').map(([, { text }]) => text);
    expect(entries).toHaveLength(NEW.length + 1);
    for (const words of TOGETHER) expect(entries.find((text) => text.includes('mended'))).toContain(words);
    expect(await page.locator('.said').textContent()).toContain('Undo');
    expect(await left()).toEqual([]);
    expect(await page.locator('#questions').textContent()).toContain('No open questions');
    expect(presses()).toBeLessThanOrEqual(2 * QUESTIONS.length);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('has keys only while the list has the focus: they move, tick, open, close and help', async () => {
    await ask(QUESTIONS.slice(0, 6));
    const { page, troubles } = await enter();
    const { press } = keyboard(page);
    await page.locator('h2#t-questions').click();
    await press('i', 'x', 'e', '?');
    expect(await countIn(page)).toBe(6);
    expect(await page.locator('.tick:checked, .ask details[open], .keys[open]').count()).toBe(0);
    await page.locator('.ask').first().focus();
    const [first, second] = await page.locator('.ask-text').allTextContents();
    await press('j');
    expect(await focused(page)).toBe(second);
    await press('ArrowUp');
    expect(await focused(page)).toBe(first);
    await press('?');
    await page.locator('.keys[open]').waitFor();
    await press('x');
    expect(await page.locator('.tick:checked').count()).toBe(1);
    await press('x', 'e');
    await page.locator('.ask details[open] textarea').first().focus();
    await page.keyboard.type('jkxi?');
    expect(await page.locator('.ask details[open] textarea').first().inputValue()).toBe('jkxi?');
    await press('Escape');
    expect(await page.locator('.ask details[open]').count()).toBe(0);
    expect(await focused(page)).toBe(first);
    await moveTo(page, press, second ?? '');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('keeps an answer that is being written while another question is dealt with', async () => {
    await ask(['parking for bikes', 'gift cards']);
    const { page } = await enter();
    const bikes = page.locator('.ask', { hasText: 'parking for bikes' });
    await bikes.locator('summary').click();
    await bikes.locator('textarea').first().fill('Behind the house.');
    await page.locator('.ask', { hasText: 'gift cards' }).locator('.ask-ignore').click();
    await expect.poll(() => countIn(page), PATIENT).toBe(1);
    expect(await bikes.locator('textarea').first().inputValue()).toBe('Behind the house.');
    expect(await page.locator('[role="status"].said').textContent()).toContain('is off the list');
    // What would break something is asked again, and gets the focus.
    await bikes.locator('input[name="heading"]').fill('When is the office open?');
    await bikes.locator('.primary').click();
    await page.locator('.said .asks').waitFor();
    expect(await page.evaluate('document.activeElement?.matches(".said")')).toBe(true);
    expect(await bikes.locator('textarea').first().inputValue()).toBe('Behind the house.');
    await page.locator('.said').getByRole('button', { name: 'Do it anyway' }).click();
    await page.locator('.said').filter({ hasText: 'Undo' }).waitFor();
    expect((await services.communities.byId(COMMUNITY)).state.all('entry')).toHaveLength(1);
    await page.context().close();
  });

  it('works without a script', async () => {
    await ask(['parking for bikes', 'gift cards', 'gift card shop']);
    const { page } = await enter({ javaScriptEnabled: false });
    expect(await page.locator('[data-keys]').isVisible()).toBe(false);
    const bikes = page.locator('.ask', { hasText: 'parking for bikes' });
    await bikes.locator('summary').click();
    await bikes.locator('textarea').first().fill('Behind the house.');
    await bikes.locator('.primary').click();
    await page.locator('.outcome', { hasText: 'Undo' }).waitFor();
    expect(await countIn(page)).toBe(2);
    for (const tick of await page.locator('.tick').all()) await tick.check();
    await page.locator('.with-ticked [value="together"]').click();
    await page.locator('.together textarea').fill('At the desk.');
    await page.locator('.together .primary').click();
    await page.locator('#questions', { hasText: 'No open questions' }).waitFor();
    expect(await left()).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['en', 'light', 1280],
    ['ar', 'dark', 320],
    ['zh-Hans', 'light', 320],
    ['fa', 'light', 1280],
  ] as const)(
    'in %s, %s, %d wide: fits, whatever is asked, and axe finds nothing',
    async (language, colorScheme, width) => {
      await ask([...HOSTILE, ...LIKE_HOURS, 'gift cards'], { people: 3 });
      await ask(['who has the keys'], {
        state: 'passed',
        asker: { place: 'discord:1', channel: '123456789012345678' },
      });
      const { page, troubles } = await enter({ colorScheme, viewport: { width, height: 800 } }, language);
      expect(await overflow(page)).toBe(0);
      expect(await violationsIn(page)).toEqual([]);
      for (const summary of await page.locator('.ask-answer summary').all()) await summary.click();
      await page.locator('.tick').nth(1).check();
      await page.locator('.tick').nth(2).check();
      await page.locator('.with-ticked [value="together"]').click();
      await page.locator('.together').waitFor();
      await page.locator('.keys summary').click();
      expect(await overflow(page)).toBe(0);
      expect(await violationsIn(page)).toEqual([]);
      expect(await page.locator('.inbox img, .inbox script').count()).toBe(0);
      await page.locator('.with-ticked [value="ignore"]').click();
      await page.locator('.said .reply').waitFor();
      expect(await overflow(page)).toBe(0);
      expect(await violationsIn(page)).toEqual([]);
      expect(troubles).toEqual([]);
      await page.context().close();
    },
  );
});
