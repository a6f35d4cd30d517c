import { MOST_PROPOSED, UNLEARNED_BORDER, UNLEARNED_TEMPERATURE } from '../calibration/policy.ts';
import { greatest } from '../index/greatest.ts';
import { joinLines } from '../index/line-numbers.ts';
import type { Predict } from '../index/prediction.ts';
import type { ScannedTexts } from '../index/scanned-texts.ts';
import type { Analysis, Analyzer, Features } from '../text/analyze.ts';
import { type Background, fill } from '../text/background.ts';
import { mostUsed, namesOf } from '../text/names.ts';
import { askFeatures } from './asked-features.ts';
import { type FeatureSpace, openSpace } from './feature-space.ts';
import { readTemplates, type Template } from './filled-lines.ts';
import { learnSpace } from './learn-space.ts';
import { nearestFilled } from './near-lines.ts';
import type { HeadingTerms, NumberedHeading } from './numbered-heading.ts';
import { type NearestShared, nearestOrdinary } from './ordinary-lines.ts';
import { indexedHeadings, type OwnHeadings } from './own-headings.ts';
import { scalesOf, scannedHeadings } from './scanned-headings.ts';

/** Filled templates; more only cost time. */
const MOST_NEAR_MISSES = 200;

/**
 * What a few entries say of a question without any training, so that they serve at once: the nearest phrasing counts.
 * @param entries the titles and phrasings of each. @param terms what they are called.
 * @param known the space of a trained index, so that ordinary words are known as ordinary.
 */
export function quickModel(
  entries: readonly (readonly NumberedHeading[])[],
  terms: HeadingTerms,
  analyzer: Analyzer,
  background: Background,
  known?: FeatureSpace,
): Predict {
  const ordinary = ordinaryLines(namesAmong(entries.flat(), terms), analyzer, background, known);
  return modelOf(indexedHeadings(entries, terms, ordinary.base), ordinary);
}

/** The same of entries whose texts are scanned. @param headings their titles and phrasings, in order. */
export function scannedModel(
  texts: ScannedTexts,
  headings: readonly Analysis[],
  analyzer: Analyzer,
  background: Background,
  known?: FeatureSpace,
): Predict {
  const ordinary = ordinaryLines(
    mostUsed(headings.map((heading) => namesOf(heading, analyzer))),
    analyzer,
    background,
    known,
  );
  const scales = scalesOf(
    headings.map(({ features }) => features),
    ordinary.base,
  );
  return modelOf(scannedHeadings(texts, scales, ordinary.base), ordinary);
}

/** What is about other things, in a space that all communities of a language share. */
interface OrdinaryLines {
  readonly base: FeatureSpace;
  readonly chatter: NearestShared;
  readonly near: NearestShared;
  /** Whether there are no such lines. */
  readonly areNone: boolean;
}

/** @param names what the templates are filled with. */
function ordinaryLines(
  names: readonly string[],
  analyzer: Analyzer,
  background: Background,
  known?: FeatureSpace,
): OrdinaryLines {
  const chatter = chatterOf(background, analyzer);
  const templates = templatesOf(background, analyzer);
  const near = names.length === 0 ? [] : templates;
  const base =
    known ??
    openSpace(learnSpace([...chatter, ...near.map(({ turn }) => analyzer.analyze(fill(turn, names)).features)]).kept);
  return {
    base,
    chatter: nearestOrdinary(chatter, base),
    near: nearestFilled(templates, joinLines(names), analyzer, base),
    areNone: chatter.length + near.length === 0,
  };
}

function modelOf(headings: OwnHeadings, { base, chatter, near, areNone }: OrdinaryLines): Predict {
  return ({ features }) => {
    const asked = askFeatures(base, features);
    const { alike, added } = headings.ask(asked, features);
    const best = alike.reduce((most, one) => Math.max(most, one), 0);
    const other = Math.max(chatter(asked.vector, added), near(asked.vector, added));
    const ours = areNone ? 0.5 : 1 / (1 + Math.exp((other - best) / UNLEARNED_BORDER));
    const probabilities = shares(alike, best);
    return {
      likely: greatest(probabilities, MOST_PROPOSED),
      probability: (entry) => probabilities[entry] ?? 0,
      ours,
      nearest: (entry) => alike[entry] ?? 0,
    };
  };
}

const namesAmong = (headings: readonly NumberedHeading[], { names }: HeadingTerms): string[] =>
  mostUsed(headings.map((heading) => heading.names)).map((number) => names.terms[number] ?? '');

const TEMPLATES = new WeakMap<Background, readonly Template[]>();

function templatesOf(background: Background, analyzer: Analyzer): readonly Template[] {
  const known = TEMPLATES.get(background) ?? readTemplates(background, analyzer, MOST_NEAR_MISSES);
  TEMPLATES.set(background, known);
  return known;
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
