import type { Reply } from '../../../bot/answers/reply.ts';
import type { Outgoing } from '../../../bot/delivery/courier.ts';
import type { Correction } from '../../../bot/delivery/post-corrections.ts';
import type { Report } from '../../../bot/delivery/report.ts';
import type { HandoverNote } from '../../../bot/handover/note.ts';
import { momentAfter } from '../../../bot/moment.ts';
import type { GivenAnswer, Post } from '../../../bot/platform/recall.ts';
import type { Unit } from '../../../bot/ports/store.ts';
import type { Services } from '../../../bot/services.ts';
import { PLATFORM } from '../config.ts';
import type { DiscordAct } from '../inbound/receive.ts';
import { type RenderedMessage, renderReply } from './render.ts';
import { TOKEN_MS } from './send.ts';

/** The place of a message, and the entry that it gives. */
interface Given {
  readonly post: Omit<Post, 'message'>;
  /** Undefined if the message gives no entry. */
  readonly answer?: GivenAnswer;
  /** Index of this message in an answer of several. Default: 0 */
  readonly part?: number;
}

/** Keys under which an answer is found among recent answers. */
export const namesOf = ({ about, language }: GivenAnswer): readonly string[] => [`${about.entry} ${language}`];

/** A message in the outbox for this platform. `at` is when it was composed: ISO 8601. */
export type DiscordPayload =
  | {
      readonly kind: 'say';
      readonly channel: string;
      readonly to?: string;
      readonly nonce: string;
      readonly message: RenderedMessage;
      readonly given?: Given;
      readonly at: string;
      /**
       * Whether the bot was addressed: by mention, by a reply or in private. If the answer is already visible above,
       * the asker then gets at least a reaction. Default: false.
       */
      readonly isAsked?: boolean;
      /** Whether it is dropped if a member has answered meanwhile. Default: false. */
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
   * Deletes a message of the bot unless somebody has reacted to it. A surplus part of a longer answer is deleted in any
   * case.
   */
  | {
      readonly kind: 'remove';
      readonly channel: string;
      readonly id: string;
      readonly place: string;
      readonly isLeftOver?: boolean;
    }
  /** A private message, such as that somebody asks too fast, which need not be public. */
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

/** @param person keyed hash of the recipient */
export const outgoing = (queue: string, person: string, payload: DiscordPayload): Outgoing => ({
  queue,
  person,
  payload: JSON.stringify(payload),
});

export type Untold = ReturnType<typeof createUntold>;

/**
 * A private message that takes the place of an interaction's response if the process ends before responding. It waits
 * in the outbox until the response is given, or until the interaction's token has expired.
 */
export function createUntold({ store, now }: Pick<Services, 'store' | 'now'>) {
  const waiting = new Map<string, number>();
  return {
    /** Stores it once for each interaction. @param unit the transaction of the change that the reply is about */
    keep: async (unit: Unit, { scene, ticket }: Pick<DiscordAct, 'scene' | 'ticket'>, reply: Reply): Promise<void> => {
      const [message] = renderReply(reply);
      if (!message || waiting.has(ticket.id)) return;
      const due = momentAfter(now(), TOKEN_MS);
      // Stored without a person, so that erasing their data does not delete the confirmation of it.
      const notice = { kind: 'notice', user: scene.user, nonce: `${ticket.id}-u`, message, at: due } as const;
      const kept = outgoing(`untold ${ticket.id}`, '', notice);
      const id = await unit.outbox.add({ ...kept, platform: PLATFORM, due });
      unit.afterCommit(() => void waiting.set(ticket.id, id));
    },
    /** Removes the message, as the interaction was answered. */
    told: async ({ ticket }: Pick<DiscordAct, 'ticket'>): Promise<void> => {
      const id = waiting.get(ticket.id);
      if (id === undefined) return;
      waiting.delete(ticket.id);
      await store.transact(({ outbox }) => outbox.done(id));
    },
  };
}
