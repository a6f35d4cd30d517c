const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text escaped for HTML, between tags and in quoted attributes. */
export const escaped = (words: string): string =>
  words.toWellFormed().replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);
