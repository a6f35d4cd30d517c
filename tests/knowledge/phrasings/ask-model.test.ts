import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { type AskOptions, askModel, isSafeForKey } from '../../../src/knowledge/phrasings/ask-model.ts';

const KEY = 'sk-very-secret-key';
type Handle = (response: ServerResponse, request: IncomingMessage, body: string) => void;
const handlers: Handle[] = [];
const asked: { path: string | undefined; key: string | undefined; body: unknown }[] = [];
const server = createServer((request, response) => {
  void text(request).then((body) => {
    asked.push({ path: request.url, key: request.headers.authorization, body: JSON.parse(body) });
    const handle = handlers.length > 1 ? handlers.shift() : handlers[0];
    handle?.(response, request, body);
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const reply =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Handle =>
  (response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
const answer = (content: unknown, finish_reason = 'stop'): Handle =>
  reply(200, { choices: [{ message: { role: 'assistant', content }, finish_reason }] });

/** Asks a server that answers so, one call after the other. */
async function ask(replies: readonly Handle[], options: AskOptions = {}, path = '/v1') {
  handlers.splice(0, handlers.length, ...replies);
  asked.length = 0;
  const waits: number[] = [];
  const wait = async (ms: number): Promise<void> => void waits.push(ms);
  const service = { url: `http://127.0.0.1:${port}${path}`, model: 'small', key: KEY };
  const outcome = await askModel(service, 'the prompt', { wait, ...options }).catch((error: Error) => error);
  return { outcome, waits, tries: asked.length };
}

describe('a model', () => {
  it('that answers well is asked once, with its name, the prompt and the key', async () => {
    expect((await ask([answer('## a\n- b')])).outcome).toBe('## a\n- b');
    expect(asked).toEqual([
      {
        path: '/v1/chat/completions',
        key: `Bearer ${KEY}`,
        body: { model: 'small', messages: [{ role: 'user', content: 'the prompt' }], stream: false },
      },
    ]);
  });

  it.each(['/v1/', '/v1/chat/completions'])('is found at %s, too', async (path) => {
    await ask([answer('a')], {}, path);
    expect(asked[0]?.path).toBe('/v1/chat/completions');
  });

  it('that answers in parts is put together', async () =>
    expect((await ask([answer([{ type: 'text', text: 'a' }, { text: 'b' }])])).outcome).toBe('ab'));

  it('whose answer had no room loses its last line', async () =>
    expect((await ask([answer('- whole\n- cut of', 'length')])).outcome).toBe('- whole\n'));

  it('that is busy is asked again when it says', async () => {
    const later = new Date(Date.now() + 30_000).toUTCString();
    const { outcome, waits } = await ask([
      reply(429, 'slow down', { 'retry-after': '7' }),
      reply(429, 'slow down', { 'retry-after': later }),
      reply(503, 'loading'),
      answer('a'),
    ]);
    expect(outcome).toBe('a');
    expect(waits[0]).toBe(7000);
    expect(waits[1]).toBeGreaterThan(20_000);
    expect(waits[2]).toBe(4000);
  });

  it('that stays busy is given up, and so is one that wants a long pause', async () => {
    const busy = await ask([reply(500, 'out of memory')]);
    expect(String(busy.outcome)).toBe(`ModelError: 127.0.0.1:${port}: it answers 500: out of memory`);
    expect(busy.tries).toBe(5);
    expect((await ask([reply(429, 'quota', { 'retry-after': '86400' })])).tries).toBe(1);
  });

  it.each([
    [401, /it answers 401: .* \(check PHRASINGS_API_KEY\)$/],
    [404, /it answers 404: .* \(check the name of the model/],
    [400, /it answers 400: no such thing/],
  ])('that refuses with %i is not asked again', async (status, words) => {
    const { outcome, tries } = await ask([reply(status, 'no such thing')]);
    expect(String(outcome)).toMatch(words);
    expect(tries).toBe(1);
  });

  it('that is too slow is asked again, then given up', async () => {
    const { outcome, tries } = await ask([() => undefined], { patience: 40 });
    expect(String(outcome)).toMatch(/there was no answer for 0\.04 seconds/);
    expect(tries).toBe(5);
  });

  it('whose answer breaks off is asked again', async () => {
    const broken: Handle = (response) => {
      response.writeHead(200, { 'content-length': '500' });
      response.write('{"choices": [');
      setTimeout(() => response.destroy(), 20);
    };
    expect((await ask([broken, reply(200, '{"choices": [{"message"'), answer('a')])).outcome).toBe('a');
  });

  it.each([['<html>It works!</html>'], ['{"response": "another API"}'], ['[]'], ['null'], ['{"choices": []}']])(
    'that answers in another shape is no model: %s',
    async (body) => {
      const { outcome, tries } = await ask([reply(200, body)]);
      expect(String(outcome)).toMatch(/this is no answer of chat completions: .* \(check the address\)/);
      expect(tries).toBe(1);
    },
  );

  it('that sends one elsewhere is not followed', async () => {
    const { outcome } = await ask([reply(307, '', { location: `http://127.0.0.1:${port}/elsewhere` })]);
    expect(outcome).toBeInstanceOf(Error);
    expect(asked.map(({ path }) => path)).not.toContain('/elsewhere');
  });

  it('that repeats the key does not make it seen', async () => {
    const { outcome } = await ask([reply(401, `bad key ${KEY}`)]);
    expect(String(outcome)).toContain('bad key ***');
    expect(String(outcome)).not.toContain(KEY);
  });

  it('is left when somebody stops', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 30);
    const { outcome, tries } = await ask([() => undefined], { signal: stop.signal });
    expect(String(outcome)).toMatch(/the request was ended/);
    expect(tries).toBe(1);
  });

  it('that is not there is named with its host', async () => {
    const service = { url: 'http://127.0.0.1:1/v1', model: 'small' };
    const failed = await askModel(service, 'a', { wait: async () => undefined }).catch((error: Error) => error);
    expect(String(failed)).toMatch(/127\.0\.0\.1:1: it cannot be reached.* \(is it running\?\)/);
  });
});

it.each([
  ['https://api.example.org/v1', true],
  ['http://localhost:11434/v1', true],
  ['http://127.0.0.1:8000', true],
  ['http://[::1]:8000', true],
  ['http://192.168.1.5:8000', true],
  ['http://172.20.0.3', true],
  ['http://vllm:8000', true],
  ['http://api.example.org/v1', false],
  ['http://8.8.8.8/v1', false],
  ['http://172.40.0.3', false],
])('a key may go to %s: %s', (url, isSafe) => expect(isSafeForKey(url)).toBe(isSafe));
