import type { Message } from 'grammy/types';
import type { Context } from './context.ts';
import { type Dialogue, dialogueId, findDialogue } from './dialogue.ts';
import type { Received } from './receive.ts';

const CANCEL = /^\/cancel(?:\s|$)/i;

/** What a message has to do with a dialogue. */
export interface Standing {
  readonly dialogue: Dialogue;
  /** Whether it answers it; otherwise it ends it. */
  readonly isAnswer: boolean;
}

/**
 * The dialogue that a message answers: in a group only a reply to the open question, by the person who is asked; alone with the
 * bot, any message. A command is no answer, and alone with the bot it ends the dialogue.
 */
export async function dialogueOf(context: Context, { incoming, listener, words, answered }: Received, { reply_to_message: replied }: Message): Promise<Standing | undefined> {
  const { isPrivate } = incoming.place;
  if (!isPrivate && answered === undefined) return undefined;
  const dialogue = await findDialogue(context, dialogueId(context, listener.spot, listener.person));
  if (!dialogue || (!isPrivate && !dialogue.prompts.includes(replied?.message_id ?? 0))) return undefined;
  if (CANCEL.test(words) || !isCommand(context, words)) return { dialogue, isAnswer: true };
  return isPrivate ? { dialogue, isAnswer: false } : undefined;
}

function isCommand({ services }: Context, words: string): boolean {
  const name = /^\/([a-z]+)(?:\s|$)/i.exec(words)?.[1]?.toLowerCase();
  return name === 'start' || services.commands.some((command) => command.name === name);
}
