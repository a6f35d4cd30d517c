/** Formatting of a part of a text. Offsets and lengths are in UTF-16 units, as both Telegram and JavaScript count. */
export type Entity = Span & Look;

interface Span {
  readonly offset: number;
  readonly length: number;
}

type Look =
  | { readonly type: 'bold' | 'italic' | 'code' | 'pre' | 'blockquote' | 'expandable_blockquote' | 'bot_command' }
  | { readonly type: 'text_link'; readonly url: string };

/** Text with entities. Entities lie inside the text, and none is empty. */
export interface Rich {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** A text to insert before the UTF-16 unit at `at`. */
export interface Insertion {
  readonly at: number;
  readonly words: string;
}

export const plain = (text: string): Rich => ({ text, entities: [] });

export function join(parts: readonly Rich[], separator = ''): Rich {
  const shown = parts.filter(({ text }) => text !== '');
  const texts: string[] = [];
  const entities: Entity[] = [];
  let length = 0;
  for (const part of shown) {
    if (texts.length > 0 && separator !== '') length += separator.length;
    for (const entity of part.entities) entities.push({ ...entity, offset: entity.offset + length });
    texts.push(part.text);
    length += part.text.length;
  }
  return { text: texts.join(separator), entities };
}

/**
 * Puts one style over the whole text, besides the styles of its parts. Bold and italic leave out code, as on Telegram.
 */
export function look(rich: Rich, how: Look): Rich {
  const { text, entities } = rich;
  const apart = ['bold', 'italic'].includes(how.type) ? entities.filter(isCode) : [];
  const starts = [0, ...apart.map(({ offset, length }) => offset + length)];
  const ends = [...apart.map(({ offset }) => offset), text.length];
  const spans = starts
    .map((offset, at) => ({ ...how, offset, length: (ends[at] ?? offset) - offset }))
    .filter(({ length }) => length > 0);
  return { text, entities: [...spans, ...entities].sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

export const isCode = ({ type }: Look): boolean => type === 'code' || type === 'pre';

/** The text between two offsets; entities are cut with it. */
export function slice({ text, entities }: Rich, from: number, to: number): Rich {
  const cut = entities.map((entity) => {
    const start = Math.max(entity.offset, from);
    return { ...entity, offset: start - from, length: Math.min(entity.offset + entity.length, to) - start };
  });
  return { text: text.slice(from, to), entities: cut.filter(({ length }) => length > 0) };
}

/** Removes white space at both ends. */
export function trim(rich: Rich): Rich {
  const from = rich.text.length - rich.text.trimStart().length;
  const to = Math.max(from, rich.text.trimEnd().length);
  return to - from === rich.text.length ? rich : slice(rich, from, to);
}

/** Inserts texts; at the edge of an entity they are outside it. @param insertions in order of their offsets */
export function insert({ text, entities }: Rich, insertions: readonly Insertion[]): Rich {
  if (insertions.length === 0) return { text, entities };
  const parts: string[] = [];
  let done = 0;
  for (const { at, words } of insertions) {
    parts.push(text.slice(done, at), words);
    done = at;
  }
  const before = (isBefore: (at: number) => boolean) =>
    insertions.reduce((sum, { at, words }) => sum + (isBefore(at) ? words.length : 0), 0);
  const moved = entities.map((entity) => {
    const { offset, length } = entity;
    const start = before((at) => at <= offset);
    return { ...entity, offset: offset + start, length: length + before((at) => at < offset + length) - start };
  });
  return { text: parts.join('') + text.slice(done), entities: moved };
}

export const isIn = (at: number, entities: readonly Entity[]): boolean =>
  entities.some(({ offset, length }) => at >= offset && at < offset + length);
