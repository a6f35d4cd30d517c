import type { Say } from '../answers/messages.ts';
import type { Choice } from '../answers/reply.ts';
import type { UnansweredGroup } from '../ports/memory.ts';

/** What moderators can do about a question that nothing answers. */
export function openChoices(say: Say, { id }: Pick<UnansweredGroup, 'id'>): Choice[] {
  const group = String(id);
  return [
    { label: say('assign-it', { group }), command: 'assign', argument: group },
    { label: say('answer-it', { group }), command: 'answer', argument: group },
    { label: say('ignore-it', { group }), command: 'ignore', argument: group },
  ];
}
