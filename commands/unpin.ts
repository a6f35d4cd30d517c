import { type Reply, tell, whisper } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { wordsOfPin } from '../src/bot/community/own-entries.ts';
import { editOf, type PinRecord } from '../src/bot/community/records.ts';
import { WHY_AND_FORCE } from '../src/bot/moderation/named-change.ts';
import { perform } from '../src/bot/moderation/perform.ts';
import { propose } from '../src/bot/moderation/proposed-change.ts';

/** Removes a pin: by its question, or in reply to the pinned answer. */
export const unpin: Command = {
  name: 'unpin',
  group: 'teach',
  options: [
    {
      name: 'question',
      kind: 'text',
      suggest: ({ community }) =>
        community.state.all('pin').map(([, { question }]) => ({ value: question, label: question })),
    },
    ...WHY_AND_FORCE,
  ],
  forModerators: true,
  forEditors: true,
  run: (call) => {
    const words = call.options.question ?? call.about?.pin ?? call.about?.question;
    if (words === undefined) return tell(call, 'missing-unpin');
    const [found, ...others] = pinsMeant(call, words);
    if (!found) return tell(call, 'no-pin', { question: call.options.question ?? call.about?.question ?? words });
    if (others.length > 0) return whichOne(call, [found, ...others]);
    const [key, { question }] = found;
    const edit = editOf(call.community.id, 'pin', key, null);
    return perform(call, propose(call, { command: 'unpin', subject: question, edits: [edit] }));
  },
};

type Found = readonly [key: string, pin: PinRecord];

/** Pins by key, else by their question in any language. */
function pinsMeant({ community }: Call, words: string): Found[] {
  const all = community.state.all('pin');
  const byKey = all.filter(([key]) => key === words);
  return byKey.length > 0 ? byKey : all.filter(([, { question }]) => wordsOfPin(question) === wordsOfPin(words));
}

function whichOne(call: Call, pins: readonly Found[]): Reply {
  const choices = pins.map(([key, { question, language }]) => ({
    label: `${question} [${language}]`,
    command: 'unpin',
    argument: `question: ${key}`,
  }));
  return whisper(call, 'unpin-which', {}, choices);
}
