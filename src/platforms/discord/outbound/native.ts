import { chatInputApplicationCommandMention } from 'discord.js';
import type { Reply } from '../../../bot/answers/reply.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import { type Inline, mapParts } from '../../../core/entry/blocks.ts';
import type { Context } from '../context.ts';
import type { World } from '../inbound/world.ts';

/**
 * A reply with all that Discord shows by itself: the bot's commands can be clicked, and what a server does not have is
 * shown by its name.
 */
export function native<R extends Reply>(
  { commandIds, world }: Pick<Context, 'commandIds' | 'world'>,
  { id: place }: Pick<Place, 'id'>,
  reply: R,
): R {
  if (!('blocks' in reply)) return reply;
  const shown = (part: Inline): Inline => {
    if (part.kind === 'command') {
      const id = commandIds.get(part.text.slice(1));
      return id === undefined
        ? part
        : { kind: 'mention', raw: chatInputApplicationCommandMention(part.text.slice(1), id), text: part.text };
    }
    return part.kind === 'mention' && !world.shows(place, part.raw) ? { kind: 'text', text: part.text } : part;
  };
  return { ...reply, blocks: mapParts(reply.blocks, shown) };
}

/** Channels and roles outside of code, and without a name. */
const UNNAMED = /`[^`]*`|(?<!\]\()<(?:#|@&)\d{17,20}>/g;

/** Markdown in which channels and roles have their names, for all other places: `[#rules](<#123456789012345678>)`. */
export const withNames = (world: World, { id: guild }: Pick<Place, 'id'>, markdown: string): string =>
  markdown.replace(UNNAMED, (found) => {
    const name = world.nameOf(guild, found);
    return name === undefined ? found : `[${name.replace(/[\\[\]*_`<>~]/g, '\\$&')}](${found})`;
  });
