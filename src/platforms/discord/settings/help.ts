import { ComponentType } from 'discord.js';
import { apartIn } from '../../../bot/answers/messages.ts';
import { type Command, groupsOf } from '../../../bot/command.ts';
import type { DiscordContext } from '../context.ts';
import type { DiscordAct } from '../inbound/receive.ts';
import { escapeText } from '../outbound/escape.ts';
import { languageOf, typed } from '../outbound/speech.ts';
import { SERVER } from './server.ts';

/** UTF-16 units of text in one message, with a margin. */
const MOST = 3900;

const RIGHT_TO_LEFT_MARK = '\u200f';

/** Help for the asker only: clickable commands by group; moderators' commands for moderators only. */
export async function openHelp(context: DiscordContext, { scene, responder }: DiscordAct): Promise<void> {
  const { services, clickable } = context;
  const language = await languageOf(context, scene);
  const say = services.speak(language);
  const subjects = services.subjects(language).join(say('list-semicolon'));
  // Clients that ignore isolated text when they guess a line's direction would take a line that begins with a command
  // for left-to-right.
  const apart = apartIn(services, language);
  const start = services.languages.get(language)?.direction === 'rtl' ? RIGHT_TO_LEFT_MARK : '';
  const named = (name: string): string =>
    clickable.get(name) ?? `\`${typed(context, scene.place.isPrivate === true, `/${name}`)}\``;
  const line = ({ name }: Pick<Command, 'name'>): string =>
    `- ${start}${apart(named(name))} ${escapeText(say(`help-${name}`))}`;
  const own: Pick<Command, 'name' | 'group'>[] = scene.place.isPrivate ? [{ name: SERVER, group: 'you' }] : [];
  const allowed = services.commands.filter(({ forModerators }) => scene.isModerator || !forModerators);
  const groups = groupsOf([...allowed, ...own]).map(({ group, commands }) =>
    [`**${escapeText(say(`group-${group}`))}**`, ...commands.map(line)].join('\n'),
  );
  const about = subjects === '' ? say('about-nothing') : say('about', { subjects });
  const head = `### ${escapeText(say('help-title'))}\n${escapeText(about)}`;
  const more = start + escapeText(say('help-more')).replace('/help', named('help'));
  const components = within([head, ...groups, more]).map((content) => ({
    type: ComponentType.TextDisplay,
    content,
  }));
  await responder.first({
    kind: 'message',
    message: { isPrivate: true, components: [{ type: ComponentType.Container, components }] },
  });
}

/** Cuts texts to a total length; a text that is too long keeps its whole lines. */
function within(texts: readonly string[]): string[] {
  let room = MOST;
  return texts.flatMap((text) => {
    const whole = text.length <= room ? text : text.slice(0, room).replace(/\n[^\n]*$/, '');
    room -= whole.length;
    return whole === '' ? [] : [whole];
  });
}
