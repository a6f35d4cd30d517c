import { type EntryNames, entryNames, type NamedEntry } from './entry-names.ts';
import type { PhrasedText } from './phrased-text.ts';

/** A phrasing that was drafted for an entry. */
export interface DraftedLine {
  readonly words: string;
  /** The entry's texts in the languages that may be meant. */
  readonly texts: readonly PhrasedText[];
  /** Whether the answer may have ended in the middle of it. */
  readonly mayBeCut: boolean;
}

export interface ReadDrafts {
  /** In the order in which they were written. */
  readonly lines: readonly DraftedLine[];
  /** Misspelt names of entries, and the entries that they were taken for. */
  readonly corrected: readonly { readonly written: string; readonly id: string }[];
  /** Names with lines below them that no entry has. */
  readonly unknown: readonly string[];
}

/** Characters of an answer that are read; whatever is longer answers no prompt. */
const MOST_ANSWER_CHARACTERS = 2_000_000;

/**
 * Reads the answer of a person or a language model to a prompt: a heading for each entry with a list below it,
 * surrounded by any text; or JSON of the same shape. Never throws.
 */
export function readDrafts(answer: string, texts: readonly PhrasedText[]): ReadDrafts {
  const names = entryNames(texts);
  const plain = withoutThoughts(answer.slice(0, MOST_ANSWER_CHARACTERS).replace(/^\uFEFF/, ''));
  const [list, json] = [readList(plain, names), readJsonDrafts(plain, names)];
  const sections = json && countOf(json) >= countOf(list) ? json : list;
  const corrected = new Map<string, string>();
  const unknown = new Set<string>();
  for (const { written, named, lines } of sections) {
    if (!named && lines.length > 0) unknown.add(written);
    if (named && !named.isExact) corrected.set(written, named.texts[0]?.id ?? '');
  }
  const known = sections.flatMap(({ named, lines }) =>
    named ? lines.map((words) => ({ words, texts: named.texts })) : [],
  );
  const cut = isCutOff(plain, sections) ? known.length - 1 : undefined;
  return {
    lines: known.map((line, at) => ({ ...line, mayBeCut: at === cut })),
    corrected: [...corrected].map(([written, id]) => ({ written, id })),
    unknown: [...unknown],
  };
}

/** An entry's name with the lines below it. */
export interface DraftSection {
  /** The name as it was written. */
  readonly written: string;
  readonly named: NamedEntry | undefined;
  readonly lines: readonly string[];
}

const countOf = (sections: readonly DraftSection[]): number =>
  sections.reduce((sum, { named, lines }) => sum + (named ? lines.length : 0), 0);

/** Some models write their reasoning first. */
const withoutThoughts = (answer: string): string =>
  answer.replace(/<(think|thinking|reasoning)>[\s\S]*?<\/\1>/gi, '').replace(/\r\n?/g, '\n');

/** Marks of list items: `- `, `* `, `1. `, `a) `, `[ ] ` and the like, also after a quotation's `> `. */
const MARK = /^(?:>\s*)*(?:[-*+•·–—▪◦‣]|\(?\d{1,3}[.):]|\(?[a-z][.)]|[-*+•]?\s*\[[ xX]?\])\s+/u;
const HEADING = /^(?:>\s*)*#{1,6}\s*(.*?)\s*#*$/;
const FENCE = /^\s*(?:`{3,}|~{3,})/;

interface Section {
  readonly written: string;
  readonly named: NamedEntry | undefined;
  /** Lines with a list mark; only if there are none, those without one count. */
  readonly marked: string[];
  readonly plain: string[];
}

function readList(answer: string, names: EntryNames): DraftSection[] {
  const sections: Section[] = [];
  const begin = (written: string, named: NamedEntry | undefined): void => {
    sections.push({ written, named, marked: [], plain: [] });
  };
  for (const line of answer.split('\n')) {
    const text = line.trim();
    if (text === '' || FENCE.test(text)) continue;
    const [cell = '', ...rest] = text.split('\t');
    const inTable = rest.length > 0 ? names.exactly(bare(cell)) : undefined;
    if (inTable) {
      begin(cell, inTable);
      sections.at(-1)?.marked.push(bare(rest.join(' ')));
      continue;
    }
    const heading = HEADING.exec(text)?.[1];
    const named = heading === undefined ? namedByLine(text, names) : namedByHeading(heading, names);
    if (named || heading !== undefined) begin(bare(heading ?? text), named);
    else {
      const section = sections.at(-1);
      const words = bare(text);
      if (words !== '') (MARK.test(text) ? section?.marked : section?.plain)?.push(words);
    }
  }
  return sections.map(({ written, named, marked, plain }) => ({
    written,
    named,
    lines: marked.length > 0 ? marked : plain.filter((words) => !/[:：]$/.test(words)),
  }));
}

/** The entry if a line is only its name, perhaps in bold, numbered, or with a colon at the end. */
function namedByLine(line: string, names: EntryNames): NamedEntry | undefined {
  const words = bare(line)
    .replace(/[:：]+$/, '')
    .trim();
  // A list item may be a phrasing with the same words as a heading, so only a name with a slash counts there.
  const named = /\//.test(words) || !MARK.test(line) ? names.exactly(bare(words)) : undefined;
  if (named) return named;
  return /^\S+\/\S+$/.test(words) ? names.nearest(bare(words)) : undefined;
}

/** Models write the entry's heading after its id, or instead of it. */
function namedByHeading(heading: string, names: EntryNames): NamedEntry | undefined {
  const words = bare(heading);
  const parts = words.split(/\s+|[()（）:：|]/).filter((part) => part.includes('/') || part.includes('-'));
  for (const name of [words, ...parts.map(bare)]) {
    const named = names.exactly(name);
    if (named) return named;
  }
  for (const name of [...parts.map(bare), words]) {
    const named = names.nearest(name);
    if (named) return named;
  }
  return undefined;
}

const PAIRS = [
  ['**', '**'],
  ['__', '__'],
  ['*', '*'],
  ['_', '_'],
  ['`', '`'],
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['„', '“'],
  ['”', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
  ['<', '>'],
] as const;

/** Removes list marks, bold type, quotation marks, and a comma after them. */
export function bare(words: string): string {
  let text = words.trim();
  for (;;) {
    const before = text;
    text = text
      .replace(MARK, '')
      .replace(/^(?:>\s*)+/, '')
      .trim();
    for (const [open, close] of PAIRS) {
      const end = /[,;]$/.test(text) ? text.length - 1 : text.length;
      const inner = text.slice(open.length, end - close.length);
      if (text.length > open.length + close.length && text.startsWith(open) && text.slice(0, end).endsWith(close))
        if (open === close ? !inner.includes(open) : true) text = inner.trim();
    }
    if (text === before) return text.replace(/\\([_*`#[\]>-])/g, '$1').replace(/\s+/g, ' ');
  }
}

/**
 * Whether an answer seems to be cut off: no line break at the end, and fewer lines below the last entry than below the
 * one before.
 */
function isCutOff(answer: string, sections: readonly DraftSection[]): boolean {
  const full = sections.filter(({ named }) => named !== undefined);
  const [last, before] = [full.at(-1), full.at(-2)];
  if (!last || last !== sections.at(-1) || last.lines.length === 0 || /\n\s*$/.test(answer)) return false;
  return !/[\]}`]\s*$/.test(answer) && before !== undefined && last.lines.length < before.lines.length;
}

/** A text in quotation marks, with a colon if it is a key. A text without the closing mark is ignored. */
const TEXT = /"((?:[^"\\\n]|\\.)*)"(\s*:)?/g;
/** Keys whose value names an entry, and keys whose value is no phrasing. */
const NAMING = /^(?:id|entry|key|name|file|path|slug)$/i;
const BESIDE = /^(?:heading|title|question|answer|language|lang|notes?|reasons?|comment|wanted)$/i;

/**
 * Reads JSON as models write it: with surplus commas, cut off in the middle, one object a line, as a list of objects,
 * or as one object with the entries' names as keys.
 * @returns undefined if it is no JSON, or names no entry
 */
function readJsonDrafts(answer: string, names: EntryNames): DraftSection[] | undefined {
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
