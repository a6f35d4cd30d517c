import type { Community } from '../community/community.ts';
import type { SettingRecord } from '../community/records.ts';
import type { Incoming } from '../conversation/incoming.ts';
import { keyOfPlace, type Place } from '../conversation/place.ts';
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

type Deciding = Pick<Community, 'state'>;

/**
 * Key of a setting's record. Channels of linked places may bear the same number, so theirs name the place as well.
 * @param channel if it is a channel's own
 */
export function keyOf(setting: Setting, place?: Place, channel?: string): string {
  if (place && hasScope(setting, 'place')) return `${setting}:${keyOfPlace(place)}`;
  return place && channel !== undefined && hasScope(setting, 'channel')
    ? `${setting}:${keyOfPlace(place)}/${channel}`
    : setting;
}

/** Key of the record if it is decided for one entry alone. */
export const keyOfEntry = (setting: Setting, id: string): string => `${setting}:${id}`;

/** The setting that a record's key is about. */
export const settingOfKey = (key: string): Setting | undefined => settingNamed(key.split(':', 1)[0] ?? '');

/** As it was decided for a place or a channel, else for the community; `undefined` if nobody did. */
export function chosenOf({ state }: Deciding, setting: Setting, place?: Place): SettingRecord | undefined {
  const channel = place?.channel !== undefined && hasScope(setting, 'channel') ? place.channel : undefined;
  const own = channel === undefined ? undefined : state.get('setting', keyOf(setting, place, channel));
  return own ?? state.get('setting', keyOf(setting, place));
}

/** The choice that holds. @param place whose own choice comes first, also that of its channel. Default: none has one */
export const choiceOf = <S extends ChoiceSetting>(from: Deciding, setting: S, place?: Place): ChoiceOf<S> =>
  choiceIn(setting, chosenOf(from, setting, place));

/** The choice that a record is; the default, if there is none, or the community's own words are in its place. */
export function choiceIn<S extends ChoiceSetting>(setting: S, value: SettingRecord | undefined): ChoiceOf<S> {
  const { choices, default: usual } = SETTINGS[setting];
  return choices.find((one) => one === value) ?? usual;
}

/** The number that holds; `undefined` if it is a word, such as "never". @param place see choiceOf */
export function numberOf(from: Deciding, setting: Setting, place?: Place): number | undefined {
  const number = Number(chosenOf(from, setting, place) ?? rowOf(setting).default);
  return Number.isInteger(number) ? number : undefined;
}

/** A list that a setting holds. */
export const listIn = (value: SettingRecord | undefined): readonly string[] => (typeof value === 'object' ? value : []);

/** A community's own words, in Markdown: kept as a list of one, for a choice is a mere string. */
export function ownWordsOf(from: Deciding, setting: WordedSetting): string | undefined {
  const [words] = listIn(chosenOf(from, setting));
  return words;
}

/**
 * Roles that a community gives to people, beside their permissions on the platform: its moderators, and those who help
 * others.
 */
export type Office = 'moderators' | 'helpers';

/** Whether one of these changes says who moderates: only those may whom the platform itself lets moderate. */
export const areAppointing = (changes: readonly { readonly kind: string; readonly key: string }[]): boolean =>
  changes.some(({ kind, key }) => {
    const setting = kind === 'setting' ? settingOfKey(key) : undefined;
    return setting !== undefined && rowOf(setting).appoints === true;
  });

/** Whether somebody has been given an office in a place. @param marks ids of their roles there, and their keyed hash */
export function holds(
  { state }: Pick<Community, 'state'>,
  office: Office,
  place: Place,
  marks: readonly string[],
): boolean {
  const given = listIn(state.get('setting', keyOf(office, place)));
  return marks.some((mark) => given.includes(mark));
}

/** Whether somebody holds it now: a person who has left the place holds none. @param person keyed hash */
export async function holdsNow(
  community: Pick<Community, 'state'>,
  office: Office,
  { place, roles = [], isPresent }: Pick<Incoming, 'place' | 'roles' | 'isPresent'>,
  person: string,
): Promise<boolean> {
  return holds(community, office, place, [...roles, person]) && ((await isPresent?.()) ?? true);
}

/** How a community wants the bot to behave in a group in which other bots live, too, as its platform reads it. */
export interface GroupManners {
  readonly isOnlyNamed: boolean;
  readonly disabled: readonly string[];
  readonly who: ChoiceOf<'who'>;
  readonly isAnsweredAlone: boolean;
  /** Whether one person is shown in the group what concerns only them. */
  readonly isShownThere: boolean;
  readonly isCleaned: boolean;
  /** Minutes after which an answer is removed. */
  readonly minutes: number | undefined;
}

export const groupManners = (community: Pick<Community, 'state'>): GroupManners => ({
  isOnlyNamed: choiceOf(community, 'commands') === 'named',
  disabled: listIn(chosenOf(community, 'disabled')),
  who: choiceOf(community, 'who'),
  isAnsweredAlone: choiceOf(community, 'answers') === 'private',
  isShownThere: choiceOf(community, 'personal') === 'group',
  isCleaned: choiceOf(community, 'cleanup') === 'delete',
  minutes: numberOf(community, 'expiry'),
});
