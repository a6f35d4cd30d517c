import type { Decisions } from '../community/community.ts';
import { keyOfPlace, type Place } from '../conversation/place.ts';
import type { Moment } from '../kinds.ts';
import { chosenOf } from '../settings/chosen.ts';

/** The helpers' channel. */
export interface HelpersSpot {
  /** Key. */
  readonly place: string;
  /** Channel or topic; empty for the place itself. */
  readonly channel: string;
}

/** Value of the setting: no question is handed over. */
export const NOBODY_HELPS = 'off';

/** Writes a spot as the setting stores it: `discord:123/456`. */
export const writeSpot = ({ place, channel }: HelpersSpot): string => `${place}/${channel}`;

export function readSpot(value: string): HelpersSpot {
  const at = value.lastIndexOf('/');
  return { place: value.slice(0, at), channel: value.slice(at + 1) };
}

/** The helpers' channel: as moderators set it, else that of the place's reports. Undefined if there is none. */
export function helpersSpot(community: Decisions, place: Place): HelpersSpot | undefined {
  const own = chosenOf(community, 'human');
  if (typeof own === 'string') return own === NOBODY_HELPS ? undefined : readSpot(own);
  const reports = chosenOf(community, 'reports', place);
  return typeof reports === 'string' && /^\d+$/.test(reports)
    ? { place: keyOfPlace(place), channel: reports }
    : undefined;
}

/** Whether questions from there can be handed over. Not in the helpers' own channel: they read them anyway. */
export function canHandOver(community: Decisions, place: Place): boolean {
  const spot = helpersSpot(community, place);
  return spot !== undefined && (spot.place !== keyOfPlace(place) || spot.channel !== (place.channel ?? ''));
}

const HOUR = /^(\d{1,2})(?::(\d{2}))?\s*[-–—]\s*(\d{1,2})(?::(\d{2}))?(?:\s+(\S+))?$/;

/**
 * Normalises times of day: `9-18 Europe/Berlin` becomes `09:00-18:00 Europe/Berlin`. Undefined if invalid. Default time
 * zone: UTC.
 */
export function readHours(words: string): string | undefined {
  const [, from = '', fromMinute = '00', to = '', toMinute = '00', zone = 'UTC'] = HOUR.exec(words.trim()) ?? [];
  const isTime = (hour: string, minute: string): boolean =>
    hour !== '' && Number(minute) < 60 && Number(hour) * 60 + Number(minute) <= 24 * 60;
  if (!isTime(from, fromMinute) || !isTime(to, toMinute) || timeIn(zone, new Date()) === undefined) return undefined;
  return `${from.padStart(2, '0')}:${fromMinute}-${to.padStart(2, '0')}:${toMinute} ${zone}`;
}

/**
 * Whether helpers are available now. Hours may go beyond midnight.
 * @param hours see readHours
 */
export function areThere(hours: string, now: Moment): boolean {
  const [, from = '', to = '', zone = ''] = /^(\S+)-(\S+) (\S+)$/.exec(hours) ?? [];
  const time = timeIn(zone, new Date(now)) ?? '';
  return from < to ? from <= time && time < to : from <= time || time < to;
}

/** `18:05`; undefined if there is no such time zone. */
function timeIn(timeZone: string, at: Date): string | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    return format.format(at);
  } catch {
    return undefined;
  }
}
