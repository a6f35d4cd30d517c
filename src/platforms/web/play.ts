import type { Hono, Context as Request } from 'hono';
import type { Context, Reader } from './context.ts';
import { nameIn, scopeOf } from './dashboard/scope.ts';
import { addressOfCaller, isOurForm } from './guard.ts';
import { playgroundPage } from './pages/playground.ts';
import { renderTurn } from './pages/turn.ts';
import { moderator, PAGES, receive, visitor } from './receive.ts';
import { html } from './render/html.ts';
import { fieldsOf, isSignedIn, sendPage, sendPart, signedIn, wantsPart } from './responder.ts';
import { beginSession, readerOf, sessionOf } from './session.ts';

/** The playground: a question sent comes back as a page, or as its part where a script asked. */
export function servePlayground(app: Hono, context: Context): void {
  let underWay = 0;
  app.get('/', async (request) => {
    const reader = readerOf(context, request, beginSession(request));
    return sendPage(request, playgroundPage(context, reader, { community: await chosenIn(context, request, reader) }));
  });
  app.post('/', async (request) => {
    const session = sessionOf(request) ?? beginSession(request);
    const reader = readerOf(context, request, session);
    const fields = await fieldsOf(request);
    if (!isOurForm(context, request, fields.csrf)) return refuse(context, request, reader, 403, 'page-old');
    if (context.pace.session(session) !== 'go' || underWay >= context.pace.atOnce)
      return refuse(context, request, reader, 429, 'slow-down');
    underWay++;
    try {
      const who = signedIn(context, request);
      const speaker = who
        ? moderator(session, who, (await scopeOf(context, request)).community)
        : visitor(context, session, addressOfCaller(context, request));
      const turn = await renderTurn(context, speaker, reader, await receive(context, speaker, reader, fields));
      return wantsPart(request)
        ? sendPart(request, turn)
        : sendPage(
            request,
            playgroundPage(context, reader, { turn, community: await chosenIn(context, request, reader) }),
          );
    } finally {
      underWay--;
    }
  });
}

function refuse(
  context: Context,
  request: Request,
  reader: Reader,
  status: 403 | 429,
  key: 'page-old' | 'slow-down',
): Response {
  const words = html`<p class="trouble">${reader.say(key)}</p>`;
  return wantsPart(request)
    ? sendPart(request, words, status)
    : sendPage(request, playgroundPage(context, reader, { turn: words }), status);
}

/**
 * Whoever signed in asks the community that they looked at last on the dashboard: it is named where it is another than
 * everybody's.
 */
async function chosenIn(context: Context, request: Request, { say }: Reader): Promise<string | undefined> {
  if (!isSignedIn(context, request)) return undefined;
  const { communities, community } = await scopeOf(context, request);
  return community.id === (await context.services.communities.of(PAGES)).id
    ? undefined
    : nameIn(communities, community.id, say);
}
