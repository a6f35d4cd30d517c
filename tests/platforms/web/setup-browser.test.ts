import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createSetup, type SetupOptions } from '../../../src/setup/setup.ts';
import { LACKS_BROWSER, startBrowser, startSite, troublesOf, violationsIn } from '../../helpers/browser.ts';
import { type FakeDiscord, fakeDiscord } from '../../helpers/fake-discord.ts';
import { APPLICATION } from '../../helpers/fake-discord-rest.ts';
import { type FakeTelegram, fakeTelegram, ME, TOKEN } from '../../helpers/fake-telegram.ts';
import { servicesOf } from '../../helpers/services.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const DISCORD = `${'a'.repeat(24)}.abcdef.${'b'.repeat(27)}`;
const OTHER = `${'c'.repeat(24)}.abcdef.${'d'.repeat(27)}`;
const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 } };

/** The first start, as the owner of a new bot sees it. `SHOTS` names a folder for pictures. */
describe.skipIf(LACKS_BROWSER)('the first start in a browser', () => {
  let browser: Browser;
  let discord: FakeDiscord;
  let telegram: FakeTelegram;
  beforeAll(async () => {
    [browser, discord, telegram] = await Promise.all([startBrowser(), fakeDiscord({ token: DISCORD }), fakeTelegram()]);
  });
  afterAll(async () => void (await Promise.all([browser.close(), discord.close(), telegram.close()])));
  beforeEach(() => {
    discord.clear();
    telegram.answer('getMe', ME);
  });

  /** Starts a bot without tokens, and opens its address. */
  async function begin(locale: string, options: BrowserContextOptions = {}, parts: Partial<SetupOptions> = {}) {
    const started: Readonly<Record<string, string>>[] = [];
    const file = join(temporaryFolder({}), '.env');
    const set = { DISCORD_API_URL: discord.apiUrl, TELEGRAM_API_ROOT: telegram.root };
    const setup = createSetup({
      file,
      set,
      hasKey: false,
      start: async (given) => void started.push(given),
      ...parts,
    });
    const config = {
      setup,
      get token() {
        return started[0]?.WEB_TOKEN;
      },
    };
    const site = await startSite(await servicesOf([]), undefined, config);
    onTestFinished(site.close);
    const page = await browser.newPage({ locale, viewport: { width: 900, height: 900 }, ...options });
    const troubles = troublesOf(page);
    await page.goto(`${site.url}/setup?code=${setup.code}`);
    await page.locator('#discord').waitFor();
    return { page, troubles, started, file, site, setup };
  }

  async function look(page: Page, name: string): Promise<void> {
    if (process.env.SHOTS)
      await page.screenshot({ path: join(process.env.SHOTS, `setup-${name}.png`), fullPage: true });
    expect(await violationsIn(page)).toEqual([]);
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate<number>(overflow)).toBe(0);
  }
  const words = (page: Page, name: string, sought: string) =>
    page.locator(`#s-${name}`).getByText(sought, { exact: false }).first().waitFor();

  it('checks each token as it is typed, shows the switch that is off, and goes on by itself once it is on', async () => {
    const { page, troubles, started, file } = await begin('en');
    await look(page, 'begin');
    await page.locator('#discord').fill('not a token');
    await words(page, 'discord', 'This is no token');
    await page.locator('#discord').fill(OTHER);
    await words(page, 'discord', 'Discord does not accept this token');
    telegram.trouble('getMe', { code: 401, description: 'Unauthorized' });
    await page.locator('#telegram').fill(TOKEN);
    await words(page, 'telegram', 'Telegram does not accept this token');
    await look(page, 'wrong');
    const matches = ({ path }: { path: string }) => path === '/applications/@me';
    const body = { id: APPLICATION, name: 'Wenda', flags: 0, bot: { username: 'Wenda' } };
    discord.override({ matches, status: 200, body, times: 1000 });
    await page.locator('#discord').fill(DISCORD);
    await words(page, 'discord', 'A switch is off');
    await words(page, 'telegram', 'Privacy mode is on');
    expect(await page.locator('svg.picture').count()).toBe(2);
    await look(page, 'switches');
    // The owner presses the switch, over there.
    discord.clear();
    await words(page, 'discord', 'The bot may read messages.');
    telegram.answer('getMe', { ...ME, can_read_all_group_messages: true });
    await words(page, 'telegram', 'The bot gets all messages in groups.');
    await look(page, 'good');
    expect(started).toEqual([]);
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save and start' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'The bot is running' }).waitFor();
    await look(page, 'done');
    expect(started).toMatchObject([{ DISCORD_TOKEN: DISCORD, TELEGRAM_TOKEN: TOKEN }]);
    expect(readFileSync(file, 'utf8')).toContain(`DISCORD_TOKEN=${DISCORD}\nTELEGRAM_TOKEN=${TOKEN}\nWEB_TOKEN=`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const invite = await page.getByRole('link', { name: 'Invite it to a server' }).getAttribute('href');
    expect(new URL(invite ?? '').searchParams.get('client_id')).toBe(APPLICATION);
    // Signed in, without a key to type.
    await page.getByRole('link', { name: 'Import a FAQ' }).click();
    await page.waitForURL('**/dashboard/exchange', { timeout: 20_000 });
    await page.locator('input[type="file"]').waitFor({ state: 'attached', timeout: 20_000 });
    // That tokens are wrong is no fault of the page.
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('says that the network is down, keeps trying, and shows lines where the folder is read-only', async () => {
    const set = { DISCORD_API_URL: 'http://127.0.0.1:9/api', TELEGRAM_API_ROOT: telegram.root };
    const { page, started } = await begin('en', {}, { set, file: '/proc/none/.env' });
    await page.locator('#discord').fill(DISCORD);
    await words(page, 'discord', "Discord can't be reached (ECONNREFUSED). I keep trying.");
    expect(await page.locator('#s-discord').getAttribute('data-again')).not.toBeNull();
    await look(page, 'unreached');
    await page.getByRole('button', { name: 'Save and start' }).click();
    await page.getByText('Nothing is saved yet').waitFor();
    await page.locator('#discord').fill('');
    await page.locator('#telegram').fill(TOKEN);
    await page.getByRole('button', { name: 'Save and start' }).click();
    await page.getByRole('heading', { name: 'The bot is running' }).waitFor();
    expect(await page.locator('pre').textContent()).toContain(`TELEGRAM_TOKEN=${TOKEN}\nWEB_TOKEN=`);
    await look(page, 'read-only');
    expect(started).toHaveLength(1);
    await page.context().close();
  });

  it.each(['en', 'zh-CN', 'zh-TW', 'ru', 'ko', 'es', 'fa', 'ar', 'it'])(
    'fits a phone in %s, and axe finds nothing',
    async (locale) => {
      const { page, troubles } = await begin(locale, { ...PHONE, colorScheme: locale === 'fa' ? 'dark' : 'light' });
      const direction = await page.evaluate<string>('document.documentElement.dir');
      expect(direction).toBe(['fa', 'ar'].includes(locale) ? 'rtl' : 'ltr');
      await page.locator('#telegram').fill(TOKEN);
      await page.locator('#s-telegram svg').waitFor();
      await look(page, `phone-${locale}`);
      await page.locator('button.primary').click();
      await page.locator('.started').waitFor();
      await look(page, `phone-done-${locale}`);
      expect(troubles).toEqual([]);
      await page.context().close();
    },
  );

  it('works without a script', async () => {
    const { page, started } = await begin('en', { javaScriptEnabled: false });
    await page.locator('#telegram').fill(TOKEN);
    await page.getByRole('button', { name: 'Check' }).click();
    await words(page, 'telegram', 'Privacy mode is on');
    await page.getByRole('button', { name: 'Save and start' }).click();
    await page.getByRole('heading', { name: 'The bot is running' }).waitFor();
    expect(started).toHaveLength(1);
    await page.context().close();
  });
});
