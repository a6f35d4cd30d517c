import type { Context as Request } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Context } from '../context.ts';
import { moderator, type Turn } from '../receive.ts';
import { controlsOf } from '../render/controls.ts';
import { type Html, html } from '../render/html.ts';
import { renderReply } from '../render/reply.ts';
import { signedIn } from '../responder.ts';
import { beginSession, readerOf } from '../session.ts';
import { addressOf, scopeOf, type View } from './scope.ts';

/**
 * The view that a signed-in person asks for. @param path of the page that is read. Default: the dashboard itself.
 * @throws HTTPException (403) if nobody has signed in
 */
export async function viewOf(context: Context, request: Request, path = '/dashboard'): Promise<View> {
  const who = signedIn(context, request);
  if (!who) throw new HTTPException(403);
  const session = beginSession(request);
  const scope = await scopeOf(context, request);
  return {
    context,
    reader: { ...readerOf(context, request, session), path },
    scope,
    speaker: moderator(session, who, scope.community),
  };
}

/** The view after an action: a community that had decided nothing is another one then. */
export const renewed = async (view: View): Promise<View> => ({
  ...view,
  scope: { ...view.scope, community: await view.context.services.communities.byId(view.scope.community.id) },
});

/** The bot's reply to an action. */
export async function outcomeOf(
  { context, reader, scope, speaker }: View,
  { message, reply }: Pick<Turn, 'message' | 'reply'>,
): Promise<Html> {
  if (!reply) return html`<p class="silence">${reader.say('page-silence')}</p>`;
  const direction = context.services.languages.get(reply.language)?.direction ?? 'ltr';
  return renderReply({
    reply,
    controls: await controlsOf(context, reply, speaker),
    direction,
    message,
    action: addressOf('/dashboard/act', scope),
    reader,
  });
}
