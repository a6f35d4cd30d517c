import type { Reply } from '../answers/reply.ts';
import { isPrivateKey, placeOfKey } from '../conversation/place.ts';
import { queueOf } from '../delivery/post-corrections.ts';
import type { Asker, Question } from '../ports/questions.ts';
import type { WithOutbox } from '../ports/store.ts';

/** The address for later messages to an asker, in the platform's own ids. */
export interface ReturnAddress {
  /** Channel, topic or private chat; empty for a place without them. */
  readonly channel: string;
  /** Id of the message that asked; empty if others cannot see it. */
  readonly message: string;
  /** Empty for anonymous people. */
  readonly user: string;
  /** Address of the message, or of its channel; empty if nobody else could open it. */
  readonly link: string;
}

/** A message in a platform's outbox, about a question that was handed over. */
export interface HandoverNote {
  readonly kind: 'handover';
  readonly item: number;
  /** The question or the proposal to helpers, the answer to an asker, or any other message (`word`). */
  readonly says: 'question' | 'proposal' | 'answer' | 'word';
  /** Key. */
  readonly place: string;
  /** Empty for the place itself. */
  readonly channel: string;
  /** The recipient. Default: everybody in the channel. */
  readonly to?: ReturnAddress;
  /** Id of a message of the bot that it replaces. Default: none. */
  readonly instead?: string;
  readonly reply: Reply;
  /** Whether it causes a notification. Default: false. */
  readonly isLoud?: boolean;
  /** Ids of roles that are notified. Default: none. */
  readonly roles?: readonly string[];
}

/** Which message of a hand-over it is. */
export type HandoverPart = Pick<HandoverNote, 'item' | 'says'>;

type Saying = Pick<HandoverNote, 'item' | 'says' | 'reply'> & Partial<HandoverNote>;

/**
 * Posts to a helpers' channel.
 * @param person whose words it contains: a keyed hash
 */
export const tellHelpers = (
  unit: WithOutbox,
  { place, channel }: Pick<Question, 'place' | 'channel'>,
  saying: Saying,
  { person, now }: { readonly person: string; readonly now: string },
): Promise<number> => put(unit, { kind: 'handover', place, channel, ...saying }, person, now);

/** Sends a message to an asker, where they asked. */
export function tellAsker(
  unit: WithOutbox,
  { place, person, address }: Pick<Asker, 'place' | 'person' | 'address'>,
  saying: Saying,
  now: string,
): Promise<number> {
  const to = addressIn(address);
  return put(unit, { kind: 'handover', place, channel: to.channel, to, ...saying }, person, now);
}

/** Whether the asker waits for an answer. */
export const isWaiting = ({ address }: Pick<Asker, 'address'>): boolean => address !== '';

export const addressIn = (address: string): ReturnAddress => JSON.parse(address) as ReturnAddress;

function put({ outbox }: WithOutbox, note: HandoverNote, person: string, now: string): Promise<number> {
  const { place, channel } = note;
  return outbox.add({
    platform: placeOfKey(place).platform,
    // All of a private chat is one queue; its channel's id would identify the person.
    queue: queueOf({ place, channel: isPrivateKey(place) ? '' : channel }),
    person,
    payload: JSON.stringify(note),
    due: now,
  });
}
