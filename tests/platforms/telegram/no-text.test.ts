import { expect, it } from 'vitest';
import type { Json } from '../../helpers/fake-telegram.ts';
import { aloneWith, message } from '../../helpers/fake-telegram-people.ts';
import { shownText } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';

const world = telegramWorld();
const file = { file_id: 'f', file_unique_id: 'u' };
const picture = { ...file, width: 1, height: 1 };
const user = { id: 5, is_bot: false, first_name: 'P' };

const KINDS: readonly [string, Json][] = [
  ['a voice message', { voice: { ...file, duration: 1 } }],
  ['a photo', { photo: [picture] }],
  ['a sticker', { sticker: { ...picture, type: 'regular', is_animated: false, is_video: false } }],
  ['a video note', { video_note: { ...file, length: 1, duration: 1 } }],
  ['a poll', { poll: { id: '1', question: 'q?', options: [], total_voter_count: 0, is_closed: false } }],
  ['a story', { story: { chat: aloneWith(user), id: 1 } }],
  ['a place', { location: { latitude: 0, longitude: 0 } }],
  ['a contact', { contact: { phone_number: '1', first_name: 'P' } }],
  ['a die', { dice: { emoji: '🎲', value: 1 } }],
];

it.each(KINDS)('alone with the bot %s gets a word, once', async (_, content) => {
  const from = world.somebody();
  const said = () => ({ message: message(from, aloneWith(from), '', { text: undefined, ...content }) });
  const calls = await world.tell(said(), said());
  expect(calls.map(shownText)).toEqual([world.bot.services.speak('en')('words-only')]);
});

it('in a group nobody is told, nor of notes that are Telegram’s own', async () => {
  const [from, chat] = [world.somebody(), world.newGroup()];
  for (const [, content] of KINDS)
    expect(await world.tell({ message: message(from, chat, '', { text: undefined, ...content }) })).toEqual([]);
  const note = { text: undefined, pinned_message: message(from, aloneWith(from), 'x') };
  expect(await world.tell({ message: message(from, aloneWith(from), '', note) })).toEqual([]);
});
