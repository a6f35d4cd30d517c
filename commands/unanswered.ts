import { sayDate } from '../src/bot/answers/formats.ts';
import { list, notice, paragraph, type Reply, text, whisper } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { dayOf } from '../src/bot/moment.ts';
import type { UnansweredGroup } from '../src/bot/ports/memory.ts';
import { openChoices } from '../src/bot/unanswered/open-choices.ts';
import { hasGap, stillOpen } from '../src/bot/unanswered/still-open.ts';

/** Groups that are shown at once: each has three choices. */
const MOST_SHOWN = 6;

/** Lists what several people asked in vain, most asked first, and what can be done about it. */
export const unanswered: Command = {
  name: 'unanswered',
  group: 'review',
  isExplained: true,
  options: [],
  readOnly: true,
  forModerators: true,
  forEditors: true,
  run: async (call): Promise<Reply> => {
    const groups = await stillOpen(call.services, call.community, MOST_SHOWN);
    if (groups.length === 0) return whisper(call, 'none-unanswered');
    const lines = groups.map((group) => [text(lineOf(call, group))]);
    const choices = groups.flatMap((group) => openChoices(call.say, group));
    return notice(call.language, {
      title: call.say('unanswered-title'),
      blocks: [list(lines), ...(groups.some(hasGap) ? [paragraph(text(call.say('unanswered-gap')))] : [])],
      question: call.say('unanswered-question'),
      choices,
      isPrivate: true,
    });
  },
};

function lineOf({ say }: Call, { id, text: words, count, first, last }: UnansweredGroup): string {
  const day = (moment: string) => sayDate(dayOf(moment), say.locale);
  return say('unanswered-line', { group: String(id), text: words, count, first: day(first), last: day(last) });
}
