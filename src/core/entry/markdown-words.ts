/** Text as a reader of entries hands it back: one line, single spaces, nothing that a file of UTF-8 cannot hold. */
export const oneLine = (text: string): string => writable(text).replace(/\s+/g, ' ').trim();

/**
 * Markdown knows no NUL and UTF-8 no half of a pair; both would come back as another character. Line breaks become
 * `\n`.
 */
export const writable = (text: string): string =>
  text.toWellFormed().replaceAll('\0', '\uFFFD').replace(/\r\n?/g, '\n');

/**
 * Escapes a line of plain words so that Markdown yields exactly these words. What cannot be mistaken stays as it is:
 * `snake_case`, `a < b`, `AT&T`, `C#`.
 */
export const headingText = (words: string): string => closedHeading(inlineText(words));

/** Escapes what would end a heading. @param markdown in one line */
export const closedHeading = (markdown: string): string => markdown.replace(CLOSING_HASHES, '$1\\$2');

/** Escapes the text of a list item, which may also begin like a block. */
export function itemText(words: string): string {
  return inlineText(words).replace(BLOCK_START, '\\$&').replace(NUMBER_START, '$1\\$2');
}

export function codeSpan(code: string): string {
  if (code.trim() === '') return '';
  const fence = '`'.repeat(longestRun(code) + 1);
  const pad = /^`|`$|^ .* $/.test(code) ? ' ' : '';
  return `${fence}${pad}${code}${pad}${fence}`;
}

export function codeBlock(code: string, language = ''): string {
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
  return `\n\n${fence}${language}\n${code}\n${fence}\n\n`;
}

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));

/** Plain text as Markdown that shows the same: its lines stay lines, and empty lines part paragraphs. */
export function plainMarkdown(text: string): string {
  const lines = writable(text)
    .split('\n')
    .map((line) => paragraphStart(inlineText(oneLine(line))));
  return lines.map((line, at) => (line !== '' && (lines[at + 1] ?? '') !== '' ? `${line}\\` : line)).join('\n');
}

/** Keeps a line of Markdown within a paragraph: of dashes under text it would make a heading, of bars a table. */
export const paragraphStart = (line: string): string =>
  line.replace(LINE_START, '\\$&').replace(NUMBER_START, '$1\\$2');

/** A heading's last word of `#` alone closes it and is no text. */
const CLOSING_HASHES = /(^|\s)(#+)$/;
const BLOCK_START = /^(?:#{1,6}(?=\s|$)|>|\||[-+](?=[\s-]|$)|=(?=[\s=]|$)|:(?=[-:|]))/;
const LINE_START = /^(?:#{1,6}(?=\s|$)|[>+=:|-])/;
const NUMBER_START = /^(\d{1,9})([.)])(?=\s|$)/;
/** A `_` between two letters, a `<` before a space and an `&` that begins no entity mean nothing to Markdown. */
const SPECIAL = /[\\`*[]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=\S)|&(?=#|[a-z][a-z0-9]*;)|~(?=~)|(?<=~)~/giu;

/** An address with such marks would take their backslashes for its own: it stays text. */
const MARKED_ADDRESS = /(?<=https?:)(?=\/\/\S*\\)/giu;

/** Escapes words anywhere else in Markdown than at the beginning of a line. */
export const inlineText = (words: string): string => words.replace(SPECIAL, '\\$&').replace(MARKED_ADDRESS, '\\');
