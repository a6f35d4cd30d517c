import type { Source } from '../../core/entry/entry.ts';

/** Knowledge that a community keeps beside the packs, by kind. */
export interface RecordValues {
  /**
   * Key `<language>/<entry id>`: the whole file of an entry that was taught or corrected in one language. Its pack is
   * that of the corrected entry, else the community's own.
   */
  readonly entry: { readonly pack: string; readonly text: string };
  /** Key `<language>/<entry id>`: changes of the phrasings of an entry that is otherwise unchanged. */
  readonly phrasings: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** Key: an entry's id. */
  readonly retired: { readonly why: string };
  /** Key: a pack's name. Its pack.json, if it differs from the folder's, or if there is no folder. */
  readonly pack: { readonly text: string };
  /** Key `<pack>/<source id>`: a source that is not in pack.json. */
  readonly source: Source;
  /** Key `<pack>/<language>`: the text of checks.md if it differs from the folder's, or if there is no folder. */
  readonly checks: { readonly text: string };
}

export type RecordKind = keyof RecordValues;

export type KnowledgeRecord = {
  [K in RecordKind]: { readonly kind: K; readonly key: string; readonly value: RecordValues[K] };
}[RecordKind];

/** A record's new value; null removes it. */
export type KnowledgeEdit = {
  [K in RecordKind]: { readonly kind: K; readonly key: string; readonly value: RecordValues[K] | null };
}[RecordKind];

/** A pack's files as they are on disk, by path: `pack.json`, `en/checks.md`, `en/questions/why-banned.md`. */
export interface PackTree {
  /** The folder's name. */
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
}

/** All that a community knows. */
/** Packs, and what a community has changed in them. */
export interface ChangedPacks {
  readonly packs: readonly PackTree[];
  readonly records: readonly KnowledgeRecord[];
}

export interface CommunityState extends ChangedPacks {
  /** Title and language of the pack of taught entries, if no record has them. */
  readonly own: { readonly title: string; readonly language: string };
}

/** The pack of taught entries. */
export const OWN_PACK = 'community';

/** The records of one kind, by key. */
export function recordsOf<K extends RecordKind>(
  records: readonly KnowledgeRecord[],
  kind: K,
): Map<string, RecordValues[K]> {
  return new Map(
    records.filter((record) => record.kind === kind).map(({ key, value }) => [key, value as RecordValues[K]]),
  );
}

/** Ids of entries that are retired. */
export const retiredIn = (records: readonly KnowledgeRecord[]): ReadonlySet<string> =>
  new Set([...recordsOf(records, 'retired').keys()].map((id) => id.normalize('NFC')));

/** Splits a key at its first `/`. */
export function splitKey(key: string): [first: string, rest: string] {
  const at = key.indexOf('/');
  return [key.slice(0, at), key.slice(at + 1)];
}
