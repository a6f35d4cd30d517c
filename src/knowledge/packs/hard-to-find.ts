import { LOCAL_FIT_FROM } from '../../core/calibration/policy.ts';
import { plainText } from '../../core/entry/blocks.ts';
import { type Analyzer, analyzer } from '../../core/text/analyze.ts';
import { baseOf, type LanguageData, languageOf } from '../../core/text/language.ts';
import type { EntryFile } from '../format/entry-file.ts';
import { advice, type Finding, inFile, type Problem } from '../format/problem.ts';

/** Words that advice names: as many as are read at a glance. */
const MOST_WORDS = 3;

/**
 * Advice on entries of one pack that need a phrasing, with words that members may use; entries with the fewest words of
 * their own come first. They have no phrasing, or few and no word that is in no other entry.
 */
export function hardToFind(files: readonly EntryFile[], languages: ReadonlyMap<string, LanguageData>): Problem[] {
  const bases = [...new Set(files.map(({ language }) => baseOf(language)))];
  return bases
    .flatMap((base) => {
      const own = files.filter(({ language }) => baseOf(language) === base);
      return inOneIndex(own, analyzer(languageOf(base, languages)));
    })
    .sort((a, b) => a.distinctness - b.distinctness)
    .map(({ problem }) => problem);
}

interface Found {
  readonly problem: Problem;
  /** How well its words tell it from other entries. */
  readonly distinctness: number;
}

/** A word that says what an entry is about. */
interface Word {
  /** As it is first written. */
  readonly written: string;
  readonly stem: string;
  readonly times: number;
  readonly weight: number;
}

/** @param files those that are searched together. */
function inOneIndex(files: readonly EntryFile[], language: Analyzer): Found[] {
  const entries = files.flatMap((file) => {
    if (!file.text) return [];
    const asked = wordsOf(file.questions.map(({ text }) => text).join('\n'), language);
    return [{ file, asked, answer: wordsOf(spoken(file.text), language) }];
  });
  const holders = new Map<string, number>();
  for (const { asked, answer } of entries)
    for (const stem of new Set([...asked, ...answer].map((word) => word.stem)))
      holders.set(stem, (holders.get(stem) ?? 0) + 1);
  const othersWith = ({ stem }: Word): number => (holders.get(stem) ?? 1) - 1;
  return entries.flatMap(({ file, asked, answer }) => {
    const reason = reasonOf(file, asked, othersWith);
    if (!reason) return [];
    const known = new Set(asked.map(({ stem }) => stem));
    const suggested = answer
      .filter((word) => word.weight === 1 && !known.has(word.stem) && othersWith(word) === 0)
      .sort((a, b) => b.times * language.rarityOf(b.stem) - a.times * language.rarityOf(a.stem));
    const finding = { ...reason, values: { ...reason.values, cure: cureOf(suggested) } };
    const distinctness = asked.reduce(
      (sum, word) => sum + word.weight * Math.log(entries.length / (othersWith(word) + 1)),
      0,
    );
    return inFile(file.file, [finding]).map((problem) => ({ problem, distinctness }));
  });
}

/** Why an entry needs a phrasing; undefined if it does not. */
function reasonOf(
  { text, questions: [heading] }: EntryFile,
  asked: readonly Word[],
  othersWith: (word: Word) => number,
): Finding | undefined {
  const count = text?.phrasings.length ?? 0;
  const line = heading?.line ?? 1;
  const own = asked.filter((word) => othersWith(word) === 0);
  if (count < LOCAL_FIT_FROM && asked.length === 0) return advice(line, 'names-nothing');
  if (count < LOCAL_FIT_FROM && own.length === 0) {
    const counts = asked.slice(0, MOST_WORDS).map((word) => `“${word.written}” in ${othersWith(word)}`);
    return advice(line, 'words-of-others', { words: counts.join(', ') });
  }
  return count === 0 ? advice(line, 'no-phrasings', { words: listed(own) }) : undefined;
}

const cureOf = (words: readonly Word[]): string =>
  `add other ways to ask: lines \`> - ...\`${words.length === 0 ? '' : `; only its answer says ${listed(words)}`}`;

const listed = (words: readonly Word[]): string =>
  words
    .slice(0, MOST_WORDS)
    .map(({ written }) => `“${written}”`)
    .join(', ');

/** An answer without code blocks, which nobody types. */
const spoken = ({ answer }: NonNullable<EntryFile['text']>): string =>
  plainText(answer.filter(({ kind }) => kind !== 'code'));

/** Each word once, except those that may be in any question. */
function wordsOf(text: string, { read, weightOf, isAsking }: Analyzer): Word[] {
  const found = new Map<string, Word>();
  const { surface, words } = read(text);
  for (const [at, stem] of words.entries()) {
    const weight = weightOf(stem);
    const { written = surface[at] ?? stem, times = 0 } = found.get(stem) ?? {};
    if (weight > 0 && !isAsking(stem) && /\p{L}/u.test(stem))
      found.set(stem, { written, stem, times: times + 1, weight });
  }
  return [...found.values()];
}
