import type { Message, MessageEntity, User } from 'grammy/types';
import { type Command, commandNamed } from '../../../bot/command.ts';
import { homeLanguage } from '../../../bot/conversation/choose-language.ts';
import { isQuestion } from '../../../bot/conversation/follow-up.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import type { ReturnAddress } from '../../../bot/handover/note.ts';
import { readCommand } from '../../../bot/platform/command-text.ts';
import type { WithServices } from '../../../bot/services.ts';
import { groupManners } from '../../../bot/settings/chosen.ts';
import type { TelegramContext } from '../context.ts';
import { channelOf, type Spot } from './place.ts';

export interface Words {
  readonly text: string;
  /** Whether the bot is addressed: by its name, or by a command with its name. */
  readonly isCalled: boolean;
}

const COMMAND = /^\/([a-z0-9_]{1,32})(?:@([a-z0-9_]+))?(?![a-z0-9_@])/i;

/**
 * Text or caption without the bot's name; undefined if there is none, or if it is a command for another bot. A
 * forwarded message addresses nobody, and a command in it does not count.
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

/** Removes a mention without user name: some clients link the bot's first name. */
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

/**
 * The message that this one replies to. In a topic, messages formally reply to the one that opened it; that does not
 * count.
 */
export function repliedTo(message: Message): Message | undefined {
  const replied = message.reply_to_message;
  return replied && !replied.forum_topic_created ? replied : undefined;
}

interface Replying {
  readonly replied: Message | undefined;
  /** Whether the replied message is the bot's. */
  readonly isReply: boolean;
  /** Question in the replied message, if a person wrote it. */
  readonly question: string | undefined;
  /** Whether the message was sent through another bot's inline mode. */
  readonly isThroughBot: boolean;
}

/**
 * Whether a message in a group may be meant for this bot. Unknown commands are another bot's; so may be commands with
 * common names, and messages to another bot.
 */
export async function isForBot(
  context: WithServices,
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
  // Other bots apply such commands to the message replied to or its author, e.g. to warn them. The command is surely
  // meant for this bot only if that message is a question.
  const isOfQuestion = takesQuestion(command);
  // In the comments below a channel's post, every message replies to the post.
  if (command.quotes !== undefined || (replied.is_automatic_forward && !isOfQuestion)) return true;
  return isOfQuestion && question !== undefined && (await isAsking(context, place, question));
}

/** Whether a command's first option is a question. */
export const takesQuestion = ({ options }: Command): boolean => options[0]?.name === 'question';

/** Whether a text is a question in the group's language. */
export async function isAsking({ services }: WithServices, place: Place, words: string): Promise<boolean> {
  const language = homeLanguage(await services.communities.of(place), services);
  return isQuestion({ services, language }, words);
}

/**
 * A text that begins with the name of another bot (Telegram lets those end in "bot" only), or that contains a command
 * for one.
 */
const OTHER_BOT = /^\s*@\w*bot(?!\w)|\/\w+@\w*bot(?!\w)/i;

/**
 * Whether a message is between a person and another bot. Anonymous administrators and channels are not bots, though
 * Telegram gives bots as their senders.
 */
const isOtherBots = (text: string, { replied, isThroughBot }: Replying): boolean =>
  isThroughBot || (replied?.from?.is_bot === true && replied.sender_chat === undefined) || OTHER_BOT.test(text);

/** A user's name as others see it; empty if unknown. */
export const nameOf = (user: User | undefined): string =>
  user === undefined || user.is_bot ? '' : [user.first_name, user.last_name ?? ''].join(' ').trim();

/** The address for later messages to somebody. */
export const returnTo = (spot: Spot, message: number, user: number | undefined): ReturnAddress => ({
  channel: channelOf(spot),
  message: String(message),
  user: String(user ?? ''),
  link: linkTo(spot, message),
});

/** URL of a message; empty if its chat has no links to messages. */
export function linkTo({ chat, thread }: Pick<Spot, 'chat' | 'thread'>, message: number): string {
  const [, id] = /^-100(\d+)$/.exec(String(chat)) ?? [];
  return id === undefined ? '' : ['https://t.me/c', id, ...(thread === undefined ? [] : [thread]), message].join('/');
}

/** The question to which the bot's message replies; empty if Telegram does not send it. */
export function questionAbove({ me }: Pick<TelegramContext, 'me'>, message: Message): string {
  const asked = message.reply_to_message;
  const said = (asked && wordsOf(asked, me)?.text) ?? '';
  return (readCommand(said)?.argument ?? said).trim();
}

/** Markdown markers of each kind of entity. */
const MARKS: Partial<Record<MessageEntity['type'], string>> = {
  bold: '**',
  italic: '*',
  strikethrough: '~~',
  code: '`',
};
/** Kinds of entities that mention people. */
const PEOPLE: readonly string[] = ['mention', 'text_mention'];

/** A message's text as Markdown, without mentions of people. */
export function markdownOf({ text, caption, entities, caption_entities: inCaption }: Message): string {
  const words = text ?? caption ?? '';
  const marks = (entities ?? inCaption ?? []).flatMap((entity) => marksOf(entity, words));
  // Applied from the end, so that earlier offsets stay valid; markers opened last are closed first.
  const ordered = marks.map((mark, number) => ({ ...mark, number })).sort((a, b) => b.at - a.at || a.number - b.number);
  return ordered
    .reduce((rest, { at, to = at, mark }) => rest.slice(0, at) + mark + rest.slice(to), words)
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** A text to insert at an offset, or to put in place of a range. */
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
  // A marker beside white space would not count.
  const within = words.slice(start, end);
  const inner = within.trim();
  if (mark === undefined || inner === '') return [];
  const from = start + within.indexOf(inner);
  return [
    { at: from, mark },
    { at: from + inner.length, mark },
  ];
}
