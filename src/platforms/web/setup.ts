import type { Hono, Context as Request } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Setup } from '../../bot/ports/setup.ts';
import type { PageReader, WebContext } from './context.ts';
import { addressOfCaller, onlyOurForms } from './guard.ts';
import { codePage, donePage, setupPage, statusPart, type TokenField } from './pages/setup.ts';
import { html } from './render/html.ts';
import { fieldsOf, signIn, wantsPart } from './responder.ts';
import { beginSession, isSame, keepCookie, readerOf } from './session.ts';

const KEY = 'wenda_setup';
export const SETUP_PATH = '/setup';

/**
 * The first start: accepts the first tokens from people with the code, which only the terminal shows. Host name and
 * origin are checked before, as for every page. Once there is a token, only the browser that entered it sees the
 * outcome, and nothing can be changed any more.
 */
export function serveSetup(app: Hono, context: WebContext, setup: Setup): void {
  const proof = context.services.hash(`setup ${setup.code}`);
  const isIn = (request: Request): boolean => isSame(getCookie(request, KEY) ?? '', proof);
  app.use(SETUP_PATH, onlyOurForms(context));
  app.get(SETUP_PATH, (request) => {
    const code = request.req.query('code');
    if (setup.done()) return isIn(request) ? show(context, request, setup) : request.notFound();
    if (code !== undefined) return enter(context, request, setup, { code, proof });
    return isIn(request)
      ? show(context, request, setup)
      : request.html(codePage(context, readerAt(context, request)), 401);
  });
  app.post(SETUP_PATH, async (request) => {
    const { code, save, ...fields } = await fieldsOf(request);
    if (setup.done() && !isIn(request)) return request.notFound();
    if (code !== undefined && !setup.done()) return enter(context, request, setup, { code, proof });
    if (!isIn(request)) return request.html(codePage(context, readerAt(context, request)), 401);
    if (setup.done()) return request.redirect(SETUP_PATH, 303);
    const tokens = Object.fromEntries(setup.platforms.map(({ name }) => [name, (fields[name] ?? '').trim()]));
    if (save !== undefined && (await keep(context, request, setup, tokens))) return request.redirect(SETUP_PATH, 303);
    return show(context, request, setup, await ask(setup, tokens), save !== undefined);
  });
}

/** Checks the code. Guesses are limited by address; beyond the limit, they are not even compared. */
function enter(
  context: WebContext,
  request: Request,
  setup: Setup,
  { code, proof }: { readonly code: string; readonly proof: string },
): Response | Promise<Response> {
  const { login } = context.pace;
  const caller = `setup ${addressOfCaller(context, request)}`;
  const reader = readerAt(context, request);
  if (!login.isFree(caller)) return request.html(codePage(context, reader, reader.say('dash-login-slow')), 429);
  if (!isSame(code.trim().toLowerCase(), setup.code)) {
    login(caller);
    return request.html(codePage(context, reader, reader.say('setup-code-wrong')), 401);
  }
  keepCookie(request, KEY, proof);
  return request.redirect(SETUP_PATH, 303);
}

/** Saves the tokens. A new dashboard token signs its owner in at once. */
async function keep(
  context: WebContext,
  request: Request,
  setup: Setup,
  tokens: Readonly<Record<string, string>>,
): Promise<boolean> {
  const done = await setup.save(tokens);
  if (done?.key !== undefined) await signIn(context, request, done.key);
  return done !== undefined;
}

/** Checks the tokens that were entered. */
const ask = ({ platforms }: Setup, tokens: Readonly<Record<string, string>>): Promise<TokenField[]> =>
  Promise.all(
    platforms.map(async (platform): Promise<TokenField> => {
      const token = tokens[platform.name] ?? '';
      return { platform, token, found: token === '' ? undefined : await platform.check(token) };
    }),
  );

async function show(
  context: WebContext,
  request: Request,
  setup: Setup,
  asked?: readonly TokenField[],
  isSaved = false,
): Promise<Response> {
  const reader = readerAt(context, request);
  const done = setup.done();
  if (done) return request.html(donePage(context, reader, done));
  const given = asked ?? (await ask(setup, {}));
  if (wantsPart(request)) return request.html(html`${given.map((one) => statusPart(reader, one))}`);
  return request.html(setupPage(context, reader, given, isSaved));
}

function readerAt(context: WebContext, request: Request): PageReader {
  const session = beginSession(request);
  return { ...readerOf(context, request, session), path: SETUP_PATH };
}
