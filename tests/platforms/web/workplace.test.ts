import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Services } from '../../../src/bot/services.ts';
import { languageDetector } from '../../../src/core/language/detect.ts';
import { LACKS_BROWSER, startBrowser, startSite, troublesOf, violationsIn } from '../../helpers/browser.ts';
import { WEB_TOKEN } from '../../helpers/pages.ts';
import { servicesOf, shippedLocales } from '../../helpers/services.ts';
import {
  assignUnanswered,
  editorLink,
  importFaq,
  manyAsk,
  retireAndUndo,
  searched,
  setAndUndo,
  teachUnanswered,
} from './visits.ts';

/** An installation that knows nothing. */
async function emptyServices(): Promise<Services> {
  const { languages } = await shippedLocales();
  return servicesOf([], {
    languages,
    detect: languageDetector([...languages.values()]),
    now: () => new Date().toISOString(),
  });
}

/** The text of a packed file in an archive that was made here. */
function textIn(zip: Buffer, name: string): string {
  const at = zip.indexOf(Buffer.from(name)) - 30;
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const bytes = zip.subarray(start, start + zip.readUInt32LE(at + 18));
  return (zip.readUInt16LE(at + 8) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
}

/** What is asked, taught and imported in the hour of a moderator. */
const HOURS = {
  en: {
    asked: ['how do i sharpen chisels', 'where can i borrow a hammer'],
    answer: 'With a whetstone and oil.',
    faq: [
      ['When do you open?', 'From nine to five.'],
      ['Who looks after the garden?', 'Our gardener does.'],
      ['May I bring a ladder?', 'No.'],
    ],
    words: ['nine', 'nine gardener'],
    greeting: 'Welcome!',
  },
  'zh-Hans': {
    asked: ['凿子怎么磨', '锤子去哪里借'],
    answer: '用磨刀石和油。',
    faq: [
      ['几点开门？', '早上九点到下午五点。'],
      ['谁照看花园？', '我们的园丁。'],
      ['可以带梯子吗？', '不可以。'],
    ],
    words: ['九点', '九点园丁'],
    greeting: '欢迎！',
  },
  fa: {
    asked: ['اسکنه را چطور تیز کنم', 'چکش را از کجا قرض بگیرم'],
    answer: 'با سنگ ساب و روغن.',
    faq: [
      ['چه ساعتی باز می‌کنید؟', 'از نه صبح تا پنج عصر.'],
      ['باغچه را چه کسی نگه می‌دارد؟', 'باغبان ما.'],
      ['نردبان بیاورم؟', 'خیر.'],
    ],
    words: ['عصر', 'عصر باغبان'],
    greeting: 'خوش آمدید!',
  },
} as const;

describe.skipIf(LACKS_BROWSER)('from an empty installation to an exported answer, without a typed command', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ['en', 'Where do I park my bicycle?', 'where can I park my bicycle', 'Behind the house.', 'Beside the house.'],
    ['zh-Hans', '自行车停在哪里？', '自行车停在哪里', '在楼后面。', '在楼旁边。'],
    ['fa', 'دوچرخه‌ام را کجا بگذارم؟', 'دوچرخه را کجا بگذارم', 'پشت ساختمان.', 'کنار ساختمان.'],
  ] as const)('in %s', async (language, title, question, answer, corrected) => {
    const services = await emptyServices();
    const say = services.speak(language);
    const site = await startSite(services);
    const troubles: string[] = [];
    const opened = async (path: string): Promise<Page> => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
      const page = await context.newPage();
      const found = troublesOf(page);
      page.on('close', () => troubles.push(...found));
      await page.goto(`${site.url}${path}${path.includes('?') ? '' : `?lang=${language}`}`);
      return page;
    };
    const isClean = async (page: Page): Promise<void> => expect(await violationsIn(page)).toEqual([]);
    const asked = async (page: Page): Promise<string[]> => {
      await page.goto(site.url);
      await page.locator('#question').fill(question);
      await page.keyboard.press('Enter');
      await page.locator('body:not(.waiting) .turn').waitFor();
      return page.locator('.turn .words').allInnerTexts();
    };

    // The owner signs in, and gives somebody a link.
    const owner = await opened('/dashboard');
    await owner.locator('#token').fill(WEB_TOKEN);
    await owner.getByRole('button', { name: say('dash-login') }).click();
    await owner.locator('.tiles').waitFor();
    await isClean(owner);
    await owner.getByRole('link', { name: say('people-title') }).click();
    await owner.getByLabel(say('people-name')).fill('Ada');
    await owner.getByRole('button', { name: say('people-make') }).click();
    const link = (await owner.locator('.outcome code').textContent()) ?? '';
    await isClean(owner);

    // She teaches, and what she taught is found.
    const { pathname, hash } = new URL(link);
    const ada = await opened(`${pathname}?lang=${language}${hash}`);
    await ada.getByRole('button', { name: say('dash-login') }).click();
    await ada.locator('.tiles').waitFor();
    expect(await asked(ada)).not.toContain(answer);
    await ada.goto(`${site.url}/dashboard/entries`);
    await ada.getByRole('link', { name: say('entry-new') }).click();
    await ada.locator('#f-question').fill(title);
    await ada.locator('#f-answer').fill(answer);
    await ada.getByRole('button', { name: say('confirm-it') }).click();
    await ada.locator('#history').getByRole('button').first().waitFor();
    await isClean(ada);
    expect((await asked(ada)).join()).toContain(answer);

    // She corrects it.
    await ada.goto(`${site.url}/dashboard/entries`);
    await ada.getByRole('link', { name: title }).click();
    await ada.locator('#f-answer').fill(corrected);
    await ada.getByRole('button', { name: say('confirm-it') }).click();
    await ada.locator('.outcome .reply').waitFor();

    // The owner takes it all along.
    expect((await asked(owner)).join()).toContain(corrected);
    await owner.goto(`${site.url}/dashboard/exchange`);
    const download = owner.waitForEvent('download');
    await owner.getByRole('link', { name: say('exchange-download') }).click();
    const zip = readFileSync(await (await download).path());
    const name = new RegExp(`[\\w/-]+/${language}/questions/[^\\0]+?\\.md`).exec(zip.toString('latin1'))?.[0] ?? '';
    expect(textIn(zip, Buffer.from(name, 'latin1').toString('utf8'))).toContain(corrected);
    expect(troubles).toEqual([]);

    // An hour of a moderator: what nobody knew, an FAQ, settings, and another pair of hands.
    const {
      asked: [first, second],
      answer: taught,
      faq,
      words,
      greeting,
    } = HOURS[language];
    const visit = { page: owner, say, language, url: site.url, services };
    await manyAsk(visit, first);
    await manyAsk(visit, second);
    await teachUnanswered(visit, first, taught);
    await importFaq(visit, faq);
    await assignUnanswered(visit, second, faq[1]);
    expect((await searched(visit, words[0]))[0]).toBe(faq[0][0]);
    expect((await searched(visit, words[1])).slice(0, 1)).toEqual(['—']);
    await retireAndUndo(visit, [faq[0][0], faq[1][0]]);
    await setAndUndo(visit, greeting);
    const editor = await opened((await editorLink(visit, 'Bo')).replace('#', `?lang=${language}#`));
    await editor.getByRole('button', { name: say('dash-login') }).click();
    await editor.locator('.tiles').waitFor();
    expect(await editor.getByRole('link', { name: say('entries-title'), exact: true }).count()).toBe(1);
    await editor.goto(`${site.url}/dashboard/people`);
    expect(await editor.getByLabel(say('people-name')).count()).toBe(0);
    for (const page of [owner, ada, editor]) await page.context().close();
    // The browser asked before it left what was typed.
    expect(troubles).toEqual(['dialog: ']);
    await site.close();
  });
});
