import type { Entry, EntryText } from '../../core/entry/entry.ts';
import { withoutHelper } from '../handover/helper-source.ts';
import type { Services } from '../services.ts';
import type { Community } from './community.ts';
import { isPinsText } from './pinned.ts';

/** Whether what a community taught or changed is on the site that is made of the knowledge. */
export const SITE = ['on', 'off'] as const;
export const DEFAULT_SITE = 'off';

/** The setting's key. @param entry if it is decided for this one alone */
export const keyOfSite = (entry?: string): string => (entry === undefined ? 'site' : `site:${entry}`);

/** As was decided for the entry, else for all of them. */
export const isPublished = ({ state }: Pick<Community, 'state'>, id: string): boolean =>
  (state.get('setting', keyOfSite(id)) ?? state.get('setting', keyOfSite()) ?? DEFAULT_SITE) === 'on';

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
