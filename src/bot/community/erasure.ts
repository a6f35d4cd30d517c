import type { Act, NewAct } from '../ports/changes.ts';
import type { Unit } from '../ports/store.ts';
import type { Services } from '../services.ts';

/** The command of an erasure in the log. It has no author; every process reads the records it changed again. */
const ERASURE = 'privacy';

/** Begins the name of a community that goes on without the place from which it had its name. */
export const NOBODY = 'nobody:';

/** @param communities whose records are others now */
export const erasureOf = (communities: readonly string[], at: string): NewAct => ({
  community: '',
  place: '',
  person: '',
  at,
  command: ERASURE,
  // The name of a private chat tells whose it is: what is told instead is true of many.
  why: communities.map((name) => (name.startsWith(NOBODY) ? name : bucketOf(name))).join(' '),
  forced: null,
  undoes: null,
  edits: [],
});

/** Lets every process read again what an erasure changed. @param touched communities whose records are others now */
export async function noteErasure(
  unit: Unit,
  touched: readonly string[],
  { communities, now }: Pick<Services, 'communities' | 'now'>,
): Promise<void> {
  if (touched.length === 0) return;
  await unit.log.append(erasureOf(touched, now()));
  communities.refreshAfter(unit);
}

/** The communities that may be others since some acts. @param known all that are known so far */
export function erasedIn(acts: readonly Act[], known: Iterable<string>): string[] {
  const told = new Set(acts.filter(({ command }) => command === ERASURE).flatMap(({ why }) => why.split(' ')));
  if (told.size === 0) return [];
  return [
    ...new Set([
      ...[...known].filter((name) => told.has(bucketOf(name))),
      ...[...told].filter((name) => name.startsWith(NOBODY)),
    ]),
  ];
}

const BUCKETS = 4096;

/** FNV-1a, folded: one of so many numbers. */
function bucketOf(name: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return String((hash ^ (hash >>> 15)) & (BUCKETS - 1));
}
