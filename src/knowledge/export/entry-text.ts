import type { Block } from '../../core/entry/blocks.ts';
import type { EntryText, Source, Status } from '../../core/entry/entry.ts';
import { headingText, itemText, oneLine, writable } from '../../core/entry/markdown-words.ts';
import { phraseKey } from '../../core/text/normalize.ts';
import { remember } from '../../core/text/remember.ts';
import { readText } from '../format/entry-file.ts';
import { isVisible } from '../format/files.ts';
import { splitFrontMatter } from '../format/front-matter.ts';
import { checkJson } from '../format/json-file.ts';
import { LONGEST_PHRASING, parseEntry, readPhrasings, readQuestion } from '../format/markdown.ts';
import { markdownTokens, type Node, treeOf } from '../format/markdown-tokens.ts';
import { PACK_SHAPE } from '../format/pack-json.ts';
import { type Finding, fault, shortened } from '../format/problem.ts';
import { type Flaw, flawOf } from './flaws.ts';
import { slugOf } from './slug.ts';

/** An entry's file in its parts. */
export interface EntryParts {
  /** The lines between the `---` lines; may be empty. See writeFrontMatter. */
  readonly frontMatter: string;
  /** Plain words. */
  readonly title: string;
  /** Plain words. */
  readonly phrasings: readonly string[];
  /** Markdown. */
  readonly answer: string;
}

/**
 * Splits an entry's file as its reader does; missing parts are empty. Never throws.
 * @param file at most as long as an entry may be; see MOST_ENTRY_BYTES.
 */
export function splitEntryText(file: string): EntryParts {
  const { body = '', bodyLine } = splitFrontMatter(file);
  const lines = writable(file).split('\n');
  const text = (from: number, to?: number): string => lines.slice(from, to).join('\n');
  const [from, frontMatter] = [bodyLine - 1, bodyLine > 1 ? text(1, bodyLine - 2) : ''];
  const nodes = treeOf(markdownTokens(body));
  const at = nodes.findIndex(({ token }) => token.type === 'heading_open' && token.tag === 'h1');
  const heading = nodes[at];
  if (!heading) return { frontMatter, title: '', phrasings: [], answer: trimBlock(text(from)) };
  const below = nodes[at + 1];
  const quote = below?.token.type === 'blockquote_open' ? below : undefined;
  const [start, end] = placeOf(heading, from);
  const [quoted, unquoted] = quote ? placeOf(quote, from) : [end, end];
  // Above and between the parts can only be link definitions, which the answer may need.
  const parts = [text(from, start), text(end, quoted), text(unquoted)].map(trimBlock);
  return {
    frontMatter,
    title: readQuestion(heading, 'heading', () => undefined),
    phrasings: quote ? readPhrasings(quote, () => undefined).flatMap((one) => (one.text === '' ? [] : [one.text])) : [],
    answer: parts.filter((part) => part !== '').join('\n\n'),
  };
}

/** A node's first line in the file and the one after its last, counted from 0. */
function placeOf({ token }: Node, bodyFrom: number): [from: number, to: number] {
  const [from = 0, to = 0] = token.map ?? [];
  return [bodyFrom + from, bodyFrom + to];
}

/**
 * An entry's file, always in the same form; reading it gives the same words and the same answer. Invisible phrasings
 * are left out. If none is left and the answer begins with a quote, the title is repeated as a phrasing, because
 * readers would take the quote for the phrasings.
 */
export function writeEntryText({ frontMatter, title, phrasings, answer }: EntryParts): string {
  const words = oneLine(title);
  const text = trimBlock(writable(answer));
  const visible = phrasings.map(oneLine).filter(isVisible);
  const listed = visible.length === 0 && beginsWithQuote(text) ? [words] : visible;
  const quote = listed.map((phrasing) => `> - ${itemText(phrasing)}\n`).join('');
  const head = trimBlock(writable(frontMatter));
  return [`---\n${head}${head === '' ? '' : '\n'}---\n# ${headingText(words)}\n`, quote, text === '' ? '' : `${text}\n`]
    .filter((part) => part !== '')
    .join('\n');
}

/** Whether readers would take an answer's first part for phrasings if it came right below the heading. */
export function beginsWithQuote(answer: string): boolean {
  // Link definitions show nothing; only after them it takes a parser to see what comes first.
  return /^ {0,3}>/.test(answer) || (/^ {0,3}\[/.test(answer) && markdownTokens(answer)[0]?.type === 'blockquote_open');
}

/** Trims empty lines only: spaces at the beginning of a line mean something in Markdown. */
const trimBlock = (text: string): string => text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();

/**
 * Changes the phrasings in an entry's file; without a change, the file comes back as it is.
 * @param added go below the others, unless they say the same as the title or another phrasing.
 * @param removed go if they are there in exactly these words.
 */
export function withPhrasings(file: string, added: readonly string[], removed: readonly string[]): string {
  const parts = splitEntryText(file);
  if (parts.title === '') return file;
  const unwanted = new Set(removed.map(oneLine));
  const kept = parts.phrasings.filter((words) => !unwanted.has(words));
  const seen = new Set([parts.title, ...kept].map(phraseKey));
  const fresh = added.map(oneLine).filter((words) => {
    const key = phraseKey(words);
    return isVisible(words) && !seen.has(key) && seen.add(key);
  });
  if (kept.length === parts.phrasings.length && fresh.length === 0) return file;
  return writeEntryText({ ...parts, phrasings: [...kept, ...fresh] });
}

/** An entry's front matter. Absent and default values are not written. */
interface FrontMatterParts {
  /** Ids from pack.json, at least one. */
  readonly sources: readonly string[];
  /** A year, month or day: `2023`, `2023-03`, `2023-03-16`. */
  readonly asOf?: string;
  readonly tags?: readonly string[];
  /** A day: `2027-01-01`. */
  readonly reviewBy?: string;
  /** Default: current. */
  readonly status?: Status;
  /** Ids of entries. */
  readonly related?: readonly string[];
}

/** Front matter without the `---` lines, one line for each key. */
export function writeFrontMatter({
  sources,
  asOf,
  tags = [],
  reviewBy,
  status = 'current',
  related = [],
}: FrontMatterParts): string {
  const lines = [
    `sources: ${list(sources)}`,
    ...(asOf === undefined ? [] : [`as_of: ${scalar(asOf)}`]),
    ...(tags.length === 0 ? [] : [`tags: ${list(tags)}`]),
    ...(reviewBy === undefined ? [] : [`review_by: ${scalar(reviewBy)}`]),
    ...(status === 'current' ? [] : [`status: ${status}`]),
    ...(related.length === 0 ? [] : [`related: ${list(related)}`]),
  ];
  return lines.join('\n');
}

const list = (items: readonly string[]): string => `[${items.map(scalar).join(', ')}]`;

/** Texts that YAML reads as they are, without quotes. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._/+ -]*[\p{L}\p{M}\p{N}_/+-])?$/u;
/** Characters that JSON does not escape, but an editor may take for the end of a line or not show. */
const UNSEEN = /[\u007F-\u009F\u2028\u2029\uFEFF]/g;

function scalar(text: string): string {
  if (PLAIN.test(text)) return text;
  return JSON.stringify(text.toWellFormed()).replace(
    UNSEEN,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The value, or its problems. */
type Read<T> =
  | { readonly value: T; readonly problems: readonly [] }
  | { readonly value?: undefined; readonly problems: readonly Flaw[] };

/** Reads and writes the knowledge format without files: a community's entries are kept as texts. */
export const editor = {
  readEntry,
  readAnswer,
  split: splitEntryText,
  write: writeEntryText,
  writeFrontMatter,
  idFor: slugOf,
  /** Whether a question or phrasing is too long. */
  isTooLong: (words: string): boolean => words.length > LONGEST_PHRASING,
  /** Ids of the sources that an entry's file names; none if it cannot be read. */
  sourceIds: (file: string): readonly string[] => splitOnce(file).frontMatter?.sources ?? [],
  /** Sources of a pack.json's text; none if it cannot be read. */
  sourcesOf: (packJson: string): Readonly<Record<string, Source>> =>
    checkJson(packJson, PACK_SHAPE).data?.sources ?? {},
};

/** Remembers one: an entry's sources are asked for right before the entry is read. */
const splitOnce = remember(splitFrontMatter, 1);

/** @param sources by id */
function readEntry(file: string, language: string, sources: Readonly<Record<string, Source>>): Read<EntryText> {
  const split = splitOnce(file);
  const { text, findings } = readText(split, language);
  const ids = split.frontMatter?.sources ?? [];
  const missing = ids
    .filter((id) => !Object.hasOwn(sources, id))
    .map((id) => fault(1, 'unknown-source', { id: shortened(id), cure: 'add it to the sources of the pack' }));
  const errors = [...findings, ...missing].filter(({ level }) => level === 'error');
  if (errors.length > 0 || !text) return { problems: flawsOf(errors) };
  return { value: { ...text, sources: ids.flatMap((id) => sources[id] ?? []) }, problems: [] };
}

/** Reads an answer by the rules for files. */
function readAnswer(markdown: string): Read<readonly Block[]> {
  // Below a phrasing, a quote at the beginning is a part of the answer.
  const { answer, findings } = parseEntry(`# .\n\n> - .\n\n${markdown}\n`, 1);
  const errors = findings.filter(({ level }) => level === 'error');
  return errors.length > 0 ? { problems: flawsOf(errors) } : { value: answer, problems: [] };
}

/** Each flaw once: HTML has a finding for each tag. */
const flawsOf = (findings: readonly Finding[]): Flaw[] => [
  ...new Map(findings.map(flawOf).map((flaw) => [JSON.stringify(flaw), flaw])).values(),
];
