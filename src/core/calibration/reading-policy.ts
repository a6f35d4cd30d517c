/* Every threshold, cap and factor of reading a text and of finding entries; `policy.ts` says how they are named. */

/* How a text is read. */

/**
 * Weight, 0 to 1: what one of a language's common words counts. Measured for short lists of everyday words; 0 loses
 * titles that consist of such words only.
 */
export const COMMON_WEIGHT = 0.35;
/** Letters: shorter words are not corrected, for they are as near to many others. By decision. */
export const SHORTEST_CORRECTED = 5;
/** Letters from which on a word may have two mistakes. By decision. */
export const TWO_MISTAKES_FROM = 8;
/** Letters that a part of a compound has at least: shorter ones are in many words by chance. By decision. */
export const LEAST_OF_A_COMPOUND = 3;
/** Letters that a part has at least, if a letter is a syllable. By decision. */
export const LEAST_SYLLABLES_OF_A_COMPOUND = 2;
/** Words that one word may be, such as rx6700xt. By decision. */
export const MOST_OF_A_COMPOUND = 3;
/** Letters: a longer word is no compound; each way to part it is tried. By decision. */
export const LONGEST_COMPOUND = 30;
/** Consonants of a name in other letters: fewer are in too many words. By decision. */
export const LEAST_CONSONANTS = 2;
/** Consonants from which on a word that sounds alike in every letter is the name, though people use it. By decision. */
export const CONSONANTS_OF_A_CLEAR_NAME = 3;
/**
 * Share of a name's sounds, 0 to 1, that may be other vowels. Measured on 20 names in four languages; of 20 others, 15
 * to 17 a language were then found.
 */
export const OTHER_VOWELS = 1 / 3;
/** Share of the sounds if there are only two consonants. By decision: 1 of 5. */
export const OTHER_VOWELS_OF_FEW = 0.2;
/** Letters that must stay of a word without its affix. By decision. */
export const LEAST_STEM = 2;
/** Letters that must stay if only one is taken, which may as well be the word's own. By decision. */
export const LEAST_STEM_WITHOUT_ONE = 3;
/** Letters that must stay if a letter is a syllable. By decision. */
export const LEAST_STEM_SYLLABLES = 1;
/** Suffixes that are taken one after the other: a particle may follow an ending (`친구들에게는`). By decision. */
export const MOST_SUFFIXES = 2;
/** Share of characters, 0 to 1, that simplification must change before a text counts as Traditional. By decision. */
export const TRADITIONAL_SHARE = 0.1;
/** Characters from which on clauses that are gathered are taken for a sentence. By decision. */
export const CLAUSES_OF_A_SENTENCE = 100;
/** Clauses of a question that are asked one by one. By decision: who says more tells a story. */
export const MOST_CLAUSES = 6;
/** Characters of a clause that may ask without a question mark. By decision: nobody asks in so many without a comma. */
export const LONGEST_CLAUSE = 300;
/** Names of a pack that near misses are made with, the most frequent first. By decision. */
export const MOST_NAMES = 300;
/** Texts of a pack that must use a word before it is one of its names. By decision. */
export const LEAST_USES_OF_A_NAME = 2;
/** Names that are put into each template of a near miss. By decision. */
export const NAMES_A_TEMPLATE = 2;

/* Which language a text is in. */

/** Words: what a character of a text without spaces counts. By decision: words there have mostly two. */
export const UNSPACED_CHARACTER = 0.5;
/** Letters of the longest part of a word that is counted. Measured: longer parts add nothing. */
export const LONGEST_PART = 4;
/**
 * Parts: as many of a language are thought to be like the average of all, so that one with few samples stays near to
 * it. By decision.
 */
export const AVERAGE_PARTS = 5000;
/** Frequency, 0 to 1: how frequent a part is thought to be that no language has. By decision. */
export const NEVER = 1e-7;
/** Natural logarithm: a language that is less likely by this is out of question. By decision. */
export const MARGIN = 2;
/** Natural logarithm: what an everyday word of a language speaks for it. By decision. */
export const VOTE = 1.5;
/** Count: words of a list of frequent ones that count as a language's own. By decision. */
export const MOST_FREQUENT = 1000;
/** Rank: how frequent a word is thought to be that no list of frequent ones has. By decision. */
export const RANK_OF_OTHERS = 30_000;
/** Rank: how frequent a word at least is that a language's own lists name. By decision. */
export const RANK_OF_LISTED = 300;
/** Natural logarithm: what a word with letters that no described language has speaks for others. By decision. */
export const STRANGE_LETTER = 3;
/**
 * Natural logarithm: a text that is so much likelier in a language that nobody has described is in it. Measured on 43
 * lines in four such languages, and on 1,700 in nine that are described.
 */
export const UNSPOKEN_LEAD = 2;

/**
 * Words of a language that a text in Latin letters must have if other words of it are known: one may be a name or a
 * slip. By decision.
 */
export const LEAST_ROMANIZED = 2;
/** Everyday words of a language that tell it by themselves. By decision. */
export const LEAST_EVERYDAY = 3;
/** Letters of a key that tells a word: a shorter one is in every language. By decision. */
export const LEAST_LANGUAGE_KEY = 4;

/* Findings of an index. */

/** Factor and share: the parameters of BM25 for character grams, as MiniSearch has them by default. By decision. */
export const GRAM_BM25 = { k: 1.2, b: 0.7 } as const;
/**
 * Terms of a question that are looked up in each index. A question of twenty words has a hundred grams; thousands would
 * block the process. By decision.
 */
export const MOST_TERMS = 128;
/** Entries that a question may look at, counted for each of its terms. By decision. */
export const MOST_FOUND = 4000;
/** Factor: a question's rarest term may be in so many times more entries, as it may be all there is. By decision. */
export const RAREST = 4;
/** Units that every pack is pretended to have, so that words weigh sensibly in a pack of one entry. By decision. */
export const PSEUDO_UNITS = 10;
/** Entries that each index and the model propose for ranking. By decision. */
export const MOST_PROPOSED = 12;
/** Factor, 0 to 1: by how much of two parts that cover alike the shorter one is nearer to the question. By decision. */
export const SHORTNESS = 0.2;
/**
 * Share, 0 to 1: what a word that everybody uses says about a subject, compared with one that hardly anybody uses.
 * Measured.
 */
export const LEAST_RARITY_WEIGHT = 0.4;
/**
 * Share, 0 to 1: how much an entry's own phrasings count against those of the whole index. Measured: if a few entries
 * have none among many that do, those are found by search, but may not outshout what is known of the others.
 */
export const OWN_SHARE = 0.6;
/**
 * Letters of a part of a word that has a weight by itself; in an alphabet letters may be known by chance. By decision.
 */
export const LONGEST_SHORT_PART = 3;

/**
 * How the weights of the ranking are fitted, with Adam: rounds at most; step; its two memories; a round that moves no
 * weight farther is the last one, for they are rounded to more. By decision.
 */
export const ADAM = { mostRounds: 300, rate: 0.1, memory: 0.9, squareMemory: 0.999, leastMove: 0.0003 } as const;
