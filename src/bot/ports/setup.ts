/** The result of asking a platform about a token. */
export type TokenCheck =
  /** Not in the form of a token, so the platform was not asked. */
  | { readonly kind: 'malformed' }
  /** The platform does not take it. */
  | { readonly kind: 'refused' }
  /** @param why the system's code, or the platform's status */
  | { readonly kind: 'unreached'; readonly why: string }
  | TokenGood;

export interface TokenGood {
  readonly kind: 'good';
  /** The bot's name there. */
  readonly bot: string;
  /** Whether the bot may read messages that do not address it. */
  readonly readsAll: boolean;
  /** The address that takes it into a server or group. */
  readonly invite: string;
}

/** A platform that needs a token. */
export interface SetupPlatform {
  /** As in `Platform`. */
  readonly name: string;
  /** As people call it. */
  readonly title: string;
  /** The setting of its token. */
  readonly variable: string;
  readonly check: (token: string) => Promise<TokenCheck>;
}

/** The bot as it runs with its first tokens. */
export interface SetupDone {
  readonly started: readonly (TokenGood & Pick<SetupPlatform, 'name' | 'title'>)[];
  /** The file of settings. */
  readonly file: string;
  /** Lines for that file, if it could not be written, and why. Default: it was. */
  readonly unwritten?: { readonly lines: readonly string[]; readonly why: string };
  /** The key to the dashboard, if it was made now. */
  readonly key?: string;
}

/** The first start, before there is any token. */
export interface Setup {
  readonly platforms: readonly SetupPlatform[];
  /** Opens the page, until a token is there. */
  readonly code: string;
  /** Undefined until a token is there. */
  readonly done: () => SetupDone | undefined;
  /**
   * Keeps tokens that are good, and starts their platforms. @param tokens by a platform's name
   * @returns undefined if none is good, or there are tokens already
   */
  readonly save: (tokens: Readonly<Record<string, string>>) => Promise<SetupDone | undefined>;
}
