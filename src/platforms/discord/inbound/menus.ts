/** What a menu does that is no command: no command begins with `!`. */
export const SOLUTION = '!solution';

/** What can be done with a message, from its menu. */
export interface Menu {
  /** Key in `locales/` of its name. */
  readonly words: 'menu-answer' | 'menu-solved' | 'menu-pin' | 'menu-teach';
  readonly command: string;
  /** Who sees it: moderators, members of a server, or whoever uses the bot. */
  readonly audience: 'moderators' | 'members' | 'everyone';
}

export const MENUS: readonly Menu[] = [
  { words: 'menu-answer', command: 'ask', audience: 'everyone' },
  { words: 'menu-solved', command: SOLUTION, audience: 'members' },
  { words: 'menu-pin', command: 'pin', audience: 'moderators' },
  { words: 'menu-teach', command: 'teach', audience: 'moderators' },
];
