import { Composer, Context as GrammyContext } from 'grammy';
import type { Message, MessageReactionUpdated, Update } from 'grammy/types';
import type { Attempt } from '../../../bot/attempt.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { isApproval } from '../../../bot/handover/solve.ts';
import { EDITED_MS, type Waiting, waiting } from '../../../bot/moment.ts';
import { converseAgain, NotYetPosted } from '../../../bot/platform/changed-message.ts';
import { solvedReply, type UnsentMessages } from '../../../bot/platform/conversation.ts';
import type { Update as Kept } from '../../../bot/ports/delivery.ts';
import { Outdated, StoreError } from '../../../bot/ports/store.ts';
import { ApiError } from '../api.ts';
import { type TelegramContext, within } from '../context.ts';
import { moveChat } from '../outbound/failure.ts';
import { onGuest } from './guest.ts';
import { onInline } from './inline.ts';
import { isJoining, onJoin } from './on-join.ts';
import { chatPort, onMessage } from './on-message.ts';
import { closePress, onPress } from './on-press.ts';
import { personOf, queueOf, spotOf } from './place.ts';
import { isTooLate } from './prepare.ts';
import { type Received, receive, receiveMedia } from './receive.ts';
import { callNameOf, updateOf } from './updates.ts';
import { markdownOf, nameOf } from './words.ts';

/**
 * grammY's context of an update. Handlers send nothing themselves; they collect messages for the outbox in `outgoing`.
 */
class Handled extends GrammyContext {
  readonly bot: TelegramContext;
  /** Whether the update is so old that only changes are still carried out. */
  readonly isLate: boolean;
  /** How the answer can be held back, so that people have time to answer first. */
  readonly waits: Waiting;
  outgoing: readonly Outgoing[] = [];

  constructor(update: Update, bot: TelegramContext, { isLate, waits }: Pick<Handled, 'isLate' | 'waits'>) {
    super(update, bot.api, bot.me);
    this.bot = bot;
    this.isLate = isLate;
    this.waits = waits;
  }

  /** Adds to a message of a group what is needed for holding its answer back. */
  waiting(received: Received | undefined): Received | undefined {
    if (!received || received.incoming.place.isPrivate) return received;
    const callName = callNameOf(this.from);
    return { ...received, waits: { ...this.waits, callName, spot: queueOf(received.listener.spot) } };
  }
}

const handlers = new Composer<Handled>();

handlers.on('callback_query:data', async (ctx) => {
  ctx.outgoing = await onPress(ctx.bot, ctx.callbackQuery, ctx.isLate);
});
handlers.on('callback_query', (ctx) => {
  ctx.outgoing = [closePress(ctx.callbackQuery.id)];
});
handlers.on('inline_query', (ctx) => {
  ctx.outgoing = onInline(ctx.bot, ctx.inlineQuery);
});
handlers.on('guest_message', async (ctx) => {
  ctx.outgoing = await onGuest(ctx.bot, ctx.guestMessage);
});
handlers.on(['edited_message:text', 'edited_message:caption'], async (ctx) => {
  ctx.outgoing = await onEdit(ctx, ctx.editedMessage);
});
handlers.on('message_reaction', (ctx) => onReaction(ctx.bot, ctx.messageReaction));
handlers.on('my_chat_member', async (ctx) => {
  if (!ctx.isLate && isJoining(ctx.myChatMember)) ctx.outgoing = await onJoin(ctx.bot, ctx.myChatMember);
});
handlers.on('message:migrate_to_chat_id', async (ctx) => {
  await moveChat(ctx.bot, ctx.chat.id, ctx.message.migrate_to_chat_id);
});
handlers.on('message:migrate_from_chat_id', async (ctx) => {
  await moveChat(ctx.bot, ctx.message.migrate_from_chat_id, ctx.chat.id);
});
handlers.on(['message:text', 'message:caption'], async (ctx) => {
  ctx.outgoing = await onMessage(ctx.bot, ctx.waiting(await receive(ctx.bot, ctx.message)), ctx.isLate);
});
// Everything that people send without text, but not Telegram's service messages.
handlers.on(
  [
    'message:file',
    'message:location',
    'message:contact',
    'message:poll',
    'message:dice',
    'message:story',
    'message:game',
    'message:paid_media',
    'message:checklist',
  ],
  async (ctx) => {
    ctx.outgoing = await onMessage(ctx.bot, receiveMedia(ctx.bot, ctx.message), ctx.isLate);
  },
);

/** Errors that pass; the update is handled again. */
const WAITS = [StoreError, ApiError, Outdated, NotYetPosted];

/**
 * Handles an update and returns the messages to be sent. An update that causes an unexpected error is dropped, as it
 * would fail again and block its chat.
 * @param again queues an update once more, when the time for people to answer is over. Default: messages whose answers
 * were held back get none
 */
export async function handle(
  context: TelegramContext,
  kept: Kept,
  attempt: Attempt,
  again: (update: Kept) => void = () => undefined,
): Promise<readonly Outgoing[]> {
  try {
    const waits = waiting(kept, context.services.now, again);
    const handled = new Handled(updateOf(kept), within(context, attempt), {
      isLate: isTooLate(context, kept),
      waits,
    });
    await handlers.middleware()(handled, async () => undefined);
    return handled.outgoing;
  } catch (error) {
    if (WAITS.some((kind) => error instanceof kind)) throw error;
    context.log.error({ update: kept.id, err: error }, 'an update could not be handled');
    return [];
  }
}

/** Handles an edited question: corrects its answer, if there is one. Commands are not repeated. */
async function onEdit(handled: Handled, message: Message): Promise<UnsentMessages> {
  const { bot: context, isLate } = handled;
  // An ephemeral message has no permanent id by which its answer could be found.
  if (message.ephemeral_message_id !== undefined) return [];
  const read = async (): Promise<Received | undefined> => {
    const received = await receive(context, message);
    return received && handled.waiting({ ...received, isLate });
  };
  return converseAgain(context, chatPort(context), {
    read,
    place: spotOf(message, context.services.hash).key,
    id: String(message.message_id),
    words: markdownOf(message),
    name: nameOf(message.from),
    isNew: ((message.edit_date ?? message.date) - message.date) * 1000 < EDITED_MS,
  });
}

/** Handles a reaction of approval to a helper's answer: it marks the question as solved, without a reply. */
async function onReaction(
  context: TelegramContext,
  { user, chat, message_id: message, old_reaction: before, new_reaction: now }: MessageReactionUpdated,
): Promise<void> {
  const signsIn = (reactions: typeof now) => reactions.flatMap((one) => (one.type === 'emoji' ? [one.emoji] : []));
  const known: readonly string[] = signsIn(before);
  const sign = signsIn(now).find((one) => isApproval(one) && !known.includes(one));
  if (!user || sign === undefined) return;
  const { place } = spotOf({ chat }, context.services.hash);
  const incoming = { person: personOf(user.id), place, addressed: true, text: sign };
  await solvedReply(context, { incoming, to: String(message) });
}
