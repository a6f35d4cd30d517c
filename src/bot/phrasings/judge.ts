import { namesSubject } from '../../core/calibration/another-subject.ts';
import { plainText } from '../../core/entry/blocks.ts';
import type { Detection } from '../../core/language/detect.ts';
import type { EngineAnswer } from '../../core/search/engine.ts';
import type { Analyzer } from '../../core/text/analyze.ts';
import { phraseKey } from '../../core/text/normalize.ts';
import { letterIn } from '../../core/text/scripts.ts';
import { turns } from '../conversation/turns.ts';
import { isSameLanguage, keyOfText, type PhrasedText } from './phrased-text.ts';
import type { DraftedLine } from './read-drafts.ts';

/** Why a draft is not taken: a message in `locales/`, with its values. */
export interface DraftReason {
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A rated draft: `doubtful` is for a person to decide, `refused` is never written. */
export interface JudgedDraft {
  readonly text: PhrasedText;
  readonly words: string;
  readonly rating: 'taken' | 'doubtful' | 'refused';
  /** Undefined if it is taken. */
  readonly reason?: DraftReason;
}

export interface JudgeOptions {
  /** All texts of the knowledge. */
  readonly all: readonly PhrasedText[];
  readonly answer: (question: string, language: string) => EngineAnswer;
  readonly detect: (text: string) => Detection;
  readonly analyzerOf: (language: string) => Analyzer;
  /** Lines in a language that ask nothing in particular. */
  readonly chatterOf: (language: string) => readonly string[];
}

/** Most characters of a draft: questions in chats are seldom longer. */
const LONGEST_DRAFT = 120;

/**
 * Rates drafts one by one, in time slices. Their joint effect is checked afterwards, by `foresee`.
 * @param party see turns.ts
 */
export async function judgeDrafts(
  party: string,
  lines: readonly DraftedLine[],
  options: JudgeOptions,
): Promise<JudgedDraft[]> {
  const judged: JudgedDraft[] = [];
  await turns.take(party, judgeSteps(lines, options, judged));
  return judged;
}

function* judgeSteps(
  lines: readonly DraftedLine[],
  options: JudgeOptions,
  judged: JudgedDraft[],
): Generator<undefined, void> {
  const known = new KnownLines(options);
  const placed = lines.map((line) => ({ ...line, text: inItsLanguage(line, options) }));
  const shared = sharedWords(placed);
  for (const { words, text, mayBeCut } of placed) {
    yield;
    const refusal = refusalOf(words, text, known, options);
    if (refusal) {
      judged.push({ words, text, rating: 'refused', reason: refusal });
      continue;
    }
    known.note(words, text);
    const other = shared.get(sharedKey(words, text))?.find(({ id }) => id !== text.id);
    const doubt = mayBeCut
      ? reason('draft-cut')
      : other
        ? reason('draft-drafted-twice', { other: other.text.title })
        : doubtOf(words, text, options);
    judged.push(doubt ? { words, text, rating: 'doubtful', reason: doubt } : { words, text, rating: 'taken' });
  }
}

export const reason = (key: string, values: DraftReason['values'] = {}): DraftReason => ({ key, values });

/** An id may have texts in many languages: takes that in the language of the words, else the first. */
function inItsLanguage({ words, texts }: DraftedLine, { detect }: JudgeOptions): PhrasedText {
  const [first] = texts;
  if (!first) throw new Error('a draft names no entry');
  if (texts.length === 1) return first;
  const spoken = detect(words).languages;
  const fitting = spoken.flatMap((tag) => [
    ...texts.filter(({ text }) => text.language === tag),
    ...texts.filter(({ text }) => isSameLanguage(text.language, tag)),
  ]);
  return fitting[0] ?? first;
}

const sharedKey = (words: string, { text }: PhrasedText): string => `${text.language} ${phraseKey(words)}`;

function sharedWords(placed: readonly { readonly words: string; readonly text: PhrasedText }[]) {
  const shared = new Map<string, PhrasedText[]>();
  for (const { words, text } of placed) {
    const key = sharedKey(words, text);
    shared.set(key, [...(shared.get(key) ?? []), text]);
  }
  return shared;
}

/** Existing headings and phrasings, and drafts that were not refused. */
class KnownLines {
  readonly #options: JudgeOptions;
  readonly #owners = new Map<string, PhrasedText>();
  /** By the entry's text: the meanings of its lines. */
  readonly #meanings = new Map<string, Set<string>>();

  constructor(options: JudgeOptions) {
    this.#options = options;
    for (const one of options.all)
      for (const line of [one.text.title, ...one.text.phrasings]) {
        const key = sharedKey(line, one);
        if (!this.#owners.has(key)) this.#owners.set(key, one);
        this.#meaningsOf(one).add(this.#meaningOf(line, one));
      }
  }

  /** Another entry that has exactly these words. */
  ownerOf(words: string, text: PhrasedText): PhrasedText | undefined {
    const owner = this.#owners.get(sharedKey(words, text));
    return owner && owner.id !== text.id ? owner : undefined;
  }

  says(words: string, text: PhrasedText): boolean {
    return this.#meaningsOf(text).has(this.#meaningOf(words, text));
  }

  note(words: string, text: PhrasedText): void {
    this.#meaningsOf(text).add(this.#meaningOf(words, text));
  }

  #meaningsOf(text: PhrasedText): Set<string> {
    const key = keyOfText(text);
    const known = this.#meanings.get(key) ?? new Set();
    this.#meanings.set(key, known);
    return known;
  }

  /** The words that matter, in alphabetical order: lines that differ only in small words and order mean the same. */
  #meaningOf(words: string, { text }: PhrasedText): string {
    const { read, weightOf, isAsking } = this.#options.analyzerOf(text.language);
    const counting = read(words).words.filter((word) => weightOf(word) > 0 || isAsking(word));
    return counting.length === 0 ? phraseKey(words) : [...new Set(counting)].sort().join(' ');
  }
}

/** In lines with fewer letters a foreign language is not certain. */
const FEWEST_LETTERS = 12;
const ADDRESS = /https?:\/\/|\bwww\.|[\w.+-]+@[\w-]+\.\w|(?:^|\s)@\w{2,}|<[@#]|\b[\w-]+\.[a-z]{2,}\/\S/iu;
const LONG_NUMBER = /\+?\d(?:[\s()-]?\d){6,}/;

function refusalOf(
  words: string,
  one: PhrasedText,
  known: KnownLines,
  { detect, analyzerOf }: JudgeOptions,
): DraftReason | undefined {
  if ([...words].length > LONGEST_DRAFT) return reason('draft-long', { most: String(LONGEST_DRAFT) });
  if (!/[\p{L}\p{N}]/u.test(words)) return reason('draft-empty');
  if (ADDRESS.test(words)) return reason('draft-address');
  const number = LONG_NUMBER.exec(words)?.[0];
  if (number !== undefined && !allOf(one).includes(number)) return reason('draft-address');
  const owner = known.ownerOf(words, one);
  if (owner) return reason('draft-of-another', { other: owner.text.title });
  if (isForeign(words, one, detect, analyzerOf(one.text.language))) return reason('draft-language');
  if (known.says(words, one)) return reason('draft-repeats');
  const { words: stems, names } = analyzerOf(one.text.language).analyze(words);
  const isName = stems.length <= 1 || (stems.length === 2 && stems.every((stem) => names.has(stem)));
  return isName ? reason('draft-name') : undefined;
}

/**
 * Whether a line is certainly in another language. Members quote messages of programs, often in another script: one
 * letter of the entry's own script is enough to accept a line, and so is an entry with all of its words.
 */
function isForeign(
  words: string,
  one: PhrasedText,
  detect: JudgeOptions['detect'],
  { language: { scripts }, read }: Analyzer,
): boolean {
  const { sure, languages } = detect(words);
  if (!sure || languages.some((tag) => isSameLanguage(tag, one.text.language))) return false;
  if ((words.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS) return false;
  if (!scripts.includes('Latn') && scripts.length > 0 && new RegExp(letterIn(scripts), 'u').test(words)) return false;
  const own = new Set(read(allOf(one)).words);
  return !read(words).words.every((stem) => own.has(stem));
}

const allOf = ({ text: { title, phrasings, answer, asOf = '' } }: PhrasedText): string =>
  [title, ...phrasings, plainText(answer), asOf].join('\n');

function doubtOf(
  words: string,
  one: PhrasedText,
  { answer, analyzerOf, chatterOf }: JudgeOptions,
): DraftReason | undefined {
  const { language } = one.text;
  const analyzer = analyzerOf(language);
  const question = analyzer.analyze(words);
  const everywhere = { holds: () => true };
  const isChatter = question.isSmallTalk || new Set(chatterOf(language).map(phraseKey)).has(phraseKey(words));
  // Not even an entry with all of its words would surely answer it, so it is too general.
  if (isChatter || !namesSubject({ question, analyzer, words: everywhere, concepts: everywhere }, 0))
    return reason('draft-general');
  const { kind, candidates } = answer(words, language);
  const [first] = candidates;
  if (kind === 'sure' && first && first.entry.id !== one.id)
    return reason('draft-answered', { other: first.entry.texts.get(language)?.title ?? first.entry.id });
  const own = new Set(analyzer.conceptsOf(analyzer.analyze(allOf(one)).words));
  const strange = question.surface.find((_, at) => {
    const stem = question.words[at] ?? '';
    return isNaming(stem, question) && !analyzer.conceptsOf([stem]).some((concept) => own.has(concept));
  });
  return strange === undefined ? undefined : reason('draft-strange', { word: strange });
}

type Question = ReturnType<Analyzer['analyze']>;

/**
 * Whether a word names something: a number, a country, a version and the like, or a word with a capital letter. In
 * other scripts every Latin word counts as a name, which would be too many.
 */
const isNaming = (stem: string, { names, cases, capitalised }: Question): boolean =>
  names.has(stem) && (/\p{Nd}/u.test(stem) || cases.has(stem) || capitalised.has(stem));
