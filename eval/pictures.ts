/**
 * Visits every page of the built program in every state, and takes a picture of each: `npm run pictures -- FOLDER`.
 * They are light, dark, on a phone, in Chinese and in Persian. The questions and entries are made up here, in a data
 * folder of its own.
 *   --only WORDS   only pictures with these words in their name
 *   --docs         only the pictures of the documents, into FOLDER
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { readArguments } from './read-arguments.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PACK = 'knowledge/chatgpt-china-ban';
const TOKEN = 'token-of-the-pictures';
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((place) =>
  existsSync(place),
);
const LONGEST_MS = 300_000;
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 800 };

/** A browser with which pages are visited. */
interface Look {
  readonly name: string;
  readonly language: string;
  readonly options: BrowserContextOptions;
}

const LOOKS: readonly Look[] = [
  { name: 'light', language: 'en', options: { viewport: DESKTOP, colorScheme: 'light' } },
  { name: 'dark', language: 'en', options: { viewport: DESKTOP, colorScheme: 'dark' } },
  { name: 'phone', language: 'en', options: { viewport: PHONE, colorScheme: 'light' } },
  { name: 'zh-Hans', language: 'zh-Hans', options: { viewport: DESKTOP, colorScheme: 'light' } },
  { name: 'zh-Hans-phone', language: 'zh-Hans', options: { viewport: PHONE, colorScheme: 'dark' } },
  { name: 'fa', language: 'fa', options: { viewport: DESKTOP, colorScheme: 'dark' } },
  { name: 'fa-phone', language: 'fa', options: { viewport: PHONE, colorScheme: 'light' } },
];

/** Three questions in each language: one that is answered, one with offers, and an unknown one. */
const WORDS: Readonly<Record<string, readonly [answered: string, offered: string, unknown: string]>> = {
  en: [
    'Why did China ban ChatGPT?',
    'What is Ernie Bot? What is the Great Firewall?',
    'how much does a chatgpt subscription cost in china',
  ],
  'zh-Hans': ['中国为什么禁止 ChatGPT？', '文心一言是什么？防火长城是什么？', '在中国订阅 ChatGPT 要多少钱'],
  fa: [
    'چرا چین ChatGPT را ممنوع کرد؟',
    'ارنی‌بات (Ernie Bot) چیست؟ کدام کشورهای دیگر ChatGPT را ممنوع کرده‌اند؟',
    'هزینه اشتراک ChatGPT در چین چقدر است',
  ],
};

/** Brings a page into a state, of which a picture is then taken. */
type Visit = (page: Page, look: Look) => Promise<void>;

const ENTRY = '/dashboard/entry?id=questions/why-banned';
const DRAFTS =
  '## en/questions/why-banned\n- what made them shut the bot off\n- ban of 1812\n- why\n\n## nobody\n- a line\n';
const FAQ =
  '# FAQ\n\n## Where do I park?\n\nBehind the <b>house</b>.\n\n## Is there a lift?\n\nYes, in the hall.\n\n## Empty?\n';
let site = '';

const goto =
  (path: string): Visit =>
  async (page) =>
    void (await page.goto(site + path));
const ask =
  (which: 0 | 1 | 2, then: Visit = async () => undefined): Visit =>
  async (page, look) => {
    await page.goto(`${site}/`);
    await page.locator('#question').fill(WORDS[look.language]?.[which] ?? '');
    await page.keyboard.press('Enter');
    await page.locator('body:not(.waiting) .turn').waitFor();
    await then(page, look);
  };
const entryThat =
  (action: string): Visit =>
  async (page) => {
    await page.goto(site + ENTRY);
    await page.locator('#f-question').fill('What is Ernie Bot?');
    await page.locator('#f-phrasings').fill('');
    await page.locator(`[name="do"][value="${action}"]`).click();
    await page.locator('.outcome > *').first().waitFor();
  };

const unsaved =
  (holder: { readonly exec: (statement: string) => void }, hasScript: boolean): Visit =>
  async (page) => {
    await page.goto(`${site}/dashboard`);
    await page.locator('.typed summary').click();
    await page.locator('#command').fill('/pin question: parking entry: questions/why-banned');
    holder.exec('BEGIN EXCLUSIVE');
    try {
      if (hasScript) await page.keyboard.press('Enter');
      else await page.evaluate('HTMLFormElement.prototype.submit.call(document.querySelector("form.command"))');
      await page.locator('.trouble[role="alert"], .outcome .trouble').first().waitFor();
    } finally {
      holder.exec('ROLLBACK');
    }
  };

/** Pages that everybody can see. */
const OUTSIDE: Readonly<Record<string, Visit>> = {
  'play-empty': goto('/'),
  'play-answered': ask(0),
  'play-choices': ask(1),
  'play-unknown': ask(2),
  'play-why': ask(0, (page) => page.locator('.more-why > summary').click()),
  'play-help': async (page) => {
    await page.goto(`${site}/`);
    await page.locator('#question').fill('/help');
    await page.keyboard.press('Enter');
    await page.locator('body:not(.waiting) .turn').waitFor();
  },
  'sign-in': goto('/dashboard'),
  'sign-in-wrong': async (page) => {
    await page.goto(`${site}/dashboard`);
    await page.locator('#token').fill('wrong');
    await page.keyboard.press('Enter');
    await page.locator('#trouble').waitFor();
  },
  link: goto('/dashboard/link#x'),
  'not-found': goto('/nothing'),
};

/** Pages for people who have signed in. */
const INSIDE: Readonly<Record<string, Visit>> = {
  dashboard: async (page) => {
    await page.goto(`${site}/dashboard`);
    await page.locator('.u-wrap canvas').waitFor();
  },
  'dashboard-teach': async (page) => {
    await page.goto(`${site}/dashboard`);
    await page.locator('#unanswered td.do button').nth(1).click();
    await page.locator('.outcome textarea').first().waitFor();
  },
  entries: goto('/dashboard/entries'),
  'entries-searched': goto('/dashboard/entries?q=ban&order=asked'),
  'entries-none': goto('/dashboard/entries?state=disputed&q=zzz'),
  entry: goto(ENTRY),
  'entry-new': goto('/dashboard/entry'),
  'entry-breaks': entryThat('check'),
  'entry-refused': entryThat('save'),
  'entry-flawed': async (page) => {
    await page.goto(site + ENTRY);
    await page.locator('#f-answer').fill('<b>bold</b>');
    await page.locator('#f-asOf').fill('yesterday');
    await page.locator('[name="do"][value="save"]').click();
    await page.locator('.outcome > *').first().waitFor();
  },
  exchange: goto('/dashboard/exchange'),
  'import-preview': async (page) => {
    await page.goto(`${site}/dashboard/exchange`);
    await page
      .locator('#files')
      .setInputFiles([{ name: 'faq.md', mimeType: 'text/markdown', buffer: Buffer.from(FAQ) }]);
    await page.locator('.drop .primary').click();
    await page.locator('#preview').waitFor();
  },
  phrasings: goto('/dashboard/phrasings?entry=questions/why-banned'),
  'phrasings-choice': async (page) => {
    await page.goto(`${site}/dashboard/phrasings?entry=questions/why-banned`);
    await page.locator('#f-answer').fill(DRAFTS);
    await page.locator('[name="do"][value="read"]').click();
    await page.locator('[name="line"]').first().waitFor();
  },
  people: goto('/dashboard/people'),
  'entry-gone': goto('/dashboard/entry?id=questions/nothing'),
};

const { values, positionals } = readArguments(
  {
    allowPositionals: true,
    options: { only: { type: 'string', default: '' }, docs: { type: 'boolean', default: false } },
  },
  'eval/pictures.ts',
);
const [target] = positionals;
if (target === undefined || CHROMIUM === undefined) {
  process.stderr.write(
    target === undefined ? 'npm run pictures -- FOLDER\n' : 'There is no Chromium: Debian has it as "chromium".\n',
  );
  process.exit(2);
}
mkdirSync(target, { recursive: true });

const folder = mkdtempSync(join(tmpdir(), 'wenda-pictures-'));
cpSync(join(ROOT, PACK), join(folder, 'knowledge', basename(PACK)), { recursive: true });
const environment = {
  PATH: process.env.PATH,
  HOME: folder,
  KNOWLEDGE_DIR: join(folder, 'knowledge'),
  DATABASE_URL: `sqlite:${join(folder, 'wenda.db')}`,
  WENDA_CACHE: join(ROOT, 'data', 'cache'),
  LANG: 'en_US.UTF-8',
  WEB_PORT: '0',
  WEB_TOKEN: TOKEN,
};
const program = spawn(process.execPath, [join(ROOT, 'dist/app/main.js')], {
  cwd: folder,
  env: environment,
  stdio: ['ignore', 'ignore', 'pipe'],
});
const ended = once(program, 'close');
let said = '';
program.stderr.setEncoding('utf8').on('data', (words: string) => {
  said += words;
});
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
try {
  site = await until(() => /http:\/\/127\.0\.0\.1:\d+(?=\/)/.exec(said)?.[0]);
  await until(async () => ((await (await fetch(`${site}/readyz`)).text()).includes('learning') ? undefined : true));
  if (values.docs) await document();
  else await lookAtAll();
} finally {
  await browser.close();
  program.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}

async function lookAtAll(): Promise<void> {
  for (const look of LOOKS) await takeAll(look, { 'dashboard-empty': goto('/dashboard') }, true);
  await liveThrough();
  for (const look of LOOKS) await takeAll(look, OUTSIDE, false);
  for (const look of LOOKS) await takeAll(look, INSIDE, true);
  const file = join(folder, 'knowledge', 'chatgpt-china-ban', 'en', 'questions', 'why-banned.md');
  const good = readFileSync(file, 'utf8');
  writeFileSync(file, good.replace('# Why', '#Why'));
  await until(async () => ((await (await fetch(`${site}/readyz`)).text()).includes('refused') ? true : undefined));
  for (const look of LOOKS) await takeAll(look, { 'dashboard-refused': goto('/dashboard') }, true);
  writeFileSync(file, good);
  // Another connection locks the database, so that nothing can be stored.
  const holder = new DatabaseSync(join(folder, 'wenda.db'));
  for (const look of LOOKS)
    await takeAll(look, { unsaved: unsaved(holder, true), 'unsaved-500': unsaved(holder, false) }, true);
  holder.close();
}

/** Takes pictures in a browser of their own, one page after the other. */
async function takeAll(look: Look, visits: Readonly<Record<string, Visit>>, isInside: boolean): Promise<void> {
  const wanted = Object.entries(visits).filter(([name]) => `${name}.${look.name}`.includes(values.only));
  if (wanted.length === 0) return;
  const page = await opened(look.language, look.options);
  if (isInside) await enter(page);
  for (const [name, visit] of wanted) {
    await visit(page, look);
    await take(page, `${name}.${look.name}`);
  }
  await page.context().close();
}

async function opened(language: string, options: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage({ locale: language, timezoneId: 'UTC', reducedMotion: 'reduce', ...options });
  page.setDefaultTimeout(LONGEST_MS);
  await page.goto(`${site}/?lang=${language}`);
  return page;
}

async function enter(page: Page): Promise<void> {
  await page.goto(`${site}/dashboard`);
  await page.locator('#token').fill(TOKEN);
  await page.keyboard.press('Enter');
  await page.locator('.tiles').waitFor();
}

/** Takes a picture. It also reports a page that is wider than its screen. */
async function take(page: Page, name: string, isWhole = true): Promise<void> {
  if (!isWhole) await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path: join(target ?? '', `${name}.png`), fullPage: isWhole });
  const over = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  process.stdout.write(`${name}${over > 0 ? `: ${over} px too wide` : ''}\n`);
}

/**
 * Makes data for the dashboard of a lively community: questions, votes, a moderator, a pin, and an entry that was
 * taught.
 */
async function liveThrough(languages = Object.keys(WORDS)): Promise<void> {
  for (const language of languages) for (let from = 1; from <= 3; from++) await askAll(language, `203.0.113.${from}`);
  const page = await opened('en', { viewport: DESKTOP });
  await enter(page);
  await page.goto(`${site}/dashboard/people`);
  await page.locator('[name="name"]').fill('Ada Lovelace');
  await page.locator('.in-line .primary').click();
  await page.goto(`${site}/dashboard/entry`);
  await page.locator('#f-question').fill('Where do we meet?');
  await page.locator('#f-answer').fill('In the *library*, on Mondays at seven.');
  await page.locator('[name="do"][value="save"]').click();
  await page.locator('.outcome .reply').waitFor();
  await page.goto(site + ENTRY);
  await page.locator('[name="option-question"]').fill('what do the lanterns say about it');
  await page.locator('[name="option-question"]').press('Enter');
  await page.locator('.outcome > *').first().waitFor();
  await page.context().close();
}

/** @param from the address that a proxy reports: unanswered questions of one address count once */
async function askAll(language: string, from: string): Promise<void> {
  const page = await opened(language, { viewport: DESKTOP, extraHTTPHeaders: { 'x-forwarded-for': from } });
  for (const question of [
    ...(WORDS[language] ?? []),
    ...(await page.locator('.examples button').allTextContents()).slice(0, 4),
  ]) {
    const count = await page.locator('.turn').count();
    await page.locator('#question').fill(question);
    await page.keyboard.press('Enter');
    await page.locator('body:not(.waiting) .turn').nth(count).waitFor();
    const vote = page
      .locator('.turn')
      .first()
      .locator('.tools button', { hasText: from.endsWith('3') ? '👎' : '👍' });
    if ((await vote.count()) > 0) await vote.first().click();
    await page.locator('body:not(.waiting)').waitFor();
  }
  await page.context().close();
}

async function document(): Promise<void> {
  await liveThrough(['en']);
  const page = await opened('en', { viewport: { ...DESKTOP, height: 860 }, colorScheme: 'light' });
  await ask(0)(page, LOOKS[0] as Look);
  await take(page, 'playground', false);
  await page.setViewportSize(DESKTOP);
  await enter(page);
  await INSIDE.dashboard?.(page, LOOKS[0] as Look);
  await take(page, 'dashboard', false);
  await page.setViewportSize({ ...DESKTOP, height: 640 });
  await INSIDE.entry?.(page, LOOKS[0] as Look);
  await take(page, 'entry', false);
}

async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + LONGEST_MS; ; await sleep(200)) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end || program.exitCode !== null)
      throw new Error(`the program does not do what it should:\n${said}`);
  }
}
