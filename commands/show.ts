import type { Call, Command } from '../src/bot/command.ts';
import { composeEntry, showChoice } from '../src/bot/compose.ts';
import { plainReply, type Reply } from '../src/bot/reply.ts';
import { nearestOf } from '../src/core/nearest.ts';

/** Shows one entry by its id, or by the last part of its id. */
export const show: Command = {
  name: 'show',
  argument: { required: true },
  run: (call) => {
    const { entries } = call.services.library;
    const wanted = call.argument.toLowerCase();
    const entry = entries.get(call.argument) ?? [...entries.values()].find(({ id }) => [id, lastPart(id)].some((name) => name.toLowerCase() === wanted));
    return entry ? composeEntry(entry, call) : notFound(call);
  },
};

const lastPart = (id: string): string => id.slice(id.indexOf('/') + 1);

function notFound(call: Call): Reply {
  const { entries } = call.services.library;
  const near = nearestOf(lastPart(call.argument.toLowerCase()), [...entries.keys()].map(lastPart));
  const choices = [...entries.values()].filter(({ id }) => lastPart(id) === near).map((entry) => showChoice(entry, call));
  return { ...plainReply(call.language, call.say('no-entry', { id: call.argument }), choices), question: choices.length > 0 ? call.say('did-you-mean') : undefined };
}
