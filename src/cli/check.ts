import { assemble, IN_MEMORY, ROOT } from '../assembly.ts';
import { readConfig } from '../config.ts';
import { answerFrom } from '../core/engine.ts';
import type { CheckCase } from '../knowledge/checks-file.ts';
import { coverageOf, overdueOf } from '../knowledge/coverage.ts';
import { failedCheck } from '../knowledge/failed-check.ts';
import type { Folders } from '../knowledge/find-packs.ts';
import { readLocales } from '../knowledge/locales.ts';
import { formatProblem } from '../knowledge/problem.ts';
import { readKnowledge } from '../knowledge/read-knowledge.ts';
import { showProgress } from '../progress.ts';

/** `wenda knowledge check`. @returns 0, or 1 if anything is wrong: an error, a warning, an overdue entry, a failed check. */
export async function checkCommand(given: string | undefined): Promise<number> {
  const config = readConfig();
  const dir = given ?? config.knowledgeDir;
  const knowledge = await readKnowledge(dir);
  const locales = await readLocales(`${ROOT}locales`);
  const problems = [...locales.problems, ...knowledge.problems];
  const errors = problems.some(({ level }) => level === 'error');
  for (const { pack, language, written, total, missing } of coverageOf(knowledge)) {
    print(`${pack} ${language}: ${written} of ${total} entries${missing.length > 0 ? `; missing ${missing.join(', ')}` : ''}`);
  }
  const overdue = overdueOf(knowledge.entries, new Date().toISOString().slice(0, 10)).map(({ id }) => `${id}: overdue (read it again, then move review_by)`);
  const failed = errors ? [] : await failedChecks(dir, knowledge.checks, config.defaultLanguage);
  const lines = [...problems.map(formatProblem), ...overdue, ...failed];
  for (const line of lines) print(line);
  if (errors && knowledge.checks.length > 0) print('the checks were not asked, because of the errors above');
  print(lines.length === 0 ? `no problems; ${knowledge.checks.length} checks passed` : `${lines.length} problem${lines.length === 1 ? '' : 's'}`);
  return lines.length === 0 ? 0 : 1;
}

const print = (line: string): boolean => process.stdout.write(`${line}\n`);

async function failedChecks(knowledgeDir: Folders, checks: readonly CheckCase[], defaultLanguage: string): Promise<string[]> {
  if (checks.length === 0) return [];
  const progress = showProgress(process.stderr);
  const { services } = await assemble({ knowledgeDir, defaultLanguage, databaseUrl: IN_MEMORY, onProgress: progress.show });
  const { library } = services.knowledge.current();
  const failed = checks.flatMap((check, at) => {
    progress.show('asking', at, checks.length);
    const problem = failedCheck(check, answerFrom(library, check.text, check.language));
    return problem ? [formatProblem(problem)] : [];
  });
  progress.clear();
  return failed;
}
