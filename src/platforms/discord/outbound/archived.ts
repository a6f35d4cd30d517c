import { DiscordAPIError } from 'discord.js';
import type { Context } from '../context.ts';
import type { Outgoing } from './send.ts';

const ARCHIVED = 50083;

/** Changes a message, wherever it stands: an archived thread is opened for it, and archived again. */
export async function editIn(
  { out, calls }: Pick<Context, 'out' | 'calls'>,
  channel: string,
  id: string,
  message: Outgoing,
): Promise<void> {
  try {
    await out.edit(channel, id, message);
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.code !== ARCHIVED) throw error;
    // One that is locked too is opened by those only who may manage threads.
    await calls.archive(channel, false);
    await out.edit(channel, id, message);
    // Whoever may not archives it by waiting.
    await calls.archive(channel, true).catch(() => undefined);
  }
}
