import { InputFile } from 'grammy';
import type { Sent } from '../../bot/delivery/sender.ts';
import { correctedReply } from '../../bot/heal/corrected-reply.ts';
import type { Parcel as Waiting } from '../../bot/ports/delivery.ts';
import type { PostedAnswer } from '../../bot/ports/memory.ts';
import { plainReply } from '../../bot/reply.ts';
import { asSignal } from './api.ts';
import type { Desk } from './context.ts';
import { pageOf } from './inline.ts';
import { type Listener, sayInstead } from './outgoing.ts';
import { type EditParcel, type FileParcel, type InlineParcel, type Parcel, type PinParcel, type PressParcel, type RemoveParcel, readParcel } from './parcels.ts';
import { PLATFORM } from './place.ts';
import { markup, NO_PREVIEW, sendMessage } from './send-message.ts';
import { verdict } from './verdict.ts';

/** Characters from which on a note stands in a window rather than for a moment at the edge. */
const LONG_NOTE = 60;
/** Seconds for which Telegram may keep a page. */
const PAGE_SECONDS = 10;

/** Sends one parcel of the outbox. What can never be sent is refused once, and what may be sent later waits as long as it must. */
export async function send(desk: Desk, waiting: Waiting): Promise<Sent> {
  const parcel = readParcel(waiting.payload);
  try {
    return await sendOne(desk, parcel, waiting.person);
  } catch (error) {
    return verdict(desk, parcel, error);
  }
}

const SENT: Sent = { kind: 'sent' };
/** The process is about to end; the next one goes on. */
const AFTERWARDS: Sent = { kind: 'later', after: 0 };

async function sendOne(desk: Desk, parcel: Parcel, person: string): Promise<Sent> {
  if (desk.stop.aborted) return AFTERWARDS;
  switch (parcel.kind) {
    case 'press':
      return answerPress(desk, parcel);
    case 'inline':
      return answerInline(desk, parcel);
    case 'correction':
      return correct(desk, parcel.answer);
    default:
  }
  if (desk.muted.has(parcel.target.chat) && parcel.kind !== 'file') return { kind: 'refused' };
  if (!(await desk.queue.turn(parcel.target.chat, desk.stop))) return AFTERWARDS;
  switch (parcel.kind) {
    case 'message':
      return sendMessage(desk, parcel, person);
    case 'edit':
      return edit(desk, parcel, person);
    case 'remove':
      return remove(desk, parcel);
    case 'pin':
      return pin(desk, parcel);
    case 'file':
      return sendFile(desk, parcel);
  }
}

async function answerPress({ api, end }: Desk, { id, text }: PressParcel): Promise<Sent> {
  await api.answerCallbackQuery({ callback_query_id: id, ...(text === undefined ? {} : { text, show_alert: text.length > LONG_NOTE }) }, asSignal(end));
  return SENT;
}

async function answerInline(desk: Desk, parcel: InlineParcel): Promise<Sent> {
  const { results, next } = await pageOf(desk, parcel);
  await desk.api.answerInlineQuery({ inline_query_id: parcel.id, results, next_offset: next, is_personal: true, cache_time: PAGE_SECONDS }, asSignal(desk.end));
  return SENT;
}

async function edit(desk: Desk, { target, message, rich, keyboard, posted }: EditParcel, person: string): Promise<Sent> {
  const shown = { text: rich.text, entities: [...rich.entities], link_preview_options: NO_PREVIEW, ...markup(keyboard) };
  await desk.api.editMessageText({ chat_id: target.chat, message_id: message, ...shown }, asSignal(desk.end));
  if (!posted) return SENT;
  const { answer, language, asked } = posted;
  const note = () => desk.recall.posted({ place: target.place, channel: String(target.thread ?? ''), message: String(message), asked, person }, { ...plainReply(language, ''), answer });
  return { kind: 'sent', note };
}

async function remove({ api, recall, end }: Desk, { target, message }: RemoveParcel): Promise<Sent> {
  // First, for a message that is gone already is refused.
  await recall.removed(target.place, String(message));
  await api.deleteMessage({ chat_id: target.chat, message_id: message }, asSignal(end));
  return SENT;
}

async function pin({ api, end }: Desk, { target, message }: PinParcel): Promise<Sent> {
  await api.pinChatMessage({ chat_id: target.chat, message_id: message, disable_notification: true }, asSignal(end));
  return SENT;
}

async function sendFile(desk: Desk, { target, name, text, caption }: FileParcel): Promise<Sent> {
  await desk.alone();
  const document = new InputFile(Buffer.from(text), name);
  await desk.api.sendDocument({ chat_id: target.chat, document, caption: caption.text, caption_entities: [...caption.entities] }, asSignal(desk.end));
  return SENT;
}

/** An answer that is no longer right is edited: one edit for each of its messages waits in its lane, and each can be repeated. */
async function correct(desk: Desk, posted: PostedAnswer): Promise<Sent> {
  const messages = await messagesOf(desk, posted);
  // Each message of a long answer is named; the first one stands for all.
  if (messages[0] !== Number(posted.message)) return { kind: 'sent' };
  const chat = Number(posted.place.slice(PLATFORM.length + 1));
  const thread = posted.channel === '' ? undefined : Number(posted.channel);
  const place = { platform: PLATFORM, id: String(chat), ...(thread === undefined ? {} : { channel: posted.channel }) };
  const asked = posted.asked === '' ? undefined : Number(posted.asked);
  const listener: Listener = { spot: { place, key: posted.place, chat, thread }, person: posted.person, replyTo: asked, asked };
  for (const outgoing of await sayInstead(desk, correctedReply(desk.services, posted), listener, messages)) await desk.post(outgoing);
  return { kind: 'sent' };
}

async function messagesOf({ recall }: Desk, { place, asked, entry, message }: PostedAnswer): Promise<number[]> {
  const parts = asked === '' ? [] : (await recall.to(place, asked)).filter((one) => one.entry === entry);
  return [...new Set([Number(message), ...parts.map((one) => Number(one.message))])].sort((a, b) => a - b);
}
