import { UNLEARNED_BORDER } from '../calibration/learning-policy.ts';
import { LEAST_USES_OF_A_NAME } from '../calibration/reading-policy.ts';
import { PartsOfTexts } from '../index/entry-search.ts';
import type { Matches, Predict } from '../index/prediction.ts';
import type { Analysis, Analyzer } from '../text/analyze.ts';
import type { Background } from '../text/background.ts';
import { remember } from '../text/remember.ts';
import { likenessOf, searched } from './model.ts';

/**
 * A model without training, so that answers need not wait for it. It compares how similar a question is to the best
 * part of an entry, and to background lines.
 */
export function untrainedModel(analyzer: Analyzer, background: Background): Predict {
  const other = otherLines(background, analyzer);
  return (question, found) => {
    const own = searched(found);
    const best = Math.max(0, ...[...found.words.top, ...found.concepts.top, ...found.grams.top].map(own.nearest));
    const like = other.likeness(question, withoutNames(question, found, analyzer));
    return { ...own, inScope: inScope(best, like) };
  };
}

/**
 * The question without words that the entries use often. If the rest equals a background template, the question is
 * about another subject, in the entries' words.
 */
function withoutNames({ surface, words }: Analysis, found: Matches, { weightOf }: Analyzer): string {
  const isName = (word: string) => weightOf(word) === 1 && found.words.headingsWith(word) >= LEAST_USES_OF_A_NAME;
  const rest = surface.filter((_, at) => !isName(words[at] ?? ''));
  return rest.length === surface.length ? '' : rest.join(' ');
}

/** @param other undefined without background lines */
const inScope = (best: number, other: number | undefined): number =>
  other === undefined ? 0.5 : 1 / (1 + Math.exp((other - best) / UNLEARNED_BORDER));

/** Cached for each language, which has one background and one analyzer. */
const OTHERS = new WeakMap<Background, OtherLines>();

/** Background lines, shared by all communities of a language. */
export function otherLines(background: Background, analyzer: Analyzer): OtherLines {
  const known = OTHERS.get(background) ?? new OtherLines(background, analyzer);
  OTHERS.set(background, known);
  return known;
}

/**
 * Most questions whose likeness is cached: checking a change asks the same questions with and without it, in each
 * index.
 */
const MOST_QUESTIONS = 2000;

class OtherLines {
  readonly #chatter: PartsOfTexts;
  readonly #templates: PartsOfTexts;
  readonly #reading: Iterator<undefined>;
  readonly #isEmpty: boolean;
  readonly #analyze: Analyzer['analyze'];
  readonly #compared = remember((_, ...asked: [Analysis, string]) => this.#compare(...asked), MOST_QUESTIONS);

  constructor({ chatter, about }: Background, analyzer: Analyzer) {
    this.#chatter = new PartsOfTexts(analyzer);
    this.#templates = new PartsOfTexts(analyzer);
    this.#analyze = analyzer.analyze;
    this.#isEmpty = chatter.length + about.length === 0;
    this.#reading = this.#read(chatter, about);
  }

  /**
   * Reads the lines, a step each, as thousands take half a second. If a question arrives meanwhile, it reads the rest
   * at once.
   */
  *steps(): Generator<undefined, void> {
    while (!this.#reading.next().done) yield;
  }

  *#read(chatter: readonly string[], about: readonly string[]): Generator<undefined, void> {
    const lines = [
      ...chatter.map((text) => ({ parts: this.#chatter, text })),
      ...about.map((template) => ({ parts: this.#templates, text: template.replaceAll('{}', ' ') })),
    ];
    for (const [at, { parts, text }] of lines.entries()) {
      parts.add(at, { title: this.#analyze(text), phrasings: [], sentences: [] });
      yield;
    }
  }

  /**
   * Likeness of a question to the nearest line, 0 to 1; undefined if there are no lines.
   * @param rest the question without names, for comparing it with templates
   */
  likeness(question: Analysis, rest: string): number | undefined {
    if (this.#isEmpty) return undefined;
    return this.#compared(JSON.stringify([question.text, question.surface, rest]), question, rest);
  }

  #compare(question: Analysis, rest: string): number {
    for (const _ of this.steps());
    const nearest = nearestOf(this.#chatter, question);
    return rest === '' ? nearest : Math.max(nearest, nearestOf(this.#templates, this.#analyze(rest)));
  }
}

function nearestOf(parts: PartsOfTexts, question: Analysis): number {
  const found = parts.match(question);
  const nearest = [...found.words.top, ...found.concepts.top, ...found.grams.top];
  return Math.max(0, ...nearest.map((line) => likenessOf(found, line)));
}
