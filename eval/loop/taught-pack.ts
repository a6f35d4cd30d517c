import type { Entry, EntryText } from '../../src/core/entry/entry.ts';
import { type Answer, answerFrom } from '../../src/core/search/engine.ts';
import type { Library, LibraryOptions } from '../../src/core/search/library.ts';
import { buildOverlay, NO_OVERLAY, type Overlay } from '../../src/core/search/overlay.ts';
import type { OwnIndex } from '../../src/core/search/own-index.ts';
import { baseOf } from '../../src/core/text/language.ts';

/** Content words of a text in a language. */
export type ContentOf = (text: string, language: string) => ReadonlyMap<string, number>;

/** A heading, or a phrasing that was taken, and what came of asking it last. */
interface Case {
  readonly question: string;
  readonly language: string;
  readonly entry: string;
  /** Id of the entry that is answered outright. */
  answered: string | undefined;
}

/** A pack, and the phrasings that a community has taken for its entries, in an overlay as the bot's. */
export class TaughtPack {
  readonly #library: Library;
  readonly #options: LibraryOptions;
  readonly #contentOf: ContentOf;
  readonly #own = new Map<string, OwnIndex>();
  readonly #cases: Case[];
  /** Until the next phrasing is taken: most is asked again and again. */
  readonly #answers = new Map<string, Answer>();
  #changed: ReadonlyMap<string, Entry> = new Map();
  #overlay: Overlay = NO_OVERLAY;

  constructor(library: Library, options: LibraryOptions, contentOf: ContentOf) {
    this.#library = library;
    this.#options = options;
    this.#contentOf = contentOf;
    this.#cases = [...library.entries.values()].flatMap(({ id, texts }) =>
      [...texts.values()].map(({ title, language }) => this.#caseOf(title, language, id)),
    );
  }

  answer(question: string, language: string): Answer {
    const key = `${language} ${question}`;
    const answer = this.#answers.get(key) ?? answerFrom(this.#library, question, language, this.#overlay);
    this.#answers.set(key, answer);
    return answer;
  }

  /**
   * Takes a phrasing if it is new, makes its question sure of the entry, and changes no answer to a heading or to an
   * earlier phrasing. @returns whether it was taken
   */
  take(id: string, question: string, language: string): boolean {
    const entry = this.#changed.get(id) ?? this.#library.entries.get(id);
    const text = [...(entry?.texts.values() ?? [])].find((one) => baseOf(one.language) === baseOf(language));
    if (!entry || !text || sureOf(this.answer(question, language)) === id) return false;
    const changed = new Map(this.#changed).set(id, withPhrasing(entry, text, question));
    const differences = { entries: [...changed.values()], hidden: new Set<string>(), pins: [] };
    const overlay = buildOverlay(this.#library, differences, { ...this.#options, own: this.#own });
    const answered = (one: Pick<Case, 'question' | 'language'>) =>
      sureOf(answerFrom(this.#library, one.question, one.language, overlay));
    if (answered({ question, language }) !== id) return false;
    const looked = this.#touchedBy(question, language).map((one) => ({ one, after: answered(one) }));
    if (looked.some(({ one, after }) => after !== one.answered && after !== one.entry)) return false;
    for (const { one, after } of looked) one.answered = after;
    this.#changed = changed;
    this.#overlay = overlay;
    this.#answers.clear();
    this.#cases.push(this.#caseOf(question, language, id));
    return true;
  }

  /** A new phrasing changes only answers to questions that have a word with it in common. */
  #touchedBy(question: string, language: string): Case[] {
    const words = [...this.#contentOf(question, language).keys()];
    return this.#cases.filter((one) => {
      const content = this.#contentOf(one.question, one.language);
      return words.some((word) => content.has(word));
    });
  }

  #caseOf(question: string, language: string, entry: string): Case {
    return { question, language, entry, answered: sureOf(this.answer(question, language)) };
  }
}

const sureOf = ({ kind, candidates }: Answer): string | undefined =>
  kind === 'sure' ? candidates[0]?.entry.id : undefined;

function withPhrasing(entry: Entry, text: EntryText, phrasing: string): Entry {
  const more = { ...text, phrasings: [...text.phrasings, phrasing] };
  return { ...entry, texts: new Map(entry.texts).set(text.language, more) };
}
