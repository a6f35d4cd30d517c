import { phraseKey } from '../../core/text/phrase-key.ts';
import { isVisible } from '../format/files.ts';
import { beginsWithQuote, phrasingLine, splitEntryText } from './entry-text.ts';
import { lineEnd, type Outline, outlineOf, type PhrasingLines, rawLines } from './outline.ts';
import { itemText, oneLine } from './words.ts';

/**
 * Changes the phrasings in an entry's file and leaves every other byte as it is.
 * @param added stand below the others; what says the same as the title or as a phrasing that stays is passed over.
 * @param removed are taken out where they stand in exactly these words.
 */
export function withPhrasings(file: string, added: readonly string[], removed: readonly string[]): string {
  const outline = outlineOf(file);
  if (!outline.heading) return file;
  const unwanted = new Set(removed.map(oneLine));
  const gone = new Set(outline.phrasings.filter(({ text }) => unwanted.has(text)));
  const kept = outline.phrasings.filter((phrasing) => !gone.has(phrasing));
  const fresh = freshOf(added, [outline.heading, ...kept]);
  // Without phrasings, a quote at the beginning of the answer would be taken for them.
  if (kept.length + fresh.length === 0 && gone.size > 0 && beginsWithQuote(splitEntryText(file).answer))
    fresh.push(outline.heading.text);
  if (gone.size + fresh.length === 0) return file;
  return edited(file, outline, gone, fresh);
}

function freshOf(added: readonly string[], present: readonly { readonly text: string }[]): string[] {
  const seen = new Set(present.map(({ text }) => phraseKey(text)));
  return added.map(oneLine).filter((words) => {
    const key = phraseKey(words);
    return isVisible(words) && !seen.has(key) && seen.add(key);
  });
}

function edited(file: string, outline: Outline, gone: ReadonlySet<PhrasingLines>, fresh: readonly string[]): string {
  const lines = rawLines(file);
  const dropped = new Set([...gone].flatMap(({ from, to }) => range(from, lastWritten(lines, from, to))));
  const { quote, phrasings } = outline;
  const isEmptied = quote !== undefined && gone.size === phrasings.length && fresh.length === 0;
  if (isEmptied) for (const line of range(quote.from, afterBlank(lines, quote.to))) dropped.add(line);
  const { at, block } = insertion(lines, outline, fresh, lineEnd(file));
  return lines
    .flatMap((line, number) => [...(number === at ? block : []), ...(dropped.has(number) ? [] : [line])])
    .concat(at >= lines.length ? block : [])
    .join('');
}

/** Where new lines go, and what they are. */
function insertion(
  lines: readonly string[],
  { heading, phrasings }: Outline,
  fresh: readonly string[],
  end: string,
): { at: number; block: string[] } {
  if (fresh.length === 0) return { at: -1, block: [] };
  const last = phrasings.at(-1);
  if (last)
    return {
      at: lastWritten(lines, last.from, last.to),
      block: fresh.map((words) => `${markOf(lines[last.from])}${itemText(words)}${end}`),
    };
  const at = heading?.to ?? 0;
  const isClose = isWritten(lines[at]);
  return { at, block: [end, ...fresh.map((words) => `${phrasingLine(words)}${end}`), ...(isClose ? [end] : [])] };
}

/** `> - ` as the list above has it, so that the list goes on. */
const markOf = (line = ''): string => /^ {0,3}> ?(?:[-*+] )/.exec(line)?.[0] ?? '> - ';

const isWritten = (line: string | undefined): boolean => line !== undefined && /[^>\s]/.test(line);

/**
 * A list's last item also counts the empty lines below it. @returns the line after the last one in which something is
 * written.
 */
function lastWritten(lines: readonly string[], from: number, to: number): number {
  let last = to;
  while (last > from + 1 && !isWritten(lines[last - 1])) last--;
  return last;
}

function afterBlank(lines: readonly string[], from: number): number {
  let line = from;
  while (line < lines.length && lines[line]?.trim() === '') line++;
  return line;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);
