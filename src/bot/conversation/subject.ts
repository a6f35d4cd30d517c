import { MOST_HEADINGS, MOST_NEIGHBOURS, OWN_NAME, SUBJECT_WIDTHS } from '../../core/calibration/policy.ts';
import type { EntryText } from '../../core/entry/entry.ts';
import type { Analyzer } from '../../core/text/analyze.ts';

/** A text's share of headings that have a word. */
type Shares = ReadonlyMap<string, number>;

/**
 * The subject of an entry: those words of its title that its other phrasings, and its neighbours' headings, keep using.
 * As people may have meant it: in few words and in more, each once.
 * @param neighbours texts of the same pack and language. @param widths shares of the heaviest word's weight, for each
 * name. Default: from the barest name to all that the title tells
 */
export function subjectsOf(
  text: EntryText,
  neighbours: readonly EntryText[],
  analyzer: Analyzer,
  widths: readonly number[] = SUBJECT_WIDTHS,
): string[] {
  const own = sharesOf(text, analyzer);
  const step = Math.max(1, neighbours.length / MOST_NEIGHBOURS);
  const others = neighbours
    .filter((one, at) => one !== text && Math.floor(at / step) !== Math.floor((at - 1) / step))
    .map((one) => sharesOf(one, analyzer));
  const spread = (word: string): number =>
    others.reduce((sum, shares) => sum + (shares.get(word) ?? 0), 0) / Math.max(1, others.length);
  const { surface, words } = analyzer.read(text.title);
  const weighed = words.map((word, at) => ({
    word,
    written: surface[at] ?? word,
    weight: (own.get(word) ?? 0) * (OWN_NAME + spread(word)),
  }));
  const most = Math.max(0, ...weighed.map(({ weight }) => weight));
  const subjects = widths.map((width) => {
    const told = weighed.filter(
      ({ word, weight }, at) => weight > 0 && weight >= width * most && words.indexOf(word) === at,
    );
    return told.map(({ written }) => written).join(' ');
  });
  return [...new Set(subjects)].filter((subject) => subject !== '');
}

/** Asked for every neighbour whenever an entry is followed up on, and the same until texts change. */
const SHARES = new WeakMap<EntryText, Shares>();

function sharesOf(text: EntryText, analyzer: Analyzer): Shares {
  const known = SHARES.get(text) ?? readShares(text, analyzer);
  SHARES.set(text, known);
  return known;
}

function readShares({ title, phrasings }: EntryText, { read, weightOf }: Analyzer): Shares {
  const headings = [title, ...phrasings]
    .slice(0, MOST_HEADINGS)
    .map((heading) => new Set(read(heading).words.filter((word) => weightOf(word) === 1)));
  const counts = new Map<string, number>();
  for (const word of headings.flatMap((words) => [...words])) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].map(([word, count]) => [word, count / headings.length]));
}
