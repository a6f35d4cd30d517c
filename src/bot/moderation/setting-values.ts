import type { LanguageData } from '../../core/text/language.ts';
import type { Call } from '../command.ts';
import { keyOfOffice } from '../community/offices.ts';
import { OWN_PACK, packNames } from '../community/own-entries.ts';
import { DEFAULT_SITE, SITE } from '../community/published.ts';
import type { SettingRecord } from '../community/records.ts';
import {
  DEFAULT_MODE,
  DEFAULT_TONE,
  keyInChannel,
  keyOfMode,
  keyOfPacks,
  MODES,
  TONES,
  WORDED,
  type Worded,
} from '../conversation/listening.ts';
import { DEFAULT_PATIENCE, PATIENCES, readPatience } from '../conversation/patience.ts';
import { keyOfPlace, type Place } from '../conversation/place.ts';
import { DEFAULT_DIGEST, DIGESTS, keyOfReports, spotOf } from '../delivery/report.ts';
import { NOBODY_HELPS, readHours, writeSpot } from '../handover/helpers.ts';
import { DEFAULT_LEARN, LEARN } from '../learning/setting.ts';
import { DEFAULT_KEEPING, KEEPING } from '../questions/keeping.ts';
import {
  DEFAULT_GROUP_VALUES,
  GROUP_SETTINGS,
  groupValuesOf,
  isGroupSetting,
  readGroupValue,
} from './group-settings.ts';
import { readPeople } from './people.ts';

/** Those of every platform. */
export const SETTINGS_EVERYWHERE = [
  'language',
  'packs',
  'mode',
  'unknown',
  'greeting',
  'learn',
  'questions',
  'site',
] as const;

/** Those of a server or group, whose members look after it; each platform names others of its own. */
export const SETTINGS_OF_PLACES = [
  ...SETTINGS_EVERYWHERE,
  'moderators',
  'helpers',
  'reports',
  'digest',
  'human',
  'hours',
  'patience',
] as const;

export const SETTINGS = [...SETTINGS_OF_PLACES, 'solved', 'anonymous', ...GROUP_SETTINGS] as const;
export type Setting = (typeof SETTINGS)[number];

/** Parts of the list of settings, in its order. Their names are in `locales/` as `section-<name>`. */
export const SECTIONS = {
  speech: SETTINGS_EVERYWHERE,
  people: ['moderators', 'helpers', 'anonymous', 'who'],
  notices: ['reports', 'digest', 'human', 'hours', 'solved'],
  manners: ['patience', 'commands', 'disabled', 'answers', 'cleanup', 'expiry'],
} as const satisfies Readonly<Record<string, readonly Setting[]>>;
export type Section = keyof typeof SECTIONS;

/** Whether administrators count as moderators who hide who they are, if a platform lets them. */
const ANONYMOUS = ['yes', 'no'] as const;
export type Anonymous = (typeof ANONYMOUS)[number];

/** Takes a setting back. */
export const DEFAULT = 'default';
/** The community's own words, which are asked for. */
export const OWN = 'own';
/** Characters of them: more would be an entry. */
export const MOST_OWN = 500;
/** The channel in which it is typed. */
export const HERE = 'here';

/**
 * Values of a setting: one word each, the same in every language. People and channels are named as the platform names
 * them.
 */
export function valuesOf(setting: Setting, { services, community }: Call): readonly string[] {
  switch (setting) {
    case 'language':
      return [...services.languages.keys()];
    case 'packs':
      return packNames(services.knowledge.current(), community.state).filter((name) => name !== OWN_PACK);
    case 'mode':
      return MODES;
    case 'unknown':
      return [...TONES, OWN];
    case 'greeting':
      return [OWN];
    case 'learn':
      return LEARN;
    case 'questions':
      return KEEPING;
    case 'site':
      return SITE;
    case 'moderators':
    case 'helpers':
    case 'solved':
    case 'hours':
      return [];
    case 'reports':
      return [HERE];
    case 'digest':
      return DIGESTS;
    case 'patience':
      return PATIENCES;
    case 'human':
      return [HERE, NOBODY_HELPS];
    case 'anonymous':
      return ANONYMOUS;
    default:
      return groupValuesOf(setting, services.commands);
  }
}

/** A value as it is kept; `undefined` if the words name none. Case does not count. */
export function readValue(setting: Setting, words: string, call: Call): SettingRecord | undefined {
  if (isGroupSetting(setting)) return readGroupValue(setting, words, call.services.commands);
  const values = valuesOf(setting, call);
  const find = (word: string) => values.find((value) => value.toLowerCase() === word.toLowerCase());
  const parts = [...new Set(words.split(/[\s,，、،]+/).filter((word) => word !== ''))];
  if (setting === 'language') return find(words) ?? languageNamed(words, [...call.services.languages.values()]);
  if (setting === 'moderators' || setting === 'helpers')
    return readPeople(parts, call, marksOf(call.community.state.get('setting', keyOf(setting, call.place))));
  if (setting === 'reports') return find(words) === undefined ? readChannel(words) : spotOf(call.place);
  if (setting === 'human') return find(words) === NOBODY_HELPS ? NOBODY_HELPS : readSpot(words, call);
  if (setting === 'patience') return readPatience(words);
  if (setting === 'hours') return readHours(words);
  if (setting === 'solved') return readTag(words);
  if (setting !== 'packs') return find(words);
  const found = parts.map(find);
  return found.length > 0 && found.every((one) => one !== undefined) ? found : undefined;
}

/** The list that a setting holds, if it holds one. */
export const marksOf = (value: SettingRecord | undefined): readonly string[] =>
  typeof value === 'object' ? value : [];

const languageNamed = (words: string, languages: readonly LanguageData[]): string | undefined =>
  languages.find(({ name }) => name.toLowerCase() === words.toLowerCase())?.tag;

/** A tag by the id that the platform gives it. */
const readTag = (words: string): string | undefined => (/^\d{1,20}$/.test(words) ? words : undefined);

/** A channel as chats write its mention. */
export const readChannel = (words: string): string | undefined => /^<#(\d{1,20})>$/.exec(words)?.[1];

/** A channel, or the one in which it is typed, in any place of the community. */
function readSpot(words: string, { place }: Call): string | undefined {
  const channel = words.toLowerCase() === HERE ? (place.channel ?? '') : readChannel(words);
  return channel === undefined || place.isPrivate ? undefined : writeSpot({ place: keyOfPlace(place), channel });
}

/** Whether a community may have words of its own for it. */
export const isWorded = (setting: string): setting is Worded => WORDED.some((one) => one === setting);

/** Whether it may hold for one channel alone. */
export const isOfChannel = (setting: Setting): boolean =>
  setting === 'mode' || setting === 'packs' || setting === 'solved';

/** Key of the value. @param channel if it is a channel's own */
export function keyOf(setting: Setting, place: Place, channel?: string): string {
  const where = channel === undefined ? undefined : { ...place, channel };
  if (setting === 'mode') return keyOfMode(where);
  if (setting === 'packs') return keyOfPacks(where);
  if (setting === 'solved') return keyInChannel(setting, where);
  if (setting === 'moderators' || setting === 'helpers') return keyOfOffice(setting, place);
  return setting === 'reports' ? keyOfReports(place) : setting;
}

/** The value if nobody decided; all packs have no single name. */
export function defaultOf(setting: Setting, { services }: Call): string | undefined {
  const defaults: Partial<Record<Setting, string>> = {
    language: services.defaultLanguage,
    mode: DEFAULT_MODE,
    unknown: DEFAULT_TONE,
    learn: DEFAULT_LEARN,
    questions: DEFAULT_KEEPING,
    site: DEFAULT_SITE,
    digest: DEFAULT_DIGEST,
    patience: DEFAULT_PATIENCE,
    anonymous: 'no',
    ...DEFAULT_GROUP_VALUES,
  };
  return defaults[setting];
}
