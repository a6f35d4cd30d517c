import { InputFile } from 'grammy';
import type { Message } from 'grammy/types';
import type { Attempt } from '../../../bot/attempt.ts';
import type { SendOutcome } from '../../../bot/delivery/sender.ts';
import { notePosted } from '../../../bot/handover/delivered.ts';
import { momentAfter } from '../../../bot/moment.ts';
import { ApiError } from '../api.ts';
import { PLATFORM } from '../config.ts';
import { type DeliveryContext, within } from '../context.ts';
import { notePrompt } from '../forms/dialogue.ts';
import { pageOf } from '../inbound/inline.ts';
import { channelOf } from '../inbound/place.ts';
import { type Markup, markup, markupOf, optionsFor } from './call-options.ts';
import type {
  AttachmentPayload,
  EditPayload,
  GuestPayload,
  InlinePayload,
  MessagePayload,
  Posted,
  PressPayload,
  RemovePayload,
  RichMessage,
  Target,
  TelegramPayload,
} from './outbox-message.ts';
import { look, type Rich } from './rich.ts';

/** Notifications with at least so many characters are shown as an alert, shorter ones briefly at the top. */
const LONG_NOTE = 60;
/** Seconds for which Telegram may cache a page of results. */
const PAGE_SECONDS = 10;
const SENT: SendOutcome = { kind: 'sent' };
const REFUSED: SendOutcome = { kind: 'refused' };

/** A payload for a chat, which waits for the chat's turn. */
export type ChatPayload = Extract<TelegramPayload, { readonly target: Target }>;

/** Makes the API call of a payload. @returns the outcome, with what must be recorded */
export async function callFor(context: DeliveryContext, payload: ChatPayload, person: string): Promise<SendOutcome> {
  const { api, recall, said } = context;
  const { chat, place } = payload.target;
  switch (payload.kind) {
    case 'message':
      return sendMessage(context, payload, person);
    case 'attachment':
      return sendAttachment(context, payload, person);
    case 'edit':
      return edit(context, payload, person);
    case 'remove':
      if (payload.target.only) {
        await api.deleteEphemeralMessage(chat, payload.target.only.user, payload.message);
        return SENT;
      }
      said.forget(place, String(payload.message));
      // Recorded first, as deleting a message that is already gone throws.
      await recall.removed(place, String(payload.message));
      await api.deleteMessage(chat, payload.message);
      return SENT;
    case 'pin':
      await api.pinChatMessage(chat, payload.message, { disable_notification: true });
      return SENT;
    case 'file': {
      const { text, name, caption } = payload;
      await context.alone();
      const more = { caption: caption.text, caption_entities: [...caption.entities] };
      await api.sendDocument(chat, new InputFile(Buffer.from(text), name), more);
      return SENT;
    }
  }
}

export async function answerPress({ api }: DeliveryContext, { id, text, url }: PressPayload): Promise<SendOutcome> {
  await api.answerCallbackQuery(id, {
    ...(url === undefined ? {} : { url }),
    ...(text === undefined ? {} : { text, show_alert: text.length > LONG_NOTE }),
  });
  return SENT;
}

export async function answerInline(context: DeliveryContext, payload: InlinePayload): Promise<SendOutcome> {
  const { results, next, button } = await pageOf(context, payload);
  await context.api.answerInlineQuery(payload.id, results, {
    next_offset: next,
    is_personal: true,
    cache_time: PAGE_SECONDS,
    ...(button === undefined ? {} : { button }),
  });
  return SENT;
}

/** Nothing is recorded: Telegram shows only one answer, however often it is sent. */
export async function answerGuest({ api }: DeliveryContext, { id, result }: GuestPayload): Promise<SendOutcome> {
  await api.answerGuestQuery(id, result);
  return SENT;
}

/** Sends a message and records it, so that it can be pinned, voted on, corrected and replied to. */
async function sendMessage(context: DeliveryContext, payload: MessagePayload, person: string): Promise<SendOutcome> {
  const { target, rich, once, posted, dialogue, minutes, handed, isLoud } = payload;
  const said = once && context.said.find(target.place, once.names);
  if (said !== undefined) return pointAt(context, payload, said, person);
  const markup = await markupOf(context, payload, person);
  const sent = await sendText(context, target, payload.richMessage ?? rich, markup, isLoud);
  const message = sent.message_id;
  if (target.only) {
    // An ephemeral message has no id to record. An API server that knows none sends an ordinary message instead, which
    // is deleted.
    if (sent.ephemeral_message_id !== undefined) return SENT;
    await context.api.deleteMessage(target.chat, message);
    throw new ApiError('sendMessage', 400, 'the server knows no ephemeral messages');
  }
  if (once) context.said.note(target.place, once.names, String(message));
  if (!posted) context.replies.note(target.place, payload.asked ?? '', String(message));
  if (dialogue === undefined && !posted && minutes === undefined && !handed) return SENT;
  const note = async (attempt: Attempt): Promise<void> => {
    await removeLater(attempt, context, payload, message, person);
    if (dialogue !== undefined) await notePrompt(within(context, attempt), dialogue, message);
    if (posted) await remember(within(context, attempt), target, posted, message, person);
    if (handed) await notePosted(within(context, attempt).services, handed, person, String(message));
  };
  return { kind: 'sent', note };
}

/**
 * Whether a message is superfluous: for a while, an answer serves everybody who asks the same, and so does one pointer
 * to it.
 */
export function isSaid({ said }: Pick<DeliveryContext, 'said'>, payload: ChatPayload): boolean {
  if (payload.kind !== 'message' && payload.kind !== 'attachment') return false;
  const { once, target } = payload;
  const message = once && said.find(target.place, once.names);
  return message !== undefined && (once?.otherwise === undefined || said.isPointedAt(target.place, message));
}

/** Reaction on a message whose answer is already above. */
const SEEN = '👀';

/**
 * For somebody who addressed the bot although the answer and a pointer to it are just above: a reaction, or the pointer
 * again if the group allows no reactions. Messages that did not address the bot get nothing.
 */
export async function nod(context: DeliveryContext, payload: ChatPayload, person: string): Promise<SendOutcome> {
  if (payload.kind !== 'message' || payload.spare === 'overheard' || !isSaid(context, payload)) return REFUSED;
  const { once, target, asked } = payload;
  const said = once && context.said.find(target.place, once.names);
  if (said === undefined || once?.otherwise === undefined) return REFUSED;
  try {
    await context.api.setMessageReaction(target.chat, Number(asked), [{ type: 'emoji', emoji: SEEN }]);
    return SENT;
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 400) return REFUSED;
  }
  const ended = await context.pacer.turn(target.chat);
  if (!ended) return REFUSED;
  try {
    return await pointAt(context, payload, said, person);
  } finally {
    ended();
  }
}

/** Points to an answer by a link, or by a reply to it if the group has no links to messages. */
async function pointAt(
  context: DeliveryContext,
  payload: MessagePayload,
  message: string,
  person: string,
): Promise<SendOutcome> {
  const { target, once } = payload;
  if (once?.otherwise === undefined) return SENT;
  const link = /^-100(\d+)$/.exec(String(target.chat))?.[1];
  const { message_id: sent } = await (link === undefined
    ? sendText(context, { ...target, replyTo: Number(message) }, once.otherwise)
    : sendText(context, target, look(once.otherwise, { type: 'text_link', url: `https://t.me/c/${link}/${message}` })));
  context.said.pointedAt(target.place, message);
  return { kind: 'sent', note: (attempt) => removeLater(attempt, context, payload, sent, person) };
}

/** Sends a stored photo or file again. */
async function sendAttachment(
  context: DeliveryContext,
  payload: AttachmentPayload,
  person: string,
): Promise<SendOutcome> {
  const { target, attachment, once } = payload;
  await context.alone();
  const { type, file } = attachment;
  const { message_id: message } = await (type === 'photo'
    ? context.api.sendPhoto(target.chat, file, optionsFor(target))
    : context.api.sendDocument(target.chat, file, optionsFor(target)));
  if (once) context.said.note(target.place, once.names, String(message));
  return { kind: 'sent', note: (attempt) => removeLater(attempt, context, payload, message, person) };
}

async function edit(context: DeliveryContext, payload: EditPayload, person: string): Promise<SendOutcome> {
  const { target, message, rich, keyboard, posted, askedAgain } = payload;
  if (target.only) {
    await context.api.editEphemeralMessageText(target.chat, target.only.user, message, rich.text, {
      entities: [...rich.entities],
      link_preview_options: { is_disabled: true },
      ...markup(keyboard),
    });
    return SENT;
  }
  context.said.forget(target.place, String(message));
  if (payload.richMessage)
    await context.api.editMessageText(target.chat, message, inputOf(payload.richMessage), markup(keyboard));
  else
    await context.api.editMessageText(target.chat, message, rich.text, {
      entities: [...rich.entities],
      link_preview_options: { is_disabled: true },
      ...markup(keyboard),
    });
  if (posted)
    return { kind: 'sent', note: (attempt) => remember(within(context, attempt), target, posted, message, person) };
  if (askedAgain === undefined) return SENT;
  context.replies.note(target.place, askedAgain, String(message));
  return { kind: 'sent', note: (attempt) => within(context, attempt).recall.removed(target.place, String(message)) };
}

const remember = (
  { recall }: DeliveryContext,
  target: Target,
  posted: Posted,
  message: number,
  person: string,
): Promise<void> => {
  const { asked, community } = posted;
  const [place, channel] = [target.place, channelOf(target)];
  return recall.posted({ place, channel, message: String(message), asked, person, community }, posted);
};

/** Queues the removal of a message for later, in a queue of its own, so that nothing waits behind it. */
async function removeLater(
  attempt: Attempt,
  { services }: DeliveryContext,
  { target, minutes }: Pick<MessagePayload, 'target' | 'minutes'>,
  message: number,
  person: string,
): Promise<void> {
  if (minutes === undefined) return;
  const payload: RemovePayload = { kind: 'remove', target, message };
  const due = momentAfter(services.now(), minutes * 60_000);
  const queue = `${target.place} removal ${message}`;
  await attempt.write(({ outbox }) =>
    outbox.add({ platform: PLATFORM, queue, person, payload: JSON.stringify(payload), due }),
  );
}

/** All messages of text go out through this function. */
async function sendText(
  context: DeliveryContext,
  target: Target,
  words: Rich | RichMessage,
  more: Markup = {},
  isLoud = false,
): Promise<Pick<Message, 'message_id' | 'ephemeral_message_id'>> {
  await context.alone();
  const options = { ...optionsFor(target), ...(isLoud ? { disable_notification: false } : {}), ...more };
  return 'html' in words
    ? context.api.sendRichMessage(target.chat, inputOf(words), options)
    : context.api.sendMessage(target.chat, words.text, {
        entities: [...words.entities],
        link_preview_options: { is_disabled: true },
        ...options,
      });
}

const inputOf = ({ html, isRightToLeft }: RichMessage) => ({ html, ...(isRightToLeft ? { is_rtl: true } : {}) });
