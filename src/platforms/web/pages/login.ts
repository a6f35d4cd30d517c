import type { PageReader, WebContext } from '../context.ts';
import type { Fields } from '../receive.ts';
import { type Html, html } from '../render/html.ts';
import { hidden, hiddenFields } from '../render/reply.ts';
import { layout, type Page } from './layout.ts';

/** A form that somebody sent who was not signed in any more. */
export interface Typed {
  /** URL path in the dashboard. */
  readonly action: string;
  readonly fields: Fields;
}

/** Prefix of the waiting form's fields. */
const KEPT = 'kept-';

export interface LoginParts {
  readonly trouble?: string;
  /** The form to submit after signing in. */
  readonly typed?: Typed;
  /** The page to open after signing in. Default: the dashboard. */
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

/** The page that a moderator's link opens. A script takes the secret from the URL; without a script people paste it. */
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

/** The form that waited, with the CSRF token of the new session. */
export const goOnPage = (context: WebContext, reader: PageReader, { action, fields }: Typed): Html =>
  gate(
    context,
    reader,
    html`<p>${reader.say('dash-kept')}</p>
    <form method="post" action="${action}">${hiddenFields({ ...fields, csrf: reader.csrf })}
      <button class="primary" autofocus>${reader.say('dash-go-on')}</button></form>`,
  );

/** The message for scripts: the form is still there, and can be sent after signing in. */
export const signedOut = ({ say }: PageReader): Html =>
  html`<p class="trouble">${say('page-signed-out')}
    <a href="/dashboard" target="_blank" rel="noopener">${say('dash-login')}</a></p>`;

/** The path if it is in the dashboard, so that signing in leads nowhere else. */
export const pathIn = (path: string | undefined): string | undefined =>
  path !== undefined && /^\/dashboard\/[a-z]+(?:\/[a-z]+)?(?:\?|$)/.test(path) ? path : undefined;

/**
 * The token or secret in what somebody pasted, which may be a whole link. Secrets contain no white space, but pasted
 * ones may.
 */
export const secretIn = (typed: string): string => typed.replace(/\s+/g, '').replace(/^.*\/dashboard\/link#/, '');

/** The form that came with the token, if it belongs to the dashboard. */
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
