import { formatProblem, type ProblemCode } from '../knowledge/format/problem.ts';
import type { Import, Repaired } from '../knowledge/import/imported.ts';
import type { ImportPlan } from '../knowledge/import/plan-import.ts';

/** Places that are named for each kind of repair. */
const MOST_PLACES = 3;

/**
 * Report of what an import takes, repairs and leaves out: problems first, numbers last.
 * @param plan for a community or a folder
 */
export function reportLines(imported: Import, plan: Omit<ImportPlan, 'edits'>): string[] {
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

/** What is told of a question that became no entry. */
const NAMED: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'question-in-answer',
  'question-in-code',
  'unread-question',
  'asking-chapter',
  'repeated-question',
  'question-in-other-file',
  'repeated-entry',
  'entry-in-other-file',
]);

/** Errors of a whole file. */
const OF_FILE = /(?:-file|-kind|-import|-without-questions)$/;

function questionLine({ packs, problems, skipped }: Import): string {
  const made = packs.reduce((sum, { entries }) => sum + entries.length, 0);
  const named = [...problems, ...skipped].filter(
    ({ code, level }) => NAMED.has(code) || (level === 'error' && !OF_FILE.test(code)),
  ).length;
  return `questions found: ${made + named}, entries made: ${made}, named: ${named}`;
}

function counts({ repaired, skipped }: Import): string[] {
  const entries = new Set(repaired.map(placeOf)).size;
  return [
    ...(entries > 0 ? [`${entries} repaired`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
  ];
}

const placeOf = ({ file, line }: Pick<Repaired, 'file' | 'line'>): string => `${file}:${line}`;

/** By what was done, the most frequent first. */
function repairLines(repaired: readonly Repaired[]): string[] {
  const kinds = new Map<string, string[]>();
  for (const one of repaired) {
    const places = kinds.get(one.what) ?? [];
    places.push(placeOf(one));
    kinds.set(one.what, places);
  }
  return [...kinds]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([what, places]) => `repaired: ${what}: ${shownPlaces([...new Set(places)])}`);
}

function shownPlaces(places: readonly string[]): string {
  const rest = places.length - MOST_PLACES;
  return [...places.slice(0, MOST_PLACES), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}
