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

/** Weights, and the features that they belong to. */
export interface Model {
  readonly space: FeatureSpace;
  readonly weights: ModelWeights;
}

/** Which entry a question points to, and how like it is to what its texts say. */
export interface EntryModel extends Model {
  /** In the space. */
  readonly phrasings: TextPostings;
}

/** A model learned from an index's texts: plain data, so that it can be kept. */
export interface Trained {
  /** Which entry a question points to; missing if there are too many to learn. */
  readonly entries?: EntryModel;
  /** Whether a question is about what the index is about; missing if nothing is known of other subjects. */
  readonly subject?: Model;
}

/** Weights the phrasing model may have (4 bytes each, twice while it learns). */
const MOST_WEIGHTS = 24_000_000;
/**
 * Entries times texts from which to learn which is which: some ten seconds. A greater index has few phrasings an entry
 * or no end.
 */
const MOST_WORK = 3_000_000;
/** Texts that tell what an index is about; more only take time. */
const MOST_IN_SCOPE = 15_000;

/** The part that is learned from; the rest is held out. */
export interface TrainingSet {
  /** @param at 0 is the title. */
  readonly hasText: (entry: number, at: number) => boolean;
  readonly hasLine: (line: OtherLine) => boolean;
}

/** A line about other things than the index. */
export interface OtherLine {
  readonly kind: 'chatter' | 'near';
  /** Number of the line, or of its template, in the background. */
  readonly number: number;
  readonly text: string;
  /** Words as written (normalised). */
  readonly surface: readonly string[];
}

/** An index's texts and lines about other things, read and counted once, to be learned from as often as one likes. */
export interface Training {
  /** Those that are unlike all titles and phrasings. */
  readonly lines: readonly OtherLine[];
  /** @param kept default: all of it. */
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

/** @returns a model of everything. */
export const train = (entries: readonly ReadEntry<Analysis>[], analyzer: Analyzer, background: Background): Trained =>
  prepareTraining(entries, analyzer, background).learn();

/** The words of each answer that are learned: none if members' own tell enough, or there would be too many. */
function learnedAnswers(entries: readonly ReadEntry<Analysis>[], texts: number): readonly (readonly Printed[])[] {
  if (texts >= entries.length * ANSWERS_BELOW) return entries.map(() => []);
  const answers = entries.map(({ sentences }) => sentences.slice(0, MOST_LEARNED_SENTENCES).map(wordsAndConcepts));
  const isTooMuch = entries.length * (texts + answers.flat().length) > MOST_WORK;
  return isTooMuch ? entries.map(() => []) : answers;
}

/** The many pairs and grams of answers say nothing of what members ask, and take most of the room. */
const wordsAndConcepts = ({ features }: Analysis): Printed => ({
  prints: printsOf({ ...features, pairs: [], grams: [] }),
});

const printed = ({ features }: Analysis): Prints => printsOf(features);

/** @param texts of each entry: its title and phrasings. @param answers of each entry: its sentences. */
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
      // The words that an entry is asked by tell twice as much as those that it says.
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

/** Tells whether a line is about something else than some texts. */
function unlikeness(texts: readonly Printed[]): (line: Printed) => boolean {
  const space = learnSpace(texts);
  const likeness = likenessTo(textPostings([vectorsOf(space, texts)], space.prints.length));
  return ({ prints }) => (likeness(vectorIn(space, prints))[0] ?? 0) < TOO_NEAR;
}

const vectorsOf = (space: FeatureSpace, texts: readonly Printed[]): Vector[] =>
  withVectors(space, texts).map(({ vector }) => vector);

const phrasingsOf = (entry: ReadEntry<Analysis>): readonly Analysis[] => [entry.title, ...entry.phrasings];

/** At most so many, taken evenly. */
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

/** Read once for each language: each of its packs learns from the same thousand lines. */
const CHATTER = new WeakMap<Background, readonly ReadLine[]>();

/** What can be read before any text of an index is there. */
export function readChatter(analyzer: Analyzer, background: Background): readonly ReadLine[] {
  const known =
    CHATTER.get(background) ??
    background.chatter.map((line, number) => readLine('chatter', number, analyzer.analyze(line)));
  CHATTER.set(background, known);
  return known;
}

/** @param inScope titles and phrasings, and which of an entry's each is. */
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

/** Repeats a list until it is about as long as another. */
function repeat<T>(list: readonly T[], length: number): T[] {
  const times = Math.max(1, Math.min(MOST_REPEATS, Math.round(length / list.length)));
  return Array.from({ length: times }, () => list).flat();
}
