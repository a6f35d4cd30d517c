import { expect, it } from 'vitest';
import type { ApiCall } from '../../helpers/fake-telegram.ts';
import { buttonsOf, dataOf, message, ownMessage, press } from '../../helpers/fake-telegram-people.ts';
import { shownText, telegramServices } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';

const world = telegramWorld(() => telegramServices());
const { tell, somebody, newGroup, moderatorOf } = world;
const QUESTION = 'who feeds the office cat?';
const edited = (calls: readonly ApiCall[]) => calls.filter(({ method }) => method === 'editMessageText');

it('who means none of the choices is told that it is not known, and may ask a human', async () => {
  const chat = newGroup({ is_forum: true });
  const topic = { message_thread_id: 44, is_topic_message: true };
  await tell({ message: message(moderatorOf(chat), chat, '/settings human here', topic) });
  const [asker, other] = [somebody(), somebody()];
  const asked = message(asker, chat, `/ask ${QUESTION}`);
  const [offer] = await tell({ message: asked });
  expect(buttonsOf(offer).at(-1)?.text).toBe('None of these');
  const shown = { ...ownMessage(offer, chat), reply_to_message: asked };
  // The choices stay for who asked, whatever others press.
  expect(edited(await tell(press(other, shown, dataOf(offer, 'None of these'))))).toEqual([]);
  const [unknown] = edited(await tell(press(asker, shown, dataOf(offer, 'None of these'))));
  expect(shownText(unknown)).toContain("I don't know");
  const calls = await tell(press(asker, { ...shown, ...ownMessage(unknown, chat) }, dataOf(unknown, 'Ask a human')));
  expect(calls.some((call) => shownText(call).includes(QUESTION) && call.body.message_thread_id === 44)).toBe(true);
});

it('a choice is made as before', async () => {
  const chat = newGroup();
  const asker = somebody();
  const asked = message(asker, chat, `/ask ${QUESTION}`);
  const [offer] = await tell({ message: asked });
  const own = { ...ownMessage(offer, chat), reply_to_message: asked };
  const [answer] = edited(await tell(press(asker, own, buttonsOf(offer)[0]?.callback_data ?? '')));
  expect(shownText(answer)).toContain('When is the office open?');
});
