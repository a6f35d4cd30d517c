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

/**
 * The dashboard; while no token is set, there is none, and its page says how to get one. The first start may bring one.
 */
export function serveDashboard(app: Hono, context: WebContext): void {
  const { config } = context;
  if (config.token === undefined && !config.setup)
    return void app.get('/dashboard', (request) => withoutToken(context, request));
  app.use('/dashboard/*', async (request, next) => {
    if (config.token !== undefined) return next();
    return request.req.path === '/dashboard' ? withoutToken(context, request) : request.notFound();
  });
  serveLogin(app, context);
  // The pattern matches the page itself as well, on which one signs in.
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

/** In and out. */
function serveLogin(app: Hono, context: WebContext): void {
  for (const path of ['/dashboard/login', '/dashboard/logout']) app.use(path, onlyOurForms(context));
  app.post('/dashboard/login', async (request) => {
    const reader = readerFor(context, request, '/dashboard');
    const fields = await fieldsOf(request);
    const typed = typedIn(fields);
    const to = pathIn(fields.to);
    const caller = addressOfCaller(context, request);
    // Not even compared: somebody who guesses learns nothing more from this address for a while.
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
  // A link alone signs nobody in: programs that look into messages open links, too. Its secret is behind a #, which
  // browsers send to nobody.
  app.get('/dashboard/link', (request) => request.html(linkPage(context, readerFor(context, request))));
  // Only a page of ours can read it: a form that is older than the session goes on with it.
  app.get('/dashboard/proof', (request) => request.json({ csrf: readerFor(context, request).csrf }));
  app.post('/dashboard/logout', async (request) => {
    await signOut(context, request);
    return request.redirect('/dashboard', 303);
  });
}

/** Outcome of a button, a form or a typed command: a part if a script asked, else the page that shows it. */
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

/** In place of what was typed a script would show the page on which one signs in. */
export const mustSignIn = (context: WebContext, request: Request): Response | Promise<Response> =>
  wantsPart(request)
    ? request.html(signedOut(readerFor(context, request)), 403)
    : request.redirect(entranceFor(request), 303);

/** The page on which one signs in, and goes on from there. */
function entranceFor({ req }: Request): string {
  const { pathname, search } = new URL(req.url);
  const to = req.method === 'GET' ? pathIn(pathname + search) : undefined;
  return to === undefined ? '/dashboard' : `/dashboard?${new URLSearchParams({ to }).toString()}`;
}

/** Signing in happens at the form's own address, and the form goes on from there. */
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

/** A table for spreadsheets: UTF-8 with a mark that says so, lines as RFC 4180 has them. */
const csvOf = ({ columns, rows }: DataTable): string =>
  `\ufeff${[columns, ...rows.map(({ cells }) => cells)].map((cells) => cells.map(written).join(',')).join('\r\n')}\r\n`;

function written(cell: DataCell): string {
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return cell.share === undefined ? '' : cell.share.toFixed(4);
  // A spreadsheet would calculate what begins so.
  const words = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

/** Changes all ticked entries alike: one act, and one undo. */
function serveBulk(app: Hono, context: WebContext): void {
  app.post('/dashboard/bulk', async (request) => {
    const view = await viewOf(context, request, '/dashboard/entries');
    const { say } = view.reader;
    const filter = filterOf((name) => request.req.query(name));
    const form = await fieldsOf(request);
    const ticked = new Set((await formOf(request)).fields.entry);
    // Ticks and typed words are still there.
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
    // The message once it is done is `done-bulk`.
    const proposed = { ...propose(call, { command: 'bulk', subject, edits }), why: form.why?.trim() ?? '' };
    const outcome = await performed(view, 'bulk', proposed);
    return showAt(view, request, '/dashboard/entries', outcome, { ...asked(filter), page: String(filter.page) });
  });
}

/** Undefined if nothing is said to change. */
function changeIn({ do: kind, tag = '', day = '', pack = '', why = '' }: Fields): BulkChange | undefined {
  if (kind === 'retire') return { kind, why: why.trim() };
  if (kind === 'restore') return { kind };
  if (kind === 'tag' || kind === 'untag') return tag.trim() === '' ? undefined : { kind, tag: tag.trim() };
  if (kind === 'review') return { kind, day };
  return kind === 'move' && pack !== '' ? { kind, pack } : undefined;
}

const MOST_LETTERS = 500;

/** Where an entry is chosen among all: for an unanswered question (`group`), or for one that is pinned. */
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

/** Undefined if the question waits for nobody any more. */
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

/** The command that a form stands for; undefined if there is no such setting. */
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

/** People type the number of a channel. */
const typed = (setting: Setting, value: string): string =>
  ['channel', 'faq'].includes(rowOf(setting).kind) && /^#?\d+$/.test(value) ? `<#${value.replace('#', '')}>` : value;
