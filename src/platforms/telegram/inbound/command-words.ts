import type { Message } from 'grammy/types';
import type { Context } from '../context.ts';

/** What a message says. */
export interface Words {
  readonly text: string;
  /** Whether the bot is called: by its name, or by a command that names it. */
  readonly isCalled: boolean;
}

const COMMAND = /^\/([a-z0-9_]{1,32})(?:@([a-z0-9_]+))?(?![a-z0-9_@])/i;

/**
 * Text or caption without the bot's name; nothing where there are no words, or where they are a command to another bot.
 * What was sent on calls nobody, and is no command.
 */
export function wordsOf(message: Message, me: Context['me']): Words | undefined {
  const text = message.text ?? message.caption;
  if (typeof text !== 'string') return undefined;
  if (message.forward_origin !== undefined) return text.trim().startsWith('/') ? undefined : { text, isCalled: false };
  const [head, command, bot] = COMMAND.exec(text) ?? [];
  if (head !== undefined && command !== undefined) {
    if (bot !== undefined && bot.toLowerCase() !== me.username.toLowerCase()) return undefined;
    return { text: `/${command}${text.slice(head.length)}`, isCalled: bot !== undefined };
  }
  const others = withoutLinkedName(text, message, me).replace(
    new RegExp(`(?<![\\p{L}\\p{N}_])@${me.username}(?![A-Za-z0-9_])[,:，：]?`, 'giu'),
    ' ',
  );
  return { text: others === text ? text : others.replace(/[^\S\n]+/g, ' ').trim(), isCalled: others !== text };
}

/** A mention without the sign: some clients link the bot's first name. */
function withoutLinkedName(
  text: string,
  { entities, caption_entities: inCaption }: Message,
  { id }: Context['me'],
): string {
  const found = (entities ?? inCaption ?? []).find(
    (entity) => entity.type === 'text_mention' && entity.user?.id === id,
  );
  return found ? `${text.slice(0, found.offset)} ${text.slice(found.offset + found.length)}` : text;
}

/** The message that is answered with this one; the one that opened a topic is not meant. */
export function repliedTo(message: Message): Message | undefined {
  const replied = message.reply_to_message;
  return replied && !replied.forum_topic_created ? replied : undefined;
}
