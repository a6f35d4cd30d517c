import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Store, StoreError } from '../../../src/bot/ports/store.ts';
import type { Services } from '../../../src/bot/services.ts';
import { openStore } from '../../../src/store/index.ts';
import { type FakeTelegram, fakeTelegram, type Json } from '../../helpers/fake-telegram.ts';
import { administrator, aloneWith, FORUM, GROUP, message, person } from '../../helpers/fake-telegram-people.ts';
import { freePort } from '../../helpers/free-port.ts';
import { describePostgres, freshDatabase } from '../../helpers/postgres.ts';
import { type RunningBot, shownText, startBot, telegramServices, until } from '../../helpers/telegram-bot.ts';

const SECRET = 'a_secret-of-16-or-more';
let fake: FakeTelegram;
let url: string;
let processes: Process[];

/** Bots that share a database, each as a process of its own. */
interface Process {
  readonly bot: RunningBot;
  readonly services: Services;
  readonly url: string;
  /** From now on nothing of it reaches the database, as if it was killed. */
  readonly die: () => void;
}

beforeEach(async () => {
  fake = await fakeTelegram();
  url = await freshDatabase();
  processes = [];
});

afterEach(async () => {
  await Promise.all(processes.map(({ bot }) => bot.stop().catch(() => undefined)));
  await Promise.all(processes.map(({ services }) => services.store.close()));
  await fake.close();
  expect(fake.problems.splice(0)).toEqual([]);
});

async function begin(isPolling = false): Promise<Process> {
  let isDead = false;
  const opened = await openStore(url);
  const { claims } = opened;
  if (!claims) throw new Error('PostgreSQL serves several processes');
  const reach = <T>(work: () => Promise<T>): Promise<T> => (isDead ? Promise.reject(new StoreError('killed')) : work());
  const store: Store = {
    ...opened,
    transact: (work) => reach(() => opened.transact(work)),
    read: (work) => reach(() => opened.read(work)),
    session: () => {
      const session = opened.session();
      return {
        ...session,
        read: (work) => reach(() => session.read(work)),
        write: (work) => reach(() => session.write(work)),
        commit: (last) => reach(() => session.commit(last)),
      };
    },
    claims: {
      ...claims,
      hold: (...parts) => reach(() => claims.hold(...parts)),
      release: (...parts) => reach(() => claims.release(...parts)),
    },
  };
  const services = await telegramServices({ store });
  const stopWatching = store.watch(() => void services.communities.refresh().catch(() => undefined));
  const address = `http://127.0.0.1:${await freePort()}/t`;
  const bot = await startBot(fake, services, isPolling ? {} : { webhook: { url: address, secret: SECRET } });
  const one: Process = {
    bot,
    services,
    url: address,
    die: () => {
      isDead = true;
      stopWatching();
    },
  };
  processes.push(one);
  return one;
}

let nextUpdate = 1;
/** Hands an update to that process. @returns the status */
async function deliver(to: Process | undefined, update: Json, id = nextUpdate++): Promise<number> {
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET };
  const response = await fetch(to?.url ?? '', {
    method: 'POST',
    headers,
    body: JSON.stringify({ ...update, update_id: id }),
  });
  await response.text();
  return response.status;
}

const now = () => Math.floor(Date.now() / 1000);
const boss = person(7, 'en');
const question = (id: number) => ({
  message: message(person(id, 'en'), aloneWith(person(id)), '/ask when is the office open?', { date: now() }),
});
const inGroup = (text: string) => message(boss, GROUP, text, { date: now() });
const asked = () =>
  fake
    .called('sendMessage')
    .map(({ body }) => (body.reply_parameters as { message_id: number } | undefined)?.message_id);
const answered = () =>
  fake
    .called('sendMessage')
    .filter((call) => shownText(call).startsWith('When is the office open?'))
    .map(({ body }) => body.chat_id);
const acts = async () =>
  (await processes.at(-1)?.services.store.transact(({ log }) => log.acts({})))?.filter(
    ({ command }) => command === 'pin',
  ) ?? [];

describePostgres('several processes on one database', () => {
  it('take updates in side by side, each once, and answer a chat in order', async () => {
    const crew = [await begin(), await begin(), await begin()];
    await until(() => fake.called('setWebhook').length === crew.length);
    fake.members.set(`${GROUP.id} ${boss.id}`, administrator(boss));
    const said = Array.from({ length: 12 }, (_, n) =>
      inGroup(n % 4 === 3 ? `/pin lantern of day ${n}? entry: When is the office open?` : `/ask what is qwerty ${n}?`),
    );
    for (const [n, one] of said.entries()) {
      // Some come again, elsewhere, as where the first answer got lost.
      for (const to of n % 3 === 0 ? [n, n + 1] : [n])
        expect(await deliver(crew[to % crew.length], { message: one }, 100 + n)).toBe(200);
    }
    await crew[0]?.bot.whenIdle();
    expect(asked()).toEqual(said.map(({ message_id: id }) => id));
    expect(await acts()).toHaveLength(3);
    // Whoever takes over knows what was sent to groups, and to no person.
    await deliver(crew[0], question(1));
    await crew[0]?.bot.whenIdle();
    const sends = await crew[1]?.services.store.transact((unit) => unit.sends.since('telegram', 600_000));
    expect(sends?.map(({ place }) => place)).toEqual(said.map(() => `telegram:${GROUP.id}`));
  });

  it('let one of them fetch, and another goes on once that one has ended or died', async () => {
    const first = await begin(true);
    await until(() => fake.called('deleteWebhook').length === 1);
    const second = await begin(true);
    await first.bot.tell(question(1));
    expect(fake.called('deleteWebhook')).toHaveLength(1);
    await first.bot.stop();
    await until(() => fake.called('deleteWebhook').length === 2);
    await second.bot.tell(question(2));
    const third = await begin(true);
    second.die();
    // Fetched by one that can keep nothing, and may say so: Telegram has it still.
    await fake.deliver(question(3));
    await until(() => fake.called('deleteWebhook').length === 3);
    await third.bot.whenIdle();
    expect(answered()).toEqual([1, 2, 3]);
  });

  it('go on with what one that died had taken in, and it says nothing more itself', async () => {
    const first = await begin();
    await first.bot.whenIdle();
    await deliver(first, question(1));
    await first.bot.whenIdle();
    const second = await begin();
    await until(() => fake.called('setWebhook').length === 2);
    first.die();
    await deliver(second, question(2));
    await until(() => answered().length === 2);
    await second.bot.whenIdle();
    expect(answered()).toEqual([1, 2]);
  });

  it('keep a FAQ channel together, and none posts again what one that died has posted', async () => {
    const [first, second] = [await begin(), await begin()];
    await until(() => fake.called('setWebhook').length === 2);
    fake.members.set(`${FORUM.id} ${boss.id}`, administrator(boss));
    const inTopic = { message_thread_id: 7, is_topic_message: true, date: now() };
    const inFaq = () => [...fake.messages.values()].filter(({ thread }) => thread === 7);
    const keep = fake.messages.set.bind(fake.messages);
    fake.messages.set = (name, one) => {
      // The index and the answers are begun, and nothing of the second is noted.
      if (one.text === '⏳ …' && inFaq().filter(({ text }) => text === '⏳ …').length === 1) first.die();
      return keep(name, one);
    };
    await deliver(second, { message: message(boss, FORUM, '/settings faq here', inTopic) });
    const posts = () => second.services.store.read(({ faqPosts }) => faqPosts.of(`telegram:${FORUM.id}`));
    await until(async () => {
      const own = (await posts()).filter(({ slot }) => slot !== '~pin');
      return own.length === 2 && own.every(({ hash }) => hash !== '');
    });
    await second.bot.whenIdle();
    const noted = new Set((await posts()).map(({ message: id }) => id));
    const texts = inFaq().filter(({ text }) => String(text).startsWith('Frequently asked questions'));
    expect(texts.map(({ message_id: id }) => String(id)).filter((id) => !noted.has(id))).toEqual([]);
    expect(texts).toHaveLength(2);
    expect(inFaq().filter(({ text }) => text === '⏳ …')).toEqual([]);
  });

  it('know at once who may what, whichever of them is told', async () => {
    const [first, second] = [await begin(), await begin()];
    await until(() => fake.called('setWebhook').length === 2);
    fake.members.set(`${GROUP.id} ${boss.id}`, administrator(boss));
    await deliver(first, { message: inGroup('/pin the first? entry: When is the office open?') });
    await first.bot.whenIdle();
    fake.members.set(`${GROUP.id} ${boss.id}`, { status: 'member', user: boss });
    const demotion = {
      chat: GROUP,
      from: person(1),
      date: now(),
      old_chat_member: administrator(boss),
      new_chat_member: { status: 'member', user: boss },
    };
    await deliver(second, { chat_member: demotion });
    await deliver(second, { message: inGroup('/pin the second? entry: When is the office open?') });
    await second.bot.whenIdle();
    expect(await acts()).toHaveLength(1);
    expect(shownText(fake.called('sendMessage').at(-1))).toContain('Only moderators can do that here.');
  });
});
