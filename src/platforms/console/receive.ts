import type { Respond } from '../../bot/bot.ts';
import type { About } from '../../bot/incoming.ts';
import type { Choice, Reply } from '../../bot/reply.ts';
import type { ConsoleConfig } from './config.ts';
import { type Dialogue, startDialogue } from './dialogue.ts';
import { renderReply } from './render.ts';

/** The terminal is one person in one place: whoever sits there runs the bot, and may do everything. */
const PERSON = 'console:operator';
const PLACE = { platform: 'console', id: 'terminal', isPrivate: true };
const NUMBER = /^\s*(\d{1,2})\s*$/;

/**
 * Turns typed lines into calls of the bot. A number picks one of the choices shown last; while a form is open, a line is the
 * answer to its question; anything else is a new question. What was answered last is what a bare command is about.
 */
export function createReceiver(config: ConsoleConfig, respond: Respond): (line: string) => Promise<string> {
  let choices: readonly Choice[] = [];
  let about: About | undefined;
  let dialogue: Dialogue | undefined;
  const show = (reply: Reply | undefined): string => {
    if (!reply) return '';
    choices = reply.choices;
    about = reply.answer ?? about;
    dialogue = reply.form && startDialogue(reply.form, config.say);
    return [renderReply(reply, config), dialogue?.prompt() ?? ''].filter((part) => part !== '').join('\n\n');
  };
  const ask = async (text: string, options?: Readonly<Record<string, string>>): Promise<string> =>
    show(await respond({ person: PERSON, place: PLACE, text, addressed: true, locale: config.locale, isModerator: async () => true, about, options }));
  return async (line) => {
    if (dialogue) return converse(line);
    if (line.trim() === '') return '';
    const number = NUMBER.exec(line)?.[1];
    if (number === undefined || choices.length === 0) return ask(line);
    const choice = choices[Number(number) - 1];
    return choice ? ask(`/${choice.command} ${choice.argument}`) : config.say('no-choice', { number });
  };

  async function converse(line: string): Promise<string> {
    const step = dialogue?.answer(line);
    if (step?.kind === 'next') return step.prompt;
    dialogue = undefined;
    if (step?.kind === 'done') return ask(`/${step.command}`, step.options);
    // Another command is another wish; whatever was typed so far is dropped, and said so.
    return step?.kind === 'left' && step.line !== undefined ? `${config.say('form-cancelled')}\n\n${await ask(step.line)}` : config.say('form-cancelled');
  }
}
