import type { Call } from '../command.ts';
import { withEdits } from '../community/state.ts';
import type { Act, Edit } from '../ports/changes.ts';

export interface UndoEdit extends Edit {
  /** A source that other texts have come to name stays: without it they could not be read. */
  readonly isKept: boolean;
}

/** What brings back the bytes that stood before an act, in the caller's community, which may have taken the records over. */
export function undoEdits({ community, services }: Call, { changes }: Act): UndoEdit[] {
  const edits = changes.map(({ kind, key, before }): Edit => ({ community: community.id, kind, key, after: before }));
  const after = withEdits(community.state, edits);
  const named = new Set(after.all('entry').flatMap(([, { pack, text }]) => services.editor.sourceIds(text).map((id) => `${pack}/${id}`)));
  return edits.map((edit) => ({ ...edit, isKept: edit.kind === 'source' && edit.after === null && named.has(edit.key) }));
}
