import { isOpenEnd } from '../answers/human-choice.ts';
import type { Reply } from '../answers/reply.ts';
import { readTogether } from '../conversation/held-lines.ts';
import { follow } from '../handover/answer.ts';
import { unask } from '../questions/closing.ts';
import { commandIn } from './command-text.ts';
import {
  asPost,
  converse,
  type MemberMessage,
  NOTHING,
  type Port,
  replyTo,
  type Talk,
  type UnsentMessages,
  unasked,
} from './conversation.ts';

/** A platform on which messages can be edited and deleted. */
export interface EditPort<M extends MemberMessage> extends Port<M> {
  /**
   * Replaces the bot's replies to a message.
   * @param posts their ids, in any order; at least one
   */
  readonly edit: (message: M, reply: Reply, posts: readonly string[]) => Promise<UnsentMessages>;
  /**
   * Deletes the bot's replies to a message.
   * @param posts their ids, in any order
   */
  readonly remove: (message: M, posts: readonly string[]) => UnsentMessages;
}

/** A message that was edited. */
interface EditedMessage<M extends MemberMessage> extends Change {
  /** Undefined if it is not for the bot. */
  readonly read: () => Promise<M | undefined>;
  /** Whether it was edited so soon that it may get a first answer now. */
  readonly isNew: boolean;
}

/** A message that was edited or deleted. */
interface Change {
  /** Key. */
  readonly place: string;
  readonly id: string;
  /** Its text now, in the form in which a helper's is passed on; empty if it was deleted. */
  readonly words: string;
  /** The author's display name; may be empty. */
  readonly name: string;
}

/** The reply to the message is still in the outbox: the change must be handled later. */
export class NotYetPosted extends Error {
  constructor() {
    super('a question was changed before its answer was posted');
  }
}

/**
 * Corrects the replies to an edited message, if it is a question. Commands that change something are not carried out
 * again.
 * @throws NotYetPosted
 */
export async function converseAgain<M extends MemberMessage>(
  talk: Talk,
  port: EditPort<M>,
  { read, isNew, ...change }: EditedMessage<M>,
): Promise<UnsentMessages> {
  const { place, id } = change;
  if (await isHelpers(talk, change)) return NOTHING;
  const message = await read();
  const { heldLines, attempt } = talk.services;
  if (!message || commandIn(talk.services, message.incoming.text)?.gives !== 'answer') {
    void attempt.afterCommit(() => heldLines.remove(place, id));
    return NOTHING;
  }
  const posts = await postsTo(talk, place, id);
  const { addressed, isReply } = message.incoming;
  if (posts.length === 0)
    return isNew &&
      (addressed || isReply === true || talk.replies.isExpected(place, id) || heldLines.isWaiting(place, id))
      ? converse(talk, port, message)
      : NOTHING;
  if (port.pace(message, 'message') !== 'go') return NOTHING;
  const reply = await replyAgain(talk, message, place);
  if (!isOpenEnd(reply)) void talk.services.attempt.afterCommit(() => unask(talk.services, place, [id]));
  if (reply) return port.edit(message, unasked(message, reply), posts);
  void talk.services.attempt.afterCommit(() => talk.replies.withdraw(place, id));
  return port.remove(message, posts);
}

/**
 * Ids of the bot's replies to a message that was deleted.
 * @throws NotYetPosted
 */
export async function leftBehind(talk: Talk, change: Change): Promise<readonly string[]> {
  const { place, id } = change;
  if (await isHelpers(talk, change)) return [];
  talk.services.heldLines.remove(place, id);
  const posts = await postsTo(talk, place, id);
  talk.replies.forget(place, id);
  return posts;
}

const isHelpers = ({ services }: Talk, { id: message, ...change }: Change): Promise<boolean> =>
  follow(services, { ...change, message });

async function postsTo({ replies, recall }: Talk, place: string, id: string): Promise<readonly string[]> {
  const posts = await replies.to(place, id, recall);
  if (posts.length === 0 && replies.isPromised(place, id)) throw new NotYetPosted();
  return posts;
}

/** The reply to an edited message. If it was the last of several that were read together, to all of them. */
async function replyAgain(talk: Talk, written: MemberMessage, place: string): Promise<Reply | undefined> {
  const message = asPost(written);
  const { incoming, id } = message;
  const lines = talk.services.heldLines.reworded(place, id, incoming.text);
  if (!lines) return replyTo(talk, message);
  for (const text of await readTogether(talk.services, incoming.place, lines)) {
    const reply = await replyTo(talk, { ...message, incoming: { ...incoming, text } });
    if (reply) return reply;
  }
  return undefined;
}
