import { composeGreeting } from '../src/bot/answers/greeting.ts';
import type { Command } from '../src/bot/command.ts';

/** Hello: the first words of a private chat, if the platform says that it begins, and for the bare name. */
export const greet: Command = {
  name: 'greet',
  options: [],
  readOnly: true,
  greets: true,
  run: composeGreeting,
};
