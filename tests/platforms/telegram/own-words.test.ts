import { expect, it } from 'vitest';
import { administrator, aloneWith, dataOf, message, ownMessage, press } from '../../helpers/fake-telegram-people.ts';
import { shownText, telegramServices } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';

const world = telegramWorld(() => telegramServices({ siteUrl: 'https://club.example/' }));
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

it('a moderator publishes an entry of the group, is told so beside it, and takes it back', async () => {
  const chat = newGroup();
  const boss = world.moderatorOf(chat);
  const taught = '/teach question: Where do we park? answer: Behind the hall.';
  const [preview] = await tell({ message: message(boss, chat, taught) });
  await tell(press(boss, ownMessage(preview, chat), dataOf(preview, 'Save')));
  const look = async () => {
    const shown = await tell({ message: message(boss, chat, '/show questions/where-do-we-park --private') });
    return shownText(shown.at(-1));
  };
  expect(await look()).toContain('not on the website) · /settings site on questions/where-do-we-park');
  const [done] = await tell({ message: message(boss, chat, '/settings site on questions/where-do-we-park') });
  expect(shownText(done)).toContain('“Where do we park?” on the website: public');
  expect(await look()).toContain('· /settings site off questions/where-do-we-park');
  await tell({ message: message(boss, chat, '/undo') });
  expect(await look()).toContain('/settings site on questions/where-do-we-park');
});
