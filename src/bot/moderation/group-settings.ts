import { type Command, listedOf } from '../command.ts';
import type { Community } from '../community/community.ts';
import type { SettingRecord } from '../community/records.ts';

/**
 * Settings of groups in which other bots live, too: which commands count, who may ask, where answers are read, and what
 * is tidied up.
 */
export const GROUP_SETTINGS = ['commands', 'disabled', 'who', 'answers', 'cleanup', 'expiry'] as const;
export type GroupSetting = (typeof GROUP_SETTINGS)[number];

/** Commands count always, or only if they name the bot. */
const COMMANDS = ['any', 'named'] as const;
/** Everybody is answered, only who addresses the bot, or only moderators. */
const WHO = ['everyone', 'addressed-only', 'moderators'] as const;
/** Where an answer is read: in the group, or in the private chat, to which a button leads. */
const ANSWERS = ['public', 'private'] as const;
/** Fate of a command's message once it is answered. */
const CLEANUP = ['keep', 'delete'] as const;
/** Means that no command is switched off, and that answers stay. */
const NONE = 'none';
const NEVER = 'never';
/** Minutes that are offered, and those that can be had: platforms let a bot remove what is up to two days old. */
const MINUTES = ['1', '5', '15', '60', '720'];
const MOST_MINUTES = 24 * 60;

export type GroupValue = (typeof COMMANDS | typeof WHO | typeof ANSWERS | typeof CLEANUP)[number] | typeof NEVER;

export const isGroupSetting = (setting: string): setting is GroupSetting =>
  GROUP_SETTINGS.some((one) => one === setting);

/** Values that can be chosen; see `readGroupValue` for those that can be typed. */
export function groupValuesOf(setting: GroupSetting, commands: readonly Command[]): readonly string[] {
  // It must be possible to switch on again what is switched off.
  const listed = listedOf(commands)
    .filter(({ panel }) => panel !== 'settings')
    .map(({ name }) => name);
  return {
    commands: COMMANDS,
    disabled: [NONE, ...listed],
    who: WHO,
    answers: ANSWERS,
    cleanup: CLEANUP,
    expiry: [NEVER, ...MINUTES],
  }[setting];
}

/**
 * A value as it is kept: several commands in any order, any number of minutes up to a day; `undefined` if the words
 * name none.
 */
export function readGroupValue(
  setting: GroupSetting,
  words: string,
  commands: readonly Command[],
): SettingRecord | undefined {
  const values = groupValuesOf(setting, commands);
  const find = (word: string) => values.find((value) => value === word.toLowerCase().replace(/^\//, ''));
  if (setting === 'expiry')
    return (
      find(words) ??
      (/^\d{1,4}$/.test(words) && Number(words) >= 1 && Number(words) <= MOST_MINUTES
        ? String(Number(words))
        : undefined)
    );
  if (setting !== 'disabled') return find(words);
  const found = words
    .split(/[\s,，、،]+/)
    .filter((word) => word !== '')
    .map(find);
  if (found.length === 0 || found.includes(undefined) || (found.includes(NONE) && found.length > 1)) return undefined;
  return found[0] === NONE ? [] : [...new Set(found.filter((one) => one !== undefined))].sort();
}

export const DEFAULT_GROUP_VALUES = {
  commands: 'any',
  disabled: NONE,
  who: 'everyone',
  answers: 'public',
  cleanup: 'keep',
  expiry: NEVER,
} as const satisfies Record<GroupSetting, string>;

/** How a community wants the bot to behave in a group, as its platform reads it. */
export interface GroupManners {
  readonly isOnlyNamed: boolean;
  readonly disabled: readonly string[];
  readonly who: (typeof WHO)[number];
  readonly isAnsweredAlone: boolean;
  readonly isCleaned: boolean;
  /** Minutes after which an answer is removed. */
  readonly minutes: number | undefined;
}

export function groupManners({ state }: Pick<Community, 'state'>): GroupManners {
  const of = (setting: GroupSetting) => state.get('setting', setting);
  const disabled = of('disabled');
  const minutes = Number(of('expiry'));
  return {
    isOnlyNamed: of('commands') === 'named',
    disabled: Array.isArray(disabled) ? disabled : [],
    who: WHO.find((one) => one === of('who')) ?? DEFAULT_GROUP_VALUES.who,
    isAnsweredAlone: of('answers') === 'private',
    isCleaned: of('cleanup') === 'delete',
    minutes: Number.isInteger(minutes) && minutes > 0 ? minutes : undefined,
  };
}
