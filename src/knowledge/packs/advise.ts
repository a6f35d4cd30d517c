import { type Block, type Inline, mapText, plainText } from '../../core/entry/blocks.ts';
import { analyzer } from '../../core/text/analyze.ts';
import { baseOf, type LanguageData, languageOf } from '../../core/text/language.ts';
import { foldMarks, phraseKey } from '../../core/text/normalize.ts';
import type { EntryFile } from '../format/entry-file.ts';
import type { Phrasing } from '../format/markdown.ts';
import {
  advice,
  type Finding,
  inFile,
  type Problem,
  type ProblemCode,
  shortened,
  sortProblems,
} from '../format/problem.ts';

export interface AdviceOptions {
  readonly languages: ReadonlyMap<string, LanguageData>;
  /** Answers that only stand in for one, such as "see above", in a language. */
  readonly stopgaps: (language: string) => readonly string[];
  /** The entry of a new pack in a language, which its owner replaces. */
  readonly template: (language: string) => Template;
  /** A day such as 2027-01-31: entries to be reviewed by then are overdue. */
  readonly today: string;
  /** Ids of the entry that answers a question, or of those that are offered; the likeliest first. */
  readonly find: (question: string, language: string) => readonly string[];
  /** Called before each text is asked. Default: nothing. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Template {
  readonly question: string;
  readonly phrasings: readonly string[];
  readonly answer: string;
}

/** Advice that makes entries more useful; none of it is an error. Sorted by file and line. */
export function adviseOn(files: readonly EntryFile[], options: AdviceOptions): Problem[] {
  const found = files.flatMap((file, at) => {
    options.onProgress?.(at, files.length);
    return inFile(file.file, [
      ...answerAdvice(file, options),
      ...overdueAdvice(file, options),
      ...templateAdvice(file, options),
      ...shadowAdvice(file, options),
    ]);
  });
  return sortProblems([...found, ...alikePhrasings(files)]);
}

const headingLine = ({ questions: [heading] }: EntryFile): number => heading?.line ?? 1;

function answerAdvice(file: EntryFile, { stopgaps }: AdviceOptions): Finding[] {
  if (!file.text) return [];
  const { answer } = file.text;
  const code = saysNothing(answer, stopgaps(file.language));
  const [shown] = CODE.exec(proseOf(answer)) ?? [];
  return [
    ...(code === undefined ? [] : [advice(headingLine(file), code)]),
    ...(shown === undefined ? [] : [advice(headingLine(file), 'code-in-answer', { what: shortened(shown) })]),
  ];
}

/** The answer is still given, with a warning. */
function overdueAdvice({ text, lineOf }: EntryFile, { today }: AdviceOptions): Finding[] {
  const date = text?.reviewBy;
  return date !== undefined && date <= today ? [advice(lineOf(['review_by']), 'overdue', { date })] : [];
}

/** Tags, boxes and imports of site generators: members would read them as they are. */
const CODE =
  /\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|^(?::::|!!!|\?\?\?)[ +]?[^\n]{1,200}|^(?:import|export)\s[^\n]{1,200}\sfrom\s["'][^\n]{1,200}/m;

/** The text of an answer without anything that is marked as code. */
function proseOf(answer: readonly Block[]): string {
  const texts: string[] = [];
  mapText(answer, (text) => {
    texts.push(text);
    return text;
  });
  return texts.join('\n');
}

/** Text of a new pack's example entry that was not replaced, also in copies of that entry. */
function templateAdvice({ language, text, questions }: EntryFile, { template, languages }: AdviceOptions): Finding[] {
  const [heading, ...phrasings] = questions;
  if (!text || !heading) return [];
  const example = template(language);
  const answer = plainText(text.answer);
  const left = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(example.answer)]
    .map(({ segment }) => segment.trim())
    .find((sentence) => weightOf(sentence) >= LONG_SENTENCE && answer.includes(sentence));
  if (left !== undefined) return [advice(heading.line, 'unedited-answer', { what: shortened(left) })];
  const { read, weightOf: counts } = analyzer(languageOf(baseOf(language), languages));
  const about = new Set([example.question, ...example.phrasings].flatMap((way) => read(way).words));
  const isAlike = read(heading.text).words.some((word) => counts(word) === 1 && about.has(word));
  const known = new Set(example.phrasings.map(phraseKey));
  const same = isAlike ? undefined : phrasings.find((one) => known.has(phraseKey(one.text)));
  return same ? [advice(same.line, 'unedited-phrasing', { what: same.text })] : [];
}

/** Letters of a sentence; nobody writes one that long by chance. */
const LONG_SENTENCE = 20;

/** Advice for each other entry that is shown instead of this one, once. */
function shadowAdvice(
  { id, language, text, questions: [heading] }: EntryFile,
  { languages, find }: AdviceOptions,
): Finding[] {
  if (!text || !heading) return [];
  const before = new Map<string, string>();
  for (const question of rewordings(text.title, language, dispensable(languages.get(language)))) {
    const shown = find(question, language);
    const [other] = shown;
    if (other !== undefined && !shown.includes(id) && !before.has(other)) before.set(other, question);
  }
  return [...before].map(([other, question]) =>
    advice(heading.line, 'shadowed', { question: shortened(question), other }),
  );
}

/** Stop words that a heading can lose and still ask the same; not "why". */
function dispensable({ stopWords = [], questionWords = {} }: Partial<LanguageData> = {}): readonly string[] {
  const keyOf = (words: string): string => foldMarks(phraseKey(words));
  const asking = new Set(
    [...(questionWords.first ?? []), ...(questionWords.anywhere ?? [])].flatMap((phrase) => keyOf(phrase).split(' ')),
  );
  return stopWords.filter((word) => !asking.has(keyOf(word)));
}

/** Letters; in a word of this length, one more or less is a slip or an ending, and no other word. */
const LONG_WORD = 6;

/**
 * Finds headings and phrasings of two entries in one language that differ only in the order of their words, or in one
 * letter of a long word. Equal ones are a warning already.
 */
function alikePhrasings(files: readonly EntryFile[]): Problem[] {
  const seen = new Map<string, Known>();
  return files.flatMap(({ id, file, language, questions }) =>
    questions.flatMap((phrasing) => {
      const keys = keysOf(phrasing).map((key) => `${language} ${key}`);
      const before = keys
        .map((key) => seen.get(key))
        .find((known) => known && known.id !== id && known.phrase !== phraseKey(phrasing.text));
      for (const key of keys)
        if (!seen.has(key)) seen.set(key, { id, phrase: phraseKey(phrasing.text), place: `${file}:${phrasing.line}` });
      return before
        ? inFile(file, [advice(phrasing.line, 'alike', { what: shortened(phrasing.text), other: before.place })])
        : [];
    }),
  );
}

interface Known {
  readonly id: string;
  readonly phrase: string;
  readonly place: string;
}

/**
 * Two phrasings are alike if they share a key: their words in alphabetical order, also with one letter of a long word
 * left out.
 */
function keysOf({ text }: Phrasing): string[] {
  const words = phraseKey(text).split(' ').sort();
  if (words.length < 2) return [];
  const without = words.flatMap((word, at) =>
    isLong(word)
      ? lessOne(word).map((shorter) => [...words.slice(0, at), shorter, ...words.slice(at + 1)].join(' '))
      : [],
  );
  return [...new Set([words.join(' '), ...without])];
}

/** Of an alphabet: elsewhere each character means something, and so does each digit. */
const isLong = (word: string): boolean =>
  word.length >= LONG_WORD && /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{M}]+$/u.test(word);

const lessOne = (word: string): string[] =>
  Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));

/** Letters and digits: fewer say hardly anything. A character that is a syllable or a word counts as three. */
const FEWEST = 6;
/** Letters: a longer answer that begins like a stopgap may still say something. */
const LONGEST_STOPGAP = 40;
const UNFINISHED = /^(?:to-?do|tbd|tba|fixme|xxx|n\/a)\b/i;

/** Why an answer is of no use; undefined if it is. @param stopgaps of its language */
function saysNothing(answer: readonly Block[], stopgaps: readonly string[]): ProblemCode | undefined {
  const text = plainText(answer).trim();
  if (UNFINISHED.test(text) || isStopgap(phraseKey(text), stopgaps)) return 'unfinished-answer';
  if (isOnlyLinks(answer)) return 'only-a-link';
  return weightOf(text) < FEWEST ? 'short-answer' : undefined;
}

function isStopgap(key: string, stopgaps: readonly string[]): boolean {
  return stopgaps
    .map(phraseKey)
    .some((stopgap) => key === stopgap || (key.startsWith(stopgap) && key.length <= LONGEST_STOPGAP));
}

function weightOf(text: string): number {
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  const all = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return all + 2 * wide;
}

/** Whether an answer says nothing until a link is opened. */
function isOnlyLinks(answer: readonly Block[]): boolean {
  const inline = answer.flatMap(linesOf);
  return inline.some((one) => one?.kind === 'link') && inline.every((one) => one?.kind === 'link' || isMark(one));
}

/** `undefined` for a block that is neither text nor a list of it. */
function linesOf(block: Block): readonly (Inline | undefined)[] {
  if (block.kind === 'paragraph') return block.children;
  if (block.kind === 'heading') return [];
  return block.kind === 'list' ? block.items.flat().flatMap(linesOf) : [undefined];
}

const isMark = (one: Inline | undefined): boolean =>
  one?.kind === 'break' || (one?.kind === 'text' && !/[\p{L}\p{N}]/u.test(one.text));

/**
 * A heading as somebody in a hurry would write it: without stop words, and with its halves exchanged. Rewordings that
 * equal the heading or have fewer than two words are left out.
 * @param stopWords in lower case.
 */
export function rewordings(heading: string, language: string, stopWords: readonly string[]): string[] {
  const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(heading)];
  const words = segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  // Without spaces between words, exchanged halves are no text that anybody types.
  const isSpaced = !segments.some(({ isWordLike }, at) => isWordLike && segments[at + 1]?.isWordLike);
  const joined = (chosen: readonly string[]): string => chosen.join(isSpaced ? ' ' : '');
  const stops = new Set(stopWords);
  const short = words.filter((word) => !stops.has(word.toLowerCase()));
  const half = Math.ceil(words.length / 2);
  const turned = isSpaced ? [...words.slice(half), ...words.slice(0, half)] : [];
  const known = new Set([phraseKey(heading)]);
  return [short, turned].flatMap((chosen) => {
    const text = joined(chosen);
    if (chosen.length < 2 || known.has(phraseKey(text))) return [];
    known.add(phraseKey(text));
    return [text];
  });
}
