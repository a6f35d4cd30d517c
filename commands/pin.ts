import { titleIn } from '../src/bot/answers/compose.ts';
import { list, notice, paragraph, type Reply, tell, text } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { isPinsText, keyOfPin, pinOfText } from '../src/bot/community/own-entries.ts';
import { editOf, type PinRecord } from '../src/bot/community/records.ts';
import { problemsReply } from '../src/bot/moderation/form.ts';
import { entryMeant, languageOfText } from '../src/bot/moderation/lookup.ts';
import { suggestReasons } from '../src/bot/moderation/named-change.ts';
import { askFirst, perform } from '../src/bot/moderation/perform.ts';
import { sayPin } from '../src/bot/moderation/pin-words.ts';
import { propose } from '../src/bot/moderation/proposed-change.ts';
import { writeOptions } from '../src/bot/platform/command-text.ts';

const MOST_OFFERED = 5;

/** Pins an entry to a question: the question and similar ones get this entry first. */
export const pin: Command = {
  name: 'pin',
  group: 'teach',
  inMenu: 'flat',
  isExplained: true,
  options: [
    { name: 'question', kind: 'text' },
    { name: 'entry', kind: 'entry' },
    { name: 'text', kind: 'long' },
    { name: 'why', kind: 'text', suggest: suggestReasons },
    { name: 'message', kind: 'flag' },
    { name: 'force', kind: 'flag' },
  ],
  forModerators: true,
  forEditors: true,
  completesQuestions: true,
  run: async (call) => {
    const question = call.options.question ?? call.about?.question;
    if (question === undefined || question === '') return tell(call, call.about ? 'pin-forgotten' : 'missing-pin');
    if (call.services.editor.isTooLong(question)) return tell(call, 'question-too-long');
    if (!/[\p{L}\p{N}]/u.test(question)) return tell(call, 'pin-no-words');
    if (call.options.entry === undefined && call.options.text === undefined && !call.about)
      return offer(call, question);
    const target = targetOf(call);
    if ('refusal' in target) return target.refusal;
    const reply = await pinTo(call, question, target);
    return call.options.message === undefined || call.about?.message !== undefined
      ? reply
      : withoutMessage(call, reply);
  },
};

type Target = Pick<PinRecord, 'entry' | 'text'>;

/**
 * The entry or text to be pinned: one of the options, or else the entry of the answer replied to, which may itself be a
 * pin's text.
 */
function targetOf(call: Call): Target | { readonly refusal: Reply } {
  const { text, entry: named } = call.options;
  if (text !== undefined && named !== undefined) return { refusal: tell(call, 'pin-both') };
  if (text !== undefined) {
    const { value, problems } = call.services.editor.readAnswer(text);
    return value ? { text } : { refusal: problemsReply(call, problems) };
  }
  const repeated =
    named === undefined && call.about && isPinsText(call.about.entry)
      ? call.community.state.get('pin', pinOfText(call.about.entry))
      : undefined;
  if (repeated?.text !== undefined) return { text: repeated.text };
  const meant = entryMeant(call, 'pin');
  return meant.entry ? { entry: meant.entry.id } : { refusal: meant.refusal };
}

/** Pins at once, except over somebody else's pin, which needs a confirmation. */
async function pinTo(call: Call, question: string, target: Target): Promise<Reply> {
  const { community, person, services } = call;
  const language = languageOfText(call, question);
  const key = keyOfPin(question, language);
  const before = community.state.get('pin', key);
  const isSame = before?.question === question && before.entry === target.entry && before.text === target.text;
  const record: PinRecord = isSame ? before : { question, language, ...target, by: person, at: services.now() };
  const edit = editOf(community.id, 'pin', key, record);
  const message = call.options.message === undefined ? undefined : call.about?.message;
  const proposed = propose(call, { command: 'pin', subject: question, edits: [edit], message });
  if (!before || isSame || before.by === person) return perform(call, proposed);
  const preview = notice(language, {
    blocks: [paragraph(text(call.say('pin-there'))), list([[text(sayPin(call, before))]])],
    question: call.say('pin-replace-question'),
  });
  const { entry, text: own } = target;
  const options = {
    ...call.options,
    question,
    ...(entry === undefined ? {} : { entry }),
    ...(own === undefined ? {} : { text: own }),
  };
  return askFirst(call, proposed, preview, { options, does: 'pin-replace' });
}

/** Offers entries for the question to choose from. */
function offer(call: Call, question: string): Reply {
  const { candidates } = call.community.answer(question, call.language);
  const entries = candidates.map(({ entry }) => entry).filter(({ id }) => call.community.knowledge().entries.has(id));
  const choices = entries.slice(0, MOST_OFFERED).map((entry) => ({
    label: titleIn(entry, call),
    command: 'pin',
    argument: writeOptions({ ...call.options, entry: entry.id }, pin.options),
  }));
  if (choices.length === 0) return tell(call, 'pin-to-what', { question });
  return notice(call.language, { question: call.say('pin-which', { question }), choices, isPrivate: true });
}

const withoutMessage = (call: Call, reply: Reply): Reply =>
  reply.kind === 'notice' ? { ...reply, blocks: [...reply.blocks, ...tell(call, 'no-message-to-pin').blocks] } : reply;
