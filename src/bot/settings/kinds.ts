import type { LanguageData } from '../../core/text/language.ts';
import { type Call, listedOf } from '../command.ts';
import { OWN_PACK, packNames } from '../community/own-entries.ts';
import type { SettingRecord } from '../community/records.ts';
import { keyOfPlace } from '../conversation/place.ts';
import { spotOf, WHOLE } from '../delivery/report.ts';
import { FAQ_OFF, FAQ_REMOVE, faqTopicNames } from '../faq-channel/setting.ts';
import { NOBODY_HELPS, readHours, readSpot, writeSpot } from '../handover/helpers.ts';
import { readPeople, sayHolders } from '../moderation/people.ts';
import { keyOf, listIn } from './chosen.ts';
import { rowOf, type Setting, type SettingKind } from './table.ts';

/** Typed to go back to the default. */
export const DEFAULT = 'default';
/** Typed to be asked for words of one's own. */
export const OWN = 'own';
/** Typed for the channel one is in. */
export const HERE = 'here';
/** Typed after a value that is for all channels. */
export const EVERYWHERE = 'everywhere';
/** Typed for an empty list. */
export const NONE = 'none';

/** How the values of a kind of setting are offered, read and shown. */
interface KindOfSetting {
  /** Values to pick from, one word each. Default: the row's choices. */
  readonly values?: (call: Call) => readonly string[];
  /** The value to store; undefined if the words are none. Default: one of the row's choices. */
  readonly read?: (words: string, call: Call, setting: Setting) => SettingRecord | undefined;
  /** Meaning of a value, if the word does not say it. Default: `setting-<name>-<word>` of `locales/`. */
  readonly meaning?: (call: Call, value: string) => string | undefined;
  /** The value in words, shown instead of the value and its meaning. */
  readonly say?: (call: Call, value: SettingRecord, setting: Setting) => string | undefined;
  /** The value if none was set. Default: the row's. */
  readonly default?: (call: Call) => string;
  /** Whether several values can be picked. Default: one. */
  readonly isMany?: boolean;
  /** Whether it is typed rather than picked. Default: no. */
  readonly isTyped?: boolean;
  /** A value to show as an example, if values cannot be listed. Default: none. */
  readonly example?: string;
  /** Key in `locales/` of how it is typed. Default: none. */
  readonly how?: string;
}

const KINDS: Readonly<Record<SettingKind, KindOfSetting>> = {
  choice: {},
  number: {
    isTyped: true,
    read: (words, call, setting) => find(words, valuesOf(setting, call)) ?? numberIn(words, rowOf(setting)),
    say: ({ say }, value, setting) =>
      /^\d+$/.test(String(value)) ? say(`setting-${setting}-count`, { count: Number(value) }) : undefined,
  },
  language: {
    values: ({ services }) => [...services.languages.keys()],
    read: (words, { services: { languages } }) =>
      find(words, [...languages.keys()]) ?? languageNamed(words, [...languages.values()]),
    meaning: ({ services }, value) => services.languages.get(value)?.name,
    default: ({ services }) => services.defaultLanguage,
  },
  packs: {
    isMany: true,
    values: ({ services, community }) =>
      packNames(services.knowledge.current(), community.state).filter((name) => name !== OWN_PACK),
    read: (words, call, setting) => allOf(partsOf(words), valuesOf(setting, call)),
    say: sayList,
  },
  commands: {
    isMany: true,
    // `/settings` cannot be switched off: it is needed to switch anything on again.
    values: ({ services }) => [
      NONE,
      ...listedOf(services.commands)
        .filter(({ panel }) => panel !== 'settings')
        .map(({ name }) => name),
    ],
    read: (words, call, setting) => {
      const named = partsOf(words).map((word) => word.replace(/^\//, ''));
      const found = allOf(named, valuesOf(setting, call));
      if (found?.[0] === NONE) return found.length === 1 ? [] : undefined;
      return found?.includes(NONE) ? undefined : found?.sort();
    },
    say: sayList,
  },
  words: { values: () => [OWN], read: () => undefined },
  people: {
    isTyped: true,
    how: 'people-how',
    values: () => [],
    read: (words, call, setting) =>
      readPeople(partsOf(words), call, listIn(call.community.state.get('setting', keyOf(setting, call.place)))),
    say: (call, value) => sayHolders(call, listIn(value)).join(call.say('list-comma')),
  },
  channel: {
    isTyped: true,
    values: () => [HERE],
    read: (words, { place }) => (isHere(words) ? spotOf(place) : readChannel(words)),
    say: (call, value) => {
      const channel = value === WHOLE ? '' : String(value);
      return saySpot(call, writeSpot({ place: keyOfPlace(call.place), channel }));
    },
  },
  spot: {
    values: () => [HERE, NOBODY_HELPS],
    read: (words, { place }) => {
      if (words.toLowerCase() === NOBODY_HELPS) return NOBODY_HELPS;
      const channel = isHere(words) ? (place.channel ?? '') : readChannel(words);
      return channel === undefined || place.isPrivate ? undefined : writeSpot({ place: keyOfPlace(place), channel });
    },
    say: (call, value, setting) =>
      value === NOBODY_HELPS ? call.say(`setting-${setting}-${NOBODY_HELPS}`) : saySpot(call, String(value)),
  },
  hours: {
    isTyped: true,
    example: '9-18 Europe/Berlin',
    values: () => [],
    read: readHours,
    meaning: () => undefined,
  },
  faq: {
    isTyped: true,
    values: () => [HERE, FAQ_OFF, FAQ_REMOVE],
    read: (words, { place }) => {
      if (place.isPrivate) return undefined;
      return isHere(words) ? spotOf(place) : (find(words, [FAQ_OFF, FAQ_REMOVE]) ?? readChannel(words));
    },
    say: (call, value) => {
      if (value === FAQ_OFF || value === FAQ_REMOVE) return undefined;
      const channel = value === WHOLE ? '' : String(value);
      const isGone = channel !== '' && call.channelName !== undefined && call.channelName(channel) === undefined;
      return isGone ? call.say('faq-gone') : saySpot(call, writeSpot({ place: keyOfPlace(call.place), channel }));
    },
  },
  languages: {
    isMany: true,
    values: ({ services }) => [...services.languages.keys()],
    read: (words, call, setting) => allOf(partsOf(words), valuesOf(setting, call)),
    say: (call, value) =>
      listIn(value)
        .map((tag) => call.services.languages.get(tag)?.name ?? tag)
        .join(call.say('list-comma')),
  },
  topics: {
    isMany: true,
    values: faqTopicNames,
    read: (words, call, setting) => namesIn(words, valuesOf(setting, call)),
    say: sayList,
  },
  // The platform's id of the tag.
  tag: {
    isTyped: true,
    values: () => [],
    read: (words) => (/^\d{1,20}$/.test(words) ? words : undefined),
    meaning: () => undefined,
  },
};

export const kindOf = (setting: Setting): KindOfSetting => KINDS[rowOf(setting).kind];

/** Values to pick from, one word each, in all languages. */
export function valuesOf(setting: Setting, call: Call): readonly string[] {
  const { choices = [], isWorded, kind } = rowOf(setting);
  const values = kindOf(setting).values?.(call) ?? choices;
  return isWorded && kind !== 'words' ? [...values, OWN] : values;
}

/** The value to store; undefined if the words are none. Case is ignored. */
export function readValue(setting: Setting, words: string, call: Call): SettingRecord | undefined {
  const { read = (typed) => find(typed, rowOf(setting).choices ?? []) } = kindOf(setting);
  return read(words, call, setting);
}

export const defaultOf = (setting: Setting, call: Call): string | undefined =>
  kindOf(setting).default?.(call) ?? rowOf(setting).default;

/** The id in a channel's mention, as chats write it: `<#123>`. */
export const readChannel = (words: string): string | undefined => /^<#(\d{1,20})>$/.exec(words)?.[1];

const isHere = (words: string): boolean => words.toLowerCase() === HERE;
const partsOf = (words: string): string[] => [...new Set(words.split(/[\s,，、،]+/).filter((word) => word !== ''))];
const find = (word: string, values: readonly string[]): string | undefined =>
  values.find((value) => value.toLowerCase() === word.toLowerCase());

function allOf(words: readonly string[], values: readonly string[]): string[] | undefined {
  const found = words.map((word) => find(word, values)).filter((one) => one !== undefined);
  return found.length > 0 && found.length === words.length ? [...new Set(found)] : undefined;
}

/** Names between commas; a name may have several words, and commas of its own. Undefined if there is anything else. */
function namesIn(words: string, names: readonly string[]): string[] | undefined {
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  const found = new Set<string>();
  for (let rest = words.trim(); rest !== ''; ) {
    const name = longestFirst.find(
      (one) => find(rest.slice(0, one.length), [one]) && /^\s*(?:[,，、،]|$)/.test(rest.slice(one.length)),
    );
    if (name === undefined) return undefined;
    found.add(name);
    rest = rest.slice(name.length).replace(/^[\s,，、،]+/, '');
  }
  return found.size > 0 ? [...found] : undefined;
}

const languageNamed = (words: string, languages: readonly LanguageData[]): string | undefined =>
  languages.find(({ name }) => name.toLowerCase() === words.toLowerCase())?.tag;

function numberIn(words: string, { from = 0, to = 0 }: { readonly from?: number; readonly to?: number }) {
  const isOne = /^\d{1,6}$/.test(words) && Number(words) >= from && Number(words) <= to;
  return isOne ? String(Number(words)) : undefined;
}

function sayList({ say }: Call, value: SettingRecord): string {
  const values = listIn(value).filter((one) => one !== NONE);
  return values.length === 0 ? say('setting-none') : values.join(say('list-comma'));
}

/**
 * A channel's name. If that is unknown, whether it is the present channel or elsewhere: an id would tell nobody
 * anything.
 */
function saySpot({ say, place: here, channelName }: Call, value: string): string {
  const { place, channel } = readSpot(value);
  const isThisPlace = place === keyOfPlace(here);
  const name = isThisPlace ? channelName?.(channel) : undefined;
  if (name !== undefined) return name;
  return say(isThisPlace && channel === (here.channel ?? '') ? 'reports-here' : 'human-elsewhere');
}
