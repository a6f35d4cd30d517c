import { expect, it } from 'vitest';
import type { ApiCall } from '../../helpers/fake-telegram.ts';
import { buttonsOf, dataOf, message, ownMessage, type Person, press } from '../../helpers/fake-telegram-people.ts';
import { shownText, telegramServices } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';

const world = telegramWorld(() => telegramServices());
const { tell, somebody, newGroup, moderatorOf } = world;

it('a choice and a helper propose a phrasing, which a moderator adds and undoes', async () => {
  const chat = newGroup();
  const boss = moderatorOf(chat);
  const question = 'open subscription';
  const [asker, other] = [somebody(), somebody()];
  const ask = async (from: Person) => (await tell({ message: message(from, chat, `/ask ${question}`) }))[0];
  const pressAs = (from: Person, shown: ApiCall | undefined, words: string) =>
    tell(press(from, ownMessage(shown, chat), dataOf(shown, words)));

  // Others see what they press by themselves: it was not their question.
  const offer = await ask(asker);
  await pressAs(other, offer, 'When is the office open?');
  await pressAs(asker, offer, 'When is the office open?');
  const asked = message(other, chat, `${question}?`);
  await tell({ message: asked });
  await tell({ message: message(boss, chat, '/show questions/hours', { reply_to_message: asked }) });

  const list = async () => (await tell({ message: message(boss, chat, '/suggestions') })).at(-1);
  const shown = await list();
  expect(shownText(shown)).toContain('“open subscription” → “When is the office open?” (for: 2, against: 0)');
  expect(buttonsOf(shown).map(({ text }) => text)).toEqual(['Add 1', 'Drop 1']);
  const done = (await pressAs(boss, shown, 'Add 1')).at(-1);
  expect(shownText(done)).toContain('Added as phrasings: “open subscription”.');
  expect(shownText(await ask(somebody()))).toBe('This was just answered here: When is the office open?');
  await pressAs(boss, done, 'Undo');
  expect(dataOf(await ask(somebody()), 'When is the office open?')).not.toBe('');
});
