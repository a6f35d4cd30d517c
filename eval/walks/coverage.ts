import { Session } from 'node:inspector/promises';

/** A function of the project that was called. */
export interface CalledFunction {
  /** From the project's folder, as `src/bot/bot.ts`. */
  readonly file: string;
  readonly name: string;
}

/** The project's own code, built; not what measures it. */
const OWN = /\/dist\/((?:src|commands)\/.+)\.js$/;

/**
 * Counts calls by V8's precise coverage. To be started before the code runs: V8 counts nothing in a function that ran
 * before.
 */
export async function startCoverage() {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  const take = () => session.post('Profiler.takePreciseCoverage');
  return {
    /** The project's functions that were called while something ran. @throws what `work` throws */
    during: async (work: () => Promise<unknown>): Promise<readonly CalledFunction[]> => {
      await take();
      await work();
      const { result } = await take();
      return result.flatMap(({ url, functions }) => {
        const file = OWN.exec(url)?.[1];
        const called = functions.filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0);
        return file === undefined ? [] : called.map(({ functionName: name }) => ({ file: `${file}.ts`, name }));
      });
    },
    end: (): void => session.disconnect(),
  };
}
