import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sayDiagnosis } from '../../../src/bot/platform/diagnose.ts';
import type { Store } from '../../../src/bot/ports/store.ts';
import type { Services } from '../../../src/bot/services.ts';
import type { Entry } from '../../../src/core/entry/entry.ts';
import { telegramPlatform } from '../../../src/platforms/telegram/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { entryOf, plain, textOf } from '../../helpers/entries.ts';
import { type ApiCall, type FakeTelegram, fakeTelegram, type Json, ME, TOKEN } from '../../helpers/fake-telegram.ts';
import {
  administrator,
  aloneWith,
  dataOf,
  FORUM,
  GROUP,
  message,
  ownMessage,
  type Person,
  PLAIN_GROUP,
  person,
  press,
  wholeChat,
} from '../../helpers/fake-telegram-people.ts';
import { libraryOf } from '../../helpers/library.ts';
import { logTo } from '../../helpers/log-to.ts';
import { reopened, servicesOf, shippedLocales } from '../../helpers/services.ts';
import { type RunningBot, shownText, startBot, until } from '../../helpers/telegram-bot.ts';

let fake: FakeTelegram;
let bot: RunningBot;
const boss: Person = person(31_000, 'en');
const member: Person = person(31_001, 'en');
const TOPIC = 7;
/** What a message says until it gets its words. */
const RESERVED = '⏳ …';
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
  for (const { id } of [GROUP, FORUM, PLAIN_GROUP]) fake.members.set(`${id} ${boss.id}`, administrator(boss));
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
const here = async (count = 3): Promise<void> => {
  await bot.tell({ message: message(boss, FORUM, '/settings faq here', inTopic) });
  await settled(FORUM, count);
};
const set = (words: string) => bot.tell({ message: message(boss, FORUM, `/settings ${words}`) });
const refusal = (description: string, code = 400) => ({ code, description: `Bad Request: ${description}` });
/** Telegram tells no bot that a message was deleted. */
const deleteByHand = (one: Json = {}): Promise<Response> =>
  fetch(`${fake.root}/bot${TOKEN}/deleteMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat_id: (one.chat as Json).id, message_id: one.message_id }),
  });
/** Knowledge whose folder can be changed, for `/reload`. */
async function changeable(entries: readonly Entry[]): Promise<{
  readonly parts: Pick<Services, 'knowledge'>;
  readonly change: (...changed: readonly Entry[]) => void;
}> {
  const { knowledge } = await services([...entries]);
  let [live, next] = [knowledge.current(), knowledge.current()];
  const current = () => live;
  const reload = async () => {
    live = next;
    // A reload corrects what was answered, and so it is heard of at once.
    await bot.services.store.transact(({ outbox }) =>
      outbox.add({ platform: 'test', queue: '', person: '', payload: '{}', due: '' }),
    );
    return { kind: 'live', added: [], changed: live.changed.map(({ id }) => id), removed: [] } as const;
  };
  return {
    parts: { knowledge: { ...knowledge, current, reload } },
    change: (...changed) => {
      const all = new Map([...live.entries, ...changed.map((one) => [one.id, one] as const)]);
      next = { ...live, version: live.version + 1, changed, entries: all };
    },
  };
}
/** The bot has become an administrator. */
const promoted = (chat: Json): Json => ({
  chat,
  from: boss,
  date: 1,
  old_chat_member: { status: 'restricted', user: person(ME.id) },
  new_chat_member: { status: 'administrator', user: person(ME.id) },
});
/** What is asked of Telegram for the FAQ, and when by the clock of the test. */
const paced = ({ method, body }: Pick<ApiCall, 'method' | 'body'>): boolean =>
  body.chat_id === FORUM.id &&
  ((method === 'sendMessage' && body.text === RESERVED) || ['editMessageText', 'deleteMessage'].includes(method));
const STEP_MS = 500;
/** Lets time pass by a clock that stands still otherwise. */
async function passUntil(isDone: () => Promise<boolean>): Promise<void> {
  for (let steps = 0; !(await isDone()); steps++) {
    if (steps > 20_000) expect.fail('waited in vain');
    for (let turns = 0; turns < 10; turns++) await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(STEP_MS);
  }
}

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
    await deleteByHand(accounts);
    await restart();
    await until(() => inFaq().length === 3 && titles().join() === 'Frequently asked questions,accounts,money');
    await settled(FORUM, 3);
  });

  it.each([
    ['index', 1],
    ['answer', 2],
  ])(
    'a kill while its first %s is posted leaves nothing behind, and nothing of others is touched',
    async (_, killed) => {
      const store = await openStore('sqlite::memory:');
      let isDead = false;
      const dying: Store = {
        ...store,
        transact: (work) => (isDead ? Promise.reject(new Error('killed')) : store.transact(work)),
      };
      await start(ENTRIES, { store: dying });
      let count = 0;
      const keep = fake.messages.set.bind(fake.messages);
      const theirs: Json[] = [];
      fake.messages.set = (name, one) => {
        // The message is taken, and nothing is noted any more.
        if (one.thread === TOPIC && one.text === RESERVED && ++count === killed) {
          isDead = true;
          keep(name, one);
          // Meanwhile others write the same.
          for (const text of [RESERVED, 'hello'])
            theirs.push(fake.write({ chat: FORUM, from: member, text, thread: TOPIC }));
        }
        return keep(name, one);
      };
      void fake.deliver({ message: message(boss, FORUM, '/settings faq here', inTopic) });
      await until(() => isDead);
      fake.messages.set = keep;
      await restart(store);
      await settled(FORUM, 3);
      const [foreign, own] = [
        inFaq().filter(({ from }) => from === member),
        inFaq().filter(({ from }) => from !== member),
      ];
      expect(foreign).toEqual(theirs);
      expect(own.map(({ text }) => wordsOf(text).split('\n')[0])).toEqual([
        'Frequently asked questions',
        'accounts',
        'money',
      ]);
      expect((await posts(FORUM)).map(({ message: id }) => Number(id)).slice(0, 3)).toEqual(
        own.map(({ message_id: id }) => id),
      );
      // The lost message is filled, not another one.
      expect(inFaq().indexOf(own[killed - 1] ?? {})).toBe(killed - 1);
    },
  );

  it('a message that Telegram refused for the moment is not looked for', async () => {
    await start();
    let refused = 0;
    const wait = { ...refusal('Too Many Requests: retry after 1', 429), parameters: { retry_after: 1 } };
    fake.refuses = (_, body) => (body.text === RESERVED && ++refused === 1 ? wait : undefined);
    await here();
    expect(refused).toBeGreaterThan(1);
    expect(fake.called('sendMessage').filter(({ body }) => JSON.stringify(body).includes('"quote"'))).toEqual([]);
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

describe('a long FAQ', () => {
  const many = (changed: number): Entry[] =>
    Array.from({ length: 100 }, (_, n) =>
      answered(`q-${String(n).padStart(3, '0')}`, `Question ${n}?`, n < changed ? `New ${n}.` : `Old ${n}.`, [
        `topic ${String(n % 40).padStart(2, '0')}`,
      ]),
    );
  const PER_MINUTE = 20;
  /** Calls for the FAQ, with milliseconds by the clock. */
  let made: { readonly call: Pick<ApiCall, 'method' | 'body'>; readonly at: number }[];
  let trouble: ((call: Pick<ApiCall, 'method' | 'body'>) => ReturnType<typeof refusal> | undefined) | undefined;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    made = [];
    trouble = undefined;
    fake.refuses = (method, body) => {
      if (paced({ method, body })) made.push({ call: { method, body }, at: Date.now() });
      return trouble?.({ method, body });
    };
  });
  afterEach(() => void vi.useRealTimers());

  const begin = async (parts: Partial<Services>): Promise<void> => {
    const courtesy = { chatMs: 1, groupPerMinute: PER_MINUTE, perSecond: 30 };
    bot = await startBot(fake, await services(many(0), parts), { courtesy });
    await fake.deliver({ message: message(boss, FORUM, '/settings faq here', inTopic) });
  };
  const isSettled = async (count: number): Promise<boolean> => {
    const rows = (await posts(FORUM)).filter(({ slot }) => slot !== '~pin');
    return rows.length === count && rows.every(({ hash }) => hash !== '');
  };
  /** The most calls in any minute. */
  const most = (): number =>
    Math.max(...made.map(({ at }) => made.filter((other) => other.at >= at && other.at < at + 60_000).length));

  it('of a hundred entries is posted, and thirty changed at once by /reload, no faster than groups allow', async () => {
    const { parts, change } = await changeable(many(0));
    await begin(parts);
    await passUntil(() => isSettled(42));
    expect(inFaq()).toHaveLength(42);
    expect(titles().slice(2)).toEqual(
      many(0)
        .slice(0, 40)
        .map(({ texts }) => [...texts.values()][0]?.tags[0]),
    );
    const posted = all();
    for (let n = 0; n < 100; n++) expect(posted.split(`Old ${n}.`)).toHaveLength(2);
    // Two calls for each message: its place, and its words.
    expect(made).toHaveLength(84);
    // Six of ten are the FAQ's; when a call arrives differs by a step from when it was made.
    expect(most()).toBeLessThanOrEqual(0.6 * PER_MINUTE + 1);
    const ids = inFaq().map(({ message_id: id }) => id);
    made.length = 0;
    change(...many(30).slice(0, 30));
    await fake.deliver({ message: message(boss, FORUM, '/reload') });
    await passUntil(async () => all().includes('New 29.') && (await isSettled(42)));
    expect(made.map(({ call }) => call.method)).toEqual(Array.from({ length: 30 }, () => 'editMessageText'));
    expect(most()).toBeLessThanOrEqual(0.6 * PER_MINUTE + 1);
    expect(inFaq().map(({ message_id: id }) => id)).toEqual(ids);
    for (let n = 0; n < 30; n++) expect(all().split(`New ${n}.`)).toHaveLength(2);
  });

  it('a change does not wait until every message was looked for, and that goes on from where it was', async () => {
    const { parts, change } = await changeable(many(0));
    await begin(parts);
    await passUntil(() => isSettled(42));
    const courtesy = { chatMs: 1, groupPerMinute: PER_MINUTE, perSecond: 30 };
    await bot.stop();
    made.length = 0;
    bot = await startBot(fake, await reopened(bot.services), { courtesy });
    await passUntil(async () => made.length === 5);
    change(answered('q-039', 'Question 39?', 'New 39.', ['topic 39']));
    await fake.deliver({ message: message(boss, FORUM, '/reload') });
    await passUntil(async () => all().includes('New 39.'));
    expect(made.length).toBeLessThan(10);
    await passUntil(async () => made.length === 42);
    const end = Date.now() + 60_000;
    await passUntil(async () => Date.now() > end);
    expect(made).toHaveLength(42);
    expect(new Set(made.map(({ call }) => call.body.message_id)).size).toBe(42);
  });

  it('loses nothing and says nothing twice where Telegram asks to wait', async () => {
    const AFTER = 45;
    let refused = 0;
    const waits: number[] = [];
    trouble = (call) => {
      if (!paced(call) || made.length % 25 !== 0) return undefined;
      refused++;
      waits.push(made.length);
      return { code: 429, description: `Too Many Requests: retry after ${AFTER}`, parameters: { retry_after: AFTER } };
    };
    await begin({});
    await passUntil(() => isSettled(42));
    expect(refused).toBeGreaterThan(2);
    expect(made).toHaveLength(84 + refused);
    expect(inFaq()).toHaveLength(42);
    for (let n = 0; n < 100; n++) expect(all().split(`Old ${n}.`)).toHaveLength(2);
    for (const at of waits) {
      const wait = (made[at]?.at ?? Number.POSITIVE_INFINITY) - (made[at - 1]?.at ?? 0);
      expect(wait).toBeGreaterThanOrEqual(AFTER * 1000 - STEP_MS);
      // Nor as long as where something is refused for good.
      expect(wait).toBeLessThan(AFTER * 1000 + 30_000);
    }
  });
});

describe('what changes', () => {
  /** Makes the plain group a supergroup of another number, of which a refused call tells. */
  async function upgrade(to: typeof PLAIN_GROUP): Promise<void> {
    fake.refuses = (_, body) =>
      body.chat_id === PLAIN_GROUP.id
        ? { ...refusal('group chat was upgraded to a supergroup chat'), parameters: { migrate_to_chat_id: to.id } }
        : undefined;
    await fake.deliver({ message: message(boss, PLAIN_GROUP, '/retire phone --force') });
    await settled(to, 1);
  }

  const long = (words: number) => answered('long', 'How long is it?', `Begin. ${'Word '.repeat(words)}End.`, ['one']);

  it('an answer with room in no message goes on in the next ones, which go once it is short', async () => {
    const { parts, change } = await changeable([...ENTRIES, long(2500)]);
    await start([...ENTRIES, long(2500)], parts);
    await here(8);
    expect(titles().filter((title) => title === 'one' || title?.startsWith('Word'))).toHaveLength(4);
    for (const { text } of inFaq()) expect(wordsOf(text).length).toBeLessThanOrEqual(4096);
    const whole = inFaq()
      .map(({ text }) => wordsOf(text))
      .join('\n');
    expect(whole.match(/\bWord\b/g)).toHaveLength(2500);
    expect(whole).toMatch(/Begin\.[\s\S]*End\./);
    change(long(3));
    await act('/reload');
    await settled(FORUM, 4);
    expect(titles()).toEqual(['Frequently asked questions', 'accounts', 'money', 'one']);
    await until(() => all().includes('Begin. Word Word Word End.'));
  });

  it('is in the languages, and has the topics, that were chosen', async () => {
    await start([
      entryOf(
        'questions/a',
        textOf('en', 'Where?', [], { tags: ['places'] }),
        textOf('ru', 'Где?', [], { tags: ['места'] }),
      ),
      answered('b', 'How much?', 'Ten.', ['money']),
      entryOf('questions/c', textOf('ru', 'Когда?', [], { tags: ['время'] })),
    ]);
    await here(4);
    expect(titles()).toEqual(['Frequently asked questions', 'money', 'places', 'время']);
    await set('faqlanguages ru, en');
    const both = ['Частые вопросы', 'Frequently asked questions', 'время', 'места', 'money', 'places'];
    await until(() => titles().join() === both.join());
    await set('faqlanguages en');
    await set('faqtopics places, money');
    await until(() => titles().join() === 'Frequently asked questions,places,money');
    await settled(FORUM, 3);
    await set('faqtopics default');
    await set('faqlanguages default');
    await set('language ru');
    await until(() => titles()[0] === 'Частые вопросы');
  });

  it('a group that becomes a supergroup gets its index anew, and nothing there is touched', async () => {
    await start();
    await bot.tell({ message: message(boss, PLAIN_GROUP, '/settings faq here') });
    await settled(PLAIN_GROUP, 1);
    const before = shown(PLAIN_GROUP);
    const to = { id: -1005550000001, type: 'supergroup', title: 'Small group' };
    fake.members.set(`${to.id} ${boss.id}`, administrator(boss));
    // Numbers of messages begin anew there: the old index has the number of something else.
    const [{ message_id: number = 0 } = {}] = before.filter(({ text }) => wordsOf(text).startsWith('Frequently'));
    const theirs = { message_id: number, chat: to, text: 'Something else', thread: undefined };
    fake.messages.set(`${to.id} ${String(number)}`, theirs);
    await upgrade(to);
    const [, index = {}, ...more] = shown(to).filter(({ text }) => !/^(Retired|Done)/.test(wordsOf(text)));
    expect(wordsOf(index.text)).toMatch(/^Frequently asked questions/);
    expect(more).toEqual([]);
    expect(fake.messages.get(`${to.id} ${String(number)}`)).toEqual(theirs);
    expect(await posts(PLAIN_GROUP)).toEqual([]);
    const pinned = () => fake.called('pinChatMessage').filter(({ body }) => body.chat_id === to.id);
    await until(() => pinned().length === 1);
    expect(pinned()[0]?.body).toMatchObject({ message_id: index.message_id });
  });

  it('links of an index from before a group became a supergroup open the answers that it has now', async () => {
    await start();
    await act('/teach question: Where is the office? answer: In Berlin.', PLAIN_GROUP);
    await bot.tell({ message: message(boss, PLAIN_GROUP, '/settings faq here') });
    await settled(PLAIN_GROUP, 1);
    const [index = {}] = shown(PLAIN_GROUP).filter(({ text }) => wordsOf(text).startsWith('Frequently'));
    const links = ((index.entities ?? []) as Json[]).filter(({ type }) => type === 'text_link');
    const payloads = links.map(({ url }) => new URL(String(url)).searchParams.get('start') ?? '');
    const to = { id: -1005550000002, type: 'supergroup', title: 'Small group' };
    for (const one of [boss, member]) fake.members.set(`${to.id} ${one.id}`, administrator(one));
    await upgrade(to);
    const opened: string[] = [];
    for (const payload of payloads) {
      const calls = await bot.tell({ message: message(member, aloneWith(member), `/start ${payload}`) });
      // The new index may still be pinned meanwhile.
      opened.push(shownText(calls.find(({ body }) => body.chat_id === member.id)));
    }
    expect(opened.join('\n')).toContain('In Berlin.');
    expect(opened.join('\n')).toContain('Because of the rules.');
  });

  it('a helper who erases what is kept of them is named there no more', async () => {
    await start();
    const helpers = { message_thread_id: 44, is_topic_message: true };
    await bot.tell({ message: message(boss, FORUM, '/settings human here', helpers) });
    const [asker, helper] = [person(31_010, 'en'), { ...person(31_011, 'en'), first_name: 'Paulina Quillfeather' }];
    const find = (calls: readonly ApiCall[], words: string) => calls.find((call) => shownText(call).includes(words));
    const pressed = (who: Person, call: ApiCall | undefined, label: string, more: Json = {}) =>
      bot.tell(press(who, { ...ownMessage(call, FORUM), ...more }, dataOf(call, label)));
    const asked = message(asker, FORUM, '/ask how do I reset the flux capacitor?');
    const unknown = find(await bot.tell({ message: asked }), 'know');
    const handed = await pressed(asker, unknown, 'Ask a human', { reply_to_message: asked });
    const post = handed.find(({ method, body }) => method === 'sendMessage' && body.chat_id === FORUM.id);
    const answer = message(helper, FORUM, 'Hold it for 9 seconds.', { reply_to_message: ownMessage(post, FORUM) });
    const passed = await bot.tell({ message: answer });
    await pressed(helper, find(passed, 'passed your answer'), 'Name me');
    const solved = await pressed(asker, find(passed, 'Paulina Quillfeather answers'), 'That worked');
    const proposal = find(solved, 'Should I learn it?');
    const preview = find(await pressed(boss, proposal, 'Learn it'), '9 seconds');
    await pressed(boss, preview, 'Save');
    await here(4);
    expect(all()).toContain('Paulina Quillfeather');
    const ids = inFaq().map(({ message_id: id }) => id);
    await bot.tell({ message: message(helper, FORUM, '/privacy erase confirmed') });
    await until(() => !all().includes('Quillfeather'));
    expect(all()).toContain('Hold it for 9 seconds.');
    expect(inFaq().map(({ message_id: id }) => id)).toEqual(ids);
  });
});

describe('what is deleted or may not be', () => {
  it('a message that somebody deleted is posted again within an hour, without a restart', async () => {
    await start();
    await here();
    await deleteByHand(inFaq()[0]);
    await act('/retire phone --force');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_001 });
    try {
      await act('/undo');
      await settled(FORUM, 3);
      await until(() => titles().join() === 'Frequently asked questions,accounts,money');
    } finally {
      vi.useRealTimers();
    }
    expect(all()).toContain('Which phone numbers work?');
  });

  it('off leaves the messages as they are; back on they are edited, not posted again', async () => {
    await start();
    await here();
    const ids = inFaq().map(({ message_id: id }) => id);
    await set('faq off');
    await act('/retire phone --force');
    await bot.whenIdle();
    expect(all()).toContain('Which phone numbers work?');
    await bot.tell({ message: message(boss, FORUM, '/settings faq here', inTopic) });
    await until(() => !all().includes('Which phone numbers work?'));
    expect(inFaq().map(({ message_id: id }) => id)).toEqual(ids);
  });

  it('another topic takes it along, and words of others stay', async () => {
    await start();
    await here();
    const theirs = { message_id: 4711, chat: FORUM, from: member, text: 'thanks', thread: TOPIC };
    fake.messages.set(`${FORUM.id} 4711`, theirs);
    await bot.tell({
      message: message(boss, FORUM, '/settings faq here', { message_thread_id: 8, is_topic_message: true }),
    });
    await until(() => shown(FORUM, 8).some(({ text }) => wordsOf(text).startsWith('money')));
    await settled(FORUM, 3);
    expect(inFaq()).toEqual([theirs]);
  });

  it('what may be deleted no more loses its words, also if a kill came before that was noted', async () => {
    await start();
    await here();
    let taken = 0;
    fake.refuses = (method, body) => {
      if (method === 'deleteMessage') return refusal("message can't be deleted");
      // The first message loses its words, and the bot never hears of it.
      return method === 'editMessageText' && body.text === '…' && ++taken === 1 ? 'taken but cut' : undefined;
    };
    await set('faq remove');
    await until(async () => (await posts(FORUM)).length === 0);
    expect(inFaq().map(({ text }) => text)).toEqual(['…', '…', '…']);
  });

  it('an index that is gone when it may be pinned at last is posted again at once', async () => {
    await start();
    fake.trouble('pinChatMessage', refusal('not enough rights to manage pinned messages'));
    await here();
    await until(() => fake.called('pinChatMessage').length === 1);
    await bot.whenIdle();
    await deleteByHand(inFaq()[0]);
    await bot.tell({ my_chat_member: promoted(FORUM) });
    await until(() => inFaq().length === 3 && titles().join() === 'Frequently asked questions,accounts,money');
    await until(() => fake.called('pinChatMessage').at(-1)?.body.message_id === inFaq()[0]?.message_id);
  });
});

describe('the doctor', () => {
  const found = async (): Promise<string[]> => {
    const { services: own } = bot;
    const platform = telegramPlatform({ token: TOKEN, apiRoot: fake.root }, { services: own, log: logTo([]) });
    const place = { platform: 'telegram', id: String(GROUP.id), title: GROUP.title };
    return (await platform.checks?.(place))?.flatMap((one) => sayDiagnosis(one, own.speak('en'))) ?? [];
  };
  const aboutFaq = async () => {
    const lines = await found();
    const at = lines.findIndex((line) => line.includes('The FAQ of'));
    return at < 0 ? [] : lines.slice(at, at + 2);
  };

  it.each(['CHAT_WRITE_FORBIDDEN', 'not enough rights to send text messages to the chat'])(
    'says that the bot may not write (%s), and is silent once it may',
    async (reason) => {
      await start();
      fake.chats.set(String(GROUP.id), wholeChat(GROUP));
      fake.members.set(`${GROUP.id} ${ME.id}`, administrator(person(ME.id)));
      expect(await aboutFaq()).toEqual([]);
      fake.refuses = (method, body) =>
        method === 'sendMessage' && body.chat_id === GROUP.id ? refusal(reason) : undefined;
      await bot.tell({ message: message(boss, GROUP, '/settings faq here') });
      await until(async () => (await aboutFaq()).length > 0);
      expect(await aboutFaq()).toEqual([
        '✗ The FAQ of “Group” is not as it should be.',
        expect.stringContaining('may not write'),
      ]);
      fake.refuses = undefined;
      await bot.tell({ my_chat_member: promoted(GROUP) });
      await settled(GROUP, 1);
      await until(async () => (await aboutFaq()).length === 0);
    },
  );

  it('warns that the index may not be pinned', async () => {
    await start();
    fake.chats.set(String(GROUP.id), wholeChat(GROUP));
    fake.trouble('pinChatMessage', refusal('not enough rights to manage pinned messages'));
    await bot.tell({ message: message(boss, GROUP, '/settings faq here') });
    await settled(GROUP, 1);
    await until(async () => (await aboutFaq()).length > 0);
    expect(await aboutFaq()).toEqual([
      expect.stringMatching(/^⚠ The FAQ of/),
      expect.stringContaining('pin the index'),
    ]);
  });
});
