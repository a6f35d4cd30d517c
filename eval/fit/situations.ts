import { existsSync } from 'node:fs';
import path from 'node:path';
import { type DataEntry, readDataSet } from '../datasets.ts';
import { DRAFTS, familyOf, faqFolders, readFaq } from '../faq.ts';
import type { OtherKind } from '../outcome.ts';
import { ROOT } from '../place.ts';

/** A pack as an owner might have it, and questions to it. */
export interface Situation {
  /** The set of which it is a part. All situations of a set are fitted together, or held out together. */
  readonly set: string;
  readonly origin: Origin;
  readonly name: string;
  readonly language: string;
  readonly entries: readonly DataEntry[];
  readonly questions: readonly AskedQuestion[];
  /** Weight of each question in a fit. */
  readonly weight: number;
  /**
   * The entries with all phrasings that are known: a question by a class that none of them asks by has no answer.
   * Default: no such questions are made.
   */
  readonly full?: readonly DataEntry[];
}

export type Origin = 'real FAQ' | 'made-up FAQ' | 'drafted FAQ' | 'intents' | 'passages';

export interface AskedQuestion {
  readonly text: string;
  /** Ids of the entries that answer it; empty if none does. */
  readonly gold: readonly string[];
  readonly kind: 'question' | 'held out' | OtherKind;
  /** Factor on its weight in a fit. Default: 1. */
  readonly factor?: number;
}

/** FAQs as owners might have them, with questions of their members. */
const MADE_UP = path.join(ROOT, 'eval/faqs/fitted');
/** Packs of a few entries. */
const SMALL = path.join(ROOT, 'eval/small/tuned');
/** Packs of ten entries with drafts, with questions about siblings of their subjects. */
const SWAPS = path.join(ROOT, 'eval/swaps/fitted');

/**
 * The situations of a folder of data sets, with real FAQs in `faq`, and of those that are made up. Variants of a FAQ
 * share its weight.
 */
export async function situationsIn(dir: string): Promise<Situation[]> {
  const read = async (folder: string, origin: Origin): Promise<Situation[]> =>
    (await Promise.all(faqFolders(folder).map((faq) => faqSituations(faq, origin)))).flat();
  const faqs = [...(await read(path.join(dir, 'faq'), 'real FAQ')), ...(await read(MADE_UP, 'made-up FAQ'))];
  const drafted = (await Promise.all([MADE_UP, SMALL, SWAPS].flatMap(faqFolders).map(draftedSituations))).flat();
  const variants = (set: string) =>
    new Set(faqs.filter((one) => one.set === set && !one.name.includes(' ')).map(({ name }) => name)).size;
  const others = INTENTS.flatMap((name) => intentSituations(path.join(dir, name), PHRASINGS));
  const passages = PASSAGES.flatMap((name) => passageSituations(path.join(dir, name)));
  return [
    ...faqs.map((one) => ({ ...one, weight: one.weight / variants(one.set) })),
    ...drafted,
    ...others,
    ...passages,
  ];
}

/** Names of the sets of intents, which are questions to entries with many phrasings. */
export const INTENTS: readonly string[] = ['banking77', 'clinc_full', 'hwu64_10'];
const PHRASINGS = [0, 1, 2, 3, 5, 9];
const PASSAGES = ['xquad-ar', 'xquad-en', 'xquad-es', 'xquad-ru', 'xquad-zh'];

/** Parts of a FAQ's entries, one of which is taken out. */
const FOLDS = 3;

/** A FAQ as it is, and three times without a third of its entries, whose questions then have no answer. */
async function faqSituations(folder: string, origin: Origin): Promise<Situation[]> {
  const { name, language, entries, questions } = await readFaq(folder);
  const asked = questions.map((one): AskedQuestion => ({ ...one, kind: one.kind ?? 'question' }));
  const whole: Situation = { set: familyOf(name), origin, name, language, entries, questions: asked, weight: 1 };
  return [whole, ...Array.from({ length: FOLDS }, (_, fold) => withoutThird(whole, fold, WEIGHT_OF_TAKEN_OUT))];
}

/** Numbers of drafted phrasings that each entry gets. */
const DRAFTED = [1, 2, 3, 5];

/**
 * Factor on the weight of near misses: there are nearly as many of them as of questions, and hard ones, while members
 * seldom ask without an answer. Chosen on these made-up sets, a third of them left out of the fit at a time: with 0.25,
 * 0.5, 0.7 and 1, of 100 questions 41, 38, 37 and 36 are answered directly and rightly, and of 1,012 near misses 93,
 * 64, 54 and 49. Beyond 0.7, one near miss less costs more than two answers.
 */
const FACTOR_OF_NEAR = 0.7;

/**
 * A FAQ with each of these numbers of drafts, every second time also without a third of its entries. Empty if it has no
 * drafts.
 */
async function draftedSituations(folder: string): Promise<Situation[]> {
  if (!existsSync(path.join(folder, DRAFTS))) return [];
  const most = await readFaq(folder, { drafted: Math.max(...DRAFTED) });
  const situations = await Promise.all(
    DRAFTED.map(async (drafted, at): Promise<Situation[]> => {
      const { name, language, entries, questions } = await readFaq(folder, { drafted });
      const whole: Situation = {
        set: name,
        origin: 'drafted FAQ',
        name: `${name} with ${drafted} drafted`,
        language,
        entries,
        questions: questions.map(
          (one): AskedQuestion => ({
            ...one,
            kind: one.kind ?? 'question',
            factor: one.kind === 'near' ? FACTOR_OF_NEAR : 1,
          }),
        ),
        weight: 1,
      };
      // Every second one is enough to teach about questions without an answer.
      return at % 2 === 0 ? [whole] : [whole, withoutThird(whole, at, FOLDS * WEIGHT_OF_TAKEN_OUT)];
    }),
  );
  return situations.flat().map((one) => ({ ...one, full: most.entries }));
}

/**
 * Weight of a question whose entries were taken out: there are as many of these as of questions with an answer, while
 * members seldom ask without one.
 */
const WEIGHT_OF_TAKEN_OUT = 0.1;

/** The pack without every third entry, with only the questions to these entries. */
function withoutThird(whole: Situation, turn: number, weight: number): Situation {
  const fold = turn % FOLDS;
  const out = new Set(whole.entries.filter((_, at) => at % FOLDS === fold).map(({ id }) => id));
  const questions = whole.questions
    .filter(({ gold }) => gold.length > 0 && gold.every((id) => out.has(id)))
    .map(({ text }): AskedQuestion => ({ text, gold: [], kind: 'held out' }));
  return {
    ...whole,
    name: `${whole.name} without ${fold}`,
    entries: whole.entries.filter(({ id }) => !out.has(id)),
    questions,
    weight,
  };
}

/** Numbers of entries in a pack; small packs get fewer questions. */
const SIZES = [20, 2, 40, 5, 80, 1, 150, 10];
const ASKED = 90;
/**
 * Weight of these questions: there are many times more of them than of questions to real FAQs, which is what owners
 * have.
 */
const WEIGHT_OF_OTHERS = 0.1;
/** Weight of questions to passages: there are fewer of them, and they differ much from the others. */
const WEIGHT_OF_PASSAGES = 0.25;

/**
 * An intent set cut down to packs of several sizes with some phrasings per entry. Questions to the other entries have
 * no answer.
 */
function intentSituations(folder: string, phrasings: readonly number[], rounds = 4): Situation[] {
  const set = readDataSet(folder);
  const turn = dealer(11);
  return phrasings.flatMap((kept) =>
    Array.from({ length: rounds }, (_, round): Situation => {
      const size = Math.min(Math.floor(set.entries.length * 0.7), SIZES[(2 * kept + round) % SIZES.length] ?? 40);
      const dealt = shuffled(set.entries, turn);
      const mine = dealt.slice(0, size).map((entry) => ({ ...entry, phrasings: entry.phrasings.slice(0, kept) }));
      const ids = new Set(mine.map(({ id }) => id));
      const asked = shuffled(set.questions, turn);
      const own = asked
        .filter(({ gold }) => gold.some((id) => ids.has(id)))
        .slice(0, ASKED)
        .map(({ text, gold }): AskedQuestion => ({ text, gold, kind: 'question' }));
      const others = asked
        .filter(({ gold }) => gold.length > 0 && !gold.some((id) => ids.has(id)))
        .slice(0, ASKED / 2)
        .map(({ text }): AskedQuestion => ({ text, gold: [], kind: 'held out' }));
      const chatter = asked
        .filter(({ gold }) => gold.length === 0)
        .slice(0, ASKED / 2)
        .map(({ text }): AskedQuestion => ({ text, gold: [], kind: 'chatter' }));
      return {
        set: set.name,
        origin: 'intents',
        name: `${set.name} ${size} entries, ${kept} phrasings`,
        language: set.language,
        entries: mine,
        questions: [...own, ...others, ...chatter],
        weight: WEIGHT_OF_OTHERS,
      };
    }),
  );
}

/** Passages without phrasings: all, and parts of them. Questions to the other passages have no answer. */
function passageSituations(folder: string): Situation[] {
  const set = readDataSet(folder);
  const turn = dealer(5);
  return [1, 0.6, 0.25].map((part): Situation => {
    const dealt = shuffled(set.entries, turn).slice(0, Math.round(set.entries.length * part));
    const ids = new Set(dealt.map(({ id }) => id));
    const asked = shuffled(set.questions, turn);
    const own = asked
      .filter(({ gold }) => gold.some((id) => ids.has(id)))
      .slice(0, ASKED)
      .map(({ text, gold }): AskedQuestion => ({ text, gold, kind: 'question' }));
    const others = asked
      .filter(({ gold }) => !gold.some((id) => ids.has(id)))
      .slice(0, ASKED / 2)
      .map(({ text }): AskedQuestion => ({ text, gold: [], kind: 'held out' }));
    return {
      set: set.name,
      origin: 'passages',
      name: `${set.name} ${dealt.length}`,
      language: set.language,
      entries: dealt,
      questions: [...own, ...others],
      weight: WEIGHT_OF_PASSAGES,
    };
  });
}

function shuffled<T>(list: readonly T[], turn: (below: number) => number): T[] {
  const all = [...list];
  for (let at = all.length - 1; at > 0; at--) {
    const other = turn(at + 1);
    [all[at], all[other]] = [all[other] as T, all[at] as T];
  }
  return all;
}

/** Whole numbers below a bound, the same in every run. */
function dealer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
