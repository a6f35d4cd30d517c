import type { LineRepair } from './draft.ts';
import type { Line } from './markdown-tree.ts';

/** Characters of a line that is looked at, and of a footnote that is put into a sentence. */
const [LONGEST, LONGEST_NOTE] = [2000, 300];
const DEFINITION = /^ {0,3}\[\^([^\][\s]{1,50})\]:[ \t]*(.*)$/;
const REFERENCE = /[ \t]?\[\^([^\][\s]{1,50})\](?!:)/g;
/** Spaces that editors of pages write as marks. */
const SPACE = /&#(?:x0*20|0*32|x0*a0|0*160);|&nbsp;/gi;
/** `{{ name }}`, `{page.name}`: the program that makes the page knows a value. */
const VARIABLE =
  /(?<![\w$`\\{%])(?:\{\{[ \t]*[A-Za-z_][\w.-]{0,60}[ \t]*\}\}|\{[A-Za-z_]\w{0,40}(?:\.\w{1,40})+\})(?![}(])/g;
/** `{name}` is one if the page is a program: in other texts a reader is to put something there. */
const SHORT_VARIABLE = /(?<![\w$`\\{%\])])\{[A-Za-z_]\w{0,40}\}(?![}(\w])/g;
const PROGRAM = /^(?:import\s.{1,200}\sfrom\s+['"]|export\s+(?:const|default|function)\s|<[A-Z]\w*[\s/>]|\{\/\*)/;

/**
 * Takes out of a page what no reader of it sees as it is written: footnotes become words in brackets, values
 * that only the page's program knows are left out, and spaces that are written as marks become spaces.
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

/** Footnotes by name, with the lines on which they are. */
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

/** Changes a line but for what is between backticks. */
const outsideCode = (text: string, change: (words: string) => string): string =>
  text
    .split(/(`+[^`]+`+)/)
    .map((part, at) => (at % 2 === 0 ? change(part) : part))
    .join('');
