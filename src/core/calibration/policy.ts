/*
 * Every threshold, cap and factor of what is found, answered, offered, or left alone. Fitted values are in prior.ts and
 * ../ranking/weights.ts; limits of time and memory only are beside the code that they limit. "Measured" names what it
 * was chosen on; no set that is reported was used for more than it says. Nothing is imported here, so that every room
 * may look it up.
 */

/* Answers. */

/**
 * Probability, 0 to 1: from here on an answer is given outright. Measured: more than nine of ten such answers are right
 * on real FAQs that were held out of the fit (`npm run fit`).
 */
export const SURE = 0.78;
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
 * The same in a pack of at most SMALL_PACK entries, where the right one is nearly always among three. Measured on real
 * FAQs cut down to ten entries: four more of a hundred questions get their entry, nine more of a hundred lines of
 * chatter a choice; from 0.04 on, chatter gets more than it is worth.
 */
export const UNSURE_OF_FEW = 0.05;
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
 * Weight (see build-text-index.ts; a word of a small pack weighs some 2 to 4): what a title, phrasing or sentence and a
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
 * Likeness of word order, 0 to 1 (see sibling.ts): from here on a question repeats a title or phrasing, and one thing
 * more or other in it is what it is about. Measured on small packs and real FAQs in English.
 */
export const SAME_FRAME = 0.6;
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
 * Phrasings an entry, on average: from here on a pack's own phrasings tune its confidence; below, they are too few to
 * tell. Measured on intent sets cut down to 1, 2, 3, 5 and 10.
 */
export const LOCAL_FIT_FROM = 4;
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
 * Likeness in meaning, 0 to 1 (see ../classifier/meanings.ts): from here on an entry need not hold a word of the
 * question. By decision: about the likeness of two sentences that say one thing in other words, by the English encoder.
 */
export const ALIKE = 0.5;

/**
 * Share, 0 to 1: a case that more of a pack's titles and phrasings name goes without saying in it. By decision.
 */
export const COMMON_CASE = 0.1;

/**
 * Rarity, 0 to 1 (see rarity.ts): a word that is as seldom used names a subject by itself. By decision: beyond the some
 * 4,000 most frequent words.
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
/** The same if a letter is a syllable. By decision. */
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
/** The same if there are only two consonants. By decision: 1 of 5. */
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
export const NAMES_A_TEMPLATE = 4;

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
/**
 * Count: a text that has so many more words of a language that nobody has described is in it: names and loans are in
 * all lists. By decision.
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
/** For very many examples. Measured: fewer and larger steps teach as much. */
export const TRAINING_OF_VERY_MANY = { ...TRAINING, epochs: 5, rate: 0.5 } as const;
/** Examples from which on they are very many. Measured alike. */
export const VERY_MANY = 12_000;
/**
 * Titles and phrasings of an entry, in the mean: below, a model learns from the words of answers, too. Measured on real
 * FAQs that were held out of the fit: some two of a hundred questions more are answered, as many of them rightly.
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
/** Sentences of an answer that are encoded: what comes after says little of what the entry is about. By decision. */
export const MOST_ENCODED_SENTENCES = 12;
/** Entries that meaning proposes. Measured in a lab with the English encoder. */
export const MOST_PROPOSED_BY_MEANING = 10;
/**
 * Share, 0 to 1: what an entry's nearest title or phrasing counts in meaning, the rest being the mean of the nearest
 * few: one odd phrasing proves little. Measured alike.
 */
export const NEAREST_SHARE = 0.7;
/** Titles and phrasings that are those few. Measured alike. */
export const NEAREST_FEW = 3;
/**
 * Factor, 0 to 1: what a sentence of the answer counts beside a title or phrasing: it says something of the subject,
 * and is no question. Measured alike.
 */
export const SENTENCE_FACTOR = 0.8;

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
 * Weights (see build-text-index.ts) beyond which more says nothing more: of a word, of a part if little is asked, of a
 * title or phrasing, of a part. By decision; what they weigh is fitted.
 */
export const MOST_WEIGHT = { word: 6, short: 8, heading: 12, unit: 20 } as const;

/* How a pack is tuned. */

/**
 * Parts into which phrasings are dealt, at least; each may be held out once. The lines about other things are dealt
 * into as many. By decision.
 */
export const FOLDS = 5;
/** Held-out phrasings that are about enough: a large pack has one small part held out, once. By decision. */
export const ENOUGH_HELD_OUT = 400;
/**
 * Factors: how much observations that are wrong by construction weigh against a held-out phrasing. Near misses are what
 * a community mixes up; plain chatter is easier; questions whose own entry is masked are harder than anything members
 * ask, and serve above all if a language has no background lines (`maskedAlone`). By decision.
 */
export const WRONG_WEIGHTS = { near: 1, chatter: 0.6, masked: 0.05, maskedAlone: 0.3 } as const;

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
