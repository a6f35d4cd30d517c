import type { Update } from 'grammy/types';
import type { Update as Kept } from '../../bot/ports/delivery.ts';
import type { Services } from '../../bot/services.ts';
import { laneOf, PLATFORM, spotOf } from './place.ts';
import { isReadable } from './readable.ts';

/** What Telegram is asked to tell. */
export const UPDATES = ['message', 'edited_message', 'callback_query', 'inline_query', 'my_chat_member', 'chat_member'] as const;

/** What is kept of an update until it is handled; nothing where it is none that the bot deals with. @param bot whose updates they are */
export function toKept(update: Update, bot: number, { hash, now }: Pick<Services, 'hash' | 'now'>): Kept | undefined {
  if (!isReadable(update)) return undefined;
  const { message = update.edited_message, callback_query: press, inline_query: inline } = update;
  const from = press?.from ?? inline?.from ?? message?.from;
  const lane = inline ? `${PLATFORM} inline ${inline.from.id}` : laneOfMessage(message ?? press?.message);
  if (lane === undefined) return undefined;
  // Numbers of updates are a bot's own: another bot's may be the same.
  return { platform: PLATFORM, id: `${bot}/${update.update_id}`, lane, person: from ? hash(`${PLATFORM}:${from.id}`) : '', payload: JSON.stringify(update), at: now() };
}

const laneOfMessage = (message: Parameters<typeof spotOf>[0] | undefined): string | undefined => (message ? laneOf(spotOf(message)) : undefined);
