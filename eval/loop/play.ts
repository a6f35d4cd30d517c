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

/** Numbers of questions after which the held-out ones are asked. */
const MEASURED_AFTER = [0, 50, 200, 1000] as const;

/** Numbers of questions after which somebody looks at the proposals. */
const LOOKED_AFTER: readonly number[] = [50, 100, 150, 200, 400, 600, 800, 1000];
const SEED = 31;

interface PlayOptions {
  readonly locales: LibraryOptions;
  /** People who must agree before a phrasing is proposed. */
  readonly people: number;
  /** Whether a moderator refuses wrong proposals. */
  readonly isModerated: boolean;
  /** The people who ask and press. */
  readonly crowd: CrowdName;
}

/** Reasons why a wording is not taken although somebody's press supports it. */
export const REFUSALS = ['disputed', 'too few people', 'fewer than half', 'not sure', 'changes another'] as const;
type Refusal = (typeof REFUSALS)[number];

/** Numbers of wordings that the entry answers, and that it does not. */
interface Count {
  right: number;
  wrong: number;
}

/** The results for the held-out questions, after members have asked a number of others. */
export interface Reached {
  readonly asked: number;
  readonly outcomes: readonly Outcome[];
  /** Phrasings that were taken. */
  readonly taken: number;
  /** Those of the taken phrasings whose question the entry does not answer. */
  readonly wrong: number;
  /** Proposals that the moderator had to refuse. */
  readonly declined: number;
  /** Wordings that presses support but that were not taken at the last look. */
  readonly refused: ReadonlyMap<Refusal, Readonly<Count>>;
}

interface Heard extends Signal {
  readonly language: string;
}

/**
 * Plays a community whose pack begins with bare headings. Its members ask, and press choices; what that proposes is
 * taken now and then. Every run gives the same.
 */
export async function play(set: EvalSet, { locales, people, isModerated, crowd }: PlayOptions): Promise<Reached[]> {
  const library = buildLibrary(headingsOf(set), locales);
  const keptText = textKeeper(locales.languages);
  const read = contentReader(locales.languages);
  const contentIn = remember((language: string) => remember((text: string) => read(text, language)));
  const alikeIn = remember((language: string) => {
    const contentOf = contentIn(language);
    // Cached, as each look compares the same questions.
    const known = remember((one: string) => remember((other: string) => areAlike(contentOf(one), contentOf(other))));
    return (one: string, other: string): boolean => known(one)(other);
  });
  const pack = new TaughtPack(library, locales);
  const { asked, heldOut } = divide(set, SEED);
  const turn = turnsOf(crowd, asked, seeded(SEED));
  /** Entries that answer a question, by the question's stored words. */
  const truth = new Map<string, readonly string[]>();
  let signals: Heard[] = [];
  /** All people who asked, with what they were offered. */
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

/** Signals for an entry, one for each wording. */
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

/** The questions that members ask, and those that are held out for measuring. */
interface Divided {
  readonly asked: readonly DataQuestion[];
  readonly heldOut: readonly DataQuestion[];
}

/** Most questions that are held out; more would take long and change little. */
const MOST_HELD_OUT = 400;

/** Members ask half of a set's questions, and its phrasings. Questions in the same words as these are not held out. */
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
