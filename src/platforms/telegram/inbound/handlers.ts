import { Composer, Context as GrammyContext } from 'grammy';
import type { Message, MessageReactionUpdated, Update } from 'grammy/types';
import type { Attempt } from '../../../bot/attempt.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { isApproval } from '../../../bot/handover/solve.ts';
import { EDITED_MS, type Waiting, waiting } from '../../../bot/moment.ts';
import { converseAgain, NotYetPosted, solvedReply, type UnsentMessages } from '../../../bot/platform/conversation.ts';
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

/** An update on its way through the handlers: they send nothing, but leave the messages for the outbox. */
class Handled extends GrammyContext {
  readonly bot: TelegramContext;
  /** Whether it is so old that only a change still counts. */
  readonly isLate: boolean;
  /** How it can wait for people. */
  readonly waits: Waiting;
  outgoing: readonly Outgoing[] = [];

  constructor(update: Update, bot: TelegramContext, { isLate, waits }: Pick<Handled, 'isLate' | 'waits'>) {
    super(update, bot.api, bot.me);
    this.bot = bot;
    this.isLate = isLate;
    this.waits = waits;
  }

  /** A message that was received from this update, as it can wait. */
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
// Whatever people send without words; Telegram's own notes are none of it.
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

/** Failures that pass: the update is handled again. */
const WAITS = [StoreError, ApiError, Outdated, NotYetPosted];

/**
 * The messages that an update leads to. One that cannot be read leads to none: it would fail again and again, and hold
 * up its chat.
 * @param again takes an update in once more. Default: what waits gets no answer
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

/** A question that was put in other words: its answer is put right, if there is one. Commands are not done again. */
async function onEdit(handled: Handled, message: Message): Promise<UnsentMessages> {
  const { bot: context, isLate } = handled;
  // It has no number by which its answer could be found.
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

/** Somebody says by a reaction to a helper's answer that it has helped: nothing is said to that. */
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
