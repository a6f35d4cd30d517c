import type { Base } from './base.ts';
import { reporting } from './reporting.ts';

export interface Watchers {
  readonly add: (onActs: () => void) => () => void;
  readonly call: () => void;
  readonly end: () => void;
}

/** Those who want to know of new acts; other processes are listened to as long as there are any. */
export function createWatchers(base: Pick<Base, 'listen'>, onError: (error: unknown) => void): Watchers {
  const watchers = new Set<{ readonly onActs: () => void }>();
  let stop: (() => void) | undefined;
  const call = () => {
    for (const { onActs } of [...watchers]) reporting(onActs, onError);
  };
  const endIfAlone = () => {
    if (watchers.size > 0) return;
    stop?.();
    stop = undefined;
  };
  return {
    add: (onActs) => {
      const watcher = { onActs };
      watchers.add(watcher);
      stop ??= base.listen(call);
      return () => {
        watchers.delete(watcher);
        endIfAlone();
      };
    },
    call,
    end: () => {
      watchers.clear();
      endIfAlone();
    },
  };
}
