import { type Block, type Inline, mapParts } from '../../core/entry/blocks.ts';
import type { EntryText } from '../../core/entry/entry.ts';
import type { PackFiles } from '../packs/pack-files.ts';
import { type SplitText, splitFrontMatter } from './front-matter.ts';
import { MOST_ENTRY_BYTES, type ParsedEntry, type Phrasing, parseEntry } from './markdown.ts';
import { type Finding, hasErrors, inFile, type Problem } from './problem.ts';
import type { Path } from './shape.ts';

/** An entry's file, read; whether its sources and relations exist is not yet known. */
export interface EntryFile {
  /** Path in the pack without language and ending, composed (NFC): some systems hand out `é` in two characters. */
  readonly id: string;
  readonly language: string;
  readonly file: string;
  /** Without `sources`. Absent if the file has errors. */
  readonly text?: Omit<EntryText, 'sources'>;
  /** Ids from pack.json. */
  readonly sources: readonly string[];
  readonly related: readonly string[];
  /** The line of a front matter's key or item. */
  readonly lineOf: (path: Path) => number;
  /** Title and phrasings. */
  readonly questions: readonly Phrasing[];
  readonly problems: readonly Problem[];
}

/** @param path in the pack: `en/questions/why-banned.md`. @param file as problems name it. Never rejects. */
export async function readEntryFile(path: string, file: string, files: PackFiles): Promise<EntryFile> {
  const [language = ''] = path.split('/');
  const place = { id: path.slice(language.length + 1, -'.md'.length).normalize('NFC'), language, file };
  const read = await files.read(path, MOST_ENTRY_BYTES);
  if ('text' in read) return { ...place, ...parseFile(read.text, language, file) };
  return { ...place, ...NOTHING, problems: inFile(file, [read.finding]) };
}

const NOTHING = { sources: [], related: [], lineOf: () => 1, questions: [] };

function parseFile(whole: string, language: string, file: string): Omit<EntryFile, 'id' | 'language' | 'file'> {
  const split = splitFrontMatter(whole);
  const { frontMatter, lineOf } = split;
  const { below, text, findings } = readText(split, language);
  const shared = {
    sources: frontMatter?.sources ?? [],
    related: relatedOf(frontMatter?.related, below),
    lineOf,
    questions: below ? [below.title, ...below.phrasings] : [],
    problems: inFile(file, findings),
  };
  return text && !hasErrors(findings) ? { ...shared, text } : shared;
}

interface ReadEntry {
  /** The text below the front matter; absent if that does not end. */
  readonly below?: ParsedEntry;
  /** Absent if a part is missing; with errors among the findings parts of it may be. */
  readonly text?: Omit<EntryText, 'sources'>;
  readonly findings: readonly Finding[];
}

/** The text of an entry's file, but for its sources, which only the pack knows. */
export function readText({ frontMatter, body, bodyLine, findings: above }: SplitText, language: string): ReadEntry {
  const below = body === undefined ? undefined : parseEntry(body, bodyLine);
  const findings = [...above, ...(below?.findings ?? [])];
  if (!frontMatter || !below) return { below, findings };
  const { as_of: asOf, review_by: reviewBy, status, tags } = frontMatter;
  const phrasings = below.phrasings.map(({ text }) => text);
  const { answer } = below;
  const related = relatedOf(frontMatter.related, below);
  return {
    below,
    text: { language, title: below.title.text, phrasings, answer, asOf, status, reviewBy, tags, related },
    findings,
  };
}

/** Those of the front matter, and behind them those that the answer links to. */
const relatedOf = (named: readonly string[] = [], below?: ParsedEntry): string[] => [
  ...named,
  ...entriesLinked(below?.answer ?? []).filter((id) => !named.some((one) => one.normalize('NFC') === id)),
];

const ID = /^(?:questions|facts)\/[^\s()<>?#:\\]{1,200}(?<!\.(?:md|html?))$/;

/** The id in the target of a link to another entry, as in `[opening hours](questions/opening-hours)`. */
export function linkedEntry(target: string): string | undefined {
  const id = decoded(target).normalize('NFC');
  return ID.test(id) ? id : undefined;
}

/** Markdown's own reader writes letters of other scripts as bytes. */
function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

/** Ids of the entries that a text links to, once each. */
function entriesLinked(blocks: readonly Block[]): string[] {
  const ids = new Set<string>();
  mapParts(blocks, (part: Inline) => {
    if (part.kind === 'entry') ids.add(part.id);
    return part;
  });
  return [...ids];
}

const LINK = /\[((?:[^\][\\]|\\.){1,1000})\]\(((?:questions|facts)\/[^\s()<>]{1,1000})\)/g;

/** Markdown with each link to an entry leading to the id that `change` gives; without one its words are left. */
export const withEntryLinks = (markdown: string, change: (id: string) => string | undefined): string =>
  markdown.replace(LINK, (whole, words: string, target: string) => {
    const id = linkedEntry(target);
    if (id === undefined) return whole;
    const changed = change(id);
    return changed === id ? whole : changed === undefined ? words : `[${words}](${changed})`;
  });
