import type { Finding } from './problem.ts';

/** What is wrong with a text, for people who see no file: a message of `locales/` and what it names. */
export interface Flaw {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Findings by their message, as far as a text can have them; `what` and `count` are named in the message. */
const FLAWS: readonly (readonly [message: RegExp, key: string])[] = [
  [/^HTML cannot be shown: (?<what>[\s\S]*)$/, 'flaw-html'],
  [/^images cannot be shown$/, 'flaw-image'],
  [/^text that is struck through cannot be shown$/, 'flaw-struck'],
  [/^the link to (?<what>[\s\S]*) is no web address$/, 'flaw-address'],
  [/^the link to (?<what>[\s\S]*) has no words$/, 'flaw-link-words'],
  [/ are nested too deeply$/, 'flaw-nested'],
  [/^another heading$/, 'flaw-heading'],
  [/^a horizontal rule cannot be shown$/, 'flaw-rule'],
  [/^tables cannot be shown$/, 'flaw-table'],
  [/^an empty (?:code block|quote|list item)$/, 'flaw-empty'],
  [/^the list begins with (?<what>\d+)/, 'flaw-list-start'],
  [/^the heading has (?<count>\d+) characters$/, 'flaw-long-question'],
  [/^the phrasing has (?<count>\d+) characters$/, 'flaw-long-phrasing'],
  [/^an empty heading$/, 'flaw-no-question'],
  [/^an empty phrasing$/, 'flaw-empty-phrasing'],
  [/^no answer$/, 'flaw-no-answer'],
  [/^the answer has (?<count>\d+) characters$/, 'flaw-long-answer'],
  [/^the text has (?<count>\d+) bytes$/, 'flaw-bytes'],
];

/** A finding in the words of `locales/`; one that texts of people cannot have keeps its own words. */
export function flawOf({ message, cure }: Finding): Flaw {
  for (const [pattern, key] of FLAWS) {
    const found = pattern.exec(message);
    if (found) return { key, values: valuesOf(found.groups ?? {}) };
  }
  return { key: 'flaw-other', values: { what: `${message} (${cure})` } };
}

function valuesOf({ what, count }: Readonly<Record<string, string>>): Flaw['values'] {
  return { ...(what === undefined ? {} : { what: what.replace(/^"([\s\S]*)"$/, '$1') }), ...(count === undefined ? {} : { count: Number(count) }) };
}
