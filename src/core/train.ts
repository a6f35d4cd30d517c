import type { Analysis, Analyzer } from './analyze.ts';
import { type Background, nearMisses } from './background.ts';
import { featureSpace, type KeptSpace, openSpace, vectorIn } from './feature-space.ts';
import type { ReadEntry } from './index-shelf.ts';
import { likenessTo } from './likeness.ts';
import { namesIn } from './names.ts';
import { trainPhrasingModel } from './phrasing-model.ts';
import { packVectors, type Vectors } from './vectors.ts';

/** Weights, and the features that they belong to. */
export interface Model {
  readonly space: KeptSpace;
  readonly weights: Float32Array;
}

/** Which entry a question points to, and how like it is to what its texts say. */
export interface EntryModel extends Model {
  /** Titles and phrasings in the space, a group for each entry. */
  readonly phrasings: Vectors;
}

/** What is learned from a shelf's texts: plain data, so that it can be kept. */
export interface Trained {
  /** Which entry a question points to; missing where there are too many to learn. */
  readonly entries?: EntryModel | undefined;
  /** Whether a question is about what the shelf is about; missing where nothing is known of other subjects. */
  readonly subject?: Model | undefined;
}

/** Weights the phrasing model may have (4 bytes each, twice while it learns). */
const MOST_WEIGHTS = 24_000_000;
/** Entries times texts from which to learn which is which: some ten seconds. A greater shelf has few phrasings an entry or no end. */
const MOST_WORK = 3_000_000;
/** Texts that tell what a shelf is about; more only take time. */
const MOST_OURS = 15_000;
/** A line about other things that is so like a phrasing is not about other things. */
const TOO_NEAR = 0.6;
/** The shorter side of a choice is repeated so that both weigh alike; more often it would be learned by heart. */
const MOST_REPEATS = 50;
/** The label of what the shelf is about. */
export const OURS = 1;

export function train(entries: readonly ReadEntry[], analyzer: Analyzer, background: Background): Trained {
  const texts = entries.map(phrasingsOf);
  const all = texts.flat();
  const model = entries.length * all.length <= MOST_WORK ? trainEntries(texts) : undefined;
  const ours = someOf(all, MOST_OURS);
  const space = openSpace(model?.space ?? featureSpace(ours.map((text) => text.features)));
  const likeness = likenessTo(packVectors([ours.map((text) => vectorIn(space, text.features))]), space.size);
  const isOther = (line: Analysis) => (likeness(vectorIn(space, line.features))[0] ?? 0) < TOO_NEAR;
  return { entries: model, subject: trainSubject(ours, linesOf(ours, analyzer, background).filter(isOther)) };
}

function trainEntries(texts: readonly (readonly Analysis[])[]): EntryModel {
  const most = Math.floor(MOST_WEIGHTS / Math.max(1, texts.length));
  const kept = featureSpace(
    texts.flat().map((text) => text.features),
    most,
  );
  const space = openSpace(kept);
  const vectors = texts.map((list) => list.map((text) => vectorIn(space, text.features)));
  const examples = vectors.flatMap((list, label) => list.map((vector) => ({ vector, label })));
  return { space: kept, weights: trainPhrasingModel(examples, space.size, texts.length), phrasings: packVectors(vectors) };
}

const phrasingsOf = (entry: ReadEntry): readonly Analysis[] => [entry.title, ...entry.phrasings];

/** At most so many, taken evenly. */
function someOf<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.ceil(list.length / most);
  return step <= 1 ? list : list.filter((_, at) => at % step === 0);
}

function linesOf(ours: readonly Analysis[], analyzer: Analyzer, background: Background): Analysis[] {
  return [...background.chatter, ...nearMisses(background.about, namesIn(ours, analyzer))].map((line) => analyzer.analyze(line));
}

function trainSubject(ours: readonly Analysis[], others: readonly Analysis[]): Model | undefined {
  if (others.length === 0 || ours.length === 0) return undefined;
  const kept = featureSpace([...ours, ...others].map((text) => text.features));
  const space = openSpace(kept);
  const examples = (texts: readonly Analysis[], label: number) => texts.map((text) => ({ vector: vectorIn(space, text.features), label }));
  const balanced = [...repeat(examples(ours, OURS), others.length), ...repeat(examples(others, 1 - OURS), ours.length)];
  return { space: kept, weights: trainPhrasingModel(balanced, space.size, 2) };
}

/** Repeats a list until it is about as long as another. */
function repeat<T>(list: readonly T[], length: number): T[] {
  const times = Math.max(1, Math.min(MOST_REPEATS, Math.round(length / list.length)));
  return Array.from({ length: times }, () => list).flat();
}
