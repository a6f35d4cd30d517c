import type { Context as Request } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Reply } from '../../../bot/answers/reply.ts';
import { attempt, servicesIn } from '../../../bot/attempt.ts';
import { perform } from '../../../bot/moderation/perform.ts';
import type { ProposedChange } from '../../../bot/moderation/proposed-change.ts';
import { directionOf, type WebContext } from '../context.ts';
import { moderator, type Turn } from '../receive.ts';
import { controlsOf } from '../render/controls.ts';
import { type Html, html } from '../render/html.ts';
import { renderReply } from '../render/reply.ts';
import { signedIn } from '../responder.ts';
import { beginSession, readerOf } from '../session.ts';
import { addressOf, callIn, scopeOf, type View } from './scope.ts';

/**
 * The view for the signed-in person who sent the request.
 * @param path of the page. Default: the dashboard itself.
 * @throws HTTPException (403) if nobody has signed in
 */
export async function viewOf(context: WebContext, request: Request, path = '/dashboard'): Promise<View> {
  const who = signedIn(context, request);
  if (!who) throw new HTTPException(403);
  const session = beginSession(request);
  const scope = await scopeOf(context, request, who.community);
  return {
    context,
    reader: { ...readerOf(context, request, session), path },
    scope,
    speaker: moderator(session, who, scope.community),
  };
}

/** Redirects to a page that shows the outcome, so that reloading that page repeats nothing. */
export function showAt(
  { context, scope, speaker }: View,
  request: Request,
  path: string,
  outcome: Html,
  more: Readonly<Record<string, string>> = {},
): Response {
  const done = context.services.code();
  context.memory.keepOutcome(speaker.session, done, outcome);
  return request.redirect(addressOf(path, scope, { ...more, done }), 303);
}

/** Outcome of the action that redirected here. */
export const outcomeFor = ({ context, speaker }: View, request: Request): Html | undefined =>
  context.memory.outcome(speaker.session, request.req.query('done') ?? '');

/** The view with the community as it is after an action: the first change of a community gives it a new object. */
export async function renewed(view: View): Promise<View> {
  const community = await view.context.services.communities.byId(view.scope.community.id);
  return { ...view, scope: { ...view.scope, community: await community.prepared() } };
}

/** Carries out a change in an attempt of its own. @param message see Turn */
export async function performed(view: View, message: string, proposed: ProposedChange): Promise<Html> {
  const call = callIn(view);
  const reply = await attempt(
    call.services.store,
    (own): Promise<Reply> => perform({ ...call, services: servicesIn(call.services, own) }, proposed),
  );
  return outcomeOf(view, { message, reply });
}

/** The bot's reply to an action, as HTML. */
export async function outcomeOf(
  { context, reader, scope, speaker }: View,
  { message, reply }: Pick<Turn, 'message' | 'reply'>,
): Promise<Html> {
  if (!reply) return html`<p class="silence">${reader.say('page-silence')}</p>`;
  const direction = directionOf(context, reply.language);
  return renderReply({
    reply,
    controls: await controlsOf(context, reply, speaker),
    direction,
    message,
    action: addressOf('/dashboard/act', scope),
    reader,
  });
}
