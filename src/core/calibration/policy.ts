/*
 * Every threshold, cap and factor of what is answered, offered, or left alone; `reading-policy.ts` has those of what is
 * read and found, `learning-policy.ts` those of what is learned. Fitted values are in prior.ts and
 * ../ranking/weights.ts; limits of time and memory only are beside the code that they limit. "Measured" names what it
 * was chosen on; no set that is reported was used for more than it says. Nothing is imported here, so that every room
 * may look it up.
 */

/* Answers. */

/**
 * Probability, 0 to 1: from here on an answer is given outright. Measured: more than nine of ten such answers are right
 * on real FAQs that were held out of the fit (`npm run fit`).
 */
export const SURE = 0.76;
/**
 * Probability: in a pack of at most SMALL_PACK entries an answer is given outright from here on, unless the question is
 * loosely like a heading about another thing. Measured on `eval/small/tuned`, and on real FAQs cut down to ten entries.
 */
export const SURE_OF_FEW = 0.66;
/**
 * Share of a question, 0 to 1, by the weight of its words: so much of it the entry must hold, in these or other words.
 * Measured on `eval/small/tuned`.
 */
export const HELD_OF_FEW = 0.35;
/**
 * Share that the ranking gives the first entry among all, 0 to 1: with less another one fits as well, and both are
 * offered, until a pack has phrasings enough to tell how much that matters (see LOCAL_FIT_IN_FULL). By decision; on
 * FAQs hardly an answer has less.
 */
export const LEAST_CHOICE = 0.53;
/**
 * Share, 0 to 1: of a part of an entry that the question must say before the entry is given while its pack is still
 * being learned. By decision: "who is their CEO" says half of "who is the CEO of Baidu".
 */
export const UNLEARNED_BACK = 0.8;
/**
 * Probability: what is trusted at most that may be offered, but is not given outright however well it fits. Follows
 * from SURE.
 */
export const OFFERED = SURE - 0.01;
/**
 * Probability: from here on an entry is worth a "did you mean". Measured on the same FAQs: most right entries among
 * three, little chatter.
 */
export const UNSURE = 0.07;
/**
 * Probability: what an entry beside the likeliest must be trusted to be offered, too. Measured alike: with more, the
 * right one is often third and left out.
 */
export const RUNNER_UP = 0.01;
/** Probability: the most for what must not even be offered. Follows from UNSURE. */
export const BELOW_UNSURE = UNSURE - 0.01;

/**
 * Probability: what a question is trusted at least that is a title or phrasing word by word, for the entry's author
 * meant it. By decision.
 */
export const OWN_WORDS = 0.975;
/**
 * Factor: what a clause is trusted, compared with a whole question. Measured on stories about the included pack's
 * development questions.
 */
export const CLAUSE = 0.93;
/** Words: a clause of fewer says too little by itself. By decision. */
export const LEAST_CLAUSE_WORDS = 3;
/**
 * Probability: what the first of several questions is trusted; the second one is offered with what is left. By
 * decision: both are shown.
 */
export const SEVERAL = 0.6;
/** Words of a mere name, which asks nothing; one of them may be an article, none a question word. By decision. */
export const MOST_OF_A_NAME = 2;
/**
 * Factor: what an entry of another language than the asker's is trusted. Measured on questions to packs in several
 * languages.
 */
export const FOREIGN = 0.96;
/**
 * Factor: for a language into whose words the question was put: lines about other things are then taken for questions
 * more often. Measured alike.
 */
export const TRANSLATED = 0.92;
/** Probability: what the very words of a community are worth. By decision. */
export const EXACT = 1;

/**
 * Weight (see parts.ts; a word of a small pack weighs some 2 to 4): what a title, phrasing or sentence and a
 * question have in common must weigh as much for a word that no entry has to be a detail. Below, "when is the bank
 * open?" has no more in common with "When is the boathouse open?" than what anything is asked by. Measured on
 * `eval/small/tuned` and real FAQs cut down to 6 and 12 entries.
 */
export const ENOUGH_IN_COMMON = 7;
/**
 * Likeness in words, 0 to 1 (the confidence's `nearest`): from here on a question is one that an entry has, but for a
 * word. Measured alike: real questions to bare FAQs are seldom as like a heading.
 */
export const BUT_FOR_A_WORD = 0.45;
/**
 * Share of a title or phrasing, 0 to 1, by the weight of its words: a question that says so much of one adds to it
 * ("when can I rent a boat on Sunday"), and puts nothing in its place. Measured alike.
 */
export const SAID_WHOLE = 0.9;
/**
 * Likeness of word order, 0 to 1 (see another-subject.ts): from here on a question repeats a title or phrasing, and one
 * thing more or other in it is what it is about. Measured on small packs and real FAQs in English.
 */
export const SAME_FRAME = 0.6;
/**
 * Rarity, 0 to 1 (see analyze.ts): a word that is as seldom used or more seldom, in the words of an entry with many
 * phrasings of which none has it, is another thing. By decision: beyond the some 30 most frequent words; those in
 * `SAME_FRAME` are the rest of what is asked.
 */
export const SEEN_SELDOM = 0.4;
/** The same where the confidence alone would not do (see SURE_OF_FEW). Measured on `eval/small/tuned`. */
export const LOOSE_FRAME = 0.5;
/**
 * Entries: up to here `ENOUGH_IN_COMMON` counts in full. By decision: a pack of 24 and more has the words to tell its
 * entries apart, and was measured to gain nothing.
 */
export const SMALL_PACK = 12;
/** Entries from which on it does not count; in proportion between. By decision, for the same reason. */
export const LARGE_PACK = 24;

/**
 * Phrasings an entry, on average: from here on they tell what a pack's lines mean by what they do not say. Measured on
 * intent sets cut down to 1, 2, 3, 5 and 10.
 */
export const LOCAL_FIT_FROM = 4;
/**
 * Phrasings an entry, on average: from here on a pack's own phrasings tune its ranking and confidence; below, the
 * shipped weights serve, which are fitted to packs with as few. By decision: a few held-out phrasings, each unlike the
 * others, tell little.
 */
export const TUNED_FROM = 9;
/** Phrasings an entry at which its own phrasings count in full; in proportion below. Measured alike. */
export const LOCAL_FIT_IN_FULL = 10;
/**
 * Observations that the shipped prior is worth against a pack's own. Measured on the intent sets: with 1 to 10 the rest
 * hardly changes, with 3 most is answered rightly at the same precision.
 */
export const PRIOR_STRENGTH = 3;
/**
 * Phrasings an entry: up to here a pack's own fit is trusted as it is. Measured on CLINC150, BANKING77 and HWU64 with
 * ten: with what follows fewer of their direct answers are right.
 */
export const RICH_FROM = 10;
/**
 * Phrasings an entry from which on what follows counts in full; in proportion between. By decision: as many as the
 * included pack may have.
 */
export const RICH_IN_FULL = 25;
/**
 * Factor: a pack's own fit sees phrasings that the index lacks; one that has them all is surer of what it knows, and of
 * what it does not: by so much its odds are more decided. Measured on CLINC150 and BANKING77 in full: their direct
 * answers stay right in more than 95 of 100.
 */
export const RICH_SHARPNESS = 1.5;
/**
 * Share of the held-out phrasings that find their entry, at least, as members' questions do. Measured on CLINC150 and
 * BANKING77 with 25 phrasings an entry: the lower of the two, whether those are chosen at random or as unlike each
 * other as can be, which brings the held-out ones down to 0.59.
 */
export const FOUND_BY_MEMBERS = 0.87;
/**
 * Factor: what lines about other things weigh together against the held-out phrasings together, however many there are.
 * Measured on the development questions of the included pack.
 */
export const OTHERS_SHARE = 0.35;
/**
 * For a pack of many phrasings. Measured on CLINC150 and BANKING77 cut down to 25, and with the totals of the included
 * pack in view: above, less is answered; below, more lines about other things are.
 */
export const RICH_OTHERS_SHARE = 0.5;

/**
 * Share, 0 to 1: a case that more of a pack's titles and phrasings name goes without saying in it. By decision.
 */
export const COMMON_CASE = 0.1;

/**
 * Rarity, 0 to 1 (see analyze.ts): a word that is as seldom used names a subject by itself. By decision: beyond the
 * some 4,000 most frequent words.
 */
export const NAMING = 0.9;
/**
 * Sum of squared rarities: what a question's other words must come to together to name a subject. By decision: one word
 * beyond the some 200 most frequent ones.
 */
export const LEAST_SUBJECT = 0.35;
/**
 * Weight, 0 to 1 (see analyze.ts): words and groups of synonyms that weigh no more are everybody's and name nothing. By
 * decision: half of a group's words are stop words or common ones.
 */
export const EVERYDAY = 0.5;

/* Across languages. */

/** Rounds of learning a glossary. Measured: more change nothing. */
export const GLOSSARY_ROUNDS = 5;
/** Probability: what speaks for a word's being nobody's translation. By decision. */
export const NOBODY = 0.05;
/**
 * Passages without a translation that every word is pretended to be in, so that one passage proves nothing. By
 * decision.
 */
export const PSEUDO_PASSAGES = 0.3;
/** Probability: from here on a word is a translation. Measured: with 0.05 more are found, and more of them wrong. */
export const LEAST_TRANSLATION = 0.2;
/** Characters of a word in text without spaces; names of organisations run to eight. By decision. */
export const LONGEST_UNSPACED_WORD = 8;
/** Meanings of a word in a dictionary that are read: later ones are rare. By decision. */
export const MOST_MEANINGS = 4;
/** Words that are asked for one word. Measured: more cost precision. */
export const MOST_TRANSLATIONS = 2;
/**
 * Words that are one in a language's own letters, at most: people write "wei shen me" as well as "weishenme". By
 * decision.
 */
export const MOST_JOINED = 4;
/** Letters of a key, for each part: a shorter one means too many words. By decision. */
export const LEAST_SPELLING_KEY = 2;
/**
 * Ratio: how often a word in Latin letters occurs in an index, compared with one in its own that it may be: from here
 * on it is a name there, and not somebody's way to write the other. By decision.
 */
export const SHARE_OF_NAME = 1 / 8;

/* Wording. */

/** Characters of a question; a longer one is no question. By decision. */
export const LONGEST_QUESTION = 2000;
/** Entries that an answer tells of, the first with them. By decision. */
export const MOST_CANDIDATES = 10;
/** Words after thanks that are no question of their own: who says more tells of something. By decision. */
export const MOST_BESIDE_THANKS = 6;
/** Digits and signs of a text without letters, from which on it may be a code that an entry names. By decision. */
export const LEAST_OF_A_CODE = 3;
/** Phrases of small talk that are looked up, if nothing else is understood. By decision. */
export const MOST_SMALL_TALK = 4;
/** Entries that are offered at most. By decision: more would be read by nobody. */
export const MOST_OFFERED = 3;

/* Follow-ups. */

/** Milliseconds for which an answer may be followed up on. By decision. */
export const FOLLOW_UP_MS = 5 * 60_000;
/**
 * Probability: what a question must be trusted that was read with the subject of the answer before it: that it means
 * this subject is a guess, too. Measured on the tuned half of `eval/dialogues`: one of 78 right answers becomes a
 * choice.
 */
export const SURE_OF_MORE = 0.85;
/**
 * Share, 0 to 1: what counts of a word that no neighbour uses: an entry with a name of its own is spoken of by it, too.
 * By decision.
 */
export const OWN_NAME = 0.01;
/**
 * Shares, 0 to 1: words that weigh so much of the heaviest one belong to the subject, from its bare name to all that
 * the title tells. By decision.
 */
export const SUBJECT_WIDTHS = [0.6, 0.25, 0.05, 0.001] as const;
/** Words of a question that says so little that it may be about the answer before, pronoun or not. By decision. */
export const MOST_OF_LITTLE = 3;
/** Headings that are read of each text for its subject: what is used often shows in some. By decision. */
export const MOST_HEADINGS = 12;
/** Texts that are read for it: nobody waits for thousands. By decision. */
export const MOST_NEIGHBOURS = 100;
