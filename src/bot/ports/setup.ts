export type TokenCheck =
  /** It does not look like a token, so the platform was not asked. */
  | { readonly kind: 'malformed' }
  /** The platform rejects it. */
  | { readonly kind: 'refused' }
  /** The platform could not be asked. @param why an error code, or the platform's status */
  | { readonly kind: 'unreached'; readonly why: string }
  | TokenGood;

export interface TokenGood {
  readonly kind: 'good';
  /** The bot's name on the platform. */
  readonly bot: string;
  /** Whether the bot may read messages that do not address it. */
  readonly readsAll: boolean;
  /** Opens the platform's page on which the bot is added to a server or group. */
  readonly invite: string;
}

/** What the page of the first start says of a platform: names of messages in `locales/`. */
export interface SetupWords {
  /** Where its token is found. */
  readonly where: string;
  /** That it may read messages that do not address it. */
  readonly reads: string;
  /** That it may not, and what to switch. */
  readonly off: string;
  /** Words for those who do not see the sketch. */
  readonly picture: string;
  /** Sketch of the setting to switch: what an SVG of 340 by 150 holds. */
  readonly sketch: string;
  /** Of the link by which the bot is added to a server or group. */
  readonly invite: string;
  /** That the switch is still off once the bot runs. */
  readonly later: string;
}

export interface SetupPlatform {
  /** As in `Platform`. */
  readonly name: string;
  /** As people call it: `Discord`. */
  readonly title: string;
  /** The environment variable of its token. */
  readonly variable: string;
  readonly words: SetupWords;
  readonly check: (token: string) => Promise<TokenCheck>;
}

/** A platform that the first start has begun. */
export interface Begun extends TokenGood {
  readonly platform: SetupPlatform;
}

export interface SetupDone {
  readonly started: readonly Begun[];
  /** Path of the file with the settings. */
  readonly file: string;
  /** Why the file could not be written, and the lines to put there by hand. Default: it was written. */
  readonly unwritten?: { readonly lines: readonly string[]; readonly why: string };
  /** The key to the dashboard, if it was created now. */
  readonly key?: string;
}

/** The first start, before there is a token. */
export interface Setup {
  readonly platforms: readonly SetupPlatform[];
  /** Lets its bearer open the page, until there is a token. */
  readonly code: string;
  /** Undefined until there is a token. */
  readonly done: () => SetupDone | undefined;
  /**
   * Saves the tokens that are good, and starts their platforms. @param tokens by a platform's name
   * @returns undefined if none is good, or there were tokens already
   */
  readonly save: (tokens: Readonly<Record<string, string>>) => Promise<SetupDone | undefined>;
}
