/** Text as it would be read back from an entry: one line, single spaces, valid UTF-8. */
export const oneLine = (text: string): string => writable(text).replace(/\s+/g, ' ').trim();

/**
 * Removes NUL, which Markdown does not allow, and unpaired surrogates, which UTF-8 cannot encode; both would be read
 * back as other characters. Line breaks become single line feeds.
 */
export const writable = (text: string): string =>
  text.toWellFormed().replaceAll('\0', '\uFFFD').replace(/\r\n?/g, '\n');

/**
 * Escapes a line of text so that Markdown displays exactly this text. Characters without a meaning at their position
 * are not escaped: `snake_case`, `a < b`, `AT&T`, `C#`.
 */
export const headingText = (words: string): string => closedHeading(inlineText(words));

/** Escapes trailing `#`, which would close a heading. @param markdown one line */
export const closedHeading = (markdown: string): string => markdown.replace(CLOSING_HASHES, '$1\\$2');

/** Escapes the text of a list item, which could otherwise begin another block. */
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

/** Plain text as Markdown that looks the same: line breaks are kept, and blank lines separate paragraphs. */
export function plainMarkdown(text: string): string {
  const lines = writable(text)
    .split('\n')
    .map((line) => paragraphStart(inlineText(oneLine(line))));
  return lines.map((line, at) => (line !== '' && (lines[at + 1] ?? '') !== '' ? `${line}\\` : line)).join('\n');
}

/** Keeps a line of Markdown within its paragraph: dashes would make a heading of the text above, bars a table. */
export const paragraphStart = (line: string): string =>
  line.replace(LINE_START, '\\$&').replace(NUMBER_START, '$1\\$2');

/** A heading's final `#`s close it, and are not displayed. */
const CLOSING_HASHES = /(^|\s)(#+)$/;
const BLOCK_START = /^(?:#{1,6}(?=\s|$)|>|\||[-+](?=[\s-]|$)|=(?=[\s=]|$)|:(?=[-:|]))/;
const LINE_START = /^(?:#{1,6}(?=\s|$)|[>+=:|-])/;
const NUMBER_START = /^(\d{1,9})([.)])(?=\s|$)/;
/**
 * Characters with a meaning in Markdown. A `_` inside a word, a `<` before a space, and an `&` that begins no entity
 * have none.
 */
const SPECIAL = /[\\`*[]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|<(?=\S)|&(?=#|[a-z][a-z0-9]*;)|~(?=~)|(?<=~)~/giu;

/** Breaks a URL in which characters were escaped: otherwise it would be a link, and the backslashes a part of it. */
const MARKED_ADDRESS = /(?<=https?:)(?=\/\/\S*\\)/giu;

/** Escapes text inside a line of Markdown, not at its beginning. */
export const inlineText = (words: string): string => words.replace(SPECIAL, '\\$&').replace(MARKED_ADDRESS, '\\');
