import { titleOf } from '../src/bot/answers/compose.ts';
import { sayMoment } from '../src/bot/answers/formats.ts';
import { list, notice, tell, text } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import type { PinRecord } from '../src/bot/community/records.ts';
import { sayPerson } from '../src/bot/moderation/people.ts';

/** Lists the pins: what, to what, who and when. */
export const pins: Command = {
  name: 'pins',
  options: [],
  readOnly: true,
  forModerators: true,
  run: (call) => {
    const all = call.community.state.all('pin');
    if (all.length === 0) return tell(call, 'no-pins');
    const newest = [...all].sort(([, a], [, b]) => b.at.localeCompare(a.at));
    const lines = newest.map(([, pin]) => [text(lineOf(pin, call))]);
    // The key, because the same words may be pinned in two languages.
    const choices = newest.map(([key, { question }]) => ({
      label: call.say('unpin-it', { question }),
      command: 'unpin',
      argument: `question: ${key}`,
    }));
    return notice(call.language, {
      title: call.say('pins-title', { count: all.length }),
      blocks: [list(lines)],
      question: call.say('unpin-question'),
      choices,
      isPrivate: true,
    });
  },
};

function lineOf({ question, entry, by, at }: PinRecord, call: Call): string {
  const { all, entries } = call.community.knowledge();
  const target = entry === undefined ? call.say('pin-own-text') : titleOf(call, entry);
  const line = call.say('pin-line', { question, target, who: sayPerson(call, by), when: sayMoment(at, call.language) });
  if (entry === undefined || entries.has(entry)) return line;
  const trouble = all.has(entry) ? call.say('pin-retired') : call.say('pin-gone');
  return `${line} ${trouble}`;
}
