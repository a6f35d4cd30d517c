import type { Hono, Context as Request } from 'hono';
import { type BulkChange, bulkEdits } from '../../bot/moderation/bulk-edit.ts';
import { propose } from '../../bot/moderation/proposed-change.ts';
import { numbersIn } from '../../bot/questions/listed.ts';
import { DEFAULT, HERE } from '../../bot/settings/kinds.ts';
import { hasScope, isWorded, rowOf, type Setting } from '../../bot/settings/table.ts';
import type { PageReader, WebContext } from './context.ts';
import { tellNews } from './dashboard/events.ts';
import { gather } from './dashboard/gather.ts';
import { inboxFilterOf, questionsTable, questionsWith } from './dashboard/inbox.ts';
import { addressOf, callIn, type View } from './dashboard/scope.ts';
import { settingsIn, settingsOf, viewOfPlace } from './dashboard/settings.ts';
import type { DataCell, DataTable } from './dashboard/table.ts';
import { outcomeFor, outcomeOf, performed, renewed, showAt, viewOf } from './dashboard/view.ts';
import { entriesFor, filterOf } from './entries/filter.ts';
import { pick } from './entries/pick.ts';
import { flaws } from './entries/preview.ts';
import { lastAct, SAVED, savedSince, serveEntries } from './entries.ts';
import { serveExchange } from './exchange.ts';
import { addressOfCaller, formsOnce, onlyOurForms } from './guard.ts';
import { serveInbox } from './inbox.ts';
import { dashboardPage, livePart } from './pages/dashboard.ts';
import { asked, entriesPage } from './pages/entries.ts';
import { goOnPage, linkPage, loginPage, pathIn, secretIn, signedOut, typedIn } from './pages/login.ts';
import { type Picking, pickPage } from './pages/pick.ts';
import { settingsPage, settingsPart } from './pages/settings.ts';
import { withoutToken } from './pages/sorry.ts';
import { servePhrasings } from './phrasings.ts';
import { type Fields, OPTION, receive } from './receive.ts';
import { type Html, html } from './render/html.ts';
import { fieldsOf, formOf, isSignedIn, signIn, signOut, wantsPart } from './responder.ts';
import { servePeople } from './serve-people.ts';
import { beginSession, csrfOf, readerOf } from './session.ts';

/** The dashboard. Without a token its page only says how to get one; the first start may set one. */
export function serveDashboard(app: Hono, context: WebContext): void {
  const { config } = context;
  if (config.token === undefined && !config.setup)
    return void app.get('/dashboard', (request) => withoutToken(context, request));
  app.use('/dashboard/*', async (request, next) => {
    if (config.token !== undefined) return next();
    return request.req.path === '/dashboard' ? withoutToken(context, request) : request.notFound();
  });
  serveLogin(app, context);
  // The pattern also matches /dashboard itself, on which people sign in.
  app.use('/dashboard/*', async (request, next) => {
    if (request.req.path === '/dashboard' || isSignedIn(context, request)) return next();
    return request.req.method === 'POST' && request.req.path !== '/dashboard/login' && !wantsPart(request)
      ? keepWhatWasTyped(context, request)
      : mustSignIn(context, request);
  });
  app.use('/dashboard/*', onlyOurForms(context), formsOnce(context));
  app.get('/dashboard', async (request) => {
    if (!isSignedIn(context, request))
      return request.html(loginPage(context, readerFor(context, request), { to: pathIn(request.req.query('to')) }));
    const view = await viewOf(context, request);
    const gathered = await gather(
      view,
      inboxFilterOf((name) => request.req.query(name)),
    );
    return wantsPart(request)
      ? request.html(await livePart(view, gathered))
      : request.html(await dashboardPage(view, gathered, { outcome: outcomeFor(view, request) }));
  });
  app.post('/dashboard/act', (request) => act(context, request));
  serveInbox(app, context);
  serveEntries(app, context);
  serveBulk(app, context);
  servePick(app, context);
  servePhrasings(app, context);
  serveExchange(app, context);
  serveSettings(app, context);
  servePeople(app, context);
  app.get('/dashboard/csv/:table', async (request) => {
    const view = await viewOf(context, request);
    const name = request.req.param('table');
    const filter = inboxFilterOf((key) => request.req.query(key));
    const table =
      name === 'questions' ? await questionsTable(view, filter) : (await gather(view, filter)).tables.get(name);
    if (!table) return request.notFound();
    return request.body(csvOf(table), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="wenda-${table.name}.csv"`,
    });
  });
  app.get('/dashboard/events', async (request) =>
    tellNews(context, request, (await viewOf(context, request)).scope.community.id),
  );
}

function serveLogin(app: Hono, context: WebContext): void {
  for (const path of ['/dashboard/login', '/dashboard/logout']) app.use(path, onlyOurForms(context));
  app.post('/dashboard/login', async (request) => {
    const reader = readerFor(context, request, '/dashboard');
    const fields = await fieldsOf(request);
    const typed = typedIn(fields);
    const to = pathIn(fields.to);
    const caller = addressOfCaller(context, request);
    // The token is not even compared, so that guesses from this address reveal nothing for a while.
    if (!context.pace.login.isFree(caller))
      return request.html(loginPage(context, reader, { trouble: reader.say('dash-login-slow'), typed, to }), 429);
    const session = await signIn(context, request, secretIn(fields.token ?? ''));
    if (session !== undefined)
      return typed
        ? request.html(goOnPage(context, { ...reader, csrf: csrfOf(context, session) }, typed))
        : request.redirect(to ?? '/dashboard', 303);
    context.pace.login(caller);
    context.log.warn({}, 'somebody tried to sign in to the dashboard with a wrong token');
    return request.html(loginPage(context, reader, { trouble: reader.say('dash-login-wrong'), typed, to }), 401);
  });
  // Opening a link signs nobody in, as programs that scan messages open links, too. The secret is in the URL fragment,
  // which browsers do not send.
  app.get('/dashboard/link', (request) => request.html(linkPage(context, readerFor(context, request))));
  // Readable by our own pages only: a form from before signing in gets the new CSRF token here.
  app.get('/dashboard/proof', (request) => request.json({ csrf: readerFor(context, request).csrf }));
  app.post('/dashboard/logout', async (request) => {
    await signOut(context, request);
    return request.redirect('/dashboard', 303);
  });
}

/** Outcome of a button, form or typed command: a part for scripts, else the page that shows it. */
async function act(context: WebContext, request: Request): Promise<Response> {
  const view = await viewOf(context, request);
  const call = callIn(view);
  const before = await lastAct(call);
  const turn = await receive(context, view.speaker, view.reader, await fieldsOf(request));
  const outcome = await outcomeOf(view, turn);
  if (wantsPart(request)) {
    if ((await savedSince(call, before)) !== undefined) request.header(...SAVED);
    return request.html(outcome);
  }
  return showAt(view, request, '/dashboard', outcome);
}

/** For scripts a message, as otherwise the sign-in page would be shown in place of the typed words. */
export const mustSignIn = (context: WebContext, request: Request): Response | Promise<Response> =>
  wantsPart(request)
    ? request.html(signedOut(readerFor(context, request)), 403)
    : request.redirect(entranceFor(request), 303);

/** The sign-in page that leads back here. */
function entranceFor({ req }: Request): string {
  const { pathname, search } = new URL(req.url);
  const to = req.method === 'GET' ? pathIn(pathname + search) : undefined;
  return to === undefined ? '/dashboard' : `/dashboard?${new URLSearchParams({ to }).toString()}`;
}

/** Shows the sign-in page in place of a form's outcome, and submits the form again after signing in. */
async function keepWhatWasTyped(context: WebContext, request: Request): Promise<Response> {
  const reader = readerFor(context, request, '/dashboard');
  const { pathname, search } = new URL(request.req.url);
  const { csrf: _, ...fields } = await fieldsOf(request);
  return request.html(loginPage(context, reader, { typed: { action: pathname + search, fields } }), 403);
}

const readerFor = (context: WebContext, request: Request, path = request.req.path): PageReader => ({
  ...readerOf(context, request, beginSession(request)),
  path,
});

/** A table as CSV: UTF-8 with a byte order mark, and lines as in RFC 4180. */
const csvOf = ({ columns, rows }: DataTable): string =>
  `\ufeff${[columns, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(written).join(',')).join('\r\n')}\r\n`;

function written(cell: DataCell): string {
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return cell.share === undefined ? '' : cell.share.toFixed(4);
  // A spreadsheet would evaluate such a cell as a formula.
  const words = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

/** Changes all ticked entries in one act, with one undo. */
function serveBulk(app: Hono, context: WebContext): void {
  app.post('/dashboard/bulk', async (request) => {
    const view = await viewOf(context, request, '/dashboard/entries');
    const { say } = view.reader;
    const filter = filterOf((name) => request.req.query(name));
    const form = await fieldsOf(request);
    const ticked = new Set((await formOf(request)).fields.entry);
    // Shows the page with ticks and typed words still filled in.
    const refuse = async (outcome: Html): Promise<Response> =>
      request.html(entriesPage(view, filter, await entriesFor(view, filter), { outcome, ticked, form }));
    const { all } = view.scope.community.knowledge();
    const entries = [...ticked].flatMap((id) => all.get(id) ?? []);
    if (entries.length === 0) return refuse(html`<p class="trouble">${say('bulk-none')}</p>`);
    if (form.do === 'draft') {
      const chosen = new URLSearchParams(entries.map(({ id }): [string, string] => ['entry', id]));
      return request.redirect(`${addressOf('/dashboard/phrasings', view.scope)}&${chosen.toString()}`, 303);
    }
    const change = changeIn(form);
    const call = callIn(view);
    const { edits, problems } = change ? await bulkEdits(call, entries, change) : { edits: [], problems: [] };
    if (problems.length > 0) return refuse(flaws(view, { problems }));
    const subject = String(entries.length);
    if (edits.length === 0) return refuse(html`<p class="trouble">${say('nothing-changed', { subject })}</p>`);
    // `command` is also the key of the success message, `done-bulk`.
    const proposed = { ...propose(call, { command: 'bulk', subject, edits }), why: form.why?.trim() ?? '' };
    const outcome = await performed(view, 'bulk', proposed);
    return showAt(view, request, '/dashboard/entries', outcome, { ...asked(filter), page: String(filter.page) });
  });
}

/** Undefined if the form names no change. */
function changeIn({ do: kind, tag = '', day = '', pack = '', why = '' }: Fields): BulkChange | undefined {
  if (kind === 'retire') return { kind, why: why.trim() };
  if (kind === 'restore') return { kind };
  if (kind === 'tag' || kind === 'untag') return tag.trim() === '' ? undefined : { kind, tag: tag.trim() };
  if (kind === 'review') return { kind, day };
  return kind === 'move' && pack !== '' ? { kind, pack } : undefined;
}

const MOST_LETTERS = 500;

/** The page to choose an entry, for unanswered questions (`group`) or for a pin. */
function servePick(app: Hono, context: WebContext): void {
  app.get('/dashboard/pick', async (request) => {
    const view = await viewOf(context, request, '/dashboard/pick');
    const asked = (name: string): string => (request.req.query(name) ?? '').trim().slice(0, MOST_LETTERS);
    const picking = await pickingIn(view, asked('group'), asked('question'));
    if (!picking) return request.notFound();
    const words = asked('q') || picking.question.slice(0, MOST_LETTERS);
    const filter = inboxFilterOf((name) => request.req.query(name));
    return request.html(pickPage(view, { ...picking, words, filter, found: await pick(view, words) }));
  });
}

/** Undefined if all the questions have been closed meanwhile. */
async function pickingIn(
  view: View,
  group: string,
  question: string,
): Promise<Pick<Picking, 'group' | 'question'> | undefined> {
  if (group === '') return { group: undefined, question };
  const found = await questionsWith(view, numbersIn(group));
  const words = found.map(({ text }) => text).join(view.reader.say('list-semicolon'));
  return found.length === 0 ? undefined : { group: found.map(({ id }) => id).join(' '), question: words };
}

const PATH = '/dashboard/settings';

/** The command `/settings` as a page: for the community, and for each of its channels. */
function serveSettings(app: Hono, context: WebContext): void {
  const placeOf = async (request: Request): Promise<View> =>
    viewOfPlace(
      await viewOf(context, request, PATH),
      request.req.query('place') ?? '',
      (request.req.query('channel') ?? '').replace(/^#/, '').trim(),
    );
  app.get(PATH, async (request) => {
    const view = await placeOf(request);
    const now = await settingsIn(view);
    return request.html(wantsPart(request) ? settingsPart(view, now) : settingsPage(view, now));
  });
  app.post(PATH, async (request) => {
    const { fields } = await formOf(request);
    const view = await placeOf(request);
    const said = saidIn(view, fields);
    if (!said) return request.notFound();
    const outcome = await outcomeOf(view, await receive(context, view.speaker, view.reader, said));
    if (wantsPart(request)) return request.html(outcome);
    const now = await renewed(view);
    return request.html(settingsPage(now, await settingsIn(now), outcome));
  });
}

/** The command `/settings` for a submitted form; undefined if there is no such setting. */
function saidIn(view: View, fields: Readonly<Record<string, readonly string[]>>): Fields | undefined {
  const { place } = view.speaker;
  const setting = settingsOf(view.context.config, place).find((one) => one === fields.setting?.at(-1));
  if (setting === undefined) return undefined;
  const own = fields.own?.at(-1)?.trim() ?? '';
  if (isWorded(setting) && own !== '') return { command: 'settings', [OPTION + setting]: own };
  const value = (fields.value ?? [])
    .map((one) => typed(setting, one.trim()))
    .join(', ')
    .trim();
  const where = place.channel !== undefined && hasScope(setting, 'channel') ? ` ${HERE}` : '';
  return { command: 'settings', [`${OPTION}setting`]: setting, [`${OPTION}value`]: (value || DEFAULT) + where };
}

/** A setting's value as it is typed: a channel's id becomes a mention. */
const typed = (setting: Setting, value: string): string =>
  ['channel', 'faq'].includes(rowOf(setting).kind) && /^#?\d+$/.test(value) ? `<#${value.replace('#', '')}>` : value;
