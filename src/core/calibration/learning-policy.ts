/* Every threshold, limit and factor for learning from a pack; `policy.ts` explains the conventions. */

/* Learning from phrasings. */

/**
 * Shares of each kind of feature in a vector's squared length; their sum is 1. The many grams would otherwise drown the
 * few words. Measured.
 */
export const FEATURE_SHARES = { words: 0.2, concepts: 0.25, pairs: 0.15, grams: 0.4 } as const;
/**
 * Temperature: how much more alike, 0 to 1, an entry must be to be e times as probable without training. By decision.
 */
export const UNLEARNED_TEMPERATURE = 0.08;
/** Temperature of the choice between the entries and lines about other subjects. By decision. */
export const UNLEARNED_BORDER = 0.06;
/**
 * Passes over the examples; step of Adagrad; initial value of its sums (a larger one makes smaller first steps);
 * gradients below which nothing changes; probability above which an example is skipped in the next pass, which saves a
 * third of the time. By decision.
 */
export const TRAINING = { epochs: 8, rate: 0.3, calm: 0.01, least: 0.01, learnedFrom: 0.95 } as const;
/** Greatest stored weight of a model. Follows from eight bits. */
export const LARGEST_WEIGHT = 127;
/** For large packs. Measured: fewer and larger steps give the same results. */
export const TRAINING_OF_VERY_MANY = { ...TRAINING, epochs: 5, rate: 0.5 } as const;
/** Least number of examples of a large pack. Measured with it. */
export const VERY_MANY = 12_000;
/**
 * Titles and phrasings of an entry, on average. With fewer, a model also learns from the words of answers. Measured on
 * real FAQs that were held out of the fit: one more question in a hundred is answered, at the same precision.
 */
export const ANSWERS_BELOW = 4;
/** Most sentences of an answer that are learned from. Measured: five are worse, sixty no better. */
export const MOST_LEARNED_SENTENCES = 12;
/**
 * Least likeness, 0 to 1, with which a background line is too similar to a phrasing to be about another subject. By
 * decision.
 */
export const TOO_NEAR = 0.6;
/** Most times that the smaller class is repeated to balance both; more would be learned by heart. By decision. */
export const MOST_REPEATS = 50;

/**
 * Least share, 0 to 1, of the people who say which entry a question meant, that must agree on an entry before it is
 * proposed. By decision: one of three in disagreement is enough for doubt.
 */
export const LEAST_FOR = 0.75;
/**
 * Least share, 0 to 1, of the people to whom an entry was offered for a question, that must have chosen it. By
 * decision: most would choose the right entry; only a few choose one offered in its place.
 */
export const LEAST_CHOSEN = 0.5;
/**
 * Number of proposals rejected by moderators, within the time for which signals are stored, after which a person's
 * choices are ignored. By decision: a person who errs once in ten would need fifty choices, one who always chooses
 * wrongly gets there at once.
 */
export const MOST_DROPPED = 5;

/* Features of ranking and confidence. */

/** Most missing names that are counted. By decision; their weight is fitted. */
export const MOST_MISSING = 3;
/** Greatest difference of log probabilities (natural logarithm) that is counted. By decision; its weight is fitted. */
export const MOST_LOG = 5;
/** Least likeness, 0 to 1, of texts that count as identical. Follows from rounding. */
export const SAME = 0.9999;
/** Greatest logit (natural logarithm) that is counted. By decision; its weight is fitted. */
export const MOST_LOGIT = 6;
/** Added to a probability before taking its logarithm, so that it stays finite. By decision; its weight is fitted. */
export const LEAST_PROBABILITY = 0.01;
/** Divisor that scales such a logarithm to about 0 to -1. Follows from LEAST_PROBABILITY. */
export const MOST_LOG_SHARE = 4;
/** Most words of a question that are counted. By decision; their weight is fitted. */
export const MOST_CONTENT = 10;
/**
 * Greatest weights (see parts.ts) that are counted: of a word, of a part for short questions, of a title or phrasing,
 * of a part. By decision; what they weigh is fitted.
 */
export const MOST_WEIGHT = { word: 6, short: 8, heading: 12, unit: 20 } as const;
/**
 * Exponent on how many phrasings an entry has, and on how closely one of them is repeated: if there are few, it tells
 * little that none of them says a thing. Measured on the made-up packs, with the drafts that weights are fitted to and
 * parts of them left out of the fit in turn: with exponent 1 on the phrasings, small packs with one or two of them
 * answer 42 of a hundred questions, with 2 53, with 3 69; but with 3, of a hundred answers of FAQs with two of them 83
 * are right, not 87.
 */
export const DENSE_POWER = 2;

/* How a pack is tuned. */

/** Least folds into which phrasings and background lines are divided; each fold may be held out once. By decision. */
export const FOLDS = 5;
/** Held-out phrasings that are enough: in a large pack, only some small folds are held out. By decision. */
export const ENOUGH_HELD_OUT = 250;
/**
 * Least folds that are held out, as the ranking of each is fitted to the others. Measured on the included pack: a
 * confidence fitted to a ranking that has seen its questions answers more questions about other subjects.
 */
export const LEAST_ROUNDS = 2;
/**
 * Background lines asked for each held-out phrasing. Their total weight does not depend on their number. Measured: with
 * all of them, ten times as many, the fit is the same within its error.
 */
export const LINES_A_PHRASING = 1;
/**
 * Greatest share of an index's entries, 0 to 1, that may be changed, added or removed before its weights are fitted
 * again. By decision: some eighty regularised numbers hardly change with a tenth of the entries.
 */
export const MOST_CHANGED = 0.1;
/**
 * Factors: weights of observations that are wrong by construction, compared with a held-out phrasing. Near misses are
 * typical confusions; plain chatter is easier; questions whose own entry is masked are harder than anything members
 * ask, and are useful above all if a language has no background lines (`maskedAlone`). By decision.
 */
export const WRONG_WEIGHTS = { near: 1, chatter: 0.6, masked: 0.05, maskedAlone: 0.3 } as const;
