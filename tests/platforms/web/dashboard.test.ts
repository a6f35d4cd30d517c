import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { good, trouble } from '../../../src/bot/ports/diagnosis.ts';
import { StoreError } from '../../../src/bot/ports/store.ts';
import type { Services } from '../../../src/bot/services.ts';
import { listen } from '../../../src/platforms/web/index.ts';
import { addModerator } from '../../../src/platforms/web/people.ts';
import { appOf, WEB_TOKEN } from '../../helpers/pages.ts';
import { keepQuestion, putQuestion, sayMeant } from '../../helpers/questions.ts';
import { telegramServices } from '../../helpers/telegram-bot.ts';
import { unescaped, type Visitor, visitorOf } from '../../helpers/web-visitor.ts';

const COMMUNITY = 'test:here';
const PART = { 'x-wants': 'part' };
let services: Services;
let visitor: Visitor;

beforeEach(async () => {
  services = await telegramServices();
  const now = services.now();
  const day = now.slice(0, 10);
  const tally = { community: COMMUNITY, day, language: 'en', platform: 'test', entry: '' };
  await services.store.transact(async (unit) => {
    const { tallies, votes } = unit;
    await tallies.add([
      { ...tally, what: 'asked', count: 10 },
      { ...tally, what: 'answered', entry: 'questions/refund', count: 7 },
      { ...tally, what: 'offered', count: 2 },
      { ...tally, what: 'unanswered', count: 1 },
      { ...tally, what: 'liked', entry: '0.9', count: 9 },
      { ...tally, what: 'disliked', entry: '0.9', count: 1 },
    ]);
    await votes.cast({
      community: COMMUNITY,
      person: 'p',
      answer: 'a',
      entry: 'questions/refund',
      helpful: true,
      reason: '',
      at: now,
    });
    await putQuestion(unit, { community: COMMUNITY, text: '=cmd|opening "lockers"', people: 4, at: now });
  });
  visitor = visitorOf(appOf(services));
  await visitor.get('/dashboard?lang=en');
});

const csrfIn = (page: string) => /name="csrf" value="([^"]*)"/.exec(page)?.[1] ?? '';
const signIn = (token = WEB_TOKEN) => visitor.post('/dashboard/login', { token });

describe('the door of the dashboard', () => {
  it('opens to the token, and to nothing else', async () => {
    for (const inside of ['questions/refund', 'opening']) expect(visitor.page()).not.toContain(inside);
    for (const token of ['', 'wrong', `${WEB_TOKEN}x`, WEB_TOKEN.slice(1)]) {
      expect((await signIn(token)).status).toBe(401);
      expect((await visitor.get('/dashboard/csv/days')).status).toBe(303);
    }
    const response = await signIn();
    expect([response.status, response.headers.get('location')]).toEqual([303, '/dashboard']);
    expect(response.headers.getSetCookie().join()).toMatch(/wenda_key=\d+\.[0-9a-f]{32};.*HttpOnly; SameSite=Lax/);
    expect((await visitor.get('/dashboard/csv/days')).status).toBe(200);
    await visitor.get('/dashboard');
    await visitor.post('/dashboard/logout', {});
    expect((await visitor.get('/dashboard/csv/days')).status).toBe(303);
  });

  it('gives whoever signs in a session that nobody knew before', async () => {
    const planted = 'ab'.repeat(16);
    visitor.cookies.set('wenda_session', planted);
    await visitor.get('/dashboard');
    await signIn('wrong');
    expect(visitor.cookies.get('wenda_session')).toBe(planted);
    await signIn();
    expect(visitor.cookies.get('wenda_session')).toMatch(/^[0-9a-f]{32}$/);
    expect(visitor.cookies.get('wenda_session')).not.toBe(planted);
  });

  it('is not there where no token is set', async () => {
    const app = appOf(services, { config: { token: undefined } });
    for (const path of ['/dashboard', '/dashboard/csv/days']) expect((await visitorOf(app).get(path)).status).toBe(404);
    expect(await (await visitorOf(app).get('/dashboard')).text()).toContain('Set WEB_TOKEN (16 characters or more;');
  });

  it('refuses a key that is forged, has run out, or was made with another token', async () => {
    await signIn();
    const key = visitor.cookies.get('wenda_key') ?? '';
    const [until = '', signature = ''] = key.split('.');
    for (const forged of [`${Number(until) + 1}.${signature}`, `${until}.`, signature, `1000000000000.${signature}`]) {
      visitor.cookies.set('wenda_key', forged);
      expect((await visitor.get('/dashboard/csv/days')).status).toBe(303);
    }
    const other = visitorOf(appOf(services, { config: { token: 'another-token-of-tests' } }));
    other.cookies.set('wenda_key', key);
    expect((await other.get('/dashboard/csv/days')).status).toBe(303);
  });

  describe('where somebody guesses', () => {
    const many = { burst: 1000, every: 1 };
    const pace = { session: many, atOnce: 100, login: { burst: 2, every: 1_000_000 } };
    let app: ReturnType<typeof appOf>;
    /** Signs in from an address. @returns the status */
    const from = async (address: string, token: string, headers: Record<string, string> = {}) => {
      visitor = visitorOf(app, address);
      await visitor.get('/dashboard?lang=en');
      return (await visitor.post('/dashboard/login', { token }, headers)).status;
    };
    beforeEach(() => {
      app = appOf(services, { config: { pace } });
    });

    it('is slow for that address, and for nobody else', async () => {
      for (const status of [401, 401, 429, 429]) expect(await from('192.0.2.1', 'a guess')).toBe(status);
      expect(visitor.page()).toContain('Too many attempts.');
      expect(await from('192.0.2.2', 'a slip')).toBe(401);
    });

    it('does not even compare a token there, and opens to the right one elsewhere', async () => {
      for (let at = 0; at < 10; at++) await from('192.0.2.1', `guess ${at}`);
      expect(await from('192.0.2.1', WEB_TOKEN)).toBe(429);
      expect(await from('192.0.2.2', WEB_TOKEN)).toBe(303);
    });

    it('asks a proxy on this machine for whom it calls, and nobody else', async () => {
      const by = (list: string) => ({ 'x-forwarded-for': list });
      for (const [at, status] of [401, 401, 429].entries())
        expect(await from('::ffff:127.0.0.1', 'a guess', by(`198.51.100.${at}, 192.0.2.1`))).toBe(status);
      expect(await from('127.0.0.1', 'a slip', by('192.0.2.1, 192.0.2.2'))).toBe(401);
      for (const [at, status] of [401, 401, 429].entries())
        expect(await from('203.0.113.1', 'a guess', by(`192.0.2.${at + 50}`))).toBe(status);
    });

    it('asks the proxies that are named as well, one behind the other, up to the first that is none', async () => {
      app = appOf(services, { config: { pace, proxies: ['172.16.0.0/12', '2001:db8::7'] } });
      const by = (list: string) => ({ 'x-forwarded-for': list });
      for (const [at, status] of [401, 401, 429].entries())
        expect(await from('::ffff:172.17.0.1', 'a guess', by(`198.51.100.${at}, 192.0.2.1, 2001:db8::7`))).toBe(status);
      expect(await from('172.17.0.1', 'a slip', by('192.0.2.2'))).toBe(401);
      for (const [at, status] of [401, 401, 429].entries())
        expect(await from('172.32.0.1', 'a guess', by(`192.0.2.${at + 50}`))).toBe(status);
    });

    it.each([
      ['on its machine', '127.0.0.1', '127.0.0.1'],
      ['in its network', '172.18.0.2', '172.18.0.1'],
    ])('believes only what the proxy appended, not what somebody %s wrote before it', async (_, proxy, own) => {
      app = appOf(services, { config: { pace, proxies: ['172.16.0.0/12'] } });
      for (const [at, status] of [401, 401, 429].entries())
        expect(await from(proxy, 'a guess', { 'x-forwarded-for': `198.51.100.${at}, ${own}` })).toBe(status);
    });

    it('sees from where a connection comes', async () => {
      const listener = await listen(app, '127.0.0.1', 0);
      onTestFinished(listener.close);
      const url = `http://127.0.0.1:${listener.port}/dashboard`;
      const page = await fetch(url);
      const cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      const csrf = csrfIn(await page.text());
      const guess = async (caller: string) =>
        (
          await fetch(`${url}/login`, {
            method: 'POST',
            body: new URLSearchParams({ csrf, token: 'a guess' }),
            headers: { cookie, 'x-forwarded-for': caller },
          })
        ).status;
      for (const [caller, status] of [
        ['192.0.2.1', 401],
        ['192.0.2.1', 401],
        ['192.0.2.1', 429],
        ['192.0.2.2', 401],
      ] as const)
        expect(await guess(caller)).toBe(status);
    });

    it('takes a network of IPv6 for one address', async () => {
      for (const [address, status] of [
        ['2001:db8::1', 401],
        ['2001:DB8:0:0:5:6:7:8', 401],
        ['2001:db8::ffff', 429],
        ['2001:db8:0:1::1', 401],
      ] as const)
        expect(await from(address, 'a guess')).toBe(status);
    });
  });
});

describe('the dashboard', () => {
  beforeEach(async () => {
    await signIn();
    await visitor.get('/dashboard');
  });

  it('shows what was asked and what came of it', () => {
    const page = visitor.page();
    expect(page).toContain('<dd><span class="big">10</span>');
    expect(page).toContain('<span class="big">70%</span> <span class="more">7</span>');
    expect(page).toContain('90%–100%');
    expect(page).toContain('=cmd|opening &quot;lockers&quot;');
    expect(page).toContain(`<option value="${COMMUNITY}" selected>`);
    expect(page.length).toBeLessThan(150_000);
  });

  it('hands over every table, and no formula', async () => {
    const names = [...visitor.page().matchAll(/\/dashboard\/csv\/([a-z]+)/g)].map(([, name = '']) => name);
    expect(new Set(names)).toEqual(
      new Set(['days', 'languages', 'platforms', 'top', 'questions', 'coverage', 'calibration']),
    );
    const query = `community=${COMMUNITY}`;
    expect(await (await visitor.get(`/dashboard/csv/questions?${query}`)).text()).toContain(
      `\r\n"'=cmd|opening ""lockers""",English,no answer,4,0,`,
    );
    expect(await (await visitor.get(`/dashboard/csv/languages?${query}`)).text()).toBe(
      'Language,Asked,Share,Answered\r\nEnglish,10,1.0000,0.7000\r\n',
    );
    for (const name of [...names, 'attention', 'pins', 'history'])
      expect((await visitor.get(`/dashboard/csv/${name}?${query}`)).headers.get('content-type')).toContain('text/csv');
    expect((await visitor.get(`/dashboard/csv/nothing?${query}`)).status).toBe(404);
  });

  it('gives an open question to an entry, and takes it back', async () => {
    const act = `/dashboard/act?community=${COMMUNITY}`;
    const [, address = ''] = /href="(\/dashboard\/pick[^"]*group=[^"]*)"/.exec(visitor.page()) ?? [];
    await visitor.get(unescaped(address));
    expect(visitor.page()).toContain('Which entry answers');
    const [, group = ''] = /name="group" value="(\d+)"/.exec(visitor.page()) ?? [];
    // Any entry can be chosen, not only those that the bot thinks of.
    await visitor.get(`${unescaped(address)}&q=when+office`);
    expect(visitor.page()).toContain(`name="do" value="is ${group} questions/hours"`);
    await visitor.post(`/dashboard/inbox?community=${COMMUNITY}`, { do: `is ${group} questions/hours` });
    expect(visitor.page()).toContain('/rephrase');
    expect((await services.communities.byId(COMMUNITY)).state.all('phrasings')).toHaveLength(1);
    await visitor.get('/dashboard');
    await visitor.post(act, { press: visitor.buttons('Undo')[0] ?? '' });
    expect((await services.communities.byId(COMMUNITY)).state.all('phrasings')).toHaveLength(0);
  });

  it('teaches an answer by form, preview and confirmation', async () => {
    const act = `/dashboard/act?community=${COMMUNITY}`;
    await visitor.post(act, { text: '/teach' }, PART);
    expect(visitor.page()).toContain('name="option-answer"');
    await visitor.post(
      act,
      { command: 'teach', 'option-question': 'Is there parking?', 'option-answer': 'Yes,\r\n\r\n- behind the house' },
      PART,
    );
    await visitor.post(act, { press: visitor.buttons('Save')[0] ?? '' }, PART);
    const taught = (await services.communities.byId(COMMUNITY)).state.all('entry');
    expect(taught.map(([, { text }]) => text).join()).toContain('Yes,\n\n- behind the house');
  });

  it('adds phrasings that people suggest, one or all, and drops them', async () => {
    const say = (text: string, entry: string) => {
      for (const person of ['anna', 'ben'])
        sayMeant(services, { community: COMMUNITY, person, kind: 'choice', entry, text });
    };
    const act = `/dashboard/act?community=${COMMUNITY}`;
    const phrasings = async () =>
      (await services.communities.byId(COMMUNITY)).state.all('phrasings').flatMap(([, { added }]) => added);
    say('is anybody in at the weekend', 'questions/hours');
    say('please reverse the charge', 'questions/refund');
    say('they threw me out', 'questions/why-banned');
    await visitor.get(`/dashboard?community=${COMMUNITY}`);
    expect(visitor.buttons('Add'), 'three, and all of them').toHaveLength(4);
    await visitor.post(act, { press: visitor.buttons('Drop')[0] ?? '' });
    await visitor.get(`/dashboard?community=${COMMUNITY}`);
    await visitor.post(act, { press: visitor.buttons('Add')[0] ?? '' });
    expect(await phrasings()).toHaveLength(1);
    say('and on saturday evenings', 'questions/hours');
    await visitor.get(`/dashboard?community=${COMMUNITY}`);
    await visitor.post(act, { press: visitor.buttons('Add all')[0] ?? '' });
    expect(await phrasings()).toHaveLength(3);
    await visitor.get(`/dashboard?community=${COMMUNITY}`);
    expect(visitor.page()).not.toContain('id="suggestions"');
    expect(visitor.page()).toContain('suggested by members');
  });

  it('answers a question that waits for a helper, and learns the answer once it has helped', async () => {
    const id = await keepQuestion(services.store, {
      ...{ community: COMMUNITY, text: 'Which fuse belongs to the cellar?', state: 'passed', at: services.now() },
      ...{ place: COMMUNITY, post: '7' },
      asker: {
        ...{ person: 'asker', place: 'test:there' },
        address: JSON.stringify({ channel: '', message: '', user: '', link: '' }),
      },
    });
    const act = `/dashboard/act?community=${COMMUNITY}`;
    await visitor.get('/dashboard');
    const words = { command: 'reply', 'option-to': `${id}`, 'option-answer': 'The *third* one.' };
    await visitor.post(
      `/dashboard/inbox?community=${COMMUNITY}`,
      { do: 'reply', ids: `${id}`, words: 'The *third* one.' },
      PART,
    );
    expect(visitor.page()).toContain('I passed your answer on');
    const told = await services.store.read(({ outbox }) => outbox.due('test', services.now()));
    expect(told.map(({ person, payload }) => [person, payload.includes('A helper answers')])).toEqual([
      ['asker', true],
    ]);
    await visitor.get('/dashboard');
    await visitor.post(act, words, PART);
    expect(visitor.page()).toContain('Somebody is answering this already');
    await services.store.transact(({ questions }) => questions.change(id, { state: 'solved' }));
    await visitor.get('/dashboard');
    await visitor.post(act, { press: visitor.buttons('Learn it')[0] ?? '' }, PART);
    await visitor.post(act, { press: visitor.buttons('Save')[0] ?? '' }, PART);
    const taught = (await services.communities.byId(COMMUNITY)).state.all('entry');
    expect(taught.map(([, { text }]) => text).join()).toContain('The *third* one.');
    await visitor.get('/dashboard');
    expect(visitor.page()).not.toContain('id="handed"');
  });

  it('ignores an open question, and runs typed commands', async () => {
    const act = `/dashboard/act?community=${COMMUNITY}`;
    const [{ id } = { id: 0 }] = await services.questions.list(COMMUNITY);
    await visitor.post(`/dashboard/inbox?community=${COMMUNITY}`, { do: `ignore ${id}` });
    expect(await services.questions.list(COMMUNITY)).toEqual([]);
    await visitor.get('/dashboard');
    await visitor.post(act, { text: '/pin question: parking entry: questions/hours' });
    await visitor.get('/dashboard');
    expect(visitor.buttons('Unpin')).toHaveLength(1);
    await visitor.post(act, { press: visitor.buttons('Unpin')[0] ?? '' });
    expect((await services.communities.byId(COMMUNITY)).state.all('pin')).toEqual([]);
  });

  it('no longer shows a question that an entry answers by now, and says what a gap stands for', async () => {
    await signIn();
    const now = services.now();
    const asked = { community: COMMUNITY, people: 3, at: now };
    for (const text of ['how can i get a refund', 'does … bring parrots'])
      await keepQuestion(services.store, { ...asked, text });
    await visitor.get('/dashboard?lang=en');
    expect(visitor.page()).toContain('does … bring parrots');
    expect(visitor.page()).toContain('“…” replaces numbers');
    expect(visitor.page()).not.toContain('how can i get a refund');
  });

  it('hands over all of what the page shows the first of', async () => {
    const day = services.now().slice(0, 10);
    const given = Array.from({ length: 40 }, (_, at) => ({
      community: COMMUNITY,
      day,
      what: 'answered' as const,
      language: 'en',
      platform: 'test',
      entry: `questions/${at}`,
      count: 1,
    }));
    await services.store.transact(({ tallies }) => tallies.add(given));
    const linesOf = async (name: string) =>
      (await (await visitor.get(`/dashboard/csv/${name}?community=${COMMUNITY}`)).text()).trim().split('\r\n').length -
      1;
    expect(await linesOf('top')).toBe(41);
  });

  it('tells in words what was changed, and where questions were asked', async () => {
    const day = services.now().slice(0, 10);
    const source = {
      community: COMMUNITY,
      kind: 'source' as const,
      key: 'community/the-club-1a2b3c',
      after: '{"title":"The club"}',
    };
    const setting = { community: COMMUNITY, kind: 'setting' as const, key: 'mode:test:here/7', after: '"off"' };
    const act = {
      community: COMMUNITY,
      person: 'p',
      place: 'x',
      at: services.now(),
      command: 'teach',
      why: '',
      forced: null,
      undoes: null,
    };
    await services.store.transact(async ({ log, tallies }) => {
      await log.append({ ...act, edits: [source, setting] });
      await log.append({ ...act, edits: [{ ...source, after: null }] });
      await tallies.add(
        ['web', 'console', 'discord'].map((platform) => ({
          community: COMMUNITY,
          day,
          what: 'asked',
          language: 'en',
          platform,
          entry: '',
          count: 1,
        })),
      );
    });
    const csv = async (name: string) => (await visitor.get(`/dashboard/csv/${name}?community=${COMMUNITY}`)).text();
    expect(await csv('history')).toContain('source The club; setting When I answer in this channel');
    expect(await csv('history')).not.toContain('the-club-1a2b3c');
    expect((await csv('platforms')).match(/^(Playground|Terminal|Discord),1,/gm)).toHaveLength(3);
  });

  it('tells what is set up wrongly with its cure, asks no platform again at once, and is calm where nothing waits', async () => {
    let asked = 0;
    const diagnose = async () => {
      asked++;
      return [
        good('diagnosis-database'),
        trouble(
          'bad',
          { key: 'diagnosis-unreachable', values: { name: 'chat' } },
          { key: 'cure-unreachable', values: { name: 'chat' } },
        ),
      ];
    };
    visitor = visitorOf(appOf({ ...services, diagnose }));
    await visitor.get('/dashboard?lang=en');
    await signIn();
    for (let at = 0; at < 3; at++) await visitor.get('/dashboard', PART);
    expect(visitor.page()).toContain('id="troubles"');
    expect(visitor.page()).toContain('✗');
    expect(visitor.page()).toContain('→');
    expect(asked).toBe(1);
    expect(visitor.page()).not.toContain('Nothing needs your attention.');
    await visitor.get('/dashboard?community=web:pages');
    visitor = visitorOf(appOf(services));
    await visitor.get('/dashboard?lang=en');
    await signIn();
    await visitor.get('/dashboard?community=web:pages');
    expect(visitor.page()).toContain('Nothing needs your attention.');
  });

  it('refuses buttons of another community', async () => {
    await services.store.transact(({ tallies }) =>
      tallies.add([
        {
          community: 'test:there',
          day: services.now().slice(0, 10),
          what: 'asked',
          language: 'en',
          platform: 'test',
          entry: '',
          count: 1,
        },
      ]),
    );
    const act = `/dashboard/act?community=${COMMUNITY}`;
    await visitor.post(act, { text: '/pin question: parking entry: questions/hours' });
    await visitor.get(`/dashboard?community=${COMMUNITY}`);
    await visitor.post('/dashboard/act?community=test:there', { press: visitor.buttons('Unpin')[0] ?? '' });
    expect(visitor.page()).toContain('This button no longer works');
    expect((await services.communities.byId(COMMUNITY)).state.all('pin')).toHaveLength(1);
  });

  it('shows changed knowledge that is refused, until it is right again', async () => {
    let problems = Array.from({ length: 12 }, (_, at) => `a<b.md:${at + 1}: wrong (right it)`);
    visitor = visitorOf(appOf({ ...services, knowledge: { ...services.knowledge, refused: () => problems } }));
    await visitor.get('/dashboard?lang=en');
    await signIn();
    await visitor.get('/dashboard', PART);
    expect(visitor.page()).toContain('I did not load the new knowledge, because of 12 problems.');
    expect(visitor.page()).toContain('a&lt;b.md:10: wrong (right it)');
    expect(visitor.page()).toContain('… and 2 more.');
    expect(visitor.page()).not.toContain('b.md:11');
    problems = [];
    await visitor.get('/dashboard', PART);
    expect(visitor.page()).not.toContain('id="refused"');
  });

  it('tells whoever looks on that changed knowledge is refused', async () => {
    let problems: readonly string[] = [];
    const stop = new AbortController();
    const app = appOf(
      { ...services, knowledge: { ...services.knowledge, refused: () => problems } },
      { stop: stop.signal },
    );
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.request(`http://localhost/dashboard/events?community=${COMMUNITY}`, {
      headers: { host: 'localhost', cookie },
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain('event: begin');
    problems = ['a.md:1: wrong (right it)'];
    expect((await reader?.read())?.value).toContain('event: news');
    stop.abort();
    await reader?.read();
  });

  it('says so where nothing can be kept, and where only to whoever signed in', async () => {
    const act = `/dashboard/act?community=${COMMUNITY}`;
    const respond = () => Promise.reject(new StoreError('No space is left for the file /data/wenda.db'));
    visitor = visitorOf(appOf(services, { respond }));
    await visitor.get('/?lang=en');
    for (const headers of [{}, PART]) {
      expect(
        (await visitor.post('/', { text: 'hello', csrf: csrfIn(await (await visitor.get('/')).text()) }, headers))
          .status,
      ).toBe(500);
      expect(visitor.page()).toContain('I can&#39;t save anything right now, so nothing has changed.');
      expect(visitor.page()).not.toContain('/data/wenda.db');
    }
    await visitor.get('/dashboard');
    await signIn();
    await visitor.get('/dashboard');
    expect((await visitor.post(act, { text: '/pins' }, PART)).status).toBe(500);
    expect(visitor.page()).toContain('No space is left for the file /data/wenda.db');
  });

  it('puts no page in the place of what was typed where somebody is no longer signed in', async () => {
    visitor.cookies.delete('wenda_key');
    const response = await visitor.post(`/dashboard/act?community=${COMMUNITY}`, { text: '/pins' }, PART);
    expect(response.status).toBe(403);
    expect(await response.text()).toMatch(/^<p class="trouble">You are no longer signed in\./);
  });

  it('goes on with a form that is older than the session, once somebody has signed in', async () => {
    const act = `/dashboard/act?community=${COMMUNITY}`;
    visitor.cookies.delete('wenda_key');
    await visitor.post(act, { command: 'pin', 'option-question': '<parking>', 'option-entry': 'questions/hours' });
    expect(visitor.page()).toContain('What you typed is kept.');
    const kept = (token: string) => {
      const inputs = [...visitor.page().matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, unescaped(value)],
      );
      return visitor.post('/dashboard/login', { ...Object.fromEntries(inputs), token });
    };
    expect((await kept('wrong')).status).toBe(401);
    expect((await kept(WEB_TOKEN)).status).toBe(200);
    expect(visitor.page()).toContain(`action="${act}"`);
    const fields = Object.fromEntries(
      [...visitor.page().matchAll(/<input type="hidden" name="((?:option|command|csrf)[^"]*)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, unescaped(value)],
      ),
    );
    await visitor.post(act, fields);
    expect((await services.communities.byId(COMMUNITY)).state.all('pin').map(([, { question }]) => question)).toEqual([
      '<parking>',
    ]);
  });

  it('leads where a link pointed, once somebody has signed in, and nowhere but to the dashboard', async () => {
    const path = '/dashboard/entry?id=questions%2Fhours';
    visitor.cookies.delete('wenda_key');
    const led = (await visitor.get(path)).headers.get('location') ?? '';
    await visitor.get(led);
    const to = unescaped(/name="to" value="([^"]*)"/.exec(visitor.page())?.[1] ?? '');
    const login = async (where: string) => {
      const response = await visitor.post('/dashboard/login', { token: WEB_TOKEN, to: where });
      await visitor.get('/dashboard');
      return response.headers.get('location');
    };
    expect(await login(to)).toBe(path);
    for (const other of ['//evil.example/dashboard/entry', 'https://evil.example', '/dashboard/../x', ''])
      expect(await login(other), other).toBe('/dashboard');
  });

  it('does once what a form asks, however often it is sent or its page is loaded again', async () => {
    await visitor.get('/dashboard');
    const once = unescaped(/name="once" value="([^"]*)"/.exec(visitor.page())?.[1] ?? '');
    const pin = { once, command: 'pin', 'option-question': 'doors', 'option-entry': 'questions/hours' };
    const act = `/dashboard/act?community=${COMMUNITY}`;
    const csrf = csrfIn(visitor.page());
    for (let at = 0; at < 2; at++) {
      await visitor.post(act, { ...pin, csrf });
      expect(visitor.page()).toContain('Pinned');
    }
    expect(await services.store.transact(({ log }) => log.acts({ community: COMMUNITY }))).toHaveLength(1);
    await visitor.post(act, { ...pin, csrf, 'option-question': 'gates' });
    expect((await services.communities.byId(COMMUNITY)).state.all('pin')).toHaveLength(2);
  });

  it('leads a form that waited nowhere but to the dashboard', async () => {
    for (const action of [
      'https://evil.example/',
      '//evil.example/dashboard/act',
      '/',
      '/dashboard/../x',
      'javascript:1',
    ]) {
      expect((await visitor.post('/dashboard/login', { token: WEB_TOKEN, action, 'kept-text': 'x' })).status).toBe(303);
      await visitor.get('/dashboard');
    }
  });

  it('tells of news', async () => {
    const stop = new AbortController();
    visitor = visitorOf(appOf(services, { stop: stop.signal }));
    await visitor.get('/dashboard?lang=en');
    await signIn();
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await appOf(services, { stop: stop.signal }).request(
      `http://localhost/dashboard/events?community=${COMMUNITY}`,
      { headers: { host: 'localhost', cookie } },
    );
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain('event: begin');
    services.counter.count({ community: COMMUNITY, what: 'asked', language: 'en', platform: 'test', entry: '' });
    await services.counter.flush();
    expect((await reader?.read())?.value).toContain('event: news');
    stop.abort();
    expect((await reader?.read())?.done).toBe(true);
  });

  it('tells of news until the person signs out, and only in so many pages of one person', async () => {
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    const app = appOf(services, { stop: stop.signal });
    const enter = async () => {
      visitor = visitorOf(app);
      await visitor.get('/dashboard?lang=en');
      await signIn();
      await visitor.get('/dashboard');
      return visitor;
    };
    const look = ({ cookies }: Visitor) =>
      app.request(`http://localhost/dashboard/events?community=${COMMUNITY}`, {
        headers: { host: 'localhost', cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
    const owner = await enter();
    const pages = [];
    for (let at = 0; at < 10; at++) pages.push(await look(owner));
    const readers = pages.map(({ body }) => body?.getReader());
    for (const reader of readers) await reader?.read();
    expect((await look(owner)).status).toBe(204);
    // Somebody else has places of their own.
    const secret = await addModerator(services, { name: 'Ada', role: 'moderator', days: 0, community: '' }, 'test');
    const ada = visitorOf(app);
    await ada.get('/dashboard');
    await ada.post('/dashboard/login', { token: secret });
    const hers = await look(ada);
    expect(hers.status).toBe(200);
    await hers.body?.cancel();
    await owner.get('/dashboard');
    await owner.post('/dashboard/logout', {});
    const reader = readers[0];
    expect((await reader?.read())?.done).toBe(true);
  });
});
