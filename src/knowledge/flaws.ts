import { type Finding, type ProblemCode, wordsOf } from './problem.ts';

/** What is wrong with a text, for people who see no file: a message of `locales/` and what it names. */
export interface Flaw {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Messages of `locales/` by the code of a problem, as far as a text can have it. */
const FLAWS: Readonly<Partial<Record<ProblemCode, string>>> = {
  html: 'flaw-html',
  image: 'flaw-image',
  struck: 'flaw-struck',
  'link-address': 'flaw-address',
  'link-words': 'flaw-link-words',
  'nested-blocks': 'flaw-nested',
  'nested-words': 'flaw-nested',
  'second-heading': 'flaw-heading',
  rule: 'flaw-rule',
  table: 'flaw-table',
  'empty-code': 'flaw-empty',
  'empty-quote': 'flaw-empty',
  'empty-item': 'flaw-empty',
  'list-start': 'flaw-list-start',
  'long-heading': 'flaw-long-question',
  'long-phrasing': 'flaw-long-phrasing',
  'empty-heading': 'flaw-no-question',
  'empty-phrasing': 'flaw-empty-phrasing',
  'no-answer': 'flaw-no-answer',
  'long-answer': 'flaw-long-answer',
  'long-text': 'flaw-bytes',
};

/** A finding in the words of `locales/`; one that texts of people cannot have keeps its own words. */
export function flawOf(finding: Finding): Flaw {
  const key = FLAWS[finding.code];
  if (key !== undefined) return { key, values: named(finding.values) };
  const { message, cure } = wordsOf(finding);
  return { key: 'flaw-other', values: { what: `${message} (${cure})` } };
}

/** These are named in the messages. */
const named = ({ what, count }: Finding['values']): Flaw['values'] => ({ ...(what === undefined ? {} : { what }), ...(count === undefined ? {} : { count }) });
