import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context as Request } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { except } from 'hono/combine';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { getMimeType } from 'hono/utils/mime';
import type { Route } from '../../bot/ports/route.ts';
import type { PageReader, WebContext } from './context.ts';
import { nameIn, scopeOf } from './dashboard/scope.ts';
import { mustSignIn, serveDashboard } from './dashboard.ts';
import { addressOfCaller, headers, notKept, onlyOurForms, onlyOwnNames } from './guard.ts';
import { playgroundPage } from './pages/playground.ts';
import { notFound, sorry, tooLarge } from './pages/sorry.ts';
import { renderTurn } from './pages/turn.ts';
import { moderator, PAGES, receive, visitor } from './receive.ts';
import { type Html, html } from './render/html.ts';
import { fieldsOf, isSignedIn, signedIn, wantsPart } from './responder.ts';
import { beginSession, readerOf } from './session.ts';
import { serveSetup } from './setup.ts';

/** Most bytes of a form, of imported files, and of requests to other platforms' routes. */
const MOST_FORM = 100_000;
const MOST_UPLOAD = 6_000_000;
const MOST_ROUTE = 1_000_000;

/** Everything that is served, as one function from request to response. */
export function createApp(context: WebContext): Hono {
  const { config, log } = context;
  const app = new Hono();
  for (const route of [...config.plain, ...config.routes]) serveRoute(app, route);
  app.use(headers, notKept, onlyOwnNames(context));
  const told = (most: number) => limit(most, (request) => tooLarge(context, request, most));
  // Files are accepted only from people who are signed in.
  app.use('/dashboard/import', (request, next) =>
    isSignedIn(context, request)
      ? told(MOST_UPLOAD)(request, next)
      : limit(MOST_FORM, () => mustSignIn(context, request))(request, next),
  );
  app.use(except('/dashboard/import', told(MOST_FORM)));
  serveAssets(app, context);
  if (config.isMcp) serveMcp(app, context);
  if (config.setup) serveSetup(app, context, config.setup);
  servePlayground(app, context);
  serveDashboard(app, context);
  app.notFound((request) => notFound(context, request));
  app.onError((error, request) => {
    if (error instanceof HTTPException) return error.getResponse();
    // The caller has closed the connection, so nobody would get a response.
    if (isLeft(request)) return request.body(null, 400);
    log.error({ err: error, path: request.req.routePath }, 'a page could not be made');
    return sorry(context, request, error);
  });
  return app;
}

/** Whether the caller closed the connection before sending the whole request. */
function isLeft({ env }: Request): boolean {
  const incoming = (env as Partial<HttpBindings> | undefined)?.incoming;
  return incoming?.destroyed === true && !incoming.complete;
}

/**
 * Serves the present files also to pages of another version. These responses must not be cached, as a file at a URL
 * never changes.
 */
function serveAssets(app: Hono, { assets: { version, files } }: WebContext): void {
  app.use('/assets/*', compress());
  app.get('/assets/:version/:name', (request) => {
    const name = request.req.param('name');
    const bytes = files.get(name);
    if (!bytes) return request.notFound();
    const isKept = request.req.param('version') === version;
    return request.body(bytes, 200, {
      'content-type': getMimeType(name) ?? 'application/octet-stream',
      'cache-control': isKept ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  });
}

/** Most bytes of an oversized request that are read and discarded, so that the response arrives. */
const MOST_PASSED_OVER = 64_000_000;

/**
 * Reads an oversized request to its end before refusing it, as a proxy that is still sending when the connection closes
 * does not pass on the response.
 * @param refuse Default: an empty response
 */
const limit = (
  maxSize: number,
  refuse: (request: Request) => Promise<Response> | Response = (request) => request.body(null, 413),
) =>
  bodyLimit({
    maxSize,
    onError: async (request) => {
      if (!(await passOver(request))) request.header('connection', 'close');
      return refuse(request);
    },
  });

/** @returns whether the whole request was read */
async function passOver({ req }: Request): Promise<boolean> {
  const { body } = req.raw;
  // A locked body is being read by the size limit itself, as its length was not announced.
  if (body?.locked === true || Number(req.header('content-length')) > MOST_PASSED_OVER) return false;
  await body?.pipeTo(new WritableStream());
  return true;
}

/** Serves a route that authenticates its caller itself, by a signature or a secret. */
function serveRoute(app: Hono, { method, path, handle }: Route): void {
  app.all(path, limit(MOST_ROUTE), async (request) => {
    // HEAD, which health probes use, is GET without the body.
    const asked = request.req.method === 'HEAD' ? 'GET' : request.req.method;
    if (asked !== method) return request.body(null, 405, { allow: method });
    const { status, body, headers: own = {} } = await handle(await request.req.text(), request.req.header());
    return new Response(body === '' ? null : body, {
      status,
      headers: { ...(body === '' ? {} : { 'content-type': 'application/json' }), ...own },
    });
  });
}

/**
 * The Model Context Protocol, for members' own assistants. Calls do not depend on each other, and nothing is stored.
 * The host name of the request and calls from other sites are checked before, as for every page.
 */
function serveMcp(app: Hono, context: WebContext): void {
  let handler: Promise<(request: Request['req']['raw']) => Promise<Response>> | undefined;
  let underWay = 0;
  app.all('/mcp', async (request) => {
    const { mcp, atOnce } = context.pace;
    if (mcp(addressOfCaller(context, request)) !== 'go' || underWay >= atOnce) return tooMany(request);
    underWay++;
    try {
      // Loaded with the first call, as the library is large.
      handler ??= import('./mcp-server.ts').then(({ mcpHandler }) => mcpHandler(context));
      return await (await handler)(request.req.raw);
    } finally {
      underWay--;
    }
  });
}

const tooMany = (request: Request): Response =>
  request.json({ jsonrpc: '2.0', id: null, error: { code: -32_000, message: 'Too many calls. Try later.' } }, 429, {
    'retry-after': '5',
  });

/** The playground. A question is answered with a whole page, or with the part for the answer if a script asked. */
function servePlayground(app: Hono, context: WebContext): void {
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

/** Name of the community that a signed-in person last chose on the dashboard, if it is not the playground's own. */
async function chosenIn(context: WebContext, request: Request, { say }: PageReader): Promise<string | undefined> {
  const who = signedIn(context, request);
  if (!who) return undefined;
  const { communities, community } = await scopeOf(context, request, who.community);
  return community.id === (await context.services.communities.of(PAGES)).id
    ? undefined
    : nameIn(communities, community.id, say);
}
