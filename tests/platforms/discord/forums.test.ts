import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRIVATE } from '../../helpers/discord-message.ts';
import { type DiscordWorld, discordWorld, MEMBER, moderator, partsOf, until } from '../../helpers/discord-world.ts';
import { fakeDiscord, type Json } from '../../helpers/fake-discord.ts';
import { CHANNEL, FORUM, GUILD } from '../../helpers/fake-discord-rest.ts';

const [HOW, DONE, OLD] = ['710000000000000001', '710000000000000002', '710000000000000003'];
const TAGS = [
  { id: HOW, name: 'how to', moderated: false },
  { id: DONE, name: '✅ Gelöst', moderated: false },
  { id: OLD, name: '✔ Solved', moderated: false },
];
let world: DiscordWorld;
beforeAll(async () => {
  const discord = await fakeDiscord();
  Object.assign(discord.state.channels.get(FORUM), { available_tags: TAGS });
  world = await discordWorld({ discord });
  await world.slash('settings', { setting: 'mode', value: `questions <#${FORUM}>` }, moderator);
});
afterAll(async () => {
  await world.stop();
  expect(world.discord.problems).toEqual([]);
  await world.discord.close();
});

interface Post {
  readonly id: string;
  readonly channel: Json;
}

/** Opens a post, with a title and the first message. */
function open(title: string, content = '…'): Post {
  const id = world.discord.state.id();
  const metadata = {
    archived: false,
    auto_archive_duration: 60,
    archive_timestamp: new Date().toISOString(),
    locked: false,
  };
  const channel = {
    id,
    type: 11,
    guild_id: GUILD,
    parent_id: FORUM,
    name: title,
    owner_id: MEMBER,
    message_count: 0,
    member_count: 1,
    applied_tags: [HOW],
    thread_metadata: metadata,
  };
  world.discord.state.channels.set(id, channel);
  world.discord.gateway.dispatch('THREAD_CREATE', { ...channel, newly_created: true });
  world.write(content, { id, channel_id: id });
  return { id, channel };
}
const posted = (id: string): Json[] =>
  [...world.discord.state.messages.values()].filter(({ channel_id: where }) => where === id);
const solvedButton = (message: Json): string =>
  partsOf(message.components).find(({ label }) => label?.includes('That solved it'))?.custom_id;

async function answered(): Promise<Post & { readonly message: Json; readonly button: string }> {
  const post = open('why was my account banned');
  const message = await until(() => posted(post.id)[0]);
  return { ...post, message: { ...message, flags: 0 }, button: solvedButton(message) };
}

describe('a post in a forum that the bot listens to', () => {
  it('is answered where it is sure; else, and to others in the thread, it says nothing', async () => {
    const { id } = await answered();
    world.write('how do I delete my conversation history', { channel_id: id, author: { id: '600000000000000077' } });
    const other = open('what is the capital of France?');
    const { id: last } = await answered();
    expect([posted(other.id), posted(id).length, posted(last).length]).toEqual([[], 1, 1]);
  });

  it('is answered if its title or its first message asks, and left alone if it only tells something', async () => {
    const [told, title] = ['they banned my account for no reason', 'Trouble'];
    const [silent, asked] = [open(title, told), open(title, `${told}, why was my account banned?`)];
    await until(() => posted(asked.id)[0]);
    expect(posted(silent.id)).toEqual([]);
  });

  it('is tagged and closed when its asker says that it is solved, which counts as a vote', async () => {
    const { id, channel, message, button } = await answered();
    expect((await world.press(button, message, { user: MEMBER, channel })).type).toBe(6);
    await until(() => world.discord.state.channels.get(id).thread_metadata.archived);
    expect(world.discord.state.channels.get(id).applied_tags).toEqual([OLD, HOW]);
    const votes = await world.services.store.transact((unit) => unit.votes.count(`discord:${GUILD}`, '2000-01-01'));
    expect(votes).toMatchObject([{ entry: 'questions/why-banned', helpful: 1 }]);
  });

  it('takes the tag that moderators chose in the panel', async () => {
    const { data } = await world.slash('settings', {}, { ...moderator, channel: { id: FORUM, type: 15 } });
    const selectWith = (components: readonly Json[], wanted: string) =>
      partsOf(components).find(({ options }) => options?.some(({ value }: Json) => value === wanted)).custom_id;
    const shown = { id: world.discord.state.id(), flags: 64 | (1 << 15) };
    const before = world.discord.calls.length;
    await world.choose(selectWith(data.components, 'channel'), ['channel'], shown, moderator);
    const { body } = await world.called(
      ({ method, path }) => method === 'PATCH' && path.endsWith('/@original'),
      before,
    );
    await world.choose(selectWith(body.components, DONE), [DONE], shown, moderator);
    await world.quiet();
    const { id, channel, message, button } = await answered();
    await world.press(button, message, { ...moderator, channel });
    await until(() => world.discord.state.channels.get(id).thread_metadata.archived);
    expect(world.discord.state.channels.get(id).applied_tags).toEqual([DONE, HOW]);
  });

  it('is closed by nobody else', async () => {
    const { id, channel, message, button } = await answered();
    const since = world.discord.calls.length;
    expect((await world.press(button, message, { user: '600000000000000077', channel })).type).toBe(6);
    const { body } = await world.called(
      ({ method, path }) => method === 'POST' && path.startsWith('/webhooks/'),
      since,
    );
    expect([body.flags, JSON.stringify(body)]).toEqual([
      PRIVATE,
      expect.stringContaining('Only the person who opened this post'),
    ]);
    await world.quiet();
    expect(world.discord.state.channels.get(id).thread_metadata.archived).toBe(false);
  });

  it('tells a moderator, once, where the bot may not close it', async () => {
    for (const _ of [1, 2]) {
      const { id, channel, message, button } = await answered();
      world.discord.override({
        matches: ({ method, path }) => method === 'PATCH' && path === `/channels/${id}`,
        status: 403,
        body: { code: 50013, message: 'Missing Permissions' },
      });
      await world.press(button, message, { user: MEMBER, channel });
      await world.called(({ method, path }) => method === 'PATCH' && path === `/channels/${id}`);
    }
    await world.quiet();
    const before = world.discord.calls.length;
    await world.slash('topics', {}, moderator);
    await world.quiet();
    const told = world.discord.calls
      .slice(before)
      .filter(({ body }) => JSON.stringify(body ?? '').includes('Manage Threads'));
    expect(told).toHaveLength(1);
  });

  describe('has a solution that somebody else wrote', () => {
    const HELPER = '600000000000000077';
    const solution = (content = 'Turn it off and on again.') => ({
      id: world.discord.state.id(),
      content,
      author: { id: HELPER },
      embeds: [],
      flags: 0,
    });
    /** @returns what is said, to nobody else and after a sign at once: who opened the post has to be looked up. */
    const mark = async (target: Json, channel?: Json, user = MEMBER): Promise<string> => {
      const since = world.discord.calls.length;
      expect(await world.menu('This solved it', target, { user, ...(channel ? { channel } : {}) })).toMatchObject({
        type: 5,
        data: { flags: 64 },
      });
      expect(world.discord.calls[since]?.path).toMatch(/callback$/);
      return JSON.stringify(
        (await world.called(({ method, path }) => method === 'PATCH' && path.endsWith('/messages/@original'), since))
          .body,
      );
    };
    const asked = (): Post => open('why does my toaster hum');

    it('which closes the post, and is proposed to moderators where they want to be told', async () => {
      await world.slash('settings', { setting: 'reports', value: `<#${CHANNEL}>` }, moderator);
      const post = asked();
      await mark(solution(), post.channel);
      await until(() => world.discord.state.channels.get(post.id).thread_metadata.archived);
      const told = await until(() => posted(CHANNEL).find((one) => JSON.stringify(one).includes('Turn it off')));
      const button = partsOf(told.components).find(({ label }) => label === 'Learn it').custom_id;
      const preview = await world.press(button, { id: told.id, flags: 0 }, moderator);
      expect([preview.data.flags, JSON.stringify(preview.data)]).toEqual([
        PRIVATE,
        expect.stringContaining('why does my toaster hum'),
      ]);
      expect(JSON.stringify((await world.press(button, { id: told.id, flags: 0 }, { user: MEMBER })).data)).toContain(
        'Only moderators',
      );
      await world.slash('settings', { setting: 'reports', value: 'default' }, moderator);
    });

    it('of which nothing is kept once its author, or whoever opened the post, is erased', async () => {
      await world.slash('settings', { setting: 'reports', value: `<#${CHANNEL}>` }, moderator);
      const { hash, store } = world.services;
      for (const user of [HELPER, MEMBER]) {
        const words = `Ask the lighthouse keeper ${user}, who has ${'very many, '.repeat(20)}lamps.`;
        await mark(solution(words), asked().channel);
        const told = await until(() => posted(CHANNEL).find((one) => JSON.stringify(one).includes(words)));
        const person = hash(`discord:${user}`);
        const kept = () => store.read(({ people }) => people.export(person, ''));
        const { helped = [], asked: own = [] } = await kept();
        expect(helped.length + own.length).toBeGreaterThan(0);
        await store.transact(({ people }) => people.erase(person, ''));
        expect(await kept()).toMatchObject({ helped: [], asked: [] });
        const button = partsOf(told.components).find(({ label }) => label === 'Learn it').custom_id;
        expect(JSON.stringify(await world.press(button, { id: told.id, flags: 0 }, moderator))).not.toContain(
          'lighthouse',
        );
      }
      await world.slash('settings', { setting: 'reports', value: 'default' }, moderator);
    });

    it('which nobody else marks, nor anybody outside of forums', async () => {
      const post = asked();
      expect(await mark(solution(), post.channel, '600000000000000078')).toContain(
        'Only the person who opened this post',
      );
      expect(await mark(solution())).toContain('forum posts');
      await world.quiet();
      expect(world.discord.state.channels.get(post.id).thread_metadata.archived).toBe(false);
    });
  });

  it('offers that only below an answer to whoever opened it', async () => {
    const message = await world.replyTo(world.write(`<@100000000000000001> why was my account banned`));
    expect(solvedButton(message)).toBeUndefined();
  });
});
