import { beforeEach, describe, expect, it } from 'vitest';
import { servesOthers } from '../../../src/bot/community/known-places.ts';
import { INSTALLATION, keyOfPlace } from '../../../src/bot/conversation/place.ts';
import type { Services } from '../../../src/bot/services.ts';
import { hasExpired, moderatorsIn, personOf } from '../../../src/platforms/web/people.ts';
import { appOf, WEB_TOKEN } from '../../helpers/pages.ts';
import { telegramServices } from '../../helpers/telegram-bot.ts';
import { unescaped, type Visitor, visitorOf } from '../../helpers/web-visitor.ts';

const PART = { 'x-wants': 'part' };
const ACT = '/dashboard/act?community=web:pages';
let services: Services;
let app: ReturnType<typeof appOf>;
let owner: Visitor;
beforeEach(async () => {
  services = await telegramServices();
  app = appOf(services);
  owner = visitorOf(app);
  await owner.get('/dashboard?lang=en');
  await owner.post('/dashboard/login', { token: WEB_TOKEN });
  await owner.get('/dashboard/people');
});

/** @returns the path of the link */
async function add(name: string, role = 'moderator', more: Record<string, string> = {}): Promise<string> {
  await owner.post('/dashboard/people', { name, role, ...more });
  return /<code dir="ltr">http:\/\/localhost:8080(\/dashboard\/link#[\w-]+)</.exec(owner.page())?.[1] ?? '';
}

async function follow(path: string): Promise<Visitor> {
  const visitor = visitorOf(app);
  await visitor.get('/dashboard/link?lang=en');
  await visitor.post('/dashboard/login', { token: path.slice('/dashboard/link#'.length) });
  await visitor.get('/dashboard');
  return visitor;
}

/** All that the log and the records say. */
const written = async () =>
  JSON.stringify(await services.store.transact(async ({ log }) => [await log.acts({}), await log.records()]));

const isIn = async (visitor: Visitor) => (await visitor.get('/dashboard/csv/days')).status === 200;

describe('a moderator with a personal link', () => {
  it('is never shut out by a link that lasts, however the clock moves while it is read', async () => {
    await add('Ada', 'moderator', { days: '0' });
    const [ada] = moderatorsIn(services);
    let seconds = 0;
    const now = () => `2036-01-01T00:00:${String(seconds++).padStart(2, '0')}.000Z`;
    expect(ada && hasExpired({ now }, ada)).toBe(false);
  });

  it('is signed in by it at a press, moderates by name, and is no owner', async () => {
    const path = await add('Ada <b>');
    expect(owner.page()).toContain('Ada &lt;b&gt;');
    await owner.get('/dashboard/people');
    expect(owner.page()).not.toContain(path);
    const looking = visitorOf(app);
    await looking.get(path);
    expect(await isIn(looking)).toBe(false);
    const ada = await follow(path);
    expect(await isIn(ada)).toBe(true);
    await ada.get('/dashboard/people');
    expect(ada.page()).not.toMatch(/Ada|name="(?:name|remove|renew)"/);
    expect((await ada.post('/dashboard/people', { name: 'Eve', role: 'owner' })).status).toBe(404);
    await ada.get('/dashboard');
    await ada.post(ACT, { command: 'pin', 'option-question': 'doors', 'option-entry': 'questions/hours' });
    expect((await services.communities.byId('web:pages')).state.all('pin')).toHaveLength(1);
    await owner.get('/dashboard');
    expect(owner.page()).toContain('Ada &lt;b&gt;');
    expect(JSON.stringify(await services.store.transact(({ log }) => log.records()))).not.toContain(
      path.slice('/dashboard/link#'.length),
    );
  });

  it('is out as soon as they are removed, and their link with them', async () => {
    const path = await add('Ada');
    const settings = async () => (await services.communities.byId(INSTALLATION)).state.rawAll('setting');
    const everywhere = await follow(path);
    await everywhere.get('/dashboard/people');
    await everywhere.post('/dashboard/people', { everywhere: 'self' });
    const ada = await follow(path);
    expect(await settings()).toHaveLength(2);
    await owner.post('/dashboard/people', { remove: /name="remove" value="(\w+)"/.exec(owner.page())?.[1] ?? '' });
    expect(await isIn(ada)).toBe(false);
    expect(await isIn(await follow(path))).toBe(false);
    expect(await isIn(owner)).toBe(true);
    expect(await settings()).toEqual([]);
    // Who moderates is no community's decision: the pages are still the only one.
    expect(await servesOthers(services, 'web:pages')).toBe(false);
    await owner.get('/dashboard');
    expect(owner.page()).not.toContain(INSTALLATION);
  });

  it('leaves no name once they are removed, not even in the log', async () => {
    await add('Ermintrude');
    await owner.get('/dashboard/people');
    await owner.post('/dashboard/people', { renew: /name="renew" value="(\w+)"/.exec(owner.page())?.[1] ?? '' });
    expect(await written()).toContain('Ermintrude');
    await owner.post('/dashboard/people', { remove: /name="remove" value="(\w+)"/.exec(owner.page())?.[1] ?? '' });
    expect(await written()).not.toContain('Ermintrude');
    // That somebody was let in and put out again stays.
    const acts = await services.store.transact(({ log }) => log.acts({ community: INSTALLATION }));
    expect(acts.map(({ command, changes }) => `${command} ${changes.length}`)).toEqual([
      'settings 1',
      'settings 1',
      'settings 1',
    ]);
  });

  it('is handed their name with all else, and erased with it: their link opens no more, and nobody else is out', async () => {
    const [path, other] = [await add('Ermintrude'), await add('Bob')];
    const away = await follow(path);
    await away.post('/dashboard/logout', {});
    const [one, bob] = [await follow(path), await follow(other)];
    const id = moderatorsIn(services).find(({ name }) => name === 'Ermintrude')?.id ?? '';
    const ask = async (words: string) => {
      await one.get('/?lang=en');
      await one.post('/', { text: words });
      return one.page();
    };
    expect(await ask('/privacy')).toContain('name that an owner gave you');
    expect(await ask('/privacy erase')).toContain('Your link');
    expect(await ask('/privacy export')).toMatch(/Ermintrude.*signedOut/s);
    expect(await ask('/privacy erase confirmed')).toContain('Done');
    expect([await isIn(one), await isIn(await follow(path)), await isIn(bob), await isIn(owner)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    for (const mark of ['Ermintrude', id, services.hash(personOf({ id }))]) expect(await written()).not.toContain(mark);
    expect(await written()).toContain('Bob');
  });

  it("ends their key by signing out, also for whoever has a copy of it, and nobody else's", async () => {
    const path = await add('Ada');
    const [ada, copy] = [await follow(path), visitorOf(app)];
    await ada.get('/dashboard');
    copy.cookies.set('wenda_key', ada.cookies.get('wenda_key') ?? '');
    expect(await isIn(copy)).toBe(true);
    const ownersKey = owner.cookies.get('wenda_key') ?? '';
    await ada.post('/dashboard/logout', {});
    expect([await isIn(ada), await isIn(copy), await isIn(owner)]).toEqual([false, false, true]);
    await owner.get('/dashboard');
    await owner.post('/dashboard/logout', {});
    owner.cookies.set('wenda_key', ownersKey);
    expect(await isIn(owner)).toBe(false);
  });

  it('is signed out everywhere at a press, by themselves or an owner, and by nobody else', async () => {
    const [path, other] = [await add('Ada'), await add('Bob')];
    const idOf = (name: string) =>
      new RegExp(`name="everywhere" value="(\\w+)">[^<]*<span class="unseen"> ${name}<`).exec(owner.page())?.[1] ?? '';
    const [ada, phone, bob] = [await follow(path), await follow(path), await follow(other)];
    const key = phone.cookies.get('wenda_key') ?? '';
    await ada.get('/dashboard/people');
    expect((await ada.post('/dashboard/people', { everywhere: idOf('Bob') })).status).toBe(404);
    await ada.post('/dashboard/people', { everywhere: 'self' });
    expect([await isIn(ada), await isIn(phone), await isIn(bob), await isIn(owner)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    const again = await follow(path);
    phone.cookies.set('wenda_key', key);
    expect([await isIn(again), await isIn(phone)]).toEqual([true, false]);
    await owner.post('/dashboard/people', { everywhere: idOf('Bob') });
    expect([await isIn(bob), await isIn(again), await isIn(owner)]).toEqual([false, true, true]);
  });

  it('gets another link where theirs was lost, which ends the former one and its keys', async () => {
    const path = await add('Ada', 'owner');
    const ada = await follow(path);
    await owner.post('/dashboard/people', { renew: /name="renew" value="(\w+)"/.exec(owner.page())?.[1] ?? '' });
    const renewed = /\/dashboard\/link#[\w-]+/.exec(owner.page())?.[0] ?? '';
    const again = await follow(renewed);
    expect([await isIn(ada), await isIn(await follow(path)), await isIn(again)]).toEqual([false, false, true]);
    await again.get('/dashboard/people');
    expect(again.page()).toContain('name="remove"');
  });

  it('opens with a link that was pasted whole, with spaces, and a token with spaces does', async () => {
    const path = await add('Ada');
    const ada = visitorOf(app);
    await ada.get('/dashboard');
    await ada.post('/dashboard/login', { token: ` http://localhost:8080${path.slice(0, 40)} ${path.slice(40)}\n` });
    expect(await isIn(ada)).toBe(true);
    const other = visitorOf(app);
    await other.get('/dashboard');
    await other.post('/dashboard/login', { token: ` ${WEB_TOKEN} ` });
    expect(await isIn(other)).toBe(true);
  });

  it('sees when links were used and how long they open, and none opens longer', async () => {
    const path = await add('Ada', 'moderator', { days: '7' });
    expect(owner.page()).toMatch(/link valid until .*no sign-in/);
    const ada = await follow(path);
    await owner.get('/dashboard/people');
    expect(owner.page()).toContain('last signed in');
    const today = services.now();
    const week = new Date(Date.parse(today) + 7 * 86_400_000 + 60_000).toISOString();
    const later = appOf({ ...services, now: () => week });
    const late = visitorOf(later);
    await late.get('/dashboard');
    expect((await late.post('/dashboard/login', { token: path.slice('/dashboard/link#'.length) })).status).toBe(401);
    late.cookies.set('wenda_key', ada.cookies.get('wenda_key') ?? '');
    expect(await isIn(late)).toBe(false);
    const again = visitorOf(later);
    await again.get('/dashboard?lang=en');
    await again.post('/dashboard/login', { token: WEB_TOKEN });
    await again.get('/dashboard/people');
    expect(again.page()).toContain('link expired');
  });

  it('sees no community but the one that the link is for', async () => {
    const place = { platform: 'telegram', id: 'other' };
    const pin = {
      kind: 'pin' as const,
      key: 'en/x',
      after: JSON.stringify({ question: 'Elsewhere?', language: 'en', text: 'x', by: 'p', at: services.now() }),
    };
    const rest = {
      why: '',
      forced: null,
      undoes: null,
      command: 'pin',
      at: services.now(),
    };
    await services.store.transact(({ log }) =>
      log.append({
        ...rest,
        community: keyOfPlace(place),
        place: keyOfPlace(place),
        person: 'p',
        edits: [{ ...pin, community: keyOfPlace(place) }],
      }),
    );
    await services.communities.refresh();
    await owner.get('/dashboard/people');
    const ada = await follow(await add('Ada', 'moderator', { community: 'web:pages' }));
    await ada.get(`/dashboard?community=${keyOfPlace(place)}`);
    expect(ada.page()).not.toContain(keyOfPlace(place));
    await ada.post(`/dashboard/act?community=${keyOfPlace(place)}`, { text: '/retire entry: questions/hours' });
    const retired = async (id: string) => (await services.communities.byId(id)).state.all('retired').length;
    expect([await retired(keyOfPlace(place)), await retired('web:pages')]).toEqual([0, 1]);
    await owner.get(`/dashboard?community=${keyOfPlace(place)}`);
    expect(owner.page()).toContain('Elsewhere?');
  });

  it('may what the role says: editors entries, moderators all but people and links', async () => {
    const [editor, moderator] = [await follow(await add('Ed', 'editor')), await follow(await add('Mo'))];
    const say = async (visitor: Visitor, text: string) => {
      await visitor.get('/dashboard');
      await visitor.post(ACT, { text }, PART);
      return visitor.page();
    };
    expect(await say(editor, '/retire entry: questions/hours')).toContain('Retired');
    expect(await say(moderator, '/settings language fa')).toMatch(/Undo|#/);
    for (const text of ['/settings language ru', '/undo 4', '/link', '/reload'])
      expect(await say(editor, text), text).toContain('Your personal link lets you');
    for (const text of ['/link', '/unlink']) expect(await say(moderator, text), text).toContain('Only owners can');
    expect(await say(owner, '/link')).toContain('Type /link');
  });

  it('is made once, however often the form is sent, and removed only if that is meant', async () => {
    const once = unescaped(/name="once" value="([^"]*)"/.exec(owner.page())?.[1] ?? '');
    const form = { name: 'Ada', role: 'moderator', once };
    await Promise.all([owner.post('/dashboard/people', form), owner.post('/dashboard/people', form)]);
    const shown = await owner.post('/dashboard/people', form);
    expect(moderatorsIn(services)).toHaveLength(1);
    expect(await shown.text()).toContain('/dashboard/link#');
    expect(owner.page()).toMatch(/<summary[^>]*>Remove\s*<.*<button[^>]*name="remove"[^>]*>Really remove Ada/s);
  });

  it('has a key that serves nobody else', async () => {
    const ada = await follow(await add('Ada'));
    const bob = await follow(await add('Bob', 'owner'));
    const [until = '', signature = '', id = ''] = (ada.cookies.get('wenda_key') ?? '').split('.');
    const other = (bob.cookies.get('wenda_key') ?? '').split('.')[2] ?? '';
    for (const forged of [
      `${until}.${signature}`,
      `${until}.${signature}.${other}`,
      `${until}.${signature}.`,
      `${until}.${signature}.${id}.more`,
      `${Number(until) + 1}.${signature}.${id}`,
      `${until}..${other}`,
    ]) {
      ada.cookies.set('wenda_key', forged);
      expect(await isIn(ada), forged).toBe(false);
    }
  });
});
