import { composeGreeting } from '../src/bot/answers/greeting.ts';
import type { Command } from '../src/bot/command.ts';

/** What a chat alone with the bot begins with, where the platform says that it begins. */
export const greet: Command = {
  name: 'greet',
  options: [],
  readOnly: true,
  isHidden: true,
  // Among others it may be another bot's command.
  run: (call) => (call.place.isPrivate ? composeGreeting(call) : undefined),
};
