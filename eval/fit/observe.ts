import { type QuestionFeatures, questionFeatures, type Subject, subjectOf } from '../../src/core/calibration/features.ts';
import { trainModel } from '../../src/core/classifier/model.ts';
import { quickModel } from '../../src/core/classifier/quick-model.ts';
import { indexEntries, type ReadEntry } from '../../src/core/index/index-entries.ts';
import { type LanguageIndex, openLanguageIndex } from '../../src/core/index/language-index.ts';
import type { Predict } from '../../src/core/index/prediction.ts';
import { type Ranked, rank } from '../../src/core/ranking/rank.ts';
import type { Analysis, Analyzer } from '../../src/core/text/analyze.ts';
import type { Background } from '../../src/core/text/background.ts';
import { sentencesOf } from '../../src/core/text/sentences.ts';
import type { DataEntry } from '../datasets.ts';
import type { AskedQuestion, Situation } from './situations.ts';

/** What a pack proposes for one question: all that ranking and confidence go by, before any weight. */
export interface Observed {
  readonly set: string;
  readonly situation: string;
  readonly kind: AskedQuestion['kind'];
  readonly text: string;
  readonly candidates: readonly ObservedCandidate[];
  readonly question: QuestionFeatures;
  /** What it counts in a fit. */
  readonly weight: number;
}

export interface ObservedCandidate extends Pick<Ranked, 'features' | 'sparsity'> {
  readonly id: string;
  readonly right: boolean;
  readonly subject: Subject;
}

/** What is observed of a pack once it is trained, and of the same pack as it serves before. */
export interface Observations {
  readonly trained: Observed[];
  readonly quick: Observed[];
}

/** @param analyzer of the situation's language; see `rereading`. */
export function observeSituation(situation: Situation, analyzer: Analyzer, background: Background): Observations {
  const { entries, language } = situation;
  const read = entries.map((entry) => readEntry(entry, analyzer, language));
  const index = indexEntries(read, analyzer, background);
  const observed = (model: Predict) => observedOn(openLanguageIndex(index, analyzer, model), situation);
  return { trained: observed(trainModel(read, analyzer, background)), quick: observed(quickModel(read, analyzer, background)) };
}

/** An analyzer that reads each text once, for situations that share most of theirs; it keeps what it has read as long as it lives. */
export function rereading(analyzer: Analyzer): Analyzer {
  const known = new Map<string, Analysis>();
  const analyze: Analyzer['analyze'] = (text, correct) => {
    if (correct) return analyzer.analyze(text, correct);
    const read = known.get(text) ?? analyzer.analyze(text);
    known.set(text, read);
    return read;
  };
  return { ...analyzer, analyze };
}

function readEntry({ title, phrasings, answer }: DataEntry, { analyze }: Analyzer, language: string): ReadEntry {
  const read = (text: string) => analyze(text);
  return { title: read(title), phrasings: phrasings.map(read), sentences: sentencesOf(answer, language).map(read) };
}

function observedOn(index: LanguageIndex, { set, name, entries, questions, weight }: Situation): Observed[] {
  return questions.map(({ text, gold, kind }): Observed => {
    const match = index.match(text);
    const candidates = rank(match, index).map(({ entry, features, sparsity }): ObservedCandidate => {
      const id = entries[entry]?.id ?? '';
      return { id, right: gold.includes(id), features, sparsity, subject: subjectOf(match, entry) };
    });
    return { set, situation: name, kind, text, candidates, question: questionFeatures(match), weight };
  });
}
