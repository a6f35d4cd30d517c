import { mayBeAnotherSubject } from '../../src/core/calibration/another-subject.ts';
import {
  type QuestionFeatures,
  questionFeatures,
  type Subject,
  subjectOf,
} from '../../src/core/calibration/features.ts';
import { openModel } from '../../src/core/classifier/model.ts';
import { train } from '../../src/core/classifier/train.ts';
import { untrainedModel } from '../../src/core/classifier/untrained.ts';
import type { ReadEntry } from '../../src/core/index/entry-search.ts';
import { type LanguageIndex, LiveIndex } from '../../src/core/index/language-index.ts';
import type { Predict } from '../../src/core/index/prediction.ts';
import { type Ranked, rank } from '../../src/core/ranking/rank.ts';
import type { Analysis, Analyzer } from '../../src/core/text/analyze.ts';
import { type Background, everydayWords } from '../../src/core/text/background.ts';
import { sentencesOf } from '../../src/core/text/tokenize.ts';
import type { DataEntry } from '../datasets.ts';
import type { AskedQuestion, Situation } from './situations.ts';

/** The candidates of a pack for one question: all that ranking and confidence are computed from, before any weight. */
export interface Observed extends Pick<Situation, 'set' | 'origin'> {
  readonly situation: string;
  readonly kind: AskedQuestion['kind'];
  readonly text: string;
  readonly candidates: readonly ObservedCandidate[];
  readonly question: QuestionFeatures;
  /** Weight of the question in a fit. */
  readonly weight: number;
}

export interface ObservedCandidate extends Pick<Ranked, 'features' | 'sparsity'> {
  readonly id: string;
  readonly right: boolean;
  readonly subject: Subject;
  /** Whether the candidate would only be offered, however well it fits. */
  readonly isOffered: boolean;
}

/** Observations of a pack after training, and of the same pack as it answers before. */
export interface Observations {
  readonly trained: Observed[];
  readonly quick: Observed[];
}

/** @param analyzer of the situation's language; see `rereading` */
export function observeSituation(situation: Situation, analyzer: Analyzer, background: Background): Observations {
  const { entries, language } = situation;
  const read = entries.map((entry) => readEntry(entry, analyzer, language));
  const asked = { ...situation, questions: [...situation.questions, ...askedOtherwise(situation, analyzer)] };
  const everyday = everydayWords(background, analyzer);
  const openWith = (predict: Predict) => new LiveIndex({ analyzer, predict, everyday }, read);
  const trained = openWith(openModel(train(read, analyzer, background)));
  return {
    trained: observedOn(trained, asked),
    quick: observedOn(openWith(untrainedModel(analyzer, background)), asked),
  };
}

/** An analyzer that reads each text once, for situations that share most texts. It keeps all that it has read. */
export function rereading(analyzer: Analyzer): Analyzer {
  const known = new Map<string, Analysis>();
  const analyze: Analyzer['analyze'] = (text, reread) => {
    if (reread) return analyzer.analyze(text, reread);
    const read = known.get(text) ?? analyzer.analyze(text);
    known.set(text, read);
    return read;
  };
  return { ...analyzer, analyze };
}

/** Most questions of a pack that are changed to ask by another class. */
const MOST_OTHERWISE = 12;
/**
 * Factor on their weight, as members seldom ask such questions. With 1, more questions that ask by an unusual class
 * become choices.
 */
const FACTOR_OF_OTHERWISE = 0.3;

/** Questions and phrasings, changed to ask by a class by which nobody asks for their entry. Nothing answers them. */
function askedOtherwise(
  { entries, questions, full = [] }: Situation,
  { read, asking }: Analyzer,
): readonly AskedQuestion[] {
  const classesOf = (texts: readonly string[]) =>
    texts.reduce((all, text) => all | asking.classesOf(read(text).surface), 0);
  const known = new Map(full.map(({ id, title, phrasings }) => [id, classesOf([title, ...phrasings])]));
  const texts = [
    ...entries.flatMap(({ id, title, phrasings }) => [title, ...phrasings].map((text) => ({ text, gold: [id] }))),
    ...questions.filter(({ gold }) => gold.length > 0),
  ];
  const made = texts.flatMap(({ text, gold }, at): AskedQuestion[] => {
    const other = asking.otherwise(read(text).surface, at);
    const isAsked = gold.some((id) => ((known.get(id) ?? -1) & (other?.asking ?? 0)) !== 0);
    return other && !isAsked ? [{ text: other.text, gold: [], kind: 'held out', factor: FACTOR_OF_OTHERWISE }] : [];
  });
  const step = Math.max(1, made.length / MOST_OTHERWISE);
  return made.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

function readEntry(
  { title, phrasings, answer }: DataEntry,
  { analyze }: Analyzer,
  language: string,
): ReadEntry<Analysis> {
  const read = (text: string) => analyze(text);
  return { title: read(title), phrasings: phrasings.map(read), sentences: sentencesOf(answer, language).map(read) };
}

function observedOn(index: LanguageIndex, { set, origin, name, entries, questions, weight }: Situation): Observed[] {
  return questions.map(({ text, gold, kind, factor = 1 }): Observed => {
    const match = index.match(text);
    const candidates = rank(match, index).map((one): ObservedCandidate => {
      const { entry, features, sparsity } = one;
      const id = entries[entry]?.id ?? '';
      const isOffered = mayBeAnotherSubject(match, one, index);
      return { id, right: gold.includes(id), features, sparsity, subject: subjectOf(match, entry, index), isOffered };
    });
    return {
      set,
      origin,
      situation: name,
      kind,
      text,
      candidates,
      question: questionFeatures(match),
      weight: weight * factor,
    };
  });
}
