import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createPost } from '../../../src/platforms/telegram/post.ts';

const LONG_MS = 60_000;
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a post', () => {
  it('sends JSON, and gives what comes back, whatever the status', async () => {
    const root = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const got: unknown = JSON.parse(Buffer.concat(chunks).toString());
        response.writeHead(400).end(JSON.stringify({ got, as: request.headers['content-type'], at: request.url, by: request.method }));
      });
    });
    expect(await createPost(root, LONG_MS)(`${root}/bot1:a/sendMessage`, { text: 'ça va 你好' })).toEqual({
      got: { text: 'ça va 你好' },
      as: 'application/json',
      at: '/bot1:a/sendMessage',
      by: 'POST',
    });
  });

  it('keeps its connection', async () => {
    const ports = new Set<number | undefined>();
    const root = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('{}');
    });
    const post = createPost(root, LONG_MS);
    for (let n = 0; n < 3; n++) await post(root, {});
    expect(ports.size).toBe(1);
  });

  it.each<[string, RequestListener]>([
    ['what is no JSON', (_, response) => response.end('<html>')],
    ['half of an answer', (_, response) => void response.writeHead(200, { 'content-length': 10 }).write('{}', () => response.destroy())],
    ['nothing at all', (_, response) => response.destroy()],
  ])('rejects where the server sends %s', async (_, listener) => {
    const root = await serve(listener);
    await expect(createPost(root, LONG_MS)(root, {})).rejects.toThrow(Error);
  });

  it('rejects where nobody answers in time', async () => {
    const root = await serve(() => undefined);
    await expect(createPost(root, 50)(root, {})).rejects.toThrow('no answer');
  });

  it('rejects once it is stopped, before and while it waits', async () => {
    let heard = (): void => undefined;
    const isHeard = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const root = await serve(() => heard());
    const post = createPost(root, LONG_MS);
    await expect(post(root, {}, AbortSignal.abort())).rejects.toThrow('stopped');
    const stop = new AbortController();
    const waiting = expect(post(root, {}, stop.signal)).rejects.toThrow('stopped');
    await isHeard;
    stop.abort();
    await waiting;
  });
});
