import { setTimeout as pause } from 'node:timers/promises';
import type { Context as Request } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Context } from '../context.ts';

const EVERY_MS = 3000;
/** Readers at once; more see what was there when they came. */
const MOST = 50;
let open = 0;

/** Tells a reader whenever something was counted or decided; what it was, the page then asks for itself. */
export async function tellNews(context: Context, request: Request, community: string): Promise<Response> {
  if (open >= MOST) return request.body(null, 204);
  // Before anything is answered: what happens from then on is news.
  let known = await stampOf(context, community);
  return streamSSE(request, async (stream) => {
    open++;
    const end = new AbortController();
    stream.onAbort(() => end.abort());
    const signal = AbortSignal.any([context.stop, end.signal]);
    try {
      await stream.writeSSE({ event: 'begin', data: '' });
      while (!signal.aborted) {
        await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) break;
        const stamp = await stampOf(context, community);
        if (stamp !== known) await stream.writeSSE({ event: 'news', data: '' });
        known = stamp;
      }
    } finally {
      open--;
    }
  });
}

/** Changes with every count of today, every act, and whatever is refused. */
async function stampOf({ services, log }: Context, community: string): Promise<string> {
  const today = services.now().slice(0, 10);
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
