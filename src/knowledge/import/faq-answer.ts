import { inlineText } from '../export/words.ts';
import { isWebAddress } from '../format/web-address.ts';
import { type Heading, isMark, type Line } from './faq-lines.ts';

/** An answer with the line in the file of each of its lines. */
export interface FaqAnswer {
  readonly text: string;
  readonly lines: readonly number[];
}

const DEFINITION = /^ {0,3}\[([^\][^\\][^\][\\]*)\]:[ \t]*\S+(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^)]*\)))?[ \t]*$/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|<hr ?\/?>[ \t]*)$/;
/** Notes to editors, and marks for links within the page: nobody sees them. */
const UNSEEN = /^ {0,3}(?:<!--(?:[^-]|-(?!->))*-->|<a[ \t]+(?:name|id)="[^"<>]*"[ \t]*(?:\/>|>[ \t]*<\/a>))[ \t]*$/;
const PICTURE = /(?<![[\\])!(?=\[[^\][\n]{1,500}\]\(https?:\/\/)/g;

/** Definitions of links, by label: answers anywhere in a document may use them. */
export function definitionsIn(lines: readonly Line[]): ReadonlyMap<string, Line> {
  const found = lines.flatMap((line) =>
    isDefinition(line) ? [[labelOf(DEFINITION.exec(line.text)?.[1] ?? ''), line] as const] : [],
  );
  // The first of two counts.
  return new Map(found.reverse());
}

/** Whether a reader of the page sees anything of a line. */
export const isSeen = (line: Line): boolean =>
  line.isCode ||
  !(line.text.trim() === '' || isMark(RULE, line.text) || isMark(UNSEEN, line.text) || isDefinition(line));

const isDefinition = (line: Line): boolean => !line.isCode && isMark(DEFINITION, line.text);

const labelOf = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * Lines below a heading as an answer. Headings among them become bold lines, pictures with an address on the web links
 * to it; rules at the ends, notes to editors and link targets are dropped.
 * @param from the first line, and `to` the first one behind, counted from 0. @param headings those among the lines, in
 * plain words.
 * @param base the address of the page, where it is known: links within and beside it are made whole.
 */
export function answerOf(
  { lines, definitions }: AnswerText,
  from: number,
  to: number,
  headings: readonly Heading[],
  base?: string,
): FaqAnswer {
  const inside = new Map(headings.map((heading) => [heading.from, heading]));
  const hidden = new Set(
    headings.flatMap((heading) =>
      Array.from({ length: heading.to - heading.from - 1 }, (_, at) => heading.from + 1 + at),
    ),
  );
  const plain = lines.slice(from, to).flatMap((line, number): Line[] => {
    const heading = inside.get(from + number);
    if (hidden.has(from + number)) return [];
    if (heading)
      return ['', heading.text === '' ? '' : `**${inlineText(heading.text)}**`, ''].map((text) => ({ ...line, text }));
    return isDefinition(line)
      ? []
      : [{ ...line, text: isMark(UNSEEN, line.text) && !line.isCode ? '' : shown(line, base) }];
  });
  const seen = plain.map(isSeen);
  const body = plain.slice(Math.max(0, seen.indexOf(true)), seen.lastIndexOf(true) + 1);
  const used = usedIn(body, definitions);
  const end = body.at(-1)?.number ?? lines[from]?.number ?? 1;
  const all =
    used.length === 0
      ? body
      : [
          ...body,
          { text: '', number: end, isCode: false },
          ...used.map((line) => ({ ...line, text: absolute(line.text, base) })),
        ];
  return { text: all.map(({ text }) => text).join('\n'), lines: all.map(({ number }) => number) };
}

interface AnswerText {
  readonly lines: readonly Line[];
  readonly definitions: ReadonlyMap<string, Line>;
}

/** In code everything is text. */
function shown({ text, isCode }: Line, base: string | undefined): string {
  if (isCode) return text;
  const parts = text.split(/(`[^`]*`)/);
  return parts.map((part, at) => (at % 2 === 0 ? absolute(part, base).replace(PICTURE, '') : part)).join('');
}

const RELATIVE = /(\]\(|^ {0,3}\[[^\][]{1,500}\]:[ \t]{0,9})(?!https?:)([^\s()<>]{1,2000})(?=[\s)]|$)/gi;

/** Addresses as the page itself has them lead nowhere without it. */
function absolute(text: string, base: string | undefined): string {
  return text.replace(RELATIVE, (whole, before: string, target: string) => {
    const url = URL.canParse(target, base) ? new URL(target, base).href : '';
    return isWebAddress(url) ? `${before}${url}` : whole;
  });
}

function usedIn(lines: readonly Line[], definitions: ReadonlyMap<string, Line>): Line[] {
  const labels = lines.flatMap(({ text, isCode }) =>
    isCode ? [] : [...text.matchAll(/\[([^\][]{1,500})\]/g)].map(([, label = '']) => labelOf(label)),
  );
  return [...new Set(labels)].flatMap((label) => definitions.get(label) ?? []);
}
