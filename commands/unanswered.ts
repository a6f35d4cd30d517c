import { sayDate } from '../src/bot/answers/formats.ts';
import { list, notice, type Reply, text, whisper } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import type { UnansweredGroup } from '../src/bot/ports/memory.ts';
import { openChoices } from '../src/bot/unanswered/open-choices.ts';

/** Groups that are shown at once: each has three choices. */
const MOST_SHOWN = 6;

/** Lists what several people asked in vain, most asked first, and what can be done about it. */
export const unanswered: Command = {
  name: 'unanswered',
  options: [],
  readOnly: true,
  forModerators: true,
  run: async (call): Promise<Reply> => {
    const groups = await openGroups(call);
    if (groups.length === 0) return whisper(call, 'none-unanswered');
    const lines = groups.map((group) => [text(lineOf(call, group))]);
    const choices = groups.flatMap((group) => openChoices(call.say, group));
    return notice(call.language, {
      title: call.say('unanswered-title'),
      blocks: [list(lines)],
      question: call.say('unanswered-question'),
      choices,
      isPrivate: true,
    });
  },
};

/** The first few that are open still; what an entry answers by now is off the list for good. */
async function openGroups({ services, community }: Call): Promise<UnansweredGroup[]> {
  const open: UnansweredGroup[] = [];
  for (const group of await services.questions.list(community.id)) {
    if (open.length === MOST_SHOWN) break;
    // Many may have been answered since: the members' questions get their turn in between.
    await new Promise((resolve) => setTimeout(resolve));
    const { kind, candidates } = community.answer(group.text, group.language);
    if (kind === 'sure' && !candidates[0]?.hidden) await services.questions.remove(group);
    else open.push(group);
  }
  return open;
}

function lineOf({ say, language }: Call, { id, text: words, count, first, last }: UnansweredGroup): string {
  const day = (moment: string) => sayDate(moment.slice(0, 10), language);
  return say('unanswered-line', { group: String(id), text: words, count, first: day(first), last: day(last) });
}
