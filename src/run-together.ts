import type { Respond } from './bot/bot.ts';
import type { Platform } from './bot/platform/platform.ts';

/** Runs platforms side by side until all have ended; where one ends or fails, the others are stopped. @throws what the first one that failed did */
export async function runTogether(platforms: readonly Pick<Platform, 'run'>[], respond: Respond, stop: AbortController): Promise<void> {
  const ended = await Promise.allSettled(platforms.map(({ run }) => run(respond, stop.signal).finally(() => stop.abort())));
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

/** The same platform, which begins once something else has, unless it is stopped before. */
export function beginAfter(ready: Promise<unknown>, platform: Platform): Platform {
  return {
    ...platform,
    run: async (respond, stop) => {
      if (stop.aborted) return;
      const ended = new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }));
      await Promise.race([ready, ended]);
      if (!stop.aborted) await platform.run(respond, stop);
    },
  };
}
