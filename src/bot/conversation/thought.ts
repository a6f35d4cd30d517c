import { surroundings } from '../surroundings.ts';
import { turns } from './turns.ts';

/** Times that something is thought about at most. */
const MOST = 3;

/** What is being thought about, outside any transaction, before it is said or written. */
interface Thought {
  isOpen: boolean;
  readonly isLast: boolean;
  /** What it rests on, as it was. */
  readonly grounds: Map<string, { readonly now: () => unknown; readonly was: unknown }>;
  /** What happens once it is on disk. */
  readonly consequences: (() => unknown)[];
  /** What counts once, however often it is thought. */
  readonly once: Map<string, unknown>;
}

/** What a thought rests on is no longer so. */
export class Outdated extends Error {
  override readonly name = 'Outdated';
  /** Takes in what is new. */
  readonly catchUp: () => Promise<void>;

  constructor(catchUp: () => Promise<void> = async () => undefined) {
    super('what this was decided on has changed');
    this.catchUp = catchUp;
  }
}

const { run, current } = surroundings<Thought>();

/**
 * Thinks, and thinks again where what it rests on has changed meanwhile: a few times at most, for somebody waits.
 * Inside other thinking it is a part of that.
 * @param work is given what tells, just before it is kept, whether it still holds; it throws Outdated where it does not
 */
export async function thinking<T>(work: (stillHolds: () => void) => Promise<T>): Promise<T> {
  if (current()) return work(() => undefined);
  const once = new Map<string, unknown>();
  turns.giveWay();
  for (let attempt = 1; ; attempt += 1) {
    const thought: Thought = { isOpen: true, isLast: attempt === MOST, grounds: new Map(), consequences: [], once };
    try {
      const result = await run(thought, () => work(() => demandGrounds(thought))).finally(() => {
        thought.isOpen = false;
      });
      for (const consequence of thought.consequences) await consequence();
      return result;
    } catch (error) {
      if (!(error instanceof Outdated)) throw error;
      await error.catchUp();
    }
  }
}

/** The last thought counts as it is: it was right a moment ago. */
function demandGrounds({ isLast, grounds }: Thought): void {
  if (!isLast && [...grounds.values()].some(({ now, was }) => now() !== was)) throw new Outdated();
}

/** Whether what is outdated may be thought again. */
export function mayThinkAgain(): boolean {
  const thought = current();
  return thought !== undefined && !thought.isLast;
}

/** What is being thought rests on this value. @param name of the value. @param now its identity as it is now */
export function restsOn(name: string, now: () => unknown): void {
  const grounds = current()?.grounds;
  if (grounds && !grounds.has(name)) grounds.set(name, { now, was: now() });
}

/**
 * Does it once what is being thought is on disk, and the thinking waits for it; at once where nothing is being thought.
 */
export async function afterThought(consequence: () => Promise<void> | void): Promise<void> {
  const thought = current();
  if (thought) thought.consequences.push(consequence);
  else await consequence();
}

/** The same for each time that something is thought again. */
export function oncePerThought<T>(name: string, make: () => T): T {
  const once = current()?.once;
  if (!once) return make();
  if (!once.has(name)) once.set(name, make());
  return once.get(name) as T;
}
