import { type Reply, whisper } from '../answers/reply.ts';
import type { Call } from '../command.ts';
import type { UnansweredGroup } from '../ports/memory.ts';

/** The group of this community that a moderator means by its number. */
export async function groupMeant({ services, community, options }: Call): Promise<UnansweredGroup | undefined> {
  const groups = await services.questions.list(community.id);
  return groups.find(({ id }) => `${id}` === options.group?.replace(/^#/, ''));
}

export const noGroup = (call: Call): Reply => whisper(call, 'no-group', { group: call.options.group ?? '' });
