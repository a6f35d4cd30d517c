import type { ChangedLines } from '../../../bot/moderation/act-words.ts';
import type { Reader } from '../context.ts';
import { type Html, html } from '../render/html.ts';

/** Lines that are shown of one act. */
const MOST_LINES = 30;

/** Words in and out of an act. Of a line that was rewritten, only those are marked that differ. */
export function changedWords({ say, language }: Reader, changes: readonly ChangedLines[], isOpen: boolean): Html {
  const lines = changes.flatMap(({ gone, added }) => {
    if (gone.length === added.length) return gone.map((line, at) => differing(line, added[at] ?? '', language));
    return [...gone.map((line) => ({ out: line })), ...added.map((line) => ({ in: line }))];
  });
  const marked = lines
    .slice(0, MOST_LINES)
    .map(
      ({ head = '', out = '', in: added = '', tail = '' }: Marked) =>
        html`<p dir="auto">${head}${
          out !== '' && html`<del><span class="unseen">${say('entry-removed')} </span>${out}</del>`
        }${added !== '' && html`<ins><span class="unseen">${say('entry-added')} </span>${added}</ins>`}${tail}</p>`,
    );
  return html`<details class="changed"${isOpen && html` open`}><summary>${say('entry-changed-words')}</summary>
    ${marked}${lines.length > MOST_LINES && html`<p>…</p>`}</details>`;
}

/** A line with words that went out and came in, and those around them that stayed. */
interface Marked {
  readonly head?: string;
  readonly out?: string;
  readonly in?: string;
  readonly tail?: string;
}

function differing(was: string, is: string, language: string): Marked {
  const [a, b] = [was, is].map((line) => wordsOf(line, language)) as [string[], string[]];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return {
    head: a.slice(0, head).join(''),
    out: a.slice(head, a.length - tail).join(''),
    in: b.slice(head, b.length - tail).join(''),
    tail: a.slice(a.length - tail).join(''),
  };
}

const wordsOf = (line: string, language: string): string[] =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(line)].map(({ segment }) => segment);
