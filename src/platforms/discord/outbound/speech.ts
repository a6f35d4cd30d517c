import { paragraph, plainReply, type Reply, text, whisper } from '../../../bot/answers/reply.ts';
import { languageOfPerson } from '../../../bot/conversation/choose-language.ts';
import type { Place } from '../../../bot/conversation/place.ts';
import type { ReturnAddress } from '../../../bot/handover/note.ts';
import type { WithServices } from '../../../bot/services.ts';
import { type Inline, mapParts } from '../../../core/entry/blocks.ts';
import type { DiscordContext } from '../context.ts';
import { isServer, personOf, type Scene } from '../inbound/receive.ts';
import type { World } from '../inbound/world.ts';

type Asker = Pick<Scene, 'place' | 'user' | 'locale'>;
/** What mentions of commands and of the bot are made of. */
type Mentioning = Pick<DiscordContext, 'clickable' | 'world'>;

/**
 * The language in which the platform itself addresses somebody: their choice, else their client's, else the
 * community's.
 */
export const languageOf = ({ services }: WithServices, { place, user, locale }: Asker): Promise<string> =>
  languageOfPerson({ services, person: services.hash(personOf(user)), place, locale });

/** One of the bot's messages, in one person's language. */
export async function whisperOf(context: WithServices, scene: Asker, key: string): Promise<Reply> {
  const language = await languageOf(context, scene);
  return whisper({ language, say: context.services.speak(language) }, key);
}

/** URL of a message or a channel. */
export const addressOf = (guild: string | undefined, channel: string, message?: string): string =>
  ['https://discord.com/channels', guild ?? '@me', channel, ...(message === undefined ? [] : [message])].join('/');

/** The address for later messages to somebody; undefined for places without the bot. @param message may be empty */
export const returnTo = (place: Place, channel: string, user: string, message: string): ReturnAddress | undefined =>
  place.isPrivate
    ? { channel, message, user: '', link: '' }
    : isServer(place)
      ? { channel, message, user, link: addressOf(place.id, channel, message === '' ? undefined : message) }
      : undefined;

/** A reply that links to an answer given recently. */
export function pointer({ services }: WithServices, language: string, url: string): Reply {
  const words = services.speak(language)('answered-above');
  return {
    ...plainReply(language, ''),
    blocks: [paragraph(text(`${words} `), { kind: 'link', url, children: [text(url)] })],
  };
}

/** A sentence about a channel, with a link to it. @param key of a sentence with the variable `channel` */
export const aboutChannel =
  ({ services }: WithServices, guild: string, channel: string, key: string) =>
  (language: string): Reply => {
    const [before = '', after = ''] = services.speak(language)(key, { channel: '\u0000' }).split('\u0000');
    const url = addressOf(guild, channel);
    const link = { kind: 'link' as const, url, children: [text(url)] };
    return { ...plainReply(language, ''), blocks: [paragraph(text(before), link, text(after))] };
  };

/**
 * A reply with Discord's own mentions: commands can be clicked, and channels or roles that the server does not have are
 * shown as plain names.
 */
export function native<R extends Reply>(
  { clickable, world }: Mentioning,
  { id: place, isPrivate = false }: Pick<Place, 'id' | 'isPrivate'>,
  reply: R,
): R {
  if (!('blocks' in reply)) return reply;
  const shown = (part: Inline): Inline => {
    if (part.kind === 'command') {
      const raw = clickable.get(part.text.slice(1));
      return raw === undefined
        ? { ...part, text: typed({ clickable, world }, isPrivate, part.text) }
        : { kind: 'mention', raw, text: part.text };
    }
    return part.kind === 'mention' && !world.shows(place, part.raw) ? { kind: 'text', text: part.text } : part;
  };
  return { ...reply, blocks: mapParts(reply.blocks, shown) };
}

/** A command as people type it if it is in none of Discord's menus; in servers the bot must be mentioned. */
export const typed = ({ clickable, world }: Mentioning, isPrivate: boolean, command: string): string => {
  const name = clickable.size === 0 || isPrivate ? undefined : world.ownName();
  return name === undefined ? command : `@${name} ${command}`;
};

/** Mentions of channels and roles, except inside code and link targets. */
const UNNAMED = /`[^`]*`|(?<!\]\()<(?:#|@&)\d{17,20}>/g;

/**
 * Markdown in which mentions of channels and roles carry their names, for other platforms:
 * `[#rules](<#123456789012345678>)`.
 */
export const withNames = (world: World, { id: guild }: Pick<Place, 'id'>, markdown: string): string =>
  markdown.replace(UNNAMED, (found) => {
    const name = world.nameOf(guild, found);
    return name === undefined ? found : `[${name.replace(/[\\[\]*_`<>~]/g, '\\$&')}](${found})`;
  });
