import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { notice } from '../../src/bot/answers/reply.ts';
import type { Respond } from '../../src/bot/bot.ts';
import { placesOf } from '../../src/bot/community/communities.ts';
import { INSTALLATION, keyOfPlace, type Place, privatePlace } from '../../src/bot/conversation/place.ts';
import { report } from '../../src/bot/delivery/report.ts';
import type { Store } from '../../src/bot/ports/store.ts';
import type { Services } from '../../src/bot/services.ts';
import { knowledgeSource } from '../../src/knowledge-source.ts';
import { moderatorsIn, personOf as nameOfModerator } from '../../src/platforms/web/people.ts';
import { keyedHash } from '../../src/secrets.ts';
import { openStore } from '../../src/store/index.ts';
import {
  buttonsOf,
  type DiscordWorld,
  discordWorld,
  type Person as Member,
  mention,
} from '../helpers/discord-world.ts';
import { type FakeTelegram, fakeTelegram, ME } from '../helpers/fake-telegram.ts';
import {
  administrator,
  aloneWith,
  dataOf,
  GROUP,
  message,
  ownMessage,
  type Person,
  press,
} from '../helpers/fake-telegram-people.ts';
import { appOf, WEB_TOKEN } from '../helpers/pages.ts';
import { describePostgres, freshDatabase } from '../helpers/postgres.ts';
import { runOn } from '../helpers/postgres-server.ts';
import { sayMeant } from '../helpers/questions.ts';
import { moderatorIn, servicesOf, shippedLocales } from '../helpers/services.ts';
import { type RunningBot, shownText, startBot } from '../helpers/telegram-bot.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { visitorOf } from '../helpers/web-visitor.ts';

const PACK = {
  'knowledge/pack/pack.json': JSON.stringify({
    title: { en: 'Office' },
    defaultLanguage: 'en',
    licence: 'CC-BY-4.0',
    sources: { rules: { title: 'Rules' } },
  }),
  'knowledge/pack/en/questions/hours.md':
    '---\nsources: [rules]\n---\n# When is the office open?\n\n> - opening hours of the office\n\nFrom nine to five.\n',
  'knowledge/pack/en/questions/refund.md':
    '---\nsources: [rules]\n---\n# Can I get a refund for my subscription?\n\n> - money back for my subscription\n\nYes, within a month.\n',
};
const QUESTION = 'when is the office open?';
/** Nothing in the pack is like it. */
const IN_VAIN = 'how do I feed a hippogriff named Quetzalina';
/** What three people ask in one place is no longer anyone's, and stays as it was typed, but for what is a person's. */
const OF_MANY = 'where do griffins nest? Tell';
/** Words that people give; none of them is taught, and none may be left. */
const WORDS = ['Quetzalina', 'wyvern', 'Ermintrude', 'grumblesome', 'half a basilisk', 'manticore', 'cockatrice'];
const REASON = 'grumblesome reasons';

/** Where everything is kept. */
interface Kept {
  readonly store: Store;
  /** Everything that stands there now. */
  readonly read: () => Promise<string>;
  /** Holds the knowledge and what was learned of it. */
  readonly folder: string;
}

interface World extends Kept {
  readonly services: Services;
  readonly telegram: RunningBot;
  readonly fake: FakeTelegram;
  readonly discord: DiscordWorld;
}

async function worldOf({ store, folder, read }: Kept): Promise<World> {
  const locales = await shippedLocales();
  const knowledge = await knowledgeSource({
    dir: join(folder, 'knowledge'),
    cacheDir: join(folder, 'cache'),
    root: '',
    locales,
    onError: fail,
  });
  let codes = 0;
  const code = () => `c${(++codes).toString(36).padStart(7, '0')}`;
  const now = () => new Date().toISOString();
  const services = await servicesOf([], {
    store,
    knowledge,
    code,
    now,
    hash: keyedHash(await store.transact(({ secret }) => secret())),
  });
  const fake = await fakeTelegram();
  return {
    store,
    folder,
    read,
    services,
    fake,
    telegram: await startBot(fake, services),
    discord: await discordWorld({ services }),
  };
}

function fail(error: unknown): never {
  throw error;
}

/** Somebody who has left traces, and how they ask to be erased. */
interface Known {
  /** What tells who they are, and names them. */
  readonly marks: readonly string[];
  readonly erase: () => Promise<unknown>;
}

const named = (id: number): Person => ({ id, first_name: 'Ermintrude', is_bot: false, language_code: 'en' });
const marksOf = ({ services }: World, person: string): string[] => [
  person.slice(person.indexOf(':') + 1),
  services.hash(person),
];
const known = (world: World, { id }: Person, erase: Known['erase']): Known => ({
  marks: marksOf(world, `telegram:${id}`),
  erase,
});

/** Says which entry an own question meant, or somebody else's. */
async function saysWhatWasMeant({ services }: World, community: string, person: string, asker = ''): Promise<void> {
  const text = 'when is the wyvern open';
  const own = asker === '' ? {} : { asker };
  sayMeant(services, { community, person, ...own, kind: 'choice', entry: 'questions/hours', text });
  expect((await services.learning.list(community)).said).toContainEqual(
    expect.objectContaining({ person, asker, question: text }),
  );
}

/**
 * Alone with the bot: asks, also in vain, votes, chooses a language, looks something up from another chat, and leaves a
 * form half filled.
 */
async function aloneOnTelegram(world: World): Promise<Known> {
  const from = named(771_234_501);
  const chat = aloneWith(from);
  const say = (text: string) => world.telegram.tell({ message: message(from, chat, text) });
  const [answer] = await say(QUESTION);
  await world.telegram.tell(press(from, ownMessage(answer, chat), dataOf(answer, '👍')));
  await say('/language en');
  await world.telegram.tell({ inline_query: { id: 'q1', from, query: 'wyvern hours', offset: '' } });
  await world.telegram.tell({
    my_chat_member: {
      chat,
      from,
      date: 1,
      old_chat_member: { status: 'kicked', user: ME, until_date: 0 },
      new_chat_member: { status: 'member', user: ME },
    },
  });
  await say(IN_VAIN);
  await say('/ask');
  return known(world, from, async () => {
    const [sure] = await say('/privacy erase');
    await world.telegram.tell(
      press(from, ownMessage(sure, chat), dataOf(sure, world.services.speak('en')('privacy-erase-it'))),
    );
  });
}

async function memberOnTelegram(world: World): Promise<Known> {
  const from = named(771_234_502);
  const say = (text: string) => world.telegram.tell({ message: message(from, GROUP, text) });
  const [answer] = await say(`/ask ${QUESTION}`);
  await world.telegram.tell(press(from, ownMessage(answer, GROUP), dataOf(answer, '👎')));
  await say(`/ask ${IN_VAIN}`);
  await saysWhatWasMeant(world, `telegram:${GROUP.id}`, world.services.hash(`telegram:${from.id}`));
  // They were alone with the bot as well, which an erasure in the group has to take along.
  await world.telegram.tell({ message: message(from, aloneWith(from), QUESTION) });
  return known(world, from, () => say('/privacy erase confirmed'));
}

/** Moderates with reasons, invites another place, and leaves a preview and a form open. */
async function moderatorOnTelegram(world: World): Promise<Known> {
  const from = named(771_234_503);
  world.fake.members.set(`${GROUP.id} ${from.id}`, administrator(from));
  const say = (text: string) => world.telegram.tell({ message: message(from, GROUP, text) });
  await say(`/pin bank holidays? entry: hours why: ${REASON}`);
  await say(`/retire refund why: ${REASON} --force`);
  await say('/restore refund');
  await say(`/retire refund why: ${REASON} --force`);
  await say('/settings mode questions');
  await say('/link');
  await say('/teach question: What does a wyvern eat? answer: A manticore.');
  const [, question] = await say('/teach');
  await world.telegram.tell({
    message: message(from, GROUP, 'half a basilisk', { reply_to_message: ownMessage(question, GROUP) }),
  });
  return known(world, from, () => say('/privacy erase confirmed'));
}

const DM = '980000000000000777';

/** Alone with the bot on Discord: by message and by command, with a vote, and in vain. */
async function aloneOnDiscord(world: World): Promise<Known> {
  const user = '660000000000000501';
  const who: Member = { user, guild: null, channel: { id: DM, type: 1 } };
  const { discord } = world;
  const write = (content: string) =>
    discord.write(content, {
      channel_id: DM,
      guild_id: undefined,
      author: { id: user, username: 'Ermintrude', discriminator: '0', avatar: null },
    });
  const answer = await discord.replyTo(write(QUESTION));
  await discord.press(buttonsOf(answer)['👍 Helped'] ?? '', answer, who);
  await discord.slash('ask', { question: QUESTION }, who);
  await discord.slash('language', { language: 'en' }, who);
  await discord.replyTo(write(IN_VAIN));
  await discord.quiet();
  return {
    marks: [...marksOf(world, `discord:${user}`), DM],
    erase: () => discord.replyTo(write('/privacy erase confirmed')),
  };
}

/** Words that do not fit on a button are kept for it. */
async function memberOnDiscord(world: World): Promise<Known> {
  const user = '660000000000000502';
  const { discord } = world;
  const author = { id: user, username: 'Ermintrude', discriminator: '0', avatar: null };
  await discord.replyTo(discord.write(`${mention} ${QUESTION}`, { author }));
  await discord.replyTo(discord.write(`${mention} /privacy cockatrice ${'and so on '.repeat(9)}`, { author }));
  await discord.slash('ask', { question: QUESTION }, { user });
  await saysWhatWasMeant(world, 'discord:helped', 'helper', world.services.hash(`discord:${user}`));
  await discord.quiet();
  return {
    marks: marksOf(world, `discord:${user}`),
    erase: () => discord.slash('privacy', { what: 'erase confirmed' }, { user }),
  };
}

async function moderatorOnDiscord(world: World): Promise<Known> {
  const user = '660000000000000503';
  const who: Member = { user, permissions: '8192' };
  const { discord } = world;
  await discord.slash('pin', { question: 'bank holidays?', entry: 'hours', why: REASON }, who);
  const modal = await discord.slash('teach', {}, who);
  await discord.submit(modal.data, { question: 'What does a wyvern eat?', answer: '<b>half a basilisk</b>' }, who);
  await discord.quiet();
  return {
    marks: marksOf(world, `discord:${user}`),
    erase: () => discord.slash('privacy', { what: 'erase confirmed' }, who),
  };
}

/** Alone with the bot in a browser: asks, also in vain, votes, and chooses a language. */
async function visitorOfPages(world: World): Promise<Known> {
  const visitor = visitorOf(appOf(world.services));
  await visitor.get('/?lang=en');
  const say = (text: string) => visitor.post('/', { text });
  await say(QUESTION);
  await say('/helpful yes');
  await say(IN_VAIN);
  await say('/language en');
  const person = await personOf(visitor.cookies.get('wenda_session') ?? '');
  return { marks: marksOf(world, person), erase: () => say('/privacy erase confirmed') };
}

/** Signed in, and moderates a group to whose community the pages were linked. */
async function operatorOfPages(world: World): Promise<Known> {
  const boss = named(771_234_504);
  world.fake.members.set(`${GROUP.id} ${boss.id}`, administrator(boss));
  const [invitation] = await world.telegram.tell({ message: message(boss, GROUP, '/link') });
  const visitor = visitorOf(appOf(world.services));
  const signIn = async () => {
    await visitor.get('/dashboard?lang=en');
    await visitor.post('/dashboard/login', { token: WEB_TOKEN });
    await visitor.get('/dashboard/people');
  };
  await signIn();
  await visitor.post('/dashboard/logout', {});
  await signIn();
  await visitor.post('/dashboard/people', { everywhere: 'self' });
  await signIn();
  expect(
    (await world.services.communities.byId(INSTALLATION)).state
      .all('setting')
      .filter(([key]) => key.startsWith('signed-out')),
  ).toHaveLength(2);
  await visitor.get('/dashboard?community=web:pages');
  await visitor.get('/');
  const say = (text: string) => visitor.post('/', { text });
  await say(`/link ${/\/link (\w+)/.exec(shownText(invitation))?.[1] ?? ''}`);
  await visitor.get(`/dashboard?community=telegram:${GROUP.id}`);
  await visitor.get('/');
  await say(`/pin moon phases? entry: hours why: ${REASON}`);
  expect(placesOf(await world.services.communities.byId(`telegram:${GROUP.id}`))).toContain('web:pages');
  return { marks: [world.services.hash('web:operator')], erase: () => say('/privacy erase confirmed') };
}

/** By name, with a personal link, signed out once, and with a link that was lost. */
async function namedOnPages(world: World): Promise<Known> {
  const app = appOf(world.services);
  const [owner, visitor] = [visitorOf(app), visitorOf(app)];
  await owner.get('/dashboard?lang=en');
  await owner.post('/dashboard/login', { token: WEB_TOKEN });
  await owner.get('/dashboard/people');
  await owner.post('/dashboard/people', { name: 'Ermintrude', role: 'moderator' });
  const { id = '' } = moderatorsIn(world.services).find(({ name }) => name === 'Ermintrude') ?? {};
  await owner.post('/dashboard/people', { renew: id });
  const [, secret = ''] = /\/dashboard\/link#([\w-]+)</.exec(owner.page()) ?? [];
  const signIn = async () => {
    await visitor.get('/dashboard?lang=en');
    await visitor.post('/dashboard/login', { token: secret });
    await visitor.get('/');
  };
  await signIn();
  await visitor.get('/dashboard');
  await visitor.post('/dashboard/logout', {});
  await signIn();
  const say = (text: string) => visitor.post('/', { text });
  await say(`/pin lantern days? entry: hours why: ${REASON}`);
  await say('/teach question: What does a wyvern eat? answer: A manticore.');
  return { marks: [world.services.hash(nameOfModerator({ id }))], erase: () => say('/privacy erase confirmed') };
}

async function personOf(session: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(session));
  return `web:${Buffer.from(digest).toString('hex').slice(0, 24)}`;
}

const PEOPLE = {
  aloneOnTelegram,
  memberOnTelegram,
  moderatorOnTelegram,
  aloneOnDiscord,
  memberOnDiscord,
  moderatorOnDiscord,
  visitorOfPages,
  operatorOfPages,
  namedOnPages,
};

/**
 * What people do whom no platform needs to be played for, each kind in a place of its own or together in one; the
 * others tell of them, too.
 */
const CROWD: readonly ((crowd: Crowd) => Promise<unknown>)[] = [
  async ({ say, vote }) => {
    await say(QUESTION);
    await vote();
    await say('/language en');
  },
  async ({ say, number }) => {
    await say(`${OF_MANY} +${number}`);
    // In one place, too, each asks of another.
    await say(`${IN_VAIN}${number.slice(-2)}`);
    await say(`/pin what of lanterns entry: hours why: ${REASON}`);
    await say('/teach question: What does a wyvern eat? answer: A manticore.');
  },
  async ({ alone }) => {
    await alone(QUESTION);
    await alone('/settings language en');
    await alone(`/pin the ${WORDS[2]} of mine entry: hours why: ${REASON}`);
  },
  // Their private chat is a place of a community that goes on.
  async ({ say, alone, group, services, home }) => {
    const [, code = ''] = /\/link (\w+)/.exec(JSON.stringify(await say('/link'))) ?? [];
    await alone(`/link ${code}`);
    expect((await services.communities.of(home)).id).toBe((await services.communities.of(group)).id);
    await alone('/settings reports here');
    await alone('/settings helpers 77');
    await services.store.transact(({ outbox }) =>
      outbox.add({
        platform: 'test',
        queue: keyOfPlace(home),
        person: '',
        payload: JSON.stringify({ kind: 'report', place: keyOfPlace(home) }),
        due: '9999',
      }),
    );
  },
  // Others made them a helper, and a moderator.
  async ({ byOther, number }) => {
    await byOther(`/settings helpers ${number}`);
    await byOther(`/settings moderators ${number}`);
  },
  // They want a human, who cannot be told yet.
  async ({ byOther, services, group, hash }) => {
    await byOther('/settings reports here');
    const asked = {
      key: `human ${services.hash(`${hash} again`)}`,
      place: group,
      person: hash,
      words: () => notice('en', { question: `${WORDS[0]} ${hash}` }),
    };
    await report(services, await services.communities.of(group), asked);
  },
];

interface Crowd {
  readonly services: Services;
  readonly number: string;
  readonly hash: string;
  readonly group: Place;
  readonly home: Place;
  readonly say: (text: string) => ReturnType<Respond>;
  readonly alone: (text: string) => ReturnType<Respond>;
  readonly byOther: (text: string) => ReturnType<Respond>;
  readonly vote: () => Promise<void>;
}

const CROWD_SIZE = 91;

async function crowdOf({ services }: World): Promise<Known[]> {
  const people: Known[] = [];
  for (let at = 0; at < CROWD_SIZE; at++) {
    const number = `88123450${100 + at}`;
    const person = `test:${number}`;
    const hash = services.hash(person);
    const group = { platform: 'test', id: `group${at % 7}-${at % CROWD.length}` };
    const home = privatePlace('test', hash);
    const say = moderatorIn(services, { person, place: group });
    const cast = {
      community: keyOfPlace(group),
      person: hash,
      answer: `a${at}`,
      entry: 'questions/hours',
      helpful: true,
      reason: '' as const,
      at: services.now(),
    };
    await CROWD[at % CROWD.length]?.({
      services,
      number,
      hash,
      group,
      home,
      say,
      alone: moderatorIn(services, { person, place: home }),
      byOther: moderatorIn(services, { person: `test:owner${at}`, place: group }),
      vote: () => services.store.transact(({ votes }) => votes.cast(cast)),
    });
    people.push({ marks: [number, hash, keyOfPlace(home)], erase: () => say('/privacy erase confirmed') });
  }
  return people;
}

const countIn = (text: string, mark: string): number => text.split(mark).length - 1;
const found = (text: string, marks: readonly string[]): string[] => marks.filter((mark) => countIn(text, mark) > 0);

function erasureContract(open: () => Promise<Kept>): void {
  it('leaves nothing of anybody: no id, no hash, no name, no word', async () => {
    const world = await worldOf(await open());
    const { telegram, discord, services, read, fake } = world;
    const people: Record<string, Known> = {};
    for (const [name, leaveTraces] of Object.entries(PEOPLE)) people[name] = await leaveTraces(world);
    for (const [at, one] of (await crowdOf(world)).entries()) people[`${at} of the crowd`] = one;
    expect(Object.keys(people)).toHaveLength(100);
    await services.counter.flush();
    const before = await read();
    const marks = Object.values(people).flatMap((one) => one.marks);
    for (const [name, one] of Object.entries(people)) expect(found(before, one.marks), name).not.toEqual([]);
    expect(found(before, [REASON, 'half a basilisk', 'manticore'])).toHaveLength(3);
    // Where somebody is alone with the bot, nothing is kept under a number of the platform, and of nobody once their
    // words are handled.
    await expect
      .poll(async () => found(await read(), ['77123450', '66000000000000050', DM]), { timeout: 120_000 })
      .toEqual([]);
    for (const one of Object.values(people)) await one.erase();
    await services.counter.flush();
    await telegram.whenIdle();
    await discord.quiet();
    // What was handled last is in no file a moment later.
    await expect.poll(async () => found(await read(), [...marks, ...WORDS]), { timeout: 120_000 }).toEqual([]);
    expect(
      (await services.communities.of({ platform: 'telegram', id: String(GROUP.id) })).state.all('pin'),
    ).toHaveLength(2);
    // Nothing of a person is in what many asked, if they have been counted by now.
    for (const { text } of await services.questions.list('test:group1-1')) expect(text).toBe(`${OF_MANY} …`);
    // Two asked it there.
    expect(await services.questions.list('test:group0-1')).toEqual([]);
    expect(found([...telegram.lines, ...discord.logged].join('\n'), [...marks, ...WORDS])).toEqual([]);
    await telegram.stop();
    await discord.stop();
    await fake.close();
    expect(found(await read(), [...marks, ...WORDS])).toEqual([]);
  });
}

/** All files below, as bytes. */
function filesIn(folder: string): string {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  return paths
    .map((path) => (existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'latin1') : ''))
    .join('\n');
}

describe('an erasure, in SQLite', () => {
  const stores: Store[] = [];
  afterAll(async () => {
    for (const store of stores) await store.close();
  });
  erasureContract(async () => {
    const folder = temporaryFolder(PACK);
    const store = await openStore(`sqlite:${join(folder, 'data', 'wenda.db')}`, { trimAfter: 20 });
    stores.push(store);
    return { store, folder, read: async () => filesIn(folder) };
  });
});

describePostgres('an erasure, in PostgreSQL', () => {
  const stores: Store[] = [];
  afterAll(async () => {
    for (const store of stores) await store.close();
  });
  erasureContract(async () => {
    const folder = temporaryFolder(PACK);
    const url = await freshDatabase();
    const store = await openStore(url);
    stores.push(store);
    const columns =
      "select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type in ('text', 'character varying')";
    const read = async () => {
      const texts = (await runOn(url, columns)).map(
        ({ table_name, column_name }) => `select ${String(column_name)} as text from ${String(table_name)}`,
      );
      const rows = await runOn(url, texts.join(' union all '));
      return [filesIn(folder), ...rows.map(({ text }) => String(text))].join('\n');
    };
    return { store, folder, read };
  });
});
