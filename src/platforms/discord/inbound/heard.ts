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
import { aloneWith, answeredBy, forwardedIn, guildPlace, NAME, type PlaceSources, personOf } from './receive.ts';
import type { World } from './world.ts';

/** A message that may be meant for the bot, as it waits in the inbox. */
export interface Heard {
  /** A reaction is a sign in reply to the message that it is on. */
  readonly kind: 'asked' | 'edited' | 'reacted';
  readonly id: string;
  /** When it was last edited: milliseconds. Default: it is as it was written. */
  readonly edited?: number;
  readonly channel: string;
  readonly place: Place;
  readonly user: string;
  /** The author's name as others see it there. */
  readonly name: string;
  /** Empty for a message without words, such as a sticker in private, or a helper's picture. */
  readonly text: string;
  readonly addressed: boolean;
  /** Whether it is in a post of a forum, by the person who opened it. */
  readonly isPost?: boolean;
  /** Whether it is in a thread, which may be that of a message of the bot's. */
  readonly thread?: boolean;
  /** Whether a picture, a voice or a file came with it. */
  readonly hasFile?: boolean;
  /** The bot's message that it replies to. */
  readonly to?: string;
  /** Somebody else's message whose question is meant. */
  readonly about?: string;
}

const GREETING = '/greet';
/** Units of a message that are read; a question is never that long. */
const MOST_TEXT = 4000;

/**
 * Reads a message. Undefined for what is not for the bot: its own messages, those of bots and webhooks, system
 * messages, and those without words on a server. Whether it listens to what is not addressed to it is asked by the
 * caller.
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
  // In a forum others than the person who opened the post answer it.
  if (!addressed && !isReply && thread?.asker !== undefined && thread.asker !== user) return undefined;
  const others = forwardedIn(message) ?? (isReply ? '' : (answeredBy(message)?.content ?? ''));
  const hasNoText = guild === null && content.trim() === '' && others.trim() === '';
  const typed = content.replace(new RegExp(`<@!?${me}>|<@&${role}>`, 'g'), ' ').trim();
  // What somebody quotes above their words they do not ask.
  const own = addressed || isReply || thread !== undefined ? content : content.replace(QUOTED, '');
  const meant = () =>
    typed.startsWith('/') ? typed : wordsOf(own, addressed, others, id === channel ? thread?.name : undefined);
  const words = hasNoText ? '' : meant();
  const hasFile = message.attachments.size > 0 || message.stickers.size > 0;
  // With a file alone a helper may mean to answer.
  const isHelpers = hasFile && kind === 'asked' && (isReply || thread !== undefined);
  if (words === '' && ((guild !== null && !isHelpers) || kind === 'edited')) return undefined;
  const to = asked === null ? undefined : message.reference?.messageId;
  const isHelp = !isReply && to !== undefined && withoutMentions(content) === '' && words !== GREETING;
  const isPost = thread?.asker === user ? { isPost: true } : {};
  return {
    kind,
    id,
    ...(edited === undefined ? {} : { edited }),
    channel,
    place,
    user,
    name: member?.nickname ?? author.displayName,
    text: words,
    addressed,
    ...isPost,
    ...(thread === undefined ? {} : { thread: true }),
    ...(hasFile ? { hasFile } : {}),
    ...(isReply ? { to } : {}),
    ...(isHelp ? { about: to } : {}),
  };
}

/** Id of a channel or thread as a part of its place. */
export const spotOf = (channel: string): string => `${NAME} ${channel}`;

/** That a person wrote on a server; undefined for bots, for commands, and for what the server itself writes. */
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

/** Reads a sign of approval on a message; undefined for any other reaction. */
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

/** As the library gives them: of messages from before, it knows little more than their ids. */
export type Reaction = MessageReaction | PartialMessageReaction;
export type Reactor = User | PartialUser;

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

const QUOTED = /^>>> [\s\S]*|^> .*$/gm;
const EMOJI = /<a?:\w+:\d+>/;

/** A helper's text without the people that it speaks to. */
export const withoutPeople = (content: string): string => content.replace(/ ?<@!?\d+>/g, '').trim();

/** Text without people, roles and emoji that Discord writes as numbers. */
export const withoutMentions = (content: string): string =>
  content
    .replace(/<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
