import { type Chooser, type PhrasingProposal, proposals, type Signal } from '../../src/bot/learning/rule.ts';
import { areAlike, contentReader } from '../../src/bot/questions/alike.ts';
import { textKeeper } from '../../src/bot/questions/kept-text.ts';
import type { Entry } from '../../src/core/entry/entry.ts';
import { buildLibrary, type LibraryOptions } from '../../src/core/search/library.ts';
import { offersOf } from '../../src/core/search/offers.ts';
import { remember } from '../../src/core/text/remember.ts';
import type { DataQuestion } from '../datasets.ts';
import { entryOf } from '../entry-of.ts';
import type { Outcome } from '../outcome.ts';
import { seeded } from '../seeded.ts';
import type { EvalSet } from '../sets.ts';
import { type CrowdName, turnsOf } from './members.ts';
import { TaughtPack } from './taught-pack.ts';

/** Questions asked, after which the held-out ones are asked. */
const MEASURED_AFTER = [0, 50, 200, 1000] as const;

/** Questions asked, after which somebody looks at what is proposed. */
const LOOKED_AFTER: readonly number[] = [50, 100, 150, 200, 400, 600, 800, 1000];
const SEED = 31;

interface PlayOptions {
  readonly locales: LibraryOptions;
  /** People that it takes to propose a phrasing. */
  readonly people: number;
  /** Whether somebody refuses what is wrong. */
  readonly isModerated: boolean;
  /** Who asks, and presses. */
  readonly crowd: CrowdName;
}

/** Why a wording is not taken that somebody's press speaks for. */
export const REFUSALS = ['disputed', 'too few people', 'fewer than half', 'not sure', 'changes another'] as const;
type Refusal = (typeof REFUSALS)[number];

/** Wordings that an entry answers, and that it does not. */
interface Count {
  right: number;
  wrong: number;
}

/** Answers to the held-out questions, after members asked so many. */
export interface Reached {
  readonly asked: number;
  readonly outcomes: readonly Outcome[];
  /** Phrasings that were taken. */
  readonly taken: number;
  /** Those of them whose question the entry does not answer. */
  readonly wrong: number;
  /** Proposals that the moderator had to refuse. */
  readonly declined: number;
  /** Wordings that presses speak for and that were not taken when it was last looked. */
  readonly refused: ReadonlyMap<Refusal, Readonly<Count>>;
}

interface Heard extends Signal {
  readonly language: string;
}

/**
 * A community whose pack begins with headings only. Its members ask, and press what they are offered; what their
 * presses propose is taken now and then. Equal from run to run.
 */
export async function play(set: EvalSet, { locales, people, isModerated, crowd }: PlayOptions): Promise<Reached[]> {
  const library = buildLibrary(headingsOf(set), locales);
  const keptText = textKeeper(locales.languages);
  const read = contentReader(locales.languages);
  const contentIn = remember((language: string) => remember((text: string) => read(text, language)));
  const alikeIn = remember((language: string) => {
    const contentOf = contentIn(language);
    // The same questions are compared at each look.
    const known = remember((one: string) => remember((other: string) => areAlike(contentOf(one), contentOf(other))));
    return (one: string, other: string): boolean => known(one)(other);
  });
  const pack = new TaughtPack(library, locales);
  const { asked, heldOut } = divide(set, SEED);
  const turn = turnsOf(crowd, asked, seeded(SEED));
  /** Entries that answer a question, by the words that are kept of it. */
  const truth = new Map<string, readonly string[]>();
  let signals: Heard[] = [];
  /** All who asked, and what they were offered. */
  const choosers: (Chooser & Pick<Heard, 'question' | 'language'>)[] = [];
  let [taken, wrong, declined] = [0, 0, 0];
  let refused = new Map<Refusal, Count>();
  const isRight = (question: string, entry: string): boolean => truth.get(question)?.includes(entry) === true;
  const refuse = (why: Refusal, { entry, questions }: Pick<PhrasingProposal, 'entry' | 'questions'>): void => {
    const count = refused.get(why) ?? { right: 0, wrong: 0 };
    for (const question of questions) count[isRight(question, entry) ? 'right' : 'wrong'] += 1;
    refused.set(why, count);
  };

  const ask = (): void => {
    const { member, question: said } = turn();
    const { person, press } = member;
    const { text, gold, locale = set.language } = said;
    const { kind, candidates } = pack.answer(text, locale);
    const offered = kind === 'unsure' ? offersOf(candidates).map((one) => one.entry.id) : [];
    const entry = press(offered, gold);
    const question = keptText(text, locale);
    if (question === '') return;
    choosers.push({ person, question, language: locale, offered });
    if (entry === undefined) return;
    truth.set(question, [...(truth.get(question) ?? []), ...gold]);
    const others = signals.filter((one) => one.person !== person || one.question !== question);
    signals = [...others, { person, asker: '', question, entry, kind: 'choice', dropped: 0, language: locale }];
  };
  const learn = async (): Promise<void> => {
    refused = new Map();
    for (const language of new Set(signals.map((one) => one.language))) {
      const own = signals.filter((one) => one.language === language);
      const isAlike = alikeIn(language);
      const ofAlike = (about: string) => {
        const isTheSame = (question: string) => question === about || isAlike(about, question);
        const all = choosers.filter((one) => one.language === language && isTheSame(one.question));
        return [...new Map(all.map((one) => [one.person, one])).values()];
      };
      const spoken = proposals(own, { people: 1, isAlike });
      const told = proposals(own, { people: 1, isAlike, choosers: ofAlike });
      for (const { entry, question } of distinct(own))
        if (!isAmong(spoken, entry, question)) refuse('disputed', { entry, questions: [question] });
      for (const one of spoken) if (!isAmong(told, one.entry, one.question)) refuse('fewer than half', one);
      const asked = told.flatMap(({ entry, questions }) =>
        questions.map((question) => ({ question, language, entry })),
      );
      for (const one of told) {
        const { entry, question, questions } = one;
        if (one.for < people) refuse('too few people', one);
        else if (isModerated && !isRight(question, entry)) {
          const isMeant = (said: Heard) => said.entry === entry && questions.includes(said.question);
          signals = signals.map((said) => (isMeant(said) ? { ...said, dropped: 1 } : said));
          declined += 1;
        } else {
          const fate = await pack.take(entry, question, language, asked);
          if (fate === 'not sure' || fate === 'changes another') refuse(fate, one);
          if (fate !== 'taken') continue;
          taken += 1;
          wrong += isRight(question, entry) ? 0 : 1;
        }
      }
    }
  };
  const reach = (count: number): Reached => ({
    asked: count,
    outcomes: heldOut.map((question) => outcomeOf(pack, question, set.language)),
    taken,
    wrong,
    declined,
    refused,
  });

  const reached: Reached[] = [reach(0)];
  for (let count = 1; count <= Math.max(...MEASURED_AFTER); count++) {
    ask();
    if (LOOKED_AFTER.includes(count)) await learn();
    if (MEASURED_AFTER.some((at) => at === count)) reached.push(reach(count));
  }
  return reached;
}

const isAmong = (proposed: readonly PhrasingProposal[], id: string, wording: string): boolean =>
  proposed.some(({ entry, questions }) => entry === id && questions.includes(wording));

/** Signals for an entry in one wording, once. */
const distinct = (signals: readonly Heard[]): readonly Heard[] => [
  ...new Map(signals.map((one) => [`${one.entry} ${one.question}`, one])).values(),
];

function headingsOf({ entries, knowledge, language }: EvalSet): Entry[] {
  const all = knowledge ?? entries.map((entry) => entryOf(entry, language));
  return all.map((entry) => ({
    ...entry,
    texts: new Map([...entry.texts].map(([tag, text]) => [tag, { ...text, phrasings: [] }])),
  }));
}

function outcomeOf(pack: TaughtPack, { text, gold, kind, locale }: DataQuestion, language: string): Outcome {
  const { kind: how, candidates } = pack.answer(text, locale ?? language);
  const confidence = candidates[0]?.confidence ?? 0;
  const shown = how === 'unsure' ? offersOf(candidates) : candidates.slice(0, 3);
  return {
    gold,
    kind,
    ranked: shown.map(({ entry }) => entry.id),
    score: confidence,
    confidence,
    sure: how === 'sure',
    offered: how === 'unsure',
    ms: 0,
  };
}

/** Questions that members ask, and those that nobody asks before it is measured. */
interface Divided {
  readonly asked: readonly DataQuestion[];
  readonly heldOut: readonly DataQuestion[];
}

/** Questions that are held out at most: more of them take long, and change little. */
const MOST_HELD_OUT = 400;

/** Members ask half of a set's questions, and its phrasings; what they ask is not held out in the same words. */
function divide({ entries, questions }: EvalSet, seed: number): Divided {
  const dealt = shuffled(questions, seeded(seed));
  const half = Math.ceil(dealt.length / 2);
  const heldOut = dealt.slice(0, half).slice(0, MOST_HELD_OUT);
  const phrasings = entries.flatMap(({ id, phrasings }) => phrasings.map((text) => ({ text, gold: [id] })));
  const kept = new Set(heldOut.map(({ text }) => text.toLowerCase()));
  return { asked: [...dealt.slice(half), ...phrasings].filter(({ text }) => !kept.has(text.toLowerCase())), heldOut };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
