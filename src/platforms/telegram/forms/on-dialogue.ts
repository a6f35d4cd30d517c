import { plainReply } from '../../../bot/answers/reply.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import type { Context } from '../context.ts';
import { type Listener, say } from '../outbound/outgoing.ts';
import { answerDialogue, type Dialogue, endDialogue, type Step } from './dialogue.ts';
import { prompt } from './prompt.ts';

/** What a dialogue that is over asks the bot to do. */
export type Finish = (text: string, options: Readonly<Record<string, string>>) => Promise<Outgoing[]>;

/** An answer to an open question. @param words `undefined` keeps what stands there */
export async function goOn(
  context: Context,
  dialogue: Dialogue,
  words: string | undefined,
  to: Listener,
  finish: Finish,
): Promise<Outgoing[]> {
  const step: Step = answerDialogue(
    dialogue,
    words,
    words === undefined ? dialogue.asked : (to.asked ?? dialogue.asked),
  );
  switch (step.kind) {
    case 'next':
      return prompt(context, step.dialogue, to);
    case 'again':
      return prompt(context, dialogue, to, context.services.speak(dialogue.language)('form-required'));
    case 'done': {
      // First it is thought about: with what is written a transaction begins.
      const outgoing = await finish(step.text, step.options);
      await endDialogue(context, dialogue);
      return outgoing;
    }
    case 'left':
      return giveUp(context, dialogue, to);
  }
}

export async function giveUp(context: Context, dialogue: Dialogue, to: Listener): Promise<Outgoing[]> {
  await endDialogue(context, dialogue);
  return say(context, plainReply(dialogue.language, context.services.speak(dialogue.language)('form-cancelled')), to);
}
