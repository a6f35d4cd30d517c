import type { Platform } from '../bot/platform/platform.ts';
import type { Route, RouteAnswer } from '../bot/ports/route.ts';
import type { Services } from '../bot/services.ts';
import { tryToWrite } from './can-write.ts';

/** Milliseconds in which the store has to answer. */
const PATIENCE_MS = 2000;

/** `/healthz`: the process is alive. `/readyz`: it can answer and keep, with what it lacks where it cannot; `learning` where it will answer more; and why changed knowledge is refused, if it is. */
export function healthRoutes(services: Pick<Services, 'knowledge' | 'store'>, platforms: readonly Pick<Platform, 'name' | 'isConnected'>[], stop: AbortSignal): readonly Route[] {
  return [
    { method: 'GET', path: '/healthz', handle: async () => answer({ status: 'alive' }, true) },
    {
      method: 'GET',
      path: '/readyz',
      handle: async () => {
        const parts = {
          running: !stop.aborted,
          knowledge: services.knowledge.current().entries.size > 0,
          store: await isWritable(services.store),
          ...Object.fromEntries(platforms.map(({ name, isConnected }) => [name, isConnected?.() ?? true])),
        };
        const isReady = Object.values(parts).every((part) => part);
        const ready = services.knowledge.learning().isLearning ? 'learning' : 'ready';
        const refused = services.knowledge.refused();
        return answer({ status: isReady ? ready : 'not ready', ...parts, ...(refused.length > 0 ? { refused } : {}) }, isReady);
      },
    },
  ];
}

const answer = (body: object, isGood: boolean): RouteAnswer => ({ status: isGood ? 200 : 503, body: `${JSON.stringify(body)}\n`, headers: { 'cache-control': 'no-store' } });

/** A store that hangs is none. */
async function isWritable(store: Services['store']): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const asked = tryToWrite(store, 'ready').then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
