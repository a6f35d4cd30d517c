import type { Hono, Context as Request } from 'hono';
import type { PageReader, WebContext } from './context.ts';
import { nameIn, scopeOf } from './dashboard/scope.ts';
import { addressOfCaller, onlyOurForms } from './guard.ts';
import { playgroundPage } from './pages/playground.ts';
import { renderTurn } from './pages/turn.ts';
import { moderator, PAGES, receive, visitor } from './receive.ts';
import { type Html, html } from './render/html.ts';
import { fieldsOf, signedIn, wantsPart } from './responder.ts';
import { beginSession, readerOf } from './session.ts';

/** The playground: a question sent comes back as a page, or as its part if a script asked. */
export function servePlayground(app: Hono, context: WebContext): void {
  let underWay = 0;
  app.get('/', async (request) => {
    const reader = readerOf(context, request, beginSession(request));
    return request.html(playgroundPage(context, reader, { community: await chosenIn(context, request, reader) }));
  });
  app.use('/', onlyOurForms(context));
  app.post('/', async (request) => {
    const session = beginSession(request);
    const reader = readerOf(context, request, session);
    const show = (turn: Html, status: 200 | 429, community?: string): Promise<Response> | Response =>
      request.html(wantsPart(request) ? turn : playgroundPage(context, reader, { turn, community }), status);
    if (context.pace.session(session) !== 'go' || underWay >= context.pace.atOnce)
      return show(html`<p class="trouble">${reader.say('slow-down')}</p>`, 429);
    underWay++;
    try {
      const who = signedIn(context, request);
      const speaker = who
        ? moderator(session, who, (await scopeOf(context, request, who.community)).community)
        : visitor(context, session, addressOfCaller(context, request));
      const turn = await receive(context, speaker, reader, await fieldsOf(request));
      const shown = await renderTurn(context, speaker, reader, turn);
      return show(shown, 200, await chosenIn(context, request, reader));
    } finally {
      underWay--;
    }
  });
}

/**
 * A signed-in person asks the community that they looked at last on the dashboard: it is named if it is another than
 * everybody's.
 */
async function chosenIn(context: WebContext, request: Request, { say }: PageReader): Promise<string | undefined> {
  const who = signedIn(context, request);
  if (!who) return undefined;
  const { communities, community } = await scopeOf(context, request, who.community);
  return community.id === (await context.services.communities.of(PAGES)).id
    ? undefined
    : nameIn(communities, community.id, say);
}
