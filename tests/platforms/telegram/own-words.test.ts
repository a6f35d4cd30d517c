import { expect, it } from 'vitest';
import { administrator, aloneWith, dataOf, message, ownMessage, press } from '../../helpers/fake-telegram-people.ts';
import { shownText, telegramServices } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';

const world = telegramWorld(() => telegramServices());
const { tell, somebody, newGroup } = world;

it('a group has words of its own: asked for, shown first, and said without a mention', async () => {
  const chat = newGroup();
  const boss = somebody();
  world.fake.members.set(`${chat.id} ${boss.id}`, administrator(boss));
  const [, question] = await tell({ message: message(boss, chat, '/settings unknown own') });
  const typed = 'Ask @somebody_else in the lounge.';
  const reply = { reply_to_message: ownMessage(question, chat) };
  const preview = (await tell({ message: message(boss, chat, typed, reply) })).at(-1);
  expect(shownText(preview)).toContain('in the lounge.');
  await tell(press(boss, ownMessage(preview, aloneWith(boss)), dataOf(preview, 'Save')));
  const [said] = await tell({ message: message(somebody(), chat, '/ask what is the capital of France?') });
  // What would be a mention is found as a problem by the fake.
  expect(shownText(said)).toBe(typed);
});
