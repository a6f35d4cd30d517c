/**
 * Everything that a community can set. The command, the panels, the pages, the history and the table in
 * docs/settings.md are made from these rows. A new setting is a row here and its words in `locales/`: `setting-<name>`,
 * `setting-<name>-about` and `setting-<name>-<choice>` for each choice (`setting-<name>-count`, with `$count`, for
 * numbers). `chosen.ts` reads what a community chose.
 */

/** Sections of the list of settings, in order. Their names are in `locales/` as `section-<name>`. */
export const SECTIONS = ['speech', 'people', 'notices', 'faq', 'manners'] as const;
export type Section = (typeof SECTIONS)[number];

/**
 * What a place must have for a setting to make sense there: members with roles, forums whose posts can be solved,
 * moderators who can hide who they are, or other bots.
 */
export type Feature = 'members' | 'forums' | 'anonymous' | 'bots';

/**
 * What a setting holds; `kinds.ts` says how each kind is read and shown. `choice`: one of a few words; `number`: one of
 * a few words, or a number; `words`: the community's own; `spot`: a channel of any of the community's places; `faq`: a
 * channel, or one of a few words.
 */
export type SettingKind =
  | 'choice'
  | 'number'
  | 'language'
  | 'packs'
  | 'commands'
  | 'words'
  | 'people'
  | 'channel'
  | 'spot'
  | 'hours'
  | 'faq'
  | 'languages'
  | 'topics'
  | 'tag';

/** A setting can be for the whole community, one of its places, a channel, or an entry. */
export type SettingScope = 'community' | 'place' | 'channel' | 'entry';

export interface SettingRow {
  readonly section: Section;
  readonly kind: SettingKind;
  /**
   * The first is meant if nobody says which: a setting with `channel` first is set for the channel it is typed in.
   * Default: the community.
   */
  readonly scopes?: readonly [SettingScope, ...SettingScope[]];
  /** Words, one each, in all languages. For a number, also the numbers to pick from. */
  readonly choices?: readonly string[];
  /** The choice if nobody set one. Default: none; `nothing` is shown. */
  readonly default?: string;
  /** Range of numbers that can be typed. */
  readonly from?: number;
  readonly to?: number;
  /** Whether the community's own words can replace a choice. Default: no. */
  readonly isWorded?: boolean;
  /** Key in `locales/` of what is shown if nothing is set. Default: `setting-none`. */
  readonly nothing?: string;
  /** Default: nothing. */
  readonly needs?: Feature;
  /** Whether only people whom the platform itself lets moderate may change it. Default: every moderator may. */
  readonly appoints?: boolean;
}

export const SETTINGS = {
  language: { section: 'speech', kind: 'language' },
  packs: { section: 'speech', kind: 'packs', scopes: ['community', 'channel'], nothing: 'all-packs' },
  // For messages that do not address the bot: it does nothing (off, addressed), counts what it would have said
  // (shadow), or answers if it is sure (questions). If it is addressed, it answers in every mode.
  mode: {
    section: 'speech',
    kind: 'choice',
    choices: ['off', 'addressed', 'shadow', 'questions'],
    default: 'addressed',
    scopes: ['channel', 'community'],
  },
  unknown: {
    section: 'speech',
    kind: 'choice',
    choices: ['helpful', 'short', 'silent'],
    default: 'helpful',
    isWorded: true,
  },
  greeting: { section: 'speech', kind: 'words', isWorded: true, nothing: 'greeting-mine' },
  // People that it takes to propose a phrasing.
  learn: { section: 'speech', kind: 'choice', choices: ['off', '1', '2', '3'], default: '2' },
  questions: { section: 'speech', kind: 'choice', choices: ['on', 'short', 'off'], default: 'on' },
  // Seconds that a question to nobody in particular waits for people to answer, if two or more are active. The upper
  // limit is five minutes: by then its asker has gone.
  patience: {
    section: 'speech',
    kind: 'number',
    choices: ['0', '10', '20', '60', '180'],
    default: '20',
    from: 0,
    to: 300,
    needs: 'members',
  },
  site: {
    section: 'speech',
    kind: 'choice',
    choices: ['on', 'off'],
    default: 'off',
    scopes: ['community', 'entry'],
  },
  moderators: { section: 'people', kind: 'people', scopes: ['place'], needs: 'members', appoints: true },
  helpers: { section: 'people', kind: 'people', scopes: ['place'], needs: 'members' },
  reports: { section: 'notices', kind: 'channel', scopes: ['place'], needs: 'members' },
  digest: { section: 'notices', kind: 'choice', choices: ['off', 'daily', 'weekly'], default: 'off', needs: 'members' },
  human: { section: 'notices', kind: 'spot', needs: 'members' },
  hours: { section: 'notices', kind: 'hours', needs: 'members' },
  // The channel in which the FAQ is posted; `off` leaves what was posted, `remove` deletes it.
  faq: { section: 'faq', kind: 'faq', choices: ['off', 'remove'], default: 'off', scopes: ['place'], needs: 'members' },
  faqlanguages: { section: 'faq', kind: 'languages', nothing: 'faq-languages-own', needs: 'members' },
  faqtopics: { section: 'faq', kind: 'topics', nothing: 'faq-topics-all', needs: 'members' },
  solved: { section: 'notices', kind: 'tag', scopes: ['channel'], needs: 'forums' },
  anonymous: { section: 'people', kind: 'choice', choices: ['yes', 'no'], default: 'no', needs: 'anonymous' },
  // Whether commands work always, or only if they name the bot.
  commands: { section: 'manners', kind: 'choice', choices: ['any', 'named'], default: 'any', needs: 'bots' },
  disabled: { section: 'manners', kind: 'commands', needs: 'bots' },
  who: {
    section: 'manners',
    kind: 'choice',
    choices: ['everyone', 'addressed-only', 'moderators'],
    default: 'everyone',
    needs: 'bots',
  },
  // Whether answers go to the group, or to the private chat, to which a button leads.
  answers: { section: 'manners', kind: 'choice', choices: ['public', 'private'], default: 'public', needs: 'bots' },
  // Whether what concerns one person is shown in the group, to them alone if the platform can, or in the private chat.
  personal: { section: 'manners', kind: 'choice', choices: ['group', 'alone'], default: 'group', needs: 'bots' },
  // Whether a command's message stays once it is answered.
  cleanup: { section: 'manners', kind: 'choice', choices: ['keep', 'delete'], default: 'keep', needs: 'bots' },
  // Minutes after which answers are deleted. Platforms let a bot delete messages for up to two days.
  expiry: {
    section: 'manners',
    kind: 'number',
    choices: ['never', '1', '5', '15', '60', '720'],
    default: 'never',
    from: 1,
    to: 1440,
    needs: 'bots',
  },
} as const satisfies Readonly<Record<string, SettingRow>>;

export type Setting = keyof typeof SETTINGS;
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly Setting[];

export const rowOf = (setting: Setting): SettingRow => SETTINGS[setting];
export const settingNamed = (name: string): Setting | undefined => SETTING_NAMES.find((one) => one === name);

/** Settings that make sense in a place. @param features what the place has */
export const settingsWith = (...features: readonly Feature[]): readonly Setting[] =>
  SETTING_NAMES.filter((setting) => {
    const { needs } = rowOf(setting);
    return needs === undefined || features.includes(needs);
  });

type Rows = typeof SETTINGS;
/** Settings with a fixed list of choices, one of which is always in effect. */
export type ChoiceSetting = {
  [S in Setting]: Rows[S] extends { readonly kind: 'choice' } ? S : never;
}[Setting];
/** The choices of a setting: `ChoiceOf<'mode'>`. */
export type ChoiceOf<S extends ChoiceSetting> = Rows[S]['choices'][number];
/** Settings that can hold the community's own words. */
export type WordedSetting = {
  [S in Setting]: Rows[S] extends { readonly isWorded: true } ? S : never;
}[Setting];

export const hasScope = (setting: Setting, scope: SettingScope): boolean =>
  (rowOf(setting).scopes ?? ['community']).includes(scope);
export const isWorded = (setting: string): setting is WordedSetting => {
  const found = settingNamed(setting);
  return found !== undefined && rowOf(found).isWorded === true;
};
export const WORDED = SETTING_NAMES.filter(isWorded);
