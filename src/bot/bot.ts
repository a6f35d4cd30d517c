import { nearestOf } from '../core/nearest.ts';
import { chooseLanguage } from './choose-language.ts';
import type { Command } from './command.ts';
import type { Incoming } from './incoming.ts';
import { plainReply, type Reply } from './reply.ts';
import type { Services } from './services.ts';

/** The border: everything the bot does is one call of this. `undefined` is silence. */
export type Respond = (incoming: Incoming) => Promise<Reply | undefined>;

const COMMAND = /^\/([a-z]+)(?:@\S+)?(?:\s+([\s\S]*))?$/i;

/** @throws Error where no command is named `ask`: plain text is a question. */
export function createBot(services: Services): Respond {
  const commands = new Map(services.commands.map((command) => [command.name, command]));
  const ask = commands.get('ask');
  if (!ask) throw new Error('the list of commands lacks "ask"');
  return async (incoming) => {
    const [, name, argument = ''] = COMMAND.exec(incoming.text.trim()) ?? [];
    if (name === undefined) return run(services, ask, incoming, incoming.text.trim());
    const command = commands.get(name.toLowerCase());
    if (command) return run(services, command, { ...incoming, addressed: true }, argument.trim());
    return incoming.addressed ? unknownCommand(services, name, incoming) : undefined;
  };
}

function run(services: Services, command: Command, incoming: Incoming, argument: string): Reply | undefined {
  const language = languageFor(services, incoming, command.name === 'ask' ? argument : undefined);
  if (command.argument?.required && argument === '') {
    return incoming.addressed ? plainReply(language, services.speak(language)(`missing-${command.name}`)) : undefined;
  }
  return command.run({ services, person: incoming.person, argument, language, say: services.speak(language), addressed: incoming.addressed });
}

function languageFor(services: Services, incoming: Incoming, question: string | undefined): string {
  const clues = {
    chosen: services.preferences.languageOf(incoming.person),
    detection: question === undefined ? undefined : services.detect(question),
    locale: incoming.locale,
  };
  return chooseLanguage(clues, services.languages, services.defaultLanguage);
}

function unknownCommand(services: Services, name: string, incoming: Incoming): Reply {
  const language = languageFor(services, incoming, undefined);
  const near = nearestOf(
    name.toLowerCase(),
    services.commands.map((command) => command.name),
  );
  const say = services.speak(language);
  return plainReply(language, near === undefined ? say('unknown-command', { name }) : say('unknown-command-near', { name, near }));
}
