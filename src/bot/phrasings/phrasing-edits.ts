import { groupBy } from '../../core/text/group-by.ts';
import type { NamedDecisions } from '../community/community.ts';
import { phrasingsEdit } from '../moderation/phrasings-edit.ts';
import type { Edit } from '../ports/changes.ts';
import type { JudgedDraft } from './judge.ts';
import { keyOfText } from './phrased-text.ts';

/** Edits that add drafts to their entries, one for each text. */
export const phrasingEdits = (
  community: NamedDecisions,
  drafts: readonly Pick<JudgedDraft, 'text' | 'words'>[],
): Edit[] =>
  [...groupBy(drafts, ({ text }) => keyOfText(text)).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { id, text } = first.text;
    return [phrasingsEdit(community, { entry: id, language: text.language, add: own.map(({ words }) => words) })];
  });
