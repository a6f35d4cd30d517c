import {
  type APIThreadChannel,
  ChannelType,
  ComponentType,
  DiscordAPIError,
  RateLimitError,
  RESTJSONErrorCodes,
} from 'discord.js';
import { type Notice, plainReply } from '../../../bot/answers/reply.ts';
import { LACKS } from '../../../bot/faq-channel/lacks.ts';
import type { FaqLayout, FaqPort, FaqSpot, FaqTrouble, Lack, PostPort } from '../../../bot/faq-channel/port.ts';
import { PLATFORM } from '../config.ts';
import type { DiscordContext } from '../context.ts';
import { FORUMS } from '../moderation/rights.ts';
import { cut, plain } from '../outbound/escape.ts';
import { type RenderedMessage, renderReply, renderWithin } from '../outbound/render.ts';
import { aboutChannel, addressOf, native } from '../outbound/speech.ts';
import { troubleOf } from '../trouble.ts';

/** The message, post or channel was deleted, or belongs to another server. */
class Gone extends Error {
  readonly kind: 'message-gone' | 'channel-gone';

  constructor(kind: Gone['kind']) {
    super(kind);
    this.kind = kind;
  }
}

/** A snowflake greater than any real one. */
const LONGEST_ID = '9'.repeat(20);
/** Longest title of a post in UTF-16 units, and most tags of a post. */
const [MOST_TITLE, MOST_TAGS] = [100, 5];
/** Discord's epoch: the Unix time in milliseconds from which snowflakes count. */
const EPOCH = 1_420_070_400_000n;

/** Tolerated difference between our clock and Discord's. */
const SKEW_MS = 10 * 60_000;

/** FAQ in a Discord channel: messages, or posts in a forum. */
export function faqPort(context: DiscordContext): FaqPort<RenderedMessage> {
  const { calls, out, notes, services } = context;
  const [reserved] = renderReply(plainReply('', '…'));
  const keyOf = ({ channel }: FaqSpot, lack: Lack): string => `faq ${lack} ${channel}`;
  const render = ({ place }: FaqSpot, reply: Notice) => renderReply(native(context, place, reply));
  return {
    platform: PLATFORM,
    serves: ({ id }) => context.client()?.guilds.cache.has(id) === true,
    layoutOf: async ({ place, channel: id }): Promise<FaqLayout> => {
      const channel = await calls.channel(id);
      // A moderator can type a channel id of another server.
      if (!('guild_id' in channel) || channel.guild_id !== place.id) throw new Gone('channel-gone');
      return FORUMS.includes(channel.type) ? 'posts' : 'texts';
    },
    render,
    reserve: ({ channel }, nonce) => out.post(channel, reserved ?? { components: [] }, { nonce }),
    lost: async ({ channel }, since, known) => {
      const own = context.client()?.user?.id;
      const ids = [...known].filter((id) => id !== '').map(BigInt);
      const began = (BigInt(Date.parse(since) - SKEW_MS) - EPOCH) << 22n;
      const [after = began] = ids.sort((a, b) => (a < b ? 1 : -1));
      const found = await calls.messagesAfter(channel, String(after));
      return found.find(
        ({ id, author, components = [] }) =>
          author.id === own && !known.has(id) && wordsOf(components) === wordsOf(reserved?.components ?? []),
      )?.id;
    },
    fill: ({ channel }, id, message) => out.edit(channel, id, message),
    check: async ({ channel }, id) => void (await calls.message(channel, id)),
    remove: async ({ channel }, id) => void (await calls.remove(channel, id)),
    addressOf: ({ place, channel }, id) => addressOf(place.id, channel, id),
    longestId: LONGEST_ID,
    posts: postsOf(context),
    troubleOf: faqTrouble,
    tell: async (spot, lack) => {
      const note =
        lack === 'write'
          ? aboutChannel(context, spot.place.id, spot.channel, 'cannot-write')
          : (language: string) => plainReply(language, services.speak(language)(LACKS[lack]));
      notes.add(spot.place.id, keyOf(spot, lack), note);
    },
    told: (spot, lack) => notes.withdraw(spot.place.id, keyOf(spot, lack)),
    gap: context.patience.faq,
  };
}

/** Texts of a message's components, without fields that Discord adds. */
const wordsOf = (components: readonly object[]): string =>
  components
    .map((one) => ('type' in one && one.type === ComponentType.TextDisplay && 'content' in one ? one.content : ''))
    .join('\n');

function faqTrouble(error: unknown): FaqTrouble {
  if (error instanceof Gone) return error.kind;
  if (error instanceof RateLimitError) return { after: Math.max(error.timeToReset, error.retryAfter) };
  if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage) return 'message-gone';
  if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownChannel) return 'channel-gone';
  const trouble = troubleOf(error);
  return trouble === 'later' ? {} : trouble === 'over' ? 'refused' : trouble;
}

const titleOf = (words: string): string => cut(plain(words), MOST_TITLE) || '…';

function postsOf(context: DiscordContext): PostPort<RenderedMessage> {
  const { calls, out } = context;
  /** Turns Discord's "unknown channel", which it says of a deleted post, into `Gone` for the message. */
  const inPost = async <T>(call: Promise<T>): Promise<T> => {
    try {
      return await call;
    } catch (error) {
      throw faqTrouble(error) === 'channel-gone' ? new Gone('message-gone') : error;
    }
  };
  const postAt = (id: string) => inPost(calls.channel(id)) as Promise<APIThreadChannel>;
  return {
    render: ({ place }, reply) =>
      renderWithin(1, native(context, place, reply), { choices: [], tools: [] })[0] ?? { components: [] },
    open: async ({ channel }, title, message, topics) =>
      out.open(channel, titleOf(title), message, await tagsFor(context, channel, topics)),
    lost: async ({ place, channel }, title, known) => {
      const own = context.client()?.user?.id;
      const { threads } = await calls.activeThreads(place.id);
      return (threads as APIThreadChannel[]).find(
        (one) => one.parent_id === channel && one.owner_id === own && one.name === titleOf(title) && !known.has(one.id),
      )?.id;
    },
    fill: async (_spot, post, title, message) => {
      await inPost(out.edit(post, post, message));
      if ((await postAt(post)).name !== titleOf(title)) await calls.rename(post, titleOf(title));
    },
    check: async (_spot, post) => void (await inPost(calls.message(post, post))),
    close: async (_spot, post, words) => {
      const { message_count: count = 0, applied_tags: tags = [] } = await postAt(post);
      try {
        if (count > 0) throw new HasWords();
        await calls.removeChannel(post);
      } catch (error) {
        if (!(error instanceof HasWords) && faqTrouble(error) !== 'no-access') throw error;
        await inPost(out.edit(post, post, words));
        await calls.close(post, tags);
      }
    },
    pin: async (_spot, post) => {
      const { flags = 0 } = await postAt(post);
      if ((Number(flags) & PINNED) !== 0) return true;
      try {
        await calls.pinPost(post);
        return true;
      } catch (error) {
        if (faqTrouble(error) !== 'no-access') throw error;
        return false;
      }
    },
  };
}

const PINNED = 1 << 1;

/** Members have written in the post, so the bot must not delete it. */
class HasWords extends Error {}

/**
 * Forum tags with the names of the entry's topics. If there are none but the forum requires a tag, its first
 * unmoderated one.
 */
async function tagsFor({ calls }: DiscordContext, forum: string, topics: readonly string[]): Promise<string[]> {
  const channel = await calls.channel(forum);
  if (channel.type !== ChannelType.GuildForum && channel.type !== ChannelType.GuildMedia) return [];
  const tags = channel.available_tags;
  const wanted = new Set(topics.map((topic) => topic.toLowerCase()));
  const found = tags.filter(({ name }) => wanted.has(name.toLowerCase())).map(({ id }) => id);
  const isAsked = (Number(channel.flags) & REQUIRES_TAG) !== 0;
  const [first] = tags.filter(({ moderated }) => !moderated);
  return found.length > 0 || !isAsked || !first ? found.slice(0, MOST_TAGS) : [first.id];
}

const REQUIRES_TAG = 1 << 4;
