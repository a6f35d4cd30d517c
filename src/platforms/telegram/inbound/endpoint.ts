import { createHash, timingSafeEqual } from 'node:crypto';
import type { Update } from 'grammy/types';
import { NOT_NOW, type Route } from '../../../bot/ports/route.ts';
import type { WebhookConfig } from '../config.ts';

const HEADER = 'x-telegram-bot-api-secret-token';

/** Resolves once the updates are on disk; only then may Telegram delete them. */
export type Take = (updates: readonly Update[]) => Promise<void>;

/** The webhook's endpoint. */
export interface Endpoint {
  readonly route: Route;
  /** Accepts updates from now on. */
  readonly open: (take: Take) => void;
  /** Accepts no more updates, and waits for those being stored. */
  readonly close: () => Promise<void>;
}

/**
 * Accepts updates that Telegram delivers. Each request is answered as soon as its update is on disk. If it cannot be
 * stored, or the endpoint is not open, the response makes Telegram deliver it again.
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

/** Both sides are hashed to the same length, so that the comparison takes constant time. */
const digest = (words: string): Buffer => createHash('sha256').update(words).digest();

function parse(body: string): Update | undefined {
  try {
    const update = JSON.parse(body) as Update | null;
    return Number.isSafeInteger(update?.update_id) ? (update ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}
