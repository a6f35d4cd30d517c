import { pause } from '../../../bot/delivery/pause.ts';
import type { Calls } from '../calls.ts';
import { callbackOf, type Out, type Outgoing, type Response, type Ticket } from './send.ts';

/** The way on which an interaction came in, and on which its answer goes back. */
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

/** For interactions that came through the gateway: everything is a call of its own. */
export function gatewayResponder(out: Out, calls: Calls, ticket: Ticket): Responder {
  return {
    first: async (response, wantsId) => {
      const putOff = putOffFor(response, (file) => 'file' in file);
      if (!putOff) return out.answer(ticket, response, wantsId);
      await out.answer(ticket, putOff.first);
      return out.editAnswer(ticket, putOff.message);
    },
    later: (message) => out.editAnswer(ticket, message),
    takeBack: () => calls.removePressed(ticket.application, ticket.token),
    further: (message) => out.followUp(ticket, message),
  };
}

/** The way to give an answer with a file that cannot be given at once: it may take long to have it. */
function putOffFor(
  response: Response,
  isSlow: (file: NonNullable<Outgoing['file']>) => boolean,
): { readonly first: Response; readonly message: Outgoing } | undefined {
  if (!('message' in response) || !response.message.file || !isSlow(response.message.file)) return undefined;
  const { kind, message } = response;
  const first: Response =
    kind === 'update' ? { kind: 'defer-update' } : { kind: 'defer', isPrivate: message.isPrivate ?? false };
  return { first, message };
}

/** Milliseconds after which Discord has surely made a message of what the request was answered with. */
const MADE_MS = 500;

/** For interactions that came as a request: its response is the first answer. @param respond ends the request. */
export function requestResponder(out: Out, calls: Calls, ticket: Ticket, respond: (body: object) => void): Responder {
  const { further, later, takeBack } = gatewayResponder(out, calls, ticket);
  let made = Promise.resolve();
  const answered = (body: object): void => {
    respond(body);
    made = pause(MADE_MS);
  };
  const first: Responder['first'] = async (response, wantsId = false) => {
    // A request is answered with JSON only: a file comes after it.
    const putOff = putOffFor(response, () => true);
    if (putOff) {
      answered(callbackOf(putOff.first));
      await made;
      return later(putOff.message);
    }
    answered(callbackOf(response));
    if (!wantsId) return undefined;
    await made;
    return (await calls.answered(ticket.application, ticket.token)).id;
  };
  return {
    first,
    later: (message) => made.then(() => later(message)),
    takeBack: () => made.then(takeBack),
    further: (message) => made.then(() => further(message)),
  };
}
