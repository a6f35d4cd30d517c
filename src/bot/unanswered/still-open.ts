import type { Community } from '../community/community.ts';
import type { UnansweredGroup } from '../ports/memory.ts';
import type { Services } from '../services.ts';
import { GAP } from './kept-text.ts';

/**
 * The questions of a community that nothing answers yet, most asked first; what an entry answers by now is off the list
 * for good. @param most to look for
 */
export async function stillOpen(
  { questions }: Pick<Services, 'questions'>,
  community: Pick<Community, 'id' | 'answer'>,
  most = Number.POSITIVE_INFINITY,
): Promise<UnansweredGroup[]> {
  const open: UnansweredGroup[] = [];
  for (const group of await questions.list(community.id)) {
    if (open.length >= most) break;
    // Many may have been answered since: the members' questions get their turn in between.
    await new Promise((resolve) => setTimeout(resolve));
    const { kind, candidates } = community.answer(group.text, group.language);
    if (kind === 'sure' && !candidates[0]?.hidden) await questions.remove(group);
    else open.push(group);
  }
  return open;
}

/** Whether something was left out of a question, which moderators are told. */
export const hasGap = ({ text }: Pick<UnansweredGroup, 'text'>): boolean => text.includes(GAP);
