import type { Presence } from '../bot/platform/platform.ts';
import type { Route, RouteAnswer } from '../bot/ports/route.ts';
import type { Services } from '../bot/services.ts';
import { tryToWrite } from './try-to-write.ts';

/**
 * `/healthz`: whether the process is alive. `/readyz`: whether it can answer and store, with the reasons if not.
 * `learning` lists what is still being trained; missing tables and the reason for refused knowledge are named, too.
 */
export function healthRoutes(
  services: Pick<Services, 'knowledge' | 'store'>,
  platforms: readonly Presence[],
  stop: AbortSignal,
): readonly Route[] {
  return [
    { method: 'GET', path: '/healthz', handle: async () => answer({ status: 'alive' }, true) },
    {
      method: 'GET',
      path: '/readyz',
      handle: async () => {
        const isWritable = await tryToWrite(services.store, 'ready').then(
          () => true,
          () => false,
        );
        // A database that does not respond counts as not available.
        const missing = isWritable ? await services.store.missing().catch(() => []) : [];
        const parts = {
          running: !stop.aborted,
          knowledge: services.knowledge.current().entries.size > 0,
          store: isWritable,
          tables: missing.length === 0,
          ...Object.fromEntries(platforms.map(({ name, isConnected }) => [name, isConnected?.() ?? true])),
        };
        const isReady = Object.values(parts).every((part) => part);
        const ready = services.knowledge.learning().isLearning ? 'learning' : 'ready';
        const refused = services.knowledge.refused();
        return answer(
          {
            status: isReady ? ready : 'not ready',
            ...parts,
            missing: missing.length > 0 ? missing : undefined,
            refused: refused.length > 0 ? refused : undefined,
          },
          isReady,
        );
      },
    },
  ];
}

const answer = (body: object, isGood: boolean): RouteAnswer => ({
  status: isGood ? 200 : 503,
  body: `${JSON.stringify(body)}\n`,
  headers: { 'cache-control': 'no-store' },
});
