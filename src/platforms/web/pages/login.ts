import type { PageReader, WebContext } from '../context.ts';
import type { Fields } from '../receive.ts';
import { type Html, html } from '../render/html.ts';
import { hidden, hiddenFields } from '../render/reply.ts';
import { layout, type Page } from './layout.ts';

/** A form that was sent when nobody was signed in any more. */
export interface Typed {
  /** An address of the dashboard. */
  readonly action: string;
  readonly fields: Fields;
}

/** Before a field's name: it is of the form that waits. */
const KEPT = 'kept-';

export interface LoginParts {
  readonly trouble?: string;
  /** Goes on once somebody has signed in. */
  readonly typed?: Typed;
  /** The page to which a link pointed. Default: the dashboard itself. */
  readonly to?: string;
}

export function loginPage(context: WebContext, reader: PageReader, { trouble, typed, to }: LoginParts): Html {
  const { say } = reader;
  const pointed: Readonly<Record<string, string>> = to === undefined ? {} : { to };
  const kept = { ...pointed, ...(typed && { action: typed.action, ...prefixed(typed.fields) }) };
  return gate(
    context,
    reader,
    html`<p class="lead">${say('dash-login-about')}</p>
    ${trouble !== undefined && html`<p class="trouble" role="alert" id="trouble">${trouble}</p>`}
    ${typed && html`<p>${say('dash-kept')}</p>`}
    <form method="post" action="/dashboard/login">${hidden(reader)}${hiddenFields(kept)}
      <input class="unseen" type="text" name="username" value="wenda" autocomplete="username"
        tabindex="-1" aria-hidden="true" readonly>
      <p class="field"><label for="token">${say('dash-token')}</label><input id="token" name="token" type="password"
        autocomplete="current-password" required autofocus
        ${trouble !== undefined && html`aria-describedby="trouble" aria-invalid="true"`}></p>
      <button class="primary">${say('dash-login')}</button>
    </form>`,
    { query: pointed },
  );
}

/** The page to which a moderator's link leads. A script takes the secret from the address; else people paste it. */
export const linkPage = (context: WebContext, reader: PageReader): Html =>
  gate(
    context,
    reader,
    html`<p class="lead">${reader.say('people-enter')}</p>
    <form method="post" action="/dashboard/login" data-link>${hidden(reader)}
      <p class="field"><label for="token">${reader.say('people-paste')}</label><input id="token" name="token"
        type="password" autocomplete="off" required></p>
      <button class="primary">${reader.say('dash-login')}</button></form>`,
    { scripts: ['dashboard.js', 'link.js'] },
  );

/** The form that waited, with the proof that it is of this session. */
export const goOnPage = (context: WebContext, reader: PageReader, { action, fields }: Typed): Html =>
  gate(
    context,
    reader,
    html`<p>${reader.say('dash-kept')}</p>
    <form method="post" action="${action}">${hiddenFields({ ...fields, csrf: reader.csrf })}
      <button class="primary" autofocus>${reader.say('dash-go-on')}</button></form>`,
  );

/** For a script: its form is still there, and works again once somebody has signed in. */
export const signedOut = ({ say }: PageReader): Html =>
  html`<p class="trouble">${say('page-signed-out')}
    <a href="/dashboard" target="_blank" rel="noopener">${say('dash-login')}</a></p>`;

/** An address of the dashboard: signing in leads nowhere else. */
export const pathIn = (path: string | undefined): string | undefined =>
  path !== undefined && /^\/dashboard\/[a-z]+(?:\/[a-z]+)?(?:\?|$)/.test(path) ? path : undefined;

/** A token, or the secret of a personal link, of which people copy all; no secret has spaces, but copies of them do. */
export const secretIn = (typed: string): string => typed.replace(/\s+/g, '').replace(/^.*\/dashboard\/link#/, '');

/** The form that came along with the token, if one did; only what is of the dashboard goes on. */
export function typedIn(sent: Fields): Typed | undefined {
  const { action } = sent;
  if (action === undefined || pathIn(action) === undefined) return undefined;
  const fields = Object.entries(sent).flatMap(([name, value]) =>
    name.startsWith(KEPT) ? [[name.slice(KEPT.length), value]] : [],
  );
  return { action, fields: Object.fromEntries(fields) as Fields };
}

const prefixed = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [KEPT + name, value]));

const gate = (context: WebContext, reader: PageReader, words: Html, more: Pick<Page, 'query' | 'scripts'> = {}): Html =>
  layout(context, reader, {
    title: reader.say('page-dashboard'),
    current: '/dashboard',
    ...more,
    body: html`<div class="gate"><h1>${reader.say('page-dashboard')}</h1>${words}</div>`,
  });
