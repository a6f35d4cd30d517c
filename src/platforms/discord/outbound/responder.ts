import type { Calls } from '../calls.ts';
import type { Out, Outgoing, Response, Ticket } from './send.ts';

/** The way on which the answer to an interaction goes back. */
export interface Responder {
  /** The first answer; within three seconds. @returns the message's id, if it is asked for and can be told. */
  readonly first: (response: Response, wantsId?: boolean) => Promise<string | undefined>;
  /** Replaces an answer that was put off. @returns the message's id. */
  readonly later: (message: Outgoing) => Promise<string>;
  /** Takes back that an answer was put off. */
  readonly takeBack: () => Promise<unknown>;
  /** A further message. @returns its id. */
  readonly further: (message: Outgoing) => Promise<string>;
}

export function createResponder(out: Out, calls: Calls, ticket: Ticket): Responder {
  return {
    first: async (response, wantsId) => {
      const putOff = putOffFor(response);
      if (!putOff) return out.answer(ticket, response, wantsId);
      await out.answer(ticket, putOff.first);
      return out.editAnswer(ticket, putOff.message);
    },
    later: (message) => out.editAnswer(ticket, message),
    takeBack: () => calls.removePressed(ticket.application, ticket.token),
    further: (message) => out.followUp(ticket, message),
  };
}

/** The way to give an answer with a file that has to be fetched, which may take long. */
function putOffFor(response: Response): { readonly first: Response; readonly message: Outgoing } | undefined {
  if (!('message' in response) || !response.message.file || !('file' in response.message.file)) return undefined;
  const { kind, message } = response;
  const first: Response =
    kind === 'update' ? { kind: 'defer-update' } : { kind: 'defer', isPrivate: message.isPrivate ?? false };
  return { first, message };
}
