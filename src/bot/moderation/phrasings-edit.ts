import type { LanguageTag } from '../../core/text/language.ts';
import { editOf, type State } from '../community/records.ts';
import type { Edit } from '../ports/changes.ts';

/** Phrasings to add to an entry's text, and to remove from it. */
interface PhrasingsChange {
  readonly entry: string;
  /** Of the text. */
  readonly language: LanguageTag;
  readonly add: readonly string[];
  /** Default: none. */
  readonly remove?: readonly string[];
}

/** Merges new phrasings into the record of the text: adding one cancels its removal, and the other way round. */
export function phrasingsEdit(
  { id, state }: { readonly id: string; readonly state: Pick<State, 'get'> },
  { entry, language, add, remove = [] }: PhrasingsChange,
): Edit {
  const key = `${language}/${entry}`;
  const before = state.get('phrasings', key) ?? { added: [], removed: [] };
  const added = [
    ...before.added.filter((words) => !remove.includes(words)),
    ...add.filter((words) => !before.removed.includes(words)),
  ];
  const removed = [
    ...before.removed.filter((words) => !add.includes(words)),
    ...remove.filter((words) => !before.added.includes(words)),
  ];
  return phrasingsRecord(id, key, added, removed);
}

/** @param key of the text: `<language>/<entry>` */
export const phrasingsRecord = (
  community: string,
  key: string,
  added: readonly string[],
  removed: readonly string[],
): Edit => editOf(community, 'phrasings', key, added.length + removed.length === 0 ? null : { added, removed });
