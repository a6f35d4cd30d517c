import type { EntryNames, NamedEntry } from './entry-names.ts';
import type { DraftSection } from './read-drafts.ts';

/** A text in quotation marks, and a colon if it is a key. One that does not end is none. */
const TEXT = /"((?:[^"\\\n]|\\.)*)"(\s*:)?/g;
/** Keys whose text names an entry, and keys whose text is no phrasing. */
const NAMING = /^(?:id|entry|key|name|file|path|slug)$/i;
const BESIDE = /^(?:heading|title|question|answer|language|lang|notes?|reasons?|comment|wanted)$/i;

/**
 * Reads JSON as models write it: with commas too many, cut off in the middle, an object for each line, as a list of
 * objects or as one object with the entries' names as keys.
 * @returns undefined if it is no JSON, or if no entry is named in it
 */
export function readJsonDrafts(answer: string, names: EntryNames): DraftSection[] | undefined {
  const from = /^[ \t]*(?:[{[]|"[^"\n]*"\s*:)/m.exec(answer)?.index;
  if (from === undefined) return undefined;
  const sections: { readonly written: string; readonly named: NamedEntry | undefined; readonly lines: string[] }[] = [];
  const begin = (written: string, named: NamedEntry | undefined): void =>
    void sections.push({ written, named, lines: [] });
  let key = '';
  for (const [, raw = '', colon] of answer.slice(from).matchAll(TEXT)) {
    const text = textOf(raw).replace(/\s+/g, ' ').trim();
    if (colon !== undefined) {
      const named = names.exactly(text) ?? (text.includes('/') ? names.nearest(text) : undefined);
      if (named || text.includes('/')) begin(text, named);
      key = named ? '' : text;
    } else if (NAMING.test(key)) begin(text, names.nearest(text));
    else if (!BESIDE.test(key) && text !== '') sections.at(-1)?.lines.push(text);
  }
  return sections.some(({ named, lines }) => named !== undefined && lines.length > 0) ? sections : undefined;
}

function textOf(raw: string): string {
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}
