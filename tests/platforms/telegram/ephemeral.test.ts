import { expect, it } from 'vitest';
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
