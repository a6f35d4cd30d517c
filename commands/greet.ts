import { composeGreeting } from '../src/bot/answers/greeting.ts';
import type { Command } from '../src/bot/command.ts';

/** The greeting, at the beginning of a private chat and for the bare name of the bot. */
export const greet: Command = {
  name: 'greet',
  options: [],
  readOnly: true,
  greets: true,
  run: composeGreeting,
};
