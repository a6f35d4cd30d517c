import { type Block, plainInline, plainText } from '../../core/entry/blocks.ts';
import { phraseKey } from '../../core/text/normalize.ts';
import { isVisible } from './files.ts';
import { lineOf, markdownTokens, type Node, treeOf } from './markdown-tokens.ts';
import { type Finding, fault, type ProblemReporter, shortened, warning } from './problem.ts';
import { toBlocks, toInline } from './to-blocks.ts';

/** An entry's parsed text. If there are findings of level `error`, parts may be missing. */
export interface ParsedEntry {
  /** Its text is empty if there is no heading. Lines are those of the file. */
  readonly title: Phrasing;
  readonly phrasings: readonly Phrasing[];
  readonly answer: readonly Block[];
  readonly findings: readonly Finding[];
}

/** Bytes of an entry's file. */
export const MOST_ENTRY_BYTES = 64 * 1024;
/** Characters of plain text: with its footer it fits one message everywhere. */
export const LONGEST_ANSWER = 3500;

/**
 * Reads the text below the front matter: `# question`, a quoted list of phrasings, the answer. Never throws.
 * @param startLine the text's first line in its file.
 */
export function parseEntry(text: string, startLine: number): ParsedEntry {
  const bytes = Buffer.byteLength(text);
  const nothing = { title: { text: '', line: startLine }, phrasings: [], answer: [] };
  if (bytes > MOST_ENTRY_BYTES)
    return { ...nothing, findings: [fault(startLine, 'long-text', { count: bytes, most: MOST_ENTRY_BYTES })] };
  const nodes = treeOf(markdownTokens(text));
  const findings: Finding[] = [];
  const report: ProblemReporter = (line, code, values) => findings.push(fault(startLine + line, code, values));
  const { heading, quote, rest } = partsOf(nodes, report);
  const title = { text: heading ? readQuestion(heading, 'heading', report) : '', line: heading ? lineOf(heading) : 0 };
  const phrasings = quote ? readPhrasings(quote, report) : [];
  tellRepeats(title, phrasings, (line, code, values) => findings.push(warning(startLine + line, code, values)));
  const answer = readAnswer(rest, title.line, report);
  const placed = (one: Phrasing): Phrasing => ({ ...one, line: startLine + one.line });
  return { title: placed(title), phrasings: phrasings.map(placed), answer, findings };
}

interface Parts {
  readonly heading?: Node;
  readonly quote?: Node;
  readonly rest: readonly Node[];
}

function partsOf(nodes: readonly Node[], report: ProblemReporter): Parts {
  const at = nodes.findIndex(({ token }) => token.type === 'heading_open' && token.tag === 'h1');
  const [first] = nodes;
  if (at < 0) report(first ? lineOf(first) : 0, 'no-heading');
  if (at > 0 && first) report(lineOf(first), 'text-above-heading');
  const below = nodes.slice(at + 1);
  const quote = at >= 0 && below[0]?.token.type === 'blockquote_open' ? below[0] : undefined;
  return { heading: nodes[at], quote, rest: quote ? below.slice(1) : below };
}

function readAnswer(nodes: readonly Node[], headingLine: number, report: ProblemReporter): Block[] {
  let isRefused = false;
  const answer = toBlocks(nodes, (...refusal) => {
    isRefused = true;
    report(...refusal);
  });
  const [first] = nodes;
  const text = plainText(answer);
  if (!saysSomething(answer) && !isRefused) report(first ? lineOf(first) : headingLine, 'no-answer');
  if (first && text.length > LONGEST_ANSWER)
    report(lineOf(first), 'long-answer', { count: text.length, most: LONGEST_ANSWER });
  return answer;
}

/** Whether there is more than headings. */
export const saysSomething = (answer: readonly Block[]): boolean =>
  isVisible(plainText(answer.filter(({ kind }) => kind !== 'heading')));

/** A title or phrasing, and its line. */
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

/** Warns of phrasings that repeat the title or an earlier phrasing. */
function tellRepeats(title: Phrasing, phrasings: readonly Phrasing[], warn: ProblemReporter): void {
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
