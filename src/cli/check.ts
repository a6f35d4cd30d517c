import { type App, type AppOptions, IN_MEMORY } from '../app.ts';
import { dayOf } from '../bot/moment.ts';
import { readConfig } from '../config.ts';
import { MOST_OFFERED } from '../core/calibration/policy.ts';
import type { Entry } from '../core/entry/entry.ts';
import { answerFrom } from '../core/search/engine.ts';
import { groupBy } from '../core/text/group-by.ts';
import { type CheckCase, failedCheck } from '../knowledge/format/checks-file.ts';
import type { EntryFile } from '../knowledge/format/entry-file.ts';
import { formatProblem, hasErrors, type Problem } from '../knowledge/format/problem.ts';
import { readLocales } from '../knowledge/languages/locales.ts';
import { adviseOn } from '../knowledge/packs/advise.ts';
import { coverageOf } from '../knowledge/packs/coverage.ts';
import { hardToFind } from '../knowledge/packs/hard-to-find.ts';
import { readPack } from '../knowledge/packs/pack.ts';
import { type Knowledge, readKnowledge } from '../knowledge/packs/read-knowledge.ts';
import { staleWeights } from '../knowledge/packs/weights-file.ts';
import { ROOT } from '../package.ts';
import { showProgress } from '../progress.ts';
import { templateIn } from './new.ts';
import { openApp } from './open-app.ts';
import { quotedPath } from './quoted-path.ts';
import { typedAs } from './typed-as.ts';
import type { ValuesOf } from './usage.ts';

/**
 * `wenda knowledge check`.
 * @returns 0, or 1 if there is an error, a warning or a failed check. Advice does not count. Nor does an overdue
 * review, so that no build fails just because a day has passed.
 */
export async function checkCommand(
  given: string | undefined,
  { all = false, against }: ValuesOf<'knowledge check'> = {},
): Promise<number> {
  const config = readConfig();
  const dir = given ?? config.knowledgeDir;
  const knowledge = await readKnowledge(dir);
  const locales = await readLocales(`${ROOT}locales`);
  const problems = [...locales.problems, ...knowledge.problems, ...staleWeights(knowledge, locales)];
  printPacks(knowledge);
  const asked = hasErrors(problems)
    ? undefined
    : await askAll(knowledge, { ...config, knowledgeDir: dir, databaseUrl: IN_MEMORY }, against);
  const lines = [...problems.map(formatProblem), ...(asked?.failed ?? []).map(formatProblem), ...(asked?.broken ?? [])];
  for (const line of lines) print(line);
  for (const line of asked?.few ?? []) print(`advice: ${line}`);
  for (const one of all ? (asked?.hard ?? []) : (asked?.hard ?? []).slice(0, MOST_HARD))
    print(`advice: ${formatProblem(one)}`);
  for (const kind of asked?.advice ?? []) for (const line of adviceLines(kind, all)) print(line);
  if (!asked && knowledge.checks.length > 0) print('the checks were not asked, because of the errors above');
  const hard = Math.min(MOST_HARD, asked?.hard.length ?? 0);
  const count = hard + (asked?.few.length ?? 0) + (asked?.advice.flat().length ?? 0);
  const advised = count > 0 ? `; ${count} piece${count === 1 ? '' : 's'} of advice` : '';
  const wrong = `${lines.length} problem${lines.length === 1 ? '' : 's'}`;
  const outcome = lines.length === 0 ? `no problems; ${knowledge.checks.length} checks passed` : wrong;
  print(`${outcome}${advised}`);
  return lines.length === 0 ? 0 : 1;
}

/** The most important advice of one kind: after an import, all entries lack phrasings. */
function adviceLines(kind: readonly Problem[], isAll: boolean): string[] {
  const shown = isAll ? kind : kind.slice(0, MOST_ALIKE);
  const rest = kind.length - shown.length;
  return [
    ...shown.map((one) => `advice: ${formatProblem(one)}`),
    ...(rest > 0 ? [`advice: ${rest} more like ${kind.length - rest === 1 ? 'this' : 'these'} (--all shows all)`] : []),
  ];
}

const MOST_ALIKE = 5;
/** Most entries listed that need a phrasing. For these, a person can write some by hand. */
const MOST_HARD = 10;
/**
 * An entry with fewer phrasings than this has few. From this many such entries on, one line is printed for all of them.
 */
const [FEW_PHRASINGS, FEW_ENTRIES] = [4, 3];

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

function printPacks(knowledge: Knowledge): void {
  for (const { pack, language, written, total, missing } of coverageOf(knowledge)) {
    const rest = missing.length > 0 ? `; missing ${missing.join(', ')}` : '';
    print(`${pack} ${language}: ${written} of ${total} entries${rest}`);
  }
  for (const example of knowledge.examples)
    print(`${example}: an example, which is passed over beside other packs (name it in KNOWLEDGE_DIR to load it, too)`);
}

interface Asked {
  readonly failed: readonly Problem[];
  /** A line for each question that is no longer answered as before. */
  readonly broken: readonly string[];
  /** A line for each pack with too few phrasings to be found by most members. */
  readonly few: readonly string[];
  /** Entries that need a phrasing, the neediest first. */
  readonly hard: readonly Problem[];
  /** Other advice by kind, the neediest entries first. */
  readonly advice: readonly (readonly Problem[])[];
}

/** Trains the packs and asks them their checks, and headings in other words. */
async function askAll({ packs, checks }: Knowledge, options: AppOptions, against: string | undefined): Promise<Asked> {
  const app = await openApp(options);
  const progress = showProgress(process.stderr);
  try {
    const failed = failedChecks(app, checks, (done) => progress.show('asking', done, checks.length));
    const broken = against === undefined ? [] : await brokenSince({ ...options, knowledgeDir: against }, app);
    const read = await Promise.all(packs.map(({ dir }) => readPack(dir)));
    const files = read.flatMap((pack) => pack.files);
    const advice = adviceOf(app, files, (done) => progress.show('looking for advice', done, files.length));
    const hard = read.flatMap((pack) => hardToFind(pack.files, app.services.languages));
    const few = packs.flatMap(({ dir }, at) => fewPhrasings(dir, read[at]?.files ?? []));
    return { failed, broken, few, hard, advice: [...groupBy(advice, ({ code }) => code).values()] };
  } finally {
    progress.clear();
    await app.close();
  }
}

/** One line for each language of a pack, if many of its entries have few phrasings. */
const fewPhrasings = (dir: string, files: readonly EntryFile[]): string[] =>
  [
    ...groupBy(
      files.filter(({ text }) => text),
      ({ language }) => language,
    ),
  ].flatMap(([language, own]) => {
    const few = own.filter(({ text }) => (text?.phrasings.length ?? 0) < FEW_PHRASINGS).length;
    const command = `${typedAs('knowledge -- phrasings')} ${quotedPath(dir)}`;
    return few < FEW_ENTRIES
      ? []
      : [`${few} of ${own.length} entries (${language}) have fewer than ${FEW_PHRASINGS} phrasings: ${command}`];
  });

function failedChecks({ services }: App, checks: readonly CheckCase[], onProgress: (done: number) => void): Problem[] {
  const { library } = services.knowledge.current();
  return checks.flatMap((check, at) => {
    onProgress(at);
    return failedCheck(check, answerFrom(library, check.text, check.language)) ?? [];
  });
}

function adviceOf(
  { services }: App,
  files: Parameters<typeof adviseOn>[0],
  onProgress: (done: number) => void,
): Problem[] {
  const { library } = services.knowledge.current();
  const find = (question: string, language: string) => {
    const { kind, candidates } = answerFrom(library, question, language);
    const shown = { sure: 1, unsure: MOST_OFFERED, unknown: 0 }[kind];
    return candidates.slice(0, shown).map(({ entry }) => entry.id);
  };
  return adviseOn(files, {
    languages: services.languages,
    stopgaps: (language) => services.speak(language)('stopgaps').split('|'),
    template: (language) => templateIn(services.speak(language)),
    today: dayOf(services.now()),
    find,
    onProgress,
  });
}

/**
 * A line for each thing that a change of the knowledge breaks: removed entries, and headings and phrasings that no
 * longer find their entry. Texts that the change removed are not asked.
 * @param before options that open the former knowledge
 * @throws KnowledgeError if that cannot be read
 */
async function brokenSince(before: AppOptions, { services }: App): Promise<string[]> {
  const old = await openApp(before);
  try {
    const [was, is] = [old.services.knowledge.current(), services.knowledge.current()];
    return [...was.entries.values()].flatMap((entry) => {
      const now = is.entries.get(entry.id);
      if (!now) return [`breaks: ${entry.id} is gone`];
      return questionsOfBoth(entry, now).flatMap(([language, words]) =>
        answerTo(was, words, language) !== entry.id || answerTo(is, words, language) === entry.id
          ? []
          : [`breaks: ${language} "${words}" led to ${entry.id}, ${outcome(answerTo(is, words, language))}`],
      );
    });
  } finally {
    await old.close();
  }
}

type Shared = ReturnType<App['services']['knowledge']['current']>;

const questionsOfBoth = (before: Entry, after: Entry): (readonly [language: string, words: string])[] =>
  [...before.texts].flatMap(([language, { title, phrasings }]) => {
    const text = after.texts.get(language);
    const still = new Set(text && [text.title, ...text.phrasings]);
    return [title, ...phrasings].filter((words) => still.has(words)).map((words) => [language, words] as const);
  });

/** The id of the direct answer; null if there are only offers, undefined if there is nothing. */
function answerTo({ library }: Shared, words: string, language: string): string | null | undefined {
  const { kind, candidates } = answerFrom(library, words, language);
  return kind === 'sure' ? candidates[0]?.entry.id : kind === 'unsure' ? null : undefined;
}

function outcome(entry: string | null | undefined): string {
  if (entry === undefined) return 'and now gets no answer';
  return entry === null ? 'and now gets only choices' : `and now leads to ${entry}`;
}
