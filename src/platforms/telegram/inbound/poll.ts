import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { pause, pauseFor } from '../../../bot/delivery/pause.ts';
import { PlatformError } from '../../../bot/platform/platform.ts';
import type { Log } from '../../../bot/ports/log.ts';
import { ApiError } from '../api.ts';
import { UPDATES } from './updates.ts';

/** Seconds for which Telegram holds a long poll. */
const HOLD_SECONDS = 30;
const BATCH = 100;
/** Shortest interval of polls in milliseconds, for servers that do not hold them. */
const LEAST_MS = 250;

export interface Polling {
  /** API whose calls end with the polling. */
  readonly api: Api;
  readonly log: Log;
  /** Resolves when the updates are on disk; only then are they confirmed to Telegram. */
  readonly take: (updates: readonly Update[]) => Promise<void>;
  readonly stop: AbortSignal;
}

/** Fetches updates until it is stopped. @throws PlatformError for a wrong token, or if another process polls, too */
export async function poll({ api, log, take, stop }: Polling): Promise<void> {
  await patiently(() => api.deleteWebhook(), log, stop);
  for (let offset = 0; !stop.aborted; ) {
    const from = offset;
    offset = (await patiently(() => fetchFrom(from, { api, take, stop }), log, stop)) ?? from;
  }
}

/** @returns the next offset */
async function fetchFrom(offset: number, { api, take, stop }: Omit<Polling, 'log'>): Promise<number> {
  const began = performance.now();
  const updates = await api.getUpdates({
    offset,
    limit: BATCH,
    timeout: HOLD_SECONDS,
    allowed_updates: UPDATES,
  });
  const known = updates.filter((update) => Number.isSafeInteger(update?.update_id));
  if (known.length > 0) await take(known);
  else await pause(LEAST_MS - (performance.now() - began), stop);
  return known.reduce((last, { update_id: id }) => Math.max(last, id + 1), offset);
}

/**
 * Retries after pauses until it succeeds.
 * @param conflictMs milliseconds for which another process may still be polling.
 * @returns undefined if it was stopped
 * @throws PlatformError
 */
export async function patiently<T>(
  work: () => Promise<T>,
  log: Log,
  stop: AbortSignal,
  conflictMs = CONFLICT_MS,
): Promise<T | undefined> {
  let conflictSince: number | undefined;
  for (let attempt = 1; !stop.aborted; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (stop.aborted) return undefined;
      const isConflict = error instanceof ApiError && error.code === 409;
      conflictSince = isConflict ? (conflictSince ?? performance.now()) : undefined;
      const isPassing = conflictSince !== undefined && performance.now() - conflictSince < conflictMs;
      const fatal = error instanceof ApiError && !isPassing ? hintFor(error) : undefined;
      if (fatal !== undefined) throw new PlatformError(fatal, { isLasting: !isConflict });
      log.warn({ err: error }, 'Telegram is not reached; trying again');
      await pause(
        error instanceof ApiError && error.retryAfter !== undefined ? error.retryAfter * 1000 : pauseFor(attempt),
        stop,
      );
    }
  }
  return undefined;
}

/** Milliseconds for which a process that is shutting down may still poll. */
const CONFLICT_MS = 60_000;

/** The hint for an error that no retry can fix. */
function hintFor({ code, description }: ApiError): string | undefined {
  if (code === 401 || code === 404)
    return [
      'Telegram does not know this bot: TELEGRAM_TOKEN is wrong or was taken back.',
      '@BotFather shows the right one (/mybots, API Token).',
    ].join(' ');
  if (code === 409)
    return [
      "Another process fetches this bot's updates from Telegram.",
      `Stop it, or give each its own bot: one token serves one process. (${description})`,
    ].join(' ');
  return undefined;
}
