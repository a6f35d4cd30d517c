import type { Analyzer } from '../../src/core/analyze.ts';
import type { Background } from '../../src/core/background.ts';
import { type QuestionFeatures, questionFeatures, type Subject, subjectOf } from '../../src/core/calibration/features.ts';
import { trainModel } from '../../src/core/model.ts';
import { quickModel } from '../../src/core/quick-model.ts';
import { type Ranked, rank } from '../../src/core/ranking/rank.ts';
import { sentencesOf } from '../../src/core/sentences.ts';
import { buildShelf, type Shelf } from '../../src/core/shelf.ts';
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

/** How a pack is learned: trained, or as it serves before. */
export type Learning = 'trained' | 'quick';

function shelfOf(entries: readonly DataEntry[], analyzer: Analyzer, language: string, background: Background, learning: Learning): Shelf {
  const analyze = (text: string) => analyzer.analyze(text);
  const read = entries.map(({ title, phrasings, answer }) => ({ title: analyze(title), phrasings: phrasings.map(analyze), sentences: sentencesOf(answer, language).map(analyze) }));
  return buildShelf(read, analyzer, background, (learning === 'quick' ? quickModel : trainModel)(read, analyzer, background));
}

export function observeSituation({ set, name, language, entries, questions, weight }: Situation, analyzer: Analyzer, background: Background, learning: Learning): Observed[] {
  const shelf = shelfOf(entries, analyzer, language, background, learning);
  return questions.map(({ text, gold, kind }): Observed => {
    const match = shelf.match(text);
    const candidates = rank(match, shelf).map(({ entry, features, sparsity }): ObservedCandidate => {
      const id = entries[entry]?.id ?? '';
      return { id, right: gold.includes(id), features, sparsity, subject: subjectOf(match, entry) };
    });
    return { set, situation: name, kind, text, candidates, question: questionFeatures(match), weight };
  });
}
