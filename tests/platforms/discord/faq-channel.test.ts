import { afterEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/bot/ports/store.ts';
import type { Services } from '../../../src/bot/services.ts';
import { openStore } from '../../../src/store/index.ts';
import { buttonsOf, partsOf, seen } from '../../helpers/discord-message.ts';
import { type DiscordWorld, discordWorld, MEMBER, moderator, until } from '../../helpers/discord-world.ts';
import { entryOf, plain, textOf } from '../../helpers/entries.ts';
import type { Call, Json } from '../../helpers/fake-discord.ts';
import { BOT, CHANNEL, GUILD } from '../../helpers/fake-discord-rest.ts';
import { libraryOf } from '../../helpers/library.ts';
import { reopened, servicesOf, shippedLocales } from '../../helpers/services.ts';

const FAQ = '300000000000000077';
const PLACE = `discord:${GUILD}`;

let world: DiscordWorld;
afterEach(async () => {
  expect(world.discord.problems).toEqual([]);
  await world.stop();
});

const answered = (id: string, title: string, answer: string, tags: readonly string[] = []) =>
  entryOf(`questions/${id}`, textOf('en', title, [], { answer: [plain(answer)], tags }));

const ENTRIES = [
  answered('bans', 'Why was my account banned?', 'Because of the rules.', ['accounts']),
  answered('phone', 'Which phone numbers work?', 'Those of your country.', ['accounts']),
  answered('refund', 'Can I get a refund?', 'Within a week.', ['money']),
];

/** Only titles and texts matter: nothing has to be learned. */
async function services(entries = ENTRIES, parts: Partial<Services> = {}): Promise<Services> {
  const { languages } = await shippedLocales();
  const library = libraryOf(entries, { languages, background: new Map() });
  let codes = 0;
  return servicesOf([], { library, now: () => new Date().toISOString(), code: () => `f${++codes}`, ...parts });
}

async function open(entries = ENTRIES, parts: Partial<Services> = {}, type = 0): Promise<void> {
  world = await discordWorld({ services: await services(entries, parts) });
  addChannel(world, type);
}

const addChannel = ({ discord }: DiscordWorld, type: number, more: Json = {}): void => {
  const channel = {
    id: FAQ,
    type,
    guild_id: GUILD,
    name: 'faq',
    permission_overwrites: [],
    flags: 0,
    available_tags: [],
    ...more,
  };
  discord.state.channels.set(FAQ, channel);
  discord.gateway.dispatch('CHANNEL_CREATE', channel);
};

/** What members read in the channel, from the top. */
const shown = (channel = FAQ): Json[] =>
  [...world.discord.state.messages.values()].filter(({ channel_id: of }) => of === channel);
const plainly = (text: string): string => text.replace(/\\([().])/g, '$1');
const titles = () => shown().map((message) => plainly(seen(message).title ?? seen(message).text));
const words = () => shown().map((message) => plainly(seen(message).text));
const all = () => JSON.stringify(shown());

const set = (value: string, setting = 'faq') => world.slash('settings', { setting, value }, moderator);
const through = async (answer: Json): Promise<void> => {
  const buttons = buttonsOf(answer.data);
  const id = buttons.Save ?? buttons.Retire ?? buttons['Do it anyway'] ?? buttons.Restore;
  if (id !== undefined) await through(await world.press(id, { id: '1', flags: 64, embeds: [] }, moderator));
};
const act = async (command: string, options: Record<string, string>) =>
  through(await world.slash(command, options, moderator));
const calls = (method: string): Call[] =>
  world.discord.calls.filter((call) => call.method === method && call.path.startsWith(`/channels/${FAQ}/messages`));
const posts = () => world.services.store.read(({ faqPosts }) => faqPosts.of(PLACE));
/** Waits until everything is posted and noted. */
const settled = async (count: number): Promise<void> => {
  await until(async () => {
    const rows = await posts();
    return rows.length === count && rows.every(({ hash }) => hash !== '') && shown().length === count;
  });
  await world.quiet();
};
/** The bot goes as if it was killed, and the next process comes. */
const restart = async (store?: Store): Promise<void> => {
  const { discord, services: before } = world;
  const { close } = discord;
  Object.assign(discord, { close: async () => undefined });
  await world.stop();
  Object.assign(discord, { close });
  const next = await discordWorld({ discord, services: await reopened(before, store) });
  const stop = async (): Promise<void> => {
    await next.stop();
    await discord.close();
  };
  world = { ...next, stop };
};

describe('a FAQ channel', () => {
  it('has an index with links, and below it a message for each topic, in order', async () => {
    await open();
    const answer = await set(`<#${FAQ}>`);
    expect(seen(answer.data).text).toContain('FAQ channel: \\#faq');
    await settled(3);
    expect(titles()).toEqual(['Frequently asked questions', 'accounts', 'money']);
    const [index = {}, accounts = {}, money = {}] = shown();
    expect(seen(index).text).toBe(
      [
        '**accounts**',
        '',
        `- [Why was my account banned?](<https://discord.com/channels/${GUILD}/${FAQ}/${accounts.id}>)`,
        `- [Which phone numbers work?](<https://discord.com/channels/${GUILD}/${FAQ}/${accounts.id}>)`,
        '',
        '**money**',
        '',
        `- [Can I get a refund?](<https://discord.com/channels/${GUILD}/${FAQ}/${money.id}>)`,
      ].join('\n'),
    );
    expect(seen(accounts).text).toMatch(
      /^\*\*Why was my account banned\?\*\*\n\nBecause of the rules\.\n\n\*Source: Handbook\*\n\n\*\*Which phone/,
    );
  });

  it('follows what is taught, corrected, retired, undone and restored, in place', async () => {
    await open();
    await set(`<#${FAQ}>`);
    await settled(3);
    const ids = shown().map(({ id }) => id);
    await act('correct', { entry: 'questions/refund', question: 'Can I get a refund?', answer: 'Within a month.' });
    await until(() => all().includes('Within a month.'));
    expect(all()).not.toContain('Within a week.');
    await act('undo', {});
    await until(() => all().includes('Within a week.'));
    await act('retire', { entry: 'questions/phone' });
    await until(() => !all().includes('Which phone numbers work?'));
    await act('restore', { entry: 'questions/phone' });
    await until(() => all().includes('Which phone numbers work?'));
    expect(shown().map(({ id }) => id)).toEqual(ids);
    await act('teach', { question: 'Where is the office?', answer: 'In Berlin.' });
    await settled(4);
    expect(titles()).toEqual(['Frequently asked questions', 'accounts', 'money', 'Other questions']);
    expect(words()[0]).toContain('Where is the office?');
    await world.quiet();
    expect(shown()).toHaveLength(4);
  });

  it('follows a reload of the packs', async () => {
    const now = await services();
    const later = answered('refund', 'Can I get a refund?', 'Within a year.', ['money']);
    let shared = now.knowledge.current();
    await open(ENTRIES, { knowledge: { ...now.knowledge, current: () => shared } });
    await set(`<#${FAQ}>`);
    await settled(3);
    shared = {
      ...shared,
      version: shared.version + 1,
      changed: [later],
      entries: new Map([...shared.entries, [later.id, later]]),
    };
    // A reload corrects what was answered, and so it is heard of at once.
    await world.services.store.transact(({ outbox }) =>
      outbox.add({ platform: 'test', queue: '', person: '', payload: '{}', due: '' }),
    );
    await until(() => all().includes('Within a year.'));
    await settled(3);
  });

  it('is in the languages, and has the topics, that were chosen', async () => {
    await open([
      entryOf(
        'questions/a',
        textOf('en', 'Where?', [], { tags: ['places'] }),
        textOf('ru', 'Где?', [], { tags: ['места'] }),
      ),
      answered('b', 'How much?', 'Ten.', ['money']),
      entryOf('questions/c', textOf('ru', 'Когда?', [], { tags: ['время'] })),
    ]);
    await set(`<#${FAQ}>`);
    await settled(4);
    expect(titles()).toEqual(['Frequently asked questions', 'money', 'places', 'время']);
    await set('ru, en', 'faqlanguages');
    await settled(6);
    expect(titles()).toEqual(['Частые вопросы', 'Frequently asked questions', 'время', 'места', 'money', 'places']);
    await set('en', 'faqlanguages');
    await set('places, money', 'faqtopics');
    await settled(3);
    expect(titles()).toEqual(['Frequently asked questions', 'places', 'money']);
    await set('default', 'faqtopics');
    await set('default', 'faqlanguages');
    await set('ru', 'language');
    await until(() => titles()[0] === 'Частые вопросы');
    expect(seen((await set('nothing', 'faqtopics')).data).text).toContain('money');
  });

  it('parts no answer that has room in a message, and goes on in the next one where it must', async () => {
    const long = (n: number) => `Begin ${n}. ${'Word '.repeat(400)}End ${n}.`;
    await open([1, 2, 3, 4].map((n) => answered(`long-${n}`, `Question ${n}?`, long(n), ['one'])));
    await set(`<#${FAQ}>`);
    await settled(5);
    expect(titles()).toEqual(['Frequently asked questions', 'one', 'one (2)', 'one (3)', 'one (4)']);
    for (const [at, text] of words().slice(1).entries()) {
      expect(text).toContain(`Begin ${at + 1}.`);
      expect(text).toContain(`End ${at + 1}.`);
    }
  });
});

describe('what members and moderators do there', () => {
  it('is repaired: a message that was deleted is posted again, in order, and a member’s stays', async () => {
    await open();
    await set(`<#${FAQ}>`);
    await settled(3);
    const theirs = { id: world.discord.state.id(), channel_id: FAQ, author: { id: MEMBER }, content: 'thanks' };
    world.discord.state.messages.set(`${FAQ} ${theirs.id}`, theirs);
    const [, accounts = {}] = shown();
    world.discord.state.messages.delete(`${FAQ} ${accounts.id}`);
    world.discord.gateway.dispatch('MESSAGE_DELETE', { id: accounts.id, channel_id: FAQ, guild_id: GUILD });
    const own = () => shown().filter(({ author }) => author.id === BOT.id);
    await until(() => own().length === 3);
    await until(() => seen(own()[2] ?? {}).title === 'money' && seen(own()[1] ?? {}).title === 'accounts');
    await world.quiet();
    expect(seen(own()[0] ?? {}).text).toContain(`/${own()[1]?.id}>`);
    expect(shown().find(({ id }) => id === theirs.id)).toEqual(theirs);
    expect(calls('DELETE')).toEqual([]);
  });

  it('is repaired also if it happened while the bot was away', async () => {
    await open();
    await set(`<#${FAQ}>`);
    await settled(3);
    const [index = {}] = shown();
    world.discord.state.messages.delete(`${FAQ} ${index.id}`);
    await restart();
    await settled(3);
    expect(titles()).toEqual(['Frequently asked questions', 'accounts', 'money']);
  });

  it('a channel that is deleted is said to be gone by the setting, and another one takes its place', async () => {
    await open();
    await set(`<#${FAQ}>`);
    await settled(3);
    const { discord } = world;
    const channel = discord.state.channels.get(FAQ);
    discord.state.channels.delete(FAQ);
    for (const { id } of shown()) discord.state.messages.delete(`${FAQ} ${id}`);
    discord.gateway.dispatch('CHANNEL_DELETE', channel);
    await until(async () => (await posts()).length === 0);
    const answer = await world.slash('settings', { setting: 'faq' }, moderator);
    expect(JSON.stringify(answer.data)).toContain('the channel is gone');
    expect(JSON.stringify(answer.data)).toContain('Choose another one with /settings faq');
    await set(`<#${CHANNEL}>`);
    await until(() => shown(CHANNEL).filter((message) => seen(message).title === 'money').length === 1);
    await until(async () => {
      const now = await world.slash('settings', { setting: 'faq' }, moderator);
      return !JSON.stringify(now.data).includes('gone');
    });
  });

  it('off leaves the messages as they are, also when entries change; back on they are edited, not posted again', async () => {
    await open();
    await set(`<#${FAQ}>`);
    await settled(3);
    const before = shown().map(({ id }) => id);
    await set('off');
    await act('retire', { entry: 'questions/phone' });
    await world.quiet();
    expect(all()).toContain('Which phone numbers work?');
    await set(`<#${FAQ}>`);
    await until(() => !all().includes('Which phone numbers work?'));
    expect(shown().map(({ id }) => id)).toEqual(before);
  });

  it('remove takes them away, and so does another channel; what was left on purpose is left', async () => {
    await open();
    await set(`<#${FAQ}>`);
    await settled(3);
    await set(`<#${CHANNEL}>`);
    await until(() => shown().length === 0);
    await until(async () => (await posts()).filter(({ hash }) => hash !== '').length === 3);
    await set('remove');
    await until(() => shown(CHANNEL).filter((message) => seen(message).title !== undefined).length === 0);
    await until(async () => (await posts()).length === 0);
    await set(`<#${FAQ}>`);
    await settled(3);
    await set('off');
    await set(`<#${CHANNEL}>`);
    await until(() => shown(CHANNEL).some((message) => seen(message).title === 'money'));
    await world.quiet();
    expect(shown()).toHaveLength(3);
  });

  it('a channel of another server is none', async () => {
    await open();
    Object.assign(world.discord.state.channels.get(FAQ), { guild_id: '200000000000000009' });
    await set(`<#${FAQ}>`);
    await world.quiet();
    expect(shown()).toEqual([]);
  });
});

describe('trouble', () => {
  const refused = { status: 403, body: { code: 50013, message: 'Missing Permissions' } };

  it('a missing permission is told once, and the FAQ is there once it is given', async () => {
    await open();
    world.discord.override({
      matches: ({ path }) => path.startsWith(`/channels/${FAQ}/messages`),
      ...refused,
      times: 99,
    });
    await set(`<#${CHANNEL}>`, 'reports');
    await set(`<#${FAQ}>`);
    const told = () => shown(CHANNEL).filter((message) => seen(message).text.includes("I can't write in"));
    await until(() => told().length === 1);
    await act('retire', { entry: 'questions/phone' });
    await world.quiet();
    expect(told()).toHaveLength(1);
    expect(calls('POST').length).toBeLessThan(3);
    world.discord.clear();
    world.discord.gateway.dispatch('CHANNEL_UPDATE', world.discord.state.channels.get(FAQ));
    await settled(3);
    const answer = await world.slash('settings', { setting: 'faq' }, moderator);
    expect(JSON.stringify(answer.data)).not.toContain('may not write');
  });

  it('an outage only delays', async () => {
    await open();
    world.discord.override({
      matches: ({ method, path }) => method === 'PATCH' && path.includes(FAQ),
      status: 500,
      times: 4,
    });
    await set(`<#${FAQ}>`);
    await settled(3);
    expect(titles()).toEqual(['Frequently asked questions', 'accounts', 'money']);
  });

  it.each([
    ['soon after it, when Discord refuses repetitions', false],
    ['long after it, when Discord has forgotten them', true],
  ])('a kill right after a message was posted leaves no second copy: the next process comes %s', async (_, isLate) => {
    const store = await openStore('sqlite::memory:');
    let isDead = false;
    const dying: Store = {
      ...store,
      transact: (work) => (isDead ? Promise.reject(new Error('killed')) : store.transact(work)),
    };
    await open(ENTRIES, { store: dying });
    let count = 0;
    world.discord.override({
      // The second message is taken, and nothing is noted any more.
      matches: ({ method, path }) => {
        if (method === 'POST' && path === `/channels/${FAQ}/messages` && ++count === 2) isDead = true;
        return false;
      },
      status: 500,
      times: 99,
    });
    await set(`<#${FAQ}>`);
    await until(() => isDead && shown().length === 2);
    world.discord.clear();
    if (isLate) world.discord.state.nonces.clear();
    await restart(store);
    await settled(3);
    expect(titles()).toEqual(['Frequently asked questions', 'accounts', 'money']);
  });

  it('a kill right after the very first message was posted leaves no second copy either', async () => {
    const store = await openStore('sqlite::memory:');
    let isDead = false;
    const dying: Store = {
      ...store,
      transact: (work) => (isDead ? Promise.reject(new Error('killed')) : store.transact(work)),
    };
    await open(ENTRIES, { store: dying });
    world.discord.override({
      matches: ({ method, path }) => {
        if (method === 'POST' && path === `/channels/${FAQ}/messages`) isDead = true;
        return false;
      },
      status: 500,
      times: 99,
    });
    await set(`<#${FAQ}>`);
    await until(() => isDead && shown().length === 1);
    world.discord.clear();
    await restart(store);
    await settled(3);
  });

  it('a kill before a message was posted leaves none out', async () => {
    const store = await openStore('sqlite::memory:');
    await open(ENTRIES, { store });
    world.discord.override({
      matches: ({ method, path }) => method === 'POST' && path.includes(FAQ),
      status: 500,
      times: 2000,
    });
    await set(`<#${FAQ}>`);
    await until(async () => (await posts()).length === 1);
    world.discord.clear();
    await restart(store);
    await settled(3);
  });
});

describe('in a forum', () => {
  const inForum = (): Json[] => [...world.discord.state.channels.values()].filter(({ parent_id: of }) => of === FAQ);
  const named = (name: string): Json => inForum().find((post) => post.name === name) ?? {};
  const first = (post: Json): Json => world.discord.state.messages.get(`${post.id} ${post.id}`) ?? {};
  const index = 'Frequently asked questions';
  const settledForum = async (count: number): Promise<void> => {
    await until(async () => {
      const rows = await posts();
      return rows.length === count && rows.every(({ hash }) => hash !== '') && inForum().length === count;
    });
    await world.quiet();
  };

  it('each entry is a post with its title and the tags that are called as its topics, below a pinned index', async () => {
    await open(ENTRIES, {}, 15);
    const tags = [
      { id: '71', name: 'Accounts', moderated: false },
      { id: '72', name: 'other', moderated: false },
    ];
    Object.assign(world.discord.state.channels.get(FAQ), { available_tags: tags, flags: 16 });
    await set(`<#${FAQ}>`);
    await settledForum(4);
    expect(inForum().map(({ name, applied_tags: tagged }) => [name, tagged])).toEqual([
      ['Can I get a refund?', ['71']],
      ['Which phone numbers work?', ['71']],
      ['Why was my account banned?', ['71']],
      [index, ['71']],
    ]);
    expect(named(index).flags).toBe(2);
    expect(seen(first(named(index))).text).toContain(
      `[Can I get a refund?](<https://discord.com/channels/${GUILD}/${FAQ}/`,
    );
    expect(seen(first(named('Can I get a refund?'))).text).toBe('Within a week.\n\n*Source: Handbook*');
    await act('correct', { entry: 'questions/refund', question: 'May I get a refund?', answer: 'Within a month.' });
    await until(() => seen(first(named('May I get a refund?'))).text.includes('Within a month'));
    await settledForum(4);
  });

  it('a post is removed with its entry, unless members wrote in it: then it says so, and is closed', async () => {
    await open(ENTRIES, {}, 15);
    await set(`<#${FAQ}>`);
    await settledForum(4);
    const post = named('Which phone numbers work?');
    Object.assign(post, { message_count: 2 });
    await act('retire', { entry: 'questions/phone' });
    await until(() => post.thread_metadata.archived);
    expect(JSON.stringify(first(post))).toContain('retired');
    await act('retire', { entry: 'questions/refund' });
    await until(() => named('Can I get a refund?').id === undefined);
    expect(inForum()).toHaveLength(3);
  });

  it('a post that a moderator deleted is opened again, and one that was opened just before a kill is found', async () => {
    const store = await openStore('sqlite::memory:');
    let isDead = false;
    const dying: Store = {
      ...store,
      transact: (work) => (isDead ? Promise.reject(new Error('killed')) : store.transact(work)),
    };
    await open(ENTRIES, { store: dying }, 15);
    let count = 0;
    world.discord.override({
      matches: ({ method, path }) => {
        if (method === 'POST' && path === `/channels/${FAQ}/threads` && ++count === 2) isDead = true;
        return false;
      },
      status: 500,
      times: 99,
    });
    await set(`<#${FAQ}>`);
    await until(() => isDead && inForum().length === 2);
    world.discord.clear();
    await restart(store);
    await settledForum(4);
    const { id } = named('Can I get a refund?');
    world.discord.state.channels.delete(id);
    world.discord.state.messages.delete(`${id} ${id}`);
    world.discord.gateway.dispatch('THREAD_DELETE', { id, guild_id: GUILD, parent_id: FAQ, type: 11 });
    await until(() => named('Can I get a refund?').id !== undefined);
    await settledForum(4);
  });

  it('a change does not wait until every post was looked for', async () => {
    const now = await services();
    let shared = now.knowledge.current();
    await open(ENTRIES, { knowledge: { ...now.knowledge, current: () => shared } }, 15);
    await set(`<#${FAQ}>`);
    await settledForum(4);
    const later = answered('bans', 'Why was my account banned?', 'Nobody knows.', ['accounts']);
    const since = world.discord.calls.length;
    // The last one in the order of posts.
    shared = { ...shared, version: shared.version + 1, entries: new Map([...shared.entries, [later.id, later]]) };
    await restart();
    await until(() => seen(first(named('Why was my account banned?'))).text.includes('Nobody knows.'));
    await settledForum(4);
    const ids = new Set(inForum().map(({ id }) => `/channels/${id}/messages/${id}`));
    const made = () => world.discord.calls.slice(since).filter(({ path }) => ids.has(path));
    await until(() => made().length === 4);
    expect(made().map(({ method }) => method)).toEqual(['PATCH', 'GET', 'GET', 'GET']);
  });

  it('without Manage Threads everything is there, and moderators are told that the index is not pinned', async () => {
    await open(ENTRIES, {}, 15);
    world.discord.override({
      matches: ({ method, body }) => method === 'PATCH' && body?.flags === 2 && !body.components,
      status: 403,
      body: { code: 50013, message: 'Missing Permissions' },
      times: 99,
    });
    await set(`<#${FAQ}>`);
    await settledForum(4);
    const answer = await world.slash('settings', { setting: 'faq' }, moderator);
    expect(JSON.stringify(answer.data)).toContain('Manage Threads');
  });
});

describe('the pace', () => {
  it('a hundred entries are posted, and thirty changed at once, with a call at a time', async () => {
    const many = (changed: number) =>
      Array.from({ length: 100 }, (_, n) =>
        answered(`q-${String(n).padStart(3, '0')}`, `Question ${n}?`, n < changed ? `New ${n}` : `Old ${n}`, [
          `topic ${String(n % 40).padStart(2, '0')}`,
        ]),
      );
    const first = await services(many(0));
    let shared = first.knowledge.current();
    await open(many(0), { knowledge: { ...first.knowledge, current: () => shared } });
    const { calls: made } = world.discord;
    await set(`<#${FAQ}>`);
    await settled(43);
    expect(titles().slice(3)).toHaveLength(40);
    for (let n = 0; n < 100; n++) expect(all()).toMatch(new RegExp(`Old ${n}\\b`));
    // Two calls for each message: its place, and its words.
    expect(calls('POST')).toHaveLength(43);
    expect(calls('PATCH')).toHaveLength(43);
    const since = made.length;
    const library = first.knowledge.current().library;
    shared = {
      ...shared,
      library,
      version: shared.version + 1,
      changed: many(30).slice(0, 30),
      entries: new Map(many(30).map((one) => [one.id, one])),
    };
    await world.services.store.transact(({ outbox }) =>
      outbox.add({ platform: 'test', queue: '', person: '', payload: '{}', due: '' }),
    );
    await until(() => all().includes('New 29'));
    await settled(43);
    const after = made.slice(since).filter(({ path }) => path.startsWith(`/channels/${FAQ}/messages`));
    expect(after.map(({ method }) => method)).toEqual(Array.from({ length: 30 }, () => 'PATCH'));
  });

  it('two calls are never nearer than the pace allows', async () => {
    const GAP = 60;
    world = await discordWorld({ services: await services(), config: { patience: { faq: GAP } } });
    addChannel(world, 0);
    const times: number[] = [];
    world.discord.override({
      matches: ({ path }) => {
        if (path.startsWith(`/channels/${FAQ}/messages`)) times.push(performance.now());
        return false;
      },
      status: 500,
      times: 99,
    });
    await set(`<#${FAQ}>`);
    await settled(3);
    const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(GAP / 2);
    expect(partsOf(shown()[0]?.components ?? []).length).toBeGreaterThan(0);
  });
});
