import type { Command } from '../command.ts';

/** A command as people type it. */
export interface CommandText {
  /** In lower case; not necessarily one of the bot's. */
  readonly name: string;
  /** What stands behind it, without spaces around it. */
  readonly argument: string;
}

const COMMAND = /^\/([a-z]+)(?:@\S+)?(?:\s+([\s\S]*))?$/i;

/** Whether words only ask: a question, or a command that changes nothing. @param commands that there are */
export function onlyAsks(text: string, commands: readonly Pick<Command, 'name' | 'expires'>[]): boolean {
  const typed = readCommand(text);
  return !typed || commands.every(({ name, expires }) => name !== typed.name || expires === true);
}

/** Invisible marks of direction, which come along when a command is copied out of text that runs from right to left. */
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Reads `/name words`, also `/name@bot words`, of one line or many. @returns undefined for what is no command */
export function readCommand(text: string): CommandText | undefined {
  const [, name, argument = ''] = COMMAND.exec(text.replace(DIRECTION, '').trim()) ?? [];
  return name === undefined ? undefined : { name: name.toLowerCase(), argument: argument.trim() };
}
