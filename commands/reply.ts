import { whisper } from '../src/bot/answers/reply.ts';
import type { Command } from '../src/bot/command.ts';
import { answerFromAfar } from '../src/bot/handover/answer.ts';
import { goneReply } from '../src/bot/handover/solve.ts';
import { formOf, formReply } from '../src/bot/moderation/form.ts';

/** Answers a question for helpers from another place than the helpers' channel; without an answer, asks for one. */
export const reply: Command = {
  name: 'reply',
  options: [
    { name: 'to', kind: 'text' },
    { name: 'answer', kind: 'long' },
  ],
  forModerators: true,
  forEditors: true,
  run: async (call) => {
    const { to = '', answer } = call.options;
    const item = /^\d{1,15}$/.test(to)
      ? await call.services.attempt.read(({ questions }) => questions.find(Number(to)))
      : undefined;
    if (item?.community !== call.community.id) return goneReply(call);
    if (item.words !== '') return whisper(call, 'human-is-taken');
    if (answer === undefined) {
      const fields = { to: { value: to, required: true }, answer: { required: true } };
      return formReply(call, formOf(call, 'reply', item.text, fields));
    }
    await answerFromAfar(call, item, answer);
    return whisper(call, 'human-passed-on');
  },
};
