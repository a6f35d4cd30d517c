import type { Api } from 'grammy';
import type { Attempt } from '../../../bot/attempt.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import type { SendOutcome } from '../../../bot/delivery/sender.ts';
import { noteRefused } from '../../../bot/handover/delivered.ts';
import { isLate, PATIENCE } from '../../../bot/moment.ts';
import type { OutboxMessage as Waiting } from '../../../bot/ports/delivery.ts';
import { ApiError } from '../api.ts';
import { PLATFORM } from '../config.ts';
import { type DeliveryContext, within } from '../context.ts';
import { answerGuest, answerInline, answerPress, type ChatPayload, callFor, isSaid, nod } from './calls.ts';
import { correct, tell, tellHandover } from './correct.ts';
import { afterFailure, sayOtherwise } from './failure.ts';
import { readPayload, type Target, type TelegramPayload } from './outbox-message.ts';
import { MINUTE_MS } from './pacing.ts';

/** Milliseconds after a press or query in which Telegram may still accept the response. */
const PRESS_MS = 30_000;
/** Milliseconds that an answer waits for its group's turn, and for that of all chats together. */
const FRESH_MS = 20_000;
const LONGEST_MS = 60_000;

/**
 * Sends one payload of the outbox. One that can never be sent is dropped; one that may be sent later stays in the
 * outbox.
 */
export async function send(context: DeliveryContext, waiting: Waiting): Promise<SendOutcome> {
  const payload = readPayload(waiting.payload);
  if (isExpired(context, payload, waiting)) return { kind: 'refused' };
  try {
    return noticed(context, payload, await sendOne(context, payload, waiting.person));
  } catch (error) {
    return noticed(context, payload, await afterFailure(context, payload, error, waiting.person));
  }
}

/** Records that a question could not be shown to its helpers, so that it is not lost. */
function noticed(context: DeliveryContext, payload: TelegramPayload, sent: SendOutcome): SendOutcome {
  const handed = payload.kind === 'handover' ? payload : payload.kind === 'message' ? payload.handed : undefined;
  if (sent.kind !== 'refused' || !handed) return sent;
  return { ...sent, note: (attempt) => noteRefused(within(context, attempt).services, handed) };
}

/** Whether a payload is out of date, after a restart or an outage. */
function isExpired({ services }: DeliveryContext, payload: TelegramPayload, { due }: Waiting): boolean {
  if (payload.kind === 'message' || payload.kind === 'attachment')
    return isLate({ at: payload.at ?? due }, PATIENCE.asked, services.now());
  const isQuery = payload.kind === 'inline' || payload.kind === 'guest' || payload.kind === 'press';
  return isQuery && isLate({ at: due }, PRESS_MS, services.now());
}

/** Data of an answer in a group that is dropped if the group is too busy. */
function spareIn(payload: TelegramPayload) {
  if ((payload.kind !== 'message' && payload.kind !== 'attachment') || payload.target.chat > 0) return undefined;
  const { at, spare, target } = payload;
  return at === undefined || spare === undefined ? undefined : { at, spare, chat: target.chat };
}

/**
 * Whether an answer has waited too long: the backlog of a busy group must not grow. An answer that an outage delayed is
 * sent nevertheless if the bot was addressed.
 * @param ms longest wait
 */
function isTooSlow({ services, outages }: DeliveryContext, payload: TelegramPayload, ms: number): boolean {
  const found = spareIn(payload);
  if (!found || !isLate(found, ms, services.now())) return false;
  return found.spare === 'overheard' || !outages.delayed(found.chat, found.at);
}

/** Order after an outage: new messages first, then answers that waited, the newest first. */
export function rankOf({ outages }: Pick<DeliveryContext, 'outages'>, { payload }: Waiting): number {
  const found = spareIn(readPayload(payload));
  return found && outages.delayed(found.chat, found.at) ? LATEST - Date.parse(found.at) : 0;
}

/** Later than any message, so that no rank is below that of new messages. */
const LATEST = Date.parse('9999-01-01');

/** The process is ending, and the next one will send the payload. */
const AFTERWARDS: SendOutcome = { kind: 'later', after: 0 };

async function sendOne(context: DeliveryContext, payload: TelegramPayload, person: string): Promise<SendOutcome> {
  if (context.stop.aborted) return AFTERWARDS;
  switch (payload.kind) {
    case 'press':
      return answerPress(context, payload);
    case 'inline':
      return answerInline(context, payload);
    case 'guest':
      return answerGuest(context, payload);
    case 'correction':
      return correct(context, payload.answer);
    case 'report':
      return tell(context, payload);
    case 'handover':
      return tellHandover(context, payload, person);
    default:
  }
  if (isMuted(context, payload)) {
    await sayOtherwise(context, payload);
    return { kind: 'refused' };
  }
  const isWanted = () => !isSaid(context, payload) && !isTooSlow(context, payload, FRESH_MS);
  const ended = await context.pacer.turn(payload.target.chat, isWanted);
  if (!ended) return context.stop.aborted ? AFTERWARDS : nod(context, payload, person);
  if (isMuted(context, payload) || isTooSlow(context, payload, LONGEST_MS)) {
    ended(false);
    return { kind: 'refused' };
  }
  try {
    const sent = await unlessRefused(context, payload, () => callFor(context, payload, person));
    context.outages.ended(payload.target.chat);
    return noted(payload.target, sent);
  } catch (error) {
    return await afterFailure(context, payload, error, person);
  } finally {
    ended();
  }
}

/** API servers that do not know rich messages, as an operator's own may be older. */
const unable = new WeakSet<Api>();

/** Sends a payload. If Telegram refuses a rich message, its text messages are put into the outbox instead. */
async function unlessRefused(
  context: DeliveryContext,
  payload: ChatPayload,
  send: () => Promise<SendOutcome>,
): Promise<SendOutcome> {
  const richMessage = 'richMessage' in payload ? payload.richMessage : undefined;
  if (!richMessage) return send();
  const plain: SendOutcome = { kind: 'sent', note: (attempt) => put(attempt, context, richMessage.otherwise) };
  if (unable.has(context.api)) return plain;
  try {
    const sent = await send();
    if (sent.kind !== 'sent' || richMessage.then.length === 0) return sent;
    const note = async (attempt: Attempt): Promise<void> => {
      await sent.note?.(attempt);
      await put(attempt, context, richMessage.then);
    };
    return { kind: 'sent', note };
  } catch (error) {
    if (!(error instanceof ApiError) || !isRefusal(error)) throw error;
    const { method, code, description } = error;
    if (code === 404) unable.add(context.api);
    context.log.info({ method, code, reason: description }, 'no rich message: sent as text');
    return plain;
  }
}

/** Whether Telegram refused the rich format. If it refused the chat, it would refuse text as well. */
const isRefusal = ({ code, description, migratedTo }: ApiError): boolean =>
  code === 404
    ? /method not found/i.test(description)
    : code === 400 &&
      migratedTo === undefined &&
      !/not modified|not found|TOPIC_CLOSED|not enough rights|have no rights|CHAT_/i.test(description);

async function put(attempt: Attempt, { services }: DeliveryContext, all: readonly Outgoing[]): Promise<void> {
  if (all.length === 0) return;
  const due = services.now();
  await attempt.write(async ({ outbox }) => {
    for (const one of all) await outbox.add({ platform: PLATFORM, ...one, due });
  });
}

/** Records when a message was sent to a group, so that the next process keeps to the rate limit. */
function noted({ chat }: Target, sent: SendOutcome): SendOutcome {
  if (sent.kind !== 'sent' || chat > 0) return sent;
  const note = async (attempt: Attempt): Promise<void> => {
    await attempt.write(({ sends }) =>
      sends.add(PLATFORM, keyOfPlace({ platform: PLATFORM, id: String(chat) }), MINUTE_MS),
    );
    await sent.note?.(attempt);
  };
  return { kind: 'sent', note };
}

function isMuted({ muted }: DeliveryContext, { kind, target }: ChatPayload): boolean {
  return (
    (kind !== 'file' && muted.has(target.chat)) || (kind === 'message' && muted.isClosed(target.chat, target.thread))
  );
}
