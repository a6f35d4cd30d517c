import { postCorrections } from './bot/delivery/post-corrections.ts';
import type { Reloaded } from './bot/ports/knowledge.ts';
import type { Store } from './bot/ports/store.ts';
import type { LiveSource } from './knowledge-source.ts';

/** Knowledge whose changes on disk also correct the answers that were given from it, in every community. */
export function healReloads(source: LiveSource, store: Store, now: () => string): LiveSource {
  const heal = async (result: Reloaded): Promise<Reloaded> => {
    if (result.kind === 'live') {
      const entries = [...result.changed, ...result.removed];
      await store.transact((unit) => postCorrections(unit, null, { entries, pins: [] }, now()));
    }
    return result;
  };
  return {
    ...source,
    reload: async () => heal(await source.reload()),
    watch: (onResult, onError) => source.watch((result) => void heal(result).then(onResult).catch(onError), onError),
  };
}
