import type { Context, Reader } from '../context.ts';
import type { Fields } from '../receive.ts';
import { type Html, html } from '../render/html.ts';
import { hidden } from '../render/reply.ts';
import { layout } from './layout.ts';

/** A form that was sent when nobody was signed in any more. */
export interface Typed {
  /** An address of the dashboard. */
  readonly action: string;
  readonly fields: Fields;
}

/** Before a field's name: it is of the form that waits. */
const KEPT = 'kept-';

/** @param typed goes on once somebody has signed in */
export function loginPage(context: Context, reader: Reader, trouble?: string, typed?: Typed): string {
  const { say } = reader;
  const body = html`<div class="gate"><h1>${say('page-dashboard')}</h1><p class="lead">${say('dash-login-about')}</p>
    ${trouble !== undefined && html`<p class="trouble" role="alert" id="trouble">${trouble}</p>`}
    ${typed && html`<p>${say('dash-kept')}</p>`}
    <form method="post" action="/dashboard/login">${hidden(reader)}${typed && inputs({ action: typed.action, ...prefixed(typed.fields) })}
      <input class="unseen" type="text" name="username" value="wenda" autocomplete="username" tabindex="-1" aria-hidden="true" readonly>
      <p class="field"><label for="token">${say('dash-token')}</label><input id="token" name="token" type="password" autocomplete="current-password" required autofocus${trouble !== undefined && html` aria-describedby="trouble" aria-invalid="true"`}></p>
      <button class="primary">${say('dash-login')}</button>
    </form></div>`;
  return gate(context, reader, body);
}

/** Where a moderator's link leads. @param secret shown to nobody: it stands in the address already */
export function linkPage(context: Context, reader: Reader, secret: string): string {
  const { say } = reader;
  const body = html`<div class="gate"><h1>${say('page-dashboard')}</h1><p class="lead">${say('people-enter')}</p>
    <form method="post" action="/dashboard/login">${hidden(reader)}<input type="hidden" name="token" value="${secret}"><button class="primary" autofocus>${say('dash-login')}</button></form></div>`;
  return gate(context, reader, body);
}

/** The form that waited, with the proof that it is of this session. */
export function goOnPage(context: Context, reader: Reader, { action, fields }: Typed): string {
  const { say } = reader;
  const body = html`<div class="gate"><h1>${say('page-dashboard')}</h1><p>${say('dash-kept')}</p>
    <form method="post" action="${action}">${inputs({ ...fields, csrf: reader.csrf })}<button class="primary" autofocus>${say('dash-go-on')}</button></form></div>`;
  return gate(context, reader, body);
}

/** What a script is told: the form stands there still, and works again once somebody has signed in. */
export const signedOut = ({ say }: Reader): Html =>
  html`<p class="trouble">${say('page-signed-out')} <a href="/dashboard" target="_blank" rel="noopener">${say('dash-login')}</a></p>`;

/** The form that came along with the token, if one did; only what is of the dashboard goes on. */
export function typedIn(sent: Fields): Typed | undefined {
  const { action } = sent;
  if (action === undefined || !/^\/dashboard\/[a-z]+(?:\?|$)/.test(action)) return undefined;
  const fields = Object.entries(sent).flatMap(([name, value]) =>
    name.startsWith(KEPT) ? [[name.slice(KEPT.length), value]] : [],
  );
  return { action, fields: Object.fromEntries(fields) as Fields };
}

const prefixed = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [KEPT + name, value]));

const inputs = (fields: Fields): Html[] =>
  Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);

function gate(context: Context, reader: Reader, body: Html): string {
  const { say } = reader;
  const links = html`<a href="/">${say('page-playground')}</a><a href="/dashboard" aria-current="page">${say('page-dashboard')}</a>`;
  return layout(context, reader, {
    title: `Wenda · ${say('page-dashboard')}`,
    styles: ['playground.css', 'dashboard.css'],
    scripts: ['dashboard.js'],
    body,
    links,
  });
}
