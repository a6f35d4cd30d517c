/**
 * Everything that a community can set. The command, the panels, the pages, the history and the table in
 * docs/settings.md are made of these rows: a further setting is a row here and its words in `locales/`, which are
 * `setting-<name>`, `setting-<name>-about` and `setting-<name>-<choice>` for each choice (`setting-<name>-count`, with
 * `$count`, for all that are numbers). `chosen.ts` reads what a community chose.
 */

/** Parts of the list of settings, in its order. Their names are in `locales/` as `section-<name>`. */
export const SECTIONS = ['speech', 'people', 'notices', 'faq', 'manners'] as const;
export type Section = (typeof SECTIONS)[number];

/**
 * What a place must have for a setting to mean something there: members who look after it, forums whose posts can be
 * solved, moderators who hide who they are, or other bots beside this one.
 */
export type Feature = 'members' | 'forums' | 'anonymous' | 'bots';

/**
 * What it holds; `kinds.ts` says how each kind is read and said. `choice`: one of some words; `number`: one of some
 * words, or a number; `words`: the community's own; `spot`: a channel of any of the community's places; `faq`: a
 * channel, or one of some words.
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

/** Whose it is: the whole community's, or that of one of its places, of a channel, or of an entry. */
export type SettingScope = 'community' | 'place' | 'channel' | 'entry';

export interface SettingRow {
  readonly section: Section;
  readonly kind: SettingKind;
  /**
   * Scopes that it can have. The first one is meant if nobody says which: a setting that begins with `channel` is, if
   * it is typed, that of the channel in which it is typed. Default: the community.
   */
  readonly scopes?: readonly [SettingScope, ...SettingScope[]];
  /**
   * Of a choice or number: the words, one each, the same in every language; of a number also those that are offered.
   */
  readonly choices?: readonly string[];
  /** The choice if nobody decided. Default: none, which is said as `nothing`. */
  readonly default?: string;
  /** Of a number: what else can be typed. */
  readonly from?: number;
  readonly to?: number;
  /** Whether the community's own words can be in place of a choice. Default: no. */
  readonly isWorded?: boolean;
  /** Key in `locales/` of what holds if nobody decided, and there is no default. Default: `setting-none`. */
  readonly nothing?: string;
  /** Default: nothing. */
  readonly needs?: Feature;
  /** Whether only those may change it whom the platform itself lets moderate. Default: every moderator may. */
  readonly appoints?: boolean;
}

export const SETTINGS = {
  language: { section: 'speech', kind: 'language' },
  packs: { section: 'speech', kind: 'packs', scopes: ['community', 'channel'], nothing: 'all-packs' },
  // What the bot does with text that is not meant for it: nothing (off, addressed), counting what it would have said
  // (shadow), or answering if it is sure (questions). People who address it are answered in every mode.
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
  // Seconds for which a line that nobody addressed to the bot waits for people, if two or more are active. Who asked
  // five minutes ago has gone.
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
  // The channel in which what is known is posted; `off` leaves what was posted, `remove` takes it away.
  faq: { section: 'faq', kind: 'faq', choices: ['off', 'remove'], default: 'off', scopes: ['place'], needs: 'members' },
  faqlanguages: { section: 'faq', kind: 'languages', nothing: 'faq-languages-own', needs: 'members' },
  faqtopics: { section: 'faq', kind: 'topics', nothing: 'faq-topics-all', needs: 'members' },
  solved: { section: 'notices', kind: 'tag', scopes: ['channel'], needs: 'forums' },
  anonymous: { section: 'people', kind: 'choice', choices: ['yes', 'no'], default: 'no', needs: 'anonymous' },
  // Commands count always, or only if they name the bot.
  commands: { section: 'manners', kind: 'choice', choices: ['any', 'named'], default: 'any', needs: 'bots' },
  disabled: { section: 'manners', kind: 'commands', needs: 'bots' },
  who: {
    section: 'manners',
    kind: 'choice',
    choices: ['everyone', 'addressed-only', 'moderators'],
    default: 'everyone',
    needs: 'bots',
  },
  // Where an answer is read: in the group, or in the private chat, to which a button leads.
  answers: { section: 'manners', kind: 'choice', choices: ['public', 'private'], default: 'public', needs: 'bots' },
  // Where what concerns one person is shown: in the group to them alone, if the platform can, or in the private chat.
  personal: { section: 'manners', kind: 'choice', choices: ['group', 'alone'], default: 'group', needs: 'bots' },
  // Fate of a command's message once it is answered.
  cleanup: { section: 'manners', kind: 'choice', choices: ['keep', 'delete'], default: 'keep', needs: 'bots' },
  // Minutes; platforms let a bot remove what is up to two days old.
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

/** Settings that mean something in a place. @param features what the place has */
export const settingsWith = (...features: readonly Feature[]): readonly Setting[] =>
  SETTING_NAMES.filter((setting) => {
    const { needs } = rowOf(setting);
    return needs === undefined || features.includes(needs);
  });

type Rows = typeof SETTINGS;
/** Settings with a fixed list of choices, one of which always holds. */
export type ChoiceSetting = {
  [S in Setting]: Rows[S] extends { readonly kind: 'choice' } ? S : never;
}[Setting];
/** Values of such a setting: `ChoiceOf<'mode'>`. */
export type ChoiceOf<S extends ChoiceSetting> = Rows[S]['choices'][number];
/** Settings for which a community may have words of its own. */
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
