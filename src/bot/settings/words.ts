import { titleOf } from '../answers/compose.ts';
import type { Call } from '../command.ts';
import type { SettingRecord } from '../community/records.ts';
import { keyOf } from './chosen.ts';
import { defaultOf, HERE, kindOf, OWN } from './kinds.ts';
import { isWorded, rowOf, type Section, type Setting } from './table.ts';

type WithSay = Pick<Call, 'say'>;

/** Name of a setting. @param channel if it is set for one channel */
export function sayName({ say }: WithSay, setting: Setting, channel?: string): string {
  const name = say(`setting-${setting}`);
  return channel === undefined ? name : say('setting-here', { setting: name });
}

export const sayNameOfEntry = (call: Call, setting: Setting, id: string): string =>
  call.say(`setting-${setting}-entry`, { title: titleOf(call, id) });

export const saySection = ({ say }: WithSay, section: Section): string => say(`section-${section}`);

/** The effect of a setting, and how it is typed. */
export function sayAbout({ say }: WithSay, setting: Setting): string {
  const { how } = kindOf(setting);
  return [say(`setting-${setting}-about`), ...(how === undefined ? [] : [say(how)])].join(' ');
}

const LONGEST_SHOWN = 80;

/** A community's own words, cut to one line. */
export function inShort(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN).toWellFormed()}…` : line;
}

/** A value with its meaning: `addressed (questions addressed to me)`. */
export function sayValue(call: Call, setting: Setting, value: SettingRecord | undefined): string {
  const words = sayInWords(call, setting, value);
  if (words !== undefined) return words;
  const meaning = meaningOf(call, setting, String(value));
  return meaning === undefined ? String(value) : call.say('value-meaning', { value: String(value), meaning });
}

/** A value in words, for people who pick it from a list and never type it. */
export const sayPicked: typeof sayValue = (call, setting, value) =>
  sayInWords(call, setting, value) ?? meaningOf(call, setting, String(value)) ?? String(value);

/** Undefined for words with a meaning in `locales/`. */
function sayInWords(call: Call, setting: Setting, value: SettingRecord | undefined): string | undefined {
  if (value === undefined) return call.say(rowOf(setting).nothing ?? 'setting-none');
  if (value === HERE) return call.say('reports-here');
  if (typeof value !== 'string' && isWorded(setting)) return call.say('quoted', { title: inShort(value.join()) });
  return kindOf(setting).say?.(call, value, setting);
}

function meaningOf(call: Call, setting: Setting, value: string): string | undefined {
  if (value === OWN) return call.say('own-words');
  const { meaning } = kindOf(setting);
  if (meaning) return meaning(call, value);
  if (!rowOf(setting).choices?.includes(value)) return undefined;
  return /^\d+$/.test(value)
    ? call.say(`setting-${setting}-count`, { count: Number(value) })
    : call.say(`setting-${setting}-${value}`);
}

/** The present value, marked if it is the default. @param sayIt shows a value. Default: sayValue */
export function sayCurrent(call: Call, setting: Setting, channel?: string, sayIt = sayValue): string {
  const own = call.community.state.get('setting', keyOf(setting, call.place, channel));
  return own === undefined
    ? call.say('value-default', { value: sayIt(call, setting, defaultOf(setting, call)) })
    : sayIt(call, setting, own);
}
