import type { Respond } from '../bot/bot.ts';
import type { Platform } from '../bot/platform/platform.ts';

/** Runs platforms that are added while the bot is running. */
export interface LateChats {
  /** Runs until the bot is stopped, and then waits for all platforms that were added. */
  readonly platform: Platform;
  readonly add: (platforms: readonly Platform[]) => void;
}

/** @param onFailure called with the error of a platform that failed; the others go on */
export function lateChats(onFailure: (error: unknown) => void): LateChats {
  const waiting: Platform[] = [];
  const running: Promise<void>[] = [];
  let begin: ((platform: Platform) => void) | undefined;
  return {
    add: (platforms) => {
      for (const one of platforms)
        if (begin) begin(one);
        else waiting.push(one);
    },
    platform: {
      name: 'setup',
      tell: () => undefined,
      run: async (respond: Respond, stop: AbortSignal) => {
        begin = (one) => void running.push(one.run(respond, stop).catch(onFailure));
        for (const one of waiting.splice(0)) begin(one);
        if (!stop.aborted)
          await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }));
        await Promise.all(running);
      },
    },
  };
}
