/** Name of a menu that is no command: no command begins with `!`. */
export const SOLUTION = '!solution';
/** Another one: the person chooses the entry. */
export const CHOICE = '!choice';

/** An item of a message's menu. */
export interface Menu {
  /** Key in `locales/` of its name. */
  readonly words: 'menu-answer' | 'menu-entry' | 'menu-solved' | 'menu-pin' | 'menu-teach';
  readonly command: string;
  /** The option that takes the words of the message. Default: none. */
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

/** The command of a drawer that has the drawer's own name: nothing can be called by a name that others are below. */
export const LIST = 'list';

/** A command, as it is called. @param below the name below the first one, if there is one */
export const commandCalled = (name: string, below: string | undefined): string =>
  below === undefined || below === LIST ? name : below;
