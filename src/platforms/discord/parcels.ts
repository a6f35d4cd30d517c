import type { Outgoing } from '../../bot/delivery/courier.ts';
import type { Correction } from '../../bot/heal/post-corrections.ts';
import type { Post } from '../../bot/recall.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Message } from './render.ts';

/** Where a reply is posted, and what it gives. */
export interface Given {
  readonly post: Omit<Post, 'message'>;
  readonly reply: Pick<Reply, 'answer' | 'language'>;
}

/** What waits in the outbox for this platform. */
export type Parcel =
  | { readonly kind: 'say'; readonly channel: string; readonly to?: string | undefined; readonly nonce: string; readonly message: Message; readonly given?: Given | undefined }
  | { readonly kind: 'edit'; readonly channel: string; readonly id: string; readonly message: Message; readonly given: Given }
  /** Takes a message of the bot's away, unless somebody has reacted to it. */
  | { readonly kind: 'remove'; readonly channel: string; readonly id: string; readonly place: string }
  /** A private message: nobody else has to read that somebody was too fast. */
  | { readonly kind: 'notice'; readonly user: string; readonly nonce: string; readonly message: Message }
  | { readonly kind: 'pin'; readonly channel: string; readonly id: string; readonly guild: string }
  | Correction;

/** A parcel in the lane of its conversation. @param person keyed hash of whom it is for. */
export const outgoing = (lane: string, person: string, parcel: Parcel): Outgoing => ({ lane, person, payload: JSON.stringify(parcel) });
