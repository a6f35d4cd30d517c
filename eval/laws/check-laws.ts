import { existsSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../../src/config.ts';
import { LONGEST_QUESTION } from '../../src/core/calibration/policy.ts';
import type { Entry } from '../../src/core/entry/entry.ts';
import { answerFrom } from '../../src/core/search/engine.ts';
import { buildLibrary, indexNamesOf, type LibraryOptions } from '../../src/core/search/library.ts';
import { baseOf } from '../../src/core/text/language.ts';
import { type Locales, readLocales } from '../../src/knowledge/languages/locales.ts';
import { openModelCache } from '../../src/knowledge/learned/model-cache.ts';
import { learn } from '../../src/knowledge/live/learn.ts';
import { readKnowledge } from '../../src/knowledge/packs/read-knowledge.ts';
import { type DataSet, readDataSet } from '../datasets.ts';
import { entryOf } from '../entry-of.ts';
import { type Faq, familyOf, faqFolders, readFaq } from '../faq.ts';
import { INTENTS } from '../fit/situations.ts';
import { share } from '../outcome.ts';
import { ROOT } from '../place.ts';
import { packSources, readSet } from '../sets.ts';
import { type AskedPack, type Change, changesBy, countChanges, isSure, MOST_CHANGED } from './packs-law.ts';

/** Reports the progress of some work. */
type OnProgress = (doing: string, done: number, total: number) => void;

/**
 * Checks on whole packs whether two laws hold, and reports the results.
 * @param dir a folder with intent sets (see INTENTS), FAQs in `faq/`, or both
 * @returns whether both hold
 * @throws Error that names the folder if it has neither
 */
export async function checkLaws(dir: string, tell: (line: string) => void, onProgress: OnProgress): Promise<boolean> {
  const sets = INTENTS.map((name) => path.join(dir, name)).filter((folder) =>
    existsSync(path.join(folder, 'entries.jsonl')),
  );
  const faqs = existsSync(path.join(dir, 'faq'))
    ? await Promise.all(faqFolders(path.join(dir, 'faq')).map((folder) => readFaq(folder)))
    : [];
  if (sets.length === 0 && faqs.length === 0)
    throw new Error(`${dir}: nothing to judge the laws by (expected ${INTENTS.join(', ')} or faq/)`);
  const locales = await readLocales(path.join(ROOT, 'locales'));
  tell(`A further true phrasing never lowers what is answered outright and rightly (by more than ${MOST_FALL} point):`);
  const rising = sets.map((folder) => tellPhrasings(folder, locales, tell, onProgress));
  if (faqs.length === 0) return rising.every((holds) => holds);
  tell(`A second pack changes at most ${MOST_CHANGED} of 100 decisions about the first one's questions:`);
  const { entries: included } = await readKnowledge(path.join(ROOT, 'knowledge'));
  const options = { ...locales, learned: await learnOnce(included, locales, onProgress) };
  const pairs = await pairsOf(faqs, included);
  const apart = pairs.map(({ first, name, second }, at) => {
    onProgress(`${first.name} beside ${name}`, at, pairs.length);
    return tellPacks(first, name, changesBy(first, second, options), tell);
  });
  return [...rising, ...apart].every((holds) => holds);
}

function tellPhrasings(
  folder: string,
  options: LibraryOptions,
  tell: (line: string) => void,
  onProgress: OnProgress,
): boolean {
  const set = readDataSet(folder);
  const most = Math.max(...set.entries.map(({ phrasings }) => phrasings.length));
  const steps = phrasingSteps(set, options, (phrasings) => onProgress(`${set.name}: phrasings`, phrasings, most));
  const falls = fallsIn(steps);
  const shown = steps.map(
    (step) => `${step.phrasings} phrasings ${step.right.toFixed(1)} %${falls.includes(step) ? ' (violated)' : ''}`,
  );
  tell(`  ${set.name}: ${shown.join(', ')}`);
  return falls.length === 0;
}

/** Changes of each pair that are printed. */
const SHOWN = 3;

function tellPacks(
  first: AskedPack,
  second: string,
  changes: readonly Change[],
  tell: (line: string) => void,
): boolean {
  const { own, others, isBroken } = countChanges(changes, first);
  const share = ((100 * own.changed) / Math.max(1, own.asked)).toFixed(1);
  tell(
    `  ${first.name} beside ${second}: ${own.changed} of ${own.asked} (${share} %), ${own.sure} of them ` +
      `from or to a sure answer; for ${own.added} more the second offers something where the first is ` +
      `silent; ${others.changed} of ${others.asked} other lines${isBroken ? ' (violated)' : ''}`,
  );
  const worstFirst = changes.filter(({ isOwn }) => isOwn).sort((a, b) => Number(isSure(b)) - Number(isSure(a)));
  for (const { text, alone, beside } of worstFirst.slice(0, SHOWN)) tell(`    "${text}": ${alone} -> ${beside}`);
  return !isBroken;
}

/** Two packs: questions are asked about the first one, alone and with the second one added. */
interface Pair {
  readonly first: AskedPack;
  /** Name of the second pack. */
  readonly name: string;
  readonly second: readonly Entry[];
}

const INCLUDED = 'the included pack';

/**
 * Pairs of each FAQ with the included pack and with another FAQ; and of the included pack, in each of its languages,
 * with a FAQ. Both of a pair have the same language if possible.
 */
async function pairsOf(faqs: readonly Faq[], included: readonly Entry[]): Promise<Pair[]> {
  const other = (language: string, name: string, at: number): Faq | undefined => {
    const others = [...faqs.slice(at + 1), ...faqs.slice(0, at)].filter((one) => familyOf(one.name) !== familyOf(name));
    return others.find((one) => baseOf(one.language) === baseOf(language)) ?? others[0];
  };
  const pairs = faqs.flatMap(({ name, language, knowledge, questions }, at): Pair[] => {
    const [first, second] = [{ name, entries: knowledge, questions }, other(language, name, at)];
    return [
      { first, name: INCLUDED, second: included },
      ...(second ? [{ first, name: second.name, second: second.knowledge }] : []),
    ];
  });
  const own = await Promise.all(packSources().map(readSet));
  return [
    ...pairs,
    ...own.flatMap(({ name, language, knowledge = [], questions }): Pair[] => {
      const second = other(language, name, -1);
      return second
        ? [
            {
              first: {
                name,
                entries: knowledge,
                questions: questions.map(({ text, gold }) => ({ text, gold, locale: language })),
              },
              name: second.name,
              second: second.knowledge,
            },
          ]
        : [];
    }),
  ];
}

/**
 * The included pack, with its models in the bot's cache: every FAQ is paired with it, and it takes a minute to learn.
 */
async function learnOnce(
  entries: readonly Entry[],
  locales: Locales,
  onProgress: OnProgress,
): Promise<LibraryOptions['learned']> {
  const place = { root: ROOT, cacheDir: readConfig().cacheDir, inUse: [] };
  const indexes = indexNamesOf(entries);
  for (const [done, index] of indexes.entries()) {
    onProgress(`learning ${INCLUDED}`, done, indexes.length);
    await learn({ ...place, entries, locales, index });
  }
  return openModelCache(place, entries, locales);
}

/** A pack with a number of phrasings per entry, and its results. */
interface Step {
  readonly phrasings: number;
  /** Percentage of the answerable questions that are answered directly and rightly. */
  readonly right: number;
}

/** Phrasings per entry in each step; each step has those of the one before. */
const STEPS: readonly number[] = [0, 1, 2, 3, 10];

/**
 * Percentage points that a step may be below the one before, as some questions in a thousand are just at the threshold.
 */
const MOST_FALL = 1;

/**
 * Asks the same questions of the same entries with more and more of their phrasings.
 * @param onStep called before each step
 */
export function phrasingSteps(
  set: Omit<DataSet, 'name'>,
  options: LibraryOptions,
  onStep: (phrasings: number) => void = () => undefined,
): Step[] {
  const asked = set.questions.filter(({ gold }) => gold.length > 0);
  return STEPS.map((phrasings) => {
    onStep(phrasings);
    const entries = set.entries.map((entry) =>
      entryOf({ ...entry, phrasings: entry.phrasings.slice(0, phrasings) }, set.language),
    );
    const library = buildLibrary(entries, options);
    const right = share(asked, ({ text, gold }) => {
      const { kind, candidates } = answerFrom(library, text.slice(0, LONGEST_QUESTION), set.language);
      return kind === 'sure' && gold.includes(candidates[0]?.entry.id ?? '');
    });
    return { phrasings, right: right ?? 0 };
  });
}

/** Steps that are lower than the one before by more than the law allows. */
export const fallsIn = (steps: readonly Step[]): Step[] =>
  steps.filter(({ right }, at) => right < (steps[at - 1]?.right ?? 0) - MOST_FALL);
