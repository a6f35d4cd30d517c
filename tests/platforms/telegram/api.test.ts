import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { InputFile } from 'grammy';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiError, createApi } from '../../../src/platforms/telegram/api.ts';

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
    ['null', 0, 'getMe: no answer of the Bot API'],
    ['"ok"', 0, 'getMe: no answer of the Bot API'],
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

  it('keeps its connection, and sends files beside words', async () => {
    const ports = new Set<number | undefined>();
    const got: string[] = [];
    const root = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        got.push(Buffer.concat(chunks).toString());
        response.end('{"ok":true,"result":{"message_id":5}}');
      });
    });
    const api = createApi({ token: '1:a', apiRoot: root });
    await api.sendMessage(7, 'ça va 你好');
    await api.sendDocument(7, new InputFile(Buffer.from('all of it'), 'data.json'));
    expect(ports.size).toBe(1);
    expect(JSON.parse(got[0] ?? '')).toEqual({ chat_id: 7, text: 'ça va 你好' });
    expect(got[1]).toContain('all of it');
  });

  it('rejects if the connection breaks', async () => {
    const root = await serve((_, response) => void response.destroy());
    await expect(createApi({ token: '1:a', apiRoot: root }).getMe()).rejects.toMatchObject({ code: 0 });
  });

  it('rejects once it is stopped, before and while it waits', async () => {
    let heard = (): void => undefined;
    const isHeard = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const root = await serve(() => heard());
    const isNotReached = { code: 0, message: 'getMe: not reached' };
    const over = createApi({ token: '1:a', apiRoot: root }, AbortSignal.abort());
    await expect(over.getMe()).rejects.toMatchObject(isNotReached);
    const stop = new AbortController();
    const waiting = expect(createApi({ token: '1:a', apiRoot: root }, stop.signal).getMe()).rejects.toMatchObject(
      isNotReached,
    );
    await isHeard;
    stop.abort();
    await waiting;
  });
});
