import type { Command } from '../command.ts';
import type { Services } from '../services.ts';

/** A command as people type it. */
export interface CommandText {
  /** In lower case; not necessarily one of the bot's. */
  readonly name: string;
  /** Text behind it, without spaces around it. */
  readonly argument: string;
}

const COMMAND = /^\/([a-z]+)(?:@\S+)?(?:\s+([\s\S]*))?$/i;

/** Whether words only ask: a question, or a command that changes nothing. @param commands that there are */
export function onlyAsks(text: string, commands: readonly Pick<Command, 'name' | 'readOnly'>[]): boolean {
  const typed = readCommand(text);
  return !typed || commands.every(({ name, readOnly }) => name !== typed.name || readOnly === true);
}

/** The command that words call; plain text is a question. @returns undefined for a command that there is not */
export const commandIn = ({ commands }: Pick<Services, 'commands'>, text: string): Command | undefined => {
  const typed = readCommand(text);
  return commands.find(({ name, gives }) => (typed ? name === typed.name : gives === 'answer'));
};

/** Invisible marks of direction, which come along when a command is copied out of text that runs from right to left. */
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Reads `/name words`, also `/name@bot words`, of one line or many. @returns undefined for what is no command */
export function readCommand(text: string): CommandText | undefined {
  const [, name, argument = ''] = COMMAND.exec(text.replace(DIRECTION, '').trim()) ?? [];
  return name === undefined ? undefined : { name: name.toLowerCase(), argument: argument.trim() };
}
