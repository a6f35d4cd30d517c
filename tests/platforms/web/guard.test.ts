import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Services } from '../../../src/bot/services.ts';
import { listen } from '../../../src/platforms/web/index.ts';
import { appOf } from '../../helpers/pages.ts';
import { telegramServices } from '../../helpers/telegram-bot.ts';
import { visitorOf } from '../../helpers/web-visitor.ts';

let services: Services;
beforeAll(async () => {
  services = await telegramServices();
});

describe('every page', () => {
  it.each(['/', '/dashboard', '/nothing', '/assets/none/nothing'])(
    '%s takes nothing from elsewhere, and no script in itself',
    async (path) => {
      const response = await visitorOf(appOf(services)).get(path);
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await response.text()).not.toMatch(/<style|<script(?![^>]* src="\/assets\/)| style=| on[a-z]+=/);
    },
  );

  it.each([
    ['localhost:8080', 200],
    ['127.0.0.1:9999', 200],
    ['[::1]:8080', 200],
    ['bot.example.org', 200],
    ['BOT.example.org:443', 200],
    ['evil.example', 421],
    ['localhost.evil.example', 421],
    ['', 421],
    ['127.0.0.1.evil.example', 421],
  ])('is given under the name %j: %d', async (host, status) => {
    const app = appOf(services, { config: { names: ['bot.example.org'] } });
    expect((await app.request('http://x/', { headers: { host } })).status).toBe(status);
  });

  it.each<[string, Record<string, string>, number]>([
    ['another site', { origin: 'https://evil.example' }, 403],
    ['a hidden site', { origin: 'null' }, 403],
    ['another port', { origin: 'http://localhost:1' }, 403],
    ['a page that says so', { 'sec-fetch-site': 'cross-site' }, 403],
    ['here', {}, 200],
  ])('takes a form from %s: %j', async (_, headers, status) => {
    const visitor = visitorOf(appOf(services));
    await visitor.get('/?lang=en');
    expect((await visitor.post('/', { text: 'hello' }, headers)).status).toBe(status);
  });

  it.each([
    ['421', 'http://x/', { host: 'evil.example' }, 'GET'],
    ['403', 'http://x/', { host: '127.0.0.1:8080', origin: 'https://bot.example.org' }, 'POST'],
  ])('says with %s what a proxy has to pass on', async (status, url, headers, method) => {
    const response = await appOf(services).request(url, { method, headers });
    expect(await response.text()).toMatch(new RegExp(`^${status} .*Host.*X-Forwarded-Proto`));
  });

  it('takes no form without the proof of its page', async () => {
    const visitor = visitorOf(appOf(services));
    await visitor.get('/?lang=en');
    for (const csrf of ['', 'x', '0'.repeat(32)])
      expect((await visitor.post('/', { text: 'hello', csrf })).status).toBe(403);
    const stranger = visitorOf(appOf(services));
    await stranger.get('/?lang=en');
    visitor.cookies.delete('wenda_session');
    expect((await visitor.post('/', { text: 'hello' })).status).toBe(403);
  });

  it('keeps its cookies to itself', async () => {
    const app = appOf(services);
    const lines = (
      await app.request('http://localhost/', { headers: { host: 'localhost', 'x-forwarded-proto': 'https' } })
    ).headers.getSetCookie();
    expect(lines).toHaveLength(1);
    for (const line of lines) expect(line).toMatch(/HttpOnly.*Secure.*SameSite=Lax/);
  });
});

it('says that there is no such page, to whoever looks for one', async () => {
  const visitor = visitorOf(appOf(services));
  await visitor.get('/?lang=fa');
  const page = await visitor.get('/nothing', { accept: 'text/html,*/*' });
  expect([
    page.status,
    visitor.page().includes('چنین صفحه‌ای نیست'),
    visitor.page().includes('href="/dashboard"'),
  ]).toEqual([404, true, true]);
  expect(await (await visitor.get('/nothing', { accept: '*/*' })).text()).toBe('404\n');
});

describe('a form that cannot be read', () => {
  it.each([
    ['multipart/form-data; boundary=x', '--x\r\nnonsense'],
    ['multipart/form-data; boundary=x', ''],
    ['multipart/form-data', '--x--'],
  ])('is refused without a trace: %s %j', async (type, body) => {
    const lines: string[] = [];
    const app = appOf(services, { lines });
    for (const path of ['/', '/dashboard/login', '/dashboard/logout'])
      expect(
        (
          await app.request(`http://localhost${path}`, {
            method: 'POST',
            body,
            headers: { host: 'localhost', 'content-type': type },
          })
        ).status,
      ).toBe(400);
    expect(lines).toEqual([]);
  });
});

describe('styles and scripts', () => {
  const bytes = Buffer.from('a { color: red }'.repeat(100));
  const assets = {
    version: 'v1',
    files: new Map([['base.css', Uint8Array.from(bytes)]]),
  };
  const read = (path: string, encoding?: string) =>
    appOf(services, { assets }).request(`http://localhost${path}`, {
      headers: { host: 'localhost', ...(encoding === undefined ? {} : { 'accept-encoding': encoding }) },
    });

  it('are kept by whoever read them once, under an address that tells their state', async () => {
    const page = await (await read('/')).text();
    expect(page).toContain('<link rel="stylesheet" href="/assets/v1/base.css">');
    expect((await read('/assets/v1/base.css')).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    );
    const older = await read('/assets/v0/base.css');
    expect([older.status, older.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  });

  it.each([
    ['gzip, deflate, br', 'gzip'],
    ['br;q=1.0, gzip;q=0.8', 'gzip'],
    ['gzip;q=0, br', null],
    ['identity', null],
    [undefined, null],
  ])('come packed to whoever takes that: %j', async (accepted, encoding) => {
    const response = await read('/assets/v1/base.css', accepted);
    expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual([
      encoding,
      'Accept-Encoding',
    ]);
    const sent = Buffer.from(await response.arrayBuffer());
    expect((encoding === null ? sent : gunzipSync(sent)).equals(bytes)).toBe(true);
    expect(sent.length < bytes.length).toBe(encoding !== null);
  });
});

describe('what other platforms are called at', () => {
  const route = {
    method: 'POST' as const,
    path: '/hook',
    handle: async (body: string, headers: Readonly<Record<string, string>>) => ({
      status: 200,
      body: JSON.stringify([body, headers['x-a']]),
    }),
  };

  it('gets the body as it came, under any name', async () => {
    const app = appOf(services, { config: { routes: [route] } });
    const response = await app.request('http://x/hook', {
      method: 'POST',
      body: ' {"a":\n1} ',
      headers: { host: 'evil.example', 'x-a': 'b', origin: 'https://evil.example' },
    });
    expect(await response.json()).toEqual([' {"a":\n1} ', 'b']);
    expect((await app.request('http://x/hook')).status).toBe(405);
  });

  it('is asked for its head alone where it is only read', async () => {
    const alive = { method: 'GET' as const, path: '/alive', handle: async () => ({ status: 200, body: '{}' }) };
    const app = appOf(services, { config: { routes: [route, alive] } });
    const response = await app.request('http://x/alive', { method: 'HEAD' });
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      200,
      'application/json',
      '',
    ]);
    expect((await app.request('http://x/hook', { method: 'HEAD' })).status).toBe(405);
  });

  it('is spared bodies that are too long', async () => {
    const app = appOf(services, { config: { routes: [route] } });
    expect(
      (
        await app.request('http://x/hook', {
          method: 'POST',
          body: 'x'.repeat(1_000_001),
          headers: { 'content-length': '1000001' },
        })
      ).status,
    ).toBe(413);
  });
});

describe('over a connection', () => {
  const hook = {
    method: 'POST' as const,
    path: '/hook',
    handle: async (body: string) => ({ status: 200, body }),
  };
  const lines: string[] = [];
  /** Serves, and tells the status of each answer. */
  async function served(arrival?: Parameters<typeof listen>[3]) {
    const app = appOf(services, { config: { routes: [hook] }, lines });
    const statuses: number[] = [];
    const fetch: typeof app.fetch = async (...call) => {
      const answer = await app.fetch(...call);
      statuses.push(answer.status);
      return answer;
    };
    const { port, close } = await listen({ fetch }, '127.0.0.1', 0, arrival);
    onTestFinished(close);
    return { port, statuses };
  }
  const half = (path: string) => `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf`;

  it('a body that is too large is read out, so that a proxy can pass on the page', async () => {
    const { port } = await served();
    const agent = new Agent({ keepAlive: true });
    onTestFinished(() => agent.destroy());
    const call = request({ port, agent, method: 'POST', path: '/', headers: { host: 'localhost' } });
    const body = Buffer.alloc(5_000_000, 'x');
    call.setHeader('content-length', body.length).end(body);
    const [answer] = (await once(call, 'response')) as [IncomingMessage];
    expect([answer.statusCode, answer.headers.connection]).toEqual([413, 'keep-alive']);
    expect(await text(answer)).toContain('<html');
  });

  it('files of somebody who is not signed in are not kept, and lead to where one signs in', async () => {
    const { port } = await served();
    const answer = await fetch(`http://127.0.0.1:${port}/dashboard/import`, {
      method: 'POST',
      body: 'x'.repeat(100_001),
      redirect: 'manual',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/dashboard']);
  });

  it('somebody who leaves in the middle is no error', async () => {
    const { port, statuses } = await served();
    const socket = connect(port, '127.0.0.1');
    socket.write(half('/hook'));
    await once(socket, 'connect');
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await expect.poll(() => statuses).toEqual([400]);
    expect(lines).toEqual([]);
  });

  it('a body that does not come is waited for only so long', async () => {
    const { port } = await served({ requestTimeout: 100, headersTimeout: 100, connectionsCheckingInterval: 20 });
    const socket = connect(port, '127.0.0.1');
    socket.write(half('/hook'));
    expect(await text(socket)).toContain('408 Request Timeout');
  });
});
