import type { Analysis, Analyzer } from './analyze.ts';
import type { Background } from './background.ts';
import { vectorIn } from './feature-space.ts';
import { greatest } from './greatest.ts';
import { likenessTo } from './likeness.ts';
import { nearestPhrasing } from './nearest-phrasing.ts';
import { type Ask, DOZEN, type Found, type Opinion } from './opinion.ts';
import { classify } from './phrasing-model.ts';
import type { ReadEntry } from './shelf.ts';
import { type Model, OURS, phrasingsOf, type Trained, train } from './train.ts';
import type { ViewMatch } from './view.ts';

/** How sharply the nearest entry is preferred where nothing was learned of entries: likeness that counts as a factor e. */
const TEMPERATURE = 0.08;
/** From so many phrasings an entry on, it is cheaper to compare with all of them at once. */
const MANY_PHRASINGS = 8;

/** What a shelf's texts and lines about other things teach, put to use. */
export const trainModel = (entries: readonly ReadEntry[], analyzer: Analyzer, background: Background): Ask => createModel(entries, train(entries, analyzer, background));

/** Puts what was learned to use. */
export function createModel(entries: readonly ReadEntry[], { entries: model, subject }: Trained): Ask {
  const ours = (question: Analysis) => (subject ? (classify(vectorIn(subject.space, question.features), subject.weights, 2)[OURS] ?? 0) : 0.5);
  const ask = model ? learned(entries, model) : searched;
  return (question, found) => ({ ...ask(question, found), ours: ours(question) });
}

type AskEntries = (question: Analysis, found: Found) => Omit<Opinion, 'ours'>;

function learned(entries: readonly ReadEntry[], { space, weights }: Model): AskEntries {
  const vectors = entries.map((entry) => phrasingsOf(entry).map((text) => vectorIn(space, text.features)));
  const texts = vectors.reduce((sum, own) => sum + own.length, 0);
  const likeness = texts >= entries.length * MANY_PHRASINGS ? likenessTo(vectors, space.size) : undefined;
  const nearest = nearestPhrasing(space.size);
  return (question) => {
    const vector = vectorIn(space, question.features);
    const probabilities = classify(vector, weights, entries.length);
    const like = likeness?.(vector);
    return {
      likely: greatest(probabilities, DOZEN),
      probability: (entry) => probabilities[entry] ?? 0,
      nearest: (entry) => like?.[entry] ?? nearest(vector, vectors[entry] ?? []),
    };
  };
}

/** Among very many entries: what search has found is weighed by how well its best part and the question cover each other. */
const searched: AskEntries = (_, { words, grams }) => {
  const likeness = (entry: number) => (likenessIn(words, entry) + likenessIn(grams, entry)) / 2;
  const found = [...new Set([...words.top, ...grams.top])];
  const best = Math.max(0, ...found.map(likeness));
  const share = (entry: number) => Math.exp((likeness(entry) - best) / TEMPERATURE);
  const sum = found.reduce((total, entry) => total + share(entry), 0);
  return { likely: [], probability: (entry) => (found.includes(entry) ? share(entry) / sum : 0), nearest: likeness };
};

function likenessIn(view: ViewMatch, entry: number): number {
  const { unit, back } = view.coverage(entry);
  return Math.sqrt(unit * back);
}
