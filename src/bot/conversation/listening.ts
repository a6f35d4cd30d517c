import type { Community } from '../community/community.ts';
import { keyOfPlace, type Place } from './place.ts';

/**
 * How the bot treats text that is not meant for it: nothing (`off`, `addressed`), a count of what it would have said
 * (`shadow`), or an answer if it is sure (`questions`). People who address it are answered in every mode.
 */
export const MODES = ['off', 'addressed', 'shadow', 'questions'] as const;
export type Mode = (typeof MODES)[number];

export const DEFAULT_MODE: Mode = 'addressed';

/** Those in which the bot reads what is not meant for it. */
export const OVERHEARING: readonly Mode[] = ['shadow', 'questions'];

/** How the bot says that it does not know: with a hint what to do, in a few words, or not at all. */
export const TONES = ['helpful', 'short', 'silent'] as const;
export type Tone = (typeof TONES)[number];

export const DEFAULT_TONE: Tone = 'helpful';

/** Settings for which a community may have words of its own. */
export const WORDED = ['unknown', 'greeting'] as const;
export type Worded = (typeof WORDED)[number];

/**
 * Key of the setting: a channel's own mode, or that of the whole community. Channels of linked places may bear the same
 * number.
 */
export const keyOfMode = (place: Place | undefined): string => keyInChannel('mode', place);

/** Key of the setting which packs are answered from: in a channel, or in the whole community. */
export const keyOfPacks = (place: Place | undefined): string => keyInChannel('packs', place);

/** Key of a setting: that of a channel, or of the whole community. */
export const keyInChannel = (setting: string, place: Place | undefined): string =>
  place?.channel === undefined ? setting : `${setting}:${keyOfPlace(place)}/${place.channel}`;

/** The channel's own mode, else the community's. */
export function modeOf({ state }: Pick<Community, 'state'>, place: Place): Mode {
  const mode = state.get('setting', keyOfMode(place)) ?? state.get('setting', keyOfMode(undefined));
  return MODES.find((one) => one === mode) ?? DEFAULT_MODE;
}

export function toneOf({ state }: Pick<Community, 'state'>): Tone {
  const tone = state.get('setting', 'unknown');
  return TONES.find((one) => one === tone) ?? DEFAULT_TONE;
}

/** A community's own words, in Markdown: kept as a list of one, for a tone is a mere string. */
export function ownWordsOf({ state }: Pick<Community, 'state'>, of: Worded): string | undefined {
  const value = state.get('setting', of);
  return typeof value === 'string' ? undefined : value?.[0];
}
