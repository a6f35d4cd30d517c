import { list, notice, tell, text } from '../src/bot/answers/reply.ts';
import type { Command } from '../src/bot/command.ts';
import { newestPins } from '../src/bot/community/own-entries.ts';
import { sayPin } from '../src/bot/moderation/pin-words.ts';

/** Lists the pins: question, entry, author and date. */
export const pins: Command = {
  name: 'pins',
  group: 'teach',
  options: [],
  readOnly: true,
  forModerators: true,
  forEditors: true,
  run: (call) => {
    const newest = newestPins(call.community.state);
    if (newest.length === 0) return tell(call, 'no-pins');
    const lines = newest.map(([, pin]) => [text(sayPin(call, pin))]);
    // By key, as the same question may be pinned in two languages.
    const choices = newest.map(([key, { question }]) => ({
      label: call.say('unpin-it', { question }),
      command: 'unpin',
      argument: `question: ${key}`,
    }));
    return notice(call.language, {
      title: call.say('pins-title', { count: newest.length }),
      blocks: [list(lines)],
      question: call.say('unpin-question'),
      choices,
      isPrivate: true,
    });
  },
};
