import { join, type Rich, slice, trim } from './rich.ts';
import { apartIn } from './right-to-left.ts';

/** UTF-16 units of a message: at least as strict as Telegram's count of characters. */
const MOST_TEXT = 4096;
/** Looks of a message; Telegram drops the rest. */
const MOST_ENTITIES = 100;

/** Blocks as messages, parted between blocks if possible. */
export function split(blocks: readonly Rich[], most = MOST_TEXT): Rich[] {
  const whole = join(blocks.map(trim), '\n\n');
  // As nearly all do.
  if (whole.text.length <= most && whole.entities.length <= MOST_ENTITIES) return whole.text === '' ? [] : [whole];
  const messages: Rich[] = [];
  let current: Rich = { text: '', entities: [] };
  for (const block of blocks.flatMap((one) => pieces(trim(one), most))) {
    const both = join([current, block], '\n\n');
    const fits = both.text.length <= most && both.entities.length <= MOST_ENTITIES;
    if (!fits) messages.push(current);
    current = fits ? both : block;
  }
  return [...messages, current].filter(({ text }) => text !== '');
}

/** A block that is too long for one message, in parts. */
function pieces(block: Rich, most: number): Rich[] {
  const found: Rich[] = [];
  let rest = block;
  while (rest.text.length > most || rest.entities.length > MOST_ENTITIES) {
    const at = borderIn(rest, most);
    found.push(trim(slice(rest, 0, at)));
    rest = trim(slice(rest, at, rest.text.length));
  }
  return [...found, rest].filter(({ text }) => text !== '');
}

/**
 * The last good place to cut at: between lines, else between words, else between characters; before a look rather than
 * in it.
 */
function borderIn({ text, entities }: Rich, most: number): number {
  const limit = Math.min(most, entities[MOST_ENTITIES]?.offset || most, text.length);
  const whole = [...entities, ...apartIn(text)];
  const outside = (at: number) =>
    Math.min(
      at,
      ...whole
        .filter(({ offset, length }) => offset < at && at < offset + length && offset > 0 && length <= most)
        .map(({ offset }) => offset),
    );
  const line = outside(text.lastIndexOf('\n', limit));
  if (line > limit / 4) return line;
  const word = outside(Math.max(...[' ', '\u3000', '。', '\n'].map((space) => text.lastIndexOf(space, limit - 1) + 1)));
  if (word > limit / 4) return word;
  const before = outside(limit);
  return before > 0 && before < limit ? before : limit - stepsBack(text.slice(limit - 3, limit), text.charAt(limit));
}

/** Not inside a pair, and not before a sign that would make a name of a message's first word. */
function stepsBack(before: string, after: string): number {
  if (/[\udc00-\udfff]/.test(after) && /[\ud800-\udbff]$/.test(before)) return 1;
  return /[@/#＃$]/.test(after) ? ([...before].at(-1)?.length ?? 0) : 0;
}
