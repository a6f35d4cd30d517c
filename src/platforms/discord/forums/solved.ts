import type { APIThreadChannel } from 'discord.js';
import type { About } from '../../../bot/conversation/incoming.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import { proposeSolution } from '../../../bot/handover/solve.ts';
import type { Phrasebook } from '../../../bot/services.ts';
import { keyOf } from '../../../bot/settings/chosen.ts';
import type { DiscordContext } from '../context.ts';
import { withoutMentions } from '../inbound/heard.ts';
import { answer, replyTo } from '../inbound/interaction-port.ts';
import { type ActOf, type DiscordAct, isServer, personOf } from '../inbound/receive.ts';
import { FORUMS } from '../moderation/rights.ts';
import { renderReply } from '../outbound/render.ts';
import { sayPrivately, whisper } from '../outbound/show.ts';
import { aboutChannel, addressOf, whisperOf } from '../outbound/speech.ts';
import { troubleOf } from '../trouble.ts';

/** Most tags of a post. */
const MOST_TAGS = 5;

export interface Tag {
  readonly id: string;
  readonly name: string;
}

/**
 * Marks a forum post as solved: its opener or a moderator has pressed "solved" below an answer of the bot. That also
 * counts as a vote for the answer.
 */
export async function solve(context: DiscordContext, act: ActOf<'press'>, about: About | undefined): Promise<void> {
  // Looking up the post may take longer than the three seconds that Discord waits.
  await act.responder.first({ kind: 'defer-update' });
  const post = (await context.calls.channel(act.scene.channel)) as APIThreadChannel;
  if (!isTheirs(post, act)) return whisper(act, await whisperOf(context, act.scene, 'forum-not-yours'));
  if (about) await vote(context, act, about);
  await close(context, act, post, await tagsIn(context, post));
}

/**
 * Marks any message of a post as its solution, from the message's menu. If another member wrote it, it is proposed to
 * moderators as an entry.
 */
export async function markSolution(context: DiscordContext, act: ActOf<'menu'>): Promise<void> {
  const { scene, target } = act;
  await act.responder.first({ kind: 'defer', isPrivate: true });
  const say = async (key: string): Promise<void> => {
    for (const message of renderReply(await whisperOf(context, scene, key))) await act.responder.later(message);
  };
  const post = (await context.calls.channel(scene.channel)) as APIThreadChannel;
  const tags = isServer(scene.place) ? await tagsIn(context, post) : undefined;
  if (!tags || target.id === scene.channel) return say('forum-only');
  if (!isTheirs(post, act)) return say('forum-not-yours');
  await say('forum-thanks');
  const about = await context.recall.about(keyOfPlace(scene.place), target.id);
  if (about) await vote(context, act, about);
  else await propose(context, act, post);
  await close(context, act, post, tags);
}

/**
 * Shows entries that may answer a post, to its opener or a moderator. They come from the bot as an answer to the post's
 * question, so that it learns from the entry that is chosen.
 */
export async function showSimilar(context: DiscordContext, act: ActOf<'press'>): Promise<void> {
  const { scene, target } = act;
  const known = context.world.threadOf(scene.channel);
  const post =
    known?.asker === undefined
      ? ((await context.calls.channel(scene.channel)) as APIThreadChannel)
      : { owner_id: known.asker, name: known.name };
  if (!isTheirs(post, act)) return sayPrivately(context, act, 'forum-similar-not-yours');
  const question = `${post.name}\n${withoutMentions(target.question ?? '')}`.trim();
  const command = context.services.commands.find(({ gives }) => gives === 'answer')?.name ?? '';
  const request = { text: `/${command} ${question}`, command, options: { question }, asked: question };
  await answer(context, act, { ...request, way: 'private' });
}

const isTheirs = ({ owner_id: owner }: Pick<APIThreadChannel, 'owner_id'>, { scene }: DiscordAct): boolean =>
  owner === scene.user || scene.isModerator;

/** Proposes a helper's words as an entry; a moderator sees a preview and decides. */
async function propose(
  { services }: DiscordContext,
  { scene, target }: ActOf<'menu'>,
  { name, owner_id: owner }: APIThreadChannel,
): Promise<void> {
  const words = withoutMentions(target.content);
  if (words === '') return;
  const { sure, languages } = services.detect(`${name}\n${words}`);
  const hashOf = (user: string | undefined): string => (user === undefined ? '' : services.hash(personOf(user)));
  await proposeSolution(services, {
    place: scene.place,
    text: name,
    language: sure && languages[0] !== undefined ? languages[0] : services.defaultLanguage,
    words,
    said: target.id,
    link: addressOf(scene.place.id, scene.channel, target.id),
    asker: hashOf(owner),
    helper: hashOf(target.author),
  });
}

/** Tags the post as solved and archives it; if a permission is missing, moderators are told. */
async function close(
  context: DiscordContext,
  act: DiscordAct,
  post: APIThreadChannel,
  tags: readonly Tag[] = [],
): Promise<void> {
  const forum = post.parent_id ?? '';
  const tag = await solvedTag(context, act, forum, tags);
  const applied = [...(tag === undefined ? [] : [tag]), ...(post.applied_tags ?? []).filter((id) => id !== tag)].slice(
    0,
    MOST_TAGS,
  );
  try {
    await context.calls.close(post.id, applied);
  } catch (error) {
    if (troubleOf(error) !== 'no-access') throw error;
    tellModerators(context, act.scene.place.id, forum);
  }
}

/**
 * The forum's present tags, from the API, as the cache may be out of date. Undefined if the channel is no forum post.
 */
async function tagsIn(
  { calls }: DiscordContext,
  { parent_id: forum }: APIThreadChannel,
): Promise<readonly Tag[] | undefined> {
  const channel = forum ? await calls.channel(forum) : undefined;
  return channel && FORUMS.includes(channel.type)
    ? 'available_tags' in channel
      ? channel.available_tags
      : []
    : undefined;
}

/** The tag that moderators chose for the forum, else one named "solved" in any of the bot's languages. */
async function solvedTag(
  { services }: DiscordContext,
  { scene }: DiscordAct,
  forum: string,
  tags: readonly Tag[],
): Promise<string | undefined> {
  const chosen = (await services.communities.of(scene.place)).state.get('setting', keyOf('solved', scene.place, forum));
  return (tags.find(({ id }) => id === chosen) ?? tags.find(({ name }) => namesOf(services).has(plainName(name))))?.id;
}

const namesOf = ({ languages, speak }: Phrasebook): ReadonlySet<string> =>
  new Set(
    [...languages.keys()].flatMap((language) => speak(language)('forum-solved-tags').split(/[,،]/).map(plainName)),
  );

/** Letters and digits only, as tag names often begin with an emoji. */
const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');

const vote = (context: DiscordContext, act: DiscordAct, about: About) =>
  replyTo(context, act, { text: '/helpful', options: { vote: 'yes' }, about });

/** Tells moderators once for each forum that the bot lacks a permission to tag or archive posts. */
const tellModerators = (context: DiscordContext, guild: string, forum: string): boolean =>
  context.notes.add(guild, `solve ${forum}`, aboutChannel(context, guild, forum, 'cannot-solve'));
