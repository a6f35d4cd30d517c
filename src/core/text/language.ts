/** How one language is read: everything the core knows of it comes from `locales/<tag>/language.json`. */
export interface LanguageData {
  /** BCP 47 tag, e.g. `pt-BR`. */
  readonly tag: string;
  /** The language's own name, as members see it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** The BCP 47 tag by whose habits dates are written, e.g. `en-GB` for day, month, year. Default: `tag`. */
  readonly dates?: string;
  /** Tags to try, in order, when an entry has no text in this one. */
  readonly fallback: readonly string[];
  /** ISO 15924 codes of the scripts it is written in, e.g. `Latn`. */
  readonly scripts: readonly string[];
  /** A Snowball algorithm's name. Default: words are kept whole. */
  readonly stemmer?: string;
  /**
   * Taken from the front of a word, the longest that fits, before it is compared: for languages without a good stemmer.
   * Default: none.
   */
  readonly prefixes?: readonly string[];
  /** Taken from the end of a word, the longest that fits, up to twice: particles, endings. Default: none. */
  readonly suffixes?: readonly string[];
  /** Whether Han text is folded to simplified characters before it is compared. Default: no. */
  readonly toSimplified?: boolean;
  /** Texts in this language are another one's, put into this script for display. Default: they are its own. */
  readonly writtenFrom?: WrittenFrom;
  /** Parts of words to read as other words: contractions, spelling variants. */
  readonly replace: Readonly<Record<string, string>>;
  /** Words that carry no topic: dropped from a question's search. */
  readonly stopWords: readonly string[];
  /** Words that carry little topic: searched, but weighed low. */
  readonly commonWords: readonly string[];
  /**
   * The words that people use most, the most frequent first; default: nothing is known of them. Read from the list that
   * `language.json` names.
   */
  readonly frequent?: readonly string[];
  /**
   * Groups of words and short phrases that can replace each other in any question; default: none are known. Read from
   * `synonyms.json`, as the kin are.
   */
  readonly synonyms?: readonly (readonly string[])[];
  /** Things of one kind, found by each other's words and never taken for each other; default: none are known. */
  readonly kin?: readonly Kin[];
  /** Words that refer to something said before, such as "it" and "that"; default: none are known. */
  readonly pointingWords?: readonly string[];
  /** Greetings and politeness, dropped from questions and phrasings alike. */
  readonly smallTalk: readonly string[];
  /** Small talk after which nothing more is asked, such as thanks; default: none is known. */
  readonly closings?: readonly string[];
  /** Words that add nothing to small talk, such as "everyone" and "solved"; default: none are known. */
  readonly asides?: readonly string[];
  /** How people ask for an answer in another language; default: by the name of the language alone. */
  readonly languageRequests?: LanguageRequests;
  /** Words that tell a question without its mark; default: only the mark tells. */
  readonly questionWords?: QuestionWords;
  /** Words and short phrases by which something is asked, by class; default: none are known. */
  readonly askingWords?: AskingWords;
  /** Words by which people spell the signs of an address out, such as "at" and "dot"; default: none are known. */
  readonly addressWords?: AddressWords;
  /** How people write it in Latin letters, if they usually write it in others; default: nobody does. */
  readonly inLatin?: InLatin;
  /**
   * Parts of words to read as other ones, in the letters of Latin names and in its own, so that a name comes out the
   * same from both; a space is a word's border, and a, e, i, o and u are vowels. Default: names are not compared.
   */
  readonly latinNames?: Readonly<Record<string, string>>;
}

/** A language as people type it who have no keyboard for it: Finglish, translit, pinyin. */
export interface InLatin {
  /**
   * Parts of words to read as other ones, in Latin letters and in its own, so that a word comes out the same from both;
   * a space is a word's border.
   */
  readonly replace: Readonly<Record<string, string>>;
  /** Everyday words so written, and in its own letters. They tell the language. */
  readonly words: Readonly<Record<string, string>>;
}

/** Words for @ and for the dot. */
export interface AddressWords {
  readonly at: readonly string[];
  readonly dot: readonly string[];
}

/**
 * Words and short phrases that tell a question. A hyphen is for the rest of a word: "-나요" is each word that ends so.
 * Three dots are for any words between: "还在…呢".
 */
export interface QuestionWords {
  /** Those that ask for something at the beginning of a sentence, such as "who". Default: none. */
  readonly first?: readonly string[];
  /** Those that ask for something at any position. Default: none. */
  readonly anywhere?: readonly string[];
  /** Those that begin a question for yes or no, and a sentence, such as "is". Default: none. */
  readonly begins?: readonly string[];
  /** Those that begin one also after a comma, such as "can I". Default: none. */
  readonly afterComma?: readonly string[];
  /** Those that end one. Default: none. */
  readonly ends?: readonly string[];
  /** Those that make one at any position, as ли does. Default: none. */
  readonly within?: readonly string[];
  /** Those that ask people for what they think, such as "what do you think", even with a mark. Default: none. */
  readonly opinions?: readonly string[];
  /** Those that mock and ask nothing, even with a mark, such as "you can barely". Default: none. */
  readonly rhetoric?: readonly string[];
  /** Whole clauses that begin the answer to a question for yes or no, such as "yes". Default: none. */
  readonly answers?: readonly string[];
  /** Those that make a clause a statement, whatever else it holds, such as "when I". Default: none. */
  readonly unless?: StatementWords;
  /** Words that may come before all of them, such as "and". Default: none. */
  readonly lead?: readonly string[];
}

/**
 * Words and short phrases that ask for one class of things, by its name: `{ "why": ["why", "how come"] }`. A hyphen and
 * three dots are as in `QuestionWords`.
 */
export type AskingWords = Readonly<Record<string, readonly string[]>>;

/** Words and short phrases of statements that hold the words of a question. */
export interface StatementWords {
  /** At the beginning of a clause. Default: none. */
  readonly first?: readonly string[];
  /** At any position. Default: none. */
  readonly anywhere?: readonly string[];
}

/** A script conversion by OpenCC, e.g. from `cn` to `twp`. */
export interface WrittenFrom {
  readonly language: string;
  readonly from: string;
  readonly to: string;
}

/** The primary subtag: scripts of one language share it, and with it one index. */
export const baseOf = (tag: string): string => tag.split('-', 1)[0]?.toLowerCase() ?? tag;

/** A language that nobody has described: read word by word, by the rules of its script. */
export function plainLanguage(tag: string): LanguageData {
  const name = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  return {
    tag,
    name,
    direction: 'ltr',
    fallback: [],
    scripts: [],
    replace: {},
    stopWords: [],
    commonWords: [],
    smallTalk: [],
  };
}

/** The language that an index is read by: of several scripts, that in which texts are written. */
export function languageOf(base: string, languages: ReadonlyMap<string, LanguageData>): LanguageData {
  const own = [...languages.values()].filter(({ tag }) => baseOf(tag) === base);
  return own.find(({ writtenFrom }) => writtenFrom === undefined) ?? plainLanguage(base);
}

/** How people ask for an answer in another language: "can you say that in Spanish". */
export interface LanguageRequests {
  /** Words and phrases around the name of the language. */
  readonly words: readonly string[];
  /**
   * Names of languages by their tags, in the forms that are said, beside those that the platform knows; default: none.
   */
  readonly names?: Readonly<Record<string, readonly string[]>>;
}

/** Things of one kind: dogs and cats, which are pets. */
export interface Kin {
  /** Words for all of them; may be none. */
  readonly drawer: readonly string[];
  /** Words for each of them. */
  readonly things: readonly (readonly string[])[];
}
