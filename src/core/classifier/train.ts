import { ANSWERS_BELOW, MOST_LEARNED_SENTENCES, MOST_REPEATS, TOO_NEAR } from '../calibration/learning-policy.ts';
import type { ReadEntry } from '../index/entry-search.ts';
import type { Analysis, Analyzer } from '../text/analyze.ts';
import { type Background, nearMisses } from '../text/background.ts';
import { namesIn } from '../text/names.ts';
import {
  type FeatureSpace,
  learnSpace,
  likenessTo,
  type Printed,
  type Prints,
  printsOf,
  type TextPostings,
  textPostings,
  type Vector,
  vectorIn,
  withVectors,
} from './feature-space.ts';
import { IN_SCOPE, type ModelWeights, trainPhrasingModel } from './model.ts';

/** Weights, and the features to which they belong. */
export interface Model {
  readonly space: FeatureSpace;
  readonly weights: ModelWeights;
}

/** Predicts which entry a question means, and how similar it is to each entry's phrasings. */
export interface EntryModel extends Model {
  /** Vectors of titles and phrasings. */
  readonly phrasings: TextPostings;
}

/** A model trained on an index's texts: plain data, so that it can be stored. */
export interface Trained {
  /** Predicts the entry; missing if there are too many entries. */
  readonly entries?: EntryModel;
  /** Predicts whether a question is about the index's subject; missing without background lines. */
  readonly subject?: Model;
}

/** Most weights of the phrasing model (4 bytes each, twice while it is trained). */
const MOST_WEIGHTS = 24_000_000;
/**
 * Largest product of entries and texts for which a phrasing model is trained, which takes about ten seconds. Larger
 * indexes have few phrasings per entry, or would take forever.
 */
const MOST_WORK = 3_000_000;
/** Most texts that represent an index's subject; more only take time. */
const MOST_IN_SCOPE = 15_000;

/** The texts to train with; others are held out. */
export interface TrainingSet {
  /** @param at index of the text; 0 is the title */
  readonly hasText: (entry: number, at: number) => boolean;
  readonly hasLine: (line: OtherLine) => boolean;
}

/** A background line, which is about other subjects than the index. */
export interface OtherLine {
  readonly kind: 'chatter' | 'near';
  /** Index of the line in the background, or of its template. */
  readonly number: number;
  readonly text: string;
  /** Words as written (normalised). */
  readonly surface: readonly string[];
}

/** An index's texts and background lines, read once, for training any number of times. */
export interface Training {
  /** Lines that are not similar to any title or phrasing. */
  readonly lines: readonly OtherLine[];
  /** @param kept texts to train with. Default: all */
  readonly learn: (kept?: TrainingSet) => Trained;
}

const ALL: TrainingSet = { hasText: () => true, hasLine: () => true };

export function prepareTraining(
  entries: readonly ReadEntry<Analysis>[],
  analyzer: Analyzer,
  background: Background,
): Training {
  const texts = entries.map((entry) => phrasingsOf(entry).map((text) => ({ text, prints: printed(text) })));
  const total = texts.flat().length;
  const answers = learnedAnswers(entries, total);
  const learnEntries = entries.length * total <= MOST_WORK ? entryLearner(texts, answers) : undefined;
  const inScope = someOf(
    texts.flatMap((own, entry) => own.map((one, at) => ({ ...one, entry, at }))),
    MOST_IN_SCOPE,
  );
  const isUnlike = unlikeness(inScope);
  const lines = linesOf(
    inScope.map(({ text }) => text),
    analyzer,
    background,
  ).filter(isUnlike);
  const learnSubject = subjectLearner(inScope, lines);
  return {
    lines: lines.map(({ line }) => line),
    learn: (kept = ALL) => ({ entries: learnEntries?.(kept), subject: learnSubject(kept) }),
  };
}

/** @returns a model trained with all texts */
export const train = (entries: readonly ReadEntry<Analysis>[], analyzer: Analyzer, background: Background): Trained =>
  prepareTraining(entries, analyzer, background).learn();

/** The words of each answer to train with. There are none if there are enough phrasings, or too many texts. */
function learnedAnswers(entries: readonly ReadEntry<Analysis>[], texts: number): readonly (readonly Printed[])[] {
  if (texts >= entries.length * ANSWERS_BELOW) return entries.map(() => []);
  const answers = entries.map(({ sentences }) => sentences.slice(0, MOST_LEARNED_SENTENCES).map(wordsAndConcepts));
  const isTooMuch = entries.length * (texts + answers.flat().length) > MOST_WORK;
  return isTooMuch ? entries.map(() => []) : answers;
}

/** Without pairs and grams: those of answers are many, and do not show how members ask. */
const wordsAndConcepts = ({ features }: Analysis): Printed => ({
  prints: printsOf({ ...features, pairs: [], grams: [] }),
});

const printed = ({ features }: Analysis): Prints => printsOf(features);

/** @param texts titles and phrasings of each entry @param answers sentences of each entry */
function entryLearner(
  texts: readonly (readonly Printed[])[],
  answers: readonly (readonly Printed[])[],
): (kept: TrainingSet) => EntryModel {
  const most = Math.floor(MOST_WEIGHTS / Math.max(1, texts.length));
  const space = learnSpace([...texts.flat(), ...answers.flat()], most);
  const size = space.prints.length;
  const vectors = texts.map((own) => vectorsOf(space, own));
  const said = answers.map((own) => vectorsOf(space, own));
  return ({ hasText }) => {
    const asked = vectors.map((own, entry) => own.filter((_, at) => hasText(entry, at)));
    const examples = asked.flatMap((own, label) => {
      const sentences = said[label] ?? [];
      // Titles and phrasings count twice as much as sentences of the answer.
      const all = sentences.length > 0 ? [...own, ...own, ...sentences] : own;
      return all.map((vector) => ({ vector, label }));
    });
    return {
      space,
      weights: trainPhrasingModel(examples, size, texts.length),
      phrasings: textPostings(asked, size),
    };
  };
}

/** A function that tells whether a line is unlike all of some texts. */
function unlikeness(texts: readonly Printed[]): (line: Printed) => boolean {
  const space = learnSpace(texts);
  const likeness = likenessTo(textPostings([vectorsOf(space, texts)], space.prints.length));
  return ({ prints }) => (likeness(vectorIn(space, prints))[0] ?? 0) < TOO_NEAR;
}

const vectorsOf = (space: FeatureSpace, texts: readonly Printed[]): Vector[] =>
  withVectors(space, texts).map(({ vector }) => vector);

const phrasingsOf = (entry: ReadEntry<Analysis>): readonly Analysis[] => [entry.title, ...entry.phrasings];

/** At most `most` items, evenly spaced. */
function someOf<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.ceil(list.length / most);
  return step <= 1 ? list : list.filter((_, at) => at % step === 0);
}

interface ReadLine extends Printed {
  readonly line: OtherLine;
}

const linesOf = (inScope: readonly Analysis[], analyzer: Analyzer, background: Background): ReadLine[] => [
  ...readChatter(analyzer, background),
  ...nearMisses(background.about, namesIn(inScope, analyzer)).map(({ template, text }) =>
    readLine('near', template, analyzer.analyze(text)),
  ),
];

const readLine = (kind: OtherLine['kind'], number: number, own: Analysis): ReadLine => ({
  line: { kind, number, text: own.text, surface: own.surface },
  prints: printed(own),
});

/** Read once for each language, as all packs of a language learn from the same thousand lines. */
const CHATTER = new WeakMap<Background, readonly ReadLine[]>();

/** Reads the lines that can be read before an index has any text. */
export function readChatter(analyzer: Analyzer, background: Background): readonly ReadLine[] {
  const known =
    CHATTER.get(background) ??
    background.chatter.map((line, number) => readLine('chatter', number, analyzer.analyze(line)));
  CHATTER.set(background, known);
  return known;
}

/** @param inScope titles and phrasings with their indexes in the entry */
function subjectLearner(
  inScope: readonly (Printed & { readonly entry: number; readonly at: number })[],
  others: readonly ReadLine[],
): (kept: TrainingSet) => Model | undefined {
  const space = learnSpace([...inScope, ...others]);
  const [about, lines] = [withVectors(space, inScope), withVectors(space, others)];
  const examples = (list: readonly { readonly vector: Vector }[], label: number) =>
    list.map(({ vector }) => ({ vector, label }));
  return ({ hasText, hasLine }) => {
    const known = about.filter(({ entry, at }) => hasText(entry, at));
    const other = lines.filter(({ line }) => hasLine(line));
    if (other.length === 0 || known.length === 0) return undefined;
    const balanced = [
      ...repeat(examples(known, IN_SCOPE), other.length),
      ...repeat(examples(other, 1 - IN_SCOPE), known.length),
    ];
    return { space, weights: trainPhrasingModel(balanced, space.prints.length, 2) };
  };
}

/** Repeats a list until it is about `length` long. */
function repeat<T>(list: readonly T[], length: number): T[] {
  const times = Math.max(1, Math.min(MOST_REPEATS, Math.round(length / list.length)));
  return Array.from({ length: times }, () => list).flat();
}
