import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { SendOutcome } from '../../bot/delivery/sender.ts';
import { networkCode } from '../../bot/platform/outage.ts';
import { StoreError } from '../../bot/ports/store.ts';

/** Error codes for missing permissions to see or write. */
const NO_ACCESS: readonly (string | number)[] = [50001, 50013, 50009];
/** Error code: the person accepts no messages from the bot. */
const CLOSED_DM = 50007;
/**
 * Error codes that nothing can be done about: unknown channel, message, interaction or webhook; acknowledged already;
 * expired token; archived thread.
 */
const OVER: readonly (string | number)[] = [10003, 10008, 10015, 10062, 40060, 50027, 50083];

export type Trouble =
  /** Gone; nobody needs to act. */
  | 'over'
  /** A permission is missing that moderators can grant. */
  | 'no-access'
  /** Discord will never accept the request: a bug of ours. */
  | 'refused'
  /** May work later. */
  | 'later';

export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof DiscordAPIError)) return 'later';
  if (OVER.includes(error.code) || error.code === CLOSED_DM) return 'over';
  if (NO_ACCESS.includes(error.code)) return 'no-access';
  if (error.status === 404) return 'over';
  if (error.status === 403) return 'no-access';
  // A single 401 may be a mistake of Discord's; token.ts checks the token.
  return error.status === 401 || error.status === 429 || error.status >= 500 ? 'later' : 'refused';
}

/** Outcome of sending after this error. */
export function sentAfter(error: unknown): SendOutcome {
  if (error instanceof RateLimitError) return { kind: 'later', after: Math.max(error.timeToReset, error.retryAfter) };
  return { kind: troubleOf(error) === 'later' ? 'later' : 'refused' };
}

/**
 * An error as it may be logged. The request in discord.js's errors is left out: its URL holds the interaction's token,
 * and its body what a member wrote.
 */
export function safely(error: unknown): object {
  if (error instanceof DiscordAPIError)
    return { code: error.code, status: error.status, method: error.method, route: routeOf(error.url) };
  if (error instanceof HTTPError)
    return { status: error.status, method: error.method, route: routeOf(error.url), unreached: `HTTP ${error.status}` };
  if (error instanceof RateLimitError)
    return { code: 'rate limited', method: error.method, route: routeOf(error.route) };
  // Its message names file and cure, and contains nothing that people wrote.
  if (error instanceof StoreError) return { error: error.name, message: error.message };
  if (!(error instanceof Error)) return { error: typeof error };
  const unreached = networkCode(error) ?? GATEWAY.exec(error.message)?.[0];
  if (unreached !== undefined) return { error: error.name, unreached };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { ...code, error: error.name, stack: (error.stack ?? '').split('\n').slice(1, 6).join('\n') };
}

/** Messages of gateway errors that have no code. */
const GATEWAY = /Opening handshake has timed out|Unexpected server response: \d+/;

/** The reason of an outage in a log line that `safely` made; undefined if Discord was reached. */
export const outageIn = (fields: object): string | undefined =>
  'unreached' in fields && typeof fields.unreached === 'string' ? fields.unreached : undefined;

/** The path with ids and tokens replaced. */
function routeOf(url: string): string {
  const path = url.replace(/^\w+:\/\/[^/]+/, '').replace(/\?.*$/s, '');
  return path.replace(/(\/(?:interactions|webhooks)\/).*$/s, '$1:token').replace(/\d{15,}/g, ':id');
}
