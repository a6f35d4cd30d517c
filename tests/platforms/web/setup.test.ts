import { describe, expect, it } from 'vitest';
import type { Setup, SetupDone, TokenCheck, TokenGood } from '../../../src/bot/ports/setup.ts';
import { CHATS } from '../../../src/platforms/index.ts';
import type { WebConfig } from '../../../src/platforms/web/config.ts';
import { appOf } from '../../helpers/pages.ts';
import { servicesOf } from '../../helpers/services.ts';
import { visitorOf } from '../../helpers/web-visitor.ts';

const CODE = 'abcdefgh23456789';
const SECRET = 'the-token-of-the-bot';
const GOOD: TokenGood = { kind: 'good', bot: 'Wenda', readsAll: false, invite: 'https://discord.com/x' };

/** A first start whose platforms take one token. */
function firstStart(): { readonly setup: Setup; readonly saved: object[]; readonly checked: string[] } {
  const [saved, checked]: [object[], string[]] = [[], []];
  let done: SetupDone | undefined;
  const check = async (token: string): Promise<TokenCheck> => {
    checked.push(token);
    return token === SECRET ? GOOD : { kind: 'refused' };
  };
  const platforms = CHATS.flatMap(({ name, title, token, setup }) =>
    setup ? [{ name, title, variable: token, words: setup.words, check }] : [],
  );
  const [discord] = platforms;
  const setup: Setup = {
    code: CODE,
    platforms,
    done: () => done,
    save: async (tokens) => {
      if (!discord || done || tokens.discord !== SECRET) return undefined;
      saved.push(tokens);
      done = { started: [{ ...GOOD, platform: discord }], file: '/x/.env' };
      return done;
    },
  };
  return { setup, saved, checked };
}

async function opened(config: Partial<WebConfig> = {}) {
  const first = firstStart();
  const lines: string[] = [];
  const app = appOf(await servicesOf([]), { config: { setup: first.setup, token: undefined, ...config }, lines });
  return { ...first, app, lines, visitor: visitorOf(app) };
}

describe('the page of the first start', () => {
  it('is not there if there are tokens already', async () => {
    const app = appOf(await servicesOf([]));
    expect((await visitorOf(app).get('/setup')).status).toBe(404);
    expect((await visitorOf(app).get(`/setup?code=${CODE}`)).status).toBe(404);
  });

  it('opens with the code only, from this machine, too', async () => {
    const { visitor, saved, checked } = await opened();
    expect((await visitor.get('/setup')).status).toBe(401);
    expect(visitor.page()).not.toContain('name="discord"');
    expect((await visitor.post('/setup', { discord: SECRET, save: '1' })).status).toBe(401);
    expect((await visitor.get('/setup?code=abcdefgh23456780')).status).toBe(401);
    expect((await visitor.post('/setup', { code: 'no' })).status).toBe(401);
    expect([saved, checked]).toEqual([[], []]);
    const entered = await visitor.get(`/setup?code=${CODE}`);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/setup']);
    expect((await visitor.get('/setup')).status).toBe(200);
    expect(visitor.page()).toContain('name="discord"');
  });

  it('has no dashboard before there is a key', async () => {
    const { visitor } = await opened();
    expect((await visitor.get('/dashboard')).status).toBe(404);
    expect((await visitor.get('/dashboard/exchange')).status).toBe(404);
  });

  it('takes the code typed, in any case', async () => {
    const { visitor } = await opened();
    await visitor.get('/setup');
    expect((await visitor.post('/setup', { code: ` ${CODE.toUpperCase()} ` })).status).toBe(303);
    expect((await visitor.get('/setup')).status).toBe(200);
  });

  it('limits guesses, and then takes not even the right code', async () => {
    const { visitor } = await opened({ pace: { login: { burst: 2, every: 60_000 } } });
    const statuses: number[] = [];
    for (const code of ['x', 'y', CODE]) statuses.push((await visitor.get(`/setup?code=${code}`)).status);
    expect(statuses).toEqual([401, 401, 429]);
  });

  it.each<[string, string, Record<string, string>, number]>([
    ['another site', SECRET, { origin: 'https://evil.example' }, 403],
    ['a name that is made to lead here', SECRET, { host: 'evil.example', origin: 'http://evil.example' }, 421],
    ['a form without the proof', SECRET, {}, 403],
  ])('takes nothing from %s', async (which, token, headers, status) => {
    const { visitor, saved, checked } = await opened();
    await visitor.get(`/setup?code=${CODE}`);
    await visitor.get('/setup');
    const fields = { discord: token, save: '1', ...(Object.keys(headers).length === 0 ? { csrf: 'x' } : {}) };
    expect((await visitor.post('/setup', fields, headers)).status, which).toBe(status);
    expect([saved, checked]).toEqual([[], []]);
  });

  it('says what the platform says of each token, and saves nothing that is not good', async () => {
    const { visitor, saved } = await opened();
    await visitor.get(`/setup?code=${CODE}`);
    await visitor.get('/setup?lang=en');
    const part = await visitor.post('/setup', { discord: SECRET, telegram: 'wrong' }, { 'x-wants': 'part' });
    const words = await part.text();
    expect(words).toMatch(
      /^<div class="status" id="s-discord"[^>]* data-again><p class="good">The token is good: Wenda/,
    );
    expect(words).toContain('Message Content Intent');
    expect(words).toContain('<svg class="picture"');
    expect(words).toContain('Telegram does not accept this token');
    expect(words).not.toMatch(/<html|the-token-of-the-bot/);
    await visitor.get('/setup');
    expect((await visitor.post('/setup', { telegram: 'wrong', save: '1' })).status).toBe(200);
    expect(visitor.page()).toContain('Nothing is saved yet');
    expect(saved).toEqual([]);
  });

  it('starts with a good token, shows the way in to that browser alone, and is gone', async () => {
    const { app, visitor, saved, lines } = await opened();
    await visitor.get(`/setup?code=${CODE}`);
    await visitor.get('/setup?lang=en');
    const led = await visitor.post('/setup', { discord: ` ${SECRET}\n`, save: '1' });
    expect([led.status, led.headers.get('location')]).toEqual([303, '/setup']);
    expect(saved).toEqual([{ discord: SECRET, telegram: '' }]);
    expect((await visitor.get('/setup')).status).toBe(200);
    for (const words of [
      'The bot is running',
      'href="https://discord.com/x"',
      '<bdi>Wenda</bdi>',
      'Import a FAQ',
      'Draft phrasings',
      '/x/.env',
    ])
      expect(visitor.page()).toContain(words);
    expect(visitor.page()).not.toMatch(/the-token-of-the-bot|name="discord"/);
    expect((await visitor.post('/setup', { discord: SECRET, save: '1' })).status).not.toBe(200);
    const other = visitorOf(app);
    await other.get('/');
    expect((await other.get('/setup')).status).toBe(404);
    expect((await other.get(`/setup?code=${CODE}`)).status).toBe(404);
    expect((await other.post('/setup', { code: CODE })).status).toBe(404);
    expect([saved.length, lines.join()]).toEqual([1, expect.not.stringContaining(SECRET)]);
  });
});
