import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { encodedPath } from '../../src/bot/answers/on-site.ts';
import { siteCommand } from '../../src/cli/site.ts';
import { markdownOf } from '../../src/core/entry/markdown.ts';
import { readKnowledge } from '../../src/knowledge/packs/read-knowledge.ts';
import { LACKS_BROWSER, startBrowser, troublesOf, violationsIn } from '../helpers/browser.ts';
import { lacksBuilt } from '../helpers/lacks.ts';
import { serveFolder } from '../helpers/serve-folder.ts';

const URL_OF_SITE = 'https://example.org/help/';
const MOST_BYTES = 100_000;

const relativeTwin = (path: string): string => `${'../'.repeat(path.split('/').length - 1)}${encodedPath(path)}.md`;

/** The site of the included pack. */
describe.skipIf(lacksBuilt('dist/site/site.js'))('the site of the included pack', () => {
  const folder = join(mkdtempSync(join(realpathSync(tmpdir()), 'wenda-site-')), 'site');
  let paths: readonly string[] = [];
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const pages = () => paths.filter((path) => path.endsWith('.html'));

  beforeAll(async () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    expect(await siteCommand(['knowledge'], folder, { url: URL_OF_SITE.slice(0, -1) }, '.')).toBe(0);
    write.mockRestore();
    paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      statSync(join(folder, path)).isFile(),
    );
  });
  afterAll(() => rmSync(dirname(folder), { recursive: true, force: true }));

  it('has a page for each entry in each language, and every link leads to a file', () => {
    expect(pages().length).toBeGreaterThan(9 * 39);
    const broken = pages().flatMap((path) =>
      [...read(path).matchAll(/(?:href|src|data-base)="([^"]*)"/g)]
        .map(([, target = '']) => target)
        .map((target) => (target.startsWith(URL_OF_SITE) ? `/${target.slice(URL_OF_SITE.length)}` : target))
        .filter((target) => !/^https?:|^#/.test(target))
        .map((target) => decodeURI(target.startsWith('/') ? target.slice(1) : join(dirname(path), target)))
        .map((target) => normalize(target.replace(/(?<=^|\/)$|^\.$/, 'index.html')))
        .filter((target) => !paths.includes(target))
        .map((target) => `${path}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('has a twin of every page as Markdown, and every link in it leads to a file', () => {
    const texts = paths.filter((path) => path.endsWith('.md') || path.endsWith('.txt'));
    expect(texts.filter((path) => path.endsWith('.md')).sort()).toEqual(
      pages()
        .map((path) => `${path}.md`)
        .sort(),
    );
    const broken = texts.flatMap((path) =>
      [...read(path).matchAll(/\]\(<?(https:\/\/example\.org\/help\/[^)>]*)/g)]
        .map(([, target = '']) => decodeURI(target.slice(URL_OF_SITE.length)))
        .filter((target) => !paths.includes(target))
        .map((target) => `${path}: ${target}`),
    );
    expect(broken).toEqual([]);
    for (const path of pages())
      expect(read(path)).toContain(`<link rel="alternate" type="text/markdown" href="${relativeTwin(path)}">`);
  });

  it('gives programs each answer word for word, with warnings, date, sources and licence', async () => {
    const { entries } = await readKnowledge('knowledge');
    for (const { id, texts } of entries)
      for (const [tag, { title, answer }] of texts) {
        const twin = read(`${tag}/${id}.html.md`);
        expect(twin).toContain(markdownOf(answer));
        expect(twin.startsWith(`# ${title}\n\n`)).toBe(true);
        expect(read(`${tag}/llms-full.txt`)).toContain(`## ${title}\n\n`);
        expect(read(`${tag}/llms-full.txt`)).toContain(markdownOf(answer));
        expect(read(`${tag}/llms.txt`)).toContain(`- [${title}](${URL_OF_SITE}${tag}/${id}.html.md)`);
      }
    const twin = read('en/questions/why-italy.html.md');
    expect(twin).toContain('\n\nAs of 28 April 2023.\n\n## Sources\n\n- ');
    expect(twin).toContain(
      '28/chatgpt-available-to-users-in-italy-a-month-after-temporary-ban) (Al Jazeera, 28 April 2023)',
    );
    expect(twin).toContain('\n\nLicence: CC-BY-4.0\n');
    expect(read('en/questions/alternatives.html.md')).toContain('\n\n> ⚠ Parts of this are out of date.\n\n');
    expect(read('llms.txt')).toContain(`- [فارسی](${URL_OF_SITE}fa/llms.txt)`);
    expect(read('llms-full.txt')).toBe(read('en/llms-full.txt'));
  });

  it('stays light: a page with its styles and its script', () => {
    const shared = ['assets/base.css', 'assets/site.css', 'assets/site.js', 'assets/icon.svg']
      .map((path) => statSync(join(folder, path)).size)
      .reduce((sum, size) => sum + size, 0);
    expect(Math.max(...pages().map((path) => statSync(join(folder, path)).size)) + shared).toBeLessThan(MOST_BYTES);
  });

  it('shows an answer with its source and date, its other languages, and what search engines read', () => {
    const page = read('en/questions/why-banned.html');
    expect(page).toContain('<strong>Political propaganda:</strong>');
    expect(read('en/questions/why-italy.html')).toContain('</a> (Al Jazeera, 28 April 2023)</li>');
    expect(page).toContain('As of March 2023.');
    expect(page).toContain(`<link rel="canonical" href="${URL_OF_SITE}en/questions/why-banned.html">`);
    for (const tag of ['ar', 'en', 'zh-Hans', 'zh-Hant'])
      expect(page).toContain(`hreflang="${tag}" href="${URL_OF_SITE}${tag}/questions/why-banned.html"`);
    const data = JSON.parse(/<script type="application\/ld\+json">(.*)<\/script>/.exec(page)?.[1] ?? '');
    expect(data).toMatchObject({
      '@type': 'FAQPage',
      mainEntity: [{ name: 'Why did China ban ChatGPT?', acceptedAnswer: { text: /Three reasons/ } }],
    });
    expect(read('en/facts/robin-li.html')).not.toContain('ld+json');
    expect(read('ar/index.html')).toContain('<html lang="ar" dir="rtl">');
    expect(read('sitemap.xml')).toContain(`<loc>${URL_OF_SITE}fa/questions/why-banned.html</loc>`);
    expect(read('en/feed.xml').match(/<entry>/g)).toHaveLength(39);
  });

  describe.skipIf(LACKS_BROWSER)('in a browser', () => {
    let browser: Browser;
    let server: Awaited<ReturnType<typeof serveFolder>>;
    beforeAll(async () => {
      [browser, server] = await Promise.all([startBrowser(), serveFolder(folder)]);
    });
    afterAll(async () => {
      await browser.close();
      server.close();
    });

    const styleOf = (page: Page, selector: string, style: string) =>
      page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).${style}`);
    const overflow = (page: Page) =>
      page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

    const find = async (page: Page, question: string, id: string) => {
      await page.getByRole('searchbox').fill(question);
      await page.locator(`.found li:first-child a[href*="/${id}.html"]`).waitFor();
    };

    it.each([
      [
        'en',
        'light',
        [
          ['what is the great firew', 'what-is-the-great-firewall'],
          ['grounds for the chinese ban', 'why-banned'],
        ],
      ],
      ['zh-Hans', 'dark', [['文心一言是什么', 'what-is-ernie-bot']]],
      ['zh-Hant', 'light', [['為什麼禁止', 'why-banned']]],
      ['ar', 'dark', [['لماذا حظرت الصين', 'why-banned']]],
    ] as const)(
      'in %s it is searched by the words that the bot reads, fits a phone, and axe finds nothing: %s',
      async (language, colorScheme, searches) => {
        const page = await browser.newPage({ locale: language, colorScheme, viewport: { width: 360, height: 740 } });
        const troubles = troublesOf(page);
        const look = async () => {
          await page.getByRole('searchbox').waitFor();
          await page.locator('summary').click();
          expect(await violationsIn(page)).toEqual([]);
          expect(await overflow(page)).toBe(0);
          await page.locator('summary').click();
        };
        await page.goto(server.url);
        await page.waitForURL(`**/${language}/index.html`);
        await page.getByRole('searchbox').waitFor();
        expect(await styleOf(page, '.search input', 'direction')).toBe(language === 'ar' ? 'rtl' : 'ltr');
        for (const [question, id] of searches) await find(page, question, id);
        await look();
        await page.locator('.found a').first().click();
        await page.waitForURL(`**/${language}/questions/${searches.at(-1)?.[1]}.html`);
        await page.getByRole('searchbox').fill('qqxzzy');
        await page.locator('[data-nothing]').waitFor();
        await look();
        await page.goto(`${server.url}${language}/topics/${readdirSync(join(folder, language, 'topics'))[0]}`);
        await look();
        await page.emulateMedia({ media: 'print', colorScheme });
        expect(await styleOf(page, '.search', 'display')).toBe('none');
        expect(await styleOf(page, ':root', 'colorScheme')).toBe('light');
        expect(troubles).toEqual([]);
        await page.context().close();
      },
    );
  });
});
