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

/** An entry on its way in. */
export interface EntryDraft {
  /** An entry's id, if one is named; or the name that another system has for it. */
  readonly id?: { readonly given: string } | { readonly suggested: string };
  /** UNSAID if nothing says it. */
  readonly language: string;
  /** Plain words. */
  readonly title: string;
  /** Plain words; repetitions are passed over. */
  readonly phrasings: readonly string[];
  /** Markdown. */
  readonly answer: string;
  readonly tags: readonly string[];
  /** Its chapter or page, if that tells it from others of the same title. */
  readonly chapter?: string;
  /** Whether its title says too little without its chapter. */
  readonly isShort?: boolean;
  readonly source: Source;
  /** The address of its page. Default: that of the source. */
  readonly base?: string;
  /** The line of the question. */
  readonly line: number;
  /** Unique in its file: by it, links within the file name the entry until it has its id. Default: none do. */
  readonly place?: number;
  /** The line in the file of a line of the answer, counted from 0. */
  readonly answerLine: (line: number) => number;
}

/** A file, taken apart. */
export interface FileDrafts {
  readonly drafts: readonly EntryDraft[];
  readonly findings: readonly Finding[];
  /** Changes that were made before it was taken apart. */
  readonly repairs?: readonly LineRepair[];
}

export interface LineRepair {
  readonly line: number;
  readonly what: Repair;
}

/** In place of the tag of a language. */
export const UNSAID = '';

/** Values of drafts that say nothing of them. */
export interface Defaults {
  readonly language: string;
  readonly source: Source;
  /** The address of the page itself, if it is known and not that of the source. */
  readonly base?: string;
  /** The file's name, if that can be the name of an entry. */
  readonly name?: string;
}

/** Characters of an answer's Markdown; far more than an answer may have, addresses of links included. */
export const LONGEST_MARKDOWN = 20_000;
/** Characters. */
export const LONGEST_TITLE = 1000;

/** The file of an entry, and the problems that readers would find, on the lines of the source. */
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

/** Problems for which the answer need not be read. */
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
