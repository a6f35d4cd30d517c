import { createHash, timingSafeEqual } from 'node:crypto';
import type { Update } from 'grammy/types';
import { NOT_NOW, type Route } from '../../../bot/ports/route.ts';
import type { WebhookConfig } from '../config.ts';

const HEADER = 'x-telegram-bot-api-secret-token';

type Take = (updates: readonly Update[]) => Promise<void>;

export interface Door {
  readonly route: Route;
  /** Lets updates in from now on. */
  readonly open: (take: Take) => void;
  /** Takes nothing more, and waits for what is being taken. */
  readonly close: () => Promise<void>;
}

/**
 * Takes updates that Telegram delivers. Each is answered as soon as it is on disk, and nothing is sent meanwhile; where
 * it cannot be kept, or nobody is there, Telegram is told to come again.
 */
export function createDoor({ url, secret }: WebhookConfig): Door {
  const running = new Set<Promise<unknown>>();
  let taker: Take | undefined;
  const handle: Route['handle'] = async (body, headers) => {
    if (!isEqual(headers[HEADER] ?? '', secret)) return { status: 401, body: '' };
    const update = parse(body);
    if (!update) return { status: 400, body: '' };
    if (!taker) return NOT_NOW;
    const work = taker([update]);
    running.add(work);
    const isKept = await work.then(
      () => true,
      () => false,
    );
    running.delete(work);
    return isKept ? { status: 200, body: '' } : NOT_NOW;
  };
  return {
    route: { method: 'POST', path: new URL(url).pathname, handle },
    open: (take) => {
      taker = take;
    },
    close: async () => {
      taker = undefined;
      await Promise.allSettled(running);
    },
  };
}

/** Takes as long wherever they differ, and however long they are. */
const isEqual = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (words: string): Buffer => createHash('sha256').update(words).digest();

function parse(body: string): Update | undefined {
  try {
    const update: unknown = JSON.parse(body);
    const isUpdate =
      typeof update === 'object' && update !== null && 'update_id' in update && Number.isSafeInteger(update.update_id);
    return isUpdate ? (update as Update) : undefined;
  } catch {
    return undefined;
  }
}
