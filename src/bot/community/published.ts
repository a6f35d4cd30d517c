import type { Entry, EntryText } from '../../core/entry/entry.ts';
import { withoutHelper } from '../handover/helper-source.ts';
import type { Phrasebook, Services } from '../services.ts';
import { choiceOf, keyOfEntry } from '../settings/chosen.ts';
import type { Community, Decisions } from './community.ts';
import { isPinsText } from './own-entries.ts';

/** The entry's own setting counts before the community's. */
export const isPublished = (community: Decisions, id: string): boolean =>
  (community.state.get('setting', keyOfEntry('site', id)) ?? choiceOf(community, 'site')) === 'on';

/** Whether the community taught or changed the entry. */
export const isOwn = (community: Community, { knowledge }: Pick<Services, 'knowledge'>, id: string): boolean =>
  !isPinsText(id) && community.knowledge().all.get(id) !== knowledge.current().entries.get(id);

/** Entries that it taught or changed, and publishes. Excludes the retired and the unreadable. */
export const ownPublished = (community: Community, services: Services): Entry[] =>
  [...community.knowledge().entries.values()]
    .filter(({ id }) => isPublished(community, id) && isOwn(community, services, id))
    .map((entry) => publicText(entry, services));

/** The entry without its helpers' names, for people outside the community. */
export const publicText = (entry: Entry, services: Phrasebook): Entry => ({
  ...entry,
  texts: new Map([...entry.texts].map(([tag, text]) => [tag, shown(text, services)])),
});

const shown = (text: EntryText, services: Phrasebook): EntryText => ({
  ...text,
  sources: text.sources.map((source) => withoutHelper(source, text.language, services)),
});

/** The entries of a community's site: those of the packs, with what it publishes in addition or instead. */
export function siteEntries(community: Community, services: Services): Entry[] {
  const { retired } = community.knowledge();
  const ofPacks = [...services.knowledge.current().entries.values()];
  const kept = ofPacks.filter(({ id }) => !(retired.has(id) && isPublished(community, id)));
  const byId = new Map([...kept, ...ownPublished(community, services)].map((entry) => [entry.id, entry]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
