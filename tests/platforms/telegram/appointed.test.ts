import { describe, expect, it } from 'vitest';
import type { Json } from '../../helpers/fake-telegram.ts';
import { administrator, buttonsOf, message, type Person } from '../../helpers/fake-telegram-people.ts';
import { shownText } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';

const world = telegramWorld();
const { tell, alone, pressAlone, somebody, newGroup } = world;

const say = (key: string, values?: Record<string, string>) => world.bot.services.speak('en')(key, values);
const stateOf = async (chat: Json) =>
  (await world.bot.services.communities.of({ platform: 'telegram', id: String(chat.id) })).state;

/** A group, its administrator, and a member whom that one has appointed. */
async function groupWithAppointed(chat = newGroup()) {
  const [boss, appointed] = [somebody(), somebody()];
  world.fake.members.set(`${chat.id} ${boss.id}`, administrator(boss));
  expect(
    shownText((await tell({ message: message(boss, chat, `/settings moderators ${appointed.id}`) }))[0]),
  ).toContain('Changed');
  return { chat, boss, appointed };
}
async function leaves(user: Person, chat: Json): Promise<void> {
  const gone = { status: 'left', user };
  world.fake.members.set(`${String(chat.id)} ${user.id}`, gone);
  await tell({
    chat_member: { chat, from: user, date: 1, old_chat_member: { status: 'member', user }, new_chat_member: gone },
  });
}

describe('who is appointed a moderator', () => {
  it('is answered where only moderators are', async () => {
    const { chat, boss, appointed } = await groupWithAppointed();
    await tell({ message: message(boss, chat, '/settings who moderators') });
    expect(await tell({ message: message(somebody(), chat, '/ask when is the office open?') })).toEqual([]);
    expect(await tell({ message: message(appointed, chat, '/ask when is the office open?') })).toHaveLength(1);
  });

  it('finds the group among those that they moderate, and acts there from the private chat', async () => {
    const { chat, appointed } = await groupWithAppointed();
    await tell({ message: message(appointed, chat, '/help') });
    const [list] = await alone(appointed, '/groups');
    expect(buttonsOf(list).map(({ text }) => text)).toEqual([chat.title]);
    await pressAlone(appointed, list, chat.title);
    expect(shownText((await alone(appointed, '/pins'))[0])).toContain(say('no-pins'));
    await alone(appointed, '/pin bank holidays? entry: hours');
    expect((await stateOf(chat)).rawAll('pin')).toHaveLength(1);
  });

  it('is asked in which group a command shall act, and goes on there', async () => {
    const { chat, appointed } = await groupWithAppointed();
    await tell({ message: message(appointed, chat, '/help') });
    const [which] = await alone(appointed, '/pins');
    expect(shownText((await pressAlone(appointed, which, chat.title))[0])).toContain(say('no-pins'));
  });

  it('may nothing there any more once they have left', async () => {
    const { chat, appointed } = await groupWithAppointed();
    await tell({ message: message(appointed, chat, '/help') });
    const [which] = await alone(appointed, '/pins');
    await pressAlone(appointed, (await alone(appointed, '/groups'))[0], chat.title);
    await leaves(appointed, chat);
    expect(shownText((await alone(appointed, '/pin bank holidays? entry: hours'))[0])).toContain(
      say('moderators-only'),
    );
    expect(shownText((await pressAlone(appointed, which, chat.title))[0])).toContain(say('moderators-only'));
    expect(shownText((await alone(appointed, '/groups'))[0])).toBe(say('groups-none'));
    expect((await stateOf(chat)).rawAll('pin')).toEqual([]);
  });

  it('appoints nobody', async () => {
    const { chat, appointed } = await groupWithAppointed();
    await tell({ message: message(appointed, chat, '/help') });
    await pressAlone(appointed, (await alone(appointed, '/groups'))[0], chat.title);
    const before = (await stateOf(chat)).rawAll('setting');
    await alone(appointed, `/settings moderators ${somebody().id}`);
    expect((await stateOf(chat)).rawAll('setting')).toEqual(before);
  });

  it('gets the button to pin below an answer', async () => {
    const { chat, appointed } = await groupWithAppointed();
    const [answer] = await tell({ message: message(appointed, chat, '/ask when is the office open?') });
    expect(buttonsOf(answer).map(({ text }) => text)).toContain('📌');
  });

  it('is asked for the words that a command lacks', async () => {
    const { chat, appointed } = await groupWithAppointed();
    const [asked] = await tell({ message: message(appointed, chat, '/show') });
    expect(asked?.body.reply_markup).toMatchObject({ force_reply: true });
  });

  it('stays so when the group becomes a supergroup', async () => {
    const old = { id: -8500, type: 'group', title: 'Small house' };
    const { boss, appointed } = await groupWithAppointed(old as ReturnType<typeof newGroup>);
    await tell({ message: message(boss, old, '/settings reports here') });
    const next = newGroup();
    await tell({ message: { message_id: 1, date: 1, from: boss, chat: next, migrate_from_chat_id: old.id } });
    await tell({ message: message(appointed, next, '/pin bank holidays? entry: hours') });
    expect((await stateOf(next)).rawAll('pin')).toHaveLength(1);
    const keys = (await stateOf(next)).all('setting').map(([key]) => key);
    expect(keys.filter((key) => key.includes(String(old.id)))).toEqual([]);
    expect(keys.some((key) => key.startsWith('reports') && key.includes(String(next.id)))).toBe(true);
  });
});
