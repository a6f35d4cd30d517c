import type { Message, MessageEntity, User } from 'grammy/types';
import { type Command, commandNamed } from '../../../bot/command.ts';
import { homeLanguage } from '../../../bot/conversation/choose-language.ts';
import { isQuestion } from '../../../bot/conversation/follow-up.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import type { ReturnAddress } from '../../../bot/handover/note.ts';
import { readCommand } from '../../../bot/platform/command-text.ts';
import { groupManners } from '../../../bot/settings/chosen.ts';
import type { TelegramContext } from '../context.ts';
import { channelOf, type Spot } from './place.ts';

/** The words of a message. */
export interface Words {
  readonly text: string;
  /** Whether the bot is called: by its name, or by a command that names it. */
  readonly isCalled: boolean;
}

const COMMAND = /^\/([a-z0-9_]{1,32})(?:@([a-z0-9_]+))?(?![a-z0-9_@])/i;

/**
 * Text or caption without the bot's name; undefined if there are none, or if they are a command to another bot.
 * A forwarded message calls nobody, and is no command.
 */
export function wordsOf(message: Message, me: TelegramContext['me']): Words | undefined {
  const text = message.text ?? message.caption;
  if (typeof text !== 'string') return undefined;
  if (message.forward_origin !== undefined) return text.trim().startsWith('/') ? undefined : { text, isCalled: false };
  const [head, command, bot] = COMMAND.exec(text) ?? [];
  if (head !== undefined && command !== undefined) {
    if (bot !== undefined && bot.toLowerCase() !== me.username.toLowerCase()) return undefined;
    return { text: `/${command}${text.slice(head.length)}`, isCalled: bot !== undefined };
  }
  const others = withoutLinkedName(text, message, me).replace(
    new RegExp(`(?<![\\p{L}\\p{N}_])@${me.username}(?![A-Za-z0-9_])[,:，：]?`, 'giu'),
    ' ',
  );
  return { text: others === text ? text : others.replace(/[^\S\n]+/g, ' ').trim(), isCalled: others !== text };
}

/** A mention without the sign: some clients link the bot's first name. */
function withoutLinkedName(
  text: string,
  { entities, caption_entities: inCaption }: Message,
  { id }: TelegramContext['me'],
): string {
  const found = (entities ?? inCaption ?? []).find(
    (entity) => entity.type === 'text_mention' && entity.user?.id === id,
  );
  return found ? `${text.slice(0, found.offset)} ${text.slice(found.offset + found.length)}` : text;
}

/** The message that is answered with this one; the one that opened a topic is not meant. */
export function repliedTo(message: Message): Message | undefined {
  const replied = message.reply_to_message;
  return replied && !replied.forum_topic_created ? replied : undefined;
}

/** The message that is replied to. */
interface Replying {
  readonly replied: Message | undefined;
  /** Whether that is the bot's. */
  readonly isReply: boolean;
  /** Its question, if it is a person's. */
  readonly question: string | undefined;
  /** Whether another bot put the words together. */
  readonly isThroughBot: boolean;
}

/**
 * Whether words in a group may be meant for this bot: commands that it does not know are another bot's, and so may be
 * those whose names are much used, and what is said to another bot.
 */
export async function isForBot(
  context: Pick<TelegramContext, 'services'>,
  place: Place,
  { text, isCalled }: Words,
  replying: Replying,
): Promise<boolean> {
  const name = /^\/([a-z0-9_]+)/i.exec(text)?.[1]?.toLowerCase();
  const { replied, isReply, question } = replying;
  if (place.isPrivate) return true;
  if (name === undefined) return isCalled || isReply || !isOtherBots(text, replying);
  const { services } = context;
  const community = await services.communities.of(place);
  const { isOnlyNamed, disabled } = groupManners(community);
  if (disabled.includes(name)) return false;
  if (isCalled) return true;
  const command = commandNamed(services, name);
  if (!command) return name === 'start' && !isOnlyNamed;
  if (command.greets || (isOnlyNamed && !isReply)) return false;
  if (!command.forModerators || !replied || isReply || readCommand(text)?.argument !== '') return true;
  // Other bots take such a command for the message, or its author, that is replied to: only a question is surely meant
  // for this one.
  const isOfQuestion = takesQuestion(command);
  // Under what a channel posted everything is a reply to that.
  if (command.quotes !== undefined || (replied.is_automatic_forward && !isOfQuestion)) return true;
  return isOfQuestion && question !== undefined && (await isAsking(context, place, question));
}

/** Whether a command is about a question. */
export const takesQuestion = ({ options }: Command): boolean => options[0]?.name === 'question';

/** Whether words ask something. */
export async function isAsking(
  { services }: Pick<TelegramContext, 'services'>,
  place: Place,
  words: string,
): Promise<boolean> {
  const language = homeLanguage(await services.communities.of(place), services);
  return isQuestion({ services, language }, words);
}

/** Begins with the name of another bot, which Telegram lets end so, or gives one a command. */
const OTHER_BOT = /^\s*@\w*bot(?!\w)|\/\w+@\w*bot(?!\w)/i;

/** Whether something is between a person and another bot. Somebody who hides, or speaks as a channel, is none. */
const isOtherBots = (text: string, { replied, isThroughBot }: Replying): boolean =>
  isThroughBot || (replied?.from?.is_bot === true && replied.sender_chat === undefined) || OTHER_BOT.test(text);

/** The name of somebody as others see it; empty for those who hide. */
export const nameOf = (user: User | undefined): string =>
  user === undefined || user.is_bot ? '' : [user.first_name, user.last_name ?? ''].join(' ').trim();

/** The way for a later message to somebody. */
export const returnTo = (spot: Spot, message: number, user: number | undefined): ReturnAddress => ({
  channel: channelOf(spot),
  message: String(message),
  user: String(user ?? ''),
  link: linkTo(spot, message),
});

/** The address of a message; empty if its chat has none. */
export function linkTo({ chat, thread }: Pick<Spot, 'chat' | 'thread'>, message: number): string {
  const [, id] = /^-100(\d+)$/.exec(String(chat)) ?? [];
  return id === undefined ? '' : ['https://t.me/c', id, ...(thread === undefined ? [] : [thread]), message].join('/');
}

/** The question of the message that the bot's message replies to; empty if it is out of sight. */
export function questionAbove({ me }: Pick<TelegramContext, 'me'>, message: Message): string {
  const asked = message.reply_to_message;
  const said = (asked && wordsOf(asked, me)?.text) ?? '';
  return (readCommand(said)?.argument ?? said).trim();
}

/** Marks of Markdown around a part of a text. */
const MARKS: Partial<Record<MessageEntity['type'], string>> = {
  bold: '**',
  italic: '*',
  strikethrough: '~~',
  code: '`',
};
/** Parts that speak to a person. */
const PEOPLE: readonly string[] = ['mention', 'text_mention'];

/** A message's words in Markdown, without the people that it speaks to. */
export function markdownOf({ text, caption, entities, caption_entities: inCaption }: Message): string {
  const words = text ?? caption ?? '';
  const marks = (entities ?? inCaption ?? []).flatMap((entity) => marksOf(entity, words));
  // From the end on, so that what comes before keeps its place; what was opened last is closed first.
  const ordered = marks.map((mark, number) => ({ ...mark, number })).sort((a, b) => b.at - a.at || a.number - b.number);
  return ordered
    .reduce((rest, { at, to = at, mark }) => rest.slice(0, at) + mark + rest.slice(to), words)
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** Something to put at a place of a text, or instead of what follows up to another one. */
interface Mark {
  readonly at: number;
  readonly to?: number;
  readonly mark: string;
}

function marksOf(entity: MessageEntity, words: string): Mark[] {
  const [start, end] = [entity.offset, entity.offset + entity.length];
  if (PEOPLE.includes(entity.type)) return [{ at: start, to: end, mark: '' }];
  if (entity.type === 'text_link')
    return [
      { at: start, mark: '[' },
      { at: end, mark: `](${entity.url})` },
    ];
  if (entity.type === 'pre')
    return [
      { at: start, mark: '\n```\n' },
      { at: end, mark: '\n```\n' },
    ];
  const mark = MARKS[entity.type];
  // Marks do not count beside a space.
  const within = words.slice(start, end);
  const inner = within.trim();
  if (mark === undefined || inner === '') return [];
  const from = start + within.indexOf(inner);
  return [
    { at: from, mark },
    { at: from + inner.length, mark },
  ];
}
