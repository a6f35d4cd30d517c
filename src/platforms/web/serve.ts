import { once } from 'node:events';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

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
