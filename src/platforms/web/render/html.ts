/** Markup in which every word is escaped. Only `html` makes it. */
export interface Html {
  readonly markup: string;
}

export type Part = Html | string | number | false | undefined | readonly Part[];

/** A template whose parts are text unless they are Html themselves. Attributes have to stand in double quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.map((words, at) => words + (at < parts.length ? written(parts[at]) : '')).join('') };
}

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'object') return isList(part) ? part.map(written).join('') : part.markup;
  return escaped(String(part));
}

const isList = (part: Html | readonly Part[]): part is readonly Part[] => Array.isArray(part);

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What no page may hold (control characters, halves of letters) is left out or replaced. */
function escaped(words: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  const clean = words.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '');
  return clean.replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);
}
