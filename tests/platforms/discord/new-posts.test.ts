import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type DiscordChannel, discordChannel } from '../../helpers/busy-channel.ts';
import { buttonsOf, PRIVATE, seen } from '../../helpers/discord-message.ts';
import { moderator, partsOf, until } from '../../helpers/discord-world.ts';
import type { Json } from '../../helpers/fake-discord.ts';
import { FORUM, GUILD } from '../../helpers/fake-discord-rest.ts';
import { libraryOf } from '../../helpers/library.ts';
import { PACK } from '../../helpers/pack.ts';
import { servicesOf, shippedLocales } from '../../helpers/services.ts';

const SURE = 'why was my account banned?';
const NEAR = 'when does my ban end?';
const TITLE = 'Why was my account banned?';
const FAR = 'what is the capital of France?';
const PATIENCE = 20;

let channel: DiscordChannel;
let posts = 0;
beforeAll(async () => {
  const { languages, background } = await shippedLocales();
  const library = libraryOf(PACK, { languages, background });
  channel = await discordChannel((parts) => servicesOf(PACK, { library, ...parts }));
  await channel.sets('mode', `questions <#${FORUM}>`);
});
afterAll(() => channel.stop());
afterEach(async () => {
  channel.world.discord.clear();
  await channel.passes(1200);
  expect(channel.problems()).toEqual([]);
});

interface Post {
  readonly id: string;
  readonly thread: Json;
  readonly author: string;
}

/** Each by an author of its own. @param answer that somebody writes before the bot has looked at it */
async function open(title: string, content = 'I looked everywhere.', answer?: string): Promise<Post> {
  const author = `author${++posts}`;
  const id = String(((BigInt(Date.parse(channel.clock.now())) - 1_420_070_400_000n) << 22n) + BigInt(100_000 + posts));
  const thread = {
    id,
    type: 11,
    guild_id: GUILD,
    parent_id: FORUM,
    name: title,
    owner_id: channel.userOf(author),
    message_count: 0,
    member_count: 1,
    applied_tags: [],
    thread_metadata: {
      archived: false,
      auto_archive_duration: 60,
      archive_timestamp: channel.clock.now(),
      locked: false,
    },
  };
  channel.world.discord.state.channels.set(id, thread);
  channel.world.discord.gateway.dispatch('THREAD_CREATE', { ...thread, newly_created: true });
  const asked = channel.says(author, content, { channel: id, id });
  if (answer !== undefined) await channel.says('ana', answer, { channel: id });
  await asked;
  return { id, thread, author };
}
const said = ({ id }: Post): Json[] =>
  [...channel.world.discord.state.messages.values()].filter(({ channel_id: where }) => where === id);
const lines = (post: Post): string[] => said(post).map((message) => seen(message).title ?? seen(message).text);
const LINE = 'I may know something similar. Only the author of this post can see it.';
const BUTTON = '🔎 Similar answers';
/** Calls that post into a thread. */
const isPostIn =
  ({ id }: Pick<Post, 'id'>) =>
  ({ method, path }: Pick<Json, 'method' | 'path'>): boolean =>
    method === 'POST' && path === `/channels/${id}/messages`;

async function near(): Promise<Post & { readonly line: Json }> {
  const post = await open(NEAR);
  await channel.passes(PATIENCE + 1);
  const [line] = said(post);
  expect(lines(post)).toEqual([LINE]);
  // As Discord hands it over with a press: with the message that it replies to.
  const referenced = {
    id: post.id,
    channel_id: post.id,
    content: 'I looked everywhere.',
    author: { id: '1' },
    mentions: [],
  };
  return { ...post, line: { ...line, flags: 1 << 15, type: 19, referenced_message: referenced } };
}
/** Presses something in the post. */
const press = (post: Post, button: string | undefined, message: Json, user = channel.userOf(post.author)) =>
  channel.world.press(button ?? '', message, { user, channel: post.thread });
const alone = (data: Json): Json => ({ id: channel.world.discord.state.id(), ...data, flags: 64, embeds: [] });
/** Whether it is on the moderators' list. */
const isOpen = async ({ id }: Post): Promise<boolean> => {
  await channel.services.questions.flush();
  const open = await channel.services.questions.list(`discord:${GUILD}`);
  return open.some(({ askers }) => askers.some(({ message }) => message === id));
};

it('a sure answer is posted at once, and no button is below it that hides one', async () => {
  const post = await open(SURE);
  expect(lines(post)).toEqual([TITLE]);
  expect(Object.keys(buttonsOf(said(post)[0]))).not.toContain(BUTTON);
  await channel.passes(60);
  expect(said(post)).toHaveLength(1);
});

it('what is near is one quiet line, after people had their time, and names no entry', async () => {
  const post = await open(NEAR);
  expect(said(post)).toEqual([]);
  await channel.passes(PATIENCE + 1);
  expect(lines(post)).toEqual([LINE]);
  expect(Object.keys(buttonsOf(said(post)[0]))).toEqual([BUTTON]);
  expect(JSON.stringify(said(post))).not.toContain(TITLE);
  expect(await isOpen(post)).toBe(true);
});

it('its author alone sees what is near, opens one whole, and says that it solved the post', async () => {
  const { line, ...post } = await near();
  const { data: shown } = await press(post, buttonsOf(line)[BUTTON], line);
  expect([shown.flags, seen(shown).quote]).toEqual([PRIVATE, expect.stringContaining(NEAR)]);
  const titles = Object.keys(buttonsOf(shown)).filter((label) => !/None of these|🙋|🔔/.test(label));
  expect(titles).toContain(TITLE);
  expect(titles.length).toBeLessThanOrEqual(3);
  const { type, data: whole } = await press(post, buttonsOf(shown)[TITLE], alone(shown));
  expect([type, seen(whole).title]).toEqual([7, TITLE]);
  const solved = partsOf(whole.components).find(({ label }) => label?.includes('That solved it'))?.custom_id;
  await press(post, solved, alone(whole));
  await until(() => channel.world.discord.state.channels.get(post.id).thread_metadata.archived);
  expect(said(post)).toHaveLength(1);
});

it('nobody else sees it but a moderator', async () => {
  const { line, ...post } = await near();
  const { data: refused } = await press(post, buttonsOf(line)[BUTTON], line, channel.userOf('zoe'));
  expect([refused.flags, JSON.stringify(refused)]).toEqual([
    PRIVATE,
    expect.stringContaining('Only the person who opened this post'),
  ]);
  expect(JSON.stringify(refused)).not.toContain(TITLE);
  const { data } = await channel.world.press(buttonsOf(line)[BUTTON] ?? '', line, {
    ...moderator,
    channel: post.thread,
  });
  expect([data.flags, Object.keys(buttonsOf(data))]).toEqual([PRIVATE, expect.arrayContaining([TITLE])]);
});

it('where nothing is near the bot is silent, and the question is open', async () => {
  const post = await open(FAR);
  await channel.passes(60);
  expect(said(post)).toEqual([]);
  expect(await isOpen(post)).toBe(true);
});

it('a post that only tells something is left alone', async () => {
  const post = await open('they banned my account for no reason');
  await channel.passes(60);
  expect(said(post)).toEqual([]);
  expect(await isOpen(post)).toBe(false);
});

it('a person who answered first has the word', async () => {
  const post = await open(NEAR);
  await channel.passes(5);
  await channel.says('ana', 'mine ended after a week', { channel: post.id });
  const atOnce = await open(SURE, 'I looked everywhere.', 'write to them, it took a day');
  await channel.passes(60);
  expect([said(post), said(atOnce)]).toEqual([[], []]);
});

it('without patience, the line comes at once', async () => {
  await channel.sets('patience', '0');
  const post = await open(NEAR);
  expect(lines(post)).toEqual([LINE]);
  await channel.sets('patience', 'default');
});

it('an edit that makes the question sure is answered, and so is one while the line waits', async () => {
  for (const wait of [PATIENCE + 1, 5]) {
    const post = await open('A question', NEAR);
    await channel.passes(wait);
    expect(said(post)).toHaveLength(wait > PATIENCE ? 1 : 0);
    await channel.edits(post.id, SURE);
    await channel.passes(60);
    expect(lines(post)).toEqual([TITLE]);
  }
});

it.each([
  ['its first message', 'MESSAGE_DELETE'],
  ['the post', 'THREAD_DELETE'],
])('nothing is said once its author has deleted %s, before the line or after', async (_, event) => {
  const gone = ({ id }: Post): void => {
    const what = event === 'THREAD_DELETE' ? { parent_id: FORUM, type: 11 } : { channel_id: id };
    if (event === 'THREAD_DELETE') channel.world.discord.state.channels.delete(id);
    channel.world.discord.gateway.dispatch(event, { id, guild_id: GUILD, ...what });
  };
  const before = await open(NEAR);
  await channel.passes(5);
  gone(before);
  await channel.world.quiet();
  await channel.passes(60);
  expect(channel.world.discord.calls.filter(isPostIn(before))).toEqual([]);
  const after = await near();
  expect(await isOpen(after)).toBe(true);
  gone(after);
  await channel.world.quiet();
  expect(
    channel.world.discord.calls.filter(({ method, path }) => method === 'DELETE' && path.includes(after.id)),
  ).toHaveLength(1);
  expect([await isOpen(before), await isOpen(after)]).toEqual([false, false]);
});

it('while Discord takes nothing the line waits, and is dropped if a person answers meanwhile', async () => {
  const outage = (post: Post) => channel.world.discord.override({ matches: isPostIn(post), status: 502, times: 1000 });
  for (const isAnswered of [false, true]) {
    const post = await open(NEAR);
    outage(post);
    await channel.passes(PATIENCE + 1);
    await until(() => channel.world.discord.calls.some(isPostIn(post)));
    if (isAnswered) await channel.says('ana', 'mine ended after a week', { channel: post.id });
    channel.world.discord.clear();
    await channel.passes(60);
    await (isAnswered ? channel.world.quiet() : until(() => said(post)[0]));
    expect(lines(post)).toEqual(isAnswered ? [] : [LINE]);
  }
});

it('where it may not write, moderators are told once for the forum', async () => {
  const refused = { status: 403, times: 1000, body: { code: 50013, message: 'Missing Permissions' } };
  for (const _ of [1, 2, 3]) {
    const post = await open(NEAR);
    channel.world.discord.override({ ...refused, matches: isPostIn(post) });
    await channel.passes(PATIENCE + 1);
    await until(() => channel.world.discord.calls.some(isPostIn(post)));
  }
  await channel.world.quiet();
  const before = channel.world.discord.calls.length;
  await channel.world.slash('topics', {}, moderator);
  await channel.world.quiet();
  const told = channel.world.discord.calls
    .slice(before)
    .filter(({ body }) => JSON.stringify(body ?? '').includes("can't write in"));
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told[0]?.body)).toContain(FORUM);
});

it('who wants to be left alone is, and so is a post where the bot only counts', async () => {
  const post = await open('A question', 'hello');
  await channel.world.slash('quiet', { on: 'on' }, { user: channel.userOf(post.author) });
  await channel.sets('mode', `shadow <#${FORUM}>`);
  const shadowed = await open(NEAR);
  await channel.passes(60);
  expect([said(post), said(shadowed)]).toEqual([[], []]);
});
