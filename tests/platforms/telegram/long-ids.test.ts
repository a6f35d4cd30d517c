import { expect, it } from 'vitest';
import { entryOf, textOf } from '../../helpers/entries.ts';
import { dataOf, message, ownMessage, press } from '../../helpers/fake-telegram-people.ts';
import { libraryOf } from '../../helpers/library.ts';
import { shippedLocales } from '../../helpers/services.ts';
import { ENTRIES, shownText, telegramServices } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';

/** Too long for the payload of a link. */
const LONG = entryOf(
  'questions/where-the-garden-is-that-lies-behind-the-old-house',
  textOf('en', 'Where is the garden behind the house?', ['garden place']),
);
const OTHER = entryOf('questions/garden-rules', textOf('en', 'What are the rules of the garden?', ['garden rules']));
const world = telegramWorld(async () =>
  telegramServices({ library: libraryOf([...ENTRIES, LONG, OTHER], await shippedLocales()) }),
);
const { tell, somebody, newGroup } = world;

it('a choice offered to somebody else is shown alone to whoever presses, also where no link can name it, and stays for the asker', async () => {
  const chat = newGroup();
  const [asker, other] = [somebody(), somebody()];
  const asked = message(asker, chat, '/ask garden');
  const [offer] = await tell({ message: asked });
  const own = { ...ownMessage(offer, chat), reply_to_message: asked };
  const data = dataOf(offer, 'behind the house');
  const [toast, shown, ...more] = await tell(press(other, own, data));
  expect([toast?.method, shown?.method, shown?.body.ephemeral_message_parameters, more]).toEqual([
    'answerCallbackQuery',
    'sendMessage',
    expect.objectContaining({ receiver_user_id: other.id }),
    [],
  ]);
  expect(shownText(shown)).toContain('Where is the garden behind the house?');
  const [, answer] = await tell(press(asker, own, data));
  expect([answer?.method, answer?.body.chat_id]).toEqual(['editMessageText', chat.id]);
});
