import type { Block } from '../../src/core/entry/blocks.ts';
import type { Entry, EntryText } from '../../src/core/entry/entry.ts';

export const plain = (text: string): Block => ({ kind: 'paragraph', children: [{ kind: 'text', text }] });

/** A text with sensible parts, each of which can be replaced. */
export function textOf(
  language: string,
  title: string,
  phrasings: readonly string[] = [],
  parts: Partial<EntryText> = {},
): EntryText {
  return {
    language,
    title,
    phrasings,
    answer: [plain(`${title}!`)],
    sources: [{ title: 'Handbook' }],
    status: 'current',
    tags: [],
    related: [],
    ...parts,
  };
}

export function entryOf(id: string, ...texts: readonly EntryText[]): Entry {
  return {
    id,
    pack: 'test',
    defaultLanguage: texts[0]?.language ?? 'en',
    texts: new Map(texts.map((text) => [text.language, text])),
  };
}
