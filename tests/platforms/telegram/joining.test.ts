import { describe, expect, it } from 'vitest';
import { fakeTelegram, type Json, ME } from '../../helpers/fake-telegram.ts';
import { administrator, aloneWith, buttonsOf, message, person, wholeChat } from '../../helpers/fake-telegram-people.ts';
import { shownText, startBot, telegramServices } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';

let people = 9000;
let groups = 0;
const world = telegramWorld();

const OWN = person(ME.id);
const LEFT = { status: 'left', user: ME };
const MEMBER = { status: 'member', user: ME };
const admin = (rights: Json = {}) => administrator({ ...OWN, is_bot: true }, { can_manage_topics: true, ...rights });

/** A group in which the bot is what Telegram says when it is asked. */
function newGroup(
  now: Json,
  more: Json = {},
  permissions: Json = { can_send_messages: true, can_pin_messages: true },
): Json {
  const chat = { id: -1003000000000 - groups++, type: 'supergroup', title: 'Group', ...more };
  world.fake.chats.set(String(chat.id), wholeChat(chat, permissions));
  world.fake.members.set(`${chat.id} ${ME.id}`, now);
  return chat;
}

/** When it is, in seconds. @param minutes ago */
const ago = (minutes: number): number => Math.floor(Date.now() / 1000) - minutes * 60;

const change = (chat: Json, before: Json, now: Json, from = person(people++, 'en'), date = ago(0)): Json => ({
  my_chat_member: { chat, from, date, old_chat_member: before, new_chat_member: now },
});
const join = async (chat: Json, locale = 'en') =>
  shownText((await world.bot.tell(change(chat, LEFT, MEMBER, person(people++, locale))))[0]);

describe('a hello', () => {
  it('tells what is known, how to ask, and what the bot sees', async () => {
    const say = world.bot.services.speak('en');
    const lines = (await join(newGroup(MEMBER))).split('\n\n');
    expect(lines).toEqual([
      say('greeting', { subjects: 'bans; phones' }),
      say('hello-ask'),
      '@wenda_bot Why was my account banned?',
      say('hello-sees-own'),
    ]);
  });

  it.each(['fa', 'zh-hans', 'ru', 'ar'])('is in the language of whoever added the bot: %s', async (locale) => {
    expect(await join(newGroup(MEMBER), locale)).toContain(
      shownText({
        body: { text: world.bot.services.speak(locale === 'zh-hans' ? 'zh-Hans' : locale)('hello-sees-own') },
      }),
    );
  });

  it('is in the language that they chose', async () => {
    const from = person(people++, 'en');
    await world.bot.tell({ message: message(from, aloneWith(from), '/language it') });
    const [said] = await world.bot.tell(change(newGroup(MEMBER), LEFT, MEMBER, from));
    expect(shownText(said)).toContain(world.bot.services.speak('it')('hello-sees-own'));
  });

  it('tells that an administrator sees all, and so does a bot without privacy mode', async () => {
    const all = world.bot.services.speak('en')('hello-sees-all');
    expect(await join(newGroup(admin()))).toContain(all);
    world.fake.answer('getMe', { ...ME, can_read_all_group_messages: true });
    expect(await join(newGroup(MEMBER))).toContain(all);
    world.fake.answer('getMe', ME);
    expect(await join(newGroup(MEMBER))).not.toContain(all);
  });

  it('names the rights that are missing, as they are when it is said', async () => {
    const lacking = (rights: string) => world.bot.services.speak('en')('hello-rights', { rights });
    expect(await join(newGroup(MEMBER, {}, { can_send_messages: true }))).toContain(lacking('Pin Messages'));
    expect(
      await join(newGroup(admin({ can_pin_messages: false, can_manage_topics: false }), { is_forum: true })),
    ).toContain(lacking('Pin Messages, Manage Topics'));
    expect(await join(newGroup(admin(), { is_forum: true }))).not.toContain('Pin Messages');
  });

  it('says where members are hidden from the world.bot, and what helps', async () => {
    const hidden = world.bot.services.speak('en')('cure-group-hidden');
    expect(await join(newGroup(MEMBER, { has_hidden_members: true }))).toContain(hidden);
    expect(await join(newGroup(admin(), { has_hidden_members: true }))).not.toContain(hidden);
    expect(await join(newGroup(MEMBER))).not.toContain(hidden);
  });

  it('is said once for each joining, and for nothing else', async () => {
    const chat = newGroup(MEMBER);
    expect(await world.bot.tell(change(chat, LEFT, MEMBER))).toHaveLength(1);
    expect(await world.bot.tell(change(chat, MEMBER, admin()))).toEqual([]);
    expect(await world.bot.tell(change(chat, admin(), MEMBER))).toEqual([]);
    const restricted = { ...MEMBER, status: 'restricted', is_member: true, can_send_messages: true };
    expect(await world.bot.tell(change(chat, restricted, MEMBER))).toEqual([]);
    expect(await world.bot.tell(change(chat, MEMBER, LEFT))).toEqual([]);
    expect(await world.bot.tell(change(chat, { ...restricted, is_member: false }, MEMBER))).toHaveLength(1);
  });

  it('comes once however often Telegram tells', async () => {
    const update = change(newGroup(MEMBER), LEFT, MEMBER);
    const before = world.fake.calls.length;
    for (const id of [700_001, 700_001]) {
      await world.fake.deliver(update, id);
      await world.bot.whenIdle();
    }
    expect(world.fake.calls.slice(before).filter(({ method }) => method === 'sendMessage')).toHaveLength(1);
  });

  it('is left unsaid hours later, alone with somebody, in a channel, and where the bot may not write or is gone', async () => {
    const from = person(people++, 'en');
    expect(await world.bot.tell(change(newGroup(MEMBER), LEFT, MEMBER, from, ago(60)))).toEqual([]);
    expect(
      await world.bot.tell(change(aloneWith(from), { ...LEFT, status: 'kicked', until_date: 0 }, MEMBER, from)),
    ).toEqual([]);
    expect(await world.bot.tell(change(newGroup(MEMBER, { type: 'channel' }), LEFT, admin()))).toEqual([]);
    expect(await world.bot.tell(change(newGroup(MEMBER, {}, { can_send_messages: false }), LEFT, MEMBER))).toEqual([]);
    expect(await world.bot.tell(change(newGroup(LEFT), LEFT, MEMBER))).toEqual([]);
    expect(await world.bot.tell(change({ ...newGroup(MEMBER), id: -1009 }, LEFT, MEMBER))).toEqual([]);
    expect(world.fake.called('getChat').filter(({ body }) => body.chat_id === -1009)).toHaveLength(1);
  });
});

it('no way into a group is shown where the bot may not be added to any', async () => {
  const server = await fakeTelegram();
  server.answer('getMe', { ...ME, can_join_groups: false });
  const other = await startBot(server, await telegramServices());
  const from = person(people++, 'en');
  const [greeting] = await other.tell({ message: message(from, aloneWith(from), '/start') });
  await other.stop();
  await server.close();
  expect(buttonsOf(greeting).map(({ url }) => url)).toEqual([undefined, undefined, undefined]);
});
