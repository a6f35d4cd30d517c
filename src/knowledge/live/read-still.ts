import { setTimeout } from 'node:timers/promises';
import type { Folders } from '../find-packs.ts';
import { type Knowledge, readKnowledge } from '../read-knowledge.ts';
import { type FolderState, folderState, isSameState } from './folder-state.ts';

export interface StillKnowledge {
  readonly knowledge: Knowledge;
  /** The folder as it was when it was read. */
  readonly state: FolderState;
}

/** Milliseconds for which a folder must not have changed: editors empty a file before they write it, and checkouts write many. */
const STILL = 100;
/** A folder that is never still is read as it stands after so many tries. */
const MOST_TRIES = 20;

/** Reads a folder that nobody is writing to meanwhile; half a file would be refused, or worse, would go live. */
export async function readStill(dir: Folders, read: (dir: Folders) => Promise<Knowledge> = readKnowledge): Promise<StillKnowledge> {
  for (let tries = 1; ; tries++) {
    const state = await folderState(dir);
    const [knowledge] = await Promise.all([read(dir), setTimeout(STILL)]);
    if (tries === MOST_TRIES || isSameState(state, await folderState(dir))) return { knowledge, state };
  }
}
