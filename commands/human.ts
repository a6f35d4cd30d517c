import { type Reply, whisper } from '../src/bot/answers/reply.ts';
import type { Call, Command } from '../src/bot/command.ts';
import { handOver, take } from '../src/bot/handover/hand-over.ts';
import { goneReply, optionsOf, setCredit, solve } from '../src/bot/handover/solve.ts';
import { formReply } from '../src/bot/moderation/form.ts';
import type { Question } from '../src/bot/ports/questions.ts';
import { answerByNow } from './ask.ts';
import { teach, teachForm } from './teach.ts';

/** Verbs in the arguments of the buttons below a question for helpers. Any other argument is a question to pass on. */
const VERBS: Readonly<Record<string, (call: Call, item: Question) => Promise<Reply | undefined>>> = {
  take,
  solved: solve,
  learn: (call, item) => propose(call, item, async (proposed) => teach.run(proposed)),
  edit: (call, item) => propose(call, item, async (proposed) => formReply(call, teachForm(proposed))),
};

/** Passes a question to helpers, and handles the helpers' buttons. */
export const human: Command = {
  name: 'human',
  options: [{ name: 'question', kind: 'text', required: true }],
  meansAsked: true,
  run: async (call) => {
    const question = call.options.question ?? '';
    const [, verb = '', about = ''] = /^([a-z]+) (\S+)$/.exec(question) ?? [];
    if (verb === 'credit' && ['yes', 'no'].includes(about)) return setCredit(call, about === 'yes');
    const act = Object.hasOwn(VERBS, verb) && /^\d{1,15}$/.test(about) ? VERBS[verb] : undefined;
    if (!act) return (await answerByNow(call, question)) ?? handOver(call, question);
    const item = await call.services.attempt.read(({ questions }) => questions.find(Number(about)));
    // "Solved" also works outside the community: the asker may press it in a private chat.
    return item && (verb === 'solved' || item.community === call.community.id) ? act(call, item) : goneReply(call);
  },
};

/** Makes an entry of a helper's answer; for moderators only. */
async function propose(
  call: Call,
  item: Question,
  show: (proposed: Call) => Promise<Reply | undefined>,
): Promise<Reply | undefined> {
  if (!(await call.isModerator())) return whisper(call, 'moderators-only');
  if (item.words === '') return goneReply(call);
  return show({ ...call, options: await optionsOf(call, item), about: undefined });
}
