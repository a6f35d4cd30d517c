import type { Message } from 'grammy/types';
import type { Attachment } from '../../../bot/answers/reply.ts';
import { commandNamed } from '../../../bot/command.ts';
import type { Incoming } from '../../../bot/conversation/incoming.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import type { Moment } from '../../../bot/kinds.ts';
import { doneAt } from '../../../bot/moment.ts';
import { readCommand, readOptions } from '../../../bot/platform/command-text.ts';
import type { MemberMessage } from '../../../bot/platform/conversation.ts';
import type { WithServices } from '../../../bot/services.ts';
import { PLATFORM } from '../config.ts';
import type { TelegramContext } from '../context.ts';
import type { Only } from '../outbound/outbox-message.ts';
import type { Listener } from '../outbound/outgoing.ts';
import { ADDED, readAlone, readAnswerToken, readAsking, readDeepLink } from './deep-link.ts';
import { withNote } from './notes.ts';
import { authorOf } from './person.ts';
import { type Spot, spotOf } from './place.ts';
import {
  isAsking,
  isForBot,
  linkTo,
  markdownOf,
  nameOf,
  repliedTo,
  returnTo,
  takesQuestion,
  type Words,
  wordsOf,
} from './words.ts';

/** The command for a message with only the bot's name, and for starting a chat. */
export const GREETING = '/greet';

/**
 * Names of people at the beginning of a message: they tell whom it is for, and are not part of the question. They are
 * kept before a slash, as what follows is no command then.
 */
const CALLED = /^(?:@[a-z0-9_]+[,:，：]?\s+)+(?=[^\s/])/iu;

/** A message that the bot may answer, as it was read. */
export interface Received extends MemberMessage {
  readonly listener: Listener;
  /** As Telegram sent it; for a press, the message with the button. */
  readonly message: Pick<Message, 'media_group_id' | 'reply_to_message' | 'photo' | 'document'>;
  /** Its text, without the bot's name. */
  readonly words: string;
  /** When it was written or edited. */
  readonly at: Moment;
}

/** @returns undefined if no person wrote it, or if it is not for this bot */
export async function receive(context: TelegramContext, message: Message): Promise<Received | undefined> {
  const { me, services } = context;
  const spot = spotOf(message, services.hash);
  if (spot.place.isPrivate) context.addresses.set(spot.key, spot.chat);
  const author = message.via_bot?.id === me.id ? undefined : authorOf(context, spot, message);
  const typed = author && wordsOf(message, me);
  // A hashtag in a forwarded message asks for nothing.
  const words = typed && (message.forward_origin === undefined ? await withNote(context, spot.place, typed) : typed);
  if (!author || !words) return undefined;
  const replied = repliedTo(message);
  const isReply = replied?.from?.id === me.id;
  const question =
    replied?.from?.is_bot && !(isReply && isQuoted(message, words)) ? undefined : questionIn(message, replied);
  if (
    !(await isForBot(context, spot.place, words, {
      replied,
      isReply,
      question,
      isThroughBot: message.via_bot !== undefined,
    }))
  )
    return undefined;
  const said = words.text.replace(CALLED, '');
  const text = meantBy(said === '' && words.isCalled ? (question ?? GREETING) : said, spot.place);
  if (text === undefined || text === '') return undefined;
  const { person, user, locale, isModerator } = author;
  const addressed = spot.place.isPrivate === true || words.isCalled || namesCommand(context, words.text);
  const options = question === undefined ? undefined : await withQuoted(context, spot.place, text, question, replied);
  const only = onlyBy(message, user);
  const to = isReply && replied.message_id !== 0 ? String(replied.message_id) : undefined;
  return {
    id: only ? `only ${user} ${only.command}` : String(message.message_id),
    to,
    help:
      to === undefined || words.text.startsWith('/')
        ? undefined
        : {
            to,
            words: markdownOf(message),
            name: nameOf(message.from),
            hasFile: message.caption !== undefined,
            link: linkTo(spot, message.message_id),
          },
    message,
    incoming: {
      person,
      place: spot.place,
      text,
      addressed,
      isReply: isReply && !addressed,
      locale,
      name: user === undefined ? '' : nameOf(message.from),
      returnTo: only ? undefined : returnTo(spot, message.message_id, user),
      isModerator,
      options,
      quoted: quotedIn(context, spot, replied, question),
      attachment: attachmentOf(message),
    },
    listener: {
      spot,
      person: services.hash(person),
      user,
      ...(only
        ? { only }
        : {
            replyTo:
              (!isReply && isForAsker(context, text, question) ? replied?.message_id : undefined) ?? message.message_id,
            asked: message.message_id,
          }),
    },
    words: words.text,
    at: doneAt((message.edit_date ?? message.date) * 1000, services.now()),
  };
}

/** The author, if the command was ephemeral: then only they see the answer. */
function onlyBy({ ephemeral_message_id: command }: Message, user: number | undefined): Only | undefined {
  return command === undefined || user === undefined ? undefined : { user, command };
}

/** Reads a message without text, such as a photo without caption. @returns undefined if no person sent it */
export function receiveMedia(context: TelegramContext, message: Message): Received | undefined {
  const { me, services } = context;
  const spot = spotOf(message, services.hash);
  const author = message.ephemeral_message_id === undefined ? authorOf(context, spot, message) : undefined;
  if (!author) return undefined;
  const { person, user, locale } = author;
  const replied = repliedTo(message);
  const to = replied?.from?.id === me.id ? String(replied.message_id) : undefined;
  const id = message.message_id;
  return {
    id: String(id),
    to,
    help: to === undefined ? undefined : { to, words: '', name: '', link: '' },
    message,
    incoming: { person, place: spot.place, text: '', addressed: spot.place.isPrivate === true, locale },
    listener: { spot, person: services.hash(person), user, replyTo: id, asked: id },
    words: '',
    at: doneAt(message.date * 1000, services.now()),
  };
}

/**
 * The text that is meant. Telegram begins a chat with `/start`, which means the greeting in private, the help in a
 * group, or the entry or question of a deep link.
 * @returns undefined if it asks for nothing
 */
function meantBy(text: string, { isPrivate }: Place): string | undefined {
  const typed = readCommand(text);
  if (typed?.name !== 'start' || /\s/.test(typed.argument)) return text;
  if (!isPrivate && typed.argument === ADDED) return undefined;
  const asked = isPrivate ? readAsking(typed.argument) : undefined;
  if (asked !== undefined) return asked;
  if (isPrivate && (readAlone(typed.argument) || readAnswerToken(typed.argument) !== undefined)) return text;
  const entry = readDeepLink(typed.argument);
  return entry === undefined ? (isPrivate ? GREETING : '/help') : `/show ${entry}`;
}

/**
 * Whether the message only mentions the bot and quotes a part of one of its messages: then the quoted part is the
 * question.
 */
const isQuoted = ({ quote }: Message, { text, isCalled }: Words): boolean =>
  quote?.is_manual === true && text === '' && isCalled;

/**
 * The question in the message replied to, which may be in another chat: its quoted part, else all of it. A command is
 * no question.
 */
function questionIn({ quote }: Message, replied: Message | undefined): string | undefined {
  const said = quote?.text ?? replied?.text ?? replied?.caption;
  return said?.trim().startsWith('/') ? undefined : said;
}

/** The text and author of the message replied to, if a person wrote it. */
function quotedIn(
  context: TelegramContext,
  spot: Spot,
  replied: Message | undefined,
  text: string | undefined,
): Incoming['quoted'] {
  const author = replied && authorOf(context, spot, replied);
  return author && text !== undefined ? { text, person: author.person } : undefined;
}

/** Whether somebody asks on behalf of the author of the message replied to, so that the answer is for that author. */
function isForAsker(context: WithServices, text: string, question: string | undefined): boolean {
  if (question === undefined) return false;
  const { command, argument } = commandIn(context, text) ?? {};
  return text === question || command?.gives === 'entry' || (command?.gives === 'answer' && argument === '');
}

const commandIn = ({ services }: WithServices, text: string) => {
  const typed = readCommand(text);
  const command = commandNamed(services, typed?.name);
  return command && typed && { command, argument: typed.argument };
};

const namesCommand = (context: WithServices, text: string): boolean => commandIn(context, text) !== undefined;

/**
 * Options of a command in reply to a message: its text is the command's question, or what the command quotes, unless
 * the command has text of its own. A channel's post is not quoted as an answer.
 */
async function withQuoted(
  context: WithServices,
  place: Place,
  text: string,
  words: string,
  replied: Message | undefined,
): Promise<Incoming['options']> {
  const { command, argument } = commandIn(context, text) ?? {};
  if (!command || argument === undefined || !takesQuestion(command)) return undefined;
  const given = readOptions(argument, command.options);
  const isQuoted = command.quotes !== undefined && !(await isAsking(context, place, words));
  const name = isQuoted ? command.quotes : 'question';
  if (given[name] !== undefined || (isQuoted && replied?.is_automatic_forward)) return undefined;
  return { [name]: words };
}

/** File name for photos, which have none on Telegram. */
const PHOTO = 'photo.jpg';
const MOST_NAME = 100;

/** The photo or file of a message, by Telegram's file id, which only this bot can use. */
export function attachmentOf({ photo, document }: Pick<Message, 'photo' | 'document'>): Attachment | undefined {
  const largest = Array.isArray(photo) ? photo.at(-1) : undefined;
  if (typeof largest?.file_id === 'string')
    return { platform: PLATFORM, type: 'photo', file: largest.file_id, name: PHOTO };
  if (typeof document?.file_id !== 'string') return undefined;
  const name =
    typeof document.file_name === 'string'
      ? document.file_name.replace(/\s+/g, ' ').trim().slice(0, MOST_NAME).toWellFormed()
      : '';
  return { platform: PLATFORM, type: 'file', file: document.file_id, name: name === '' ? 'file' : name };
}
