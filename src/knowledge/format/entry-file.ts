import { type Block, type Inline, mapParts } from '../../core/entry/blocks.ts';
import type { EntryText } from '../../core/entry/entry.ts';
import type { PackFiles } from '../packs/pack-files.ts';
import { type SplitText, splitFrontMatter } from './front-matter.ts';
import { MOST_ENTRY_BYTES, type ParsedEntry, type Phrasing, parseEntry } from './markdown.ts';
import { type Finding, hasErrors, inFile, type Problem } from './problem.ts';
import type { Path } from './shape.ts';

/** A text, whose sources the file's head has. */
type WrittenText = Omit<EntryText, 'sources'>;

/** A parsed entry's file. Whether its sources and related entries exist is checked with the whole pack. */
export interface EntryFile {
  /**
   * Path in the pack without language and extension: `questions/why-banned`. In NFC, because some systems give `é` as
   * two characters.
   */
  readonly id: string;
  readonly language: string;
  readonly file: string;
  /** Without `sources`. Absent if the file has errors. */
  readonly text?: WrittenText;
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
  /** Absent if the front matter does not end. */
  readonly below?: ParsedEntry;
  /** Absent if a part is missing; incomplete if the findings have errors. */
  readonly text?: WrittenText;
  readonly findings: readonly Finding[];
}

/** An entry's text without its sources, which only the pack knows. */
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

/** Entries that the front matter names, then those that the answer links to. */
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

/** markdown-it percent-encodes letters of other scripts. */
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

/** Changes the id in each link to an entry. If `change` gives none, the link becomes plain words. */
export const withEntryLinks = (markdown: string, change: (id: string) => string | undefined): string =>
  markdown.replace(LINK, (whole, words: string, target: string) => {
    const id = linkedEntry(target);
    if (id === undefined) return whole;
    const changed = change(id);
    return changed === id ? whole : changed === undefined ? words : `[${words}](${changed})`;
  });
