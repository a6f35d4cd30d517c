import { createHash, timingSafeEqual } from 'node:crypto';
import type { Update } from 'grammy/types';
import { NOT_NOW, type Route } from '../../../bot/ports/route.ts';
import type { WebhookConfig } from '../config.ts';

const HEADER = 'x-telegram-bot-api-secret-token';

/** Resolves once the updates are on disk: only then Telegram may forget them. */
export type Take = (updates: readonly Update[]) => Promise<void>;

/** The endpoint of the webhook. */
export interface Endpoint {
  readonly route: Route;
  /** Takes updates from now on. */
  readonly open: (take: Take) => void;
  /** Takes nothing more, and waits for updates that are being taken. */
  readonly close: () => Promise<void>;
}

/**
 * Takes updates that Telegram delivers. Each is answered as soon as it is on disk, and nothing is sent meanwhile. If it
 * cannot be kept, or the endpoint is not open, Telegram is told to come again.
 */
export function createEndpoint({ url, secret }: WebhookConfig): Endpoint {
  const running = new Set<Promise<unknown>>();
  let taker: Take | undefined;
  const handle: Route['handle'] = async (body, headers) => {
    if (!timingSafeEqual(digest(headers[HEADER] ?? ''), digest(secret))) return { status: 401, body: '' };
    const update = parse(body);
    if (!update) return { status: 400, body: '' };
    if (!taker) return NOT_NOW;
    const work = taker([update]).then(
      () => ({ status: 200, body: '' }),
      () => NOT_NOW,
    );
    running.add(work);
    return work.finally(() => running.delete(work));
  };
  return {
    route: { method: 'POST', path: new URL(url).pathname, handle },
    open: (take) => {
      taker = take;
    },
    close: async () => {
      taker = undefined;
      await Promise.all(running);
    },
  };
}

/** Of one length, so that the comparison takes as long wherever they differ. */
const digest = (words: string): Buffer => createHash('sha256').update(words).digest();

function parse(body: string): Update | undefined {
  try {
    const update = JSON.parse(body) as Update | null;
    return Number.isSafeInteger(update?.update_id) ? (update ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}
