import { type Chooser, proposals, type Signal } from '../../src/bot/learning/rule.ts';
import { areAlike, contentReader } from '../../src/bot/unanswered/alike.ts';
import { GAP } from '../../src/bot/unanswered/identifiers.ts';
import { ordinaryWords } from '../../src/bot/unanswered/ordinary-words.ts';
import { joined, readableForm } from '../../src/bot/unanswered/readable.ts';
import type { Entry } from '../../src/core/entry/entry.ts';
import { buildLibrary, type LibraryOptions } from '../../src/core/search/library.ts';
import { offersOf } from '../../src/core/search/offers.ts';
import { remember } from '../../src/core/text/remember.ts';
import type { DataQuestion } from '../datasets.ts';
import { entryOf } from '../entry-of.ts';
import type { Outcome } from '../outcome.ts';
import { seeded } from '../seeded.ts';
import type { EvalSet } from '../sets.ts';
import { divide } from './divided.ts';
import { anyMember } from './members.ts';
import { TaughtPack } from './taught-pack.ts';

/** Questions asked, after which the held-out ones are asked. */
const MEASURED_AFTER = [0, 50, 200, 1000] as const;

/** So many questions lie between two looks at what is proposed. */
const BETWEEN = 50;
const SEED = 31;

interface PlayOptions {
  readonly locales: LibraryOptions;
  /** People that it takes to propose a phrasing. */
  readonly people: number;
  /** Whether somebody refuses what is wrong. */
  readonly isModerated: boolean;
}

/** Answers to the held-out questions, after members asked so many. */
export interface Reached {
  readonly asked: number;
  readonly outcomes: readonly Outcome[];
  /** Phrasings that were taken. */
  readonly taken: number;
  /** Those of them whose question the entry does not answer. */
  readonly wrong: number;
}

interface Heard extends Signal {
  readonly language: string;
}

/**
 * A community whose pack begins with headings only. Its members ask, and press what they are offered; what their
 * presses propose is taken now and then. Equal from run to run.
 */
export async function play(set: EvalSet, { locales, people, isModerated }: PlayOptions): Promise<Reached[]> {
  const library = buildLibrary(headingsOf(set), locales);
  const isPublic = (stem: string, base: string) =>
    library.indexes.some((one) => one.base === base && one.index.knows(stem));
  const readable = readableForm(locales.languages, ordinaryWords(locales.languages, isPublic));
  const read = contentReader(locales.languages);
  const contentsIn = remember((language: string) => remember((text: string) => read(text, language)));
  const pack = new TaughtPack(library, locales);
  const { asked, heldOut } = divide(set, SEED);
  const random = seeded(SEED);
  /** Entries that answer a question, by the words that are kept of it. */
  const truth = new Map<string, readonly string[]>();
  let signals: Heard[] = [];
  /** All who asked, and what they were offered. */
  const choosers: (Chooser & Pick<Heard, 'question' | 'language'>)[] = [];
  let [taken, wrong] = [0, 0];

  const ask = (): void => {
    const { text, gold, locale = set.language } = asked[Math.floor(random() * asked.length)] ?? { text: '', gold: [] };
    const { person, press } = anyMember(random);
    const { kind, candidates } = pack.answer(text, locale);
    const offered = kind === 'unsure' ? offersOf(candidates).map((one) => one.entry.id) : [];
    const entry = press(offered, gold);
    const form = readable(text, locale);
    const question = joined({ ...form, words: form.words.filter((word) => word !== GAP) });
    if (question === '') return;
    choosers.push({ person, question, language: locale, offered });
    if (entry === undefined) return;
    truth.set(question, [...(truth.get(question) ?? []), ...gold]);
    signals.push({ person, asker: '', question, entry, kind: 'choice', dropped: 0, language: locale });
  };
  const learn = async (): Promise<void> => {
    for (const language of new Set(signals.map((one) => one.language))) {
      const own = signals.filter((one) => one.language === language);
      const contentOf = contentsIn(language);
      const isAlike = (one: string, other: string) => areAlike(contentOf(one), contentOf(other));
      const ofAlike = (about: string) =>
        choosers.filter((one) => one.language === language && (one.question === about || isAlike(about, one.question)));
      const told = proposals(own, { people: 1, isAlike, choosers: ofAlike });
      const asked = told.flatMap(({ entry, questions }) =>
        questions.map((question) => ({ question, language, entry })),
      );
      for (const { entry, question, questions } of told.filter((one) => one.for >= people)) {
        const isRight = truth.get(question)?.includes(entry) === true;
        if (isModerated && !isRight)
          signals = signals.filter((one) => one.entry !== entry || !questions.includes(one.question));
        else if (await pack.take(entry, question, language, asked)) {
          taken += 1;
          wrong += isRight ? 0 : 1;
        }
      }
    }
  };
  const reach = (count: number): Reached => ({
    asked: count,
    outcomes: heldOut.map((question) => outcomeOf(pack, question, set.language)),
    taken,
    wrong,
  });

  const reached: Reached[] = [reach(0)];
  for (let count = 1; count <= Math.max(...MEASURED_AFTER); count++) {
    ask();
    if (count % BETWEEN === 0) await learn();
    if (MEASURED_AFTER.some((at) => at === count)) reached.push(reach(count));
  }
  return reached;
}

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
