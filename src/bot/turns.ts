/** Long computing that nobody waits for in a conversation, cut into steps: all who have some take turns. */
export interface Turns {
  /**
   * Takes all steps, in slices between which everything else goes on. Of several parties each gets as much as any other.
   * @param party who has a share of its own, such as a community
   * @param steps does the next step whenever it is asked for another; each takes a few milliseconds at most
   * @throws what a step throws
   */
  readonly take: (party: string, steps: Iterator<unknown, void>) => Promise<void>;
}

/** Milliseconds of a slice: what a message waits for each time it waits for anything. */
const SLICE_MS = 5;

interface Task {
  readonly steps: Iterator<unknown, void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** @param now milliseconds. @param rest lets everything else go on */
export function createTurns(now: () => number = () => performance.now(), rest: () => Promise<void> = () => new Promise((resolve) => setImmediate(resolve))): Turns {
  // The party whose turn is next stands first, and so does the task in it that has waited longest.
  const parties = new Map<string, Task[]>();
  let isRunning = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    for (let [next] = parties; next; [next] = parties) {
      const [party, tasks] = next;
      await rest();
      parties.delete(party);
      const task = tasks.shift();
      if (task && !isDone(task)) tasks.push(task);
      if (tasks.length > 0) parties.set(party, tasks);
    }
    isRunning = false;
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
        const tasks = parties.get(party);
        if (tasks) tasks.push({ steps, resolve, reject });
        else parties.set(party, [{ steps, resolve, reject }]);
        if (!isRunning) void run();
      }),
  };
}

/** The process has one thread for all that it hears and says, and so one order of turns. */
export const turns = createTurns();
