/** What can be done with a message, from its menu. */
export interface Menu {
  /** Key in `locales/` of its name. */
  readonly words: 'menu-answer' | 'menu-pin' | 'menu-teach';
  readonly command: string;
  readonly forModerators: boolean;
}

export const MENUS: readonly Menu[] = [
  { words: 'menu-answer', command: 'ask', forModerators: false },
  { words: 'menu-pin', command: 'pin', forModerators: true },
  { words: 'menu-teach', command: 'teach', forModerators: true },
];
