import { afterEach, describe, expect, it } from 'vitest';
import { postCorrections } from '../../../src/bot/delivery/post-corrections.ts';
import type { Store } from '../../../src/bot/ports/store.ts';
import { openStore } from '../../../src/store/index.ts';
import { buttonsOf, seen } from '../../helpers/discord-message.ts';
import { type DiscordWorld, discordWorld, MEMBER, mention, moderator, until } from '../../helpers/discord-world.ts';
import type { Json } from '../../helpers/fake-discord.ts';
import { CHANNEL, GUILD } from '../../helpers/fake-discord-rest.ts';
import { reopened } from '../../helpers/services.ts';

let world: DiscordWorld;
afterEach(async () => {
  expect(world.discord.problems).toEqual([]);
  await world.stop();
});

const QUESTION = 'can I get a refund for my subscription';
const post = async (content: string, parts: Json = {}) => {
  const asked = world.write(`${mention} ${content}`, parts);
  const reply = await world.replyTo(asked);
  await until(() =>
    world.services.store
      .transact(({ answers }) => answers.find(`discord:${GUILD}`, reply.id))
      .then((found) => (found ? true : undefined)),
  );
  return { asked, reply };
};
const edits = (message: Json) =>
  world.discord.calls.filter(
    ({ method, path }) => method === 'PATCH' && path === `/channels/${CHANNEL}/messages/${message.id}`,
  );
const removals = () => world.discord.calls.filter(({ method }) => method === 'DELETE');
/** Confirms what is shown, also against objections. */
const through = async (answer: Json): Promise<void> => {
  const buttons = buttonsOf(answer.data);
  const id = buttons.Save ?? buttons.Retire ?? buttons['Do it anyway'];
  if (id !== undefined) await through(await world.press(id, { id: '1', flags: 64, embeds: [] }, moderator));
};

describe('an answer that is no longer right', () => {
  it('is edited once, when its entry is retired, and when it is a pin that is gone', async () => {
    world = await discordWorld();
    const { reply } = await post(QUESTION);
    await through(await world.slash('retire', { entry: 'questions/refund' }, moderator));
    await until(() => edits(reply).length > 0);
    await world.quiet();
    expect(edits(reply)).toHaveLength(1);
    expect(seen(edits(reply)[0]?.body).text).toMatch(/retired/);
    await through(
      await world.slash('pin', { question: 'what about my money', entry: 'questions/phone-number' }, moderator),
    );
    const pinned = await post('what about my money');
    expect(seen(pinned.reply).notes).toMatch(/Pinned/);
    await through(await world.slash('unpin', { question: 'what about my money' }, moderator));
    await until(() => edits(pinned.reply).length > 0);
    expect(seen(edits(pinned.reply)[0]?.body).notes).toMatch(/Unpinned on/);
  });

  it('is edited in a private chat as well, although nothing that is kept says where that is', async () => {
    world = await discordWorld();
    const { services, discord } = world;
    const channel = '980000000000000001';
    const asked = world.write(QUESTION, { channel_id: channel, guild_id: undefined });
    const reply = await world.replyTo(asked);
    const place = `discord:dm-${services.hash(`discord:${MEMBER}`)}`;
    const kept = await until(() => services.store.transact(({ answers }) => answers.find(place, reply.id)));
    expect(kept).toMatchObject({ place, community: place, channel: '' });
    await services.store.transact((unit) =>
      postCorrections(unit, null, { entries: ['questions/refund'], pins: [] }, services.now()),
    );
    await world.replyTo(world.write('/help', { channel_id: channel, guild_id: undefined }));
    await until(() =>
      discord.calls.some(
        ({ method, path }) => method === 'PATCH' && path === `/channels/${channel}/messages/${reply.id}`,
      ),
    );
    discord.gateway.dispatch('MESSAGE_DELETE', { id: asked.id, channel_id: channel });
    await until(() =>
      discord.calls.some(
        ({ method, path }) => method === 'DELETE' && path === `/channels/${channel}/messages/${reply.id}`,
      ),
    );
  });

  it('is edited when it is corrected, also by the next process', async () => {
    world = await discordWorld();
    const { reply } = await post(QUESTION);
    const { discord, services } = world;
    discord.override({ matches: ({ method }) => method === 'PATCH', status: 500, times: 100 });
    await through(
      await world.slash(
        'correct',
        { entry: 'questions/refund', question: 'Can I get a refund?', answer: 'Yes, within a week.' },
        moderator,
      ),
    );
    await until(() => edits(reply).length > 0);
    await stopOnly();
    discord.clear();
    world = await discordWorld({ discord, services: await reopened(services) });
    const before = edits(reply).length;
    await until(() =>
      JSON.stringify(discord.state.messages.get(`${CHANNEL} ${reply.id}`)).includes('Yes, within a week'),
    );
    expect(seen(discord.state.messages.get(`${CHANNEL} ${reply.id}`)).notes).toMatch(/Corrected on/);
    await world.quiet();
    expect(edits(reply).length).toBeLessThanOrEqual(before + 1);
    await world.stop();
    await discord.close();
    world = await discordWorld();
  });
});

/** The bot goes, and the server stays. */
const stopOnly = async (): Promise<void> => {
  const { discord } = world;
  const { close } = discord;
  Object.assign(discord, { close: async () => undefined });
  await world.stop();
  Object.assign(discord, { close });
};

describe('a question', () => {
  it('that is edited has its answer edited', async () => {
    world = await discordWorld();
    const { asked, reply } = await post(QUESTION);
    world.discord.gateway.dispatch('MESSAGE_UPDATE', {
      ...asked,
      content: `${mention} how do I delete my conversation history`,
      edited_timestamp: new Date().toISOString(),
    });
    await until(() => edits(reply).length > 0);
    expect(seen(edits(reply)[0]?.body).title).toMatch(/conversation history/);
    world.discord.gateway.dispatch('MESSAGE_UPDATE', { ...asked, embeds: [{ type: 'link' }] });
    await world.quiet();
    expect(edits(reply)).toHaveLength(1);
    const found = await world.services.store.transact(({ answers }) => answers.find(`discord:${GUILD}`, reply.id));
    expect(found?.entry).toBe('questions/delete-data');
  });

  it('that nobody could answer, and that is edited at once, gets its answer in the same message', async () => {
    world = await discordWorld();
    const asked = world.write(`${mention} what is the capital of France`);
    world.discord.gateway.dispatch('MESSAGE_UPDATE', {
      ...asked,
      content: `${mention} ${QUESTION}`,
      edited_timestamp: new Date().toISOString(),
    });
    const reply = await world.replyTo(asked);
    await until(() => edits(reply).length > 0);
    expect(seen(edits(reply)[0]?.body).title).toMatch(/refund/);
  });

  it('that is taken back by an edit, and then asked again, is answered again', async () => {
    world = await discordWorld();
    const { asked, reply } = await post(QUESTION, { id: String((BigInt(Date.now()) - 1420070400000n) << 22n) });
    const edit = (content: string, seconds: number) =>
      world.discord.gateway.dispatch('MESSAGE_UPDATE', {
        ...asked,
        content: `${mention} ${content}`,
        edited_timestamp: new Date(Date.now() + seconds * 1000).toISOString(),
      });
    edit('never mind', 1);
    await until(() => removals().length > 0);
    await world.quiet();
    const since = world.discord.calls.length;
    edit(QUESTION, 2);
    const { body } = await world.called(({ method, path }) => method === 'POST' && /\/messages$/.test(path), since);
    expect([seen(body).title, body.message_reference?.message_id]).toEqual([seen(reply).title, asked.id]);
  });

  it('that is deleted takes its answer along, unless somebody reacted to it', async () => {
    world = await discordWorld();
    const first = await post(QUESTION);
    world.discord.gateway.dispatch('MESSAGE_DELETE', { id: first.asked.id, channel_id: CHANNEL, guild_id: GUILD });
    await until(() => removals().length > 0);
    expect(removals()[0]?.path).toBe(`/channels/${CHANNEL}/messages/${first.reply.id}`);
    const second = await post('how do I delete my conversation history');
    world.discord.state.messages.get(`${CHANNEL} ${second.reply.id}`).reactions = [
      { emoji: { id: null, name: '👍' }, count: 1, me: false },
    ];
    world.discord.gateway.dispatch('MESSAGE_DELETE_BULK', {
      ids: [second.asked.id],
      channel_id: CHANNEL,
      guild_id: GUILD,
    });
    await world.called(({ method, path }) => method === 'GET' && path.endsWith(second.reply.id));
    await world.quiet();
    expect(removals()).toHaveLength(1);
  });
});

it('thousands of messages that the bot has nothing to do with are deleted without a look at each', async () => {
  const store = await openStore('sqlite::memory:');
  let transactions = 0;
  const transact: Store['transact'] = (work) => {
    transactions++;
    return store.transact(work);
  };
  world = await discordWorld({ services: { store: { ...store, transact } } });
  const { asked } = await post(QUESTION);
  transactions = 0;
  for (let at = 0; at < 20; at++)
    world.discord.gateway.dispatch('MESSAGE_DELETE_BULK', {
      ids: Array.from({ length: 100 }, (_, n) => String(1000 + at * 100 + n)),
      channel_id: CHANNEL,
      guild_id: GUILD,
    });
  world.discord.gateway.dispatch('MESSAGE_DELETE_BULK', { ids: ['7', asked.id], channel_id: CHANNEL, guild_id: GUILD });
  await until(() => removals().length > 0);
  expect(transactions).toBeLessThan(50);
});

it('an answer that a moderator deleted is forgotten', async () => {
  world = await discordWorld();
  const { reply } = await post(QUESTION);
  world.discord.gateway.dispatch('MESSAGE_DELETE', { id: reply.id, channel_id: CHANNEL, guild_id: GUILD });
  await until(() =>
    world.services.store
      .transact(({ answers }) => answers.find(`discord:${GUILD}`, reply.id))
      .then((found) => (found ? undefined : true)),
  );
  await world.slash('retire', { entry: 'questions/refund' }, moderator);
  await world.quiet();
  expect(edits(reply)).toEqual([]);
});
