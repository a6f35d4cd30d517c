/** Internal name of the menu item that marks a solution, which is no command of the bot; none begins with `!`. */
export const SOLUTION = '!solution';
/** Internal name of the menu item by which a person chooses the entry to answer with. */
export const CHOICE = '!choice';

/** An item of a message's menu. */
export interface Menu {
  /** Key of its name in `locales/`. */
  readonly words: 'menu-answer' | 'menu-entry' | 'menu-solved' | 'menu-pin' | 'menu-teach';
  readonly command: string;
  /** The command's option that gets the message's text. Default: none. */
  readonly fills?: 'question' | 'answer';
  /** Who sees it: moderators, members of a server, or anyone who uses the bot. */
  readonly audience: 'moderators' | 'members' | 'everyone';
}

export const MENUS: readonly Menu[] = [
  { words: 'menu-answer', command: 'ask', fills: 'question', audience: 'everyone' },
  { words: 'menu-entry', command: CHOICE, audience: 'members' },
  { words: 'menu-solved', command: SOLUTION, audience: 'members' },
  { words: 'menu-pin', command: 'pin', audience: 'moderators' },
  { words: 'menu-teach', command: 'teach', fills: 'answer', audience: 'moderators' },
];

/**
 * Name of the subcommand that runs a command with the same name as its group: a command with subcommands cannot be
 * called itself.
 */
export const LIST = 'list';

/** The bot command of a slash command. @param below name of the subcommand, if any */
export const commandCalled = (name: string, below: string | undefined): string =>
  below === undefined || below === LIST ? name : below;
