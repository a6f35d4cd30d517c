import { type App, type AppOptions, IN_MEMORY, ROOT } from '../app.ts';
import { readConfig } from '../config.ts';
import { MOST_OFFERED } from '../core/calibration/policy.ts';
import { answerFrom } from '../core/search/engine.ts';
import { type CheckCase, failedCheck } from '../knowledge/format/checks-file.ts';
import { formatProblem, hasErrors, type Problem } from '../knowledge/format/problem.ts';
import { readLocales } from '../knowledge/languages/locales.ts';
import { adviseOn } from '../knowledge/packs/advise.ts';
import { coverageOf, overdueOf } from '../knowledge/packs/coverage.ts';
import { readPack } from '../knowledge/packs/pack.ts';
import { type Knowledge, readKnowledge } from '../knowledge/packs/read-knowledge.ts';
import { showProgress } from '../progress.ts';
import { openApp } from './open-app.ts';

/**
 * `wenda knowledge check`. @returns 0, or 1 if anything is wrong: an error, a warning, an overdue entry, a failed
 * check. Advice is nothing wrong.
 */
export async function checkCommand(given: string | undefined): Promise<number> {
  const config = readConfig();
  const dir = given ?? config.knowledgeDir;
  const knowledge = await readKnowledge(dir);
  const locales = await readLocales(`${ROOT}locales`);
  const problems = [...locales.problems, ...knowledge.problems];
  printPacks(knowledge);
  const overdue = overdueOf(knowledge.entries, new Date().toISOString().slice(0, 10)).map(
    ({ id }) => `${id}: overdue (read it again, then move review_by)`,
  );
  const asked = hasErrors(problems)
    ? undefined
    : await askAll(knowledge, { ...config, knowledgeDir: dir, databaseUrl: IN_MEMORY });
  const lines = [...problems.map(formatProblem), ...overdue, ...(asked?.failed ?? []).map(formatProblem)];
  for (const line of lines) print(line);
  for (const line of adviceLines(asked?.advice ?? [])) print(line);
  if (!asked && knowledge.checks.length > 0) print('the checks were not asked, because of the errors above');
  const count = asked?.advice.length ?? 0;
  const advised = count > 0 ? `; ${count} piece${count === 1 ? '' : 's'} of advice` : '';
  const wrong = `${lines.length} problem${lines.length === 1 ? '' : 's'}`;
  const outcome = lines.length === 0 ? `no problems; ${knowledge.checks.length} checks passed` : wrong;
  print(`${outcome}${advised}`);
  return lines.length === 0 ? 0 : 1;
}

/** Of each kind of advice as many as somebody reads: what was just imported lacks phrasings everywhere. */
function adviceLines(advice: readonly Problem[]): string[] {
  const byKind = new Map<string, Problem[]>();
  for (const one of advice) byKind.set(one.code, [...(byKind.get(one.code) ?? []), one]);
  return [...byKind.values()].flatMap((same) => {
    const rest = same.length - MOST_ALIKE;
    return [
      ...same.slice(0, MOST_ALIKE).map((one) => `advice: ${formatProblem(one)}`),
      ...(rest > 0 ? [`advice: the same for ${rest} more ${rest === 1 ? 'entry' : 'entries'}`] : []),
    ];
  });
}

const MOST_ALIKE = 10;

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
  readonly advice: readonly Problem[];
}

/** Learns the packs and asks them: their checks, and headings in other words. */
async function askAll({ packs, checks }: Knowledge, options: AppOptions): Promise<Asked> {
  const app = await openApp(options);
  const progress = showProgress(process.stderr);
  try {
    const failed = failedChecks(app, checks, (done) => progress.show('asking', done, checks.length));
    const files = (await Promise.all(packs.map(({ dir }) => readPack(dir)))).flatMap((pack) => pack.files);
    return { failed, advice: adviceOf(app, files, (done) => progress.show('looking for advice', done, files.length)) };
  } finally {
    progress.clear();
    await app.close();
  }
}

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
    find,
    onProgress,
  });
}
