import type { Reply } from '../../../bot/answers/reply.ts';
import { momentAfter } from '../../../bot/moment.ts';
import type { Unit } from '../../../bot/ports/store.ts';
import type { Services } from '../../../bot/services.ts';
import { type Act, NAME } from '../inbound/receive.ts';
import { outgoing } from './outbox-message.ts';
import { renderReply } from './render.ts';
import { TOKEN_MS } from './send.ts';

export type Untold = ReturnType<typeof createUntold>;

/**
 * A private message in place of an interaction's answer that must be given, and is not if the process ends: it waits in
 * the outbox until the answer is given, or none can be given any more.
 */
export function createUntold({ store, now }: Pick<Services, 'store' | 'now'>) {
  const waiting = new Map<string, number>();
  return {
    /** Once for each interaction. @param unit the transaction of what the reply tells */
    keep: async (unit: Unit, { scene, ticket }: Pick<Act, 'scene' | 'ticket'>, reply: Reply): Promise<void> => {
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
    told: async ({ ticket }: Pick<Act, 'ticket'>): Promise<void> => {
      const id = waiting.get(ticket.id);
      if (id === undefined) return;
      waiting.delete(ticket.id);
      await store.transact(({ outbox }) => outbox.done(id));
    },
  };
}
