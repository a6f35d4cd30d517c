/** Long background computation in steps: all tasks take turns, and give way to messages. */
export interface Turns {
  /**
   * Runs all steps in time slices, between which everything else continues. Parties get equal shares.
   * @param party that has a share of its own, such as a community
   * @param steps runs one step of at most a few milliseconds at each iteration
   * @throws errors of steps
   */
  readonly take: (party: string, steps: Iterator<unknown>) => Promise<void>;
  /** Called when a message arrives or is being answered: background work pauses for a moment. */
  readonly giveWay: () => void;
}

/** Milliseconds of a slice: what a message waits for each time that it waits for anything. */
const SLICE_MS = 10;
/** Milliseconds by which a slice may be longer. */
const TOLERATED_MS = 5;
/** Milliseconds that are given way, and those after which there is a slice in any case. */
const AWAY_MS = 4;
const LONGEST_MS = 40;

interface Task {
  readonly steps: Iterator<unknown>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** @param now milliseconds. @param rest lets everything else go on, for so many milliseconds at least */
export function createTurns(
  now: () => number = () => performance.now(),
  rest: (ms: number) => Promise<void> = pause,
): Turns {
  // The party whose turn is next is first, and so is the task in it that has waited longest.
  const parties = new Map<string, Task[]>();
  let isRunning = false;
  let freeFrom = 0;
  const run = async (): Promise<void> => {
    isRunning = true;
    for (let [next] = parties; next; [next] = parties) {
      await untilFree();
      const [party, tasks] = next;
      parties.delete(party);
      const task = tasks.shift();
      const began = now();
      if (task && !isDone(task)) tasks.push(task);
      if (tasks.length > 0) parties.set(party, tasks);
      // A step that could not be cut is made up for: what waits may need several turns of the process.
      freeFrom = Math.max(freeFrom, 2 * now() - began - SLICE_MS - TOLERATED_MS);
    }
    isRunning = false;
  };
  const untilFree = async (): Promise<void> => {
    const latest = now() + LONGEST_MS;
    await rest(0);
    for (let left = freeFrom - now(); left > 0 && now() < latest; left = freeFrom - now())
      await rest(Math.min(left, latest - now()));
  };
  const isDone = ({ steps, resolve, reject }: Task): boolean => {
    try {
      for (const end = now() + SLICE_MS; now() < end; ) {
        if (!steps.next().done) continue;
        resolve();
        return true;
      }
      return false;
    } catch (error) {
      reject(error);
      return true;
    }
  };
  return {
    take: (party, steps) =>
      new Promise((resolve, reject) => {
        const tasks = parties.get(party) ?? [];
        tasks.push({ steps, resolve, reject });
        parties.set(party, tasks);
        if (!isRunning) void run();
      }),
    giveWay: () => {
      freeFrom = now() + AWAY_MS;
    },
  };
}

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => void (ms > 0 ? setTimeout(resolve, ms) : setImmediate(resolve)));

/** The process has one thread for all that it hears and says, and so one order of turns. */
export const turns = createTurns();

/**
 * Priority of work that an asker waits for, such as preparing a community: it need not wait behind moderators' work.
 */
export const waitedFor = createTurns();

/** Called when a message arrives or is being answered. */
export function giveWay(): void {
  for (const each of [turns, waitedFor]) each.giveWay();
}

/** Work that waits until no message has arrived for a moment, as a commit delays answers. */
export interface IdleWork {
  /** Asks for the work, or for it to wait a moment longer. */
  readonly request: () => void;
  /** Takes the request back. */
  readonly cancel: () => void;
}

/** Milliseconds without a request after which the process counts as idle. */
const IDLE_MS = 200;
/** The work waits this many times longer than usual at most: a killed process would lose it. */
const MOST_TIMES = 4;

/**
 * @param after milliseconds from the first request until the work is done, if the process is idle then
 * @param now milliseconds
 */
export function whenIdle(work: () => void, after: number, now: () => number = () => performance.now()): IdleWork {
  let timer: NodeJS.Timeout | undefined;
  let [began, last] = [0, 0];
  const look = (): void => {
    const isDue = now() - last >= IDLE_MS || now() - began >= MOST_TIMES * after;
    timer = isDue ? undefined : setTimeout(look, IDLE_MS).unref();
    if (isDue) work();
  };
  return {
    request: () => {
      last = now();
      if (timer) return;
      began = last;
      timer = setTimeout(look, after).unref();
    },
    cancel: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
