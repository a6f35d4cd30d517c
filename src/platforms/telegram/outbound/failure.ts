import { plainReply } from '../../../bot/answers/reply.ts';
import { movePlace } from '../../../bot/community/moving.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import type { SendOutcome } from '../../../bot/delivery/sender.ts';
import { isLate } from '../../../bot/moment.ts';
import { StoreError } from '../../../bot/ports/store.ts';
import { ApiError } from '../api.ts';
import { PLATFORM } from '../config.ts';
import { type DeliveryContext, layoutOf, type TelegramContext } from '../context.ts';
import { aloneWith, groupOnly, queueOf } from '../inbound/place.ts';
import { knownGroups } from '../manage/known-groups.ts';
import type { ChatPayload } from './calls.ts';
import type { MessageContent, MessagePayload, TelegramPayload } from './outbox-message.ts';
import { causeOf } from './refusals.ts';
import { renderReply } from './render.ts';

const REFUSED: SendOutcome = { kind: 'refused' };

/**
 * Decides what happens to a payload that could not be sent.
 * @param person keyed hash of the recipient
 * @throws StoreError: if recording failed, which is tried again
 */
export async function afterFailure(
  context: DeliveryContext,
  payload: TelegramPayload,
  error: unknown,
  person: string,
): Promise<SendOutcome> {
  if (error instanceof StoreError) throw error;
  if (!(error instanceof ApiError)) {
    context.log.error({ err: error, kind: payload.kind }, 'a payload could not be made');
    return REFUSED;
  }
  const { code, retryAfter, migratedTo, description } = error;
  const chat = 'target' in payload ? payload.target.chat : undefined;
  context.log.info({ method: error.method, code, reason: description, chat: groupOnly(chat) }, 'not sent');
  const isPassing = code === 0 || code === 401 || code === 404 || code === 429 || code >= 500;
  if (chat !== undefined && isPassing) context.outages.began(chat);
  if (code === 429) {
    const after = (retryAfter ?? 1) * 1000;
    if (chat !== undefined) context.pacer.hold(chat, after);
    return { kind: 'later', after };
  }
  // Polling notices a revoked token; until then, messages are kept.
  if (isPassing) return { kind: 'later' };
  if (payload.kind === 'edit' && /not modified/i.test(description)) return { kind: 'sent' };
  if ('target' in payload && payload.target.only) return notOnly(context, payload, migratedTo);
  if (migratedTo !== undefined && chat !== undefined) return followTo(context, payload, migratedTo);
  if (payload.kind === 'message') {
    const lack = LACKS.find(({ reason }) => reason.test(description));
    if (lack) return mute(context, payload, lack, person);
    // The person has blocked the bot, or the group has removed it: nothing is sent until somebody writes there again.
    if (code === 403) context.muted.add(payload.target.chat);
  }
  if (payload.kind === 'edit' && /message to edit not found/i.test(description))
    await context.recall.removed(payload.target.place, String(payload.message));
  await sayOtherwise(context, payload);
  return REFUSED;
}

/** Handles an ephemeral message that Telegram did not accept. */
async function notOnly(
  context: DeliveryContext,
  payload: ChatPayload,
  migratedTo: number | undefined,
): Promise<SendOutcome> {
  const { chat, only } = payload.target;
  if (migratedTo !== undefined) await moveChat(context, chat, migratedTo);
  // No more ephemeral messages are tried for a while, unless this one was only too late after its press or command.
  else if (payload.kind === 'message' && only && !isOld(context, payload))
    context.ephemerals.refuse(chat, causeOf(only));
  await sayOtherwise(context, payload);
  return REFUSED;
}

/** Milliseconds after a press or command in which Telegram surely accepts an ephemeral answer. */
const ANSWER_MS = 10_000;

const isOld = ({ services }: DeliveryContext, { at, target: { only } }: MessagePayload): boolean =>
  only !== undefined && causeOf(only) !== undefined && (at === undefined || isLate({ at }, ANSWER_MS, services.now()));

/** Refusals for lack of permissions, with the doctor's words about them. */
const LACKS = [
  { of: 'topic', reason: /TOPIC_CLOSED/i, found: 'diagnosis-group-topics', cure: 'cure-group-topics' },
  {
    of: 'group',
    reason: /not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED/i,
    found: 'diagnosis-group-restricted',
    cure: 'cure-group-restricted',
  },
] as const;

/** Mutes the chat or topic until something changes, and tells the asker once, in private, what would help. */
async function mute(
  context: DeliveryContext,
  { target, asker }: MessagePayload,
  { of, found, cure }: (typeof LACKS)[number],
  person: string,
): Promise<SendOutcome> {
  const { muted, services } = context;
  const isNews = of === 'topic' ? muted.close(target.chat, target.thread) : muted.add(target.chat, true);
  if (!isNews || !asker) return REFUSED;
  const say = services.speak(asker.language);
  const place = keyOfPlace(aloneWith(asker.user, services.hash));
  const words = plainReply(asker.language, `${say(found, { place: asker.group })} ${say(cure)}`);
  for (const rich of renderReply(words, layoutOf(context, asker.language)))
    await postWords(context, { target: { place, chat: asker.user }, rich, keyboard: [] }, person);
  return REFUSED;
}

/** Sends the alternative of a payload that could not be sent, if it has one. */
export async function sayOtherwise(context: DeliveryContext, payload: TelegramPayload): Promise<void> {
  const instead = payload.kind === 'message' || payload.kind === 'edit' ? payload.instead : undefined;
  if (instead) for (const outgoing of instead) await context.post(outgoing);
  else if ('otherwise' in payload && payload.otherwise) await postWords(context, payload.otherwise);
}

const postWords = (context: DeliveryContext, words: MessageContent, person = ''): Promise<void> =>
  context.post({
    queue: queueOf({ ...words.target, key: words.target.place, thread: words.target.thread }),
    person,
    payload: JSON.stringify({ kind: 'message', ...words } satisfies TelegramPayload),
  });

/**
 * Sends new messages to the supergroup that the group has become. Messages of the old group cannot be edited any more.
 */
async function followTo(context: DeliveryContext, payload: TelegramPayload, chat: number): Promise<SendOutcome> {
  if (!('target' in payload)) return REFUSED;
  const place = await moveChat(context, payload.target.chat, chat);
  if (payload.kind !== 'message' && payload.kind !== 'attachment') return REFUSED;
  const moved: TelegramPayload = {
    ...payload,
    target: { place, chat },
    ...(payload.kind === 'message' ? { keyboard: [] } : {}),
  };
  await context.post({ queue: place, person: '', payload: JSON.stringify(moved) });
  return { kind: 'sent' };
}

/** Moves the community of a group that has become a supergroup, which has another id. @returns the new place's key */
export async function moveChat(context: TelegramContext, from: number, to: number): Promise<string> {
  const place = { platform: PLATFORM, id: String(to) };
  await movePlace(context.services, { platform: PLATFORM, id: String(from) }, place);
  await knownGroups(context.services).moved(from, to);
  context.moderators.forget(from);
  context.log.info({ from, to }, 'group moved');
  return keyOfPlace(place);
}
