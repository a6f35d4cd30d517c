/**
 * Pictures of every kind of message on Discord, as its members see them, light and dark:
 *   npm run pictures-discord -- DIR [--languages en,zh-Hans,fa] Each is what the bot really sends. They are drawn in
 *   the playground's style by the Chromium of the system, or the one that CHROMIUM names.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { createApp, IN_MEMORY } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { ROOT } from '../src/package.ts';
import { messagesIn, type Picture } from './pictures/messages.ts';
import { htmlOf } from './pictures/shown.ts';
import { readArguments } from './read-arguments.ts';

const STYLES = ['base', 'looks']
  .map((name) => readFileSync(join(ROOT, `src/platforms/web/assets/${name}.css`), 'utf8'))
  .join('\n');
const THEMES = ['light', 'dark'] as const;

const { values, positionals } = readArguments(
  { allowPositionals: true, options: { languages: { type: 'string', default: 'en,zh-Hans,fa' } } },
  'eval/pictures-discord.ts',
);
const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write('npm run pictures-discord -- DIR [--languages en,zh-Hans,fa]\n');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const app = await createApp({
  cacheDir: readConfig().cacheDir,
  knowledgeDir: './knowledge',
  defaultLanguage: 'en',
  databaseUrl: IN_MEMORY,
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const language of values.languages.split(',')) {
  const pictures = await messagesIn(app.services, language);
  for (const theme of THEMES) {
    const page = await browser.newPage({
      colorScheme: theme,
      deviceScaleFactor: 2,
      viewport: { width: 640, height: 400 },
    });
    await page.setContent(pageOf(pictures, language));
    for (const { name } of pictures)
      await page.locator(`#${name}`).screenshot({ path: join(folder, `${language}-${name}-${theme}.png`) });
    await page.close();
  }
  process.stdout.write(`${language}: ${pictures.map(({ name }) => name).join(', ')}\n`);
}
await browser.close();
await app.close();

function pageOf(pictures: readonly Picture[], language: string): string {
  const direction = app.services.languages.get(language)?.direction ?? 'ltr';
  const shown = pictures.map(
    ({ name, asked, components }) => `<div id="${name}" style="padding:12px">${htmlOf(components, asked)}</div>`,
  );
  const head = `<!doctype html><html lang="${language}" dir="${direction}"><meta charset="utf-8"><style>${STYLES}</style>`;
  return `${head}<body style="inline-size:600px">${shown.join('')}</body></html>`;
}
