import type { Source } from '../../core/entry/entry.ts';
import { oneLine } from '../../core/entry/markdown-words.ts';
import { phraseKey } from '../../core/text/normalize.ts';
import { beginsWithQuote, writeEntryText, writeFrontMatter } from '../export/entry-text.ts';
import type { Repair } from '../export/flaws.ts';
import { splitFrontMatter } from '../format/front-matter.ts';
import { LONGEST_ANSWER, parseEntry } from '../format/markdown.ts';
import { type Finding, fault, hasErrors, shortened } from '../format/problem.ts';
import { isWebAddress } from '../format/web-address.ts';
import { sourceId } from './safe-id.ts';

/** An entry that is being imported: read from a file, but not yet checked or given an id. */
export interface EntryDraft {
  /** `given` is the id of an entry; `suggested` is the name that another system has for it, of which an id is made. */
  readonly id?: { readonly given: string } | { readonly suggested: string };
  /** A BCP 47 tag, or UNSAID if the source does not name the language. */
  readonly language: string;
  /** Plain text. */
  readonly title: string;
  /** Plain text; repeated ones are ignored. */
  readonly phrasings: readonly string[];
  readonly answer: string;
  readonly tags: readonly string[];
  /** The chapter or page, if it is needed to tell the entry from others of the same title. */
  readonly chapter?: string;
  /** Whether the title alone says too little, so that the chapter must be added to it. */
  readonly isShort?: boolean;
  readonly source: Source;
  /** The address of the page it is on, against which links are resolved. Default: the address of the source. */
  readonly base?: string;
  /** The line of the question in the file. */
  readonly line: number;
  /**
   * A number that is unique in the file. Links within the file use it to name the entry until its id is known. Default:
   * no link leads to it.
   */
  readonly place?: number;
  /** Maps a line of the answer, counted from 0, to its line in the file, for messages about problems. */
  readonly answerLine: (line: number) => number;
}

/** The drafts of a file, and everything worth saying about reading it. */
export interface FileDrafts {
  readonly drafts: readonly EntryDraft[];
  readonly findings: readonly Finding[];
  /** Changes that were made to the text before drafts were made of it. */
  readonly repairs?: readonly LineRepair[];
}

export interface LineRepair {
  readonly line: number;
  readonly what: Repair;
}

/** The language of a draft that names none. */
export const UNSAID = '';

/** Values for drafts that do not give their own. */
export interface Defaults {
  readonly language: string;
  readonly source: Source;
  /** The address of the page itself, if it differs from that of the source. Default: unknown, or the same. */
  readonly base?: string;
  /** The file's name, if it can serve as the title of an entry. */
  readonly name?: string;
}

/** Most characters of an answer's Markdown; far more than an answer may have, as addresses of links count too. */
export const LONGEST_MARKDOWN = 20_000;
/** Most characters of a question. */
export const LONGEST_TITLE = 1000;

/**
 * Writes the file of an entry, and gives the problems that the check of knowledge would find in it, at the lines of the
 * source.
 */
export function fileOf(draft: EntryDraft): { readonly text: string; readonly findings: readonly Finding[] } {
  const early = earlyFindings(draft);
  if (early.length > 0) return { text: '', findings: early };
  const { answer, source, tags, line, answerLine } = draft;
  const title = oneLine(draft.title);
  const phrasings = distinct(title, draft.phrasings);
  const frontMatter = writeFrontMatter({
    sources: [sourceId(source)],
    tags: [...new Set(tags.map(oneLine))].filter((tag) => tag !== ''),
  });
  const text = writeEntryText({ frontMatter, title, phrasings, answer });
  const quote = phrasings.length === 0 && beginsWithQuote(answer);
  const { body = '', bodyLine, findings } = splitFrontMatter(text);
  const below = parseEntry(body, bodyLine).findings;
  const answerFrom = text.split('\n').length - answer.split('\n').length;
  const placed = [...findings, ...below].map((finding) => ({
    ...finding,
    line: finding.line < answerFrom ? line : answerLine(finding.line - answerFrom),
  }));
  return { text, findings: quote ? [fault(answerLine(0), 'quote-first'), ...placed.filter(isError)] : placed };
}

const isError = (finding: Finding): boolean => hasErrors([finding]);

/** Problems that make it pointless to parse the answer. */
function earlyFindings({ title, answer, source, line, answerLine }: EntryDraft): Finding[] {
  const findings: Finding[] = [];
  if (title.length > LONGEST_TITLE)
    findings.push(fault(line, 'long-question', { count: title.length, most: LONGEST_TITLE }));
  if (answer.trim() === '') findings.push(fault(line, 'draft-without-answer'));
  if (answer.length > LONGEST_MARKDOWN)
    findings.push(fault(answerLine(0), 'long-answer', { count: answer.length, most: LONGEST_ANSWER }));
  if (source.url !== undefined && !isWebAddress(source.url))
    findings.push(fault(line, 'not-a-web-address', { what: shortened(source.url) }));
  return findings;
}

function distinct(title: string, phrasings: readonly string[]): string[] {
  const seen = new Set([phraseKey(title)]);
  return phrasings.map(oneLine).filter((words) => {
    const key = phraseKey(words);
    return words !== '' && !seen.has(key) && seen.add(key);
  });
}
