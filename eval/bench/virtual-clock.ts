import { mock } from 'node:test';
import { setImmediate } from 'node:timers/promises';

/** Milliseconds of each step: what takes less is found to take as long. */
const STEP_MS = 250;
/** Turns of the event loop without any call after which the bot waits for time to pass. */
const QUIET_TURNS = 40;

/** A clock that goes as fast as the bot allows: minutes of waiting take seconds. Timers and dates follow it. */
export interface VirtualClock {
  /** Lets so many milliseconds pass. */
  readonly pass: (ms: number) => Promise<void>;
  /** The machine's own clock goes on. */
  readonly stop: () => void;
}

/** @param activity a number that grows with each thing that happens */
export function startVirtualClock(activity: () => number): VirtualClock {
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: Date.now() });
  const settled = async (): Promise<void> => {
    for (let [seen, quiet] = [activity(), 0]; quiet < QUIET_TURNS; ) {
      await setImmediate();
      quiet = seen === activity() ? quiet + 1 : 0;
      seen = activity();
    }
  };
  return {
    pass: async (ms) => {
      for (let left = ms; left > 0; left -= STEP_MS) {
        mock.timers.tick(Math.min(STEP_MS, left));
        await settled();
      }
    },
    stop: () => mock.timers.reset(),
  };
}
