import { MOST_PROPOSED, UNLEARNED_BORDER, UNLEARNED_TEMPERATURE } from '../calibration/policy.ts';
import { greatest } from '../index/greatest.ts';
import type { Predict } from '../index/prediction.ts';
import type { Analysis, Analyzer, Features } from '../text/analyze.ts';
import { type Background, fill, type Turn, turnsOf } from '../text/background.ts';
import { mostUsed } from '../text/names.ts';
import { type FeatureSpace, openSpace, vectorIn } from './feature-space.ts';
import { learnSpace } from './learn-space.ts';
import { likenessTo, narrowed, textPostings } from './likeness.ts';
import { nearestFilled } from './near-lines.ts';
import { type HeadingTerms, type NumberedHeading, widenBy } from './numbered-heading.ts';
import { nearestOrdinary } from './ordinary-lines.ts';
import { packVectors } from './vectors.ts';

/** Filled templates; more only cost time. */
const MOST_NEAR_MISSES = 200;

/**
 * What a few entries say of a question without any training, so that they serve at once: the nearest phrasing counts.
 * @param entries the titles and phrasings of each. @param terms what they are called.
 * @param known the space of a trained index, so that ordinary words are known as ordinary.
 */
export function quickModel(entries: readonly (readonly NumberedHeading[])[], terms: HeadingTerms, analyzer: Analyzer, background: Background, known?: FeatureSpace): Predict {
  const chatter = chatterOf(background, analyzer);
  const { turns, templates } = templatesOf(background, analyzer);
  const near = filledWith(namesAmong(entries.flat(), terms), turns, analyzer);
  const { wide, vectors } = widenBy(known ?? openSpace(learnSpace([...chatter, ...near.map(({ features }) => features)]).kept), entries.flat(), terms);
  const { space } = wide;
  // Of the vectors nothing stays but the few features that they have: there is such a model for each community.
  const { vectors: few, size, narrow } = narrowed(packVectors(grouped(vectors, entries)), space.size);
  const likeness = likenessTo(textPostings(few, size));
  const likenessOfChatter = nearestOrdinary(chatter, wide);
  const likenessOfNear = nearestFilled(templates, near, wide);
  const isAlone = chatter.length + near.length === 0;
  return (question) => {
    const vector = vectorIn(space, question.features);
    const alike = likeness(narrow(vector));
    const best = alike.reduce((most, one) => Math.max(most, one), 0);
    const other = Math.max(likenessOfChatter(vector), likenessOfNear(vector));
    const ours = isAlone ? 0.5 : 1 / (1 + Math.exp((other - best) / UNLEARNED_BORDER));
    const probabilities = shares(alike, best);
    return { likely: greatest(probabilities, MOST_PROPOSED), probability: (entry) => probabilities[entry] ?? 0, ours, nearest: (entry) => alike[entry] ?? 0 };
  };
}

/** A list cut into parts that are as long as those of another. */
function grouped<T>(list: readonly T[], like: readonly (readonly unknown[])[]): (readonly T[])[] {
  let end = 0;
  return like.map(({ length }) => {
    end += length;
    return list.slice(end - length, end);
  });
}

const namesAmong = (headings: readonly NumberedHeading[], { names }: HeadingTerms): string[] => mostUsed(headings.map((heading) => heading.names)).map((number) => names.terms[number] ?? '');

const filledWith = (names: readonly string[], turns: readonly Turn[], analyzer: Analyzer): Analysis[] => (names.length === 0 ? [] : turns.map((turn) => analyzer.analyze(fill(turn, names))));

/** What is filled with a community's names, and how each reads without any. */
interface Templates {
  readonly turns: readonly Turn[];
  readonly templates: readonly Analysis[];
}

const TEMPLATES = new WeakMap<Background, Templates>();

function templatesOf(background: Background, analyzer: Analyzer): Templates {
  const known = TEMPLATES.get(background) ?? readTemplates(background, analyzer);
  TEMPLATES.set(background, known);
  return known;
}

function readTemplates({ about }: Background, analyzer: Analyzer): Templates {
  const all = turnsOf(about);
  const step = Math.max(1, Math.ceil(all.length / MOST_NEAR_MISSES));
  const turns = all.filter((_, at) => at % step === 0);
  return { turns, templates: turns.map((turn) => analyzer.analyze(fill(turn, []))) };
}

/** Read once for each language: every change of a community builds such a model anew. */
const CHATTER = new WeakMap<Background, readonly Features[]>();

function chatterOf(background: Background, analyzer: Analyzer): readonly Features[] {
  const known = CHATTER.get(background) ?? background.chatter.map((line) => analyzer.analyze(line).features);
  CHATTER.set(background, known);
  return known;
}

function shares(likeness: Float32Array, best: number): Float32Array {
  const parts = likeness.map((one) => Math.exp((one - best) / UNLEARNED_TEMPERATURE));
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum);
}
