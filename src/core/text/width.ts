import fastStringWidth from 'fast-string-width';

/** Directional marks, joiners and invisible characters, which take no column. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2060-\u2069\ufeff]/g;

/** Columns of a text in monospaced letters. Wide characters, such as Chinese ones, take two. */
export const widthOf = (text: string): number => fastStringWidth(text.replace(UNSEEN, ''));
