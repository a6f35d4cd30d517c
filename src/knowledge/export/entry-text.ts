import { isVisible } from '../format/files.ts';
import { markdownTokens } from '../format/markdown-tokens.ts';
import { outlineOf } from './outline.ts';
import { headingText, itemText, oneLine, writable } from './words.ts';

/** An entry's file in its parts. */
export interface EntryParts {
  /** The lines between the `---` lines; may be empty. See writeMatter. */
  readonly matter: string;
  /** Plain words. */
  readonly title: string;
  /** Plain words. */
  readonly phrasings: readonly string[];
  /** Markdown. */
  readonly answer: string;
}

/**
 * Splits an entry's file; what it lacks is empty. Never throws. @param file at most as long as an entry may be; see
 * MOST_ENTRY_BYTES.
 */
export function splitEntryText(file: string): EntryParts {
  const lines = writable(file).split('\n');
  const { matter, bodyFrom, heading, quote, phrasings } = outlineOf(file);
  const text = (from: number, to?: number): string => lines.slice(from, to).join('\n');
  // Above and between the parts stand at most definitions of links, which the answer may need.
  const answer = heading
    ? [text(bodyFrom, heading.from), text(heading.to, quote?.from ?? heading.to), text(quote?.to ?? heading.to)]
    : [text(bodyFrom)];
  return {
    matter: matter ? text(matter.from, matter.to) : '',
    title: heading?.text ?? '',
    phrasings: phrasings.map((phrasing) => phrasing.text),
    answer: answer
      .map(trimBlock)
      .filter((part) => part !== '')
      .join('\n\n'),
  };
}

/**
 * The file of an entry, always in the same form; reading it yields the same words and the same answer. Phrasings in
 * which nothing is visible are left out. Where there are none and the answer begins with a quote, the title is repeated
 * as a phrasing, because readers would take the quote for the phrasings.
 */
export function writeEntryText({ matter, title, phrasings, answer }: EntryParts): string {
  const words = oneLine(title);
  const text = trimBlock(writable(answer));
  const visible = phrasings.map(oneLine).filter(isVisible);
  const listed = visible.length === 0 && beginsWithQuote(text) ? [words] : visible;
  const quote = listed.map((phrasing) => `${phrasingLine(phrasing)}\n`).join('');
  const head = trimBlock(writable(matter));
  return [`---\n${head}${head === '' ? '' : '\n'}---\n# ${headingText(words)}\n`, quote, text === '' ? '' : `${text}\n`]
    .filter((part) => part !== '')
    .join('\n');
}

/** @param words on one line. */
export const phrasingLine = (words: string): string => `> - ${itemText(words)}`;

/** Whether readers would take an answer's first part for phrasings, were it to stand right below the heading. */
export function beginsWithQuote(answer: string): boolean {
  // Definitions of links come to nothing; only behind them it takes a parser to see what comes first.
  return /^ {0,3}>/.test(answer) || (/^ {0,3}\[/.test(answer) && markdownTokens(answer)[0]?.type === 'blockquote_open');
}

/** Spaces at the beginning of a line that is not empty mean something to Markdown. */
const trimBlock = (text: string): string => text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
