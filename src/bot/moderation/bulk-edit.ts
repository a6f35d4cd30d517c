import { titleIn } from '../../core/entry/display.ts';
import type { Entry } from '../../core/entry/entry.ts';
import type { Call } from '../command.ts';
import { editOf } from '../community/records.ts';
import type { Edit } from '../ports/changes.ts';
import type { Flaw } from '../ports/editor.ts';
import { type CurrentText, currentText, type EntryFields, editedEntry } from './edited-entry.ts';

/** A change to many entries at once. */
export type BulkChange =
  | { readonly kind: 'retire'; readonly why: string }
  | { readonly kind: 'restore' }
  /** In the text in the entry's own language, which decides on its topics. */
  | { readonly kind: 'tag' | 'untag'; readonly tag: string }
  | { readonly kind: 'review'; readonly day: string }
  /** Into another pack. Only for entries that were taught or imported here, because files of packs are not changed. */
  | { readonly kind: 'move'; readonly pack: string };

export interface BulkEdits {
  readonly edits: readonly Edit[];
  /** If there are any, nothing must be changed. */
  readonly problems: readonly Flaw[];
}

/** Edits for a single act, so that one undo reverts all of them. */
export async function bulkEdits(call: Call, entries: readonly Entry[], change: BulkChange): Promise<BulkEdits> {
  const parts = await Promise.all(entries.map((entry) => editsOf(call, entry, change)));
  return { edits: parts.flatMap(({ edits }) => edits), problems: parts.flatMap(({ problems }) => problems) };
}

async function editsOf(call: Call, entry: Entry, change: BulkChange): Promise<BulkEdits> {
  const { services, community } = call;
  if (change.kind === 'retire' || change.kind === 'restore') {
    const value = change.kind === 'retire' ? { why: change.why } : null;
    return { edits: [editOf(community.id, 'retired', entry.id, value)], problems: [] };
  }
  if (change.kind === 'move' && services.knowledge.current().entries.has(entry.id)) {
    const title = titleIn(entry, call.language, services.languages) ?? entry.id;
    return { edits: [], problems: [{ key: 'bulk-foreign', values: { title } }] };
  }
  const parts = await Promise.all(languagesFor(entry, change).map((tag) => rewritten(call, entry, tag, change)));
  return { edits: parts.flatMap(({ edits }) => edits), problems: parts.flatMap(({ problems }) => problems) };
}

function languagesFor({ texts, defaultLanguage }: Entry, { kind }: BulkChange): string[] {
  const all = [...texts.keys()];
  if (kind !== 'tag' && kind !== 'untag') return all;
  return texts.has(defaultLanguage) ? [defaultLanguage] : all.slice(0, 1);
}

async function rewritten(call: Call, entry: Entry, language: string, change: BulkChange): Promise<BulkEdits> {
  const before = await currentText(call, entry, language);
  const fields = { ...before.fields, ...fieldsFor(before.fields, change) };
  const current = change.kind === 'move' ? inPack(before, change.pack) : before;
  if (current.old.pack === before.old.pack && JSON.stringify(fields) === JSON.stringify(before.fields))
    return { edits: [], problems: [] };
  const { proposed, problems } = editedEntry(call, entry, language, current, fields);
  return { edits: proposed?.edits ?? [], problems };
}

function fieldsFor({ tags }: EntryFields, change: BulkChange): Partial<EntryFields> {
  if (change.kind === 'review') return { reviewBy: change.day };
  if (change.kind !== 'tag' && change.kind !== 'untag') return {};
  const others = tags.split(', ').filter((tag) => tag !== '' && tag !== change.tag);
  return { tags: [...others, ...(change.kind === 'tag' ? [change.tag] : [])].join(', ') };
}

/** As if the entry were new in that pack: its sources are named again there. */
const inPack = (current: CurrentText, pack: string): CurrentText => ({
  ...current,
  old: { ...current.old, pack, isNew: current.old.isNew || pack !== current.old.pack },
});
