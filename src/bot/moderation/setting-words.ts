import { titleOf } from '../answers/compose.ts';
import type { Call } from '../command.ts';
import type { SettingRecord } from '../community/records.ts';
import type { Mode, Tone } from '../conversation/listening.ts';
import { keyOfPlace } from '../conversation/place.ts';
import { DIGESTS, type Digest, WHOLE } from '../delivery/report.ts';
import { NOBODY_HELPS, readSpot, writeSpot } from '../handover/helpers.ts';
import { KEEPING, type Keeping } from '../questions/keeping.ts';
import type { GroupSetting, GroupValue } from './group-settings.ts';
import { sayHolders } from './people.ts';
import { type Anonymous, defaultOf, HERE, isWorded, keyOf, type OWN, type Setting } from './setting-values.ts';

const GROUP_NAMES = {
  commands: 'setting-commands',
  disabled: 'setting-disabled',
  who: 'setting-who',
  answers: 'setting-answers',
  cleanup: 'setting-cleanup',
  expiry: 'setting-expiry',
} as const satisfies Record<GroupSetting, string>;
const GROUP_MEANINGS = {
  any: 'commands-any',
  named: 'commands-named',
  everyone: 'who-everyone',
  'addressed-only': 'who-addressed',
  moderators: 'who-moderators',
  public: 'answers-public',
  private: 'answers-private',
  keep: 'cleanup-keep',
  delete: 'cleanup-delete',
  never: 'expiry-never',
} as const satisfies Record<GroupValue, string>;
const NAMES = {
  language: 'setting-language',
  packs: 'setting-packs',
  mode: 'setting-mode',
  unknown: 'setting-unknown',
  greeting: 'setting-greeting',
  learn: 'setting-learn',
  questions: 'setting-questions',
  site: 'setting-site',
  moderators: 'setting-moderators',
  helpers: 'setting-helpers',
  reports: 'setting-reports',
  digest: 'setting-digest',
  human: 'setting-human',
  hours: 'setting-hours',
  patience: 'setting-patience',
  solved: 'setting-solved',
  anonymous: 'setting-anonymous',
  ...GROUP_NAMES,
} as const satisfies Record<Setting, string>;
const MEANINGS = {
  off: 'mode-off',
  addressed: 'mode-addressed',
  shadow: 'mode-shadow',
  questions: 'mode-questions',
  helpful: 'tone-helpful',
  short: 'tone-short',
  silent: 'tone-silent',
  own: 'own-words',
  yes: 'anonymous-yes',
  no: 'anonymous-no',
  ...GROUP_MEANINGS,
} as const satisfies Record<Mode | Tone | typeof OWN | Anonymous | GroupValue, string>;

const DIGEST_MEANINGS = {
  off: 'digest-off',
  daily: 'digest-daily',
  weekly: 'digest-weekly',
} as const satisfies Record<Digest, string>;

const KEEPING_MEANINGS = {
  on: 'questions-on',
  short: 'questions-short',
  off: 'questions-off',
} as const satisfies Record<Keeping, string>;

/** Name of a setting. @param channel if it is a channel's own */
export function sayName({ say }: Pick<Call, 'say'>, setting: Setting, channel?: string): string {
  return channel === undefined ? say(NAMES[setting]) : say('setting-here', { setting: say(NAMES[setting]) });
}

/** The site's setting of one entry. */
export const sayOnSite = (call: Call, id: string): string => call.say('publish-entry', { title: titleOf(call, id) });

const WORDS_OF_NOTHING: Partial<Record<Setting, string>> = { packs: 'all-packs', greeting: 'greeting-mine' };
const LONGEST_SHOWN = 80;

/** Own words in a line among others. */
export function inShort(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN).toWellFormed()}…` : line;
}

/** A value, and what it means. */
export function sayValue(call: Call, setting: Setting, value: SettingRecord | undefined): string {
  if (value === undefined) return call.say(WORDS_OF_NOTHING[setting] ?? 'setting-none');
  if (setting === 'human') return saySpot(call, String(value));
  if (setting === 'reports') return saySpot(call, writeSpot({ place: keyOfPlace(call.place), channel: partOf(value) }));
  if (setting === 'disabled' && (value === 'none' || value.length === 0)) return call.say('setting-none');
  if (setting === 'expiry' && /^\d+$/.test(String(value))) return call.say('expiry-minutes', { count: Number(value) });
  if (setting === 'patience') return call.say('patience-seconds', { count: Number(value) });
  if (typeof value !== 'string' && isWorded(setting)) return call.say('quoted', { title: inShort(value.join()) });
  if (typeof value !== 'string')
    return (setting === 'packs' || setting === 'disabled' ? value : sayHolders(call, value)).join(
      call.say('list-comma'),
    );
  const meaning = meaningOf(call, setting, value);
  return meaning === undefined ? value : call.say('value-meaning', { value, meaning });
}

const partOf = (value: SettingRecord): string => (value === WHOLE ? '' : String(value));

/** A channel by its name, or that it is here or in another place of the community: nobody knows one by its id. */
function saySpot({ say, place: here, channelName }: Call, value: string): string {
  if (value === NOBODY_HELPS) return say('human-off');
  const { place, channel } = readSpot(value);
  const isThisPlace = place === keyOfPlace(here);
  const name = isThisPlace ? channelName?.(channel) : undefined;
  if (name !== undefined) return name;
  const isHere = value === HERE || (isThisPlace && channel === (here.channel ?? ''));
  return say(isHere ? 'reports-here' : 'human-elsewhere');
}

/** Words of a value, for people who pick it from a list and never have to type it. */
export const sayPicked: typeof sayValue = (call, setting, value) =>
  (typeof value === 'string' && setting !== 'human' ? meaningOf(call, setting, value) : undefined) ??
  sayValue(call, setting, value);

function meaningOf({ say, services }: Call, setting: Setting, value: string): string | undefined {
  if (setting === 'language') return services.languages.get(value)?.name;
  if (setting === 'learn') return value === 'off' ? say('learn-off') : say('learn-people', { count: Number(value) });
  if (setting === 'questions') {
    const keeping = KEEPING.find((one) => one === value);
    return keeping && say(KEEPING_MEANINGS[keeping]);
  }
  if (setting === 'site') return say(value === 'on' ? 'publish-on' : 'publish-off');
  if (setting === 'digest') {
    const often = DIGESTS.find((one) => one === value);
    return often && say(DIGEST_MEANINGS[often]);
  }
  return isExplained(value) ? say(MEANINGS[value]) : undefined;
}

const isExplained = (value: string): value is keyof typeof MEANINGS => value in MEANINGS;

/** The current value, and whether anybody decided it. @param sayIt words of a value. Default: sayValue */
export function sayCurrent(call: Call, setting: Setting, channel?: string, sayIt = sayValue): string {
  const own = call.community.state.get('setting', keyOf(setting, call.place, channel));
  return own === undefined
    ? call.say('value-default', { value: sayIt(call, setting, defaultOf(setting, call)) })
    : sayIt(call, setting, own);
}
