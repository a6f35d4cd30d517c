import { ANSWERS_BELOW, MOST_LEARNED_SENTENCES, MOST_REPEATS, TOO_NEAR } from '../calibration/learning-policy.ts';
import type { ReadEntry } from '../index/parts-of-texts.ts';
import type { Analysis, Analyzer, Features } from '../text/analyze.ts';
import { type Background, nearMisses } from '../text/background.ts';
import { namesIn } from '../text/names.ts';
import { type KeptSpace, learnSpace, openSpace, vectorIn } from './feature-space.ts';
import { likenessTo, type TextPostings, textPostings } from './likeness.ts';
import { trainPhrasingModel } from './phrasing-model.ts';

/** Weights, and the features that they belong to. */
export interface Model {
  readonly space: KeptSpace;
  readonly weights: Float32Array;
}

/** Which entry a question points to, and how like it is to what its texts say. */
export interface EntryModel extends Model {
  /** In the space. */
  readonly phrasings: TextPostings;
}

/** A model learned from an index's texts: plain data, so that it can be kept. */
export interface Trained {
  /** Which entry a question points to; missing if there are too many to learn. */
  readonly entries?: EntryModel | undefined;
  /** Whether a question is about what the index is about; missing if nothing is known of other subjects. */
  readonly subject?: Model | undefined;
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
/** The label of what the index is about. */
export const IN_SCOPE = 1;

export function train(entries: readonly ReadEntry<Analysis>[], analyzer: Analyzer, background: Background): Trained {
  const texts = entries.map(phrasingsOf);
  const all = texts.flat();
  const inScope = someOf(all, MOST_IN_SCOPE);
  const answers = learnedAnswers(entries, all.length);
  const model = entries.length * all.length <= MOST_WORK ? trainEntries(texts, answers) : undefined;
  const others = linesOf(inScope, analyzer, background).filter(isUnlike(inScope));
  return { entries: model, subject: trainSubject(inScope, others) };
}

/** The words of each answer that are learned: none where members' own tell enough, or there would be too many. */
function learnedAnswers(entries: readonly ReadEntry<Analysis>[], texts: number): readonly (readonly Features[])[] {
  if (texts >= entries.length * ANSWERS_BELOW) return entries.map(() => []);
  const answers = entries.map(({ sentences }) => sentences.slice(0, MOST_LEARNED_SENTENCES).map(wordsAndConcepts));
  const isTooMuch = entries.length * (texts + answers.flat().length) > MOST_WORK;
  return isTooMuch ? entries.map(() => []) : answers;
}

/** The many pairs and grams of answers say nothing of what members ask, and take most of the room. */
const wordsAndConcepts = ({ features }: Analysis): Features => ({ ...features, pairs: [], grams: [] });

/** @param texts of each entry: its title and phrasings. @param answers of each entry: its sentences. */
function trainEntries(texts: readonly (readonly Analysis[])[], answers: readonly (readonly Features[])[]): EntryModel {
  const most = Math.floor(MOST_WEIGHTS / Math.max(1, texts.length));
  const kept = learnSpace([...texts.flat().map(featuresOf), ...answers.flat()], most);
  const space = openSpace(kept);
  const vectors = texts.map((own) => own.map(({ features }) => vectorIn(space, features)));
  const examples = vectors.flatMap((own, label) => {
    const said = (answers[label] ?? []).map((features) => vectorIn(space, features));
    // The words that an entry is asked by tell twice as much as those that it says.
    const all = said.length > 0 ? [...own, ...own, ...said] : own;
    return all.map((vector) => ({ vector, label }));
  });
  return {
    space: kept,
    weights: trainPhrasingModel(examples, space.size, texts.length),
    phrasings: textPostings(vectors, space.size),
  };
}

/** Whether a line is about something else than some texts. */
function isUnlike(texts: readonly Analysis[]): (line: Analysis) => boolean {
  const space = openSpace(learnSpace(texts.map(featuresOf)));
  const vectors = texts.map(({ features }) => vectorIn(space, features));
  const likeness = likenessTo(textPostings([vectors], space.size));
  return ({ features }) => (likeness(vectorIn(space, features))[0] ?? 0) < TOO_NEAR;
}

const featuresOf = (text: Analysis): Features => text.features;

const phrasingsOf = (entry: ReadEntry<Analysis>): readonly Analysis[] => [entry.title, ...entry.phrasings];

/** At most so many, taken evenly. */
function someOf<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.ceil(list.length / most);
  return step <= 1 ? list : list.filter((_, at) => at % step === 0);
}

function linesOf(inScope: readonly Analysis[], analyzer: Analyzer, background: Background): Analysis[] {
  return [...background.chatter, ...nearMisses(background.about, namesIn(inScope, analyzer))].map((line) =>
    analyzer.analyze(line),
  );
}

function trainSubject(inScope: readonly Analysis[], others: readonly Analysis[]): Model | undefined {
  if (others.length === 0 || inScope.length === 0) return undefined;
  const kept = learnSpace([...inScope, ...others].map(featuresOf));
  const space = openSpace(kept);
  const examples = (texts: readonly Analysis[], label: number) =>
    texts.map(({ features }) => ({ vector: vectorIn(space, features), label }));
  const balanced = [
    ...repeat(examples(inScope, IN_SCOPE), others.length),
    ...repeat(examples(others, 1 - IN_SCOPE), inScope.length),
  ];
  return { space: kept, weights: trainPhrasingModel(balanced, space.size, 2) };
}

/** Repeats a list until it is about as long as another. */
function repeat<T>(list: readonly T[], length: number): T[] {
  const times = Math.max(1, Math.min(MOST_REPEATS, Math.round(length / list.length)));
  return Array.from({ length: times }, () => list).flat();
}
