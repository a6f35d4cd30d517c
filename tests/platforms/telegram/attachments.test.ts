import { describe, expect, it } from 'vitest';
import { plainInline } from '../../../src/core/entry/blocks.ts';
import type { ApiCall, Json } from '../../helpers/fake-telegram.ts';
import {
  administrator,
  aloneWith,
  dataOf,
  message,
  ownMessage,
  type Person,
  press,
} from '../../helpers/fake-telegram-people.ts';
import { botOf } from '../../helpers/replies.ts';
import { shownText } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';

const world = telegramWorld();
const { tell, somebody, newGroup, moderatorOf } = world;

const PHOTO = {
  photo: [
    { file_id: 'small', file_unique_id: 's', width: 90, height: 90 },
    { file_id: 'large', file_unique_id: 'l', width: 900, height: 900 },
  ],
};
const FILE = { document: { file_id: 'plan', file_unique_id: 'p', file_name: 'plan.pdf' } };
/** A message whose words stand below what it brings. */
const captioned = (from: Person, chat: Json, caption: string, more: Json) => {
  const { text: _, entities: __, ...rest } = message(from, chat, caption, more);
  return { ...rest, caption };
};
async function teach(chat: Json, boss: Person, more: Json): Promise<ApiCall | undefined> {
  const [preview] = await tell({
    message: captioned(boss, chat, '/teach question: Where is the garden? answer: Behind the house.', more),
  });
  await tell(press(boss, ownMessage(preview, chat), dataOf(preview, 'Save')));
  return preview;
}
const PLACE = { id: -1, type: 'supergroup', title: 'Group' };
const say = (key: string, values?: Record<string, string>) => world.bot.services.speak('en')(key, values);
const ask = (chat: Json, words = '/ask Where is the garden?') => tell({ message: message(somebody(), chat, words) });
const methodsOf = (calls: readonly ApiCall[]) => calls.map(({ method }) => method);

describe('a photo or file that came with an answer', () => {
  it.each([
    ['sendPhoto', 'photo', PHOTO, 'large', 'photo.jpg'],
    ['sendDocument', 'document', FILE, 'plan', 'plan.pdf'],
  ] as const)('is named in the preview, and shown beside the answer: %s', async (method, field, more, id, name) => {
    const chat = newGroup();
    const preview = await teach(chat, moderatorOf(chat), more);
    expect(shownText(preview)).toContain(`📎 ${name}`);
    const calls = await ask(chat);
    expect(methodsOf(calls)).toEqual(['sendMessage', method]);
    expect(calls[1]?.body).toMatchObject({ chat_id: chat.id, [field]: id });
    expect(shownText(calls[0])).not.toContain('📎');
    // Who asks the same again is shown the first.
    expect(methodsOf(await ask(chat))).toEqual(['sendMessage']);
  });

  it('is named on other platforms', async () => {
    const chat = newGroup();
    await teach(chat, moderatorOf(chat), FILE);
    const { services } = world.bot;
    const [entry = ''] = [
      ...(await services.communities.of({ platform: 'telegram', id: String(chat.id) })).knowledge().entries.keys(),
    ].filter((id) => id.includes('garden'));
    const reply = await botOf(services)({
      person: 'console:1',
      place: { platform: 'console', id: '1' },
      knowledge: { platform: 'telegram', id: String(chat.id) },
      text: `/show ${entry}`,
      addressed: true,
      locale: 'en',
    });
    expect(reply?.notes.map(plainInline)).toContain('📎 plan.pdf');
    expect(reply).toBeDefined();
    expect(reply?.kind === 'answer' ? reply.attachment : reply).toBeUndefined();
  });

  it('comes with an answer to a form, too, and outlives its other questions', async () => {
    const chat = newGroup();
    const boss = moderatorOf(chat);
    let last = (await tell({ message: message(boss, chat, '/teach') })).at(-1);
    for (const [words, more] of [['Where is the garden?'], ['Behind the house.', FILE], ['-'], ['-'], ['-']] as const) {
      const replying = { reply_to_message: ownMessage(last, chat) };
      [last] = await tell({
        message: more ? captioned(boss, chat, words, { ...more, ...replying }) : message(boss, chat, words, replying),
      });
    }
    expect(shownText(last)).toContain('📎 plan.pdf');
    await tell(press(boss, ownMessage(last, chat), dataOf(last, 'Save')));
    expect(methodsOf(await ask(chat))).toEqual(['sendMessage', 'sendDocument']);
  });

  it('is kept without a caption, too, where a form asks, which asks again for the words', async () => {
    const chat = newGroup();
    const boss = moderatorOf(chat);
    let last = (await tell({ message: message(boss, chat, '/teach') })).at(-1);
    const answered = async (words: string | undefined, more: Json = {}) => {
      const { text, ...rest } = message(boss, chat, words ?? '', { ...more, reply_to_message: ownMessage(last, chat) });
      const calls = await tell({ message: words === undefined ? rest : { ...rest, text } });
      last = calls.at(-1) ?? last;
      return calls;
    };
    await answered('Where is the garden?');
    const question = shownText(last);
    // However late.
    await answered(undefined, { ...FILE, date: Math.floor(Date.now() / 1000) - 300 });
    expect(shownText(last)).toBe(`${say('form-file-kept', { file: 'plan.pdf' })}\n\n${question}`);
    expect(last?.body.reply_markup).toMatchObject({ force_reply: true });
    await answered(undefined, { voice: { file_id: 'v', file_unique_id: 'v', duration: 1 } });
    expect(shownText(last)).toBe(`${say('form-in-words')}\n\n${question}`);
    for (const words of ['Behind the house.', '-', '-', '-']) await answered(words);
    expect(shownText(last)).toContain('📎 plan.pdf');
  });

  it('is the first of an album, of which one is kept', async () => {
    const from = somebody();
    const chat = newGroup();
    world.fake.members.set(`${chat.id} ${from.id}`, administrator(from));
    const last = (await tell({ message: message(from, chat, '/teach') })).at(-1);
    const replying = { reply_to_message: ownMessage(last, chat), media_group_id: 'album' };
    const [next] = await tell({ message: captioned(from, chat, 'Where is the garden?', { ...PHOTO, ...replying }) });
    const { text: _, ...second } = message(from, chat, '', {
      ...FILE,
      ...replying,
      reply_to_message: ownMessage(next, chat),
    });
    expect(await tell({ message: second })).toEqual([]);
  });

  it.each([
    ['another member answers', {}, (chat: Json) => ({ from: somebody(), chat })],
    ['nobody is asked anything', { reply_to_message: undefined }, (chat: Json) => ({ chat })],
    [
      'it is no more than a note of Telegram’s',
      { pinned_message: { message_id: 1, date: 1, chat: PLACE }, document: undefined },
      (chat: Json) => ({ chat }),
    ],
  ] as const)('without a caption is nobody’s business where %s', async (_, more, who) => {
    const chat = newGroup();
    const boss = moderatorOf(chat);
    const last = (await tell({ message: message(boss, chat, '/teach') })).at(-1);
    const { text: __, ...rest } = message(boss, chat, '', {
      ...FILE,
      reply_to_message: ownMessage(last, chat),
      ...more,
      ...who(chat),
    });
    expect(await tell({ message: rest })).toEqual([]);
  });

  it('is put beside an entry that is there already, whose words stay, and taken back', async () => {
    const chat = newGroup();
    const boss = moderatorOf(chat);
    await teach(chat, boss, {});
    const { state } = await world.bot.services.communities.of({ platform: 'telegram', id: String(chat.id) });
    const before = state.rawAll('entry');
    const [preview] = await tell({ message: captioned(boss, chat, '/correct entry: Where is the garden?', PHOTO) });
    const [, done] = await tell(press(boss, ownMessage(preview, chat), dataOf(preview, 'Save')));
    expect([state.all('attachment').length, state.rawAll('entry')]).toEqual([1, before]);
    expect(methodsOf(await ask(chat))).toEqual(['sendMessage', 'sendPhoto']);
    await tell(press(boss, ownMessage(done, chat), dataOf(done, 'Undo')));
    expect(state.all('attachment')).toEqual([]);
  });

  it('is named where Telegram does not keep it any more', async () => {
    const chat = newGroup();
    await teach(chat, moderatorOf(chat), { document: { ...FILE.document, file_name: '@admin #tag.pdf' } });
    world.fake.trouble('sendDocument', {
      code: 400,
      description: 'Bad Request: wrong file identifier/HTTP URL specified',
    });
    const calls = await ask(chat);
    expect(methodsOf(calls)).toEqual(['sendMessage', 'sendDocument', 'sendMessage']);
    expect(shownText(calls[2])).toBe('📎 @admin #tag.pdf');
  });

  it('goes along where the group becomes a supergroup while it is sent', async () => {
    const chat = { id: -4711, type: 'group', title: 'Small' };
    await teach(chat, moderatorOf(chat), PHOTO);
    const moved = {
      code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: -1_007_000_004_711 },
    };
    world.fake.trouble('sendMessage', moved);
    world.fake.trouble('sendPhoto', moved);
    const calls = await ask(chat);
    expect(calls.filter(({ body }) => body.chat_id === -1_007_000_004_711).map(({ method }) => method)).toEqual([
      'sendMessage',
      'sendPhoto',
    ]);
  });

  it('is a question’s own matter where nothing is taught', async () => {
    const from = somebody();
    const calls = await tell({ message: captioned(from, aloneWith(from), 'when is the office open?', PHOTO) });
    expect(methodsOf(calls)).toEqual(['sendMessage']);
  });
});
