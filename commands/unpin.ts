import type { Command } from '../src/bot/command.ts';
import { prepare } from '../src/bot/community/deed.ts';
import { perform } from '../src/bot/community/perform.ts';
import { keyOfPin } from '../src/bot/community/pin-key.ts';
import { plainReply } from '../src/bot/reply.ts';

/** Takes a pin away: by its question, or as a reply to the pinned answer. */
export const unpin: Command = {
  name: 'unpin',
  options: [
    { name: 'question', kind: 'text' },
    { name: 'why', kind: 'text' },
    { name: 'force', kind: 'flag' },
  ],
  forModerators: true,
  run: (call) => {
    const words = call.options.question ?? call.about?.question;
    if (words === undefined) return plainReply(call.language, call.say('missing-unpin'));
    const wanted = keyOfPin(words, '');
    const all = call.community.state.all('pin');
    const found = all.find(([key]) => key === words || keyOfPin(key.slice(key.indexOf('/') + 1), '') === wanted);
    if (!found) return plainReply(call.language, call.say('no-pin', { question: words }));
    const [key, { question }] = found;
    const edit = { community: call.community.id, kind: 'pin' as const, key, after: null };
    return perform(call, prepare(call, { command: 'unpin', subject: question, edits: [edit] }));
  },
};
