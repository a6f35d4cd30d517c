import type { Reply } from '../../../bot/answers/reply.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import type { Correction } from '../../../bot/delivery/post-corrections.ts';
import type { Report } from '../../../bot/delivery/report.ts';
import type { HandoverNote } from '../../../bot/handover/note.ts';
import { momentAfter } from '../../../bot/moment.ts';
import type { GivenAnswer, Post } from '../../../bot/platform/recall.ts';
import type { Unit } from '../../../bot/ports/store.ts';
import type { Services } from '../../../bot/services.ts';
import { type DiscordAct, NAME } from '../inbound/receive.ts';
import { type RenderedMessage, renderReply } from './render.ts';
import { TOKEN_MS } from './send.ts';

/** The place of a reply, and the entry that it gives. */
interface Given {
  readonly post: Omit<Post, 'message'>;
  /** Nothing if it is no answer. */
  readonly answer?: GivenAnswer;
  /** Which of several messages it is that give it together. Default: 0, the first */
  readonly part?: number;
}

/** Names under which an answer is known as said. */
export const namesOf = ({ about, language }: GivenAnswer): readonly string[] => [`${about.entry} ${language}`];

/** A message in the outbox for this platform. `at` is when it was thought of: ISO 8601. */
export type DiscordPayload =
  | {
      readonly kind: 'say';
      readonly channel: string;
      readonly to?: string;
      readonly nonce: string;
      readonly message: RenderedMessage;
      readonly given?: Given;
      readonly at: string;
      /** Whether the bot was asked by name, by a reply or in private: the asker gets a sign at least. Default: no. */
      readonly isAsked?: boolean;
      /** Whether it is nothing any more once a person has answered. Default: no. */
      readonly isForUnanswered?: boolean;
    }
  | {
      readonly kind: 'edit';
      readonly channel: string;
      readonly id: string;
      readonly message: RenderedMessage;
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
      readonly isLeftOver?: boolean;
    }
  /** A private message: nobody else has to read that somebody was too fast. */
  | {
      readonly kind: 'notice';
      readonly user: string;
      readonly nonce: string;
      readonly message: RenderedMessage;
      readonly at: string;
    }
  | { readonly kind: 'pin'; readonly channel: string; readonly id: string; readonly guild: string }
  | Correction
  | HandoverNote
  | Report;

/** A payload in the queue of its conversation. @param person keyed hash of whom it is for. */
export const outgoing = (queue: string, person: string, payload: DiscordPayload): Outgoing => ({
  queue,
  person,
  payload: JSON.stringify(payload),
});

export type Untold = ReturnType<typeof createUntold>;

/**
 * A private message in place of an interaction's answer that must be given, and is not if the process ends: it waits in
 * the outbox until the answer is given, or none can be given any more.
 */
export function createUntold({ store, now }: Pick<Services, 'store' | 'now'>) {
  const waiting = new Map<string, number>();
  return {
    /** Once for each interaction. @param unit the transaction of what the reply tells */
    keep: async (unit: Unit, { scene, ticket }: Pick<DiscordAct, 'scene' | 'ticket'>, reply: Reply): Promise<void> => {
      const [message] = renderReply(reply);
      if (!message || waiting.has(ticket.id)) return;
      const due = momentAfter(now(), TOKEN_MS);
      // It is nobody's: what is theirs goes with all else.
      const notice = { kind: 'notice', user: scene.user, nonce: `${ticket.id}-u`, message, at: due } as const;
      const kept = outgoing(`untold ${ticket.id}`, '', notice);
      const id = await unit.outbox.add({ ...kept, platform: NAME, due });
      unit.afterCommit(() => void waiting.set(ticket.id, id));
    },
    /** The interaction was answered. */
    told: async ({ ticket }: Pick<DiscordAct, 'ticket'>): Promise<void> => {
      const id = waiting.get(ticket.id);
      if (id === undefined) return;
      waiting.delete(ticket.id);
      await store.transact(({ outbox }) => outbox.done(id));
    },
  };
}
