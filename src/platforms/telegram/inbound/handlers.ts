import { Composer, Context as GrammyContext } from 'grammy';
import type { Update } from 'grammy/types';
import type { Attempt } from '../../../bot/attempt.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import type { Update as Kept } from '../../../bot/ports/delivery.ts';
import { Outdated, StoreError } from '../../../bot/ports/store.ts';
import { ApiError } from '../api.ts';
import { type Context, within } from '../context.ts';
import { moveChat } from '../outbound/failure.ts';
import { onReaction } from './handover.ts';
import { onInline } from './inline.ts';
import { isTooLate } from './late.ts';
import { onEdit } from './on-edit.ts';
import { isJoining, onJoin } from './on-join.ts';
import { onMedia } from './on-media.ts';
import { onMessage } from './on-message.ts';
import { closePress, onPress } from './on-press.ts';
import { updateOf } from './updates.ts';

/** An update on its way through the handlers: they send nothing, but leave the messages for the outbox. */
class Handled extends GrammyContext {
  readonly bot: Context;
  /** Whether it is so old that only a change still counts. */
  readonly isLate: boolean;
  outgoing: readonly Outgoing[] = [];

  constructor(update: Update, bot: Context, isLate: boolean) {
    super(update, bot.api, bot.me);
    this.bot = bot;
    this.isLate = isLate;
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
handlers.on(['edited_message:text', 'edited_message:caption'], async (ctx) => {
  ctx.outgoing = await onEdit(ctx.bot, ctx.editedMessage, ctx.isLate);
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
  ctx.outgoing = await onMessage(ctx.bot, ctx.message, ctx.isLate);
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
    ctx.outgoing = await onMedia(ctx.bot, ctx.message, ctx.isLate);
  },
);

/**
 * The messages that an update leads to. One that cannot be read leads to none: it would fail again and again, and hold
 * up its chat.
 */
export async function handle(context: Context, kept: Kept, attempt: Attempt): Promise<readonly Outgoing[]> {
  try {
    const handled = new Handled(updateOf(kept), within(context, attempt), isTooLate(context, kept));
    await handlers.middleware()(handled, async () => undefined);
    return handled.outgoing;
  } catch (error) {
    if (error instanceof StoreError || error instanceof ApiError || error instanceof Outdated) throw error;
    context.log.error({ update: kept.id, err: error }, 'an update could not be handled');
    return [];
  }
}
