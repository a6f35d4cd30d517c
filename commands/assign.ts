import { titleIn } from '../src/bot/answers/compose.ts';
import { findEntry } from '../src/bot/answers/find-entry.ts';
import { notice, type Reply } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { noEntry } from '../src/bot/moderation/lookup.ts';
import type { Question } from '../src/bot/ports/questions.ts';
import { groupsMeant, noGroup } from '../src/bot/questions/listed.ts';
import { addPhrasings } from './rephrase.ts';

const MOST_OFFERED = 5;

/**
 * Adds unanswered questions to an entry as phrasings; without an entry, offers those that the engine finds for the
 * first question.
 */
export const assign: Command = {
  name: 'assign',
  options: [
    { name: 'group', kind: 'code', required: true },
    { name: 'entry', kind: 'entry' },
  ],
  forModerators: true,
  forEditors: true,
  run: async (call) => {
    const groups = await groupsMeant(call);
    const [group] = groups;
    if (!group) return noGroup(call);
    if (call.options.entry === undefined) return offer(call, group);
    const entry = findEntry(call.community.knowledge().entries, call.options.entry);
    return entry
      ? addPhrasings(
          call,
          entry,
          groups.map(({ text }) => text),
        )
      : noEntry(call, 'assign');
  },
};

function offer(call: Call, group: Question): Reply {
  const { candidates } = call.community.answer(group.text, group.language);
  const shown = candidates.filter(({ hidden }) => !hidden).slice(0, MOST_OFFERED);
  const teach = {
    label: call.say('answer-it', { group: String(group.id) }),
    command: 'answer',
    argument: String(group.id),
  };
  const choices = [
    ...shown.map(({ entry }) => ({
      label: titleIn(entry, call),
      command: 'assign',
      argument: `${group.id} entry: ${entry.id}`,
    })),
    teach,
  ];
  const words =
    shown.length > 0 ? call.say('assign-which', { text: group.text }) : call.say('assign-none', { text: group.text });
  return notice(call.language, { question: words, choices, isPrivate: true });
}
