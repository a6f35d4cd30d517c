import type { LanguageData } from '../../core/text/language.ts';
import type { Call } from '../command.ts';
import { OWN_PACK } from '../community/own-entries.ts';
import type { SettingRecord } from '../community/records.ts';
import { DEFAULT_MODE, DEFAULT_TONE, keyOfMode, MODES, TONES } from '../conversation/listening.ts';
import type { Place } from '../conversation/place.ts';
import { DEFAULT_GROUP_VALUES, GROUP_SETTINGS, groupValuesOf, isGroupSetting, readGroupValue } from './group-settings.ts';

export const SETTINGS = ['language', 'packs', 'mode', 'unknown', 'anonymous', ...GROUP_SETTINGS] as const;
export type Setting = (typeof SETTINGS)[number];

/** Whether administrators count as moderators who hide who they are, where a platform lets them. */
const ANONYMOUS = ['yes', 'no'] as const;
export type Anonymous = (typeof ANONYMOUS)[number];

/** Takes a setting back. */
export const DEFAULT = 'default';

/** What a setting can be: one word each, the same in every language. */
export function valuesOf(setting: Setting, { services, community }: Call): readonly string[] {
  switch (setting) {
    case 'language':
      return [...services.languages.keys()];
    case 'packs':
      return [...new Set([...services.knowledge.current().packs.map(({ name }) => name), ...community.state.all('pack').map(([name]) => name)])].filter((name) => name !== OWN_PACK);
    case 'mode':
      return MODES;
    case 'unknown':
      return TONES;
    case 'anonymous':
      return ANONYMOUS;
    default:
      return groupValuesOf(setting, services.commands);
  }
}

/** A value as it is kept; `undefined` where the words name none. Case does not count. */
export function readValue(setting: Setting, words: string, call: Call): SettingRecord | undefined {
  if (isGroupSetting(setting)) return readGroupValue(setting, words, call.services.commands);
  const values = valuesOf(setting, call);
  const find = (word: string) => values.find((value) => value.toLowerCase() === word.toLowerCase());
  if (setting === 'language') return find(words) ?? languageNamed(words, [...call.services.languages.values()]);
  if (setting !== 'packs') return find(words);
  const found = [...new Set(words.split(/[\s,，、،]+/).filter((word) => word !== ''))].map(find);
  return found.length > 0 && found.every((one) => one !== undefined) ? found : undefined;
}

const languageNamed = (words: string, languages: readonly LanguageData[]): string | undefined => languages.find(({ name }) => name.toLowerCase() === words.toLowerCase())?.tag;

/** Where the value stands: a listening mode is a channel's own, unless it is meant for everywhere. */
export const keyOf = (setting: Setting, place: Place | undefined): string => (setting === 'mode' ? keyOfMode(place) : setting);

/** What holds where nobody decided; all packs have no single name. */
export function defaultOf(setting: Setting, { services }: Call): string | undefined {
  return { language: services.defaultLanguage, packs: undefined, mode: DEFAULT_MODE, unknown: DEFAULT_TONE, anonymous: 'no', ...DEFAULT_GROUP_VALUES }[setting];
}
