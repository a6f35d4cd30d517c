import type { Message, User } from 'grammy/types';
import type { ReturnAddress } from '../../../bot/handover/note.ts';
import { readCommand } from '../../../bot/platform/command-text.ts';
import type { Context } from '../context.ts';
import { channelOf, type Spot } from './place.ts';
import { wordsOf } from './words.ts';

/** The name of somebody as others see it; empty for those who hide. */
export const nameOf = (user: User | undefined): string =>
  user === undefined || user.is_bot ? '' : [user.first_name, user.last_name ?? ''].join(' ').trim();

/** The way for a later message to somebody. */
export const returnTo = (spot: Spot, message: number, user: number | undefined): ReturnAddress => ({
  channel: channelOf(spot),
  message: String(message),
  user: String(user ?? ''),
  link: linkTo(spot, message),
});

/** The address of a message; empty if its chat has none. */
export function linkTo({ chat, thread }: Pick<Spot, 'chat' | 'thread'>, message: number): string {
  const [, id] = /^-100(\d+)$/.exec(String(chat)) ?? [];
  return id === undefined ? '' : ['https://t.me/c', id, ...(thread === undefined ? [] : [thread]), message].join('/');
}

/** The question of the message that the bot's message replies to; empty if it is out of sight. */
export function questionAbove({ me }: Pick<Context, 'me'>, message: Message): string {
  const asked = message.reply_to_message;
  const said = (asked && wordsOf(asked, me)?.text) ?? '';
  return (readCommand(said)?.argument ?? said).trim();
}
