import { plainInline } from '../../core/entry/blocks.ts';
import { phraseKey } from '../../core/text/normalize.ts';
import { isVisible } from './files.ts';
import { lineOf, type Node } from './markdown-tokens.ts';
import { type ProblemReporter, shortened } from './problem.ts';
import { toInline } from './to-inline.ts';

/** A question with its line. */
export interface Phrasing {
  readonly text: string;
  readonly line: number;
}

/** Characters of a title or phrasing: nobody asks at greater length, and a platform's titles are short. */
export const LONGEST_PHRASING = 1000;

/** The phrasings in the quote under the heading. Lines count from 0. */
export function readPhrasings(quote: Node, report: ProblemReporter): Phrasing[] {
  if (quote.children.length === 0) report(lineOf(quote), 'empty-phrasings');
  return quote.children.flatMap((child) => {
    if (/^(?:bullet|ordered)_list_open$/.test(child.token.type))
      return child.children.flatMap((item) => readItem(item, report));
    report(lineOf(child), 'other-than-phrasings');
    return [];
  });
}

/** Tells phrasings that say the same as the title, or as one before. */
export function tellRepeats(title: Phrasing, phrasings: readonly Phrasing[], warn: ProblemReporter): void {
  const seen = new Map([[phraseKey(title.text), title]]);
  for (const phrasing of phrasings.filter(({ text }) => text !== '')) {
    const key = phraseKey(phrasing.text);
    const before = seen.get(key);
    if (before)
      warn(phrasing.line, before === title ? 'repeats-heading' : 'repeats-phrasing', {
        what: shortened(phrasing.text),
      });
    seen.set(key, before ?? phrasing);
  }
}

/** The words of a heading or phrasing, on one line. */
export function readQuestion(node: Node, name: 'heading' | 'phrasing', report: ProblemReporter): string {
  const inline = node.children.map(({ token }) => plainInline(toInline(token, report))).join(' ');
  const text = inline.replace(/\s+/g, ' ').trim();
  if (!isVisible(text)) report(lineOf(node), `empty-${name}`);
  if (text.length > LONGEST_PHRASING)
    report(lineOf(node), `long-${name}`, { count: text.length, most: LONGEST_PHRASING });
  return text;
}

function readItem(item: Node, report: ProblemReporter): Phrasing[] {
  const [paragraph = item, ...others] = item.children;
  if (others.length > 0 || (paragraph !== item && paragraph.token.type !== 'paragraph_open')) {
    report(lineOf(item), 'manifold-phrasing');
    return [];
  }
  return [{ text: readQuestion(paragraph, 'phrasing', report), line: lineOf(item) }];
}
