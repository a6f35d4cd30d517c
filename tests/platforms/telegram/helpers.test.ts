import { expect, it } from 'vitest';
import type { ApiCall, Json, Trouble } from '../../helpers/fake-telegram.ts';
import { dataOf, message, ownMessage, type Person, press } from '../../helpers/fake-telegram-people.ts';
import { shownText, telegramServices } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';

const world = telegramWorld(() => telegramServices());
const { tell, somebody, newGroup, moderatorOf } = world;
const TOPIC = { message_thread_id: 44, is_topic_message: true };
const said = (calls: readonly ApiCall[]): ApiCall[] => calls.filter(({ method }) => method === 'sendMessage');
const edits = (calls: readonly ApiCall[]): ApiCall[] => calls.filter(({ method }) => method === 'editMessageText');
const toast = (calls: readonly ApiCall[]): unknown =>
  calls.find(({ method }) => method === 'answerCallbackQuery')?.body.text;
const holding = (calls: readonly ApiCall[], words: string): ApiCall | undefined =>
  calls.find((call) => shownText(call).includes(words));

/** A forum whose helpers are in a topic of it. */
async function forum() {
  const chat = newGroup({ is_forum: true });
  const boss = moderatorOf(chat);
  await tell({ message: message(boss, chat, '/settings human here', TOPIC) });
  const handOver = async (from: Person, question: string, ...troubles: Trouble[]) => {
    const asked = message(from, chat, `/ask ${question}`);
    const [unknown] = said(await tell({ message: asked }));
    for (const one of troubles) world.fake.trouble('sendMessage', one);
    const calls = await tell(
      press(from, { ...ownMessage(unknown, chat), reply_to_message: asked }, dataOf(unknown, 'Ask a human')),
    );
    return { calls, post: holding(said(calls), question) };
  };
  const reply = (from: Person, own: ApiCall | undefined, text: string, more: Json = {}) =>
    message(from, chat, text, { reply_to_message: ownMessage(own, chat), ...TOPIC, ...more });
  return { chat, boss, handOver, reply };
}

it('a question that cannot be posted waits until it can, and nobody is told that it was passed on', async () => {
  const { chat, boss, handOver } = await forum();
  const [first, second] = [somebody(), somebody()];
  await tell({
    message: message(boss, chat, '/settings reports here', { message_thread_id: 45, is_topic_message: true }),
  });
  const closed = { code: 400, description: 'Bad Request: TOPIC_CLOSED' };
  const { calls } = await handOver(first, 'who waters the ficus in the hall?', closed);
  expect(toast(calls)).not.toContain('passed');
  expect(said(calls).filter((call) => shownText(call).includes('could not pass your question on yet'))).toHaveLength(1);
  expect(holding(said(calls), 'Somebody asked for a helper')?.body.message_thread_id).toBe(45);
  // The next one is not told otherwise either, and is not tried in vain.
  const other = await handOver(second, 'where is the spare key of the boiler room?');
  expect([toast(other.calls), said(other.calls)]).toEqual([expect.stringContaining('could not pass'), []]);

  const opened = message(boss, chat, '', { ...TOPIC, text: undefined, forum_topic_reopened: {} });
  const now = said(await tell({ message: opened }));
  for (const question of ['ficus', 'spare key'])
    expect(holding(now, question)?.body, question).toMatchObject({ message_thread_id: 44 });
  expect(now.filter((call) => shownText(call).includes('The helpers have your question now'))).toHaveLength(2);
  // Once is enough.
  expect(said(await tell({ message: opened }))).toEqual([]);
});

it('a helper who answers with a picture or a voice alone hears that words are needed', async () => {
  const { handOver, reply } = await forum();
  const [asker, helper] = [somebody(), somebody()];
  const { post } = await handOver(asker, 'which fuse belongs to the lamp?');
  const voice = { text: undefined, voice: { file_id: 'v', file_unique_id: 'v', duration: 3 } };
  const heard = said(await tell({ message: reply(helper, post, '', voice) }));
  expect(heard.map(shownText)).toEqual([expect.stringContaining('I can only pass on words')]);
  const photo = [{ file_id: 'p', file_unique_id: 'p', width: 1, height: 1 }];
  const captioned = { text: undefined, caption: 'The third one, see here.', photo };
  const passed = said(await tell({ message: reply(helper, post, '', captioned) }));
  expect(holding(passed, 'The third one')).toBeDefined();
  expect(holding(passed, 'but not the picture or the file')).toBeDefined();
});

it('a proposal follows what the helper writes, and an erased helper is named nowhere', async () => {
  const { chat, boss, handOver, reply } = await forum();
  const [asker, helper] = [somebody(), { ...somebody(), first_name: 'Paulina Quillfeather' }];
  const { post } = await handOver(asker, 'how do I reset the flux capacitor?');
  const answer = reply(helper, post, 'Hold it for 9 seconds.');
  const passed = said(await tell({ message: answer }));
  const told = holding(passed, 'Paulina Quillfeather answers');
  const thanks = holding(passed, 'passed your answer');
  await tell(press(helper, ownMessage(thanks, chat), dataOf(thanks, 'Name me')));
  const solved = said(await tell(press(asker, ownMessage(told, chat), dataOf(told, 'That worked'))));
  const proposal = holding(solved, 'Should I learn it?');
  const edited = { ...answer, text: 'Hold it for 5 seconds.', edit_date: answer.date };
  const changed = edits(await tell({ edited_message: edited }));
  const followed = holding(changed, 'Should I learn it?');
  expect([followed?.body.message_id, shownText(followed)]).toEqual([
    ownMessage(proposal, chat).message_id,
    expect.stringContaining('5 seconds'),
  ]);

  const [preview] = (
    await tell(press(boss, { ...ownMessage(proposal, chat), ...TOPIC }, dataOf(followed, 'Learn it')))
  ).filter(({ method }) => method === 'sendMessage' || method === 'editMessageText');
  await tell(press(boss, ownMessage(preview, chat), dataOf(preview, 'Save')));
  const ask = async () => said(await tell({ message: message(somebody(), chat, '/ask flux capacitor reset') }))[0];
  expect(shownText(await ask())).toContain('Paulina Quillfeather');

  const erased = await tell({ message: message(helper, chat, '/privacy erase confirmed') });
  expect(shownText(holding(edits(erased), 'A helper answers'))).toContain('5 seconds');
  expect(shownText(holding(edits(erased), "A helper's answer"))).toContain('5 seconds');
  const shown = await ask();
  expect(shownText(shown)).toContain("A helper's answer");
  expect(JSON.stringify(shown?.body)).not.toMatch(/Quillfeather|t\.me\/c/);
  const history = await tell({ message: message(boss, chat, '/history') });
  expect(JSON.stringify(history)).not.toContain('Quillfeather');
  const kept = await world.bot.services.store.read(async ({ log }) => [await log.acts({}), await log.records({})]);
  expect(JSON.stringify(kept)).not.toMatch(/quillfeather|t\.me\/c/i);
});

it("what only somebody asked goes from the helpers' place when they are erased", async () => {
  const { chat, handOver } = await forum();
  const [alone, one, other] = [somebody(), somebody(), somebody()];
  const gone = await handOver(alone, 'who feeds the parrot?');
  const both = await handOver(one, 'where do I park my bicycle?');
  await handOver(other, 'where do I park my bicycle?');
  const erase = async (from: Person) => edits(await tell({ message: message(from, chat, '/privacy erase confirmed') }));
  const [withdrawn] = await erase(alone);
  expect([withdrawn?.body.message_id, shownText(withdrawn)]).toEqual([
    ownMessage(gone.post, chat).message_id,
    expect.stringContaining('taken the question back'),
  ]);
  expect(await erase(one)).toEqual([]);
  expect((await erase(other)).map(({ body }) => body.message_id)).toEqual([ownMessage(both.post, chat).message_id]);
});
