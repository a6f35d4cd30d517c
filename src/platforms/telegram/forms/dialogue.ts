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
import { momentAfter } from '../../../bot/moment.ts';
import type { UnsentMessages } from '../../../bot/platform/conversation.ts';
import { answerForm, type FormDialogue, startForm } from '../../../bot/platform/form-dialogue.ts';
import type { WithServices } from '../../../bot/services.ts';
import type { TelegramContext } from '../context.ts';
import type { Spot } from '../inbound/place.ts';
import type { Within } from '../manage/managed-group.ts';
import { type Listener, say } from '../outbound/outgoing.ts';

/** A form that the bot fills in with one person by asking question after question. It survives a restart. */
export interface Dialogue extends FormDialogue {
  readonly id: string;
  /** Ids of the bot's messages to which an answer replies. */
  readonly prompts: readonly number[];
  readonly language: string;
  /**
   * Id of the person's newest message. The next question replies to it, so that Telegram opens the reply field for this
   * person only.
   */
  readonly asked: number;
  /** Whether the dialogue asks only for the text of a command that was typed without it. */
  readonly isBare: boolean;
  /** Whether the person writes in the group's name, which several administrators may use. */
  readonly isShared: boolean;
  /** A photo or file that came with an answer. */
  readonly attachment?: Attachment;
  /** Telegram's id of the album that the file belongs to. */
  readonly album?: string;
  /** The group in which the command acts, if the form is filled in in a private chat. */
  readonly within?: Within;
}

/** Milliseconds after which an abandoned dialogue is dropped. */
export const KEPT_MS = 60 * 60_000;

type Hashing = { readonly services: Pick<TelegramContext['services'], 'hash'> };
const idOf = ({ services }: Hashing, words: string): string => services.hash(words).slice(0, 16);

/**
 * Id of a person's dialogue in a conversation. Anonymous administrators cannot be told apart, so each gets an id by the
 * message that began the dialogue.
 */
const dialogueId = (context: Hashing, { spot: { key, thread }, person, user, asked }: Listener): string =>
  idOf(context, `dialogue ${key} ${thread ?? ''} ${person}${user === undefined ? ` ${asked ?? ''}` : ''}`);

/** Key under which the dialogue id of a question is stored, for anonymous administrators. */
const promptId = (context: Hashing, key: string, message: number): string => idOf(context, `prompt ${key} ${message}`);

/** The dialogue that an answer belongs to. @param prompt the message that the answer replies to, if any */
export async function openDialogue(
  context: WithServices,
  to: Listener,
  prompt: number | undefined,
): Promise<Dialogue | undefined> {
  if (to.user !== undefined) return findDialogue(context, dialogueId(context, to));
  if (prompt === undefined) return undefined;
  const { services } = context;
  const prompted = await services.attempt.read(({ kept }) =>
    kept.find(promptId(context, to.spot.key, prompt), services.now()),
  );
  return prompted?.person === to.person ? findDialogue(context, prompted.content) : undefined;
}

/** @param person keyed hash of the dialogue's person. Default: anybody */
export async function findDialogue(
  { services }: WithServices,
  id: string,
  person?: string,
): Promise<Dialogue | undefined> {
  const item = await services.attempt.read(({ kept }) => kept.find(id, services.now()));
  return item && (person === undefined || item.person === person) ? (JSON.parse(item.content) as Dialogue) : undefined;
}

async function keepDialogue(
  { services }: WithServices,
  dialogue: Dialogue,
  { key }: Pick<Spot, 'key'>,
  person: string,
): Promise<void> {
  const expires = momentAfter(services.now(), KEPT_MS);
  await services.attempt.atEnd(({ kept }) =>
    kept.save({ key: dialogue.id, place: key, person, content: JSON.stringify(dialogue), expires }),
  );
}

/** Deletes the dialogue unless another has replaced it. */
export async function endDialogue({ services }: WithServices, dialogue: Dialogue): Promise<void> {
  await services.attempt.atEnd(async ({ kept }) => {
    const item = await kept.find(dialogue.id, services.now());
    if (item?.content === JSON.stringify(dialogue)) await kept.remove(dialogue.id);
  });
}

/** Records the id of a question's message, to which answers will reply. */
export async function notePrompt(context: WithServices, id: string, message: number): Promise<void> {
  const { services } = context;
  await services.attempt.write(async ({ kept }) => {
    const item = await kept.find(id, services.now());
    if (!item) return;
    const dialogue = JSON.parse(item.content) as Dialogue;
    await kept.save({ ...item, content: JSON.stringify({ ...dialogue, prompts: [...dialogue.prompts, message] }) });
    if (dialogue.isShared) await kept.save({ ...item, key: promptId(context, item.place, message), content: id });
  });
}

/** Used in place of a command by the platform's own buttons. No command begins with a dot. */
export const FORM = '.form';

/**
 * Opens a form: sends its title with the buttons that work at every step, and asks the first question. A file that came
 * with the command is kept.
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

/** Asks for the text that a command was typed without, and uses the answer as that text. */
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

/** Asks the open question. @param problem what was wrong with the previous answer */
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

/** Runs the command of a completed dialogue. */
export type Finish = (text: string, options: Readonly<Record<string, string>>) => Promise<UnsentMessages>;

/** Handles an answer to the open question. @param words `undefined` keeps the previous value; see `answerForm` */
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
      // The command runs before the dialogue is deleted, as the first write begins a transaction.
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
