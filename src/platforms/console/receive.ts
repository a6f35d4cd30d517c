import type { Say } from '../../bot/answers/messages.ts';
import { allChoicesOf, type Choice, type Form, type FormField, type Reply } from '../../bot/answers/reply.ts';
import type { Respond } from '../../bot/bot.ts';
import type { About } from '../../bot/conversation/incoming.ts';
import { answerForm, isGivenUp, startForm } from '../../bot/platform/form-dialogue.ts';
import { StoreError } from '../../bot/ports/store.ts';
import { settingsWith } from '../../bot/settings/table.ts';
import type { ConsoleConfig } from './config.ts';
import { clean, renderReply } from './render.ts';

/** The terminal is one person in one place: the operator, who may do everything. */
const PERSON = 'console:operator';
const PLACE = { platform: 'console', id: 'terminal', isPrivate: true };
const NUMBER = /^\s*(\d{1,2})\s*$/;

/**
 * Turns typed lines into calls of the bot. A number picks one of the choices shown last; while a form is open, a line
 * answers its question; anything else is a new question. A command without words is about the last answer.
 */
export function createReceiver(config: ConsoleConfig, respond: Respond): (line: string) => Promise<string> {
  let choices: readonly Choice[] = [];
  let about: About | undefined;
  /** The question to which the choices are offered. */
  let offered: string | undefined;
  let dialogue: ConsoleDialogue | undefined;

  const ask = async (text: string, options?: Readonly<Record<string, string>>): Promise<Reply | undefined> => {
    const reply = await respond(
      {
        person: PERSON,
        place: PLACE,
        settings: settingsWith(),
        text,
        addressed: true,
        locale: config.locale,
        isModerator: async () => true,
        isOperator: true,
        about,
        options,
      },
      undefined,
    );
    if (!reply) return undefined;
    choices = allChoicesOf(reply);
    dialogue = reply.kind === 'form' ? startDialogue(reply.form, config.say) : undefined;
    if (reply.kind === 'answer') about = { ...reply.about, question: reply.about.question ?? offered };
    offered = undefined;
    return reply;
  };
  const show = (reply: Reply | undefined): string =>
    reply
      ? [renderReply(reply, config), clean(dialogue?.prompt() ?? '')].filter((part) => part !== '').join('\n\n')
      : '';

  const receive = async (line: string): Promise<string> => {
    if (dialogue) return goOn(dialogue, line);
    if (line.trim() === '') return '';
    const number = NUMBER.exec(line)?.[1];
    if (number !== undefined && choices.length > 0) return choose(number);
    return line.trim().startsWith('/') ? show(await ask(line)) : question(line);
  };
  // A database that is unavailable for a while does not end the conversation.
  return (line) =>
    receive(line).catch((error: unknown) => {
      if (error instanceof StoreError) return clean(error.message);
      throw error;
    });

  /** The last answer is forgotten, even if the new question gets none. */
  async function question(line: string): Promise<string> {
    about = undefined;
    const reply = await ask(line);
    if (reply && reply.kind !== 'answer') offered = line.trim();
    return show(reply);
  }

  async function choose(number: string): Promise<string> {
    const choice = choices[Number(number) - 1];
    return choice ? show(await ask(`/${choice.command} ${choice.argument}`)) : config.say('no-choice', { number });
  }

  async function goOn(open: ConsoleDialogue, line: string): Promise<string> {
    const step = open.answer(line);
    if (step.kind === 'next') return clean(step.prompt);
    dialogue = undefined;
    return step.kind === 'done' ? show(await ask(`/${step.command}`, step.options)) : config.say('form-cancelled');
  }
}

/** A form, asked question by question. */
interface ConsoleDialogue {
  readonly prompt: () => string;
  readonly answer: (line: string) => Step;
}

type Step =
  | { readonly kind: 'next'; readonly prompt: string }
  | { readonly kind: 'done'; readonly command: string; readonly options: Readonly<Record<string, string>> }
  /** The person gave up. */
  | { readonly kind: 'left' };

/**
 * An empty line keeps the present value. A line that begins with `/` is refused unless it is `/cancel`, so that a
 * mistyped command does not discard the form; `\/` begins an answer with a slash.
 */
export function startDialogue(form: Form, say: Say): ConsoleDialogue {
  let open = startForm(form);
  const prompt = (): string => promptOf(form, open.at, say);
  const again = (key: string): Step => ({ kind: 'next', prompt: `${say(key)}\n\n${prompt()}` });
  return {
    prompt,
    answer: (line) => {
      const words = line.trim();
      const field = form.fields[open.at];
      if (words.startsWith('/') && !isGivenUp(words)) return again('form-slash');
      const step = answerForm(open, words === '' || !field ? undefined : readValue(words, field));
      if (step.kind === 'again') return again('form-required');
      if (step.kind === 'left') return step;
      if (step.kind === 'done') return { kind: 'done', command: form.command, options: step.options };
      open = { form, at: step.at, values: step.values };
      return { kind: 'next', prompt: prompt() };
    },
  };
}

/** Enter ends an answer, so a typed `\n` means a new line, and `\\n` the two characters themselves. */
function readValue(words: string, { long }: FormField): string {
  const typed = words.replace(/^\\\//, '/');
  return long ? typed.replace(/\\(\\n|n)/g, (_, letters: string) => (letters === 'n' ? '\n' : letters)) : typed;
}

function promptOf({ title, fields }: Form, at: number, say: Say): string {
  const field = fields[at];
  if (!field) return '';
  const head = at === 0 ? [title, say('form-hint'), ''] : [];
  const kept = field.value === '' ? [] : [say('form-kept', { value: field.value })];
  return [...head, say('form-field', { label: field.label }), ...kept].join('\n');
}
