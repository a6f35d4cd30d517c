import { list, notice, paragraph, type Reply, text } from '../src/bot/answers/reply.ts';
import { type Call, type Command, groupsOf, isTyped, listedOf, type Suggested } from '../src/bot/command.ts';
import type { Block, Inline } from '../src/core/entry/blocks.ts';

/** Lists subjects and commands by group, or explains one command. */
export const help: Command = {
  name: 'help',
  group: 'you',
  inMenu: 'always',
  options: [{ name: 'command', kind: 'text', suggest: suggestCommands }],
  readOnly: true,
  panel: 'help',
  run: async (call): Promise<Reply> => {
    const { services, say, language } = call;
    const listed = await listedFor(call);
    const asked = listed.find(({ name }) => name === call.argument.replace(/^\//, '').toLowerCase());
    if (asked)
      return { ...notice(language, { title: `/${asked.name}`, blocks: explained(asked, call) }), isPrivate: true };
    const subjects = services.subjects(language).join(say('list-semicolon'));
    const about = subjects === '' ? say('about-nothing') : say('about', { subjects });
    return notice(language, {
      title: say('help-title'),
      blocks: [
        paragraph(text(about)),
        ...groupsOf(listed).flatMap(({ group, commands }) => [
          paragraph({ kind: 'strong', children: [text(say(`group-${group}`))] }),
          list(commands.map((command) => [nameOf(command), text(` ${say(`help-${command.name}`)}`)])),
        ]),
        paragraph(...say.parts('help-more')),
      ],
    });
  },
};

/** Commands that the caller may use. */
async function listedFor({ services, isModerator }: Call): Promise<readonly Command[]> {
  const isAllowed = await isModerator();
  return listedOf(services.commands).filter(({ forModerators }) => isAllowed || !forModerators);
}

async function suggestCommands(call: Call): Promise<Suggested[]> {
  return (await listedFor(call)).map(({ name }) => ({ value: name, label: `/${name}` }));
}

const nameOf = ({ name }: Command): Inline => ({ kind: 'command', text: `/${name}` });

/** A command's description, usage, details, and who may use it. */
function explained(command: Command, { say }: Call): Block[] {
  const options = command.options
    .filter((option) => option.kind !== 'flag' && isTyped(option))
    .map(({ name, required }, at) => {
      const label = at === 0 ? say(`option-${name}`) : `${name}: ${say(`option-${name}`)}`;
      return required ? ` <${label}>` : ` [${label}]`;
    });
  return [
    paragraph(text(say(`help-${command.name}`))),
    paragraph(nameOf(command), text(options.join(''))),
    ...(command.isExplained ? [paragraph(...say.parts(`more-${command.name}`))] : []),
    ...(command.forModerators ? [paragraph(text(say('help-moderators')))] : []),
  ];
}
