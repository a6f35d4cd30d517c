import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { SendOutcome } from '../../bot/delivery/sender.ts';
import { networkCode } from '../../bot/platform/outage.ts';
import { StoreError } from '../../bot/ports/store.ts';

/** The bot may not write or see there. */
const NO_ACCESS: readonly (string | number)[] = [50001, 50013, 50009];
/** The person takes no messages of the bot's. */
const CLOSED_DM = 50007;
/** Gone: unknown channel, message, interaction, webhook; acknowledged already; an archived thread. */
const OVER: readonly (string | number)[] = [10003, 10008, 10015, 10062, 40060, 50027, 50083];

export type Trouble =
  /** Nothing can be done, and nobody needs to do anything. */
  | 'over'
  /** Moderators can give the right that is missing. */
  | 'no-access'
  /** Discord will never take it as it is: a fault of ours. */
  | 'refused'
  /** Not now. */
  | 'later';

export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof DiscordAPIError)) return 'later';
  if (OVER.includes(error.code) || error.code === CLOSED_DM) return 'over';
  if (NO_ACCESS.includes(error.code)) return 'no-access';
  if (error.status === 404) return 'over';
  if (error.status === 403) return 'no-access';
  // One 401 may be a mistake: whether the token holds is found out elsewhere; see token.ts.
  return error.status === 401 || error.status === 429 || error.status >= 500 ? 'later' : 'refused';
}

/** Outcome of a payload that ran into this. */
export function sentAfter(error: unknown): SendOutcome {
  if (error instanceof RateLimitError) return { kind: 'later', after: Math.max(error.timeToReset, error.retryAfter) };
  return { kind: troubleOf(error) === 'later' ? 'later' : 'refused' };
}

/**
 * An error as it may be logged. Errors of discord.js carry the request: its address holds the interaction's token, its
 * body a member's words.
 */
export function safely(error: unknown): object {
  if (error instanceof DiscordAPIError)
    return { code: error.code, status: error.status, method: error.method, route: routeOf(error.url) };
  if (error instanceof HTTPError)
    return { status: error.status, method: error.method, route: routeOf(error.url), unreached: `HTTP ${error.status}` };
  if (error instanceof RateLimitError)
    return { code: 'rate limited', method: error.method, route: routeOf(error.route) };
  // It names file and cure, and nobody's words.
  if (error instanceof StoreError) return { error: error.name, message: error.message };
  if (!(error instanceof Error)) return { error: typeof error };
  const unreached = networkCode(error) ?? GATEWAY.exec(error.message)?.[0];
  if (unreached !== undefined) return { error: error.name, unreached };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { ...code, error: error.name, stack: (error.stack ?? '').split('\n').slice(1, 6).join('\n') };
}

/** The gateway's library gives these no code. */
const GATEWAY = /Opening handshake has timed out|Unexpected server response: \d+/;

/** Why a line of the log, made safe, says that Discord is not reached. */
export const outageIn = (fields: object): string | undefined =>
  'unreached' in fields && typeof fields.unreached === 'string' ? fields.unreached : undefined;

/** The path without ids and tokens. */
function routeOf(url: string): string {
  const path = url.replace(/^\w+:\/\/[^/]+/, '').replace(/\?.*$/s, '');
  return path.replace(/(\/(?:interactions|webhooks)\/).*$/s, '$1:token').replace(/\d{15,}/g, ':id');
}
