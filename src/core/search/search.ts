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

/** A searchable index of one language, with its weights. */
export interface Searchable {
  /** Primary subtag, such as `zh`. */
  readonly base: string;
  /** Language of the index's analyzer. */
  readonly language: string;
  readonly index: LanguageIndex;
  /** Ids of the entries by number. */
  readonly ids: readonly string[];
  /** Weights of ranking and confidence. */
  readonly weights: IndexWeights;
  /** Whether the index answers without training, while its pack is being learned. Default: false. */
  readonly isLearning?: boolean;
}

/** Results of one index. */
export interface LanguageFindings {
  readonly language: string;
  /** Whether the question was translated for this index. Default: false. */
  readonly translated?: boolean;
  /** Whether the message has several questions with different confident answers. Default: false. */
  readonly isOfSeveral?: boolean;
  /** Stems of the question that were searched. */
  readonly words: readonly string[];
  /**
   * Small talk that was left out, without duplicates; empty if the rest of the question has more than a word or two.
   */
  readonly smallTalk: readonly string[];
  readonly corrected: readonly string[];
  readonly unknown: readonly string[];
  /** Features of the confidence; undefined if nothing was found. */
  readonly features: ConfidenceFeatures | undefined;
  /** Probability that the first entry is the answer, 0 to 1. */
  readonly confidence: number;
  /**
   * The confidence among entries of other indexes, too, as a small index has no rivals of its own. Undefined if only a
   * part of the question was searched.
   * @param scores of all entries, the first entry's at the head
   */
  readonly amongAll?: (scores: readonly number[]) => number;
  readonly ranked: readonly (Ranked & { readonly id: string })[];
}

/**
 * Searches the whole question and, if it has no confident answer, its clauses: members often tell a story first.
 * @param isMasked whether an entry is left out
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

/** Every text that `search` may search for: the whole question, the questions in it, and its clauses. */
export function textsAsked(question: string): string[] {
  const [questions, clauses] = [questionsIn(question), firstClauses(question)];
  return [question, ...(questions.length > 1 ? questions : []), ...(clauses.length > 1 ? clauses : [])];
}

/** Undefined if the text has too few words. */
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
 * Offers the answers of both questions if there are several with different confident answers: one answer would ignore
 * the other question.
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

/** Whether an entry contains a concept of the question that is not an everyday one. */
const isInOtherWords = ({ conceptWeights, concepts, analyzer }: Match, entry: number): boolean =>
  [...conceptWeights.keys()].some((concept) => analyzer.weightOf(concept) > EVERYDAY && concepts.holds(entry, concept));

/** @param choice share that the ranking gives to the first entry */
function capConfidence(
  confidence: number,
  choice: number,
  first: Ranked,
  isOwn: boolean,
  match: Match,
  index: LanguageIndex,
): number {
  const { analyzer, content, question, unknown } = match;
  // A text that asks nothing gets no offers.
  if (!(isOwn && first.features.wordHeading > 0) && analyzer.asksNothing(question.text))
    return Math.min(confidence, BELOW_UNSURE);
  // If only letters or everyday words match, the question is about another subject.
  if (!isOwn && unknown() === 1 && !isInOtherWords(match, first.entry)) return Math.min(confidence, BELOW_UNSURE);
  // A question that needs its context is unclear, even if it equals a phrasing. Titles are clear by themselves.
  const isClear =
    question.isSmallTalk || (isOwn && match.words.isTitle(first.entry)) || namesSubject(match, first.entry);
  if (!isClear) return Math.min(Math.max(confidence, isOwn ? OFFERED : 0), OFFERED);
  if (isOwn) return Math.max(confidence, OWN_WORDS);
  const isOneOfSeveral = choice < LEAST_CHOICE && index.phrasings < LOCAL_FIT_IN_FULL;
  // Function words and everyday words alone do not identify an entry.
  const isEveryday = question.words.every((word) => analyzer.weightOf(word) < 1);
  const isMereName = content <= 1 && question.words.length <= MOST_OF_A_NAME && !question.words.some(analyzer.isAsking);
  if (isOneOfSeveral || isEveryday || isMereName || mayBeAnotherSubject(match, first, index))
    return Math.min(confidence, OFFERED);
  // In a small pack there are few other entries that could be meant.
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
    // Until a pack is learned, the question must also have nearly all of one part of the entry for a direct answer.
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
