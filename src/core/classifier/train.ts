import { MOST_REPEATS, TOO_NEAR } from '../calibration/policy.ts';
import type { ReadEntry } from '../index/index-entries.ts';
import { startsOf } from '../index/units.ts';
import type { Analysis, Analyzer } from '../text/analyze.ts';
import { type Background, nearMisses } from '../text/background.ts';
import { namesIn } from '../text/names.ts';
import { type KeptSpace, openSpace, type Vector, vectorIn } from './feature-space.ts';
import { learnSpace } from './learn-space.ts';
import { nearestTo, textPostings } from './likeness.ts';
import { type Phrasings, packPhrasings } from './nearest-phrasing.ts';
import { trainPhrasingModel } from './phrasing-model.ts';
import { packVectors } from './vectors.ts';

/** Weights, and the features that they belong to. */
export interface Model {
  readonly space: KeptSpace;
  readonly weights: Float32Array;
}

/** Which entry a question points to, and how like it is to what its texts say. */
export interface EntryModel extends Model {
  /** In the space. */
  readonly phrasings: Phrasings;
}

/** What is learned from an index's texts: plain data, so that it can be kept. */
export interface Trained {
  /** Which entry a question points to; missing where there are too many to learn. */
  readonly entries?: EntryModel | undefined;
  /** Whether a question is about what the index is about; missing where nothing is known of other subjects. */
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
const MOST_OURS = 15_000;
/** The label of what the index is about. */
export const OURS = 1;

export function train(entries: readonly ReadEntry[], analyzer: Analyzer, background: Background): Trained {
  const texts = entries.map(phrasingsOf);
  const all = texts.flat();
  const ours = someOf(all, MOST_OURS);
  const { model, kept, vectors } =
    entries.length * all.length <= MOST_WORK
      ? trainEntries(texts)
      : { model: undefined, ...learnSpace(ours.map(featuresOf)) };
  const space = openSpace(kept);
  const likeness = nearestTo(textPostings(packVectors([model ? someOf(vectors, MOST_OURS) : vectors]), space.size));
  const isOther = (line: Analysis) => likeness(vectorIn(space, line.features)) < TOO_NEAR;
  return { entries: model, subject: trainSubject(ours, linesOf(ours, analyzer, background).filter(isOther)) };
}

function trainEntries(texts: readonly (readonly Analysis[])[]) {
  const most = Math.floor(MOST_WEIGHTS / Math.max(1, texts.length));
  const { kept, vectors } = learnSpace(texts.flat().map(featuresOf), most);
  const labels = texts.flatMap((list, label) => list.map(() => label));
  const examples = vectors.map((vector, at) => ({ vector, label: labels[at] ?? 0 }));
  const weights = trainPhrasingModel(examples, kept.idf.length, texts.length);
  const model: EntryModel = {
    space: kept,
    weights,
    phrasings: packPhrasings(grouped(vectors, texts), kept.idf.length),
  };
  return { model, kept, vectors };
}

/** A list cut into parts that are as long as those of another. */
function grouped(vectors: readonly Vector[], like: readonly (readonly unknown[])[]): (readonly Vector[])[] {
  const starts = startsOf(like.map(({ length }) => length));
  return like.map((_, at) => vectors.slice(starts[at], starts[at + 1]));
}

const featuresOf = (text: Analysis): Analysis['features'] => text.features;

const phrasingsOf = (entry: ReadEntry): readonly Analysis[] => [entry.title, ...entry.phrasings];

/** At most so many, taken evenly. */
function someOf<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.ceil(list.length / most);
  return step <= 1 ? list : list.filter((_, at) => at % step === 0);
}

function linesOf(ours: readonly Analysis[], analyzer: Analyzer, background: Background): Analysis[] {
  return [...background.chatter, ...nearMisses(background.about, namesIn(ours, analyzer))].map((line) =>
    analyzer.analyze(line),
  );
}

function trainSubject(ours: readonly Analysis[], others: readonly Analysis[]): Model | undefined {
  if (others.length === 0 || ours.length === 0) return undefined;
  const { kept, vectors } = learnSpace([...ours, ...others].map(featuresOf));
  const examples = (from: number, to: number, label: number) =>
    vectors.slice(from, to).map((vector) => ({ vector, label }));
  const balanced = [
    ...repeat(examples(0, ours.length, OURS), others.length),
    ...repeat(examples(ours.length, vectors.length, 1 - OURS), ours.length),
  ];
  return { space: kept, weights: trainPhrasingModel(balanced, kept.idf.length, 2) };
}

/** Repeats a list until it is about as long as another. */
function repeat<T>(list: readonly T[], length: number): T[] {
  const times = Math.max(1, Math.min(MOST_REPEATS, Math.round(length / list.length)));
  return Array.from({ length: times }, () => list).flat();
}
