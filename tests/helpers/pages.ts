import { createBot, type Respond } from '../../src/bot/bot.ts';
import type { Route } from '../../src/bot/ports/route.ts';
import type { Services } from '../../src/bot/services.ts';
import { knowledgeExchange } from '../../src/knowledge-exchange.ts';
import { createApp } from '../../src/platforms/web/app.ts';
import type { Assets } from '../../src/platforms/web/assets.ts';
import type { WebConfig } from '../../src/platforms/web/config.ts';
import { contextOf, listen, type PageServer } from '../../src/platforms/web/index.ts';
import { logTo } from './log-to.ts';

export const WEB_TOKEN = 'token-of-the-tests';
const PATIENT = { burst: 1_000_000, every: 1 };

export interface PagesParts {
  readonly config?: Partial<WebConfig>;
  readonly respond?: Respond;
  readonly assets?: Assets;
  /** Lines of the log. */
  readonly lines?: string[];
  readonly stop?: AbortSignal;
}

/** Settings of pages for the owner, which anybody may call as often as they like. */
export function pagesConfig(services: Services, config: Partial<WebConfig> = {}): WebConfig {
  const whole: WebConfig = {
    host: '127.0.0.1',
    port: 0,
    token: WEB_TOKEN,
    names: [],
    proxies: [],
    folders: { styles: '', scripts: '', plots: '' },
    version: '1.2.3',
    isNeeded: false,
    routes: [],
    plain: [],
    settings: new Map(),
    exchange: knowledgeExchange(services, []),
    language: 'en',
    announce: () => undefined,
    pace: { session: PATIENT, login: PATIENT, mcp: PATIENT, atOnce: 1_000_000 },
  };
  // A value that comes later stays one.
  return Object.defineProperties(whole, Object.getOwnPropertyDescriptors(config));
}

/** Everything that is served, without a port. */
export function appOf(
  services: Services,
  {
    config = {},
    respond = createBot(services),
    assets = { version: 'none', files: new Map() },
    lines = [],
    stop = new AbortController().signal,
  }: PagesParts = {},
) {
  const whole = pagesConfig(services, config);
  return createApp(contextOf(whole, { services, log: logTo(lines) }, respond, assets, stop));
}

/** Serves what a platform is called at, on the loopback. */
export const serveRoutes = (services: Services, routes: readonly Route[] = [], port = 0): Promise<PageServer> =>
  listen(appOf(services, { config: { routes } }), '127.0.0.1', port);
