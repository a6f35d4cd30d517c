import type { Update } from 'grammy/types';
import { Outdated } from '../../../bot/conversation/thought.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import type { Update as Kept } from '../../../bot/ports/delivery.ts';
import { StoreError } from '../../../bot/ports/store.ts';
import { ApiError } from '../api.ts';
import type { Context } from '../context.ts';
import { moveChat } from '../outbound/verdict.ts';
import { onInline } from './inline.ts';
import { isTooLate } from './late.ts';
import { onEdit } from './on-edit.ts';
import { isJoining, onJoin } from './on-join.ts';
import { onMessage } from './on-message.ts';
import { onPress } from './on-press.ts';
import { updateOf } from './updates.ts';

/**
 * What an update leads to. One that cannot be read leads to nothing: it would fail again and again, and hold up its
 * chat.
 */
export async function handle(context: Context, kept: Kept): Promise<readonly Outgoing[]> {
  try {
    return await dispatch(context, updateOf(kept), isTooLate(context, kept));
  } catch (error) {
    if (error instanceof StoreError || error instanceof ApiError || error instanceof Outdated) throw error;
    context.log.error({ update: kept.id, err: error }, 'an update could not be handled');
    return [];
  }
}

async function dispatch(context: Context, update: Update, isLate: boolean): Promise<readonly Outgoing[]> {
  const {
    message,
    edited_message: edited,
    callback_query: press,
    inline_query: inline,
    my_chat_member: joined,
  } = update;
  if (press) return onPress(context, press, isLate);
  if (inline) return onInline(context, inline);
  if (edited) return onEdit(context, edited, isLate);
  if (joined) return isLate || !isJoining(joined) ? [] : onJoin(context, joined);
  if (!message) return [];
  if (message.migrate_to_chat_id !== undefined) await moveChat(context, message.chat.id, message.migrate_to_chat_id);
  if (message.migrate_from_chat_id !== undefined)
    await moveChat(context, message.migrate_from_chat_id, message.chat.id);
  // A note of Telegram's own: who writes in one at the same time would decide on what has just moved.
  if (message.migrate_to_chat_id !== undefined || message.migrate_from_chat_id !== undefined) return [];
  return onMessage(context, message, isLate);
}
