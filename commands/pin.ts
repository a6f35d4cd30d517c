import type { Call, Command } from '../src/bot/command.ts';
import { prepare } from '../src/bot/community/deed.ts';
import { perform } from '../src/bot/community/perform.ts';
import { keyOfPin } from '../src/bot/community/pin-key.ts';
import { encode, type PinRecord } from '../src/bot/community/records.ts';
import { titleIn } from '../src/bot/compose.ts';
import { entryMeant, languageOfText, noEntry, problemsReply } from '../src/bot/moderate/lookup.ts';
import { plainReply, type Reply } from '../src/bot/reply.ts';

const MOST_OFFERED = 5;

/** Gives a question its answer: from then on it and what means the same get that entry first. */
export const pin: Command = {
  name: 'pin',
  options: [
    { name: 'question', kind: 'text' },
    { name: 'entry', kind: 'entry' },
    { name: 'text', kind: 'long' },
    { name: 'why', kind: 'text' },
    { name: 'message', kind: 'flag' },
    { name: 'force', kind: 'flag' },
  ],
  forModerators: true,
  run: async (call) => {
    const question = call.options.question ?? call.about?.question;
    if (question === undefined || question === '') return plainReply(call.language, call.say(call.about ? 'pin-forgotten' : 'missing-pin'));
    if (call.services.editor.isTooLong(question)) return plainReply(call.language, call.say('question-too-long'));
    const target = targetOf(call);
    if (target === undefined) return call.options.entry === undefined ? offer(call, question) : noEntry(call, 'pin');
    if ('problems' in target) return problemsReply(call, target.problems);
    const reply = await pinTo(call, question, target);
    return call.options.message === undefined ? reply : withMessage(call, reply);
  },
};

type Target = Pick<PinRecord, 'entry' | 'text'>;

/** The community's own text, the named entry, or that of the answer replied to; such an answer may itself be a pin's own text. */
function targetOf(call: Call): Target | { readonly problems: readonly string[] } | undefined {
  const { text } = call.options;
  if (text !== undefined) {
    const { problems } = call.services.editor.readAnswer(text);
    return problems.length > 0 ? { problems } : { text };
  }
  const pinned = call.options.entry === undefined && call.about ? call.community.state.all('pin').find(([key]) => call.about?.entry === `pins/${key}`) : undefined;
  if (pinned?.[1].text !== undefined) return { text: pinned[1].text };
  const entry = entryMeant(call);
  return entry && { entry: entry.id };
}

async function pinTo(call: Call, question: string, target: Target): Promise<Reply> {
  const language = languageOfText(call, question);
  const record: PinRecord = { question, language, ...target, by: call.person, at: call.services.now() };
  const edit = { community: call.community.id, kind: 'pin' as const, key: keyOfPin(question, language), after: encode('pin', record) };
  return perform(call, prepare(call, { command: 'pin', subject: question, edits: [edit] }));
}

/** Which entry? Those that the engine thinks of, at a press. */
function offer(call: Call, question: string): Reply {
  const { candidates } = call.community.answer(question, call.language);
  const choices = candidates.slice(0, MOST_OFFERED).map(({ entry }) => ({ label: titleIn(entry, call), command: 'pin', argument: `${question} entry: ${entry.id}` }));
  if (choices.length === 0) return plainReply(call.language, call.say('missing-pin'));
  return { language: call.language, blocks: [], notes: [], question: call.say('pin-which', { question }), choices };
}

/** The platform pins the message too, where there is one. */
function withMessage(call: Call, reply: Reply): Reply {
  if (call.about?.message !== undefined) return { ...reply, pinMessage: call.about.message };
  return { ...reply, blocks: [...reply.blocks, ...plainReply(call.language, call.say('no-message-to-pin')).blocks] };
}
