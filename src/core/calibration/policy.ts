/*
 * Every threshold, limit and factor that decides what is answered, offered or ignored; `reading-policy.ts` has those
 * for reading and finding, `learning-policy.ts` those for learning. Fitted values are in prior.ts and
 * ../ranking/weights.ts; limits that only save time or memory are beside the code that they limit. "Measured" names the
 * data on which a value was chosen; the sets whose results are reported were never used for that. "By decision" means
 * that the value was not measured. This file imports nothing, so that any module may import it.
 */

/* Answers. */

/**
 * Least probability, 0 to 1, of an answer that is given directly. Measured: more than nine of ten such answers are
 * right on real FAQs that were held out of the fit (`npm run fit`).
 */
export const SURE = 0.76;
/**
 * The same in a pack of at most SMALL_PACK entries, unless the question loosely resembles a heading about another
 * thing. Measured on `eval/small/tuned`, and on real FAQs cut down to ten entries.
 */
export const SURE_OF_FEW = 0.66;
/**
 * Least share of a question, 0 to 1 by the weight of its words, that the entry must contain in such a small pack,
 * literally or by synonyms. Measured on `eval/small/tuned`.
 */
export const HELD_OF_FEW = 0.35;
/**
 * Least share, 0 to 1, that the ranking must give the first entry for a direct answer. With less, another entry fits as
 * well and both are offered, unless the pack has enough phrasings to fit how much that matters (see LOCAL_FIT_IN_FULL).
 * By decision; in FAQs hardly any answer has less.
 */
export const LEAST_CHOICE = 0.53;
/**
 * Least share, 0 to 1, of an entry's best part that the question must contain for a direct answer while its pack is
 * still being learned. By decision: "who is their CEO" contains half of "who is the CEO of Baidu".
 */
export const UNLEARNED_BACK = 0.8;
/**
 * Highest probability of an entry that may be offered but not given directly, however well it fits. Follows from SURE.
 */
export const OFFERED = SURE - 0.01;
/**
 * Least probability of the first entry that is offered ("did you mean"). Measured on the same FAQs: the right entry is
 * usually among the three offered, and chatter seldom gets an offer.
 */
export const UNSURE = 0.07;
/**
 * Least probability of an entry that is offered besides the most likely one. Measured on the same FAQs: with a higher
 * one, the right entry is often third and left out.
 */
export const RUNNER_UP = 0.01;
/** Highest probability of an entry that must not even be offered. Follows from UNSURE. */
export const BELOW_UNSURE = UNSURE - 0.01;

/**
 * Least probability of an entry whose title or phrasing is the question word for word, as its author meant it. By
 * decision.
 */
export const OWN_WORDS = 0.975;
/**
 * Factor on the probability for a clause, compared with a whole question. Measured on stories about the included pack's
 * development questions.
 */
export const CLAUSE = 0.93;
/** Least number of words of a clause that is searched by itself. By decision. */
export const LEAST_CLAUSE_WORDS = 3;
/**
 * Probability of the first of several questions in one message; the second is offered as well. By decision: both are
 * shown.
 */
export const SEVERAL = 0.6;
/** Most words of a mere name, which asks nothing. One of them may be an article, none a question word. By decision. */
export const MOST_OF_A_NAME = 2;
/**
 * Factor on the probability for entries in another language than the asker's. Measured on questions to packs in several
 * languages.
 */
export const FOREIGN = 0.96;
/**
 * Factor on the probability for a question that was translated into the index's language: then background lines are
 * mistaken for questions more often. Measured on the same questions.
 */
export const TRANSLATED = 0.92;
/**
 * Probability of an entry that a community has pinned to, or written for, a question in exactly these words. By
 * decision.
 */
export const EXACT = 1;

/**
 * Least weight (see parts.ts; a word of a small pack weighs some 2 to 4) that a question and a title, phrasing or
 * sentence must have in common for a word that no entry has to count as a detail. With less, they share only words with
 * which anything is asked: "when is the bank open?" and "When is the boathouse open?". Measured on `eval/small/tuned`
 * and real FAQs cut down to 6 and 12 entries.
 */
export const ENOUGH_IN_COMMON = 7;
/**
 * Least likeness in words, 0 to 1 (the confidence's `nearest`), for a question to count as an entry's heading with one
 * other word. Measured on the same data: real questions to bare FAQs are seldom that similar.
 */
export const BUT_FOR_A_WORD = 0.45;
/**
 * Least share of a title or phrasing, 0 to 1 by the weight of its words, that a question must contain to count as an
 * addition to it ("when can I rent a boat on Sunday"), and not as the heading with another subject. Measured on the
 * same data.
 */
export const SAID_WHOLE = 0.9;
/**
 * Least likeness of word order, 0 to 1 (see `frameLikeness`), for a question to count as repeating a title or phrasing,
 * so that a different thing in it is its subject. Measured on small packs and real FAQs in English.
 */
export const SAME_FRAME = 0.6;
/**
 * Least rarity, 0 to 1 (see analyze.ts), of a word that counts as another thing if it is in none of an entry's many
 * phrasings although the question repeats one of them. By decision: any word but the 30 or so most frequent ones.
 */
export const SEEN_SELDOM = 0.4;
/**
 * SAME_FRAME for small packs in which the confidence alone would not be enough (see SURE_OF_FEW). Measured on
 * `eval/small/tuned`.
 */
export const LOOSE_FRAME = 0.5;
/**
 * Most entries of a pack to which `ENOUGH_IN_COMMON` applies fully. By decision: packs of 24 and more have enough words
 * to tell their entries apart, and measurably gain nothing.
 */
export const SMALL_PACK = 12;
/**
 * Least entries of a pack to which it does not apply; between the two, it applies in proportion. By decision, for the
 * same reason.
 */
export const LARGE_PACK = 24;

/**
 * Phrasings per entry, on average, that are enough to show what a pack does not cover. Measured on intent sets cut down
 * to 1, 2, 3, 5 and 10.
 */
export const LOCAL_FIT_FROM = 4;
/**
 * Phrasings per entry, on average, that are enough to fit ranking and confidence to the pack; with fewer, the shipped
 * weights are used. By decision: a few held-out phrasings, all different, are too little data.
 */
export const TUNED_FROM = 9;
/**
 * Phrasings per entry with which that fit counts fully; with fewer, it counts in proportion. Measured on the same sets.
 */
export const LOCAL_FIT_IN_FULL = 10;
/**
 * Observations of a pack that weigh as much as the shipped prior. Measured on the intent sets: between 1 and 10 little
 * changes, and 3 gives the most right answers at the same precision.
 */
export const PRIOR_STRENGTH = 3;
/**
 * Most phrasings per entry with which the following corrections do not apply. Measured on CLINC150, BANKING77 and HWU64
 * with ten: with them, fewer direct answers are right.
 */
export const RICH_FROM = 10;
/**
 * Phrasings per entry with which they apply fully; between the two, in proportion. By decision: as many as the included
 * pack may have.
 */
export const RICH_IN_FULL = 25;
/**
 * Factor on the log odds, which makes them sharper: the fit was made without the held-out phrasings, and the final
 * index, which has all of them, is surer of what it knows and of what it does not. Measured on the full CLINC150 and
 * BANKING77: more than 95 % of direct answers stay right.
 */
export const RICH_SHARPNESS = 1.5;
/**
 * Share, 0 to 1, of members' questions that are expected to find their entry, and so of held-out phrasings. Measured on
 * CLINC150 and BANKING77 with 25 phrasings an entry: the lower result of the two sets, with phrasings at random and
 * with those that are most unlike each other, of which only 0.59 of the held-out ones find their entry.
 */
export const FOUND_BY_MEMBERS = 0.87;
/**
 * Factor: total weight of background lines, compared with all held-out phrasings. Measured on the development questions
 * of the included pack.
 */
export const OTHERS_SHARE = 0.35;
/**
 * The same for a pack with many phrasings. Measured on CLINC150 and BANKING77 cut down to 25, and with the totals of
 * the included pack in view: a higher value answers fewer questions, a lower one more lines about other subjects.
 */
export const RICH_OTHERS_SHARE = 0.5;

/**
 * Share, 0 to 1, of a pack's titles and phrasings that must name a case (see name-finder.ts) for it to be understood
 * everywhere in the pack. By decision.
 */
export const COMMON_CASE = 0.1;

/**
 * Least rarity, 0 to 1 (see analyze.ts), of a single word that names a subject. By decision: any but the 4,000 or so
 * most frequent words.
 */
export const NAMING = 0.9;
/**
 * Least sum of squared rarities with which a question's other words name a subject together. By decision: one word
 * beyond the 200 or so most frequent ones is enough.
 */
export const LEAST_SUBJECT = 0.35;
/**
 * Greatest weight, 0 to 1 (see analyze.ts), of an everyday word or synonym group, which names nothing. By decision:
 * half of a group's words are stop words or common ones.
 */
export const EVERYDAY = 0.5;

/* Across languages. */

/** Iterations of learning a glossary. Measured: more change nothing. */
export const GLOSSARY_ROUNDS = 5;
/** Probability that a word translates no word of the passage. By decision. */
export const NOBODY = 0.05;
/**
 * Passages without a translation that every word is assumed to be in, so that a single passage proves nothing. By
 * decision.
 */
export const PSEUDO_PASSAGES = 0.3;
/**
 * Least probability of a word that counts as a translation. Measured: with 0.05 more are found, and more of them are
 * wrong.
 */
export const LEAST_TRANSLATION = 0.2;
/** Most characters of a word in text without spaces; names of organisations have up to eight. By decision. */
export const LONGEST_UNSPACED_WORD = 8;
/** Most meanings of a word that are read in a dictionary; later ones are rare. By decision. */
export const MOST_MEANINGS = 4;
/** Most translations that are searched for one word. Measured: more cost precision. */
export const MOST_TRANSLATIONS = 2;
/**
 * Most romanised words that may be a single word in its own script: people write "wei shen me" as well as "weishenme".
 * By decision.
 */
export const MOST_JOINED = 4;
/** Least letters of a spelling key for each part, as a shorter key fits too many words. By decision. */
export const LEAST_SPELLING_KEY = 2;
/**
 * Least frequency of a Latin word that counts as a name in an index, compared with that of the word in the index's own
 * script that it may spell. By decision.
 */
export const SHARE_OF_NAME = 1 / 8;

/* Wording. */

/** Most characters of a question. By decision. */
export const LONGEST_QUESTION = 2000;
/** Most entries that a search returns, the first included. By decision. */
export const MOST_CANDIDATES = 10;
/** Most words after thanks that ask nothing; a longer text tells a story. By decision. */
export const MOST_BESIDE_THANKS = 6;
/** Least digits and signs of a text without letters that may be a code, which an entry may name. By decision. */
export const LEAST_OF_A_CODE = 3;
/** Most phrases of small talk that are searched if nothing else is understood. By decision. */
export const MOST_SMALL_TALK = 4;
/** Most entries that are offered. By decision: nobody would read more. */
export const MOST_OFFERED = 3;

/* Follow-ups. */

/** Milliseconds for which an answer may be followed up. By decision. */
export const FOLLOW_UP_MS = 5 * 60_000;
/**
 * Least probability of a direct answer to a question that was read with the previous answer's subject; higher than
 * SURE, as the subject is a guess, too. Measured on the tuned half of `eval/dialogues`: one of 78 right answers becomes
 * an offer.
 */
export const SURE_OF_MORE = 0.85;
/**
 * Share, 0 to 1, that a word counts if neighbouring entries do not use it: an entry with a name of its own is also
 * referred to by that name. By decision.
 */
export const OWN_NAME = 0.01;
/**
 * Least weights of words that belong to a subject, as shares, 0 to 1, of the heaviest word's: from its bare name to
 * everything in the title. By decision.
 */
export const SUBJECT_WIDTHS = [0.6, 0.25, 0.05, 0.001] as const;
/**
 * Most words of a question that says too little by itself, with or without a pronoun, and so may follow up on the
 * previous answer. By decision.
 */
export const MOST_OF_LITTLE = 3;
/** Most headings read of each text to find its subject: words used often appear in some of them. By decision. */
export const MOST_HEADINGS = 12;
/** Most texts read for that. By decision: thousands would take too long. */
export const MOST_NEIGHBOURS = 100;
