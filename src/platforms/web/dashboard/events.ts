import { setTimeout as pause } from 'node:timers/promises';
import type { Context as Request } from 'hono';
import { streamSSE } from 'hono/streaming';
import { dayOf } from '../../../bot/moment.ts';
import type { WebContext } from '../context.ts';
import { isSignedIn, signedIn } from '../responder.ts';

const EVERY_MS = 3000;
/** Most open pages of one person, and of all, that get events; further pages stay as they were loaded. */
const MOST_EACH = 10;
const MOST = 200;
/** Open pages of each person. */
const open = new Map<string, number>();

/** Sends an event whenever something was counted or changed; the page then fetches what it shows. */
export async function tellNews(context: WebContext, request: Request, community: string): Promise<Response> {
  const person = signedIn(context, request)?.person ?? '';
  const ofAll = [...open.values()].reduce((sum, count) => sum + count, 0);
  if ((open.get(person) ?? 0) >= MOST_EACH || ofAll >= MOST) return request.body(null, 204);
  // Read before responding, so that no later change is missed.
  let known = await stampOf(context, community);
  return streamSSE(request, async (stream) => {
    count(person, 1);
    const end = new AbortController();
    stream.onAbort(() => end.abort());
    const signal = AbortSignal.any([context.stop, end.signal]);
    try {
      await stream.writeSSE({ event: 'begin', data: '' });
      while (!signal.aborted) {
        await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
        if (signal.aborted || !isSignedIn(context, request)) break;
        const stamp = await stampOf(context, community);
        if (stamp !== known) await stream.writeSSE({ event: 'news', data: '' });
        known = stamp;
      }
    } finally {
      count(person, -1);
    }
  });
}

function count(person: string, more: number): void {
  const left = (open.get(person) ?? 0) + more;
  if (left > 0) open.set(person, left);
  else open.delete(person);
}

/** A string that changes with every count of today, every act, and the list of refused files. */
async function stampOf({ services, log }: WebContext, community: string): Promise<string> {
  const today = dayOf(services.now());
  return services.store
    .transact(async ({ log: acts, tallies }) => {
      const counts = (await tallies.list(community, today)).reduce((sum, { count }) => sum + count, 0);
      return `${await acts.last()} ${counts} ${services.knowledge.refused().join()}`;
    })
    .catch((err: unknown) => {
      log.warn({ err }, 'news could not be looked for');
      return '';
    });
}
