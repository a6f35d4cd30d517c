/** Runs long computations in the background, in steps: all tasks take turns, and messages come first. */
export interface Turns {
  /**
   * Runs all steps in time slices; everything else goes on in between. Each party gets an equal share.
   * @param party such as a community
   * @param steps each iteration runs one step of at most a few milliseconds
   * @throws errors of steps
   */
  readonly take: (party: string, steps: Iterator<unknown>) => Promise<void>;
  /** Call when a message arrives or is being answered: background work pauses for a moment. */
  readonly giveWay: () => void;
}

/** Length of a slice. A message waits so long each time it waits for anything. */
const SLICE_MS = 10;
/** By how much a slice may be longer. */
const TOLERATED_MS = 5;
/** Length of a pause for messages; after LONGEST_MS there is a slice in any case. */
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
  // The first party is next, and within a party the task that has waited longest.
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
      // After a step that took too long, the pause is longer, too: what waits may need several turns of the event loop.
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

/** One for the process, because it has one thread. */
export const turns = createTurns();

/** For work that somebody waits for, such as preparing a community: it need not wait behind moderators' work. */
export const waitedFor = createTurns();

export function giveWay(): void {
  for (const each of [turns, waitedFor]) each.giveWay();
}

/** Work that waits until no message has arrived for a moment, because a commit would delay answers. */
export interface IdleWork {
  /** Asks for the work; asked again, it waits a moment longer. */
  readonly request: () => void;
  /** Withdraws the request. */
  readonly cancel: () => void;
}

/** After so long without a request the process counts as idle. */
const IDLE_MS = 200;
/** The work is delayed to so many times `after` at most, because it is lost if the process is killed. */
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
