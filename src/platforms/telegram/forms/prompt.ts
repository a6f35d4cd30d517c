import {
  type Attachment,
  type Choice,
  type FormField,
  type FormReply,
  notice,
  paragraph,
  plainReply,
  type Reply,
  text,
} from '../../../bot/answers/reply.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import type { UnsentMessages } from '../../../bot/platform/conversation.ts';
import { answerForm, type FormDialogue, startForm } from '../../../bot/platform/form-dialogue.ts';
import type { TelegramContext } from '../context.ts';
import { type Listener, say } from '../outbound/outgoing.ts';
import { type Dialogue, dialogueId, endDialogue, keepDialogue } from './dialogue.ts';

/** The platform itself instead of a button's command: no command is called so. */
export const FORM = '.form';

/**
 * Opens a form, also with what came with the command: its title with the buttons that work at every step, and the first
 * question.
 */
export async function openForm(
  context: TelegramContext,
  reply: FormReply,
  to: Listener,
  attachment?: Attachment,
): Promise<Outgoing[]> {
  const dialogue = begun(context, startForm(reply.form), reply, to, { attachment });
  const speak = context.services.speak(reply.language);
  const choices: Choice[] = [
    { label: speak('form-keep'), command: FORM, argument: `keep ${dialogue.id}` },
    { label: speak('form-cancel'), command: FORM, argument: `cancel ${dialogue.id}` },
  ];
  const head = notice(reply.language, {
    title: reply.form.title,
    blocks: [...reply.blocks, paragraph(...speak.parts('form-by-reply'))],
    notes: reply.notes,
    choices,
  });
  return [...(await say(context, head, to)), ...(await prompt(context, dialogue, to))];
}

/** A command without the words that it needs: they are asked for, and the reply is taken for them. */
export async function askForWords(
  context: TelegramContext,
  command: string,
  reply: Reply,
  to: Listener,
): Promise<Outgoing[]> {
  const field: FormField = { name: command, label: '', value: '', required: true, long: true };
  const form = { form: { command, title: '', fields: [field] }, at: 0, values: {} };
  const dialogue = begun(context, form, reply, to, { isBare: true });
  await keepDialogue(context, dialogue, to.spot, to.person);
  return say(context, reply, to, { forceReply: '', dialogue: dialogue.id });
}

const begun = (
  context: TelegramContext,
  form: FormDialogue,
  { language }: Reply,
  to: Listener,
  more: Partial<Pick<Dialogue, 'isBare' | 'attachment'>>,
): Dialogue => ({
  ...form,
  id: dialogueId(context, to),
  prompts: [],
  language,
  asked: to.asked ?? to.replyTo ?? 0,
  isBare: false,
  isShared: to.user === undefined,
  within: to.within,
  ...more,
});

/** Asks the question that is open. @param problem what was wrong with the answer before */
export async function prompt(
  context: TelegramContext,
  dialogue: Dialogue,
  to: Listener,
  problem?: string,
): Promise<Outgoing[]> {
  await keepDialogue(context, dialogue, to.spot, to.person);
  const field = dialogue.form.fields[dialogue.at];
  const speak = context.services.speak(dialogue.language);
  const value = field === undefined ? '' : (dialogue.values[field.name] ?? '');
  const blocks = [
    ...(problem === undefined ? [] : [paragraph(text(problem))]),
    ...(dialogue.isBare
      ? []
      : [
          paragraph(
            { kind: 'strong', children: [text(field?.label ?? '')] },
            text(` (${dialogue.at + 1}/${dialogue.form.fields.length})`),
          ),
        ]),
    ...(value === ''
      ? []
      : [paragraph(text(speak('form-kept', { value: '' }).trim())), { kind: 'code' as const, text: value }]),
  ];
  const reply = notice(dialogue.language, { blocks });
  return say(
    context,
    reply,
    { ...to, replyTo: dialogue.asked === 0 ? undefined : dialogue.asked },
    { forceReply: field?.label ?? '', dialogue: dialogue.id },
  );
}

/** Does what a dialogue that is over asks for. */
export type Finish = (text: string, options: Readonly<Record<string, string>>) => Promise<UnsentMessages>;

/** An answer to an open question. @param words `undefined` keeps the answer of before; see `answerForm` */
export async function goOn(
  context: TelegramContext,
  dialogue: Dialogue,
  words: string | undefined,
  to: Listener,
  finish: Finish,
): Promise<UnsentMessages> {
  const step = answerForm(dialogue, words);
  switch (step.kind) {
    case 'next': {
      const asked = (words === undefined ? undefined : to.asked) ?? dialogue.asked;
      return prompt(context, { ...dialogue, at: step.at, values: step.values, prompts: [], asked }, to);
    }
    case 'again':
      return prompt(context, dialogue, to, context.services.speak(dialogue.language)('form-required'));
    case 'done': {
      const { command } = dialogue.form;
      // First it is thought about: with what is written a transaction begins.
      const outgoing = await (dialogue.isBare
        ? finish(`/${command} ${Object.values(step.options).join(' ')}`, {})
        : finish(`/${command}`, step.options));
      await endDialogue(context, dialogue);
      return outgoing;
    }
    case 'left':
      return giveUp(context, dialogue, to);
  }
}

export async function giveUp(context: TelegramContext, dialogue: Dialogue, to: Listener): Promise<Outgoing[]> {
  await endDialogue(context, dialogue);
  return say(context, plainReply(dialogue.language, context.services.speak(dialogue.language)('form-cancelled')), to);
}
