/**
 * Claims on work that only one of several processes may do at a time, by name. Time is the store's own, for clocks of
 * machines differ.
 */
export interface Claims {
  /** Names this process among those that use the store. */
  readonly holder: string;
  /**
   * Takes it, or keeps it, for so many milliseconds. Waits for no transaction. @returns whether it is this process's
   * from now on
   */
  readonly hold: (name: string, ms: number) => Promise<boolean>;
  /** Gives it back, if it was this process's. */
  readonly release: (name: string) => Promise<void>;
}

/** Claims inside a transaction. */
export interface HeldClaims {
  /**
   * The process that has it, or had it last. A process that takes it later sees all that was done in this transaction.
   */
  readonly holderOf: (name: string) => Promise<string | undefined>;
}

/** When something was sent to a group, so that the next sender keeps the platform's pace. */
export interface Sends {
  /** @param place key of a group: private chats are not kept. @param within milliseconds: what is older is forgotten */
  readonly add: (platform: string, place: string, within: number) => Promise<void>;
  /** Groups to which something was sent within so many milliseconds, and how many milliseconds ago, oldest first. */
  readonly since: (
    platform: string,
    within: number,
  ) => Promise<readonly { readonly place: string; readonly age: number }[]>;
  /** Forgets what is older than so many milliseconds. */
  readonly prune: (within: number) => Promise<void>;
}
