import type { Update } from 'grammy/types';
import { commandNamed } from '../../../bot/command.ts';
import { pause, pauseFor } from '../../../bot/delivery/pause.ts';
import { groupManners } from '../../../bot/moderation/group-settings.ts';
import { commandIn } from '../../../bot/platform/buttons.ts';
import type { Update as Kept } from '../../../bot/ports/delivery.ts';
import type { Context } from '../context.ts';
import { isOptedIn } from './person.ts';
import { spotOf } from './place.ts';
import { updateOf } from './updates.ts';

/**
 * Before an update is handled: what others changed is taken in, and Telegram is asked whether a person moderates, if
 * that will be of interest. While Telegram cannot be reached, the update waits.
 */
export async function prepare(context: Context, kept: Kept, stop: AbortSignal): Promise<void> {
  await context.services.communities.whenIdle();
  const who = await whoActs(context, updateOf(kept));
  for (let attempt = 1; who && !stop.aborted; attempt++) {
    try {
      await context.moderators.of(who.chat, who.user);
      return;
    } catch {
      await pause(pauseFor(attempt), stop);
    }
  }
}

async function whoActs(
  { services }: Context,
  { message, callback_query: press }: Update,
): Promise<{ chat: number; user: number } | undefined> {
  const where = message ?? press?.message;
  const user = press?.from ?? message?.from;
  if (!where || !user || where.chat.type === 'private' || user.is_bot) return undefined;
  const { place, chat } = spotOf(where, services.hash);
  const name = press
    ? commandIn(press.data)
    : /(?:^|\s)\/([a-z]+)(?=[@\s]|$)/i.exec(message?.text ?? message?.caption ?? '')?.[1]?.toLowerCase();
  const { panel, forModerators } = commandNamed(services, name) ?? {};
  const isOfInterest =
    name === '@' ||
    name === '.form' ||
    // Commands that lead to the help, which lists what moderators may.
    name === 'start' ||
    panel === 'help' ||
    forModerators;
  const isAnswer = message?.reply_to_message?.from?.is_bot === true;
  const community = await services.communities.of(place);
  const isForFew = groupManners(community).who === 'moderators';
  return isOfInterest || isAnswer || isForFew || (press && isOptedIn(community)) ? { chat, user: user.id } : undefined;
}
