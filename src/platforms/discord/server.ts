import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DiscordHttp } from './http.ts';

const PATH = '/discord/interactions';
/** Bytes; an interaction with a long form has some 20,000. */
const MOST_BYTES = 1_000_000;

/** Milliseconds for which an idle connection stays. */
const KEPT_MS = 120_000;

/** Serves interactions on their own small server. @returns it, and the port that it got. */
export async function serveInteractions(take: DiscordHttp, host: string, port: number): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((request, response) => {
    void answered(take, request).then(({ status, body }) => response.writeHead(status, body === '' ? {} : { 'content-type': 'application/json' }).end(body));
  });
  // Longer than whoever calls keeps a connection: a request must not meet one that is just being closed.
  server.keepAliveTimeout = KEPT_MS;
  server.headersTimeout = KEPT_MS + 1000;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return { server, port: (server.address() as AddressInfo).port };
}

async function answered(take: DiscordHttp, request: IncomingMessage) {
  if (request.url?.split('?')[0] !== PATH) return { status: 404, body: '' };
  if (request.method !== 'POST') return { status: 405, body: '' };
  const body = await read(request).catch(() => undefined);
  return body === undefined ? { status: 413, body: '' } : take(body, request.headers);
}

async function read(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
