import type { Act, NewAct } from '../ports/changes.ts';
import type { Unit } from '../ports/store.ts';
import type { WithCommunities } from '../services.ts';

/** Command of an erasure's act in the log. It has no author, and makes every process read the changed records again. */
const ERASURE = 'privacy';

/** Prefix of the new name of a community whose old name was that of a private chat that was erased. */
export const NOBODY = 'nobody:';

/** @param communities whose records changed */
export const erasureOf = (communities: readonly string[], at: string): NewAct => ({
  community: '',
  place: '',
  person: '',
  at,
  command: ERASURE,
  // The name of a private chat would say whose it is; a bucket stands for many names.
  why: communities.map((name) => (name.startsWith(NOBODY) ? name : bucketOf(name))).join(' '),
  forced: null,
  undoes: null,
  edits: [],
});

/** Makes every process read again what an erasure changed. @param touched communities whose records changed */
export async function noteErasure(
  unit: Unit,
  touched: readonly string[],
  { communities, now }: WithCommunities,
): Promise<void> {
  if (touched.length === 0) return;
  await unit.log.append(erasureOf(touched, now()));
  communities.refreshAfter(unit);
}

/** The communities that erasures among the acts may have changed. @param known names of the communities in memory */
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

/** FNV-1a, folded to a number below BUCKETS. */
function bucketOf(name: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return String((hash ^ (hash >>> 15)) & (BUCKETS - 1));
}
