import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FakeTelegram, fakeTelegram, type Json } from '../../../helpers/fake-telegram.ts';
import {
  ANONYMOUS,
  administrator,
  buttonsOf,
  dataOf,
  GROUP,
  message,
  ownMessage,
  type Person,
  person,
  press,
} from '../../../helpers/fake-telegram-people.ts';
import { type RunningBot, shownText, startBot, telegramServices } from '../../../helpers/telegram-bot.ts';

let fake: FakeTelegram;
let bot: RunningBot;
let people = 5000;
let groups = 1;
const tell: RunningBot['tell'] = (...updates) => bot.tell(...updates);
const newGroup = () => ({ ...GROUP, id: -1_002_000_000_000 - groups++ });
const REFUSED = 'Only moderators can do that here.';

beforeAll(async () => {
  fake = await fakeTelegram();
  bot = await startBot(fake, await telegramServices());
});

afterAll(async () => {
  await bot.stop();
  await fake.close();
});

afterEach(() => expect(fake.problems.splice(0)).toEqual([]));

const withMembership = (chat: Json, membership: (user: Person) => Json): Person => {
  const user = person(people++, 'en');
  fake.members.set(`${String(chat.id)} ${user.id}`, membership(user));
  return user;
};

/** Makes whoever shall speak in a group; gives their message. */
const ROLES: Record<string, (chat: Json) => Promise<(text: string) => Json> | ((text: string) => Json)> = {
  member: (chat) => (text) =>
    message(
      withMembership(chat, (user) => ({ status: 'member', user })),
      chat,
      text,
    ),
  'administrator who may pin': (chat) => (text) =>
    message(
      withMembership(chat, (user) => administrator(user)),
      chat,
      text,
    ),
  'administrator who may change the info': (chat) => (text) =>
    message(
      withMembership(chat, (user) => administrator(user, { can_pin_messages: false, can_change_info: true })),
      chat,
      text,
    ),
  'administrator who may neither': (chat) => (text) =>
    message(
      withMembership(chat, (user) => administrator(user, { can_pin_messages: false })),
      chat,
      text,
    ),
  creator: (chat) => (text) =>
    message(
      withMembership(chat, (user) => ({ status: 'creator', user, is_anonymous: false })),
      chat,
      text,
    ),
  'anonymous administrator': (chat) => (text) => message(ANONYMOUS, chat, text, { sender_chat: chat }),
  'anonymous administrator who is wanted': async (chat) => {
    const boss = withMembership(chat, (user) => ({ status: 'creator', user, is_anonymous: false }));
    await tell({ message: message(boss, chat, '/settings anonymous yes') });
    return (text) => message(ANONYMOUS, chat, text, { sender_chat: chat });
  },
  channel: (chat) => (text) =>
    message({ id: 136817688, is_bot: true, first_name: 'Channel' }, chat, text, {
      sender_chat: { id: -100123, type: 'channel' },
    }),
  'demoted administrator': async (chat) => {
    const user = withMembership(chat, (one) => administrator(one));
    await tell({ message: message(user, chat, '/pins') });
    fake.members.set(`${String(chat.id)} ${user.id}`, { status: 'member', user });
    await tell({
      chat_member: {
        chat,
        from: user,
        date: 1,
        old_chat_member: administrator(user),
        new_chat_member: { status: 'member', user },
      },
    });
    return (text) => message(user, chat, text);
  },
  'somebody Telegram does not know there': (chat) => (text) => {
    const user = person(people++, 'en');
    fake.trouble('getChatMember', { code: 400, description: 'Bad Request: user not found' });
    return message(user, chat, text);
  },
};
const ALLOWED = [
  'administrator who may pin',
  'administrator who may change the info',
  'creator',
  'anonymous administrator who is wanted',
];

/** Every command of moderators, with something to do. */
const COMMANDS: Record<string, string> = {
  pin: 'opening times? entry: hours',
  pins: '',
  unpin: 'opening times?',
  teach: 'question: Where is the office? answer: In Geneva.',
  correct: 'entry: hours answer: At nine.',
  rephrase: 'entry: hours add: at what time do you open',
  retire: 'refund why: old',
  restore: 'refund',
  history: '',
  undo: '1',
  questions: '',
  suggestions: '',
  stats: '',
  why: 'is the office open',
  settings: '',
  doctor: '',
  link: '',
  unlink: '',
  confirm: 'nothing',
  assign: '1',
  answer: '1',
  reply: 'to: 1',
  ignore: '1',
};

describe('the commands of moderators', () => {
  it('are all tried', async () => {
    // The knowledge is the installation's.
    const names = bot.services.commands
      .filter(({ forModerators, name }) => forModerators && name !== 'reload')
      .map(({ name }) => name);
    expect(Object.keys(COMMANDS).sort()).toEqual(names.sort());
  });

  it.each(Object.keys(ROLES))('by a: %s', async (role) => {
    const outcomes = [];
    const refusals = [REFUSED, bot.services.speak('en')('moderators-anonymous')];
    for (const [name, argument] of Object.entries(COMMANDS)) {
      const chat = newGroup();
      const speak = await ROLES[role]?.(chat);
      const [reply] = await tell({ message: speak?.(`/${name} ${argument}`.trim()) });
      outcomes.push([
        name,
        reply === undefined
          ? 'silence'
          : refusals.includes(shownText(reply).split('\n', 1)[0] ?? '')
            ? 'refused'
            : 'done',
      ]);
    }
    const expected = ALLOWED.includes(role) ? 'done' : 'refused';
    expect(outcomes).toEqual(Object.keys(COMMANDS).map((name) => [name, expected]));
  });

  it('leave no trace where they were refused', async () => {
    const chat = newGroup();
    for (const role of ['member', 'demoted administrator', 'anonymous administrator', 'channel']) {
      const speak = await ROLES[role]?.(chat);
      await tell({ message: speak?.('/pin opening times? entry: hours') });
    }
    expect((await bot.services.communities.of({ platform: 'telegram', id: String(chat.id) })).state.all('pin')).toEqual(
      [],
    );
  });

  it('are nobody’s alone with the bot', async () => {
    const user = person(people++, 'en');
    const [reply] = await tell({ message: message(user, { id: user.id, type: 'private' }, '/reload') });
    expect(shownText(reply)).toBe(REFUSED);
  });
});

describe('buttons of moderators', () => {
  it('are checked at the press', async () => {
    const chat = newGroup();
    const boss = withMembership(chat, (user) => administrator(user));
    const [preview] = await tell({
      message: message(boss, chat, '/teach question: Where is the office? answer: In Geneva.'),
    });
    const confirm = dataOf(preview, 'Save');
    const own = ownMessage(preview, chat);
    const [note, ...more] = await tell(press(person(people++, 'en'), own, confirm));
    expect(note).toMatchObject({ method: 'answerCallbackQuery', body: { text: REFUSED } });
    expect(more).toEqual([]);
    fake.members.set(`${chat.id} ${boss.id}`, { status: 'member', user: boss });
    await tell({
      chat_member: {
        chat,
        from: boss,
        date: 1,
        old_chat_member: administrator(boss),
        new_chat_member: { status: 'member', user: boss },
      },
    });
    const [refused] = await tell(press(boss, own, confirm));
    expect(refused?.body.text).toBe(REFUSED);
    fake.members.set(`${chat.id} ${boss.id}`, administrator(boss));
    await tell({
      chat_member: {
        chat,
        from: boss,
        date: 1,
        old_chat_member: { status: 'member', user: boss },
        new_chat_member: administrator(boss),
      },
    });
    const [closed, edit] = await tell(press(boss, own, confirm));
    expect(closed?.method).toBe('answerCallbackQuery');
    expect(shownText(edit)).toBe('Learned: “Where is the office?”.');
  });

  it('go on for whoever hides, where that is wanted', async () => {
    const chat = newGroup();
    const speak = await ROLES['anonymous administrator who is wanted']?.(chat);
    const [preview] = await tell({ message: speak?.('/teach question: Where is the office? answer: In Geneva.') });
    const hidden = withMembership(chat, (user) => administrator(user, { is_anonymous: true }));
    const [, edit] = await tell(press(hidden, ownMessage(preview, chat), dataOf(preview, 'Save')));
    expect(shownText(edit)).toBe('Learned: “Where is the office?”.');
  });

  it('are shown to moderators: they pin an answer', async () => {
    const chat = newGroup();
    const boss = withMembership(chat, (user) => administrator(user));
    const [answer] = await tell({ message: message(boss, chat, '/ask when is the office open?') });
    expect(buttonsOf(answer).map(({ text }) => text)).toEqual(['👍', '👎', '🌐', '📌']);
    const [, pinned] = await tell(press(boss, ownMessage(answer, chat), dataOf(answer, '📌')));
    expect(shownText(pinned)).toContain('Pinned: “when is the office open?”');
    const [plain] = await tell({ message: message(person(people++, 'en'), chat, '/ask why was my account banned?') });
    expect(buttonsOf(plain).map(({ text }) => text)).not.toContain('📌');
  });
});

describe('/pin', () => {
  it('as a reply to an answer pins its question, and the message', async () => {
    const chat = newGroup();
    const boss = withMembership(chat, (user) => administrator(user));
    const [answer] = await tell({ message: message(person(people++, 'en'), chat, '/ask when is the office open?') });
    const reply = { reply_to_message: ownMessage(answer, chat) };
    const [said, pinned] = await tell({ message: message(boss, chat, '/pin --message', reply) });
    expect(shownText(said)).toContain('Pinned: “when is the office open?”');
    expect(pinned).toMatchObject({
      method: 'pinChatMessage',
      body: { chat_id: chat.id, message_id: ownMessage(answer, chat).message_id, disable_notification: true },
    });
    fake.trouble('pinChatMessage', {
      code: 400,
      description: 'Bad Request: not enough rights to manage pinned messages in the chat',
    });
    const [, , sorry] = await tell({ message: message(boss, chat, '/pin --message why: again', reply) });
    expect(shownText(sorry)).toContain('I may not pin messages here');
  });

  it('as a reply to a question asks which entry answers it', async () => {
    const chat = newGroup();
    const boss = withMembership(chat, (user) => administrator(user));
    const question = message(person(people++, 'en'), chat, 'when is the office open?');
    const [offer] = await tell({ message: message(boss, chat, '/pin', { reply_to_message: question }) });
    expect(shownText(offer)).toContain('when is the office open?');
    const [, edit] = await tell(press(boss, ownMessage(offer, chat), buttonsOf(offer)[0]?.callback_data ?? ''));
    expect(shownText(edit)).toContain('Pinned: “when is the office open?”');
  });
});
