/**
 * Pictures of all kinds of messages on Discord and Telegram, as people there see them, light and dark:
 *   npm run pictures-chats -- DIR [--platforms discord,telegram] [--languages en,zh-Hans,fa] [--knowledge DIR]
 * Each is a message that the bot really sends, drawn in the style of the platform by the system's Chromium, or the one
 * that CHROMIUM names. The README has `answered` of examples/chess-club: Discord in English, dark, and Telegram in
 * Spanish, light.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { createApp, IN_MEMORY } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { ROOT } from '../src/package.ts';
import { discordPictures } from './pictures/discord.ts';
import type { Picture } from './pictures/made-up.ts';
import { telegramPictures } from './pictures/telegram.ts';
import { readArguments } from './read-arguments.ts';

const STYLES = ['src/platforms/web/assets/base.css', 'eval/pictures/chats.css']
  .map((path) => readFileSync(join(ROOT, path), 'utf8'))
  .join('\n');
const THEMES = ['light', 'dark'] as const;
/** Telegram is shown as on a phone, on which buttons have little room. */
const PLATFORMS = {
  discord: { pictures: discordPictures, width: 600 },
  telegram: { pictures: telegramPictures, width: 380 },
} as const;
type Platform = keyof typeof PLATFORMS;

const { values, positionals } = readArguments(
  {
    allowPositionals: true,
    options: {
      languages: { type: 'string', default: 'en,zh-Hans,fa' },
      platforms: { type: 'string', default: Object.keys(PLATFORMS).join() },
      knowledge: { type: 'string', default: './knowledge' },
    },
  },
  'eval/pictures-chats.ts',
);
const [folder] = positionals;
const platforms = values.platforms.split(',').filter((name): name is Platform => name in PLATFORMS);
if (folder === undefined || platforms.length === 0) {
  process.stderr.write(
    'npm run pictures-chats -- DIR [--platforms discord,telegram] [--languages en,zh-Hans,fa] [--knowledge DIR]\n',
  );
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const app = await createApp({
  cacheDir: readConfig().cacheDir,
  knowledgeDir: values.knowledge,
  defaultLanguage: 'en',
  databaseUrl: IN_MEMORY,
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const platform of platforms) for (const language of values.languages.split(',')) await draw(platform, language);
await browser.close();
await app.close();

async function draw(platform: Platform, language: string): Promise<void> {
  const pictures = await PLATFORMS[platform].pictures(app.services, language);
  for (const theme of THEMES) {
    const page = await browser.newPage({
      colorScheme: theme,
      deviceScaleFactor: 2,
      viewport: { width: PLATFORMS[platform].width + 40, height: 400 },
    });
    await page.setContent(pageOf(pictures, language, PLATFORMS[platform].width));
    for (const { name } of pictures)
      await page
        .locator(`#${name}`)
        .screenshot({ path: join(folder ?? '', `${platform}-${language}-${name}-${theme}.png`) });
    await page.close();
  }
  process.stdout.write(`${platform}, ${language}: ${pictures.map(({ name }) => name).join(', ')}\n`);
}

function pageOf(pictures: readonly Picture[], language: string, width: number): string {
  const direction = app.services.languages.get(language)?.direction ?? 'ltr';
  const shown = pictures.map(({ name, html }) => `<div id="${name}" style="padding:12px">${html}</div>`);
  const head = `<!doctype html><html lang="${language}" dir="${direction}"><meta charset="utf-8"><style>${STYLES}</style>`;
  return `${head}<body style="inline-size:${width}px">${shown.join('')}</body></html>`;
}
