import type { Say } from '../answers/messages.ts';
import { type Choice, type Reply, whisper } from '../answers/reply.ts';
import type { Call } from '../command.ts';
import type { UnansweredGroup } from '../ports/memory.ts';

/** Moderators' choices for a question that nothing answers. */
export function openChoices(say: Say, { id }: Pick<UnansweredGroup, 'id'>): Choice[] {
  const group = String(id);
  return [
    { label: say('assign-it', { group }), command: 'assign', argument: group },
    { label: say('answer-it', { group }), command: 'answer', argument: group },
    { label: say('ignore-it', { group }), command: 'ignore', argument: group },
  ];
}

/** The group of this community that a moderator means by its number. */
export async function groupMeant({ services, community, options }: Call): Promise<UnansweredGroup | undefined> {
  const groups = await services.questions.list(community.id);
  return groups.find(({ id }) => `${id}` === options.group?.replace(/^#/, ''));
}

export const noGroup = (call: Call): Reply => whisper(call, 'no-group', { group: call.options.group ?? '' });
