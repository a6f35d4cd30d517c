import { attachmentNote } from '../../../bot/answers/compose.ts';
import { notice, paragraph, plainReply } from '../../../bot/answers/reply.ts';
import { movePlace } from '../../../bot/community/moving.ts';
import { keyOfPlace } from '../../../bot/conversation/place.ts';
import type { Sent } from '../../../bot/delivery/sender.ts';
import { StoreError } from '../../../bot/ports/store.ts';
import type { Services } from '../../../bot/services.ts';
import { ApiError } from '../api.ts';
import { type Context, type DeliveryContext, layoutOf } from '../context.ts';
import { aloneWith, groupOnly, PLATFORM, queueOf } from '../inbound/place.ts';
import type { Keyboard, MessagePayload, Payload, Target } from './outbox-message.ts';
import { renderReply } from './render.ts';
import type { Rich } from './rich.ts';

const REFUSED: Sent = { kind: 'refused' };
/** A file's name is in no language. */
const LEFT_TO_RIGHT = { isRightToLeft: false };

/**
 * What becomes of a payload that was not taken. @param person keyed hash of whom it is for @throws StoreError: what
 * could not be noted is tried again
 */
export async function verdict(
  context: DeliveryContext,
  payload: Payload,
  error: unknown,
  person: string,
): Promise<Sent> {
  if (error instanceof StoreError) throw error;
  if (!(error instanceof ApiError)) {
    context.log.error({ err: error, kind: payload.kind }, 'a payload could not be made');
    return REFUSED;
  }
  const { code, retryAfter, migratedTo } = error;
  const chat = 'target' in payload ? payload.target.chat : undefined;
  context.log.info({ method: error.method, code, reason: error.description, chat: groupOnly(chat) }, 'not sent');
  if (code === 429) {
    const after = (retryAfter ?? 1) * 1000;
    if (chat !== undefined) context.pacer.hold(chat, after);
    return { kind: 'later', after };
  }
  // A token that was taken back is noticed where updates are fetched; until then nothing is lost.
  if (code === 0 || code === 401 || code === 404 || code >= 500) return { kind: 'later' };
  if (migratedTo !== undefined && chat !== undefined) return followTo(context, payload, migratedTo);
  // What else is refused, such as a pin, says nothing of messages.
  const lack = lackIn(error);
  if (lack && payload.kind === 'message') return mute(context, payload, lack, person);
  return refused(context, payload, error);
}

/** What keeps the bot from writing where it is. */
type Lack = 'topic' | 'group';

function lackIn({ description }: ApiError): Lack | undefined {
  if (/TOPIC_CLOSED/i.test(description)) return 'topic';
  return /not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED/i.test(description)
    ? 'group'
    : undefined;
}

/**
 * Nothing is said there until something changes. Whoever asked is told once what would help: where nobody else may
 * write, it is a moderator.
 */
async function mute(
  context: DeliveryContext,
  { target, asker }: MessagePayload,
  lack: Lack,
  person: string,
): Promise<Sent> {
  const { muted, services } = context;
  const isNews = lack === 'topic' ? muted.close(target.chat, target.thread) : muted.add(target.chat, true);
  if (!isNews || !asker) return REFUSED;
  const say = services.speak(asker.language);
  const [found, cure] = CURES[lack];
  const place = keyOfPlace(aloneWith(asker.user, services.hash));
  const words = plainReply(asker.language, `${say(found, { place: asker.group })} ${say(cure)}`);
  for (const rich of renderReply(words, layoutOf(context, asker.language)))
    await context.post({
      queue: place,
      person,
      payload: JSON.stringify({
        kind: 'message',
        target: { place, chat: asker.user },
        rich,
        keyboard: [],
      } satisfies Payload),
    });
  return REFUSED;
}

const CURES: Readonly<Record<Lack, readonly [found: string, cure: string]>> = {
  topic: ['diagnosis-group-topics', 'cure-group-topics'],
  group: ['diagnosis-group-restricted', 'cure-group-restricted'],
};

async function refused(context: DeliveryContext, payload: Payload, { code, description }: ApiError): Promise<Sent> {
  if (payload.kind === 'edit' && /not modified/i.test(description)) return { kind: 'sent' };
  if (payload.kind === 'edit' && /message to edit not found/i.test(description))
    await context.recall.removed(payload.target.place, String(payload.message));
  if (payload.kind === 'pin') await instead(context, payload.target, payload.otherwise);
  if (payload.kind === 'file' && payload.otherwise)
    await instead(context, payload.otherwise.target, payload.otherwise.rich);
  // Another bot's file, or one that Telegram keeps no more.
  if (payload.kind === 'attachment' && code === 400)
    for (const rich of renderReply(
      notice('', { blocks: [paragraph(attachmentNote(payload.attachment))] }),
      LEFT_TO_RIGHT,
    ))
      await instead(context, payload.target, rich);
  if (payload.kind === 'message') await sayElsewhere(context, payload);
  // Blocked by the person, or put out of the group: nothing is sent there until somebody speaks there again.
  if (code === 403 && 'target' in payload && payload.kind === 'message') context.muted.add(payload.target.chat);
  return REFUSED;
}

/** In the group, where it did not reach its person alone. */
export async function sayElsewhere(
  context: DeliveryContext,
  { otherwise }: Pick<MessagePayload, 'otherwise'>,
): Promise<void> {
  if (otherwise) await instead(context, otherwise.target, otherwise.rich, otherwise.keyboard);
}

const instead = (context: DeliveryContext, target: Target, rich: Rich, keyboard: Keyboard = []): Promise<void> =>
  context.post({
    queue: queueOf({ key: target.place, thread: target.thread, direct: target.direct }),
    person: '',
    payload: JSON.stringify({ kind: 'message', target, rich, keyboard } satisfies Payload),
  });

/** The group goes on under another number, and so does what is said in it; its old messages cannot be reached. */
async function followTo(context: DeliveryContext, payload: Payload, chat: number): Promise<Sent> {
  if (!('target' in payload)) return REFUSED;
  const place = await moveChat(context, payload.target.chat, chat);
  if (payload.kind !== 'message' && payload.kind !== 'attachment') return REFUSED;
  const target: Target = { place, chat };
  const moved: Payload = payload.kind === 'message' ? { ...payload, target, keyboard: [] } : { ...payload, target };
  await context.post({ queue: queueOf({ key: place, thread: undefined }), person: '', payload: JSON.stringify(moved) });
  return { kind: 'sent' };
}

/** A group has become a supergroup with another number: its community goes along. @returns the new place's key */
export async function moveChat(
  {
    services,
    moderators,
    groups,
    log,
  }: Pick<Context, 'moderators' | 'groups' | 'log'> & { readonly services: Services },
  from: number,
  to: number,
): Promise<string> {
  await movePlace(services, { platform: PLATFORM, id: String(from) }, { platform: PLATFORM, id: String(to) });
  await groups.moved(from, to);
  moderators.forget(from);
  log.info({ from, to }, 'group moved');
  return `${PLATFORM}:${to}`;
}
