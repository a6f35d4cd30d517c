/**
 * A string of one kind: any string can be given for it, but none of another kind, such as a person for a moment.
 */
export type Flavored<Kind extends string> = string & { readonly kind?: Kind };

/** BCP 47, e.g. `pt-BR` or `zh-Hans`. */
export type LanguageTag = Flavored<'language'>;

/** How one language is read: all that the core knows about it comes from its folder in `locales/`. */
export interface LanguageData {
  /** BCP 47 tag, e.g. `pt-BR`. */
  readonly tag: string;
  /** The language's name in itself, as members see it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /**
   * BCP 47 tag of the language by whose habits dates are written, e.g. `en-GB` for day, month, year. Default: `tag`.
   */
  readonly dates?: string;
  /** Languages to try, in order, if an entry has no text in this one. */
  readonly fallback: readonly string[];
  /** ISO 15924 codes of the scripts it is written in, e.g. `Latn`. */
  readonly scripts: readonly string[];
  /** Name of a Snowball algorithm. Default: words are kept whole. */
  readonly stemmer?: string;
  /**
   * Removed from the beginning of words, the longest that fits, before they are compared: for languages without a good
   * stemmer. Default: none.
   */
  readonly prefixes?: readonly string[];
  /** Removed from the end of words, the longest that fits, up to twice: particles and endings. Default: none. */
  readonly suffixes?: readonly string[];
  /** Whether Traditional characters are read as Simplified ones, so that both are compared. Default: no. */
  readonly toSimplified?: boolean;
  /**
   * For a language whose texts are those of another language, put into another script for display. Default: it has its
   * own.
   */
  readonly writtenFrom?: WrittenFrom;
  /** Parts of words that are read as others: contractions, and variants of spelling. */
  readonly replace: Readonly<Record<string, string>>;
  /** Words without a topic of their own, which are not searched. */
  readonly stopWords: readonly string[];
  /** Words that say little about a topic: they are searched, but weigh less. */
  readonly commonWords: readonly string[];
  /**
   * The words that people use most, the most frequent first, read from the list that `language.json` names. Default:
   * unknown.
   */
  readonly frequent?: readonly string[];
  /**
   * Groups of words and short phrases that can replace each other in any question, read from `synonyms.json`. Default:
   * none.
   */
  readonly synonyms?: readonly (readonly string[])[];
  /**
   * Categories, read from `synonyms.json`. Things of one category are found by each other's words, but never taken for
   * each other. Default: none.
   */
  readonly kin?: readonly Kin[];
  /** Words that refer to something said before, such as "it" and "that". Default: none. */
  readonly pointingWords?: readonly string[];
  /** Greetings and politeness, which are left out of questions and phrasings. */
  readonly smallTalk: readonly string[];
  /** Small talk after which nothing more is asked, such as thanks. Default: none. */
  readonly closings?: readonly string[];
  /** Words that add nothing to small talk, such as "everyone" and "solved". Default: none. */
  readonly asides?: readonly string[];
  /** How people ask for an answer in another language. Default: by the language's name alone. */
  readonly languageRequests?: LanguageRequests;
  /** Words that show a question without a question mark. Default: only the mark shows one. */
  readonly questionWords?: QuestionWords;
  /** Words and short phrases with which people ask, by what they ask for. Default: none. */
  readonly askingWords?: AskingWords;
  /** Words with which people spell out an address, such as "at" and "dot". Default: none. */
  readonly addressWords?: AddressWords;
  /** How people write the language in Latin letters, if it has others. Default: they do not. */
  readonly inLatin?: InLatin;
  /**
   * Parts of words to replace, in the letters of Latin names and in the language's own, so that a name becomes the same
   * from both: a space is the boundary of a word, and a, e, i, o and u are vowels. Default: names are not compared.
   */
  readonly latinNames?: Readonly<Record<string, string>>;
}

/** A language in Latin letters, as people type it without a keyboard for it: Finglish, translit, pinyin. */
export interface InLatin {
  /**
   * Parts of words to replace, in Latin letters and in the language's own, so that a word becomes the same from both. A
   * space is the boundary of a word.
   */
  readonly replace: Readonly<Record<string, string>>;
  /** Everyday words in Latin letters, each with its usual spelling. They tell that a text is in this language. */
  readonly words: Readonly<Record<string, string>>;
}

/** Words for `@` and for the dot. */
export interface AddressWords {
  readonly at: readonly string[];
  readonly dot: readonly string[];
}

/**
 * Words and short phrases that show a question. A hyphen means the rest of a word: "-나요" is any word with that ending.
 * Three dots mean any words in between: "还在…呢".
 */
export interface QuestionWords {
  /** Words that ask for something at the beginning of a sentence, such as "who". Default: none. */
  readonly first?: readonly string[];
  /** Words that ask for something anywhere, such as 谁. Default: none. */
  readonly anywhere?: readonly string[];
  /** Words that begin a yes-or-no question at the beginning of a sentence, such as "is". Default: none. */
  readonly begins?: readonly string[];
  /** Words that begin a yes-or-no question there or after a comma, such as "can I". Default: none. */
  readonly afterComma?: readonly string[];
  /** Words that end a yes-or-no question. Default: none. */
  readonly ends?: readonly string[];
  /** Words that make a yes-or-no question anywhere, such as ли. Default: none. */
  readonly within?: readonly string[];
  /**
   * Words that ask people for an opinion, such as "what do you think": no question, even with a mark. Default: none.
   */
  readonly opinions?: readonly string[];
  /** Words that mock, such as "you can barely": no question, even with a mark. Default: none. */
  readonly rhetoric?: readonly string[];
  /** Whole clauses that begin the answer to a yes-or-no question, such as "yes". Default: none. */
  readonly answers?: readonly string[];
  /** Words that make a clause a statement, whatever else it contains, such as "when I". Default: none. */
  readonly unless?: StatementWords;
  /** Words that may come before any of these, such as "and". Default: none. */
  readonly lead?: readonly string[];
}

/**
 * Words and short phrases by the class of things that they ask for: `{ "why": ["why", "how come"] }`. A hyphen and
 * three dots are as in `QuestionWords`.
 */
export type AskingWords = Readonly<Record<string, readonly string[]>>;

/** Words and short phrases of statements that contain question words. */
export interface StatementWords {
  /** At the beginning of a clause, such as "when I". Default: none. */
  readonly first?: readonly string[];
  /** Anywhere in a clause, such as 不知道. Default: none. */
  readonly anywhere?: readonly string[];
}

/** A conversion between scripts by OpenCC, e.g. from `cn` to `twp`. */
export interface WrittenFrom {
  readonly language: string;
  readonly from: string;
  readonly to: string;
}

/** The primary subtag. A language has one index, for all of its scripts. */
export const baseOf = (tag: string): string => tag.split('-', 1)[0]?.toLowerCase() ?? tag;

/** A language without a description, which is read by whole words and the rules of its script. */
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

/**
 * The description by which an index is read. If a language has several scripts, it is that in which texts are written.
 */
export function languageOf(base: string, languages: ReadonlyMap<string, LanguageData>): LanguageData {
  const own = [...languages.values()].filter(({ tag }) => baseOf(tag) === base);
  return own.find(({ writtenFrom }) => writtenFrom === undefined) ?? plainLanguage(base);
}

/** How people ask for an answer in another language, e.g. "can you say that in Spanish". */
export interface LanguageRequests {
  /** Words and phrases around the language's name, such as "in" and "please". */
  readonly words: readonly string[];
  /** Names of languages as people use them, by tag, in addition to those that the runtime knows. Default: none. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
}

/** A category, such as pets, and the things that belong to it. */
export interface Kin {
  /** Words for the category itself, such as "pet"; may be empty. */
  readonly drawer: readonly string[];
  /** Words for each of the things: [["dog", "puppy"], ["cat"]]. */
  readonly things: readonly (readonly string[])[];
}
