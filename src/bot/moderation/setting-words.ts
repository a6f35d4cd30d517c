import type { Call } from '../command.ts';
import type { SettingRecord } from '../community/records.ts';
import type { Mode, Tone } from '../conversation/listening.ts';
import type { GroupSetting, GroupValue } from './group-settings.ts';
import { type Anonymous, defaultOf, keyOf, type Setting } from './setting-values.ts';

const GROUP_NAMES = {
  commands: 'setting-commands',
  disabled: 'setting-disabled',
  who: 'setting-who',
  cleanup: 'setting-cleanup',
  expiry: 'setting-expiry',
} as const satisfies Record<GroupSetting, string>;
const GROUP_MEANINGS = {
  any: 'commands-any',
  named: 'commands-named',
  everyone: 'who-everyone',
  'addressed-only': 'who-addressed',
  moderators: 'who-moderators',
  keep: 'cleanup-keep',
  delete: 'cleanup-delete',
  never: 'expiry-never',
} as const satisfies Record<GroupValue, string>;
const NAMES = { language: 'setting-language', packs: 'setting-packs', mode: 'setting-mode', unknown: 'setting-unknown', anonymous: 'setting-anonymous', ...GROUP_NAMES } as const satisfies Record<
  Setting,
  string
>;
const MEANINGS = {
  off: 'mode-off',
  addressed: 'mode-addressed',
  shadow: 'mode-shadow',
  questions: 'mode-questions',
  helpful: 'tone-helpful',
  short: 'tone-short',
  silent: 'tone-silent',
  yes: 'anonymous-yes',
  no: 'anonymous-no',
  ...GROUP_MEANINGS,
} as const satisfies Record<Mode | Tone | Anonymous | GroupValue, string>;

/** What a setting is called. @param channel where it is a channel's own */
export function sayName({ say }: Call, setting: Setting, channel?: string): string {
  return setting === 'mode' && channel !== undefined ? say('setting-here', { setting: say(NAMES.mode) }) : say(NAMES[setting]);
}

/** A value, and what it means. */
export function sayValue(call: Call, setting: Setting, value: SettingRecord | undefined): string {
  if (value === undefined) return call.say('all-packs');
  if (typeof value !== 'string') return value.length === 0 ? call.say('disabled-none') : value.join(call.say('list-comma'));
  if (setting === 'disabled' && value === 'none') return call.say('disabled-none');
  if (setting === 'expiry' && /^\d+$/.test(value)) return call.say('expiry-minutes', { count: Number(value) });
  const meaning = setting === 'language' ? call.services.languages.get(value)?.name : isExplained(value) ? call.say(MEANINGS[value]) : undefined;
  return meaning === undefined ? value : call.say('value-meaning', { value, meaning });
}

const isExplained = (value: string): value is keyof typeof MEANINGS => value in MEANINGS;

/** What holds now: the value, and whether anybody decided it. */
export function sayCurrent(call: Call, setting: Setting, channel?: string): string {
  const own = call.community.state.get('setting', keyOf(setting, channel === undefined ? undefined : call.place));
  return own === undefined ? call.say('value-default', { value: sayValue(call, setting, defaultOf(setting, call)) }) : sayValue(call, setting, own);
}
