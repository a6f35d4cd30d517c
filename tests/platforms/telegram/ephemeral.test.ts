import { describe, expect, it } from 'vitest';
import { type ApiCall, type Json, ME, TOKEN } from '../../helpers/fake-telegram.ts';
import {
  administrator,
  buttonsOf,
  dataOf,
  message,
  ownMessage,
  type Person,
  press,
} from '../../helpers/fake-telegram-people.ts';
import { shownText } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';

const world = telegramWorld();
const { tell, somebody, newGroup, moderatorOf } = world;

const REFUSED = 'Only moderators can do that here.';
const TEACH = '/teach question: What are bank holidays? answer: We are closed then.';

/** A group in which the bot is an administrator. */
function ownGroup() {
  const chat = newGroup();
  world.fake.members.set(`${chat.id} ${ME.id}`, administrator(ME));
  return { chat, boss: moderatorOf(chat) };
}

/** Who alone sees what was sent. */
const receiverOf = (call: ApiCall | undefined) =>
  (call?.body.ephemeral_message_parameters as Json | undefined)?.receiver_user_id;

const numberOf = (call: ApiCall | undefined) => (call?.result as Json | undefined)?.ephemeral_message_id;

const stylesOf = (call: ApiCall | undefined) =>
  Object.fromEntries(buttonsOf(call).map(({ text, style }) => [text, style]));

const methodsOf = (calls: readonly ApiCall[]) => calls.map(({ method }) => method);

const pressed = async (who: Person, call: ApiCall | undefined, chat: Json, label: string): Promise<ApiCall[]> =>
  (await tell(press(who, ownMessage(call, chat), dataOf(call, label)))).filter(
    ({ method }) => method !== 'answerCallbackQuery',
  );

it('a refusal is seen in the group by the one who is refused alone', async () => {
  const { chat } = ownGroup();
  const asker = somebody();
  const calls = await tell({ message: message(asker, chat, TEACH) });
  expect(methodsOf(calls)).toEqual(['sendMessage']);
  expect(calls[0]?.body).toMatchObject({ chat_id: chat.id });
  expect([shownText(calls[0]), receiverOf(calls[0])]).toEqual([REFUSED, asker.id]);
});

it('a preview is seen and decided by its moderator alone, in place', async () => {
  const { chat, boss } = ownGroup();
  const [preview, ...more] = await tell({ message: message(boss, chat, TEACH) });
  expect([more, receiverOf(preview)]).toEqual([[], boss.id]);
  expect(shownText(preview)).toContain('We are closed then.');
  expect(stylesOf(preview)).toMatchObject({ Save: 'primary', Discard: undefined });
  const [done, ...rest] = await pressed(boss, preview, chat, 'Save');
  expect([done?.method, rest]).toEqual(['editEphemeralMessageText', []]);
  expect(done?.body).toMatchObject({
    chat_id: chat.id,
    receiver_user_id: boss.id,
    ephemeral_message_id: numberOf(preview),
  });
  const [answer] = await tell({ message: message(somebody(), chat, '/ask what are bank holidays?') });
  expect([shownText(answer), receiverOf(answer)]).toEqual([expect.stringContaining('We are closed then.'), undefined]);
});

it('what is taken back stays between the bot and its moderator', async () => {
  const { chat, boss } = ownGroup();
  const [preview] = await tell({ message: message(boss, chat, TEACH) });
  const calls = await pressed(boss, preview, chat, 'Discard');
  expect(methodsOf(calls)).toEqual(['editEphemeralMessageText']);
  const [answer] = await tell({ message: message(somebody(), chat, '/ask what are bank holidays?') });
  expect(shownText(answer)).not.toContain('We are closed then.');
});

it('nobody else can press it', async () => {
  const { chat, boss } = ownGroup();
  const [preview] = await tell({ message: message(boss, chat, TEACH) });
  expect(await pressed(moderatorOf(chat), preview, chat, 'Save')).toEqual([]);
});

it('an outage only delays it', async () => {
  const { chat } = ownGroup();
  const asker = somebody();
  world.fake.trouble('sendMessage', { code: 502, description: 'Bad Gateway' });
  const calls = await tell({ message: message(asker, chat, TEACH) });
  expect(calls.map(receiverOf)).toEqual([asker.id, asker.id]);
  expect(calls.map(({ body }) => body.chat_id)).toEqual([chat.id, chat.id]);
});

it('where Telegram takes none, it goes where it went before, and is not tried there again for a while', async () => {
  const { chat, boss } = ownGroup();
  const asker = somebody();
  world.fake.trouble('sendMessage', { code: 400, description: 'Bad Request: USER_NOT_SUPPORTED' });
  const refused = await tell({ message: message(asker, chat, TEACH) });
  expect(refused.map((call) => [call.body.chat_id, receiverOf(call)])).toEqual([
    [chat.id, asker.id],
    [asker.id, undefined],
  ]);
  // A decision that cannot be shown to one person stays in its group.
  const next = await tell({ message: message(boss, chat, TEACH) });
  expect(next.map((call) => [call.body.chat_id, receiverOf(call)])).toEqual([[chat.id, undefined]]);
});

it('a bot that is no administrator tries none', async () => {
  const chat = newGroup();
  const asker = somebody();
  const calls = await tell({ message: message(asker, chat, TEACH) });
  expect(calls.map((call) => [call.body.chat_id, receiverOf(call)])).toEqual([[asker.id, undefined]]);
});

it('once the message is gone, the outcome comes beside it', async () => {
  const { chat, boss } = ownGroup();
  const [preview] = await tell({ message: message(boss, chat, TEACH) });
  world.fake.ephemeral.clear();
  const calls = await pressed(boss, preview, chat, 'Save');
  expect(methodsOf(calls)).toEqual(['editEphemeralMessageText', 'sendMessage']);
  expect(calls[1]?.body.ephemeral_message_parameters).toMatchObject({
    receiver_user_id: boss.id,
    callback_query_id: expect.stringMatching(/^press/),
  });
});

it('a group may want it in the private chat', async () => {
  const { chat, boss } = ownGroup();
  await tell({ message: message(boss, chat, '/settings personal alone') });
  const asker = somebody();
  const calls = await tell({ message: message(asker, chat, TEACH) });
  expect(calls.map((call) => [call.body.chat_id, receiverOf(call)])).toEqual([[asker.id, undefined]]);
});

it('what loses something is red', async () => {
  const { chat, boss } = ownGroup();
  const [answer] = await tell({ message: message(boss, chat, '/ask when is the office open?') });
  const replied = { reply_to_message: ownMessage(answer, chat) };
  const [preview] = await tell({ message: message(boss, chat, '/retire', replied) });
  expect(stylesOf(preview)).toMatchObject({ Retire: 'danger', Discard: undefined });
  const [sure] = await tell({ message: message(somebody(), chat, '/privacy erase') });
  expect(buttonsOf(sure)).toMatchObject([{ style: 'danger' }]);
});

it('an entry that is looked at there has no buttons that need its number', async () => {
  const { chat, boss } = ownGroup();
  await tell({ message: message(boss, chat, '/pin when is the office open? entry: questions/hours') });
  const [pins] = await tell({ message: message(boss, chat, '/pins') });
  expect(receiverOf(pins)).toBe(boss.id);
  const button = buttonsOf(pins)[0]?.text ?? '';
  for (const call of await pressed(boss, pins, chat, button)) {
    expect(buttonsOf(call).map(({ text }) => text)).not.toContain('👍');
    expect(receiverOf(call) ?? call.body.receiver_user_id).toBe(boss.id);
  }
});

describe('a press on what everybody sees', () => {
  const ask = async (chat: Json, from: Person, words = 'why was my account banned?') =>
    (await tell({ message: message(from, chat, `/ask ${words}`) }))[0];
  const REFUSED_BY_TELEGRAM = { code: 400, description: 'Bad Request: USER_NOT_SUPPORTED' };
  const seenBy = (calls: readonly ApiCall[]) => calls.map((call) => [call.method, receiverOf(call)]);

  it('leads on where it was made, for who pressed alone, also of a bot that is no administrator', async () => {
    const chat = newGroup();
    const answer = await ask(chat, somebody());
    const readers = [somebody(), somebody()];
    for (const reader of readers) {
      const calls = await pressed(reader, answer, chat, 'Can I get a refund');
      expect(seenBy(calls)).toEqual([['sendMessage', reader.id]]);
      expect(shownText(calls[0])).toMatch(/^Can I get a refund/);
      expect(calls[0]?.body).not.toHaveProperty('reply_parameters');
    }
  });

  it('shows languages so, and goes on in the same message', async () => {
    const chat = newGroup();
    const answer = await ask(chat, somebody());
    const reader = somebody();
    const [list] = await pressed(reader, answer, chat, '🌐');
    expect(receiverOf(list)).toBe(reader.id);
    const [spoken] = await pressed(reader, list, chat, 'فارسی');
    expect([spoken?.method, spoken?.body.receiver_user_id]).toEqual(['editEphemeralMessageText', reader.id]);
  });

  it('shows a choice that was offered to somebody else', async () => {
    const chat = newGroup();
    const [asker, other] = [somebody(), somebody()];
    const asked = message(asker, chat, '/ask open subscription');
    const [offer] = await tell({ message: asked });
    const own = { ...ownMessage(offer, chat), reply_to_message: asked };
    const [closed, shown, ...more] = await tell(press(other, own, dataOf(offer, 'office')));
    expect([closed?.body.url, receiverOf(shown), more]).toEqual([undefined, other.id, []]);
    expect(shownText(shown)).toMatch(/^When is the office open\?/);
  });

  it('asks what was wrong with an answer, and is gone once that is said', async () => {
    const chat = newGroup();
    const [asker, other] = [somebody(), somebody()];
    await tell({ message: message(moderatorOf(chat), chat, '/settings human here') });
    const answer = await ask(chat, asker);
    const [why, ...more] = await pressed(other, answer, chat, '👎');
    expect([receiverOf(why), more]).toEqual([other.id, []]);
    const calls = await tell(press(other, ownMessage(why, chat), dataOf(why, 'Out of date')));
    expect(calls.map(({ method, body }) => [method, body.text ?? body.ephemeral_message_id])).toEqual([
      ['answerCallbackQuery', 'Thanks, that helps to put it right.'],
      ['deleteEphemeralMessage', numberOf(why)],
    ]);
  });

  it('is shown to all once if Telegram takes no such message, and none is tried there for a while', async () => {
    const chat = newGroup();
    const answer = await ask(chat, somebody());
    world.fake.trouble('sendMessage', REFUSED_BY_TELEGRAM);
    const first = somebody();
    const calls = await pressed(first, answer, chat, 'Can I get a refund');
    expect(seenBy(calls)).toEqual([
      ['sendMessage', first.id],
      ['sendMessage', undefined],
    ]);
    expect(calls[1]?.body.reply_parameters).toMatchObject({ message_id: ownMessage(answer, chat).message_id });
    expect(await pressed(somebody(), answer, chat, 'Can I get a refund')).toEqual([]);
    expect(seenBy(await pressed(somebody(), answer, chat, '🌐'))).toEqual([['sendMessage', undefined]]);
  });

  it('nobody else reads what one is asked, whatever Telegram takes', async () => {
    const chat = newGroup();
    const answer = await ask(chat, somebody());
    world.fake.trouble('sendMessage', REFUSED_BY_TELEGRAM);
    const other = somebody();
    expect(seenBy(await pressed(other, answer, chat, '👎'))).toEqual([['sendMessage', other.id]]);
    expect(await pressed(somebody(), answer, chat, '👎')).toEqual([]);
  });
});

describe('a command that nobody else sees', () => {
  let typed = 900;
  const type = (from: Person, chat: Json, text: string) =>
    tell({ message: message(from, chat, text, { message_id: 0, ephemeral_message_id: ++typed, receiver_user: ME }) });

  it('is one that concerns a person alone, in the menu of groups', async () => {
    const lists = world.fake.called('setMyCommands').map(({ body }) => body) as Json[];
    const onlyIn = (type: string) => {
      const { commands = [] } = lists.find((list) => (list.scope as Json).type === type && !list.language_code) ?? {};
      return (commands as Json[]).filter((one) => one.is_ephemeral === true).map(({ command }) => String(command));
    };
    await expect.poll(() => onlyIn('all_chat_administrators')).toContain('settings');
    expect(new Set(onlyIn('default'))).toEqual(new Set(['language', 'privacy']));
    expect(new Set(onlyIn('all_chat_administrators'))).toEqual(
      new Set(['language', 'privacy', 'questions', 'settings']),
    );
    expect(onlyIn('all_private_chats')).toEqual([]);
  });

  it.each(['/language', '/privacy'])('%s is answered where it was given, for who gave it', async (text) => {
    const [chat, from] = [newGroup(), somebody()];
    const calls = await type(from, chat, text);
    expect(calls.map((call) => [call.method, call.body.chat_id, receiverOf(call)])).toEqual([
      ['sendMessage', chat.id, from.id],
    ]);
    expect(calls[0]?.body.reply_parameters).toEqual({ ephemeral_message_id: typed });
  });

  it('changes what it says, and goes on by its buttons', async () => {
    const chat = newGroup();
    const boss = moderatorOf(chat);
    const [list] = await type(boss, chat, '/settings');
    expect(receiverOf(list)).toBe(boss.id);
    const [next] = await pressed(boss, list, chat, buttonsOf(list)[0]?.text ?? '');
    expect(next?.method).toBe('editEphemeralMessageText');
    const [done] = await type(boss, chat, '/settings mode questions');
    expect([receiverOf(done), shownText(done)]).toEqual([boss.id, expect.stringContaining('Changed.')]);
    const [refused] = await type(somebody(), chat, '/settings mode off');
    expect(shownText(refused)).toBe(REFUSED);
  });

  it('goes where it went before if Telegram or the group wants it so', async () => {
    const chat = newGroup();
    const boss = moderatorOf(chat);
    world.fake.trouble('sendMessage', { code: 400, description: 'Bad Request: QUERY_ID_INVALID' });
    expect((await type(boss, chat, '/settings')).map((call) => [call.body.chat_id, receiverOf(call)])).toEqual([
      [chat.id, boss.id],
      [boss.id, undefined],
    ]);
    await tell({ message: message(boss, chat, '/settings personal alone') });
    expect((await type(boss, chat, '/settings')).map((call) => call.body.chat_id)).toEqual([boss.id]);
  });

  it('of many, each gets an answer, and a form is asked in the open', async () => {
    const [chat, from] = [newGroup(), somebody()];
    for (const words of ['/ask why was my account banned?', '/ask when is the office open?', '/ask where is the moon?'])
      expect((await type(from, chat, words)).map(receiverOf)).toEqual([from.id]);
    const boss = moderatorOf(chat);
    const [, question] = await type(boss, chat, '/teach');
    expect([receiverOf(question), question?.body.reply_markup]).toMatchObject([undefined, { force_reply: true }]);
    const reply = { reply_to_message: ownMessage(question, chat) };
    expect(await tell({ message: message(boss, chat, 'What are bank holidays?', reply) })).not.toEqual([]);
  });
});

it('what an old server shows to all is taken back at once', async () => {
  const { chat, boss } = ownGroup();
  world.fake.refuses = (method, body) => {
    // It does not know the parameter, and passes it over.
    if (method === 'sendMessage') delete body.ephemeral_message_parameters;
    return undefined;
  };
  try {
    const calls = await tell({ message: message(boss, chat, '/settings') });
    expect(calls.map(({ method, body }) => [method, body.chat_id])).toEqual([
      ['sendMessage', chat.id],
      ['deleteMessage', chat.id],
      ['sendMessage', boss.id],
    ]);
    expect(calls[1]?.body.message_id).toBe((calls[0]?.result as Json | undefined)?.message_id);
  } finally {
    world.fake.refuses = undefined;
  }
});

it('the fake refuses what Telegram would', async () => {
  const { chat, boss } = ownGroup();
  const post = async (body: Json): Promise<Json> => {
    const address = `${world.fake.root}/bot${TOKEN}/sendMessage`;
    const headers = { 'content-type': 'application/json' };
    return (await (await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as Json;
  };
  const whole = { chat_id: chat.id, text: 'Hello', ephemeral_message_parameters: { receiver_user_id: boss.id } };
  expect(await post(whole)).toMatchObject({ ok: true, result: { message_id: 0, receiver_user: { id: boss.id } } });
  const refused = (description: string) => ({ ok: false, error_code: 400, description: `Bad Request: ${description}` });
  expect(await post({ ...whole, ephemeral: true })).toEqual(refused('/ephemeral is unknown'));
  expect(await post({ ...whole, text: 1 })).toEqual(refused('/text is no string'));
  expect(await post({ chat_id: chat.id })).toEqual(refused('/text is missing'));
  expect(await post({ ...whole, ephemeral_message_parameters: { user: 1 } })).toEqual(
    refused('/ephemeral_message_parameters/receiver_user_id is missing, /ephemeral_message_parameters/user is unknown'),
  );
  expect(await post({ ...whole, chat_id: newGroup().id })).toEqual(
    refused('not enough rights to send ephemeral messages to the chat'),
  );
  // By the types, and by the platform's document as well if it is there.
  const problems = world.fake.problems.splice(0).join('\n');
  for (const fault of ['/ephemeral is unknown', '/text is no string', '/text is missing', '/user is unknown'])
    expect(problems).toContain(fault);
});
