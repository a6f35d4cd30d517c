import { KINDS } from '../ports/changes.ts';
import type { SharedKnowledge } from '../ports/knowledge.ts';
import type { Services } from '../services.ts';
import { type Community, createCommunity, createMemory } from './community.ts';
import { splitKey } from './own-entries.ts';
import { isPublished } from './published.ts';
import { decode, ledger, type State } from './records.ts';

/** For knowledge of the one community that is viewed. */
const MEGABYTES = 16;

/**
 * Shows a community as people outside may see it: the packs, and of its own changes only what it publishes on the site.
 * Create it once: it is updated from version to version.
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

/** Keeps pins that lead to a visible entry. Pins with their own text, and attachments, are never on the site. */
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

/** Whether the entry is in a pack or published. A pin to any other would reveal its question, and show nothing. */
const isOpen = (community: Community, { entries }: SharedKnowledge, entry: string | undefined): boolean =>
  entry !== undefined && (entries.has(entry) || isPublished(community, entry));
