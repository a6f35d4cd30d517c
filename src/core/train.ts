import type { Analysis, Analyzer } from './analyze.ts';
import { type Background, nearMisses } from './background.ts';
import { type FeatureSpace, featureSpace, vectorIn } from './feature-space.ts';
import { namesIn } from './names.ts';
import { nearestPhrasing } from './nearest-phrasing.ts';
import { classify, trainPhrasingModel } from './phrasing-model.ts';
import type { ReadEntry } from './shelf.ts';

/** Weights, and the features that they belong to. */
export interface Model {
  readonly space: FeatureSpace;
  readonly weights: Float32Array;
}

/** What is learned from a shelf's texts: plain data, so that it can be kept. */
export interface Trained {
  /** Which entry a question points to. */
  readonly entries: Model;
  /** Whether a question is about what the shelf is about; missing where nothing is known of other subjects. */
  readonly subject?: Model | undefined;
}

/** What the models say of a question; see Match. */
export interface Opinion {
  readonly probabilities: Float32Array;
  readonly ours: number;
  readonly nearest: (entry: number) => number;
}

/** Weights the phrasing model may have (4 bytes each, twice while it learns). */
const MOST_WEIGHTS = 24_000_000;
/** A line about other things that is so like a phrasing is not about other things. */
const TOO_NEAR = 0.6;
/** The shorter side of a choice is repeated so that both weigh alike; more often it would be learned by heart. */
const MOST_REPEATS = 50;
const OURS = 1;

export function train(entries: readonly ReadEntry[], analyzer: Analyzer, background: Background): Trained {
  const texts = entries.map(phrasingsOf);
  const space = featureSpace(
    texts.flat().map((text) => text.features),
    Math.floor(MOST_WEIGHTS / Math.max(1, entries.length)),
  );
  const vectors = texts.map((list) => list.map((text) => vectorIn(space, text.features)));
  const examples = vectors.flatMap((list, label) => list.map((vector) => ({ vector, label })));
  const weights = trainPhrasingModel(examples, space.size, entries.length);
  const nearest = nearestPhrasing(space.size);
  const all = vectors.flat();
  const isOther = (line: Analysis) => nearest(vectorIn(space, line.features), all) < TOO_NEAR;
  return { entries: { space, weights }, subject: trainSubject(texts.flat(), linesOf(texts.flat(), analyzer, background).filter(isOther)) };
}

const phrasingsOf = (entry: ReadEntry): readonly Analysis[] => [entry.title, ...entry.phrasings];

function linesOf(ours: readonly Analysis[], analyzer: Analyzer, background: Background): Analysis[] {
  return [...background.chatter, ...nearMisses(background.about, namesIn(ours, analyzer))].map((line) => analyzer.analyze(line));
}

function trainSubject(ours: readonly Analysis[], others: readonly Analysis[]): Model | undefined {
  if (others.length === 0 || ours.length === 0) return undefined;
  const space = featureSpace([...ours, ...others].map((text) => text.features));
  const examples = (texts: readonly Analysis[], label: number) => texts.map((text) => ({ vector: vectorIn(space, text.features), label }));
  const balanced = [...repeat(examples(ours, OURS), others.length), ...repeat(examples(others, 1 - OURS), ours.length)];
  return { space, weights: trainPhrasingModel(balanced, space.size, 2) };
}

/** Repeats a list until it is about as long as another. */
function repeat<T>(list: readonly T[], length: number): T[] {
  const times = Math.max(1, Math.min(MOST_REPEATS, Math.round(length / list.length)));
  return Array.from({ length: times }, () => list).flat();
}

/** What a shelf's texts and lines about other things teach, put to use. */
export const trainModel = (entries: readonly ReadEntry[], analyzer: Analyzer, background: Background): ((question: Analysis) => Opinion) => createModel(entries, train(entries, analyzer, background));

/** Puts what was learned to use. */
export function createModel(entries: readonly ReadEntry[], { entries: model, subject }: Trained): (question: Analysis) => Opinion {
  const vectors = entries.map((entry) => phrasingsOf(entry).map((text) => vectorIn(model.space, text.features)));
  const nearest = nearestPhrasing(model.space.size);
  return (question) => {
    const vector = vectorIn(model.space, question.features);
    const ours = subject ? (classify(vectorIn(subject.space, question.features), subject.weights, 2)[OURS] ?? 0) : 0.5;
    return { probabilities: classify(vector, model.weights, entries.length), ours, nearest: (entry) => nearest(vector, vectors[entry] ?? []) };
  };
}
