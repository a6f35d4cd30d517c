import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import ts from 'typescript';
import type { Respond } from '../../src/bot/bot.ts';
import type { Services } from '../../src/bot/services.ts';
import { readAssets } from '../../src/platforms/web/assets.ts';
import type { WebConfig } from '../../src/platforms/web/config.ts';
import { listen } from '../../src/platforms/web/index.ts';
import { lacks } from './lacks.ts';
import { appOf } from './pages.ts';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const STYLES = 'src/platforms/web/assets';

const CHROMIUM = PLACES.find((place) => existsSync(place));
/** Tests in a browser are skipped without one. */
export const LACKS_BROWSER = lacks('Chromium, which Debian has as "chromium"', CHROMIUM !== undefined);

/** Milliseconds for what a page is waited for: the half minute that is usual passes on a busy machine. */
const PATIENCE = 150_000;

export async function startBrowser(): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
  browser.on('context', (context) => context.setDefaultTimeout(PATIENCE));
  return browser;
}

export interface Site {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves the pages of the present sources, whatever is in dist. */
export async function startSite(services: Services, respond?: Respond, config: Partial<WebConfig> = {}): Promise<Site> {
  const scripts = mkdtempSync(join(tmpdir(), 'wenda-scripts-'));
  const compilerOptions: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2022,
    verbatimModuleSyntax: true,
    rewriteRelativeImportExtensions: true,
  };
  for (const file of readdirSync(STYLES).filter((name) => name.endsWith('.ts')))
    writeFileSync(
      join(scripts, file.replace(/ts$/, 'js')),
      ts.transpileModule(readFileSync(join(STYLES, file), 'utf8'), { compilerOptions, fileName: file }).outputText,
    );
  const stop = new AbortController();
  const assets = await readAssets({ styles: STYLES, scripts, plots: 'node_modules/uplot/dist' });
  const listener = await listen(
    appOf(services, { assets, config, stop: stop.signal, ...(respond ? { respond } : {}) }),
    '127.0.0.1',
    0,
  );
  return {
    url: `http://127.0.0.1:${listener.port}`,
    close: async () => {
      stop.abort();
      await listener.close();
      rmSync(scripts, { recursive: true, force: true });
    },
  };
}

/** Faults that no page may have. */
export function troublesOf(page: Page): string[] {
  const troubles: string[] = [];
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== '127.0.0.1') troubles.push(`request: ${request.url()}`);
  });
  return troubles;
}

/** Findings of axe, one line each. */
export async function violationsIn(page: Page): Promise<string[]> {
  // By the protocol, for the page's own policy lets no other script in.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: {
          run: () => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
        };
      }
    ).axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
    );
  });
}
