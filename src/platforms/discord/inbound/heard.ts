import { MessageType } from 'discord.js';
import type { Place } from '../../../bot/conversation/place.ts';
import { isApproval } from '../../../bot/handover/solve.ts';
import { json, list, snowflake, text } from './json.ts';
import { aloneWith, forwardedIn, guildPlace, type Known, nameOf } from './receive.ts';
import type { World } from './world.ts';

/** A message that may be meant for the bot, as it waits in the inbox. */
export interface Heard {
  /** A reaction is a sign in reply to the message that it is on. */
  readonly kind: 'asked' | 'edited' | 'reacted';
  readonly id: string;
  /** When it was last edited: milliseconds. Default: it is as it was written. */
  readonly edited?: number | undefined;
  readonly channel: string;
  readonly place: Place;
  readonly user: string;
  /** The author's name as others see it there. */
  readonly name: string;
  /** Empty for a message without words, such as a sticker in private, or a helper's picture. */
  readonly text: string;
  readonly addressed: boolean;
  /** Whether it is in a post of a forum, by the person who opened it. */
  readonly isPost?: boolean | undefined;
  /** Whether it is in a thread, which may be that of a message of the bot's. */
  readonly thread?: boolean | undefined;
  /** Whether a picture, a voice or a file came with it. */
  readonly hasFile?: boolean | undefined;
  /** The bot's message that it replies to. */
  readonly to?: string | undefined;
  /** Somebody else's message whose question is meant. */
  readonly about?: string | undefined;
}

const GREETING = '/greet';
/** Units of a message that are read; a question is never that long. */
const MOST_TEXT = 4000;

/**
 * Reads a message event. Undefined for what is not for the bot: its own messages, those of bots and webhooks, system
 * messages, and those without words on a server. Whether it listens to what is not addressed to it is asked by the
 * caller.
 * @param me the bot's own id
 */
export function hear(raw: unknown, me: string, world: World & Known, kind: Heard['kind'] = 'asked'): Heard | undefined {
  const message = json(raw);
  const author = json(message.author);
  const [id, channel, user] = [snowflake(message.id), snowflake(message.channel_id), snowflake(author.id)];
  if (
    id === undefined ||
    channel === undefined ||
    user === undefined ||
    user === me ||
    author.bot === true ||
    message.webhook_id !== undefined
  )
    return undefined;
  if (message.type !== undefined && message.type !== MessageType.Default && message.type !== MessageType.Reply)
    return undefined;
  const edited = kind === 'edited' ? Date.parse(text(message.edited_timestamp) ?? '') : undefined;
  if (Number.isNaN(edited)) return undefined;
  const guild = snowflake(message.guild_id);
  const thread = world.threadOf(channel);
  const place =
    guild === undefined
      ? aloneWith(user, world.hash)
      : guildPlace(guild, thread?.parent ?? channel, world.titleOf(guild));
  const content = (text(message.content) ?? '').slice(0, MOST_TEXT);
  const asked = json(message.referenced_message);
  const isReply = json(asked.author).id === me;
  const role = guild === undefined ? undefined : world.roleOf(guild);
  const addressed =
    guild === undefined ||
    new RegExp(`<@!?${me}>`).test(content) ||
    (role !== undefined && content.includes(`<@&${role}>`));
  // In a forum others than the person who opened the post answer it.
  if (!addressed && !isReply && thread?.asker !== undefined && thread.asker !== user) return undefined;
  const others = forwardedIn(message) ?? (isReply ? '' : (text(asked.content) ?? ''));
  const hasNoText = guild === undefined && content.trim() === '' && others.trim() === '';
  const typed = content.replace(new RegExp(`<@!?${me}>|<@&${role}>`, 'g'), ' ').trim();
  const meant = () =>
    typed.startsWith('/') ? typed : wordsOf(content, addressed, others, id === channel ? thread?.name : undefined);
  const words = hasNoText ? '' : meant();
  const hasFile = [message.attachments, message.sticker_items].some((some) => list(some).length > 0);
  // With a file alone a helper may mean to answer.
  const isHelpers = hasFile && kind === 'asked' && (isReply || thread !== undefined);
  if (words === '' && ((guild !== undefined && !isHelpers) || kind === 'edited')) return undefined;
  const isHelp = !isReply && asked.id !== undefined && withoutMentions(content) === '' && words !== GREETING;
  const isPost = thread?.asker === user ? { isPost: true } : {};
  return {
    kind,
    id,
    ...(edited === undefined ? {} : { edited }),
    channel,
    place,
    user,
    name: nameOf({ ...json(message.member), user: author }),
    text: words,
    addressed,
    ...isPost,
    ...(thread === undefined ? {} : { thread: true }),
    ...(hasFile ? { hasFile } : {}),
    ...(isReply ? { to: snowflake(asked.id) } : {}),
    ...(isHelp ? { about: snowflake(asked.id) } : {}),
  };
}

/** Reads a sign of approval on a message of the bot's; undefined for any other reaction. @param me the bot's own id */
export function hearReaction(raw: unknown, me: string, world: World & Known): Heard | undefined {
  const { message_id, channel_id, guild_id, user_id, message_author_id, emoji } = json(raw);
  const [to, channel, user] = [snowflake(message_id), snowflake(channel_id), snowflake(user_id)];
  const [guild, sign] = [snowflake(guild_id), text(json(emoji).name) ?? ''];
  if (to === undefined || channel === undefined || user === undefined) return undefined;
  if (message_author_id !== me || user === me || !isApproval(sign)) return undefined;
  const parent = world.threadOf(channel)?.parent ?? channel;
  const place = guild === undefined ? aloneWith(user, world.hash) : guildPlace(guild, parent, world.titleOf(guild));
  return { kind: 'reacted', id: to, channel, place, user, name: '', text: sign, addressed: false, to };
}

/**
 * The words that are meant: with a forum post its title first; with the bot's bare name those of the message that was
 * replied to, and in private those of one that was forwarded; if there are none at all, the bot says hello.
 * @param others somebody else's words
 */
function wordsOf(content: string, addressed: boolean, others: string, title: string | undefined): string {
  const words = withoutMentions(content);
  if (title !== undefined) return `${title}\n${words}`.trim();
  // An emoji of the server's own asks nothing.
  if (words !== '' || !addressed || EMOJI.test(content)) return words;
  const question = withoutMentions(others.slice(0, MOST_TEXT));
  // A command that somebody else wrote is none.
  return question === '' || question.startsWith('/') ? GREETING : question;
}

const EMOJI = /<a?:\w+:\d+>/;

/** A helper's text without the people that it speaks to. */
export const withoutPeople = (content: string): string => content.replace(/ ?<@!?\d+>/g, '').trim();

/** Text without people, roles and emoji that Discord writes as numbers. */
export const withoutMentions = (content: string): string =>
  content
    .replace(/<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
