import { LONGEST_UNSPACED_WORD, MOST_MEANINGS, MOST_TRANSLATIONS } from '../calibration/policy.ts';
import type { Analyzer } from '../text/analyze.ts';
import type { LatinName } from '../text/latin-names.ts';
import { romanize } from '../text/romanize.ts';
import { isUnspaced } from '../text/tokenize.ts';
import type { Glossary } from './glossary.ts';
import type { Lexicon } from './lexicon.ts';

/** Meanings of a word in a dictionary, the most usual first; empty for unknown words. */
export type Gloss = (word: string) => readonly string[];

export interface TranslatorOptions {
  readonly source: Analyzer;
  readonly target: Lexicon;
  /** Translations of stems by stems. */
  readonly glossary: Glossary;
  /** Default: none. */
  readonly gloss?: Gloss;
  /** The index's Latin name that a word sounds like; see latin-names.ts. Default: none. */
  readonly nameOf?: (forms: readonly string[]) => LatinName | undefined;
}

/**
 * Translates a question word by word into words of an index: by the glossary, else by the dictionary, else by its
 * spelling. The result is only for searching, and not to be read.
 */
export function translator({
  source,
  target,
  glossary,
  gloss = () => [],
  nameOf = () => undefined,
}: TranslatorOptions): (question: string) => string {
  const learned = (stem: string): string[] => {
    const word = glossary.get(stem);
    return word === undefined ? [] : [target.formOf(word) ?? word];
  };
  const known = (word: string): string[] => {
    const found = learned(source.stem(word));
    return found.length > 0 ? found : glossWords(gloss(word), word, target);
  };
  const soundingLike = (word: string): string | undefined => {
    const found = source.rarityOf(source.stem(word)) < 1 ? undefined : nameOf([word, source.stem(word)]);
    const isRare = (name: string) => target.analyzer.rarityOf(target.analyzer.stem(name)) === 1;
    return found && (found.isSame || isRare(found.name)) ? found.name : undefined;
  };
  const spell = (word: string): string[] => {
    const name = romanize(word);
    return name === '' ? [] : [target.has(word) ? word : (target.named(name) ?? soundingLike(word) ?? name)];
  };
  const ofWord = (word: string): string[] => {
    if (source.weightOf(source.stem(word)) === 0) return learned(source.stem(word));
    const found = known(word);
    return found.length > 0 ? found : spell(word);
  };
  const ofRun = (run: string): string[] =>
    cut(run, (word) => glossary.has(source.stem(word)) || gloss(word).length > 0).flatMap(ofWord);
  return (question) => {
    const { surface } = source.read(question);
    const isStop = (word: string) => source.weightOf(source.stem(word)) === 0;
    return joinRuns(surface, isStop)
      .flatMap((part) => (isUnspaced(part) ? ofRun(part) : ofWord(part)))
      .join(' ');
  };
}

/** Words, but text without spaces is joined up to the next stop word, as the dictionary may segment it differently. */
function joinRuns(words: readonly string[], isStop: (word: string) => boolean): string[] {
  const joined: string[] = [];
  let open = false;
  for (const word of words) {
    const goesOn = isUnspaced(word) && !isStop(word);
    if (open && goesOn) joined.push(`${joined.pop() ?? ''}${word}`);
    else joined.push(word);
    open = goesOn;
  }
  return joined;
}

/** Splits a text into the longest known words. What is between these stays in one piece. */
function cut(run: string, isKnown: (word: string) => boolean): string[] {
  const letters = [...run];
  const pieces: string[] = [];
  let strange = '';
  for (let at = 0; at < letters.length; ) {
    const length = lengthOf(letters.slice(at, at + LONGEST_UNSPACED_WORD), isKnown);
    if (length === 0) strange += letters[at] ?? '';
    else {
      pieces.push(strange, letters.slice(at, at + length).join(''));
      strange = '';
    }
    at += Math.max(1, length);
  }
  return [...pieces, strange].filter((piece) => piece !== '');
}

function lengthOf(letters: readonly string[], isKnown: (word: string) => boolean): number {
  for (let length = letters.length; length > 0; length--) if (isKnown(letters.slice(0, length).join(''))) return length;
  return 0;
}

/** Lexicographers' remarks in brackets, which are no translations. */
const REMARK = /\([^)]*\)|\[[^\]]*\]/g;

/**
 * A few words of a dictionary's meanings: the first one, and others that the index has. The first one is kept even if
 * it is unknown, so that the question counts as partly unknown.
 */
export function glossWords(meanings: readonly string[], word: string, { analyzer, has }: Lexicon): string[] {
  const text = meanings.slice(0, MOST_MEANINGS).map((meaning) => meaning.replace(REMARK, ' '));
  const content = text
    .flatMap((meaning) => analyzer.read(meaning).surface)
    .filter((one) => analyzer.weightOf(analyzer.stem(one)) > 0);
  const words = [...new Set(content)];
  const known = words.filter(has);
  // A single character has many meanings, of which most are irrelevant.
  const most = [...word].length === 1 ? 1 : MOST_TRANSLATIONS;
  return [...new Set([...words.slice(0, 1), ...known])].slice(0, most);
}
