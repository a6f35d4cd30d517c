import type { Update } from 'grammy/types';
import { isLate, PATIENCE } from '../../../bot/delivery/lateness.ts';
import { commandIn } from '../../../bot/platform/buttons.ts';
import { onlyAsks } from '../../../bot/platform/command-text.ts';
import type { Update as Kept } from '../../../bot/ports/delivery.ts';
import type { Context } from '../context.ts';
import { KEPT_MS } from '../forms/dialogue.ts';
import { GROUPS } from '../manage/manage.ts';
import { updateOf } from './intake.ts';
import { receive } from './receive.ts';
import { isWordless } from './wordless.ts';

/** Milliseconds for which Telegram takes results of an inline query. */
const INLINE_MS = 30_000;

/**
 * When each update was done, in milliseconds. Queries and presses do not say: they came before the next one of their
 * batch that does.
 * @param now for those that nothing tells of
 */
export function timesOf(updates: readonly Update[], now: number): number[] {
  const times: number[] = [];
  let next = now;
  for (const update of [...updates].reverse()) {
    next = timeOf(update) ?? next;
    times.unshift(next);
  }
  return times;
}

function timeOf({ message, edited_message: edited, my_chat_member: own }: Update): number | undefined {
  const seconds = message?.date ?? edited?.edit_date ?? edited?.date ?? own?.date;
  return Number.isSafeInteger(seconds) ? Number(seconds) * 1000 : undefined;
}

/**
 * Whether nobody needs what an update would lead to. What is said to the bot may be the answer to a form, which counts:
 * that is seen when it is handled, unless every form of that time is forgotten.
 */
export async function isOver(context: Context, kept: Kept): Promise<boolean> {
  const now = context.services.now();
  // Most are on time, and need not be read for it.
  if (!isLate(kept, INLINE_MS, now)) return false;
  const { message, inline_query: inline, callback_query: press } = updateOf(kept);
  if (inline) return true;
  if (press) return isLate(kept, PATIENCE.asked, now) && !mayChange(context, commandIn(press.data));
  if (!message || message.migrate_to_chat_id !== undefined || message.migrate_from_chat_id !== undefined) return false;
  if (isWordless(message)) return isLate(kept, KEPT_MS, now);
  const incoming = (await receive(context, message))?.incoming;
  if (!incoming?.addressed && incoming?.isReply !== true) return isLate(kept, PATIENCE.overheard, now);
  return isLate(kept, KEPT_MS, now) && onlyAsks(incoming.text, context.services.commands);
}

/** Whether an answer would come too late. */
export const isTooLate = ({ services }: Context, kept: Pick<Kept, 'at'>): boolean =>
  isLate(kept, PATIENCE.asked, services.now());

/**
 * Whether a press may change something: what is kept elsewhere, or is the platform's own, is known only when it is
 * handled. @param name see `commandIn`
 */
const mayChange = ({ services }: Context, name = ''): boolean =>
  name === GROUPS || /^[@.]/.test(name) || !onlyAsks(`/${name}`, services.commands);
