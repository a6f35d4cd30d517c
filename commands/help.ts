import { list, notice, paragraph, type Reply, text } from '../src/bot/answers/reply.ts';
import { type Call, type Command, isTyped } from '../src/bot/command.ts';
import type { Block, Inline } from '../src/core/entry/blocks.ts';

/** Says what the bot knows about and what it can be asked to do. */
export const help: Command = {
  name: 'help',
  options: [],
  readOnly: true,
  panel: 'help',
  run: async (call): Promise<Reply> => {
    const { services, say } = call;
    const isModerator = await call.isModerator();
    const listed = services.commands.filter(
      ({ isHidden, forModerators }) => !isHidden && (isModerator || !forModerators),
    );
    const moderators = listed.filter(({ forModerators }) => forModerators);
    const everyone = listed.filter(({ forModerators }) => !forModerators);
    const group = (commands: readonly Command[], heading: string): Block[] =>
      commands.length === 0
        ? []
        : [
            paragraph({ kind: 'strong', children: [text(say(heading))] }),
            list(commands.map((command) => usage(command, call))),
          ];
    const subjects = services.subjects(call.language).join(say('list-semicolon'));
    const about = subjects === '' ? say('about-nothing') : say('about', { subjects });
    return notice(call.language, {
      title: say('help-title'),
      blocks: [paragraph(text(about)), ...group(everyone, 'help-everyone'), ...group(moderators, 'help-moderators')],
    });
  },
};

/** The first option is typed as it is, the others after their names. */
function usage(command: Command, { say }: Call): Inline[] {
  const options = command.options
    .filter((option) => option.kind !== 'flag' && isTyped(option))
    .map(({ name, required }, at) => {
      const label = at === 0 ? say(`option-${name}`) : `${name}: ${say(`option-${name}`)}`;
      return required ? ` <${label}>` : ` [${label}]`;
    });
  return [{ kind: 'command', text: `/${command.name}` }, text(`${options.join('')} ${say(`help-${command.name}`)}`)];
}
