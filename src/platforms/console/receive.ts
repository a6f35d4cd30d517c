import type { Respond } from '../../bot/bot.ts';
import type { Choice } from '../../bot/reply.ts';
import type { ConsoleConfig } from './config.ts';
import { renderReply } from './render.ts';

const PERSON = 'console';
const NUMBER = /^\s*(\d{1,2})\s*$/;

/** Turns typed lines into calls of the bot. A number picks one of the choices shown last; anything else is a new question. */
export function createReceiver(config: ConsoleConfig, respond: Respond): (line: string) => Promise<string> {
  let choices: readonly Choice[] = [];
  const ask = async (text: string): Promise<string> => {
    const reply = await respond({ person: PERSON, text, addressed: true, locale: config.locale });
    if (!reply) return '';
    choices = reply.choices;
    return renderReply(reply, config);
  };
  return async (line) => {
    const number = NUMBER.exec(line)?.[1];
    if (number === undefined || choices.length === 0) return ask(line);
    const choice = choices[Number(number) - 1];
    return choice ? ask(`/${choice.command} ${choice.argument}`) : config.say('no-choice', { number });
  };
}
