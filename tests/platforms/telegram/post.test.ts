import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiError, createApi } from '../../../src/platforms/telegram/api.ts';
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

describe('the Bot API', () => {
  it.each([
    ['null', 0, 'getMe: an answer that is none'],
    ['"ok"', 0, 'getMe: an answer that is none'],
    ['<html>502 Bad Gateway</html>', 0, 'getMe: not reached'],
    ['', 0, 'getMe: not reached'],
    ['{"ok":false,"error_code":401,"description":"Unauthorized"}', 401, 'getMe: 401 Unauthorized'],
    ['{"ok":false,"error_code":404,"description":"no /bot1:secret/getMe"}', 404, 'getMe: 404 no /bot[removed]/getMe'],
  ])('rejects with what is wrong, and without the token, where it answers %s', async (answer, code, message) => {
    const root = await serve((_, response) => response.end(answer));
    const error: unknown = await createApi({ token: '1:secret', apiRoot: `${root}/behind/a path` })
      .getMe()
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code, message });
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain('secret');
  });

  it('rejects with how long to wait', async () => {
    const root = await serve((_, response) =>
      response
        .writeHead(429)
        .end('{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":7}}'),
    );
    await expect(createApi({ token: '1:secret', apiRoot: root }).getMe()).rejects.toMatchObject({
      code: 429,
      retryAfter: 7,
    });
  });
});

describe('a post', () => {
  it('sends JSON, and gives what comes back, whatever the status', async () => {
    const root = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const got: unknown = JSON.parse(Buffer.concat(chunks).toString());
        response
          .writeHead(400)
          .end(JSON.stringify({ got, as: request.headers['content-type'], at: request.url, by: request.method }));
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
    [
      'half of an answer',
      (_, response) => void response.writeHead(200, { 'content-length': 10 }).write('{}', () => response.destroy()),
    ],
    ['nothing at all', (_, response) => response.destroy()],
  ])('rejects where the server sends %s', async (_, listener) => {
    const root = await serve(listener);
    await expect(createPost(root, LONG_MS)(root, {})).rejects.toThrow(Error);
  });

  it.each<[string, RequestListener]>([
    ['nobody answers', () => undefined],
    ['the answer has no end', (_, response) => void response.writeHead(200).write('{')],
    [
      'the server offers another protocol',
      ({ socket }) =>
        void socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
    ],
  ])('rejects in time where %s', async (_, listener) => {
    const root = await serve(listener);
    await expect(createPost(root, 50)(root, {})).rejects.toThrow(Error);
  });

  it('takes a root however its protocol is written', async () => {
    const root = 'HTTPS://127.0.0.1:1';
    await expect(createPost(root, LONG_MS)(root, {})).rejects.toMatchObject({ code: 'ECONNREFUSED' });
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
