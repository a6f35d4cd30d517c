import type { Call } from '../command.ts';
import type { Unit } from '../ports/store.ts';
import type { Deed } from './deed.ts';

/** What somebody looked ahead on: how far the log was read, and the packs as they were. */
export interface Basis {
  /** Id of an act. */
  readonly seen: number;
  readonly packs: unknown;
}

/** As it is now. */
export const basisOf = ({ services: { communities, knowledge } }: Call): Basis => ({ seen: communities.seen(), packs: knowledge.current().packs });

/** Whether the packs or a community that the deed concerns have changed since, by whatever process. */
export async function hasMoved({ log }: Pick<Unit, 'log'>, call: Call, { edits, weighed = call.community.id }: Deed, { seen, packs }: Basis): Promise<boolean> {
  if (call.services.knowledge.current().packs !== packs) return true;
  if ((await log.last()) === seen) return false;
  const concerned = new Set([...edits.map(({ community }) => community), ...(weighed === null ? [] : [weighed])]);
  for (const community of concerned) {
    const acts = await log.acts({ community, after: seen });
    if (acts.some(({ held, changes }) => !held && changes.some((change) => change.community === community))) return true;
  }
  return false;
}
