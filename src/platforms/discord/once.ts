import { keep } from './keep.ts';

/** Remembers what was seen lately. @returns whether something is new. */
export function createSeen(most = 10_000): (id: string) => boolean {
  const seen = new Map<string, true>();
  return (id) => {
    if (seen.has(id)) return false;
    keep(seen, id, true, most);
    return true;
  };
}
