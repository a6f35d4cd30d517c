import { KINDS } from '../ports/changes.ts';
import type { SharedKnowledge } from '../ports/knowledge.ts';
import type { Services } from '../services.ts';
import { type Community, createCommunity, createMemory } from './community.ts';
import { splitKey } from './own-entries.ts';
import { isPublished } from './published.ts';
import { decode, ledger, type State } from './records.ts';

/** Megabytes for what is known of the one community that is seen so. */
const MEGABYTES = 16;

/**
 * Gives a community as everybody outside may see it: with the packs, and what it taught, corrected or retired only as
 * far as it is on the site. It goes on from version to version, so make it once.
 */
export function publicViews({ knowledge, effective }: Pick<Services, 'knowledge' | 'effective'>) {
  const memory = createMemory(MEGABYTES);
  let last: { readonly id: string; readonly version: number; readonly view: Community } | undefined;
  return (community: Community): Community => {
    const { id, state } = community;
    if (last?.id !== id || last.version !== state.version) {
      const view = createCommunity(
        id,
        publicState(community, knowledge.current()),
        knowledge.current,
        effective,
        memory,
      );
      last = { id, version: state.version, view };
    }
    return last.view;
  };
}

/** Pins remain that lead to an entry; those with a text of their own, and files, are on no site. */
function publicState(community: Community, shared: SharedKnowledge): State {
  const { state } = community;
  const isPublic = (kind: (typeof KINDS)[number], key: string, value: string): boolean => {
    if (kind === 'entry' || kind === 'phrasings') return isPublished(community, splitKey(key).id);
    if (kind === 'retired') return isPublished(community, key);
    if (kind === 'pin') return isOpen(community, shared, decode('pin', value).entry);
    return kind !== 'attachment' && kind !== 'checks';
  };
  return ledger(
    KINDS.flatMap((kind) =>
      state
        .rawAll(kind)
        .filter(([key, value]) => isPublic(kind, key, value))
        .map(([key, value]) => ({ kind, key, value })),
    ),
  );
}

/** Whether an entry is one of a pack, or published: a pin to another would tell its question, and then nothing. */
const isOpen = (community: Community, { entries }: SharedKnowledge, entry: string | undefined): boolean =>
  entry !== undefined && (entries.has(entry) || isPublished(community, entry));
