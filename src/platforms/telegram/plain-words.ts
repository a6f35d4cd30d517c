import { type Insertion, insert, isCode, type Rich } from './rich.ts';

/** Parts words without being seen. */
const JOINER = '\u2060';

/** A sign that makes words a mention, a command, a hashtag or a cashtag, wherever Telegram may find one. */
const MARKS = /(?<![\p{L}\p{Nd}_])(?:@(?=[A-Za-z0-9_])|\/(?=[A-Za-z0-9_])(?<!\/\/)|[#＃](?=[\p{L}\p{N}\p{M}_·]|\u200c|\u200d)|\$(?=[A-Z0-9]))/gu;

/** What moves the cursor, turns the direction of text around, or is no text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** Text as it may be sent: no control characters, no half of a surrogate pair. */
export const clean = (words: string): string => words.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(UNSEEN, '');

/**
 * The same to look at, but nobody is mentioned and no command can be pressed by mistake. Code is left as it is, because Telegram
 * finds nothing in it, and because it is copied.
 */
export function withoutMentions(rich: Rich): Rich {
  const code = rich.entities.filter(isCode);
  const isInCode = (at: number) => code.some(({ offset, length }) => at >= offset && at < offset + length);
  const marks: Insertion[] = [];
  for (const { index } of rich.text.matchAll(MARKS)) if (!isInCode(index)) marks.push({ at: index + 1, words: JOINER });
  return insert(rich, marks);
}
