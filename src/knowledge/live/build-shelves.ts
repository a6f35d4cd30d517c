import { setImmediate } from 'node:timers/promises';
import type { Library } from '../../core/library.ts';

/** Builds what has not been asked yet, shelf by shelf, so that others have their turn in between. */
export async function buildShelves({ shelves }: Library): Promise<void> {
  for (const shelf of shelves) {
    await setImmediate();
    void shelf.shelf;
  }
}
