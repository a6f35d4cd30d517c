import type { Place } from '../../../bot/conversation/place.ts';
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

/** Rights are looked up for commands only, in servers. */
export async function standingOf({ calls, servers }: Pick<Context, 'calls' | 'servers'>, { place, channel, user, text }: Heard): Promise<Standing> {
  if (place.isPrivate) return { ...NO_STANDING, knowledge: await servers.knowledgeFor(user) };
  return text.startsWith('/') ? memberNow(calls, place.id, channel, user) : NO_STANDING;
}
