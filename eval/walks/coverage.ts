import { Session } from 'node:inspector/promises';

/** A function of the project that was called. */
export interface CalledFunction {
  /** Path from the project's folder, such as `src/bot/bot.ts`. */
  readonly file: string;
  readonly name: string;
}

/** The project's own code as it is built, without the code that measures it. */
const OWN = /\/dist\/((?:src|commands)\/.+)\.js$/;

/**
 * Counts calls by V8's precise coverage, while timers are held. To be started before the code runs, as V8 counts
 * nothing in a function that ran before.
 */
export async function startCoverage() {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  const timers = holdTimers();
  const take = () => session.post('Profiler.takePreciseCoverage');
  return {
    /** The project's functions that were called during some work. @throws the error of `work` */
    during: (work: () => Promise<unknown>): Promise<readonly CalledFunction[]> =>
      timers.during(async () => {
        await take();
        await work();
        const { result } = await take();
        return result.flatMap(({ url, functions }) => {
          const file = OWN.exec(url)?.[1];
          const called = functions.filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0);
          return file === undefined ? [] : called.map(({ functionName: name }) => ({ file: `${file}.ts`, name }));
        });
      }),
    end: (): void => {
      timers.end();
      session.disconnect();
    },
  };
}

/** Milliseconds from which a timer counts as work that was put off, which nobody waits for. */
const PUT_OFF_MS = 100;

type SetTimer = (work: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) => NodeJS.Timeout;

/**
 * Holds timers during a measurement: on a busy machine a step takes longer, and work that is due by the clock would
 * count as a part of it.
 */
function holdTimers() {
  const { setTimeout, setInterval, clearTimeout } = globalThis;
  const [setOnce, setOften] = [setTimeout as SetTimer, setInterval as SetTimer];
  /** Work that came due meanwhile, by its timer. */
  const due = new Map<unknown, () => void>();
  let isHeld = false;
  const later: SetTimer = (work, ms = 0, ...given) => {
    const go = (): void => work(...given);
    const timer = setOnce(() => void (isHeld && ms >= PUT_OFF_MS ? due.set(timer, go) : go()), ms);
    return timer;
  };
  const often: SetTimer = (work, ms = 0, ...given) =>
    setOften(() => {
      if (!isHeld || ms < PUT_OFF_MS) work(...given);
    }, ms);
  Object.assign(globalThis, {
    // With the properties that `promisify` needs.
    setTimeout: Object.assign(later, setTimeout),
    setInterval: Object.assign(often, setInterval),
    clearTimeout: (timer: NodeJS.Timeout | undefined): void => {
      due.delete(timer);
      clearTimeout(timer);
    },
  });
  return {
    during: async <T>(work: () => Promise<T>): Promise<T> => {
      isHeld = true;
      try {
        return await work();
      } finally {
        isHeld = false;
        for (const [timer, go] of [...due]) if (due.delete(timer)) go();
      }
    },
    end: () => void Object.assign(globalThis, { setTimeout, setInterval, clearTimeout }),
  };
}
