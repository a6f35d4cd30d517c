import { likenessOf } from '../../core/classifier/model.ts';
import { EntrySearch } from '../../core/index/entry-search.ts';
import { type EntryMatch, matchTerms } from '../../core/index/matches.ts';
import { Parts } from '../../core/index/parts.ts';
import { type Analyzer, analyzer } from '../../core/text/analyze.ts';
import { baseOf, type LanguageData, languageOf } from '../../core/text/language.ts';
import type { ChatQuestion } from './find-questions.ts';

/** Questions that mean the same, oldest first. */
export type QuestionGroup = readonly ChatQuestion[];

/**
 * Likeness to the nearest question from which on they mean the same, 0 to 1. Measured on labelled questions of banking
 * and of everyday life: at 0.75, 95 % of what is grouped belongs together.
 */
const ALIKE = 0.75;
/** Questions between two reports of progress. */
const STEP = 200;

/**
 * Groups questions that mean the same, by language. Each question joins the group of the most similar question before
 * it: MiniSearch finds candidates by words and concepts, and the core's `likenessOf` judges them.
 */
export function groupQuestions(
  asked: readonly ChatQuestion[],
  languages: ReadonlyMap<string, LanguageData>,
  onProgress: (done: number, total: number) => void,
): QuestionGroup[] {
  const bases = [...new Set(asked.map(({ language }) => baseOf(language)))];
  let done = 0;
  const tell = () => {
    if (++done % STEP === 0) onProgress(done, asked.length);
  };
  const ordered = [...asked].sort((a, b) => a.time - b.time);
  return bases.flatMap((base) => {
    const group = grouper(analyzer(languageOf(base, languages)));
    const groups: ChatQuestion[][] = [];
    for (const one of ordered.filter(({ language }) => baseOf(language) === base)) {
      const at = group(one.text);
      if (groups[at]) groups[at].push(one);
      else groups[at] = [one];
      tell();
    }
    return groups;
  });
}

/** Gives the number of a question's group; a new group has the next number. */
function grouper(language: Analyzer): (question: string) => number {
  const search = new EntrySearch(language);
  const [words, concepts] = [new Parts(language.weightOf), new Parts(language.weightOf)];
  /** Groups by a question's number in the index, and by its words. */
  const groups: number[] = [];
  const known = new Map<string, number>();
  const asking: ReadonlySet<string>[] = [];
  let count = 0;
  return (question) => {
    const read = language.analyze(question);
    const key = read.words.join(' ');
    const asks = new Set(read.words.filter(language.isAsking));
    const same = known.get(key);
    if (same !== undefined) return same;
    const found = {
      words: matchTerms(search, words, read.words, language.weightOf),
      concepts: matchTerms(search, concepts, read.concepts, language.weightOf),
      grams: NO_GRAMS,
    };
    let [nearest, likeness] = [-1, ALIKE];
    for (const entry of new Set([...found.words.top, ...found.concepts.top])) {
      const own = likenessOf(found, entry);
      if (own > likeness && asksAlike(asks, asking[entry])) [nearest, likeness] = [entry, own];
    }
    const group = groups[nearest] ?? count++;
    const number = groups.push(group) - 1;
    known.set(key, group);
    asking[number] = asks;
    search.put(number, { title: read, phrasings: [], sentences: [] });
    words.add(number, { headings: [read.words], sentences: [] });
    concepts.add(number, { headings: [read.concepts], sentences: [] });
    return group;
  };
}

/** "When is the meeting" and "where is the meeting" differ only in words that say nothing by themselves. */
const asksAlike = (asks: ReadonlySet<string>, others: ReadonlySet<string> = new Set()): boolean =>
  asks.size === 0 || others.size === 0 || [...asks].some((word) => others.has(word));

/** Character grams are not compared: they find misspelt words, and take four times as long. */
const NO_GRAMS: EntryMatch = {
  top: [],
  score: () => 0,
  coverage: () => ({ unit: 0, pairs: 0, back: 0, heading: 0, headingBack: 0 }),
  weight: 0,
  held: () => 0,
};
