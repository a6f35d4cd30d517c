import { expect, it } from 'vitest';
import type { ApiCall, Json } from '../../helpers/fake-telegram.ts';
import { buttonsOf, dataOf, message, ownMessage, press } from '../../helpers/fake-telegram-people.ts';
import { shownText, telegramServices } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';

const world = telegramWorld(() => telegramServices());
const { tell, alone, somebody, newGroup, moderatorOf } = world;

const startOf = (url: string | undefined) => `/start ${new URL(url ?? '').searchParams.get('start') ?? ''}`;

it('in a group that wants it an answer is a button, and is read in the private chat in its language', async () => {
  const chat = newGroup();
  const boss = moderatorOf(chat);
  await tell({ message: message(boss, chat, '/settings answers private') });
  await tell({ message: message(boss, chat, '/pin bank holidays? text: We are closed then.') });
  const ask = async (words: string): Promise<ApiCall[]> =>
    tell({ message: message(somebody(), chat, `/ask ${words}`) });

  const [lead, ...more] = await ask('为什么我的账号被封了？');
  expect(more).toEqual([]);
  expect(shownText(lead)).toBe('这个问题我在私聊里回答：为什么我的账号被封了？');
  const start = startOf(buttonsOf(lead)[0]?.url);
  const [answer] = await alone(somebody(), start);
  expect(shownText(answer)).toMatch(/^为什么我的账号被封了？\n/);
  expect(answer?.body.chat_id).not.toBe(chat.id);

  // What a group knows is for its members.
  const [own] = await ask('bank holidays?');
  const [member, stranger] = [somebody(), somebody()];
  world.fake.members.set(`${chat.id} ${stranger.id}`, { status: 'left', user: stranger });
  const link = startOf(buttonsOf(own)[0]?.url);
  expect(shownText((await alone(member, link))[0])).toContain('We are closed then.');
  expect(shownText((await alone(stranger, link))[0])).not.toContain('We are closed then.');
  expect(shownText((await alone(member, `${start}x`))[0])).toBe('This button no longer works. Please ask again.');
});

it('a choice leads into the private chat, an edit shows nothing, and public answers come back', async () => {
  const chat: Json = newGroup();
  const boss = moderatorOf(chat);
  await tell({ message: message(boss, chat, '/settings answers private') });
  const asker = somebody();
  const [offer] = await tell({ message: message(asker, chat, '/ask open subscription') });
  const pressed = await tell(press(asker, ownMessage(offer, chat), dataOf(offer, 'When is the office open?')));
  expect(pressed.map(({ method }) => method)).toEqual(['answerCallbackQuery']);
  expect(shownText((await alone(asker, startOf(String(pressed[0]?.body.url))))[0])).toMatch(
    /^When is the office open\?/,
  );

  const asked = message(asker, chat, '/ask when is the office open?');
  const [lead] = await tell({ message: asked });
  const text = '/ask can I get a refund for my subscription?';
  const [edit] = await tell({ edited_message: { ...asked, text, edit_date: asked.date } });
  expect([edit?.body.message_id, shownText(edit)]).toEqual([
    ownMessage(lead, chat).message_id,
    'I answer this in private: Can I get a refund for my subscription?',
  ]);

  await tell({ message: message(boss, chat, '/settings answers default') });
  const [open] = await tell({ message: message(asker, chat, '/ask why was my account banned?') });
  expect(shownText(open)).toMatch(/^Why was my account banned\?\n/);
});
