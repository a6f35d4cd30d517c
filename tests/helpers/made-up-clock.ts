import type { After } from '../../src/bot/conversation/held-lines.ts';

/** A clock that stands still until time is let pass. */
export interface MadeUpClock {
  /** ISO 8601. */
  readonly now: () => string;
  readonly after: After;
  /** Lets time pass: what is due in it happens in its order. @param settled waits for what follows from each */
  readonly pass: (ms: number, settled: () => Promise<void>) => Promise<void>;
}

export function madeUpClock(start = '2026-11-25T10:00:00.000Z'): MadeUpClock {
  let now = Date.parse(start);
  const waiting = new Set<{ readonly due: number; readonly work: () => void }>();
  return {
    now: () => new Date(now).toISOString(),
    after: (ms, work) => {
      const one = { due: now + ms, work };
      waiting.add(one);
      return () => void waiting.delete(one);
    },
    pass: async (ms, settled) => {
      const end = now + ms;
      for (;;) {
        const [next] = [...waiting].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due);
        if (!next) break;
        waiting.delete(next);
        now = Math.max(now, next.due);
        next.work();
        await settled();
      }
      now = end;
    },
  };
}
