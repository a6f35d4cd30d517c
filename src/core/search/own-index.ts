import { UNTRAINED_WEIGHTS } from '../calibration/calibrate.ts';
import { otherLines, untrainedModel } from '../classifier/untrained.ts';
import type { EntryText } from '../entry/entry.ts';
import { LiveIndex } from '../index/language-index.ts';
import { type Analyzer, analyzer as analyzerFor } from '../text/analyze.ts';
import { type Background, everydaySteps, everydayWords, NO_BACKGROUND } from '../text/background.ts';
import { type LanguageData, languageOf } from '../text/language.ts';
import { readEntry, sentencesIn } from './learn.ts';
import type { Searchable } from './search.ts';

/** An item of a community's index: the texts of an entry in one language, or the question of a pin. */
export interface OwnText {
  /** Unique in the index. */
  readonly id: string;
  readonly title: string;
  readonly phrasings: readonly string[];
  /** Texts whose answers are searched, too. */
  readonly answers: readonly EntryText[];
}

/** Ids of the texts with a title or phrasing equal to a question. @param among ids to choose from. Default: all */
type Exact = (question: string, among?: ReadonlySet<string>) => readonly string[];

export interface OwnIndexOptions {
  readonly languages: ReadonlyMap<string, LanguageData>;
  readonly background: ReadonlyMap<string, Background>;
}

/**
 * A community's own texts in one language, in a live index without training. It holds one version at a time: to search
 * another, only what differs is changed. So the effect of a proposed change is seen in the very index that will answer.
 */
export class OwnIndex {
  readonly #analyzer: Analyzer;
  readonly #index: LiveIndex;
  readonly #others: ReturnType<typeof otherLines>;
  readonly #base: string;
  readonly #language: string;
  /** Ids by number. No number is used for two ids, as a text may come back. */
  readonly #ids: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** Ids by the normalised words of their titles and phrasings, so that a question is not compared with thousands. */
  readonly #byWords = new Map<string, Set<string>>();
  #version: ReadonlyMap<string, OwnText> = new Map();

  /** Reads what the first index of a language needs, in steps. Without that, the constructor reads it at once. */
  static *prepare(base: string, { languages, background }: OwnIndexOptions): Generator<undefined, void> {
    const language = languageOf(base, languages);
    yield* everydaySteps(background.get(language.tag) ?? NO_BACKGROUND, analyzerFor(language));
  }

  /** @param base primary subtag of the language */
  constructor(base: string, { languages, background }: OwnIndexOptions) {
    const language = languageOf(base, languages);
    const lines = background.get(language.tag) ?? NO_BACKGROUND;
    this.#base = base;
    this.#language = language.tag;
    this.#analyzer = analyzerFor(language);
    this.#others = otherLines(lines, this.#analyzer);
    this.#index = new LiveIndex({
      analyzer: this.#analyzer,
      predict: untrainedModel(this.#analyzer, lines),
      everyday: everydayWords(lines, this.#analyzer),
    });
  }

  /**
   * @param texts all texts of a version by id
   * @returns an index that is brought to this version whenever it is searched
   */
  at(texts: ReadonlyMap<string, OwnText>): Searchable & { readonly exact: Exact } {
    const bring = (): this => {
      if (this.#version !== texts) for (const _ of this.steps(texts));
      return this;
    };
    return {
      base: this.#base,
      language: this.#language,
      weights: UNTRAINED_WEIGHTS,
      get index() {
        return bring().#index;
      },
      get ids() {
        return bring().#ids;
      },
      exact: (question, among) => bring().#exactly(question, among),
    };
  }

  /** Brings the index to a version, in a step for each text. */
  *steps(texts: ReadonlyMap<string, OwnText>): Generator<undefined, void> {
    if (this.#version === texts) return;
    yield* this.#analyzer.steps();
    yield* this.#others.steps();
    const reached = new Map(this.#version);
    this.#version = reached;
    for (const id of new Set([...reached.keys(), ...texts.keys()])) {
      const [known, text] = [reached.get(id), texts.get(id)];
      if (known && text && isSame(known, text)) continue;
      if (known) this.#remove(id);
      reached.delete(id);
      if (text) {
        this.#put(text);
        reached.set(id, text);
      }
      yield;
      // A search during a step has brought the index to another version.
      if (this.#version !== reached) return yield* this.steps(texts);
    }
    this.#version = texts;
  }

  #put({ id, title, phrasings, answers }: OwnText): void {
    const number = this.#numbers.get(id) ?? this.#ids.push(id) - 1;
    this.#numbers.set(id, number);
    const sentences = answers.flatMap((text) => sentencesIn(text, text.language));
    this.#index.put(
      number,
      readEntry({ title, phrasings, sentences }, (text) => this.#analyzer.analyze(text)),
    );
    for (const key of this.#headingsOf(id)) this.#byWords.set(key, (this.#byWords.get(key) ?? new Set()).add(id));
  }

  #remove(id: string): void {
    for (const key of this.#headingsOf(id)) {
      const ids = this.#byWords.get(key);
      ids?.delete(id);
      if (ids?.size === 0) this.#byWords.delete(key);
    }
    this.#index.remove(this.#numbers.get(id) ?? -1);
  }

  /** Normalised words of each title and phrasing. */
  #headingsOf(id: string): readonly string[] {
    return this.#index.headingsOf(this.#numbers.get(id) ?? -1).map(({ words }) => words.join(' '));
  }

  #exactly(...[question, among]: Parameters<Exact>): readonly string[] {
    const asked = this.#analyzer.read(question).words;
    const ids = asked.length === 0 ? NONE : (this.#byWords.get(asked.join(' ')) ?? NONE);
    // In the version's order, which does not depend on how the index got there.
    const inOrder = ids.size > 1 ? [...this.#version.keys()].filter((id) => ids.has(id)) : [...ids];
    return among ? inOrder.filter((id) => among.has(id)) : inOrder;
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Whether two texts are the same. Usually they are one object, which is compared first. */
const isSame = (one: OwnText, other: OwnText): boolean =>
  one === other ||
  (one.title === other.title &&
    one.phrasings.length === other.phrasings.length &&
    one.phrasings.every((phrasing, at) => phrasing === other.phrasings[at]) &&
    one.answers.length === other.answers.length &&
    one.answers.every((text, at) => isSameAnswer(text, other.answers[at])));

const isSameAnswer = (one: EntryText, other: EntryText | undefined): boolean =>
  one === other ||
  (one.asOf === other?.asOf &&
    (one.answer === other?.answer || JSON.stringify(one.answer) === JSON.stringify(other?.answer)));
