import { InputFile } from 'grammy';
import { plainReply } from '../../../bot/answers/reply.ts';
import { isPrivateKey, keyOfPlace, placeOfKey } from '../../../bot/conversation/place.ts';
import { correctedReply } from '../../../bot/delivery/corrected-reply.ts';
import { isLate, PATIENCE } from '../../../bot/delivery/lateness.ts';
import type { Correction } from '../../../bot/delivery/post-corrections.ts';
import type { Report } from '../../../bot/delivery/report.ts';
import type { Sent } from '../../../bot/delivery/sender.ts';
import type { OutboxMessage as Waiting } from '../../../bot/ports/delivery.ts';
import type { PostedAnswer } from '../../../bot/ports/memory.ts';
import type { DeliveryContext } from '../context.ts';
import { pageOf } from '../inbound/inline.ts';
import { channelOf, PLATFORM, partOf, type Spot } from '../inbound/place.ts';
import type { Within } from '../manage/within.ts';
import { afterFailure, sayOtherwise } from './failure.ts';
import {
  type EditPayload,
  type FilePayload,
  type InlinePayload,
  type Payload,
  type PinPayload,
  type PressPayload,
  type RemovePayload,
  readPayload,
  type Target,
} from './outbox-message.ts';
import { type Listener, say, sayInstead } from './outgoing.ts';
import { MINUTE_MS } from './pacing.ts';
import { sendAttachment } from './send-attachment.ts';
import { markup, NO_PREVIEW, sendMessage } from './send-message.ts';

/** Characters from which on a note stands in a window rather than for a moment at the edge. */
const LONG_NOTE = 60;
/** Milliseconds for which Telegram takes the answer to a press or an inline query, or a little more. */
const PRESS_MS = 30_000;
/** Milliseconds for which an answer waits for its group, and with what all chats have to wait for one another. */
const FRESH_MS = 20_000;
const LONGEST_MS = 60_000;
/** Seconds for which Telegram may keep a page. */
const PAGE_SECONDS = 10;

/**
 * Sends one payload of the outbox. What can never be sent is refused once, and what may be sent later waits as long as
 * it must.
 */
export async function send(context: DeliveryContext, waiting: Waiting): Promise<Sent> {
  const payload = readPayload(waiting.payload);
  if (isSpoilt(context, payload, waiting)) return { kind: 'refused' };
  try {
    return await sendOne(context, payload, waiting.person);
  } catch (error) {
    return afterFailure(context, payload, error, waiting.person);
  }
}

/**
 * What should have been said long ago, before the process ended or the connection was lost. What changes a message is
 * still right.
 */
function isSpoilt({ services }: DeliveryContext, payload: Payload, { due }: Waiting): boolean {
  if (payload.kind === 'message' || payload.kind === 'attachment')
    return isLate({ at: payload.at ?? due }, PATIENCE.asked, services.now());
  return (payload.kind === 'inline' || payload.kind === 'press') && isLate({ at: due }, PRESS_MS, services.now());
}

/**
 * A busy group gets answers that are fresh, and no backlog that only grows. What an earlier process left waited for
 * something else. @param ms for which it may have waited
 */
function isOutrun({ services, since }: DeliveryContext, payload: Payload, ms: number): boolean {
  if (
    (payload.kind !== 'message' && payload.kind !== 'attachment') ||
    payload.isSpare !== true ||
    payload.target.chat > 0 ||
    payload.at === undefined ||
    payload.at < since
  )
    return false;
  return isLate({ at: payload.at }, ms, services.now());
}

const SENT: Sent = { kind: 'sent' };
/** The process is about to end; the next one goes on. */
const AFTERWARDS: Sent = { kind: 'later', after: 0 };

async function sendOne(context: DeliveryContext, payload: Payload, person: string): Promise<Sent> {
  if (context.stop.aborted) return AFTERWARDS;
  switch (payload.kind) {
    case 'press':
      return answerPress(context, payload);
    case 'inline':
      return answerInline(context, payload);
    case 'correction':
      return correct(context, payload.answer);
    case 'report':
      return tell(context, payload);
    default:
  }
  if (isMuted(context, payload)) {
    await sayOtherwise(context, payload);
    return { kind: 'refused' };
  }
  const ended = await context.pacer.turn(payload.target.chat, () => !isOutrun(context, payload, FRESH_MS));
  if (!ended) return context.stop.aborted ? AFTERWARDS : { kind: 'refused' };
  if (isMuted(context, payload) || isOutrun(context, payload, LONGEST_MS)) {
    ended(false);
    return { kind: 'refused' };
  }
  try {
    return noted(context, payload.target, await sendInTurn(context, payload, person));
  } catch (error) {
    return await afterFailure(context, payload, error, person);
  } finally {
    ended();
  }
}

/** What went to a group is noted with it: whoever sends next keeps its pace. */
function noted({ services }: DeliveryContext, { chat }: Target, sent: Sent): Sent {
  if (sent.kind !== 'sent' || chat > 0) return sent;
  const note = async (): Promise<void> => {
    await services.store.transact(({ sends }) =>
      sends.add(PLATFORM, keyOfPlace({ platform: PLATFORM, id: String(chat) }), MINUTE_MS),
    );
    await sent.note?.();
  };
  return { kind: 'sent', note };
}

/** What was said in a topic before it was closed may still be put right. */
function isMuted({ muted }: DeliveryContext, { kind, target }: ChatPayload): boolean {
  return (
    (kind !== 'file' && muted.has(target.chat)) || (kind === 'message' && muted.isClosed(target.chat, target.thread))
  );
}

type ChatPayload = Exclude<Payload, PressPayload | InlinePayload | Correction | Report>;

function sendInTurn(context: DeliveryContext, payload: ChatPayload, person: string): Promise<Sent> {
  switch (payload.kind) {
    case 'message':
      return sendMessage(context, payload, person);
    case 'edit':
      return edit(context, payload, person);
    case 'remove':
      return remove(context, payload);
    case 'pin':
      return pin(context, payload);
    case 'file':
      return sendFile(context, payload);
    case 'attachment':
      return sendAttachment(context, payload, person);
  }
}

async function answerPress({ api }: DeliveryContext, { id, text, url }: PressPayload): Promise<Sent> {
  await api.answerCallbackQuery(id, {
    ...(url === undefined ? {} : { url }),
    ...(text === undefined ? {} : { text, show_alert: text.length > LONG_NOTE }),
  });
  return SENT;
}

async function answerInline(context: DeliveryContext, payload: InlinePayload): Promise<Sent> {
  const { results, next, button } = await pageOf(context, payload);
  await context.api.answerInlineQuery(payload.id, results, {
    next_offset: next,
    is_personal: true,
    cache_time: PAGE_SECONDS,
    ...(button === undefined ? {} : { button }),
  });
  return SENT;
}

async function edit(
  context: DeliveryContext,
  { target, message, rich, keyboard, posted, askedAnew }: EditPayload,
  person: string,
): Promise<Sent> {
  context.said.forget(target.place, message);
  await context.api.editMessageText(target.chat, message, rich.text, {
    entities: [...rich.entities],
    link_preview_options: NO_PREVIEW,
    ...markup(keyboard),
  });
  if (!posted) {
    if (askedAnew === undefined) return SENT;
    context.replies.note(target.place, askedAnew, message);
    return { kind: 'sent', note: () => context.recall.removed(target.place, String(message)) };
  }
  const { about, language, asked, community } = posted;
  const note = () =>
    context.recall.posted(
      { place: target.place, channel: channelOf(target), message: String(message), asked, person, community },
      { about, language },
    );
  return { kind: 'sent', note };
}

async function remove({ api, recall, said }: DeliveryContext, { target, message }: RemovePayload): Promise<Sent> {
  said.forget(target.place, message);
  // First, for a message that is gone already is refused.
  await recall.removed(target.place, String(message));
  await api.deleteMessage(target.chat, message);
  return SENT;
}

async function pin({ api }: DeliveryContext, { target, message }: PinPayload): Promise<Sent> {
  await api.pinChatMessage(target.chat, message, { disable_notification: true });
  return SENT;
}

async function sendFile(context: DeliveryContext, { target, name, text, caption }: FilePayload): Promise<Sent> {
  await context.alone();
  const document = new InputFile(Buffer.from(text), name);
  await context.api.sendDocument(target.chat, document, {
    caption: caption.text,
    caption_entities: [...caption.entities],
  });
  return SENT;
}

/**
 * An answer that is no longer right is edited: one edit for each of its messages waits in its queue, and each can be
 * repeated.
 */
async function correct(context: DeliveryContext, posted: PostedAnswer): Promise<Sent> {
  const messages = await messagesOf(context, posted);
  // Each message of a long answer is named; the first one stands for all.
  if (messages[0] !== Number(posted.message)) return { kind: 'sent' };
  const where = placeOfKey(posted.place);
  const isPrivate = isPrivateKey(posted.place);
  const chat = isPrivate ? context.addresses.of(posted.place) : Number(where.id);
  if (chat === undefined) return { kind: 'refused' };
  const place = { ...where, isPrivate, ...(posted.channel === '' ? {} : { channel: posted.channel }) };
  const asked = posted.asked === '' ? undefined : Number(posted.asked);
  const within = isPrivate ? withinOf(posted) : undefined;
  const listener: Listener = {
    spot: { place, key: posted.place, chat, ...partOf(posted.channel) },
    person: posted.person,
    replyTo: asked,
    asked,
    within,
  };
  // Who has left the group is not told what it says now.
  const isTold = within === undefined || (await context.moderators.of(within.chat, chat)).isMember;
  const reply = isTold
    ? await correctedReply(context.services, posted)
    : plainReply(posted.language, context.services.speak(posted.language)('answer-gone'));
  for (const outgoing of await sayInstead(context, reply, listener, messages)) await context.post(outgoing);
  return { kind: 'sent' };
}

/** The group whose own answer stands in a private chat. */
function withinOf({ community, place }: PostedAnswer): Within | undefined {
  const { platform, id } = placeOfKey(community);
  return community !== place && platform === PLATFORM && /^-\d+$/.test(id)
    ? { chat: Number(id), title: '' }
    : undefined;
}

/** Says what moderators want to be told where they want it. */
async function tell(context: DeliveryContext, { place: key, channel, reply }: Report): Promise<Sent> {
  const where = placeOfKey(key);
  const spot: Spot = {
    place: { ...where, ...(channel === '' ? {} : { channel }) },
    key,
    chat: Number(where.id),
    ...partOf(channel),
  };
  for (const outgoing of await say(context, reply, { spot, person: '' })) await context.post(outgoing);
  return { kind: 'sent' };
}

async function messagesOf(
  { recall }: DeliveryContext,
  { place, asked, entry, message }: PostedAnswer,
): Promise<number[]> {
  const parts = asked === '' ? [] : (await recall.to(place, asked)).filter((one) => one.entry === entry);
  return [...new Set([Number(message), ...parts.map((one) => Number(one.message))])].sort((a, b) => a - b);
}
