import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Say } from '../../../src/bot/answers/messages.ts';
import type { Services } from '../../../src/bot/services.ts';
import { PAGES } from '../../../src/platforms/web/receive.ts';
import { violationsIn } from '../../helpers/browser.ts';
import { botOf } from '../../helpers/replies.ts';

/** A moderator at work in a language. */
interface Visit {
  readonly page: Page;
  readonly say: Say;
  readonly language: string;
  /** Address of the pages. */
  readonly url: string;
  readonly services: Services;
}

/** Entries of an FAQ: what it asks, and what it says. */
type Faq = readonly (readonly [question: string, answer: string])[];

const outcomeIn = (page: Page) => page.locator('.outcome .reply');

/** As many people as it takes ask what nobody knows. */
export async function manyAsk({ services, language }: Visit, text: string): Promise<void> {
  const respond = botOf(services);
  for (const person of ['web:1', 'web:2', 'web:3'])
    await respond({
      person,
      origin: person,
      place: PAGES,
      addressed: true,
      locale: language,
      isModerator: async () => false,
      text,
    });
}

const questionIn = (page: Page, question: string) => page.locator('.ask').filter({ hasText: question });

/** What was asked is there in its own words, is answered without losing what was typed, and is gone at once. */
export async function teachUnanswered({ page, say, url }: Visit, question: string, answer: string): Promise<void> {
  await page.goto(`${url}/dashboard`);
  const row = questionIn(page, question);
  await row.locator('summary').click();
  await row.locator('.fresh textarea').fill(answer);
  const warned = page.waitForEvent('dialog');
  await page.evaluate('setTimeout(() => location.assign("/"))');
  expect((await warned).type()).toBe('beforeunload');
  await row.getByRole('button', { name: say('inbox-save') }).click();
  await row.waitFor({ state: 'detached' });
}

/** A search among all entries finds the one whose answer has the word; what was asked becomes one of its phrasings. */
export async function assignUnanswered(visit: Visit, question: string, [title, answer]: Faq[number]): Promise<void> {
  const { page, say, url } = visit;
  await page.goto(`${url}/dashboard`);
  const row = questionIn(page, question);
  await row.locator('summary').click();
  await row.getByRole('link', { name: say('inbox-pick') }).click();
  await page.getByLabel(say('search-entry')).fill(answer);
  await page.keyboard.press('Enter');
  await page.waitForURL(/[?&]q=[^&]/);
  const first = page.locator('form .acts li').first();
  expect(await first.textContent()).toContain(title);
  expect(await violationsIn(page)).toEqual([]);
  await first.getByRole('button', { name: say('inbox-is') }).click();
  await outcomeIn(page).waitFor();
  expect(await row.count()).toBe(0);
}

/** Each file has its language, each question its answer and its tick; the last one is left out. */
export async function importFaq({ page, say, language, url }: Visit, faq: Faq): Promise<void> {
  await page.goto(`${url}/dashboard/exchange`);
  const text = faq.map(([question, answer]) => `## ${question}\n\n${answer}\n`).join('\n');
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'faq.md', mimeType: 'text/markdown', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: say('exchange-look') }).click();
  await page.locator('[name="language-0"]').selectOption(language);
  await page.getByRole('button', { name: say('exchange-again') }).click();
  await page.locator(`[name="language-0"] option[value="${language}"][selected]`).waitFor({ state: 'attached' });
  for (const [, answer] of faq) expect(await page.locator('.ticks').textContent()).toContain(answer);
  await page
    .getByLabel(faq.at(-1)?.[0] ?? '')
    .first()
    .uncheck();
  expect(await violationsIn(page)).toEqual([]);
  await page.getByRole('button', { name: say('exchange-take') }).click();
  await outcomeIn(page).waitFor();
}

/** What holds all words comes first, what is only similar below a line. @returns titles in order, '—' for the line */
export async function searched({ page, say, url }: Visit, words: string): Promise<string[]> {
  await page.goto(`${url}/dashboard/entries`);
  await page.getByLabel(say('entries-search')).fill(words);
  await page.keyboard.press('Enter');
  await page.waitForURL(/[?&]q=[^&]/);
  const heads = await page.locator('.entries tbody th').all();
  return Promise.all(heads.map(async (head) => titleOf(await head.locator('a').allTextContents())));
}

const titleOf = ([title = '—']: readonly string[]): string => title;

/** Ticked entries are retired as one act, and come back with one press. */
export async function retireAndUndo({ page, say, url }: Visit, titles: readonly string[]): Promise<void> {
  await page.goto(`${url}/dashboard/entries`);
  for (const title of titles) await page.getByRole('checkbox', { name: title }).check();
  await page.getByRole('button', { name: say('entry-retire') }).click();
  const entry = page.getByRole('link', { name: titles[0] ?? '' });
  await outcomeIn(page).waitFor();
  expect(await entry.count()).toBe(0);
  await page.getByRole('button', { name: say('dash-undo') }).click();
  for (const title of titles) await page.getByRole('link', { name: title }).waitFor();
}

/** A setting says what it means and who changed it, and is taken back. */
export async function setAndUndo({ page, say, url }: Visit, words: string): Promise<void> {
  await page.goto(`${url}/dashboard/settings`);
  const card = page.locator('[aria-labelledby="t-greeting"]');
  expect(await card.textContent()).toContain(say('setting-greeting-about'));
  await card.locator('textarea').fill(words);
  await card.getByRole('button', { name: say('confirm-it') }).click();
  await outcomeIn(page)
    .getByRole('button', { name: say('confirm-it') })
    .click();
  await card.locator('.last').waitFor();
  expect(await card.locator('textarea').inputValue()).toBe(words);
  expect(await violationsIn(page)).toEqual([]);
  await card.getByRole('button', { name: say('dash-undo') }).click();
  await page.locator('[aria-labelledby="t-greeting"] textarea:empty').waitFor({ state: 'attached' });
}

/** @returns the path of a link for an editor of the first community, which ends after some days */
export async function editorLink({ page, say, url }: Visit, name: string): Promise<string> {
  await page.goto(`${url}/dashboard/people`);
  await page.getByLabel(say('people-name')).fill(name);
  await page.getByLabel(say('people-role')).selectOption('editor');
  await page.locator('form [name="community"]').last().selectOption({ index: 1 });
  await page.getByRole('button', { name: say('people-make') }).click();
  const { pathname, hash } = new URL((await page.locator('.outcome code').textContent()) ?? '');
  const plain = (words: string): string => words.replace(/[\u2066-\u2069]/g, '');
  const listed = plain((await page.locator('.acts li', { hasText: name }).textContent()) ?? '');
  for (const part of plain(say('people-until', { date: '|' })).split('|')) expect(listed).toContain(part.trim());
  expect(listed).toContain(say('people-editor'));
  return pathname + hash;
}
