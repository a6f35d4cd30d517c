import { groupBy } from '../core/text/group-by.ts';
import { formatProblem } from '../knowledge/format/problem.ts';
import { countQuestions } from '../knowledge/import/count-questions.ts';
import type { Import, Repaired } from '../knowledge/import/imported.ts';
import type { ImportPlan } from '../knowledge/import/plan-import.ts';

/** Most places that are listed for each kind of repair. */
const MOST_PLACES = 3;

/** The report of an import: problems first, totals last. @param plan for a community or a folder */
export function reportLines(imported: Import, plan: Omit<ImportPlan, 'edits' | 'order'>): string[] {
  const { added, changed, unchanged, files, problems } = plan;
  const ordered = [...problems].sort((a, b) => Number(a.level !== 'error') - Number(b.level !== 'error'));
  return [
    ...ordered.map(formatProblem),
    ...imported.skipped.map((problem) => `skipped: ${formatProblem(problem)}`),
    ...repairLines(imported.repaired),
    ...added.map((key) => `+ ${key}`),
    ...changed.map((key) => `~ ${key}`),
    ...files.map((file) => `~ ${file}`),
    [`${added.length} added, ${changed.length} changed, ${unchanged.length} unchanged`, ...counts(imported)].join(', '),
    questionLine(imported),
  ];
}

function questionLine(imported: Import): string {
  const { found, made, named } = countQuestions(imported);
  return `questions found: ${found}, entries made: ${made}, named: ${named}`;
}

function counts({ repaired, skipped }: Import): string[] {
  const entries = new Set(repaired.map(placeOf)).size;
  return [
    ...(entries > 0 ? [`${entries} repaired`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
  ];
}

const placeOf = ({ file, line }: Pick<Repaired, 'file' | 'line'>): string => `${file}:${line}`;

/** Repairs by kind, the most frequent first. */
function repairLines(repaired: readonly Repaired[]): string[] {
  return [...groupBy(repaired, ({ what }) => what)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([what, all]) => `repaired: ${what}: ${shownPlaces([...new Set(all.map(placeOf))])}`);
}

function shownPlaces(places: readonly string[]): string {
  const rest = places.length - MOST_PLACES;
  return [...places.slice(0, MOST_PLACES), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}
