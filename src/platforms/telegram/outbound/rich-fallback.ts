import type { Api } from 'grammy';
import type { Attempt } from '../../../bot/attempt.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import type { SendOutcome } from '../../../bot/delivery/sender.ts';
import { ApiError } from '../api.ts';
import type { DeliveryContext } from '../context.ts';
import { PLATFORM } from '../inbound/place.ts';
import type { EditPayload, MessagePayload } from './outbox-message.ts';

/** Servers that know no rich messages: some operators run an older one of their own. */
const unable = new WeakSet<Api>();

/** A payload as it is; of a rich message that Telegram refuses, the messages of text wait in the outbox instead. */
export async function unlessRefused(
  context: DeliveryContext,
  { richMessage }: MessagePayload | EditPayload,
  send: () => Promise<SendOutcome>,
): Promise<SendOutcome> {
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

/** Whether the form was refused, and not the chat: that would be said of a text as well. */
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
