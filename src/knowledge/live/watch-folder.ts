import { watch } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Folders } from '../packs/find-packs.ts';
import { type FolderState, folderState, isSameState } from './folder-state.ts';

export interface WatchOptions {
  readonly dir: Folders;
  /** The state that is known already. */
  readonly since: FolderState;
  /** Called after each change. */
  readonly onChange: () => void;
  /** Asks the system to ring at every change right in a folder. @returns ends it. @throws where the system cannot. */
  readonly arm?: ((folder: string, ring: () => void) => () => void) | undefined;
}

/** Milliseconds without news after which a change is over, and the most that is waited for that. */
const QUIET = 200;
const MOST_UNREST = 1000;
/**
 * Looks without news: at least so many milliseconds apart, and so rare that they take one part in so many of the time.
 */
const PULSE = 1000;
const RARITY = 20;

/**
 * Calls back when files of knowledge have changed, come or gone. The system's news make it quick; looking now and then
 * makes it sure: where news are missing (network folders, a folder put in the place of another, no watches left) and
 * where they are about hidden files. Never throws.
 *
 * Folders are watched one by one: what Node offers for whole trees watches each file, and loses a file that is
 * replaced.
 * @returns ends it.
 */
export function watchFolder({ dir, since, onChange, arm = armFolder }: WatchOptions): () => void {
  const bell = createBell();
  const parents = [dir].flat().map((one) => dirname(resolve(one)));
  let known = since;
  let disarm: (() => void) | undefined;
  let isOver = false;
  const look = async (): Promise<void> => {
    const state = await folderState(dir);
    if (isOver || (disarm && isDeepStrictEqual(state, known))) return;
    const isChanged = !isSameState(state, known);
    const before = disarm;
    disarm = armAll(new Set([...parents, ...state.folders]), arm, bell.ring);
    before?.();
    known = state;
    if (isChanged) onChange();
  };
  const run = async (): Promise<void> => {
    while (!isOver) {
      const start = performance.now();
      await look();
      if (await bell.heard(Math.max(PULSE, RARITY * (performance.now() - start)))) await quiet(bell.heard);
    }
  };
  void run();
  return () => {
    isOver = true;
    disarm?.();
    bell.ring();
  };
}

async function quiet(heard: (milliseconds: number) => Promise<boolean>): Promise<void> {
  const until = performance.now() + MOST_UNREST;
  while ((await heard(QUIET)) && performance.now() < until);
}

/** Folders that cannot be watched are looked at now and then. */
function armAll(
  folders: ReadonlySet<string>,
  arm: (folder: string, ring: () => void) => () => void,
  ring: () => void,
): () => void {
  const ends = [...folders].flatMap((folder) => {
    try {
      return [arm(folder, ring)];
    } catch {
      return [];
    }
  });
  return () => {
    for (const end of ends) end();
  };
}

function armFolder(folder: string, ring: () => void): () => void {
  const watcher = watch(folder, { persistent: false }, ring);
  // The folder is gone, or the system gave up: closed here, seen by the next look.
  watcher.on('error', () => watcher.close());
  return () => watcher.close();
}

/** Wakes one who waits. */
interface Bell {
  /** Heard at once, or by the next who waits. */
  readonly ring: () => void;
  /** Waits for a ring. @returns true for a ring, false where there was none for so many milliseconds. */
  readonly heard: (milliseconds: number) => Promise<boolean>;
}

export function createBell(): Bell {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    heard: (milliseconds) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          wake = undefined;
          resolve(rung);
          rung = false;
        };
        // Nobody's program stays alive for the sake of waiting.
        const timer = setTimeout(end, milliseconds).unref();
        wake = end;
        if (rung) end();
      }),
  };
}
