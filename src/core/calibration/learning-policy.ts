/* Every threshold, cap and factor of what is learned of a pack; `policy.ts` says how they are named. */

/* Learning from phrasings. */

/** Shares of a vector's squared length, which sum to 1, so that the many grams do not drown the few words. Measured. */
export const FEATURE_SHARES = { words: 0.2, concepts: 0.25, pairs: 0.15, grams: 0.4 } as const;
/**
 * Likeness, 0 to 1, that counts as a factor e if nothing was learned of entries: how sharply the nearest is preferred.
 * By decision.
 */
export const UNLEARNED_TEMPERATURE = 0.08;
/** Likeness that counts as a factor e between the entries and lines about other things. By decision. */
export const UNLEARNED_BORDER = 0.06;
/**
 * Passes over the examples; step of Adagrad; start of its sums, larger ones stepping more calmly at first; gradients
 * below which nothing is changed; probability of an example from which on it is passed over once, which saves a third
 * of the time. By decision.
 */
export const TRAINING = { epochs: 8, rate: 0.3, calm: 0.01, least: 0.01, learnedFrom: 0.95 } as const;
/** The greatest weight as a model keeps it. Follows from eight bits. */
export const LARGEST_WEIGHT = 127;
/** For very many examples. Measured: fewer and larger steps teach as much. */
export const TRAINING_OF_VERY_MANY = { ...TRAINING, epochs: 5, rate: 0.5 } as const;
/** Examples from which on they are very many. Measured alike. */
export const VERY_MANY = 12_000;
/**
 * Titles and phrasings of an entry, in the mean: below, a model learns from the words of answers, too. Measured on real
 * FAQs that were held out of the fit: of a hundred questions one more is answered, as surely rightly.
 */
export const ANSWERS_BELOW = 4;
/** Sentences of an answer that are learned from. Measured alike: five teach less, sixty no more. */
export const MOST_LEARNED_SENTENCES = 12;
/** Likeness, 0 to 1: a line about other things that is so like a phrasing is not about other things. By decision. */
export const TOO_NEAR = 0.6;
/**
 * Times that the shorter side of a choice is repeated so that both weigh alike; more often it would be learned by
 * heart. By decision.
 */
export const MOST_REPEATS = 50;

/**
 * Share, 0 to 1: so many of the people who say which entry a question meant must mean the one that it is proposed for.
 * By decision: a single one of three is enough to doubt it.
 */
export const LEAST_FOR = 0.75;
/**
 * Share, 0 to 1: so many of those who could choose an entry for a question must have chosen it. By decision: if it were
 * right, most would; of an entry that is offered in place of the right one, only a few choose it.
 */
export const LEAST_CHOSEN = 0.5;
/**
 * Wordings: who spoke for so many that moderators dropped, as long as signals are kept, is not heard. By decision: who
 * errs one time of ten would have to press fifty times in that time, and who always presses wrongly is there at once.
 */
export const MOST_DROPPED = 5;

/* Features of ranking and confidence. */

/** Names that an entry lacks, beyond which more say nothing more. By decision; what they weigh is fitted. */
export const MOST_MISSING = 3;
/**
 * Natural logarithm: differences of log probability beyond this say nothing more. By decision; what they weigh is
 * fitted.
 */
export const MOST_LOG = 5;
/** Likeness, 0 to 1, from which on two texts have the same words in the same order. Follows from rounding. */
export const SAME = 0.9999;
/** Natural logarithm: odds beyond e to this say nothing more. By decision; what they weigh is fitted. */
export const MOST_LOGIT = 6;
/**
 * Probability that is added before its logarithm is taken, so that none is endless. By decision; what it weighs is
 * fitted.
 */
export const LEAST_PROBABILITY = 0.01;
/** Natural logarithm: what that is divided by, to be about 0 to -1. Follows from LEAST_PROBABILITY. */
export const MOST_LOG_SHARE = 4;
/** Words of a question beyond which more say nothing more. By decision; what they weigh is fitted. */
export const MOST_CONTENT = 10;
/**
 * Weights (see parts.ts) beyond which more says nothing more: of a word, of a part if little is asked, of a
 * title or phrasing, of a part. By decision; what they weigh is fitted.
 */
export const MOST_WEIGHT = { word: 6, short: 8, heading: 12, unit: 20 } as const;

/* How a pack is tuned. */

/**
 * Parts into which phrasings are dealt, at least; each may be held out once. The lines about other things are dealt
 * into as many. By decision.
 */
export const FOLDS = 5;
/** Held-out phrasings that are about enough: a large pack has a few small parts held out. By decision. */
export const ENOUGH_HELD_OUT = 250;
/**
 * Parts that are held out at least: the ranking of each is fitted to the others. Measured on the included pack: a
 * confidence that is fitted to a ranking which has seen its questions answers more of what is about something else.
 */
export const LEAST_ROUNDS = 2;
/**
 * Lines about other things that are asked for each held-out phrasing: together they count as much as these, however
 * many they are. Measured: with all of them, ten times as many, the fit is the same within its error.
 */
export const LINES_A_PHRASING = 1;
/**
 * Share of an index's entries, 0 to 1: if no more have changed, come or gone since weights were fitted, these go on
 * serving. By decision: some eighty numbers that are drawn towards the shipped ones hardly change with a tenth.
 */
export const MOST_CHANGED = 0.1;
/**
 * Factors: how much observations that are wrong by construction weigh against a held-out phrasing. Near misses are what
 * a community mixes up; plain chatter is easier; questions whose own entry is masked are harder than anything members
 * ask, and serve above all if a language has no background lines (`maskedAlone`). By decision.
 */
export const WRONG_WEIGHTS = { near: 1, chatter: 0.6, masked: 0.05, maskedAlone: 0.3 } as const;
