import type { Outgoing } from '../../../bot/delivery/courier.ts';
import type { Correction } from '../../../bot/delivery/post-corrections.ts';
import type { Report } from '../../../bot/delivery/report.ts';
import type { HandoverNote } from '../../../bot/handover/note.ts';
import type { GivenAnswer, Post } from '../../../bot/platform/recall.ts';
import type { Message } from './render.ts';

/** The place of a reply, and the entry that it gives. */
export interface Given {
  readonly post: Omit<Post, 'message'>;
  /** Nothing if it is no answer. */
  readonly answer?: GivenAnswer | undefined;
  /** Which of several messages it is that give it together. Default: 0, the first */
  readonly part?: number | undefined;
}

/** Names under which an answer is known as said. */
export const namesOf = ({ about, language }: GivenAnswer): readonly string[] => [`${about.entry} ${language}`];

/** A message in the outbox for this platform. `at` is when it was thought of: ISO 8601. */
export type Payload =
  | {
      readonly kind: 'say';
      readonly channel: string;
      readonly to?: string | undefined;
      readonly nonce: string;
      readonly message: Message;
      readonly given?: Given | undefined;
      readonly at: string;
      /** Whether the bot was asked by name, by a reply or in private: the asker gets a sign at least. Default: no. */
      readonly isAsked?: boolean | undefined;
    }
  | {
      readonly kind: 'edit';
      readonly channel: string;
      readonly id: string;
      readonly message: Message;
      readonly given: Given;
    }
  /**
   * Takes a message of the bot's away, unless somebody has reacted to it; one that is left over of a longer answer in
   * any case.
   */
  | {
      readonly kind: 'remove';
      readonly channel: string;
      readonly id: string;
      readonly place: string;
      readonly isLeftOver?: boolean | undefined;
    }
  /** A private message: nobody else has to read that somebody was too fast. */
  | {
      readonly kind: 'notice';
      readonly user: string;
      readonly nonce: string;
      readonly message: Message;
      readonly at: string;
    }
  | { readonly kind: 'pin'; readonly channel: string; readonly id: string; readonly guild: string }
  | Correction
  | HandoverNote
  | Report;

/** A payload in the queue of its conversation. @param person keyed hash of whom it is for. */
export const outgoing = (queue: string, person: string, payload: Payload): Outgoing => ({
  queue,
  person,
  payload: JSON.stringify(payload),
});
