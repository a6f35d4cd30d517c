/* Every threshold, limit and factor for reading a text and finding entries; `policy.ts` explains the conventions. */

/* Reading a text. */

/**
 * Weight, 0 to 1, of a language's common words. Measured with short lists of everyday words; with 0, titles that have
 * only such words are not found.
 */
export const COMMON_WEIGHT = 0.35;
/** Least letters of a word that is corrected, as shorter ones resemble many others. By decision. */
export const SHORTEST_CORRECTED = 5;
/** Least letters of a word in which two mistakes are corrected. By decision. */
export const TWO_MISTAKES_FROM = 8;
/** Least letters of a part of a compound: shorter ones occur in many words by chance. By decision. */
export const LEAST_OF_A_COMPOUND = 3;
/** The same in scripts in which a letter is a syllable. By decision. */
export const LEAST_SYLLABLES_OF_A_COMPOUND = 2;
/** Most words that one word may consist of, such as rx6700xt. By decision. */
export const MOST_OF_A_COMPOUND = 3;
/** Most letters of a compound, as every way to split it is tried. By decision. */
export const LONGEST_COMPOUND = 30;
/** Least consonants of a name in another script: fewer occur in too many words. By decision. */
export const LEAST_CONSONANTS = 2;
/**
 * Least consonants of a name with exactly the sounds of a word that is then read as the name, even if the word is in
 * use. By decision.
 */
export const CONSONANTS_OF_A_CLEAR_NAME = 3;
/**
 * Greatest share, 0 to 1, of a name's sounds that may be other vowels. Measured on 20 names in four languages; of 20
 * others, 15 to 17 per language were then found.
 */
export const OTHER_VOWELS = 1 / 3;
/** The same if there are only two consonants. By decision: 1 of 5. */
export const OTHER_VOWELS_OF_FEW = 0.2;
/** Least letters of a word without its affix. By decision. */
export const LEAST_STEM = 2;
/** Least letters that remain if only one is removed, which may be part of the word. By decision. */
export const LEAST_STEM_WITHOUT_ONE = 3;
/** Least letters that remain in scripts in which a letter is a syllable. By decision. */
export const LEAST_STEM_SYLLABLES = 1;
/** Most suffixes that are removed: a particle may follow an ending (`친구들에게는`). By decision. */
export const MOST_SUFFIXES = 2;
/**
 * Least share of characters, 0 to 1, that simplification must change for a text to count as Traditional. By decision.
 */
export const TRADITIONAL_SHARE = 0.1;
/** Characters of collected clauses that are enough for a sentence. By decision. */
export const CLAUSES_OF_A_SENTENCE = 100;
/** Most clauses of a question that are searched one by one. By decision: a longer text tells a story. */
export const MOST_CLAUSES = 6;
/**
 * Most characters of a clause that may be a question without a question mark. By decision: nobody asks so much without
 * a comma.
 */
export const LONGEST_CLAUSE = 300;
/** Most names of a pack from which near misses are made, the most frequent first. By decision. */
export const MOST_NAMES = 300;
/** Least texts of a pack that must use a word for it to be a name of the pack. By decision. */
export const LEAST_USES_OF_A_NAME = 2;
/** Names put into each template of a near miss. By decision. */
export const NAMES_A_TEMPLATE = 2;

/* Detecting a text's language. */

/**
 * How many words a character of text without spaces counts for. By decision: words there have mostly two characters.
 */
export const UNSPACED_CHARACTER = 0.5;
/** Letters of the longest word parts that are counted. Measured: longer parts add nothing. */
export const LONGEST_PART = 4;
/**
 * Parts with average frequencies that are added to those of each language, so that one with few samples stays near the
 * average. By decision.
 */
export const AVERAGE_PARTS = 5000;
/** Assumed frequency, 0 to 1, of a part that no language has. By decision. */
export const NEVER = 1e-7;
/** Difference in log likelihood (natural logarithm) with which a language is ruled out. By decision. */
export const MARGIN = 2;
/** Log likelihood (natural logarithm) that an everyday word of a language adds for it. By decision. */
export const VOTE = 1.5;
/** Number of most frequent words that count as a language's own. By decision. */
export const MOST_FREQUENT = 1000;
/** Assumed frequency rank of words that no list has. By decision. */
export const RANK_OF_OTHERS = 30_000;
/** Lowest assumed rank of words in a language's own lists. By decision. */
export const RANK_OF_LISTED = 300;
/**
 * Log likelihood (natural logarithm) that a word with letters of no described language adds for other languages. By
 * decision.
 */
export const STRANGE_LETTER = 3;
/**
 * Least lead in log likelihood (natural logarithm) of a text in a language without a description. Measured on 43 lines
 * in four such languages, and on 1,700 in nine with one.
 */
export const UNSPOKEN_LEAD = 2;

/**
 * Least words of a romanised language in a text in Latin letters whose other words are known: a single one may be a
 * name or a typo. By decision.
 */
export const LEAST_ROMANIZED = 2;
/** Everyday words that are enough to recognise a romanised language. By decision. */
export const LEAST_EVERYDAY = 3;
/** Least letters of a spelling key that identifies a word; shorter ones occur in every language. By decision. */
export const LEAST_LANGUAGE_KEY = 4;

/* Searching an index. */

/** Parameters k and b of BM25 for character grams, MiniSearch's defaults. By decision. */
export const GRAM_BM25 = { k: 1.2, b: 0.7 } as const;
/**
 * Most terms of a question that are searched in each index. A question of twenty words has a hundred grams; thousands
 * would block the process. By decision.
 */
export const MOST_TERMS = 128;
/** Most entries that a question may visit; each counts for each of its terms. By decision. */
export const MOST_FOUND = 4000;
/**
 * Factor by which the rarest term of a question may exceed that limit, as nothing else may lead to its entry. By
 * decision.
 */
export const RAREST = 4;
/**
 * Parts that are added to the number of those in every pack, so that idf weights are sensible in a pack of one entry.
 * By decision.
 */
export const PSEUDO_UNITS = 10;
/** Most entries that each index and the model propose for ranking. By decision. */
export const MOST_PROPOSED = 12;
/** How much nearer, 0 to 1, the shorter of two parts is that contain equally much of the question. By decision. */
export const SHORTNESS = 0.2;
/**
 * Share, 0 to 1, of its weight that a very frequent word keeps in a question's subject, compared with a very rare one.
 * Measured.
 */
export const LEAST_RARITY_WEIGHT = 0.4;
/**
 * Share, 0 to 1, of an entry's own number of phrasings in its sparsity; the rest is the index's average. Measured: a
 * few entries without phrasings among many with them are found by search, but must not outrank those about which more
 * is known.
 */
export const OWN_SHARE = 0.6;
/** Most letters of a word part that counts by itself. In an alphabet, letters may match by chance. By decision. */
export const LONGEST_SHORT_PART = 3;

/**
 * How the weights of the ranking are fitted, with Adam: rounds at most; step; its two decay rates; the least change of
 * a weight for which the fit goes on, as rounding hides a smaller one. By decision.
 */
export const ADAM = { mostRounds: 300, rate: 0.1, memory: 0.9, squareMemory: 0.999, leastMove: 0.0003 } as const;
