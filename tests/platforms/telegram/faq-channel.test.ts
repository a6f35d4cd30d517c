import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/bot/ports/store.ts';
import type { Services } from '../../../src/bot/services.ts';
import { openStore } from '../../../src/store/index.ts';
import { entryOf, plain, textOf } from '../../helpers/entries.ts';
import { type FakeTelegram, fakeTelegram, type Json } from '../../helpers/fake-telegram.ts';
import {
  administrator,
  aloneWith,
  dataOf,
  FORUM,
  GROUP,
  message,
  ownMessage,
  type Person,
  person,
  press,
} from '../../helpers/fake-telegram-people.ts';
import { libraryOf } from '../../helpers/library.ts';
import { reopened, servicesOf, shippedLocales } from '../../helpers/services.ts';
import { type RunningBot, shownText, startBot, until } from '../../helpers/telegram-bot.ts';

let fake: FakeTelegram;
let bot: RunningBot;
const boss: Person = person(31_000, 'en');
const member: Person = person(31_001, 'en');
const TOPIC = 7;
const inTopic = { message_thread_id: TOPIC, is_topic_message: true };

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
  return servicesOf([], { library, now: () => new Date().toISOString(), ...parts });
}

beforeEach(async () => {
  fake = await fakeTelegram();
  for (const { id } of [GROUP, FORUM]) fake.members.set(`${id} ${boss.id}`, administrator(boss));
});

afterEach(async () => {
  expect(fake.problems).toEqual([]);
  await bot.stop();
  await fake.close();
});

const start = async (entries = ENTRIES, parts: Partial<Services> = {}): Promise<void> => {
  bot = await startBot(fake, await services(entries, parts));
};
const restart = async (store?: Store): Promise<void> => {
  await bot.stop();
  bot = await startBot(fake, await reopened(bot.services, store));
};

const shown = (chat: { readonly id: number }, thread?: number): Json[] =>
  [...fake.messages.values()].filter((one) => (one.chat as Json).id === chat.id && one.thread === thread);
const inFaq = () =>
  shown(FORUM, TOPIC).filter(({ text }) => !/^(Changed|Done|Retired|Taken|Restored)/.test(wordsOf(text)));
const wordsOf = (text: unknown): string => (typeof text === 'string' ? text : '');
const titles = () => inFaq().map(({ text }) => wordsOf(text).split('\n')[0]);
const all = () => JSON.stringify(inFaq());
const posts = (chat: { readonly id: number }) =>
  bot.services.store.read(({ faqPosts }) => faqPosts.of(`telegram:${chat.id}`));
const settled = async (chat: { readonly id: number }, count: number): Promise<void> => {
  await until(async () => {
    const rows = (await posts(chat)).filter(({ slot }) => slot !== '~pin');
    return rows.length === count && rows.every(({ hash }) => hash !== '');
  });
  await bot.whenIdle();
};
/** Moderators speak in General, so that the topic has the FAQ alone. They insist. */
const act = async (text: string, chat: Json & { readonly id: number } = FORUM): Promise<void> => {
  let calls = await bot.tell({ message: message(boss, chat, text) });
  for (;;) {
    const asked = calls.find(({ method, body }) => method === 'sendMessage' && saves(body) !== undefined);
    if (!asked) return;
    calls = await bot.tell(press(boss, ownMessage(asked, chat), dataOf(asked, saves(asked.body) ?? '')));
  }
};
const saves = (body: Json): string | undefined => {
  const rows = ((body.reply_markup as Json | undefined)?.inline_keyboard ?? []) as { text: string }[][];
  return rows.flat().find((button) => ['Save', 'Do it anyway', 'Retire'].includes(button.text))?.text;
};
const here = async (): Promise<void> => {
  await bot.tell({ message: message(boss, FORUM, '/settings faq here', inTopic) });
  await settled(FORUM, 3);
};

describe('in a topic', () => {
  it('there is a pinned index with links, and below it a message for each topic of the entries', async () => {
    await start();
    await here();
    expect(titles()).toEqual(['Frequently asked questions', 'accounts', 'money']);
    const [index = {}, accounts = {}, money = {}] = inFaq();
    const links = ((index.entities ?? []) as Json[]).filter(({ type }) => type === 'text_link').map(({ url }) => url);
    const to = (one: Json) => `https://t.me/c/${String(FORUM.id).slice(4)}/${TOPIC}/${String(one.message_id)}`;
    expect(links).toEqual([to(accounts), to(accounts), to(money)]);
    await until(() => fake.called('pinChatMessage').length === 1);
    expect(fake.called('pinChatMessage')[0]?.body).toMatchObject({
      chat_id: FORUM.id,
      message_id: index.message_id,
      disable_notification: true,
    });
  });

  it('follows what is taught, corrected, retired and undone, in place', async () => {
    await start();
    await here();
    const ids = inFaq().map(({ message_id: id }) => id);
    await act('/correct entry: refund question: Can I get a refund? answer: Within a month.');
    await until(() => all().includes('Within a month.'));
    await act('/undo');
    await until(() => all().includes('Within a week.'));
    await act('/retire phone --force');
    await until(() => !all().includes('Which phone numbers work?'));
    expect(inFaq().map(({ message_id: id }) => id)).toEqual(ids);
    await act('/teach question: Where is the office? answer: In Berlin.');
    await settled(FORUM, 4);
    expect(titles()).toEqual(['Frequently asked questions', 'accounts', 'money', 'Other questions']);
  });

  it('a message that is gone is posted again at the next look, in order', async () => {
    await start();
    await here();
    const [, accounts = {}] = inFaq();
    // Telegram tells no bot of it.
    await fetch(`${fake.root}/bot123456:fake-token-of-the-bot/deleteMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chat_id: FORUM.id, message_id: accounts.message_id }),
    });
    await restart();
    await until(() => inFaq().length === 3 && titles().join() === 'Frequently asked questions,accounts,money');
    await settled(FORUM, 3);
  });

  it('a kill while it is posted leaves no text twice', async () => {
    const store = await openStore('sqlite::memory:');
    let isDead = false;
    const dying: Store = {
      ...store,
      transact: (work) => (isDead ? Promise.reject(new Error('killed')) : store.transact(work)),
    };
    await start(ENTRIES, { store: dying });
    let count = 0;
    const before = fake.messages.set.bind(fake.messages);
    fake.messages.set = (name, one) => {
      // The second message is taken, and nothing is noted any more.
      if (one.thread === TOPIC && one.text === '…' && ++count === 2) isDead = true;
      return before(name, one);
    };
    void fake.deliver({ message: message(boss, FORUM, '/settings faq here', inTopic) });
    await until(() => isDead);
    fake.messages.set = before;
    await restart(store);
    await settled(FORUM, 3);
    const texts = inFaq()
      .map(({ text }) => text)
      .filter((text) => text !== '…');
    expect(texts.map((text) => wordsOf(text).split('\n')[0])).toEqual([
      'Frequently asked questions',
      'accounts',
      'money',
    ]);
  });

  it('a closed topic is told once, and the FAQ is there once it is open', async () => {
    await start();
    const closed = { code: 400, description: 'Bad Request: TOPIC_CLOSED' };
    fake.refuses = (method, body) =>
      method === 'sendMessage' && body.message_thread_id === TOPIC ? closed : undefined;
    await bot.tell({ message: message(boss, FORUM, '/settings faq here', inTopic) });
    const told = () => shown(FORUM).filter(({ text }) => wordsOf(text).includes('I may not write there'));
    await until(() => told().length === 1);
    fake.refuses = undefined;
    await bot.tell({
      message: { ...message(boss, FORUM, '', inTopic), text: undefined, forum_topic_reopened: {} },
    });
    await settled(FORUM, 3);
    expect(told()).toHaveLength(1);
  });

  it('a topic that is deleted is said to be gone by the setting', async () => {
    await start();
    await here();
    const refused = (description: string) => ({ code: 400, description: `Bad Request: ${description}` });
    fake.refuses = (method, body) => {
      if (method === 'editMessageText') return refused('message to edit not found');
      return body.message_thread_id === TOPIC ? refused('message thread not found') : undefined;
    };
    await act('/retire phone --force');
    await until(async () => (await posts(FORUM)).filter(({ slot }) => slot !== '~pin').length === 0);
    const lines = await bot.tell({ message: message(boss, FORUM, '/settings faq') });
    expect(lines.map(shownText).join('\n')).toContain('The FAQ channel is gone');
  });

  it('remove takes it away', async () => {
    await start();
    await here();
    await bot.tell({ message: message(boss, FORUM, '/settings faq remove') });
    await until(async () => (await posts(FORUM)).length === 0);
    expect(inFaq()).toEqual([]);
  });
});

describe('in a group without topics', () => {
  const index = () => shown(GROUP).filter(({ text }) => wordsOf(text).startsWith('Frequently asked questions'));

  it('there is one pinned index, whose links open each entry alone with the bot', async () => {
    await start();
    await act('/teach question: Where is the office? answer: In Berlin.', GROUP);
    await bot.tell({ message: message(boss, GROUP, '/settings faq here') });
    await settled(GROUP, 1);
    expect(index()).toHaveLength(1);
    await until(() => fake.called('pinChatMessage').length === 1);
    const links = ((index()[0]?.entities ?? []) as Json[]).filter(({ type }) => type === 'text_link');
    expect(links).toHaveLength(4);
    const payloads = links.map(({ url }) => new URL(String(url)).searchParams.get('start') ?? '');
    const opened: string[] = [];
    for (const payload of payloads) {
      const [answer] = await bot.tell({ message: message(member, aloneWith(member), `/start ${payload}`) });
      opened.push(shownText(answer));
    }
    expect(opened.join('\n')).toContain('Because of the rules.');
    // The community's own entries as well.
    expect(opened.join('\n')).toContain('In Berlin.');
    await act('/retire phone --force', GROUP);
    await until(() => !JSON.stringify(index()).includes('Which phone numbers work?'));
    expect(index()).toHaveLength(1);
    await restart();
    await settled(GROUP, 1);
    expect(index()).toHaveLength(1);
    expect(fake.called('pinChatMessage')).toHaveLength(1);
  });

  it('moderators are told once if it may not be pinned', async () => {
    await start();
    fake.trouble('pinChatMessage', {
      code: 400,
      description: 'Bad Request: not enough rights to manage pinned messages',
    });
    await bot.tell({ message: message(boss, GROUP, '/settings faq here') });
    await settled(GROUP, 1);
    const told = () => shown(GROUP).filter(({ text }) => wordsOf(text).includes('may not pin the index'));
    await until(() => told().length === 1);
    const lines = await bot.tell({ message: message(boss, GROUP, '/settings faq') });
    expect(lines.map(shownText).join('\n')).toContain('may not pin the index');
  });
});

it('leaves room for answers in a group’s pace', async () => {
  bot = await startBot(fake, await services(), { courtesy: { chatMs: 0, groupPerMinute: 600, perSecond: 1000 } });
  const times: number[] = [];
  const before = fake.messages.set.bind(fake.messages);
  fake.messages.set = (name, one) => {
    if (one.thread === TOPIC && !wordsOf(one.text).startsWith('Changed')) times.push(performance.now());
    return before(name, one);
  };
  await here();
  // 600 messages a minute are one in 100 ms; the FAQ takes six of ten.
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(100);
});
