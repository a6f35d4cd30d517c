import type { Entry, EntryText } from '../../core/entry/entry.ts';
import { withoutHelper } from '../handover/helper-source.ts';
import type { Services } from '../services.ts';
import { choiceOf, keyOfEntry } from '../settings/chosen.ts';
import type { Community } from './community.ts';
import { isPinsText } from './own-entries.ts';

/** As was decided for the entry, else for all of them. */
export const isPublished = (community: Pick<Community, 'state'>, id: string): boolean =>
  (community.state.get('setting', keyOfEntry('site', id)) ?? choiceOf(community, 'site')) === 'on';

/** Whether the community taught the entry, or changed it. */
export const isOwn = (community: Community, { knowledge }: Pick<Services, 'knowledge'>, id: string): boolean =>
  !isPinsText(id) && community.knowledge().all.get(id) !== knowledge.current().entries.get(id);

/** The entries that it taught or changed, and publishes. One that is retired or cannot be read is not among them. */
export const ownPublished = (community: Community, services: Services): Entry[] =>
  [...community.knowledge().entries.values()]
    .filter(({ id }) => isPublished(community, id) && isOwn(community, services, id))
    .map((entry) => publicText(entry, services));

/** An entry as people outside the community read it: no helper is named. */
export const publicText = (entry: Entry, services: Pick<Services, 'languages' | 'speak'>): Entry => ({
  ...entry,
  texts: new Map([...entry.texts].map(([tag, text]) => [tag, shown(text, services)])),
});

const shown = (text: EntryText, services: Pick<Services, 'languages' | 'speak'>): EntryText => ({
  ...text,
  sources: text.sources.map((source) => withoutHelper(source, text.language, services)),
});

/** The entries of a community's site, by id: in the place of those of the packs or beside them what it publishes. */
export function siteEntries(community: Community, services: Services): Entry[] {
  const { retired } = community.knowledge();
  const ofPacks = [...services.knowledge.current().entries.values()];
  const kept = ofPacks.filter(({ id }) => !(retired.has(id) && isPublished(community, id)));
  const byId = new Map([...kept, ...ownPublished(community, services)].map((entry) => [entry.id, entry]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
