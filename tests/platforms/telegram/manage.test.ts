import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiCall, Json } from '../../helpers/fake-telegram.ts';
import {
  administrator,
  aloneWith,
  buttonsOf,
  dataOf,
  message,
  ownMessage,
  type Person,
  press,
} from '../../helpers/fake-telegram-people.ts';
import { shownText, telegramServices } from '../../helpers/telegram-bot.ts';
import { telegramWorld } from '../../helpers/telegram-world.ts';

let queries = 0;
let ahead = 0;
const world = telegramWorld(() => telegramServices({ now: () => new Date(Date.now() + ahead).toISOString() }));
const { tell, alone, pressAlone, somebody, newGroup } = world;

const say = (key: string, values?: Record<string, string>) => world.bot.services.speak('en')(key, values);
/** Changes who somebody is in a group, as Telegram tells it. */
async function make(user: Person, chat: Json, now: Json): Promise<void> {
  world.fake.members.set(`${String(chat.id)} ${user.id}`, now);
  await tell({
    chat_member: { chat, from: user, date: 1, old_chat_member: { status: 'member', user }, new_chat_member: now },
  });
}
/** Somebody who moderates a group, and was heard there. */
async function moderatorOf(chat: Json, user = somebody()): Promise<Person> {
  await make(user, chat, administrator(user));
  await tell({ message: message(user, chat, '/help') });
  return user;
}
const stateOf = async (chat: Json) =>
  (await world.bot.services.communities.of({ platform: 'telegram', id: String(chat.id) })).state;
async function choose(from: Person, chat: Json): Promise<void> {
  const [list] = await alone(from, '/groups');
  expect(shownText((await pressAlone(from, list, String(chat.title)))[0])).toBe(
    say('groups-chosen', { group: String(chat.title) }),
  );
}
const titles = (call: ApiCall | undefined) =>
  ((call?.body.results ?? []) as { title: string }[]).map(({ title }) => title);

describe('the list of commands', () => {
  const everyone = () => say('group-ask');
  const moderators = () => say('group-teach');

  it('goes to the private chat for moderators, with their commands, and stays in the group for others', async () => {
    const chat = newGroup();
    const boss = await moderatorOf(chat);
    const [list, ...more] = await tell({ message: message(boss, chat, '/help') });
    expect([list?.body.chat_id, more]).toEqual([boss.id, []]);
    expect(shownText(list)).toContain(moderators());
    const [other] = await tell({ message: message(somebody(), chat, '/help') });
    expect(other?.body.chat_id).toBe(chat.id);
    expect(shownText(other)).toContain(everyone());
    expect(shownText(other)).not.toContain(moderators());
  });

  it('is led to by a link, if they never began a private chat', async () => {
    const chat = newGroup();
    const boss = await moderatorOf(chat);
    world.fake.trouble('sendMessage', {
      code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    });
    const [, way] = await tell({ message: message(boss, chat, '/help') });
    const start = new URL(buttonsOf(way)[0]?.url ?? '').searchParams.get('start') ?? '';
    expect(shownText((await alone(boss, `/start ${start}`))[0])).toContain(moderators());
    expect(shownText((await alone(somebody(), `/start ${start}`))[0])).not.toContain(moderators());
  });

  it('has them in the private chat as long as a group is chosen', async () => {
    const chat = newGroup();
    const boss = await moderatorOf(chat);
    expect(shownText((await alone(boss, '/help'))[0])).not.toContain(moderators());
    await choose(boss, chat);
    const [list] = await alone(boss, '/help');
    expect(shownText(list)).toContain(everyone());
    expect(shownText(list)).toContain(moderators());
    await make(boss, chat, { status: 'member', user: boss });
    expect(shownText((await alone(boss, '/help'))[0])).not.toContain(moderators());
  });
});

describe('/groups', () => {
  it('lists the groups that somebody moderates and was heard in, and no others', async () => {
    const [mine, other, unheard] = [newGroup(), newGroup(), newGroup()];
    const boss = await moderatorOf(mine);
    await tell({ message: message(boss, other, '/help') });
    world.fake.members.set(`${unheard.id} ${boss.id}`, administrator(boss));
    const [list] = await alone(boss, '/groups');
    expect(buttonsOf(list).map(({ text }) => text)).toEqual([mine.title]);
    await make(boss, mine, { status: 'member', user: boss });
    expect(shownText((await alone(boss, '/groups'))[0])).toBe(say('groups-none'));
    expect(shownText((await alone(somebody(), '/groups'))[0])).toBe(say('groups-none'));
  });

  it('tells apart groups of the same title, wherever one is named', async () => {
    const [one, other] = [1, 2].map((at) => ({ ...newGroup(), id: -1005500001110 - at, title: 'Twins' }));
    const boss = await moderatorOf(one ?? {});
    await moderatorOf(other ?? {}, boss);
    const [list] = await alone(boss, '/groups');
    expect(buttonsOf(list).map(({ text }) => text)).toEqual(['Twins (…1112)', 'Twins (…1111)']);
    expect(shownText((await pressAlone(boss, list, '…1111'))[0])).toBe(
      say('groups-chosen', { group: 'Twins (…1111)' }),
    );
    expect(shownText((await alone(boss, '/pins'))[0])).toContain(say('in-group', { group: 'Twins (…1111)' }));
  });

  it('goes on at once with a group that has become a supergroup, also where it is chosen or listed already', async () => {
    const old = { id: -8801, type: 'group', title: 'Little house' };
    const next = { ...newGroup(), title: old.title };
    const boss = await moderatorOf(old);
    const [list] = await alone(boss, '/groups');
    await choose(boss, old);
    world.fake.members.set(`${next.id} ${boss.id}`, administrator(boss));
    // Telegram knows nobody in the old one any more.
    world.fake.members.set(`${old.id} ${boss.id}`, { status: 'left', user: boss });
    await tell({ message: { message_id: 1, date: 1, from: boss, chat: old, migrate_to_chat_id: next.id } });
    await alone(boss, '/pin bank holidays? entry: hours');
    expect((await stateOf(next)).rawAll('pin')).toHaveLength(1);
    expect(buttonsOf((await alone(boss, '/groups'))[0]).map(({ text }) => text)).toContain(`✓ ${old.title}`);
    expect(shownText((await pressAlone(boss, list, old.title))[0])).toBe(say('groups-chosen', { group: old.title }));
    await tell({ message: message(boss, next, '/help') });
    expect(buttonsOf((await alone(boss, '/groups'))[0]).filter(({ text }) => text.includes(old.title))).toHaveLength(1);
  });

  it('is not asked for to cancel what is asked here', async () => {
    const boss = await moderatorOf(newGroup());
    expect(shownText((await alone(boss, '/cancel'))[0])).toBe(say('nothing-to-cancel'));
  });

  it('is no command of this bot among others', async () => {
    const chat = newGroup();
    expect(await tell({ message: message(await moderatorOf(chat), chat, '/groups') })).toEqual([]);
  });

  it('chooses where commands act, and every reply names it', async () => {
    const chat = newGroup();
    const boss = await moderatorOf(chat);
    await choose(boss, chat);
    const [done] = await alone(boss, '/pin opening times? entry: hours');
    expect(shownText(done)).toContain(say('in-group', { group: chat.title }));
    expect((await stateOf(chat)).all('pin')).toHaveLength(1);
    for (const text of ['/pins', '/stats', '/questions', '/history', '/settings']) {
      const [reply] = await alone(boss, text);
      expect(reply?.body.chat_id, text).toBe(boss.id);
      expect(shownText(reply), text).toContain(say('in-group', { group: chat.title }));
    }
    const [undone] = await pressAlone(boss, done, 'Undo');
    expect(shownText(undone)).toContain(say('in-group', { group: chat.title }));
    expect((await stateOf(chat)).all('pin')).toEqual([]);
  });

  it('holds until another is chosen, none is, or an hour has passed', async () => {
    const [first, second] = [newGroup(), newGroup()];
    const boss = await moderatorOf(first);
    await moderatorOf(second, boss);
    await choose(boss, first);
    await choose(boss, second);
    await alone(boss, '/settings unknown short');
    expect([
      (await stateOf(first)).get('setting', 'unknown'),
      (await stateOf(second)).get('setting', 'unknown'),
    ]).toEqual([undefined, 'short']);
    ahead += 61 * 60_000;
    const [which] = await alone(boss, '/settings unknown silent');
    expect(shownText(which)).toBe(say('groups-which'));
    expect((await stateOf(second)).get('setting', 'unknown')).toBe('short');
    // What was asked for is done where it is pressed.
    await pressAlone(boss, which, first.title);
    expect((await stateOf(first)).get('setting', 'unknown')).toBe('silent');
    await choose(boss, second);
    const [list] = await alone(boss, '/groups');
    await pressAlone(boss, list, say('groups-leave'));
    expect(shownText((await alone(boss, '/settings'))[0])).toBe(say('groups-which'));
  });

  it('binds buttons to their group, whichever is chosen when they are pressed', async () => {
    const [first, second] = [newGroup(), newGroup()];
    const boss = await moderatorOf(first);
    await moderatorOf(second, boss);
    await choose(boss, first);
    const [list] = await alone(boss, '/settings unknown');
    await choose(boss, second);
    await pressAlone(boss, list, 'short');
    expect([
      (await stateOf(first)).get('setting', 'unknown'),
      (await stateOf(second)).get('setting', 'unknown'),
    ]).toEqual(['short', undefined]);
  });

  it('counts however late what it changes, and says nothing that is only asked', async () => {
    const chat = newGroup();
    const boss = await moderatorOf(chat);
    await choose(boss, chat);
    const [values] = await alone(boss, '/settings unknown');
    const [answers] = await alone(boss, '/pins');
    expect(shownText(answers)).toContain(say('no-pins'));
    const [list] = await alone(boss, '/groups');
    const own = (call: ApiCall | undefined) => ownMessage(call, aloneWith(boss));
    const old = {
      message: message(boss, aloneWith(boss), 'hello', { date: Math.floor((Date.now() + ahead) / 1000) - 6 * 3600 }),
    };
    // A press tells no time: it is as old as what came after it.
    await Promise.all([world.fake.deliver(press(boss, own(values), dataOf(values, 'short'))), world.fake.deliver(old)]);
    await world.bot.whenIdle();
    expect((await stateOf(chat)).get('setting', 'unknown')).toBe('short');
    const before = world.fake.calls.length;
    await Promise.all([world.fake.deliver(press(boss, own(list), dataOf(list, chat.title))), world.fake.deliver(old)]);
    await world.bot.whenIdle();
    expect(
      world.fake.calls.slice(before).filter(({ method }) => method.startsWith('send') || method.startsWith('edit')),
    ).toEqual([]);
  });

  it('asks again at the act whether somebody moderates', async () => {
    const chat = newGroup();
    const boss = await moderatorOf(chat);
    await choose(boss, chat);
    const [list] = await alone(boss, '/settings unknown');
    const [form] = (await alone(boss, '/teach')).slice(-1);
    await make(boss, chat, { status: 'member', user: boss });
    expect(shownText((await alone(boss, '/pin opening times? entry: hours'))[0])).toContain(say('moderators-only'));
    expect(shownText((await pressAlone(boss, list, 'short'))[0])).toContain(say('moderators-only'));
    for (const words of ['Where is the garden?', 'Behind the house.', '-', '-', '-'])
      await tell({
        message: message(boss, aloneWith(boss), words, { reply_to_message: ownMessage(form, aloneWith(boss)) }),
      });
    expect([
      (await stateOf(chat)).all('pin'),
      (await stateOf(chat)).all('entry'),
      (await stateOf(chat)).get('setting', 'unknown'),
    ]).toEqual([[], [], undefined]);
  });

  it('fills in forms here, and saves what was taught there', async () => {
    const chat = newGroup();
    const boss = await moderatorOf(chat);
    const other = newGroup();
    await moderatorOf(other, boss);
    const [list] = await alone(boss, '/groups');
    await choose(boss, chat);
    let [last] = (await alone(boss, '/teach')).slice(-1);
    await pressAlone(boss, list, other.title);
    for (const words of ['Where is the garden?', 'Behind the house.', '-', '-', '-']) [last] = await alone(boss, words);
    expect(shownText(last)).toContain(say('in-group', { group: chat.title }));
    await pressAlone(boss, last, 'Save');
    expect([(await stateOf(chat)).all('entry').length, (await stateOf(other)).all('entry').length]).toEqual([1, 0]);
  });
});

describe("a group's own answers", () => {
  let chat: ReturnType<typeof newGroup>;
  let boss: Person;
  const question = 'Where is the tea kitchen?';

  beforeAll(async () => {
    chat = newGroup();
    boss = await moderatorOf(chat);
    const [preview] = await tell({
      message: message(boss, chat, `/teach question: ${question} answer: On the first floor.`),
    });
    await tell(press(boss, ownMessage(preview, chat), dataOf(preview, 'Save')));
    expect((await stateOf(chat)).all('entry')).toHaveLength(1);
  });

  const member = async () => {
    const user = somebody();
    await tell({ message: message(user, chat, '/help') });
    return user;
  };
  const inline = async (from: Person) =>
    titles((await tell({ inline_query: { id: `q${queries++}`, from, query: 'tea kitchen', offset: '' } }))[0]);

  it('are found by its members alone with the world.bot, and inline', async () => {
    const user = await member();
    const [answer] = await alone(user, question);
    expect(shownText(answer)).toContain('On the first floor.');
    expect(shownText(answer)).toContain(say('in-group', { group: chat.title }));
    expect(shownText((await alone(user, '/show Where is the tea kitchen?'))[0])).toContain('On the first floor.');
    expect(await inline(user)).toEqual([question]);
    const [thanks] = await tell(press(user, ownMessage(answer, aloneWith(user)), dataOf(answer, '👍')));
    expect(thanks?.body.text).toBe(say('voted-yes'));
  });

  it('are found by nobody else: not by strangers, nor by who has left', async () => {
    const stranger = somebody();
    expect(shownText((await alone(stranger, question))[0])).not.toContain('first floor');
    expect(await inline(stranger)).toEqual([]);
    const user = await member();
    const [answer] = await alone(user, question);
    await make(user, chat, { status: 'left', user });
    expect(shownText((await alone(user, `${question} `))[0])).not.toContain('first floor');
    expect(shownText((await alone(user, '/show Where is the tea kitchen?'))[0])).not.toContain('first floor');
    expect(await inline(user)).toEqual([]);
    expect((await tell(press(user, ownMessage(answer, aloneWith(user)), dataOf(answer, '👍'))))[0]?.body.text).toBe(
      say('no-answer-meant'),
    );
  });

  it('are put right where they stand, for members only', async () => {
    const [user, gone] = [await member(), await member()];
    const [answer] = await alone(user, question);
    await alone(gone, question);
    await make(gone, chat, { status: 'left', user: gone });
    const before = world.fake.calls.length;
    const [preview] = await tell({
      message: message(boss, chat, `/correct entry: ${question} answer: On the second floor.`),
    });
    await tell(press(boss, ownMessage(preview, chat), dataOf(preview, 'Save')));
    await world.bot.whenIdle();
    const edits = world.fake.calls
      .slice(before)
      .filter(({ method, body }) => method === 'editMessageText' && [user.id, gone.id].includes(Number(body.chat_id)));
    const textFor = ({ id }: Person) => edits.filter(({ body }) => body.chat_id === id).map((call) => shownText(call));
    expect(textFor(user)).toEqual([expect.stringContaining('On the second floor.')]);
    expect(edits.find(({ body }) => body.chat_id === user.id)?.body.message_id).toBe(
      ownMessage(answer, aloneWith(user)).message_id,
    );
    expect(textFor(gone)).toEqual([say('answer-gone')]);
  });

  it('leave a trace that goes with the person', async () => {
    const user = await member();
    const hash = world.bot.services.hash(`telegram:${user.id}`);
    const kept = async () =>
      (await world.bot.services.store.transact(({ people: all }) => all.export(hash, `telegram:dm-${hash}`))).kept ??
      [];
    expect(JSON.stringify(await kept())).toContain(chat.title);
    await world.bot.services.store.transact(({ people: all }) => all.erase(hash, `telegram:dm-${hash}`));
    expect(await kept()).toEqual([]);
    expect(shownText((await alone(user, question))[0])).not.toContain('first floor');
    await tell({ message: message(user, chat, '/help') });
    expect(JSON.stringify(await kept())).toContain(chat.title);
  });
});
