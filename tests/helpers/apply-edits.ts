import type { KnowledgeEdit, KnowledgeRecord } from '../../src/knowledge/export/records.ts';

/** The records after some edits. */
export function applyEdits(records: readonly KnowledgeRecord[], edits: readonly KnowledgeEdit[]): KnowledgeRecord[] {
  const after = new Map(records.map((record) => [`${record.kind} ${record.key}`, record]));
  for (const edit of edits) {
    if (edit.value === null) after.delete(`${edit.kind} ${edit.key}`);
    else after.set(`${edit.kind} ${edit.key}`, edit as KnowledgeRecord);
  }
  return [...after.values()];
}
