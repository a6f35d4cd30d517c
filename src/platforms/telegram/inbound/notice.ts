import type { ChatMemberUpdated, Update } from 'grammy/types';
import type { Context } from '../context.ts';
import { topicOf } from './place.ts';

type Noticing = Pick<Context, 'moderators' | 'muted' | 'log'>;

/**
 * What is known of a chat changes as soon as Telegram tells, before anything else is handled: who moderates, and
 * whether the bot may speak.
 */
export function notice(
  { moderators, muted, log }: Noticing,
  { my_chat_member: own, chat_member: other, message }: Update,
): void {
  if (other) moderators.forget(other.chat.id, other.new_chat_member.user.id);
  if (own) {
    moderators.forget(own.chat.id);
    const isFree = maySpeak(own.new_chat_member);
    if (isFree) muted.remove(own.chat.id);
    else muted.add(own.chat.id, own.new_chat_member.status === 'restricted');
    log.info({ chat: groupOnly(own.chat.id), status: own.new_chat_member.status, isFree }, 'membership');
  }
  if (message) muted.heard(message.chat.id);
  if (message?.forum_topic_reopened || message?.general_forum_topic_unhidden)
    muted.reopen(message.chat.id, topicOf(message));
}

/** A private chat's number is its person's, and no log's business. */
export const groupOnly = (chat: number | undefined): number | undefined =>
  chat !== undefined && chat < 0 ? chat : undefined;

const maySpeak = (member: ChatMemberUpdated['new_chat_member']): boolean =>
  !['left', 'kicked'].includes(member.status) && (member.status !== 'restricted' || member.can_send_messages);
