import { once } from 'node:events';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Respond } from '../../bot/bot.ts';
import { createButtons } from '../../bot/platform/buttons.ts';
import { createPace } from '../../bot/platform/pace.ts';
import { type Host, type Platform, PlatformError } from '../../bot/platform/platform.ts';
import { createApp } from './app.ts';
import { type Assets, readAssets } from './assets.ts';
import { PACES, type WebConfig } from './config.ts';
import { NAME, type WebContext } from './context.ts';
import { settingsOf } from './dashboard/settings.ts';
import { createTroubles } from './dashboard/troubles.ts';
import { createMemory } from './memory.ts';
import { SETUP_PATH } from './setup.ts';

export type { WebConfig } from './config.ts';

/**
 * Pages: a playground for everybody who can reach them, a dashboard for people with a token, and routes of other
 * platforms.
 */
export function webPlatform(config: WebConfig, host: Host): Platform {
  return {
    name: NAME,
    // Not shown, as perhaps nobody reads a page; messages to the operator are in the log and on the dashboard.
    tell: () => undefined,
    run: async (respond, stop) => {
      if (stop.aborted) return;
      const app = createApp(contextOf(config, host, respond, await readAssets(config.folders), stop));
      const listener = await opened(() => listen(app, config.host, config.port), config, host);
      if (listener) for (const line of addressLines(config, listener.port, host)) config.announce(line);
      if (!stop.aborted)
        await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }));
      await listener?.close();
    },
  };
}

/** The URL, and for a first start without token the setup URL with its code. */
function addressLines(config: WebConfig, port: number, { services }: Host): string[] {
  const say = services.speak(config.language);
  const open = /^(?:0\.0\.0\.0|::)$/.test(config.host) ? { ...config, host: 'localhost' } : config;
  const code = config.setup && `${addressOf(open, port)}${SETUP_PATH.slice(1)}?code=${config.setup.code}`;
  return [
    say('page-served', { url: addressOf(config, port) }),
    ...(code === undefined ? [] : [say('setup-line', { url: code })]),
  ];
}

const addressOf = ({ host }: WebConfig, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;

/** Context of the pages; tests call the app without a port. */
export function contextOf(
  config: WebConfig,
  { services, log }: Host,
  respond: Respond,
  assets: Assets,
  stop: AbortSignal,
): WebContext {
  const now = (): number => Date.parse(services.now());
  const { session, login, mcp, atOnce } = { ...PACES, ...config.pace };
  const pace = { session: createPace(session, now), login: createPace(login, now), mcp: createPace(mcp, now), atOnce };
  return {
    config,
    services,
    log,
    respond: (incoming) => respond({ ...incoming, settings: settingsOf(config, incoming.place) }, undefined),
    assets,
    pace,
    stop,
    buttons: createButtons(services),
    memory: createMemory(),
    troubles: createTroubles(services),
  };
}

/** Keys in `locales/` that explain error codes. */
const WORDS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'page-taken',
  EACCES: 'page-forbidden',
  EADDRNOTAVAIL: 'page-host',
  ENOTFOUND: 'page-host',
  EAI_AGAIN: 'page-host',
};
/** The code if the port is in use, which may pass. */
const PASSING = 'EADDRINUSE';

/** Opens the port. If it is in use, the process goes on without pages, unless it would be useless. */
async function opened(
  open: () => Promise<PageServer>,
  config: WebConfig,
  { services }: Host,
): Promise<PageServer | undefined> {
  try {
    return await open();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '?';
    const address = `${config.host}:${config.port}`;
    const words = services.speak(config.language)(WORDS[code] ?? 'page-port', { address, code });
    const isLasting = code !== PASSING && WORDS[code] !== undefined;
    if (config.isNeeded || isLasting) throw new PlatformError(words, { cause: error, isLasting });
    config.announce(words);
    return undefined;
  }
}

/**
 * Milliseconds after which an idle connection is closed: later than platforms and proxies close theirs, so that no
 * request arrives at a connection that is just being closed.
 */
const KEPT_MS = 120_000;

/** Milliseconds that responses under way have when the bot stops. */
const GRACE_MS = 5000;

export interface PageServer {
  readonly port: number;
  /** Accepts no more requests and waits for those under way, except event streams. */
  readonly close: () => Promise<void>;
}

/** Milliseconds in which a whole request, and its headers, must have arrived; and between checks of that. */
const ARRIVAL = { requestTimeout: 30_000, headersTimeout: 15_000, connectionsCheckingInterval: 5000 };

/** @param arrival timeouts, for tests @throws Error if the port cannot be used */
export async function listen(
  app: Pick<Hono, 'fetch'>,
  host: string,
  port: number,
  arrival = ARRIVAL,
): Promise<PageServer> {
  const server = serve({
    fetch: app.fetch,
    hostname: host,
    port,
    serverOptions: { ...arrival, keepAliveTimeout: KEPT_MS },
  }) as Server;
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await closed;
      clearTimeout(timer);
    },
  };
}
