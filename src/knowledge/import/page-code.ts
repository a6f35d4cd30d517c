import { type Finding, shortened, warning } from '../format/problem.ts';
import type { LineRepair } from './draft.ts';
import { asksIn, type Line } from './lines.ts';

/** Characters of a line that is looked at. */
const LONGEST = 2000;
/** `import x from 'y'`, `export const x = [`, `<List items={[`, `{things.map(`, at the beginning of a line. */
const CODE =
  /^(?:import(?:\s[^;'"]{1,200}\sfrom)?\s+["'][^"']{1,200}["']|import\s+(?:\w+,\s*)?\{\s*$|import\s*\{[^}]*$|export\s+(?:default\s+)?(?:async\s+)?(?:const|let|var|function|class|type|interface)\s+[\w{[]|export\s+default\s*[({[]|\{[\w(]+[.?&(].*|<[A-Z][\w.]*(?:\s[^<>]*)?$|<[A-Z][\w.]*\s[^<>]*\{\s*[[{].*)/;
/** Brackets that end what begins further up. */
const END = /^(?:[}\])]|\/?>)/;
const TEXT = /(?:(?:^|[\s{,(<])["']?([\w-]+)["']?\s*[:=]\s*\{?)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`)/g;

/**
 * Takes the code of a page out of its text: what it imports and exports, and components with data. Questions in it are
 * told: nothing here runs it.
 */
export function withoutPageCode(
  lines: readonly Line[],
  repairs: LineRepair[],
): { readonly lines: Line[]; readonly findings: Finding[] } {
  const findings: Finding[] = [];
  let to = 0;
  const kept = lines.map((line, at): Line => {
    if (at >= to) to = line.isCode || line.text.length > LONGEST || !CODE.test(line.text) ? at : codeEnd(lines, at);
    if (at >= to) return line;
    repairs.push({ line: line.number, what: 'a line for the program that makes the page was left out' });
    findings.push(...questionsIn(line));
    return { ...line, text: '', isCode: false };
  });
  return { lines: kept, findings };
}

/** Lines that code may go on for: a list of questions, and more. */
const MOST_LINES = 5000;

/** The line behind code that begins at a line: where its brackets are closed, or at a bracket as far left as it is. */
function codeEnd(lines: readonly Line[], from: number): number {
  const isTag = lines[from]?.text.startsWith('<') ?? false;
  let open = 0;
  for (let at = from; at < Math.min(lines.length, from + MOST_LINES); at++) {
    const text = (lines[at]?.text ?? '').slice(0, LONGEST);
    open += (text.match(/[{[(]/g)?.length ?? 0) - (text.match(/[}\])]/g)?.length ?? 0);
    const isWhole = open <= 0 && (!isTag || /\/>\s*$/.test(text)) && !/[=,]\s*$/.test(text);
    if (isWhole || (at > from && END.test(text))) return isTag && !/\/>\s*;?\s*$/.test(text) ? from : at + 1;
    if (isTag && open <= 0 && />\s*$/.test(text)) return from;
  }
  return isTag ? from : from + 1;
}

function questionsIn({ text, number }: Line): Finding[] {
  return [...text.slice(0, LONGEST).matchAll(TEXT)].flatMap(([, key = '', one, two, three]) => {
    const words = one ?? two ?? three ?? '';
    const isQuestion = words.trim() !== '' && (asksIn(words) || /^q(?:uestion)?$/i.test(key));
    return isQuestion ? [warning(number, 'question-in-code', { question: shortened(words) })] : [];
  });
}

// Of HTML, of MDX and Hugo, of Jekyll and GitBook.
const COMMENTS: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^<!--$/, /^-->$/],
  [/^\{\{?(?:[<%] ?)?\/\*$/, /^\*\/(?: ?[>%])?\}\}?$/],
  [/^\{%-? ?comment/, /^\{%-? ?endcomment/],
];
const PARTS = /(<!--|-->|\{\{?(?:[<%] ?)?\/\*|\*\/(?: ?[>%])?\}\}?|\{%-? ?(?:end)?comment ?-?%\}|`[^`]*`)/;

/** Notes to editors may go over many lines; one that does not end is text. */
export function withoutComments(lines: readonly Line[], repairs: LineRepair[]): Line[] {
  const last = COMMENTS.map(([, end]) =>
    lines.findLastIndex(
      ({ text, isCode }) => !isCode && text.length <= LONGEST_MARK && partsOf(text).some((part) => end.test(part)),
    ),
  );
  let open: number | undefined;
  return lines.map((line, at) => {
    if (open === undefined && (line.isCode || line.text.length > LONGEST_MARK || !PARTS.test(line.text))) return line;
    // Behind code in backticks, a mark of its own is text.
    const parts = partsOf(line.text);
    const kept = parts.filter((part, number) => {
      if (open !== undefined) {
        if (COMMENTS[open]?.[1].test(part)) open = undefined;
        return false;
      }
      const found = COMMENTS.findIndex(([start]) => start.test(part));
      const end = COMMENTS[found]?.[1];
      if (!end || !(at < (last[found] ?? -1) || parts.findLastIndex((one) => end.test(one)) > number)) return true;
      repairs.push({ line: line.number, what: 'a note to editors was left out' });
      open = found;
      return false;
    });
    const text = kept.join('');
    return { ...line, text: text.trim() === '' ? '' : text };
  });
}

const LONGEST_MARK = 100_000;
const partsOf = (text: string): string[] => text.split(PARTS);
