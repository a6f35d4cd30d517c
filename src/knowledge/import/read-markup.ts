import { shortened, warning } from '../format/problem.ts';
import type { Drafts } from './draft.ts';
import { asksIn } from './lines.ts';

/** Characters of a line that may be a heading. */
const LONGEST = 1000;
/** A line of signs below a heading, in reStructuredText and AsciiDoc. */
const UNDERLINE = /^([-=~^"'`#*+.:_])\1{2,}\s*$/;
/** `== …`, `* …`, `.…`, `**…**`, `Q: …`, `.. dropdown:: …`; and `…::` below. */
const MARK = /^\s*(?:={1,6}\s|\*{1,6}\s|\.(?=[^.\s])|\*\*(?=.*\*\*\s*$)|Q[:.]\s|\.\.\s+[\w-]+::\s)/;

/** Only names the questions of AsciiDoc, reStructuredText and Org: other programs turn these into pages. */
export function readMarkup(text: string): Drafts {
  const lines = text.split(/\r\n|\r|\n/);
  const findings = lines.flatMap((line, at) => {
    if (line.length > LONGEST) return [];
    const isHeading = MARK.test(line) || /::\s*$/.test(line) || UNDERLINE.test(lines[at + 1]?.slice(0, LONGEST) ?? '');
    const question = line
      .replace(MARK, '')
      .replace(/::\s*$|\*\*\s*$/, '')
      .trim();
    return isHeading && asksIn(question)
      ? [warning(at + 1, 'question-in-markup', { question: shortened(question) })]
      : [];
  });
  return { drafts: [], findings };
}
