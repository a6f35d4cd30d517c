import {
  type Message,
  type MessageReaction,
  MessageType,
  type PartialMessageReaction,
  type PartialUser,
  type User,
} from 'discord.js';
import type { JustWritten } from '../../../bot/conversation/held-lines.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import { isApproval } from '../../../bot/handover/solve.ts';
import { PLATFORM } from '../config.ts';
import { aloneWith, answeredBy, forwardedIn, guildPlace, type PlaceSources, personOf } from './receive.ts';
import type { World } from './world.ts';

/** A message that may be meant for the bot, as stored in the inbox. */
export interface Heard {
  /** A reaction is treated like a reply to the message that it is on. */
  readonly kind: 'asked' | 'edited' | 'reacted';
  readonly id: string;
  /** Unix time in milliseconds of the last edit. Default: never edited. */
  readonly edited?: number;
  readonly channel: string;
  readonly place: Place;
  readonly user: string;
  /** The author's display name there. */
  readonly name: string;
  /** Empty for a message without text, such as a sticker in a private chat or a helper's picture. */
  readonly text: string;
  readonly addressed: boolean;
  /** Whether it is in a post of a forum, by the person who opened it. */
  readonly isPost?: boolean;
  /** Whether it is in a thread, which may have been started from one of the bot's messages. */
  readonly thread?: boolean;
  /** Whether it has an attachment or sticker. */
  readonly hasFile?: boolean;
  /** Id of the bot's message that it replies to. */
  readonly to?: string;
  /** Id of somebody else's message that holds the question. */
  readonly about?: string;
}

const GREETING = '/greet';
/** Only this many UTF-16 units of a message are read; no question is longer. */
const MOST_TEXT = 4000;

/**
 * Reads a message. Undefined if it is none for the bot: its own messages, those of other bots and webhooks, system
 * messages, and messages without text in a server, unless it may be a helper's file. Whether the bot listens to
 * messages that do not address it is the caller's decision.
 */
export function hear(message: Message, world: World & PlaceSources, kind: Heard['kind'] = 'asked'): Heard | undefined {
  const { id, channelId: channel, guildId: guild, author, member, webhookId, type, client } = message;
  const [me, user] = [client.user.id, author.id];
  if (user === me || author.bot || webhookId !== null) return undefined;
  if (type !== MessageType.Default && type !== MessageType.Reply) return undefined;
  const edited = kind === 'edited' ? (message.editedTimestamp ?? undefined) : undefined;
  const thread = world.threadOf(channel);
  const place =
    guild === null ? aloneWith(user, world.hash) : guildPlace(guild, thread?.parent ?? channel, world.titleOf(guild));
  const content = message.content.slice(0, MOST_TEXT);
  const asked = message.mentions.repliedUser;
  const isReply = asked?.id === me;
  const role = guild === null ? undefined : world.roleOf(guild);
  const addressed =
    guild === null || new RegExp(`<@!?${me}>`).test(content) || (role !== undefined && content.includes(`<@&${role}>`));
  // In a forum post, messages of others than its opener are answers, not questions.
  if (!addressed && !isReply && thread?.asker !== undefined && thread.asker !== user) return undefined;
  const others = forwardedIn(message) ?? (isReply ? '' : (answeredBy(message)?.content ?? ''));
  const hasNoText = guild === null && content.trim() === '' && others.trim() === '';
  const typed = content.replace(new RegExp(`<@!?${me}>|<@&${role}>`, 'g'), ' ').trim();
  // Quoted lines are somebody else's words.
  const own = addressed || isReply || thread !== undefined ? content : content.replace(QUOTED, '');
  const meant = () =>
    typed.startsWith('/') ? typed : wordsOf(own, addressed, others, id === channel ? thread?.name : undefined);
  const words = hasNoText ? '' : meant();
  const hasFile = message.attachments.size > 0 || message.stickers.size > 0;
  // A helper's answer may be a file without text.
  const isHelpers = hasFile && kind === 'asked' && (isReply || thread !== undefined);
  if (words === '' && ((guild !== null && !isHelpers) || kind === 'edited')) return undefined;
  const to = asked === null ? undefined : message.reference?.messageId;
  const isHelp = !isReply && to !== undefined && withoutMentions(content) === '' && words !== GREETING;
  const isPost = thread?.asker === user ? { isPost: true } : {};
  return {
    kind,
    id,
    edited,
    channel,
    place,
    user,
    name: member?.nickname ?? author.displayName,
    text: words,
    addressed,
    ...isPost,
    ...(thread === undefined ? {} : { thread: true }),
    ...(hasFile ? { hasFile } : {}),
    to: isReply ? to : undefined,
    about: isHelp ? to : undefined,
  };
}

/** Key of a channel or thread within its place. */
export const spotOf = (channel: string): string => `${PLATFORM} ${channel}`;

/**
 * The message and its author, for messages that a member wrote on a server; undefined for bots, commands and system
 * messages.
 */
export function writtenBy(
  { id, content, channelId: channel, guildId: guild, author, webhookId, type, mentions, reference }: Message,
  { threadOf, hash }: World & PlaceSources,
  at: number,
): JustWritten | undefined {
  if (guild === null || author.bot || webhookId !== null) return undefined;
  if ((type !== MessageType.Default && type !== MessageType.Reply) || content.startsWith('/')) return undefined;
  return {
    spot: spotOf(channel),
    id,
    person: hash(personOf(author.id)),
    at,
    to: type === MessageType.Reply ? reference?.messageId : undefined,
    names: [...mentions.users.keys()].map((user) => hash(personOf(user))),
    isThread: threadOf(channel) !== undefined,
    text: content,
  };
}

/** Reads a reaction of approval; undefined for any other reaction. */
export function hearReaction(
  { message: { id: to, channelId: channel, guildId: guild }, emoji, client }: Reaction,
  { id: user }: Reactor,
  world: World & PlaceSources,
): Heard | undefined {
  const sign = emoji.name ?? '';
  if (user === client.user.id || !isApproval(sign)) return undefined;
  const parent = world.threadOf(channel)?.parent ?? channel;
  const place = guild === null ? aloneWith(user, world.hash) : guildPlace(guild, parent, world.titleOf(guild));
  return { kind: 'reacted', id: to, channel, place, user, name: '', text: sign, addressed: false, to };
}

/** Messages from before the bot connected are partial: little more than ids is known of them. */
export type Reaction = MessageReaction | PartialMessageReaction;
export type Reactor = User | PartialUser;

/**
 * The question of a message. In a forum post the title comes first. A message with only the bot's mention means the
 * message it replies to, or in a private chat a forwarded one; without either it is a greeting.
 * @param others text of that other message
 */
function wordsOf(content: string, addressed: boolean, others: string, title: string | undefined): string {
  const words = withoutMentions(content);
  if (title !== undefined) return `${title}\n${words}`.trim();
  // A custom emoji alone asks nothing.
  if (words !== '' || !addressed || EMOJI.test(content)) return words;
  const question = withoutMentions(others.slice(0, MOST_TEXT));
  // A slash command in somebody else's message is not carried out.
  return question === '' || question.startsWith('/') ? GREETING : question;
}

const QUOTED = /^>>> [\s\S]*|^> .*$/gm;
const EMOJI = /<a?:\w+:\d+>/;

/** A helper's text without its mentions of people. */
export const withoutPeople = (content: string): string => content.replace(/ ?<@!?\d+>/g, '').trim();

/** Text without mentions and custom emoji, which Discord writes as ids. */
export const withoutMentions = (content: string): string =>
  content
    .replace(/<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
