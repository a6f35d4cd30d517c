import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Update } from 'grammy/types';
import { PlatformError } from '../../bot/platform.ts';
import type { WebhookConfig } from './config.ts';

/** Bytes of one update, far more than Telegram sends. */
const MOST_BYTES = 1_000_000;
const HEADER = 'x-telegram-bot-api-secret-token';

export interface Door {
  readonly port: number;
  /** Takes nothing more, and waits for what is being taken. */
  readonly close: () => Promise<void>;
}

/**
 * Takes updates that Telegram delivers. Each is answered as soon as it is on disk, and nothing is sent meanwhile; where it cannot
 * be kept, Telegram is told to come again.
 * @throws PlatformError where the port cannot be used
 */
export async function openDoor({ url, secret, host, port }: WebhookConfig, take: (updates: readonly Update[]) => Promise<void>): Promise<Door> {
  const path = new URL(url).pathname;
  const server = createServer((request, response) => {
    respond(request, { path, secret }, take)
      .catch(() => 503)
      .then(
        (status) => end(request, response, status),
        () => undefined,
      );
  });
  server.requestTimeout = 10_000;
  server.listen(port, host);
  await once(server, 'listening').catch((error: unknown) => {
    throw new PlatformError(`The webhook cannot be served on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}. WEB_HOST and WEB_PORT say where.`);
  });
  return { port: portOf(server), close: () => closed(server) };
}

/** @returns the status. */
async function respond(request: IncomingMessage, { path, secret }: Pick<WebhookConfig, 'secret'> & { readonly path: string }, take: (updates: readonly Update[]) => Promise<void>): Promise<number> {
  if (new URL(request.url ?? '/', 'http://host').pathname !== path) return 404;
  if (request.method !== 'POST') return 405;
  const given = request.headers[HEADER];
  if (typeof given !== 'string' || !isEqual(given, secret)) return 401;
  const body = await read(request);
  if (body === undefined) return 413;
  const update = parse(body);
  if (!update) return 400;
  await take([update]);
  return 200;
}

/** Takes as long wherever they differ, and however long they are. */
const isEqual = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (words: string): Buffer => createHash('sha256').update(words).digest();

async function read(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parse(body: string): Update | undefined {
  try {
    const update: unknown = JSON.parse(body);
    const isUpdate = typeof update === 'object' && update !== null && 'update_id' in update && Number.isSafeInteger(update.update_id);
    return isUpdate ? (update as Update) : undefined;
  } catch {
    return undefined;
  }
}

/** What was not read need not be kept open for. */
function end(request: IncomingMessage, response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': 0, ...(request.complete ? {} : { connection: 'close' }) }).end();
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function closed(server: Server): Promise<void> {
  const isClosed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  await isClosed;
}
