import type { Place } from '../../../bot/conversation/place.ts';
import { readCommand } from '../../../bot/platform/command-text.ts';
import type { Context } from '../context.ts';
import type { Heard } from '../inbound/heard.ts';
import { memberNow } from './permissions.ts';

/** What is known of whoever wrote a message, at the moment in which it is handled. */
export interface Standing {
  /** By what Discord permits. */
  readonly isModerator: boolean;
  readonly roles: readonly string[];
  /** Whose knowledge answers in private. */
  readonly knowledge?: Place | undefined;
}

export const NO_STANDING: Standing = { isModerator: false, roles: [] };

/** Rights are looked up for commands only, in servers: each is three calls. */
export async function standingOf(
  { calls, servers, services }: Pick<Context, 'calls' | 'servers' | 'services'>,
  { place, channel, user, text }: Heard,
): Promise<Standing> {
  if (place.isPrivate) return { ...NO_STANDING, knowledge: await servers.knowledgeFor(user) };
  const command = readCommand(text)?.name;
  return services.commands.some(({ name }) => name === command)
    ? memberNow(calls, place.id, channel, user)
    : NO_STANDING;
}
