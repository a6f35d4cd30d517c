import type { Decisions } from '../community/community.ts';
import type { SettingRecord } from '../community/records.ts';
import type { Incoming } from '../conversation/incoming.ts';
import { keyOfPlace, type Place } from '../conversation/place.ts';
import type { PersonHash } from '../kinds.ts';
import {
  type ChoiceOf,
  type ChoiceSetting,
  hasScope,
  rowOf,
  SETTINGS,
  type Setting,
  settingNamed,
  type WordedSetting,
} from './table.ts';

type Deciding = Decisions;

/**
 * Key of a setting's record. Channels of linked places may have the same number, so their keys name the place, too.
 * @param channel if it is set for one channel
 */
export function keyOf(setting: Setting, place?: Place, channel?: string): string {
  if (place && hasScope(setting, 'place')) return `${setting}:${keyOfPlace(place)}`;
  return place && channel !== undefined && hasScope(setting, 'channel')
    ? `${setting}:${keyOfPlace(place)}/${channel}`
    : setting;
}

export const keyOfEntry = (setting: Setting, id: string): string => `${setting}:${id}`;

export const settingOfKey = (key: string): Setting | undefined => settingNamed(key.split(':', 1)[0] ?? '');

/** Key of the place that a record's setting, or that of one of its channels, is for. Undefined if it is for all. */
export function placeOfSetting(key: string): string | undefined {
  const setting = settingOfKey(key);
  const where = setting === undefined ? '' : key.slice(setting.length + 1);
  if (setting === undefined || where === '') return undefined;
  if (hasScope(setting, 'place')) return where;
  return hasScope(setting, 'channel') ? where.slice(0, where.lastIndexOf('/')) : undefined;
}

/** The value set for the channel, else for the place or community; undefined if none was set. */
export function chosenOf({ state }: Deciding, setting: Setting, place?: Place): SettingRecord | undefined {
  const channel = place?.channel !== undefined && hasScope(setting, 'channel') ? place.channel : undefined;
  const own = channel === undefined ? undefined : state.get('setting', keyOf(setting, place, channel));
  return own ?? state.get('setting', keyOf(setting, place));
}

/** The choice in effect. @param place to respect its own setting and its channel's. Default: only the community's */
export const choiceOf = <S extends ChoiceSetting>(from: Deciding, setting: S, place?: Place): ChoiceOf<S> =>
  choiceIn(setting, chosenOf(from, setting, place));

/** The choice in a record; the default if there is none, or if it holds the community's own words. */
export function choiceIn<S extends ChoiceSetting>(setting: S, value: SettingRecord | undefined): ChoiceOf<S> {
  const { choices, default: usual } = SETTINGS[setting];
  return choices.find((one) => one === value) ?? usual;
}

/** The number in effect; undefined if it is a word, such as "never". @param place see choiceOf */
export function numberOf(from: Deciding, setting: Setting, place?: Place): number | undefined {
  const number = Number(chosenOf(from, setting, place) ?? rowOf(setting).default);
  return Number.isInteger(number) ? number : undefined;
}

export const listIn = (value: SettingRecord | undefined): readonly string[] => (typeof value === 'object' ? value : []);

/** A community's own words, in Markdown. They are kept as a list of one, because a text would be a choice. */
export function ownWordsOf(from: Deciding, setting: WordedSetting): string | undefined {
  const [words] = listIn(chosenOf(from, setting));
  return words;
}

/** Roles that a community gives to people, beside their permissions on the platform. */
export type Office = 'moderators' | 'helpers';

/** Whether a change says who moderates. Only those whom the platform itself lets moderate may make it. */
export const areAppointing = (changes: readonly { readonly kind: string; readonly key: string }[]): boolean =>
  changes.some(({ kind, key }) => {
    const setting = kind === 'setting' ? settingOfKey(key) : undefined;
    return setting !== undefined && rowOf(setting).appoints === true;
  });

/** Whether somebody was given an office in a place. @param marks ids of their roles there, and their keyed hash */
export function holds({ state }: Decisions, office: Office, place: Place, marks: readonly string[]): boolean {
  const given = listIn(state.get('setting', keyOf(office, place)));
  return marks.some((mark) => given.includes(mark));
}

/** As `holds`, unless the person has left the place. */
export async function holdsNow(
  community: Decisions,
  office: Office,
  { place, roles = [], isPresent }: Pick<Incoming, 'place' | 'roles' | 'isPresent'>,
  person: PersonHash,
): Promise<boolean> {
  return holds(community, office, place, [...roles, person]) && ((await isPresent?.()) ?? true);
}

/** How the bot is to behave in a group with other bots; see `/settings`, section `manners`. */
export interface GroupManners {
  readonly isOnlyNamed: boolean;
  readonly disabled: readonly string[];
  readonly who: ChoiceOf<'who'>;
  readonly isAnsweredAlone: boolean;
  /** Whether something that concerns one person is shown to them in the group. */
  readonly isShownThere: boolean;
  readonly isCleaned: boolean;
  /** After which an answer is deleted; undefined: never. */
  readonly minutes: number | undefined;
}

export const groupManners = (community: Decisions): GroupManners => ({
  isOnlyNamed: choiceOf(community, 'commands') === 'named',
  disabled: listIn(chosenOf(community, 'disabled')),
  who: choiceOf(community, 'who'),
  isAnsweredAlone: choiceOf(community, 'answers') === 'private',
  isShownThere: choiceOf(community, 'personal') === 'group',
  isCleaned: choiceOf(community, 'cleanup') === 'delete',
  minutes: numberOf(community, 'expiry'),
});
