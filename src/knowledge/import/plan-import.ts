import { effectiveTexts, keyOf, type PlacedText } from '../export/effective-texts.ts';
import { exportFiles } from '../export/export-files.ts';
import { type CommunityState, type KnowledgeEdit, recordsOf, splitKey } from '../export/records.ts';
import { hasErrors, type Problem } from '../format/problem.ts';
import { CHECKS_FILE, PACK_FILE } from '../packs/pack-files.ts';
import { collectEdits, type Edits } from './edits.ts';
import type { Import } from './imported.ts';
import { type PlacedEntry, placeEntries } from './place-entries.ts';
import { checkRelated, planChecks, planPackJson, planSources } from './plan-packs.ts';

export interface ImportPlan {
  /** New values of records; empty if nothing changes, or if a problem is an error. */
  readonly edits: readonly KnowledgeEdit[];
  /** Entries by `<language>/<id>`, in order. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  /** Other files that are new or change: `<pack>/pack.json`, `<pack>/<language>/checks.md`. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Compares what was imported with what a community knows. An import adds and changes, and brings back what was retired;
 * it takes nothing away. What an export of the community would hold already is left alone.
 */
export function planImport(state: CommunityState, { packs, problems: told }: Import): ImportPlan {
  const { entries: placed, problems: misplaced } = placeEntries(effectiveTexts(state), packs);
  const retired = retiredAmong(placed, state);
  const revived = {
    ...state,
    records: state.records.filter(({ kind, key }) => kind !== 'retired' || !retired.includes(key)),
  };
  const { entries, problems: unrelated } = checkRelated(revived, placed, packs);
  const before = exportFiles(state);
  const now = retired.length === 0 ? before : exportFiles(revived);
  const edits = collectEdits(state.records);
  for (const key of retired) edits.set('retired', key, null);
  const summary = planEntries(state, entries, { before, now }, edits);
  planPackJson(revived, entries, packs, now, edits);
  planChecks(revived, packs, now, edits);
  const problems = [...told, ...misplaced, ...unrelated, ...planSources(revived, entries, packs, edits)];
  return { ...summary, files: filesIn(edits.all()), edits: hasErrors(problems) ? [] : edits.all(), problems };
}

function filesIn(edits: readonly KnowledgeEdit[]): string[] {
  const paths = edits.flatMap(({ kind, key }) => {
    if (kind === 'pack') return `${key}/${PACK_FILE}`;
    if (kind === 'source') return `${splitKey(key)[0]}/${PACK_FILE}`;
    return kind === 'checks' ? `${key}/${CHECKS_FILE}` : [];
  });
  return [...new Set(paths)].sort();
}

/** Keys of the records that keep imported entries back. */
function retiredAmong(entries: readonly PlacedEntry[], { records }: CommunityState): string[] {
  const ids = new Set(entries.map(({ id }) => id));
  return [...recordsOf(records, 'retired').keys()].filter((key) => ids.has(key.normalize('NFC')));
}

/** The community's export as it is, and without the retiring of what is imported. */
interface Exports {
  readonly before: ReadonlyMap<string, string>;
  readonly now: ReadonlyMap<string, string>;
}

function planEntries(
  { packs }: CommunityState,
  entries: readonly PlacedEntry[],
  { before, now }: Exports,
  edits: Edits,
): Pick<ImportPlan, 'added' | 'changed' | 'unchanged'> {
  const folder = new Map(effectiveTexts({ packs, records: [] }).map((one) => [pathOf(one), one.text]));
  const lists = { added: [] as string[], changed: [] as string[], unchanged: [] as string[] };
  for (const entry of entries) {
    const path = pathOf(entry);
    const isSame = now.get(path) === entry.text;
    if (!isSame) setEntry(entry, folder.get(path), edits);
    const list = before.has(path) ? (isSame ? 'unchanged' : 'changed') : 'added';
    lists[list].push(keyOf(entry));
  }
  for (const list of Object.values(lists)) list.sort((a, b) => (a < b ? -1 : 1));
  return lists;
}

const pathOf = (one: Pick<PlacedText, 'pack' | 'language' | 'id'>): string => `${one.pack}/${keyOf(one)}.md`;

/** An entry that the folder has needs no record. */
function setEntry(entry: PlacedText, folder: string | undefined, edits: Edits): void {
  const { pack, text } = entry;
  edits.set('entry', keyOf(entry), folder === text ? null : { pack, text });
  edits.set('phrasings', keyOf(entry), null);
}
