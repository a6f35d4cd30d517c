import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fakeDiscord } from './helpers/fake-discord.ts';
import { fakeTelegram, TOKEN } from './helpers/fake-telegram.ts';
import { lacksBuilt } from './helpers/lacks.ts';
import { entryText, PACK_JSON } from './helpers/memory-files.ts';
import { temporaryFolder } from './helpers/temporary-folder.ts';

const DISCORD = `${'a'.repeat(24)}.abcdef.${'b'.repeat(27)}`;
/** A program that starts on a busy machine takes long. */
const PATIENT = { timeout: 120_000 };

/** Starts the built bot as a container does: without input. */
function start(folder: string, more: Readonly<Record<string, string>>) {
  const env = {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: 'sqlite::memory:',
    WENDA_CACHE: join(folder, 'cache'),
    WEB_PORT: '0',
    LOG_LEVEL: 'trace',
    ...more,
  };
  const child: ChildProcess = spawn(process.execPath, [resolve('dist/app/main.js')], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (words) => {
      said += String(words);
    });
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    said: () => said,
    end: async () => {
      child.kill('SIGTERM');
      return once(child, 'close');
    },
  };
}

/** Keeps cookies, and sends what a browser sends. */
function browserAt(origin: string) {
  const cookies = new Map<string, string>();
  return async (path: string, fields?: Record<string, string>): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = fields && new URLSearchParams(fields);
    const response = await fetch(new URL(path, origin), {
      redirect: 'manual',
      headers: { cookie, 'accept-language': 'en', ...(fields ? { origin } : {}) },
      ...(body ? { method: 'POST', body } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
}

describe.skipIf(lacksBuilt('dist/app/main.js'))('the first start of the program', () => {
  it('tells an address with a code, takes tokens there, and serves both platforms without a restart', async () => {
    const [discord, telegram] = await Promise.all([fakeDiscord({ token: DISCORD }), fakeTelegram()]);
    onTestFinished(async () => void (await Promise.all([discord.close(), telegram.close()])));
    const folder = temporaryFolder({
      '.env': '# mine\n',
      'knowledge/club/pack.json': PACK_JSON,
      'knowledge/club/en/questions/why.md': entryText(),
    });
    const apis = { DISCORD_API_URL: discord.apiUrl, TELEGRAM_API_ROOT: telegram.root };
    const first = start(folder, apis);
    await expect.poll(first.said, PATIENT).toMatch(/^Set up: http:\S+$/m);
    const [, address = ''] = /^Set up: (\S+)$/m.exec(first.said()) ?? [];
    const { origin, pathname, search } = new URL(address);
    const visit = browserAt(origin);
    expect((await visit(pathname + search)).status).toBe(303);
    const page = await (await visit('/setup')).text();
    const csrf = /name="csrf" value="([^"]*)"/.exec(page)?.[1] ?? '';
    const saved = await visit('/setup', { csrf, discord: DISCORD, telegram: TOKEN, save: '1' });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, '/setup']);
    await expect.poll(first.said, PATIENT).toContain('Telegram: connected as @wenda_bot');
    await expect.poll(first.said, PATIENT).toContain('Discord: connected as Wenda, in one server');
    expect(await (await visit('/setup')).text()).toContain('The bot is running');
    expect((await visit('/dashboard/exchange')).status).toBe(200);
    expect((await browserAt(origin)('/setup')).status).toBe(404);
    const ready = (await (await visit('/readyz')).json()) as object;
    expect(ready).toMatchObject({ discord: true, telegram: true });
    const file = join(folder, '.env');
    const settings = readFileSync(file, 'utf8');
    expect(settings).toMatch(
      new RegExp(`^# mine\nDISCORD_TOKEN=${DISCORD}\nTELEGRAM_TOKEN=${TOKEN}\nWEB_TOKEN=\\w{64}\n$`),
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await first.end()).toEqual([0, null]);
    for (const secret of [DISCORD, TOKEN, /WEB_TOKEN=(\w+)/.exec(settings)?.[1] ?? ''])
      expect(first.said()).not.toContain(secret);

    const second = start(folder, apis);
    await expect.poll(second.said, PATIENT).toContain('Telegram: connected as @wenda_bot');
    expect(second.said()).not.toContain('Set up:');
    expect(await second.end()).toEqual([0, null]);
  });
});
