import fastStringWidth from 'fast-string-width';

/** Signs that turn, set apart or join words, and those that are not shown: they take no room themselves. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2060-\u2069\ufeff]/g;

/** Columns that a text takes in letters of one width: wide characters, such as Chinese ones, take two. */
export const widthOf = (text: string): number => fastStringWidth(text.replace(UNSEEN, ''));
