import { keyOfPlace, type Place } from '../../../bot/conversation/place.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import { isLate, PATIENCE, waiting } from '../../../bot/moment.ts';
import { converseAgain, leftBehind } from '../../../bot/platform/changed-message.ts';
import { converse, solvedReply, type Waits } from '../../../bot/platform/conversation.ts';
import type { Update } from '../../../bot/ports/delivery.ts';
import type { DiscordContext } from '../context.ts';
import type { Author } from '../moderation/permissions.ts';
import { renderReply } from '../outbound/render.ts';
import { whisperOf } from '../outbound/speech.ts';
import { channelPort, isNew, messageOf, removal } from './channel-port.ts';
import { type Heard, spotOf, withoutMentions } from './heard.ts';

/** A deleted message, as stored in the inbox. */
export interface Deleted {
  readonly kind: 'deleted';
  readonly id: string;
  readonly channel: string;
  readonly place: Place;
}

/** Whether a message that addressed nobody is too old to answer. */
export function isOver(update: Update, now: string): boolean {
  if (!isLate(update, PATIENCE.overheard, now)) return false;
  const heard = JSON.parse(update.payload) as Heard | Deleted;
  return heard.kind === 'asked' && !heard.addressed && heard.to === undefined;
}

/**
 * A function that tells the author that nothing can be stored at the moment; undefined if the message did not address
 * the bot.
 */
export async function teller(
  context: DiscordContext,
  { payload }: Update,
): Promise<(() => Promise<unknown>) | undefined> {
  const heard = JSON.parse(payload) as Heard | Deleted;
  if (heard.kind !== 'asked' || (!heard.addressed && heard.to === undefined)) return undefined;
  const { channel, id, place, user } = heard;
  return async () => {
    const [message] = renderReply(await whisperOf(context, { place, user, locale: undefined }, 'not-kept'));
    return message && context.out.post(channel, message, { to: id });
  };
}

interface Handling {
  readonly author: Author;
  /** Queues an update once more. */
  readonly again: (update: Update) => void;
}

/** Handles an update of the inbox. @returns messages for the outbox */
export async function handle(
  context: DiscordContext,
  update: Update,
  { author, again }: Handling,
): Promise<readonly Outgoing[]> {
  const heard = JSON.parse(update.payload) as Heard | Deleted;
  const { place, id } = { place: keyOfPlace(heard.place), id: heard.id };
  if (heard.kind === 'deleted') {
    const posts = await leftBehind(context, { place, id, words: '', name: '' });
    return posts.map((post) => removal(heard, post, ''));
  }
  const isTooLate = isLate(update, PATIENCE.asked, context.services.now());
  const waits = heard.place.isPrivate ? undefined : waitsOf(context, update, heard, again);
  const message = messageOf(context, heard, author, { isLate: isTooLate, waits });
  switch (heard.kind) {
    case 'asked':
      return converse(context, channelPort(context), message);
    case 'edited': {
      const change = { place, id, words: withoutMentions(heard.text), name: heard.name };
      const read = async () => message;
      return converseAgain(context, channelPort(context), { ...change, read, isNew: isNew(context, heard) });
    }
    case 'reacted':
      // Solved posts get no reply.
      await solvedReply(context, message);
      return [];
  }
}

const waitsOf = (
  { services }: DiscordContext,
  update: Update,
  { id, channel, isPost = false }: Heard,
  again: Handling['again'],
): Waits => ({
  ...waiting(update, services.now, again),
  // A post and its first message have the same id.
  isPost: isPost && id === channel,
  spot: spotOf(channel),
  thread: spotOf(id),
});
