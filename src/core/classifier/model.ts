import { UNLEARNED_TEMPERATURE } from '../calibration/learning-policy.ts';
import { MOST_PROPOSED } from '../calibration/reading-policy.ts';
import type { EntryMatch } from '../index/matches.ts';
import type { PartMatches } from '../index/parts-of-texts.ts';
import type { Matches, Predict, Prediction } from '../index/prediction.ts';
import type { Analysis } from '../text/analyze.ts';
import { likenessTo, vectorIn } from './feature-space.ts';
import { classify } from './phrasing-model.ts';
import { type EntryModel, IN_SCOPE, type Model, type Trained } from './train.ts';

/** Puts to use what was learned of an index's texts and of lines about other things. */
export function openModel({ entries, subject }: Trained): Predict {
  const inScope = subject ? askSubject(subject) : () => 0.5;
  const ask = entries ? learned(entries) : searched;
  return (question, found) => ({ ...ask(question, found), inScope: inScope(question) });
}

function askSubject({ space, weights }: Model): (question: Analysis) => number {
  return ({ features }) => classify(vectorIn(space, features), weights, 2)[IN_SCOPE] ?? 0;
}

type AskEntries = (question: Analysis, found: Matches) => Omit<Prediction, 'inScope'>;

function learned({ space, weights, phrasings }: EntryModel): AskEntries {
  const likeness = likenessTo(phrasings);
  return ({ features }) => {
    const vector = vectorIn(space, features);
    const probabilities = classify(vector, weights, phrasings.groups.length - 1);
    const alike = likeness(vector);
    return {
      likely: greatest(probabilities, MOST_PROPOSED),
      probability: (entry) => probabilities[entry] ?? 0,
      nearest: (entry) => alike[entry] ?? 0,
    };
  };
}

/**
 * If nothing was learned of entries: what search has found counts by how well its best part and the question cover each
 * other.
 */
export const searched: AskEntries = (_, found) => {
  const entries = new Set([...found.words.top, ...found.concepts.top, ...found.grams.top]);
  const alike = new Map([...entries].map((entry) => [entry, likenessOf(found, entry)]));
  const best = Math.max(0, ...alike.values());
  const share = (likeness: number) => Math.exp((likeness - best) / UNLEARNED_TEMPERATURE);
  const sum = [...alike.values()].reduce((total, likeness) => total + share(likeness), 0);
  const probability = (entry: number) => (alike.has(entry) ? share(alike.get(entry) ?? 0) / sum : 0);
  return { likely: [], probability, nearest: (entry) => alike.get(entry) ?? likenessOf(found, entry) };
};

/** How well a question and the best part of an entry cover each other: 0 to 1. Stop words alone have grams only. */
export function likenessOf({ words, concepts, grams }: PartMatches, entry: number): number {
  const weighted = [words, concepts, grams].filter(({ weight }) => weight > 0);
  return weighted.reduce((sum, index) => sum + likenessIn(index, entry), 0) / Math.max(1, weighted.length);
}

function likenessIn(index: EntryMatch, entry: number): number {
  const { unit, back } = index.coverage(entry);
  return Math.sqrt(unit * back);
}

/**
 * Positions of the greatest values above 0, the greatest first, the earlier of equal ones first. @param wanted as many
 * as that.
 */
export function greatest(values: Float32Array, wanted: number): number[] {
  const top: number[] = [];
  let least = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    if (value <= least) continue;
    insert(top, at, values, wanted);
    if (top.length === wanted) least = values[top[wanted - 1] ?? 0] ?? 0;
  }
  return top;
}

function insert(top: number[], at: number, values: Float32Array, wanted: number): void {
  const value = values[at] ?? 0;
  let place = Math.min(top.length, wanted - 1);
  for (; place > 0 && (values[top[place - 1] ?? 0] ?? 0) < value; place--) top[place] = top[place - 1] ?? 0;
  top[place] = at;
}
