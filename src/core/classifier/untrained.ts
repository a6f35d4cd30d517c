import { LEAST_USES_OF_A_NAME, UNLEARNED_BORDER } from '../calibration/policy.ts';
import { PartsOfTexts } from '../index/parts-of-texts.ts';
import type { Matches, Predict } from '../index/prediction.ts';
import type { Analysis, Analyzer } from '../text/analyze.ts';
import type { Background } from '../text/background.ts';
import { likenessOf, searched } from './model.ts';

/**
 * A model without any training, so that entries serve at once: it compares what a question and the best part of an
 * entry have in common with what it has in common with lines about other things.
 */
export function untrainedModel(analyzer: Analyzer, background: Background): Predict {
  const other = otherLines(background, analyzer);
  return (question, found) => {
    const own = searched(question, found);
    const best = Math.max(0, ...[...found.words.top, ...found.concepts.top, ...found.grams.top].map(own.nearest));
    return { ...own, inScope: inScope(best, other(question, withoutNames(question, found, analyzer))) };
  };
}

/**
 * The rest of a question without the words that the entries keep using: with one of these in place of the gap, a
 * template of the background is a question about something else in their words.
 */
function withoutNames({ surface, words }: Analysis, found: Matches, { weightOf }: Analyzer): string {
  const isName = (word: string) => weightOf(word) === 1 && found.words.headingsWith(word) >= LEAST_USES_OF_A_NAME;
  const rest = surface.filter((_, at) => !isName(words[at] ?? ''));
  return rest.length === surface.length ? '' : rest.join(' ');
}

/** @param other undefined if there are no lines about other things. */
const inScope = (best: number, other: number | undefined): number =>
  other === undefined ? 0.5 : 1 / (1 + Math.exp((other - best) / UNLEARNED_BORDER));

/** @param rest of the question, if names were taken out of it. */
type Other = (question: Analysis, rest: string) => number | undefined;

/** One for each language, which has one background and one analyzer. */
const OTHERS = new WeakMap<Background, Other>();

/** How like a question is to the nearest line about other things; the same for all communities of a language. */
function otherLines(background: Background, analyzer: Analyzer): Other {
  const known = OTHERS.get(background) ?? readOthers(background, analyzer);
  OTHERS.set(background, known);
  return known;
}

function readOthers(background: Background, analyzer: Analyzer): Other {
  if (background.chatter.length + background.about.length === 0) return () => undefined;
  const nearestOf = (lines: readonly string[]): ((question: Analysis) => number) => {
    const parts = new PartsOfTexts(analyzer);
    for (const [at, line] of lines.entries())
      parts.add(at, { title: analyzer.analyze(line), phrasings: [], sentences: [] });
    return (question) => {
      const found = parts.match(question);
      const nearest = [...found.words.top, ...found.concepts.top, ...found.grams.top];
      return Math.max(0, ...nearest.map((line) => likenessOf(found, line)));
    };
  };
  const chatter = nearestOf(background.chatter);
  const templates = nearestOf(background.about.map((template) => template.replaceAll('{}', ' ')));
  return (question, rest) => Math.max(chatter(question), rest === '' ? 0 : templates(analyzer.analyze(rest)));
}
