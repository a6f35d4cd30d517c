import { turns } from '../conversation/turns.ts';
import type { ReadAccess } from '../ports/store.ts';
import type { Communities } from './communities.ts';

/** With so many own entries, a first question after a start would take noticeably long. */
const MANY = 200;
/** If the cache has no room for all, the largest stay. */
const MOST = 8;

/**
 * Prepares the largest communities while the bot is idle, before anybody asks.
 * @param stop ends it, such as before the store is closed
 */
export async function prepareLargest(
  store: ReadAccess,
  communities: Pick<Communities, 'byId'>,
  stop?: AbortSignal,
): Promise<void> {
  if (stop?.aborted) return;
  const ids = await store.read(({ log }) => log.largest('entry', MANY, MOST));
  for (const id of ids.toReversed()) {
    if (stop?.aborted) return;
    const community = await communities.byId(id);
    await turns.take(id, until(stop, community.steps()));
  }
}

/** Steps until a signal stops them. */
export function* until(stop: AbortSignal | undefined, steps: Iterable<unknown>): Generator<undefined> {
  for (const _ of steps) {
    if (stop?.aborted) return;
    yield;
  }
}
