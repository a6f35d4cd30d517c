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
 * Pages: a playground for everyone who reaches them, a dashboard for those who have the token; and what other platforms
 * serve.
 */
export function webPlatform(config: WebConfig, host: Host): Platform {
  return {
    name: NAME,
    // A page that nobody reads can be told nothing; the log and the dashboard tell.
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

/** The address, and that of the first start with its code if there is no token. */
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

/** Words for a system's codes. */
const WORDS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'page-taken',
  EACCES: 'page-forbidden',
  EADDRNOTAVAIL: 'page-host',
  ENOTFOUND: 'page-host',
  EAI_AGAIN: 'page-host',
};
/** The other program may end. */
const PASSING = 'EADDRINUSE';

/** A port in use ends nothing, unless nothing can be reached without it. */
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
 * Milliseconds for which an idle connection stays: longer than platforms keep one, so that a request never meets one
 * that just closes.
 */
const KEPT_MS = 120_000;

/** Milliseconds for what is being answered when the bot stops. */
const GRACE_MS = 5000;

export interface PageServer {
  readonly port: number;
  /** Takes nothing more, and waits for what is being answered, but not for readers that only listen. */
  readonly close: () => Promise<void>;
}

/** Milliseconds until all of a request, and its headers, must be there; and between two looks whether they are. */
const ARRIVAL = { requestTimeout: 30_000, headersTimeout: 15_000, connectionsCheckingInterval: 5000 };

/** @param arrival for tests @throws Error if the port cannot be used */
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
