import { expect, it } from 'vitest';
import { tellOverdue } from '../../../src/bot/handover/hand-over.ts';
import type { ApiCall, Json } from '../../helpers/fake-telegram.ts';
import { dataOf, message, ownMessage, type Person, press } from '../../helpers/fake-telegram-people.ts';
import { shownText, telegramServices } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';

const world = telegramWorld(() => telegramServices());
const { tell, somebody, newGroup, moderatorOf } = world;
const TOPIC = { message_thread_id: 44, is_topic_message: true };
const said = (calls: readonly ApiCall[]): ApiCall[] => calls.filter(({ method }) => method === 'sendMessage');
/** Messages that are new or say something else. */
const shownIn = (calls: readonly ApiCall[]): ApiCall[] =>
  calls.filter(({ method }) => method === 'sendMessage' || method === 'editMessageText');
const toast = (calls: readonly ApiCall[]): unknown =>
  calls.find(({ method }) => method === 'answerCallbackQuery')?.body.text;
const to = (calls: readonly ApiCall[], asked: Json): ApiCall | undefined =>
  said(calls).find(({ body }) => (body.reply_parameters as Json | undefined)?.message_id === asked.message_id);

it('a question goes to the helpers of a topic, their answer back, and then into what the bot knows', async () => {
  const chat = newGroup({ is_forum: true });
  const boss = moderatorOf(chat);
  await tell({ message: message(boss, chat, '/settings human here', TOPIC) });
  const handOver = async (from: Person, question: string) => {
    const asked = message(from, chat, `/ask ${question}`);
    const [unknown] = said(await tell({ message: asked }));
    const shown = { ...ownMessage(unknown, chat), reply_to_message: asked };
    return { asked, calls: await tell(press(from, shown, dataOf(unknown, 'Ask a human'))) };
  };
  const [asker, other, helper] = [somebody(), somebody(), somebody()];
  // While no helper is there, their place stays quiet; the next question calls them all the same.
  const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 16);
  await tell({ message: message(boss, chat, `/settings hours ${soon(2)}-${soon(3)}`, TOPIC) });
  const away = await handOver(other, 'who waters the ficus in the hall?');
  expect(toast(away.calls)).toContain(soon(2));
  expect(said(away.calls)[0]?.body).toMatchObject({ message_thread_id: 44, disable_notification: true });
  await tell({ message: message(boss, chat, `/settings hours ${soon(-1)}-${soon(3)}`, TOPIC) });
  const first = await handOver(asker, 'how do I reset the flux capacitor?');
  expect(toast(first.calls)).toBe('I am passing your question on to the helpers. Their answer will come here.');
  const [post] = said(first.calls);
  expect(shownText(post)).toContain('how do I reset the flux capacitor?');
  expect(post?.body).toMatchObject({ message_thread_id: 44, disable_notification: false });
  expect(JSON.stringify(post?.body.entities)).toMatch(/t\.me\/c\/\d+\/\d+/);
  const second = await handOver(other, 'resetting the flux capacitor, how?');
  expect(said(second.calls)).toEqual([]);

  // Anybody could type the number of a question, and helpers would leave it to them.
  const number = /take (\d+)/.exec(dataOf(post, 'I will answer'))?.[1];
  const typed = await tell({ message: message(other, chat, `/human take ${number}`) });
  expect(said(typed).map(shownText).join()).not.toContain('working on your question');
  const taken = await tell(press(helper, { ...ownMessage(post, chat), ...TOPIC }, dataOf(post, 'I will answer')));
  expect([toast(taken), said(taken).map(shownText)]).toEqual([
    'Thanks! Those who asked know that you are on it.',
    Array.from({ length: 2 }, () => '🙋 A helper is working on your question.'),
  ]);
  const reply = (from: Person, own: ApiCall | undefined, text: string, more: Json = {}) =>
    message(from, chat, text, { reply_to_message: ownMessage(own, chat), ...more });
  const entities = [
    { type: 'bold', offset: 5, length: 5 },
    { type: 'mention', offset: 25, length: 6 },
  ];
  const answer = reply(helper, post, 'Hold reset for 9 seconds, @asker', { ...TOPIC, entities });
  const passed = await tell({ message: answer });
  const told = to(passed, first.asked);
  expect(shownText(told)).toMatch(new RegExp(`${helper.first_name} answers:\\n\\nHold reset for 9 seconds,`));
  expect([told?.body.message_thread_id, JSON.stringify(told?.body.entities)]).toEqual([
    undefined,
    expect.stringContaining('"type":"bold"'),
  ]);
  expect(shownText(to(passed, second.asked))).toContain('9 seconds');
  const thanks = to(passed, answer);
  expect(toast(await tell(press(helper, ownMessage(thanks, chat), dataOf(thanks, 'Do not name me'))))).toContain(
    'name nobody',
  );

  expect(toast(await tell(press(somebody(), ownMessage(told, chat), dataOf(told, 'That worked'))))).toContain(
    'Only those',
  );
  const solved = said(await tell({ message: reply(asker, told, 'it works now, thanks') }));
  const proposal = solved.find((call) => shownText(call).includes('Should I learn it?'));
  expect(proposal?.body.message_thread_id).toBe(44);

  const edited = await tell({
    edited_message: { ...answer, text: 'Hold reset for 5 seconds, then wait.', edit_date: answer.date, entities: [] },
  });
  expect(
    edited
      .filter(({ method }) => method === 'editMessageText')
      .map(shownText)
      .sort(),
  ).toEqual([
    expect.stringMatching(/Should I learn it\?[\s\S]*5 seconds/),
    expect.stringMatching(new RegExp(`${helper.first_name} answers:[^]*5 seconds`)),
    expect.stringMatching(new RegExp(`${helper.first_name} answers:[^]*5 seconds`)),
  ]);
  const shown = { ...ownMessage(proposal, chat), ...TOPIC };
  expect(toast(await tell(press(other, shown, dataOf(proposal, 'Learn it'))))).toContain('Only moderators');
  const [preview] = shownIn(await tell(press(boss, shown, dataOf(proposal, 'Learn it'))));
  await tell(press(boss, shown, dataOf(preview, 'Save')));
  const ask = async (): Promise<string> =>
    shownText(said(await tell({ message: message(somebody(), chat, '/ask flux capacitor reset') }))[0]);
  expect(await ask()).toContain('then wait');
  const change = message(boss, chat, '/correct how do I reset the flux capacitor? --answer Turn it off.');
  const [draft] = said(await tell({ message: change }));
  const [saved] = shownIn(await tell(press(boss, ownMessage(draft, chat), dataOf(draft, 'Save'))));
  expect(await ask()).toContain('Turn it off.');
  await tell(press(boss, ownMessage(saved, chat), dataOf(saved, 'Undo')));
  expect(await ask()).toContain('then wait');

  // A reaction of who asked says that it worked, and nobody else's.
  const lamp = await handOver(asker, 'which fuse belongs to the lamp of the cellar?');
  const fuse = to(await tell({ message: reply(helper, said(lamp.calls)[0], 'The third one.', TOPIC) }), lamp.asked);
  const react = async (from: Person, emoji: string) =>
    said(
      await tell({
        message_reaction: {
          ...{ chat, message_id: ownMessage(fuse, chat).message_id, user: from, date: lamp.asked.date },
          ...{ old_reaction: [], new_reaction: [{ type: 'emoji', emoji }] },
        },
      }),
    );
  expect([await react(somebody(), '👍'), await react(asker, '👎')]).toEqual([[], []]);
  expect((await react(asker, '👍')).map(shownText)).toEqual([expect.stringContaining('Should I learn it?')]);

  const late = await handOver(other, 'where is the spare key of the boiler room?');
  const later = new Date(Date.now() + 25 * 3_600_000).toISOString();
  await tellOverdue(world.bot.services, later);
  await tellOverdue(world.bot.services, later);
  const waiting = said(await tell({ message: reply(helper, said(late.calls)[0], 'Behind the fuse box.', TOPIC) }));
  // Nobody has answered about the ficus either.
  expect(waiting.map(shownText).filter((words) => words.includes('in a day'))).toHaveLength(2);
  expect(shownText(waiting.at(-1))).toMatch(/fuse box|passed your answer/);
});
