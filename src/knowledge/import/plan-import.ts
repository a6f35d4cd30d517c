import { isDeepStrictEqual } from 'node:util';
import type { Source } from '../../core/entry/entry.ts';
import { effectivePack, sourcesIn } from '../export/effective-pack.ts';
import { effectiveTexts, keyOf, type PlacedText, withoutMark } from '../export/effective-texts.ts';
import { exportFiles } from '../export/export-files.ts';
import {
  type CommunityState,
  type KnowledgeEdit,
  type KnowledgeRecord,
  type RecordKind,
  type RecordValues,
  recordsOf,
  retiredIn,
  splitKey,
} from '../export/records.ts';
import { withoutMissingRelated } from '../export/without-missing.ts';
import { splitFrontMatter } from '../format/front-matter.ts';
import { checkJson } from '../format/json-file.ts';
import { PACK_SHAPE } from '../format/pack-json.ts';
import { fault, hasErrors, inFile, type Problem, shortened, warning } from '../format/problem.ts';
import { CHECKS_FILE, PACK_FILE } from '../packs/pack-files.ts';
import type { Import, ImportedPack } from './imported.ts';
import { type PlacedEntry, placeEntries } from './place-entries.ts';

export interface ImportPlan {
  /** New values of records; empty if nothing changes, or if any problem is an error. */
  readonly edits: readonly KnowledgeEdit[];
  /** Entries as `<language>/<id>`, sorted. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  /** Ids of all imported entries, in the order of the import. */
  readonly order: readonly string[];
  /** Other files that are added or changed: `<pack>/pack.json`, `<pack>/<language>/checks.md`. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Compares an import with the knowledge of a community. An import adds and changes entries and brings back retired
 * ones; it never removes an entry. Whatever an export of the community would already contain is left alone, so that
 * importing an export changes nothing.
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
  const order = [...new Set(entries.map(({ id }) => id))];
  return { ...summary, order, files: filesIn(edits.all()), edits: hasErrors(problems) ? [] : edits.all(), problems };
}

function filesIn(edits: readonly KnowledgeEdit[]): string[] {
  const paths = edits.flatMap(({ kind, key }) => {
    if (kind === 'pack') return `${key}/${PACK_FILE}`;
    if (kind === 'source') return `${splitKey(key)[0]}/${PACK_FILE}`;
    return kind === 'checks' ? `${key}/${CHECKS_FILE}` : [];
  });
  return [...new Set(paths)].sort();
}

/** Keys of the records by which imported entries are retired. */
function retiredAmong(entries: readonly PlacedEntry[], { records }: CommunityState): string[] {
  const ids = new Set(entries.map(({ id }) => id));
  return [...recordsOf(records, 'retired').keys()].filter((key) => ids.has(key.normalize('NFC')));
}

/** The community's export as it is, and as it would be with the imported entries no longer retired. */
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

/**
 * Records an entry's text, unless the pack's folder has it already. The text has all phrasings, so those added to the
 * old one go.
 */
function setEntry(entry: PlacedText, folder: string | undefined, edits: Edits): void {
  const { pack, text } = entry;
  edits.set('entry', keyOf(entry), folder === text ? null : { pack, text });
  edits.set('phrasings', keyOf(entry), null);
}

/** Removes relations to entries that do not exist, in entries that came without their pack. */
function checkRelated(
  state: CommunityState,
  entries: readonly PlacedEntry[],
  packs: readonly ImportedPack[],
): { readonly entries: readonly PlacedEntry[]; readonly problems: readonly Problem[] } {
  const whole = new Set(packs.filter(({ packJson }) => packJson !== undefined).map(({ name }) => name));
  const retired = retiredIn(state.records);
  const present = [...effectiveTexts(state).filter(({ id }) => !retired.has(id)), ...entries];
  const problems: Problem[] = [];
  const kept = entries.map((entry): PlacedEntry => {
    if (whole.has(entry.pack)) return entry;
    const { frontMatter, lineOf } = splitFrontMatter(entry.text);
    if (!frontMatter) return entry;
    const ids = new Set(present.filter(({ pack }) => pack === entry.pack).map(({ id }) => id));
    const lost = frontMatter.related.filter((id) => !ids.has(id.normalize('NFC')));
    problems.push(
      ...inFile(
        entry.file,
        lost.map((id) =>
          warning(lineOf(['related']), 'related-left-out', { id: shortened(id), pack: shortened(entry.pack) }),
        ),
      ),
    );
    return { ...entry, text: withoutMissingRelated(entry.text, ids) };
  });
  return { entries: kept, problems };
}

/** Replaces pack.json if the imported one differs. Sources of entries that are not imported are kept. */
function planPackJson(
  state: CommunityState,
  entries: readonly PlacedEntry[],
  packs: readonly ImportedPack[],
  now: ReadonlyMap<string, string>,
  edits: Edits,
): void {
  if (packs.every(({ packJson }) => packJson === undefined)) return;
  // If pack.json is generated on export, the new entries may change it: compare with what it will be.
  const then = edits.all().length === 0 ? now : exportFiles({ ...state, records: edits.applied() });
  for (const { name, packJson } of packs) {
    if (packJson === undefined || then.get(`${name}/${PACK_FILE}`) === packJson) continue;
    const folder = state.packs.find((pack) => pack.name === name)?.files.get(PACK_FILE);
    edits.set('pack', name, folder !== undefined && withoutMark(folder) === packJson ? null : { text: packJson });
    const brought = new Set(Object.keys(checkJson(packJson, PACK_SHAPE).data?.sources ?? {}));
    const needed = neededBeside(state, entries, name);
    for (const id of effectivePack(state, name).extra.keys()) edits.set('source', `${name}/${id}`, null);
    for (const [id, source] of sourcesOf(state, name))
      if (needed.has(id) && !brought.has(id)) edits.set('source', `${name}/${id}`, source);
  }
}

/** Ids of the sources that the pack's other entries, those not imported, refer to. */
function neededBeside(state: CommunityState, entries: readonly PlacedEntry[], name: string): Set<string> {
  const imported = new Set(entries.map(keyOf));
  return new Set(
    effectiveTexts(state)
      .filter((one) => one.pack === name && !imported.has(keyOf(one)))
      .flatMap(({ text }) => sourcesIn(text)),
  );
}

function sourcesOf(state: CommunityState, name: string): Map<string, Source> {
  const { info, extra } = effectivePack(state, name);
  return new Map([...Object.entries(info?.sources ?? {}), ...extra]);
}

function planChecks(
  state: CommunityState,
  packs: readonly ImportedPack[],
  now: ReadonlyMap<string, string>,
  edits: Edits,
): void {
  for (const { name, checks } of packs) {
    for (const [language, text] of checks) {
      const path = `${language}/${CHECKS_FILE}`;
      if (now.get(`${name}/${path}`) === text) continue;
      const folder = state.packs.find((pack) => pack.name === name)?.files.get(path);
      edits.set(
        'checks',
        `${name}/${language}`,
        folder !== undefined && withoutMark(folder) === text ? null : { text },
      );
    }
  }
}

/** Adds the sources of entries that came without their pack. A source that is defined nowhere is an error. */
function planSources(
  state: CommunityState,
  entries: readonly PlacedEntry[],
  packs: readonly ImportedPack[],
  edits: Edits,
): Problem[] {
  const whole = new Set(packs.filter(({ packJson }) => packJson !== undefined).map(({ name }) => name));
  const known = new Map([...new Set(entries.map(({ pack }) => pack))].map((name) => [name, sourcesOf(state, name)]));
  return entries
    .filter(({ pack }) => !whole.has(pack))
    .flatMap(({ pack, text, sources, file }) =>
      sourcesIn(text).flatMap((id) => {
        const source = sources[id];
        if (known.get(pack)?.has(id)) return [];
        if (source) edits.set('source', `${pack}/${id}`, source);
        return source
          ? []
          : inFile(file, [fault(1, 'unexplained-source', { id: shortened(id), pack: shortened(pack) })]);
      }),
    );
}

type Edits = ReturnType<typeof collectEdits>;

/** Collects new values of records, and ignores those that are already in place. */
function collectEdits(records: readonly KnowledgeRecord[]) {
  const present = new Map<string, unknown>(records.map(({ kind, key, value }) => [`${kind} ${key}`, value]));
  const wanted = new Map<string, KnowledgeEdit>();
  return {
    /** Changes only, sorted by kind and key. */
    all: (): readonly KnowledgeEdit[] => {
      const changes = [...wanted].filter(([place, { value }]) => !isDeepStrictEqual(present.get(place) ?? null, value));
      return changes.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edit]) => edit);
    },
    applied: (): readonly KnowledgeRecord[] => [
      ...records.filter(({ kind, key }) => !wanted.has(`${kind} ${key}`)),
      ...[...wanted.values()].filter(isRecord),
    ],
    /** @param value null removes the record. A later value for the same key replaces an earlier one. */
    set: <K extends RecordKind>(kind: K, key: string, value: RecordValues[K] | null): void =>
      void wanted.set(`${kind} ${key}`, { kind, key, value } as KnowledgeEdit),
  };
}

const isRecord = (edit: KnowledgeEdit): edit is KnowledgeRecord => edit.value !== null;
