import type { ChosenCommand } from '../answers/reply.ts';
import type { Community } from '../community/community.ts';
import { isOwn, isPublished } from '../community/published.ts';
import type { Services } from '../services.ts';

/** A button that puts an entry on the site, or takes it off. */
export interface SiteSwitch extends ChosenCommand {
  /** Key in `locales/` of its label. */
  readonly words: 'action-publish' | 'action-unpublish';
}

/** @returns undefined if there is no site, or if the pack's own text is on it anyway */
export function siteSwitch(community: Community, services: Services, id: string): SiteSwitch | undefined {
  if (services.siteUrl === undefined || !isOwn(community, services, id)) return undefined;
  const isOn = isPublished(community, id);
  const argument = `site ${isOn ? 'off' : 'on'} ${id}`;
  return { command: 'settings', argument, words: isOn ? 'action-unpublish' : 'action-publish' };
}
