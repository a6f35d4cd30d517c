import type { Update } from 'grammy/types';
import { commandNamed } from '../../../bot/command.ts';
import { pause, pauseFor } from '../../../bot/delivery/pause.ts';
import { isLate, PATIENCE } from '../../../bot/moment.ts';
import { commandIn } from '../../../bot/platform/buttons.ts';
import { onlyAsks } from '../../../bot/platform/command-text.ts';
import type { Update as Kept } from '../../../bot/ports/delivery.ts';
import { groupManners } from '../../../bot/settings/chosen.ts';
import type { TelegramContext } from '../context.ts';
import { KEPT_MS } from '../forms/dialogue.ts';
import { GROUPS } from '../manage/manage.ts';
import { isOptedIn } from './person.ts';
import { spotOf } from './place.ts';
import { receive } from './receive.ts';
import { updateOf } from './updates.ts';

/**
 * Runs before an update is handled: refreshes communities that other processes changed, and asks Telegram for the
 * person's role if the handler may need it. The update waits while Telegram cannot be reached.
 */
export async function prepare(context: TelegramContext, kept: Kept, stop: AbortSignal): Promise<void> {
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
  { services }: TelegramContext,
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
    // Both lead to the help, which lists moderators' commands for moderators.
    name === 'start' ||
    panel === 'help' ||
    forModerators;
  const isAnswer = message?.reply_to_message?.from?.is_bot === true;
  const community = await services.communities.of(place);
  const isForFew = groupManners(community).who === 'moderators';
  return isOfInterest || isAnswer || isForFew || (press && isOptedIn(community)) ? { chat, user: user.id } : undefined;
}

/** Milliseconds for which Telegram accepts results of an inline query, and for which a guest answer is of use. */
const INLINE_MS = 30_000;

/**
 * Whether an update is so old that its outcome is of no use. A message to the bot may answer a form; as only its
 * handler can tell, it counts for as long as forms are kept.
 */
export async function isOver(context: TelegramContext, kept: Kept): Promise<boolean> {
  const now = context.services.now();
  // Most updates are recent, and need not be parsed here.
  if (!isLate(kept, INLINE_MS, now)) return false;
  const { message, inline_query: inline, guest_message: guest, callback_query: press } = updateOf(kept);
  if (inline || guest) return true;
  if (press) return isLate(kept, PATIENCE.asked, now) && !mayChange(context, commandIn(press.data));
  if (!message || message.migrate_to_chat_id !== undefined || message.migrate_from_chat_id !== undefined) return false;
  // A photo may answer a form, and service messages say whether the bot may write.
  if (message.text === undefined && message.caption === undefined) return isLate(kept, KEPT_MS, now);
  const incoming = (await receive(context, message))?.incoming;
  if (!incoming?.addressed && incoming?.isReply !== true) return isLate(kept, PATIENCE.overheard, now);
  return isLate(kept, KEPT_MS, now) && onlyAsks(incoming.text, context.services.commands);
}

export const isTooLate = ({ services }: TelegramContext, kept: Pick<Kept, 'at'>): boolean =>
  isLate(kept, PATIENCE.asked, services.now());

/**
 * Whether a press may change something. Buttons whose command is in the store, and the platform's own ones, count as
 * changes, as they are read only when handled.
 * @param name see `commandIn`
 */
const mayChange = ({ services }: TelegramContext, name = ''): boolean =>
  name === GROUPS || /^[@.]/.test(name) || !onlyAsks(`/${name}`, services.commands);
