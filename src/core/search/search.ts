import { mayBeAnotherSubject, mayBeSibling, namesSubject } from '../calibration/another-subject.ts';
import type { IndexWeights } from '../calibration/calibrate.ts';
import {
  type ConfidenceFeatures,
  confidenceFeatures,
  confidenceOf,
  questionFeatures,
  subjectOf,
} from '../calibration/features.ts';
import {
  BELOW_UNSURE,
  CLAUSE,
  EVERYDAY,
  HELD_OF_FEW,
  LEAST_CHOICE,
  LEAST_CLAUSE_WORDS,
  LOCAL_FIT_FROM,
  LOCAL_FIT_IN_FULL,
  LOOSE_FRAME,
  MOST_CANDIDATES,
  MOST_OF_A_NAME,
  MOST_SMALL_TALK,
  OFFERED,
  OWN_WORDS,
  SEVERAL,
  SMALL_PACK,
  SURE,
  SURE_OF_FEW,
  UNLEARNED_BACK,
} from '../calibration/policy.ts';
import type { LanguageIndex, Match } from '../index/language-index.ts';
import { isExactMatch, type Ranked, rank } from '../ranking/rank.ts';
import type { Analysis } from '../text/analyze.ts';
import { firstClauses, questionsIn } from '../text/question-form.ts';

/** The entries of one language, and how their confidence is told. */
export interface Searchable {
  /** Primary subtag, e.g. `zh`. */
  readonly base: string;
  /** The language whose rules it is read by. */
  readonly language: string;
  readonly index: LanguageIndex;
  /** Ids of the entries, in the index's order. */
  readonly ids: readonly string[];
  /** Of ranking and confidence. */
  readonly weights: IndexWeights;
  /** Whether it serves a pack that is still being learned. Default: no. */
  readonly isLearning?: boolean;
}

/** Findings of one language's index. */
export interface LanguageFindings {
  readonly language: string;
  /** Whether the question was put into the index's words. Default: no. */
  readonly translated?: boolean;
  /** Whether it is made of several questions that are each sure of another entry. Default: no. */
  readonly isOfSeveral?: boolean;
  /** Words of the question, as they were searched. */
  readonly words: readonly string[];
  /** Small talk that was left out, each phrase once; none if more was said than a word or two. */
  readonly smallTalk: readonly string[];
  readonly corrected: readonly string[];
  readonly unknown: readonly string[];
  /** Of the confidence; missing if nothing was ranked. */
  readonly features: ConfidenceFeatures | undefined;
  /** Probability that the first entry is the answer: 0 to 1. */
  readonly confidence: number;
  /**
   * The same by the scores of all that was found, here and elsewhere, that of the first entry at their head: a few
   * texts have no rivals among themselves. Missing if only a part of the question was asked.
   */
  readonly amongAll?: (scores: readonly number[]) => number;
  readonly ranked: readonly (Ranked & { readonly id: string })[];
}

/**
 * The question as a whole; if that is not sure, its clauses: members lead in with a story.
 * @param isMasked entries that are left out.
 */
export function search(index: Searchable, question: string, isMasked: (id: string) => boolean): LanguageFindings {
  const ask = (text: string): LanguageFindings | undefined => {
    const read = index.index.read(text);
    return read.words.length >= LEAST_CLAUSE_WORDS && !read.isSmallTalk ? searchText(index, read, isMasked) : undefined;
  };
  const whole = searchText(index, question, isMasked);
  const questions = questionsIn(question);
  const several = questions.length > 1 ? severalIn(questions.flatMap((part) => ask(part) ?? [])) : undefined;
  if (several) return several;
  return whole.confidence >= SURE ? whole : (sureClause(question, ask) ?? whole);
}

/** Every text that `search` may ask an index: the question as a whole, the questions in it, and its clauses. */
export function textsAsked(question: string): string[] {
  const [questions, clauses] = [questionsIn(question), firstClauses(question)];
  return [question, ...(questions.length > 1 ? questions : []), ...(clauses.length > 1 ? clauses : [])];
}

/** Nothing for a text of too few words. */
type AskText = (text: string) => LanguageFindings | undefined;

function sureClause(question: string, ask: AskText): LanguageFindings | undefined {
  const clauses = firstClauses(question);
  if (clauses.length < 2) return undefined;
  const trusted = clauses
    .flatMap((clause) => ask(clause) ?? [])
    .map((part) => ({ ...part, amongAll: undefined, confidence: part.confidence * CLAUSE }));
  return trusted.filter(({ confidence }) => confidence >= SURE).sort((a, b) => b.confidence - a.confidence)[0];
}

/**
 * Several questions at once that are each sure of another entry: both are offered, for an answer to one would pass over
 * the other.
 */
function severalIn(parts: readonly LanguageFindings[]): LanguageFindings | undefined {
  const sure = parts.filter(({ confidence }) => confidence * CLAUSE >= SURE);
  const [first, second] = [...new Map(sure.map((part) => [part.ranked[0]?.entry, part])).values()];
  return (
    first &&
    second && {
      ...first,
      amongAll: undefined,
      isOfSeveral: true,
      confidence: SEVERAL,
      ranked: [first, second].flatMap(({ ranked }) => ranked.slice(0, 1)),
    }
  );
}

/** Whether an entry holds what a question says in other words. */
const isInOtherWords = ({ conceptWeights, concepts, analyzer }: Match, entry: number): boolean =>
  [...conceptWeights.keys()].some((concept) => analyzer.weightOf(concept) > EVERYDAY && concepts.holds(entry, concept));

/** @param choice the share that the ranking gives the first entry among all. */
function capConfidence(
  confidence: number,
  choice: number,
  first: Ranked,
  isOwn: boolean,
  match: Match,
  index: LanguageIndex,
): number {
  const { analyzer, content, question, unknown } = match;
  // Who asks nothing wants no choices.
  if (!(isOwn && first.features.wordHeading > 0) && analyzer.asksNothing(question.text))
    return Math.min(confidence, BELOW_UNSURE);
  // A question that is like an entry only by its letters, or by everyday words, is about something else.
  if (!isOwn && unknown() === 1 && !isInOtherWords(match, first.entry)) return Math.min(confidence, BELOW_UNSURE);
  // A question that leans on something said before is unclear, however well a phrasing fits. A title is clear by
  // itself.
  const isClear =
    question.isSmallTalk || (isOwn && match.words.isTitle(first.entry)) || namesSubject(match, first.entry);
  if (!isClear) return Math.min(Math.max(confidence, isOwn ? OFFERED : 0), OFFERED);
  if (isOwn) return Math.max(confidence, OWN_WORDS);
  const isOneOfSeveral = choice < LEAST_CHOICE && index.phrasings < LOCAL_FIT_IN_FULL;
  // Function words and everyday words alone ask nothing that only one entry could answer.
  const isEveryday = question.words.every((word) => analyzer.weightOf(word) < 1);
  const isMereName = content <= 1 && question.words.length <= MOST_OF_A_NAME && !question.words.some(analyzer.isAsking);
  if (isOneOfSeveral || isEveryday || isMereName || mayBeAnotherSubject(match, first, index))
    return Math.min(confidence, OFFERED);
  // A first pack has little else with which a question could be mixed up.
  const isClearOfFew =
    index.size <= SMALL_PACK &&
    index.phrasings < LOCAL_FIT_FROM &&
    confidence >= SURE_OF_FEW &&
    first.features.conceptHeld >= HELD_OF_FEW &&
    !mayBeSibling(match, first, index, LOOSE_FRAME);
  return isClearOfFew ? Math.max(confidence, SURE) : confidence;
}

function searchText(
  { index, ids, language, weights, isLearning = false }: Searchable,
  question: string | Analysis,
  isMasked: (id: string) => boolean,
): LanguageFindings {
  const match = index.match(question);
  const ranked = rank(match, index, { weights: weights.ranking, isMasked: (entry) => isMasked(ids[entry] ?? '') });
  const [first] = ranked;
  const subject = first && subjectOf(match, first.entry, index);
  const featuresAmong = (scores?: readonly number[]) =>
    subject && confidenceFeatures(ranked, questionFeatures(match), subject, scores);
  const confidenceBy = (features: ConfidenceFeatures | undefined): number => {
    if (!first || !features) return 0;
    const isOwn = isExactMatch(ranked);
    const fitted = confidenceOf(features, weights.confidence);
    const confidence = capConfidence(fitted, features.choice, first, isOwn, match, index);
    // What is not learned yet is no surer than it will be: of a sure entry the question must say nearly all of a part.
    const isVague = isLearning && !isOwn && first.features.wordBack < UNLEARNED_BACK;
    return isVague ? Math.min(confidence, OFFERED) : confidence;
  };
  const features = featuresAmong();
  return {
    language,
    words: match.question.words,
    smallTalk: match.content <= 1 ? [...new Set(match.question.smallTalk)].slice(0, MOST_SMALL_TALK) : [],
    corrected: [...match.question.corrected],
    unknown: match.unknownWords(),
    features,
    confidence: confidenceBy(features),
    amongAll: (scores) => confidenceBy(featuresAmong(scores)),
    ranked: ranked.slice(0, MOST_CANDIDATES).map((one) => Object.assign(one, { id: ids[one.entry] ?? '' })),
  };
}
