import { attachmentNote } from '../../../bot/answers/compose.ts';
import { needsAsked } from '../../../bot/answers/human-choice.ts';
import { type Attachment, type FileReply, notice, paragraph, type Reply } from '../../../bot/answers/reply.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { groupManners } from '../../../bot/settings/chosen.ts';
import { layoutOf, type TelegramContext } from '../context.ts';
import { queueOf, type Spot } from '../inbound/place.ts';
import { nameGroup, placeWithin, type Within } from '../manage/managed-group.ts';
import { leadToAnswer } from '../manage/private-answer.ts';
import { keyboardsOf, withLinkButtons } from './keyboard.ts';
import type {
  GroupAsker,
  Keyboard,
  MessagePayload,
  Once,
  Only,
  RichMessage,
  Target,
  TelegramPayload,
} from './outbox-message.ts';
import { renderPlain, renderReply } from './render.ts';
import { plain, type Rich } from './rich.ts';
import { needsRichMessage, richMessageOf } from './rich-message.ts';

/** A person somewhere. */
export interface SpotAndPerson {
  readonly spot: Spot;
  readonly person: string;
}

/** The person to whom something is said, and where. */
export interface Listener extends SpotAndPerson {
  /** The user's id, to which private files are sent; undefined for anonymous administrators. */
  readonly user?: number;
  /** Ids of the message to reply to, and of the asking one if it differs. */
  readonly replyTo?: number;
  readonly asked?: number;
  /** The group that the private chat is about. */
  readonly within?: Within;
  /** Default: everybody in the chat sees it. */
  readonly only?: Only;
}

/** How a reply is sent. */
export interface SendOptions
  extends Pick<
    MessagePayload,
    'forceReply' | 'dialogue' | 'pinFor' | 'once' | 'spare' | 'otherwise' | 'instead' | 'at' | 'handed' | 'isLoud'
  > {
  /** Buttons below those of the reply. */
  readonly below?: Keyboard;
  /** Whether the message may be deleted after a time, if the group's settings say so. Default: true for an answer. */
  readonly expires?: boolean;
  /** Whether the replaced messages answered another question. Default: no. */
  readonly isAskedAgain?: boolean;
}

/**
 * The target of a message. In private it is no reply, as it is clear what it answers; nor is an ephemeral message a
 * reply, as Telegram would refuse it if the replied message were gone.
 */
export const targetOf = ({ spot, replyTo, only }: Listener): Target => ({
  place: spot.key,
  chat: spot.chat,
  thread: spot.thread,
  direct: spot.direct,
  replyTo: spot.place.isPrivate || only ? undefined : replyTo,
  only,
});

/** A payload in its conversation's queue. */
export const inQueue = ({ spot, person }: SpotAndPerson, payload: TelegramPayload): Outgoing => ({
  queue: queueOf(spot),
  person,
  payload: JSON.stringify(payload),
});

/** A reply as new messages: several if it is long, with an attached file if there is one. */
export const say = (
  context: TelegramContext,
  reply: Reply,
  to: Listener,
  manner: SendOptions = {},
): Promise<Outgoing[]> => sayInstead(context, reply, to, [], manner);

/** A reply in place of earlier messages: surplus text follows in new messages, and surplus messages are deleted. */
export async function sayInstead(
  context: TelegramContext,
  given: Reply,
  to: Listener,
  messages: readonly number[],
  {
    below = [],
    expires = given.kind === 'answer',
    otherwise,
    instead,
    isAskedAgain = false,
    at: since = context.services.now(),
    ...manner
  }: SendOptions = {},
): Promise<Outgoing[]> {
  const alone = given.kind === 'answer' ? await leadToAnswer(context, given, to) : undefined;
  if (alone)
    return sayInstead(context, alone.reply, to, messages, {
      ...manner,
      below: alone.below,
      expires,
      otherwise,
      instead,
      isAskedAgain,
      at: since,
      pinFor: undefined,
    });
  const named = to.within === undefined ? given : nameGroup(context.services, given, to.within);
  const { reply, rows } = withLinkButtons(named, layoutOf(context, given.language));
  if (reply.kind === 'file') return [sayFile(context, reply, to)];
  const layout = layoutOf(context, reply.language);
  const texts = renderReply(reply, layout);
  const keyboards = await keyboardsOf(context, reply, to);
  const asked = String(to.asked ?? to.replyTo ?? '');
  const community = to.within && (await context.services.communities.of(placeWithin(to.within))).id;
  const posted =
    reply.kind === 'answer' ? { about: reply.about, language: reply.language, asked, community } : undefined;
  // A button may refer to the question in the message that is replied to.
  const part = needsAsked(reply, context.services) ? { ...targetOf(to), replyTo: to.replyTo } : targetOf(to);
  const target = manner.spare === 'overheard' ? { ...part, isOnlyReply: true } : part;
  const asker = askerOf(reply, to);
  const minutes =
    expires && !to.spot.place.isPrivate
      ? groupManners(await context.services.communities.of(to.spot.place)).minutes
      : undefined;
  /** All messages of the reply. @param own its texts; choices that do not fit below them get messages of their own */
  const planOf = (own: readonly Rich[]): Outgoing[] => {
    const parts = [...own, ...keyboards.slice(1).map(() => plain('…'))];
    const removed = messages
      .slice(parts.length)
      .map((message): TelegramPayload => ({ kind: 'remove', target, message }));
    const sent = parts.map((rich, at) => payloadOf(rich, at, parts.length, own.length));
    return [...sent, ...besideOf(parts.length), ...removed].map((payload) => inQueue(to, payload));
  };
  const payloadOf = (rich: Rich, at: number, count: number, own: number): TelegramPayload => {
    const isLast = at === count - 1;
    const keyboard = keyboards[at - own + 1] ?? [];
    const shown = {
      target,
      rich,
      keyboard: [...(at === own - 1 ? rows : []), ...keyboard, ...(isLast ? below : [])],
      posted,
    };
    const message = messages[at];
    return message === undefined
      ? {
          kind: 'message',
          ...shown,
          asked,
          asker,
          at: since,
          minutes,
          ...(isLast ? manner : {}),
          once: onceAt(manner.once, at),
          otherwise: at === 0 ? otherwise : undefined,
          instead: at === 0 ? instead : undefined,
        }
      : {
          kind: 'edit',
          ...shown,
          message,
          askedAgain: isAskedAgain ? asked : undefined,
          instead: at === 0 ? instead : undefined,
        };
  };
  const besideOf = (count: number): TelegramPayload[] =>
    reply.kind !== 'answer' || reply.attachment === undefined || messages.length > 0
      ? []
      : [
          {
            kind: 'attachment',
            target,
            attachment: reply.attachment,
            minutes,
            otherwise: { target, rich: attachmentWords(reply.attachment), keyboard: [] },
            once: onceAt(manner.once, count),
            spare: manner.spare,
            at: since,
          },
        ];
  const isRich = to.only === undefined && reply.kind === 'answer' && (texts.length > 1 || needsRichMessage(reply));
  const html = isRich ? richMessageOf(reply, layout) : undefined;
  return html === undefined
    ? planOf(texts)
    : asRichMessage(html, layout.isRightToLeft, planOf([texts[0]]), planOf(texts));
}

/** The first message as a rich message, with the messages that follow it and the plain text to fall back on. */
function asRichMessage(
  html: string,
  isRightToLeft: boolean,
  [first, ...then]: readonly Outgoing[],
  otherwise: readonly Outgoing[],
): Outgoing[] {
  if (!first) return [];
  const richMessage: RichMessage = { html, isRightToLeft, then, otherwise };
  return [{ ...first, payload: JSON.stringify({ ...JSON.parse(first.payload), richMessage }) }];
}

function askerOf({ language }: Reply, { spot, user }: Listener): GroupAsker | undefined {
  const { isPrivate, title = '' } = spot.place;
  return isPrivate || user === undefined ? undefined : { user, language, group: title };
}

/** Each part of a long answer has a name of its own; only the first part has a pointer instead of a repetition. */
const onceAt = (once: Once | undefined, at: number): Once | undefined =>
  once && at > 0 ? { names: once.names.map((name) => `${name} ${at}`) } : once;

/** @param language of the message if the bot lacks the permission */
export function pinning({ services }: TelegramContext, to: Listener, message: string, language: string): Outgoing {
  const [target, rich] = [targetOf(to), plain(services.speak(language)('cannot-pin-message'))];
  return inQueue(to, { kind: 'pin', target, message: Number(message), otherwise: { target, rich, keyboard: [] } });
}

/** The language is empty, as a file's name belongs to none. */
const attachmentWords = (attachment: Attachment): Rich =>
  renderReply(notice('', { blocks: [paragraph(attachmentNote(attachment))] }), { isRightToLeft: false })[0];

/** A file goes to the private chat, as others must not read it. */
function sayFile(context: TelegramContext, reply: FileReply, to: Listener): Outgoing {
  const { file } = reply;
  const caption = plain(renderPlain(reply, layoutOf(context, reply.language)).slice(0, 1000));
  const here = targetOf(to);
  if (to.spot.place.isPrivate) return inQueue(to, { kind: 'file', target: here, ...file, caption });
  const rich = plain(context.services.speak(reply.language)('write-me-first'));
  const otherwise = { target: here, rich, keyboard: [] };
  if (to.user === undefined) return inQueue(to, { kind: 'message', ...otherwise });
  const alone: Target = { place: here.place, chat: to.user };
  return inQueue(to, { kind: 'file', target: alone, ...file, caption, otherwise });
}
