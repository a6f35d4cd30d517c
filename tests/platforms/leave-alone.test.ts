import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Services } from '../../src/bot/services.ts';
import type { Library } from '../../src/core/search/library.ts';
import { discordChannel, telegramChannel } from '../helpers/busy-channel.ts';
import { buttonsOf } from '../helpers/discord-message.ts';
import { moderator } from '../helpers/discord-world.ts';
import type { Json } from '../helpers/fake-discord.ts';
import { GUILD } from '../helpers/fake-discord-rest.ts';
import { GROUP, buttonsOf as keysOf, ownMessage, press } from '../helpers/fake-telegram-people.ts';
import { libraryOf } from '../helpers/library.ts';
import { PACK } from '../helpers/pack.ts';
import { type ServicesParts, servicesOf, shippedLocales } from '../helpers/services.ts';

const { languages, background } = await shippedLocales();
let library: Library | undefined;
const services = (parts: ServicesParts): Promise<Services> => {
  library ??= libraryOf(PACK, { languages, background });
  return servicesOf(PACK, { library, ...parts });
};

const QUESTIONS = ['how do I delete my conversation history?', 'why was my account banned?'];
let asked = 0;
/** One that was not answered a moment ago. */
const question = (): string => QUESTIONS[asked++ % QUESTIONS.length] ?? '';
const REMOVE = '🗑️ Remove';
const QUIET = '🔕 Leave me alone';

describe('below an answer that nobody asked for, on Discord', () => {
  let channel: Awaited<ReturnType<typeof discordChannel>>;
  const last = (): Json => channel.spoken().at(-1)?.message;
  const isThere = ({ id }: Json): boolean =>
    [...channel.world.discord.state.messages.values()].some((one) => one.id === id);
  /** @returns the message */
  const answered = async (who: string): Promise<Json> => {
    await channel.passes(1200);
    const said = channel.spoken().length;
    await channel.says(who, question());
    expect(channel.spoken()).toHaveLength(said + 1);
    return last();
  };
  beforeAll(async () => {
    channel = await discordChannel(services);
    await channel.sets('mode', 'questions');
    await channel.sets('helpers', '<@&500000000000000001>');
  });
  afterAll(() => channel.stop());
  const pressed = async (answer: Json, label: string, person: Json): Promise<Json> => {
    const reply = await channel.world.press(buttonsOf(answer)[label] ?? '', answer, person);
    await channel.world.quiet();
    return reply;
  };

  it('are the two buttons first, and none below one that was asked for', async () => {
    const answer = await answered('mia');
    expect(Object.keys(buttonsOf(answer)).slice(0, 2)).toEqual([REMOVE, QUIET]);
    await channel.passes(1200);
    await channel.says('mia', `<@100000000000000001> ${question()}`);
    expect(Object.keys(buttonsOf(last()))).not.toContain(QUIET);
  });

  it.each([
    ['who asked', () => ({ user: channel.userOf('mia') }), true],
    ['a helper', () => ({ user: channel.userOf('zoe'), roles: ['500000000000000001'] }), true],
    ['a moderator', () => moderator, true],
    ['somebody else', () => ({ user: channel.userOf('zoe') }), false],
  ])('removes it at the press of %s: %3$s', async (_, person, isRemoved) => {
    const answer = await answered('mia');
    const reply = await pressed(answer, REMOVE, person());
    expect(isThere(answer)).toBe(!isRemoved);
    expect(JSON.stringify(reply).includes('Only the person who asked')).toBe(!isRemoved);
  });

  it('leaves it if the bot may not delete it, and says so to nobody else', async () => {
    const answer = await answered('mia');
    channel.world.discord.override({
      matches: ({ method }) => method === 'DELETE',
      status: 502,
      times: 10,
    });
    const said = channel.spoken().length;
    await pressed(answer, REMOVE, { user: channel.userOf('mia') });
    channel.world.discord.clear();
    expect(channel.spoken()).toHaveLength(said);
    await pressed(answer, REMOVE, { user: channel.userOf('mia') });
    expect(isThere(answer)).toBe(false);
  });

  it('leaves who presses alone, and nobody else, until they take it back', async () => {
    const answer = await answered('mia');
    const reply = await pressed(answer, QUIET, { user: channel.userOf('mia') });
    expect(JSON.stringify(reply)).toContain('only when you address me');
    await channel.passes(1200);
    const said = channel.spoken().length;
    await channel.says('mia', question());
    await channel.passes(60);
    expect(channel.spoken()).toHaveLength(said);
    await channel.says('mia', `<@100000000000000001> ${question()}`);
    expect(channel.spoken()).toHaveLength(said + 1);
    await answered('leo');
    const back = { ...reply.data, id: channel.world.discord.state.id(), channel_id: answer.channel_id };
    await pressed(back, 'Answer me again', { user: channel.userOf('mia') });
    await answered('mia');
  });

  it('is what /quiet changes, exports and erases', async () => {
    const person = { user: channel.userOf('ida') };
    const isQuiet = () => channel.services.store.read(({ people }) => people.isQuiet(channel.hashOf('ida')));
    await channel.world.slash('quiet', {}, person);
    expect(await isQuiet()).toBe(true);
    await channel.world.slash('quiet', {}, person);
    expect(await isQuiet()).toBe(false);
    await channel.world.slash('quiet', {}, person);
    const kept = await channel.services.store.read(({ people }) =>
      people.export(channel.hashOf('ida'), `discord:${GUILD}-nobody`),
    );
    expect(kept.quiet).toHaveLength(1);
    await channel.services.store.transact(({ people }) => people.erase(channel.hashOf('ida'), 'discord:nobody'));
    expect(await isQuiet()).toBe(false);
  });
});

describe('below an answer that nobody asked for, on Telegram', () => {
  let channel: Awaited<ReturnType<typeof telegramChannel>>;
  const last = () => channel.fake.called('sendMessage').at(-1);
  const answered = async (who: string) => {
    await channel.passes(1200);
    const said = channel.fake.called('sendMessage').length;
    const id = await channel.says(who, question());
    expect(channel.fake.called('sendMessage')).toHaveLength(said + 1);
    const call = last();
    return { call, own: { ...ownMessage(call, GROUP), reply_to_message: channel.written.get(id) } };
  };
  const pressed = async ({ call, own }: Awaited<ReturnType<typeof answered>>, label: string, who: string) => {
    const data = keysOf(call).find(({ text }) => text === label)?.callback_data ?? '';
    const calls = channel.fake.calls.length;
    await channel.fake.deliver(press(channel.personOf(who), own, data));
    await channel.settles();
    return channel.fake.calls.slice(calls);
  };
  beforeAll(async () => {
    channel = await telegramChannel(services);
    await channel.sets('mode', 'questions');
    await channel.sets('helpers', String(channel.personOf('hal').id));
  });
  afterAll(() => channel.stop());

  it('are the two buttons first, and none below one that was asked for', async () => {
    const { call } = await answered('mia');
    expect(
      keysOf(call)
        .map(({ text }) => text)
        .slice(0, 2),
    ).toEqual([REMOVE, QUIET]);
    await channel.passes(1200);
    await channel.says('mia', `@wenda_bot ${question()}`);
    expect(keysOf(last()).map(({ text }) => text)).not.toContain(QUIET);
  });

  it.each([
    ['mia', 'who asked', true],
    ['hal', 'a helper', true],
    ['boss', 'a moderator', true],
    ['zoe', 'somebody else', false],
  ])('removes it at the press of %s, %s: %s', async (who, _, isRemoved) => {
    const answer = await answered('mia');
    const calls = await pressed(answer, REMOVE, who);
    const removed = calls.filter(({ method }) => method === 'deleteMessage').map(({ body }) => body.message_id);
    expect(removed).toEqual(isRemoved ? [answer.own.message_id] : []);
    const note = calls.find(({ method }) => method === 'answerCallbackQuery')?.body.text;
    expect(note).toMatch(isRemoved ? /^Removed/ : /^Only the person who asked/);
  });

  it('removes it after an outage', async () => {
    const answer = await answered('mia');
    channel.fake.trouble('deleteMessage', { code: 502, description: 'Bad Gateway' });
    await pressed(answer, REMOVE, 'mia');
    await channel.passes(60);
    const end = Date.now() + 30_000;
    while (channel.fake.called('deleteMessage').length < 2 && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(channel.fake.called('deleteMessage').at(-1)?.body.message_id).toBe(answer.own.message_id);
  });

  it('leaves who presses alone, and nobody else, until they take it back', async () => {
    const answer = await answered('mia');
    await pressed(answer, QUIET, 'mia');
    await channel.passes(1200);
    const said = channel.fake.called('sendMessage').length;
    await channel.says('mia', question());
    await channel.passes(60);
    expect(channel.fake.called('sendMessage')).toHaveLength(said);
    await answered('leo');
    await channel.says('mia', '/quiet');
    expect(await channel.services.store.read(({ people }) => people.isQuiet(channel.hashOf('mia')))).toBe(false);
    await answered('mia');
  });
});
