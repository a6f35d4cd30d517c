import { entriesByTopic, topicsIn } from '../answers/topics.ts';
import type { CommunityCall } from '../command.ts';
import type { Decisions } from '../community/community.ts';
import type { SettingRecord } from '../community/records.ts';
import { homeLanguage } from '../conversation/choose-language.ts';
import { keyOfPlace, type Place } from '../conversation/place.ts';
import { WHOLE } from '../delivery/report.ts';
import type { Services } from '../services.ts';

/** Values of the setting if no channel is chosen: posted messages stay, or are removed. */
export const FAQ_OFF = 'off';
export const FAQ_REMOVE = 'remove';

const BEGIN = 'faq:';
const keyOfFaq = (place: Place): string => BEGIN + keyOfPlace(place);
/** Prefix of the setting's keys for all places of a platform. */
export const faqKeysOf = (platform: string): string => `${BEGIN}${platform}:`;
export const placeOfFaqKey = (key: string): string => key.slice(BEGIN.length);

/** @returns the FAQ's channel, empty for the place itself; or what to do with posted messages if there is no FAQ */
export function faqSpot(
  { state }: Decisions,
  place: Place,
): { readonly channel: string } | typeof FAQ_OFF | typeof FAQ_REMOVE {
  const value = state.get('setting', keyOfFaq(place)) ?? FAQ_OFF;
  if (typeof value !== 'string') return FAQ_OFF;
  return value === FAQ_OFF || value === FAQ_REMOVE ? value : { channel: value === WHOLE ? '' : value };
}

const listed = (value: SettingRecord | undefined): readonly string[] => (typeof value === 'object' ? value : []);

/** Tags of the FAQ's languages, in order; at least one. Default: the community's language. */
export function faqLanguages(
  community: Decisions,
  services: Pick<Services, 'defaultLanguage' | 'languages'>,
): readonly string[] {
  const chosen = listed(community.state.get('setting', 'faqlanguages')).filter((tag) => services.languages.has(tag));
  return chosen.length > 0 ? chosen : [homeLanguage(community, services)];
}

/** Topics of entries in the FAQ's languages: for each language, the largest first. */
export const faqTopicNames = ({ services, community }: CommunityCall): readonly string[] => [
  ...new Set(
    faqLanguages(community, services).flatMap((language) => [
      ...entriesByTopic(community.knowledge().entries.values(), topicsIn(language, services)).keys(),
    ]),
  ),
];

/** Names of the FAQ's topics, in order; undefined for all. */
export function faqTopics({ state }: Decisions): readonly string[] | undefined {
  const chosen = listed(state.get('setting', 'faqtopics'));
  return chosen.length > 0 ? chosen : undefined;
}
