import type { Call, Command } from '../src/bot/command.ts';
import { list, paragraph, type Reply, text } from '../src/bot/reply.ts';
import type { Inline } from '../src/core/blocks.ts';

/** Says what the bot knows about and what it can be asked to do. */
export const help: Command = {
  name: 'help',
  run: (call): Reply => {
    const { services, say } = call;
    const subjects = services.subjects(call.language).join('; ');
    const about = subjects === '' ? say('about-nothing') : say('about', { subjects });
    return { language: call.language, title: say('help-title'), blocks: [paragraph(text(about)), list(services.commands.map((command) => usage(command, call)))], notes: [], choices: [] };
  },
};

function usage(command: Command, { say }: Call): Inline[] {
  const form = command.argument === undefined ? '' : command.argument.required ? ` <${say(`argument-${command.name}`)}>` : ` [${say(`argument-${command.name}`)}]`;
  return [{ kind: 'code', text: `/${command.name}${form}` }, text(` ${say(`help-${command.name}`)}`)];
}
