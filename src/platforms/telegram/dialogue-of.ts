import type { Message } from 'grammy/types';
import type { Context } from './context.ts';
import { type Dialogue, dialogueId, endDialogue, findDialogue } from './dialogue.ts';
import type { Received } from './receive.ts';

const CANCEL = /^\/cancel(?:\s|$)/i;

/**
 * The dialogue that a message answers: in a group only a reply to the open question, by the person who is asked; alone with the
 * bot, any message. A command is no answer, and alone with the bot it ends the dialogue.
 */
export async function dialogueOf(context: Context, { incoming, listener, words, answered }: Received, { reply_to_message: replied }: Message): Promise<Dialogue | undefined> {
  const { isPrivate } = incoming.place;
  if (!isPrivate && answered === undefined) return undefined;
  const dialogue = await findDialogue(context, dialogueId(context, listener.spot, listener.person));
  if (!dialogue || (!isPrivate && !dialogue.prompts.includes(replied?.message_id ?? 0))) return undefined;
  if (CANCEL.test(words) || !isCommand(context, words)) return dialogue;
  if (isPrivate) await endDialogue(context, dialogue.id);
  return undefined;
}

function isCommand({ services }: Context, words: string): boolean {
  const name = /^\/([a-z]+)(?:\s|$)/i.exec(words)?.[1]?.toLowerCase();
  return name === 'start' || services.commands.some((command) => command.name === name);
}
