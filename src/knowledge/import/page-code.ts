import { type Finding, shortened, warning } from '../format/problem.ts';
import type { LineRepair } from './draft.ts';
import { asksIn, outsideCode } from './lines.ts';
import type { Line } from './markdown-tree.ts';

/** Most characters of a line that is examined. */
const LONGEST = 2000;
/** `import x from 'y'`, `export const x = [`, `<List items={[`, `{things.map(`, at the beginning of a line. */
const CODE =
  /^(?:import(?:\s[^;'"]{1,200}\sfrom)?\s+["'][^"']{1,200}["']|import\s+(?:\w+,\s*)?\{\s*$|import\s*\{[^}]*$|export\s+(?:const|let|var|type)\s+[^=]{1,200}=|export\s+(?:default\s+)?(?:async\s+)?(?:function|class|interface)\b[^({]{0,200}[({]|export\s+default\s*[({[]|\{[\w(]+[.?&(].*|<[A-Z][\w.]*(?:\s[^<>]*)?$|<[A-Z][\w.]*\s[^<>]*\{\s*[[{].*)/;
/** A list of a site's pages in Sphinx's Markdown. */
const CONTENTS = /^\s*[`~:]{3,}\{(?:toctree|contents|tableofcontents)\}/;
const CONTENTS_END = /^\s*(?:`{3,}|~{3,}|:{3,})\s*$/;
/** Closing brackets of something that began on a line above. */
const END = /^(?:[}\])]|\/?>)/;
const TEXT = /(?:(?:^|[\s{,(<])["']?([\w-]+)["']?\s*[:=]\s*\{?)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`)/g;

/**
 * Removes a page's own code from its text: imports, exports, components with data, and lists of a site's pages. As
 * nothing here is run, questions in such code are lost; a finding names each.
 */
export function withoutPageCode(
  lines: readonly Line[],
  repairs: LineRepair[],
): { readonly lines: Line[]; readonly findings: Finding[] } {
  const findings: Finding[] = [];
  // Limits the lines that are read in search of an end, for a file with many beginnings and no end.
  const left = { lines: lines.length * 3 };
  const lastEnd = lines.findLastIndex(isContentsEnd);
  let to = 0;
  const kept = lines.map((line, at): Line => {
    if (at >= to && !line.isCode && line.text.length <= LONGEST && CODE.test(line.text))
      to = codeEnd(lines, at, left) ?? at;
    if (at >= to && at < lastEnd && line.text.length <= LONGEST && CONTENTS.test(line.text))
      to = contentsEnd(lines, at);
    if (at >= to) return line;
    repairs.push({ line: line.number, what: 'a line for the program that makes the page was left out' });
    findings.push(...questionsIn(line));
    return { ...line, text: '', isCode: false };
  });
  return { lines: kept, findings };
}

const isContentsEnd = (line: Line | undefined): boolean =>
  line !== undefined && line.text.length <= LONGEST && CONTENTS_END.test(line.text);

/** The index of the line behind a list of pages; the caller knows that an end follows. */
function contentsEnd(lines: readonly Line[], from: number): number {
  let at = from + 1;
  while (at < lines.length && !isContentsEnd(lines[at])) at++;
  return at + 1;
}

/**
 * The index of the line behind the code that begins here; undefined if it does not end. It ends when its brackets are
 * closed, or at a closing bracket in the first column.
 */
function codeEnd(lines: readonly Line[], from: number, left: { lines: number }): number | undefined {
  const isTag = lines[from]?.text.startsWith('<') ?? false;
  let open = 0;
  for (let at = from; at < lines.length && left.lines-- > 0; at++) {
    const text = (lines[at]?.text ?? '').slice(0, LONGEST).trimEnd();
    open += (text.match(/[{[(]/g)?.length ?? 0) - (text.match(/[}\])]/g)?.length ?? 0);
    const isClosed = !isTag || /\/>;?$/.test(text);
    if (at > from && END.test(text)) return isClosed ? at + 1 : undefined;
    if (open <= 0 && isClosed && !/[=,]$/.test(text)) return at + 1;
    if (isTag && open <= 0 && text.endsWith('>')) return undefined;
  }
  return undefined;
}

function questionsIn({ text, number }: Line): Finding[] {
  return [...text.slice(0, LONGEST).matchAll(TEXT)].flatMap(([, key = '', one, two, three]) => {
    const words = one ?? two ?? three ?? '';
    const isQuestion = words.trim() !== '' && (asksIn(words) || /^q(?:uestion)?$/i.test(key));
    return isQuestion ? [warning(number, 'question-in-code', { question: shortened(words) })] : [];
  });
}

// Comments of HTML, of MDX and Hugo, and of Jekyll and GitBook.
const COMMENTS: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^<!--$/, /^-->$/],
  [/^\{\{?(?:[<%] ?)?\/\*$/, /^\*\/(?: ?[>%])?\}\}?$/],
  [/^\{%-? ?comment/, /^\{%-? ?endcomment/],
];
const PARTS = /(<!--|-->|\{\{?(?:[<%] ?)?\/\*|\*\/(?: ?[>%])?\}\}?|\{%-? ?(?:end)?comment ?-?%\}|`[^`]*`)/;

/** Removes notes to editors, which may span lines. One that never ends is text. */
export function withoutComments(lines: readonly Line[], repairs: LineRepair[]): Line[] {
  const last = COMMENTS.map(([, end]) =>
    lines.findLastIndex(
      ({ text, isCode }) => !isCode && text.length <= LONGEST_MARK && partsOf(text).some((part) => end.test(part)),
    ),
  );
  let open: number | undefined;
  return lines.map((line, at) => {
    if (open === undefined && (line.isCode || line.text.length > LONGEST_MARK || !PARTS.test(line.text))) return line;
    // `PARTS` also matches code in backticks, so that a mark inside code remains text.
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

/** Most characters of a footnote that is put into its sentence; longer ones are dropped. */
const LONGEST_NOTE = 300;
const DEFINITION = /^ {0,3}\[\^([^\][\s]{1,50})\]:[ \t]*(.*)$/;
const REFERENCE = /[ \t]?\[\^([^\][\s]{1,50})\](?!:)/g;
/** Spaces that editors write as HTML entities. */
const SPACE = /&#(?:x0*20|0*32|x0*a0|0*160);|&nbsp;/gi;
/** `{{ name }}`, `{page.name}`: a value that only the page's generator knows. */
const VARIABLE =
  /(?<![\w$`\\{%])(?:\{\{[ \t]*[A-Za-z_][\w.-]{0,60}[ \t]*\}\}|\{[A-Za-z_]\w{0,40}(?:\.\w{1,40})+\})(?![}(])/g;
/** `{name}` is such a value only in a page with program code; elsewhere it is a gap for the reader to fill in. */
const SHORT_VARIABLE = /(?<![\w$`\\{%\])])\{[A-Za-z_]\w{0,40}\}(?![}(\w])/g;
const PROGRAM = /^(?:import\s.{1,200}\sfrom\s+['"]|export\s+(?:const|default|function)\s|<[A-Z]\w*[\s/>]|\{\/\*)/;

/**
 * Replaces what readers of the page do not see as it is written: footnotes become words in brackets, values that only
 * the page's generator knows are left out, and spaces written as entities become spaces.
 */
export function withoutPageMarks(lines: readonly Line[], repairs: LineRepair[]): Line[] {
  const notes = footnotesIn(lines);
  const isProgram = lines.some(({ text, isCode }) => !isCode && PROGRAM.test(text.slice(0, LONGEST)));
  return lines.map((line, at): Line => {
    if (line.isCode || line.text.length > LONGEST || !/[{&[]/.test(line.text)) return line;
    if (notes.lines.has(at)) return { ...line, text: '' };
    const text = outsideCode(line.text, (words) => {
      const spaced = words.replace(SPACE, ' ');
      const plain = spaced.replace(VARIABLE, '').replace(isProgram ? SHORT_VARIABLE : /(?!)/g, '');
      if (plain !== spaced) repairs.push({ line: line.number, what: 'a variable of the page was left out' });
      const noted = plain.replace(REFERENCE, (_, name: string) => {
        repairs.push({ line: line.number, what: 'a footnote became words in brackets' });
        const note = notes.words.get(name) ?? '';
        return note === '' || note.length > LONGEST_NOTE ? '' : ` (${note.replace(/[.。]$/, '')})`;
      });
      return noted === spaced ? noted : noted.replace(/(?<=\S) {2,}(?=\S)/g, ' ').replace(/ (?=[,.;:!?](?:\s|$))/g, '');
    });
    return { ...line, text };
  });
}

/** The text of each footnote by its name, and the indexes of the lines that hold footnotes. */
function footnotesIn(lines: readonly Line[]): {
  readonly words: ReadonlyMap<string, string>;
  readonly lines: ReadonlySet<number>;
} {
  const words = new Map<string, string>();
  const taken = new Set<number>();
  let open: string | undefined;
  for (const [at, { text, isCode }] of lines.entries()) {
    const [, name, note = ''] = (isCode || text.length > LONGEST ? null : DEFINITION.exec(text)) ?? [];
    const goesOn = open !== undefined && !isCode && /^(?: {2,}|\t)\S/.test(text);
    if (name === undefined && !goesOn) {
      open = undefined;
      continue;
    }
    open = name ?? open ?? '';
    words.set(
      open,
      `${name === undefined ? `${words.get(open) ?? ''} ` : ''}${(name === undefined ? text : note).trim()}`,
    );
    taken.add(at);
  }
  return { words, lines: taken };
}
