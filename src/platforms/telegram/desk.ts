import type { Outgoing } from '../../bot/delivery/courier.ts';
import type { Context } from './context.ts';
import type { Queue } from './courtesy.ts';
import type { Said } from './said.ts';

/** With what things are sent. */
export interface Desk extends Context {
  readonly queue: Queue;
  readonly said: Said;
  /** Puts something in the outbox. */
  readonly post: (outgoing: Outgoing) => Promise<void>;
  /** To be awaited right before a message is sent that would be sent twice if it was sent again; see SenderOptions. */
  readonly alone: () => Promise<void>;
  /** Nothing new is sent from then on; what is under way may end. */
  readonly stop: AbortSignal;
  /** What is still under way is given up. */
  readonly end: AbortSignal;
}
