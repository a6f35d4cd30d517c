import { composeGreeting } from '../src/bot/answers/greeting.ts';
import type { Command } from '../src/bot/command.ts';

/** The first words of a private chat, if the platform says that it begins. */
export const greet: Command = {
  name: 'greet',
  options: [],
  readOnly: true,
  isHidden: true,
  // Among others it may be another bot's command.
  run: (call) => (call.place.isPrivate ? composeGreeting(call) : undefined),
};
