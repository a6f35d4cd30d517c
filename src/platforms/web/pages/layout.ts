import { baseOf } from '../../../core/text/language.ts';
import type { PageReader, WebContext } from '../context.ts';
import { addressOf, queryOf, type View } from '../dashboard/scope.ts';
import { type Html, html } from '../render/html.ts';
import { hidden, hiddenFields } from '../render/reply.ts';

export interface Page {
  readonly title: string;
  /** Default: the dashboard's. */
  readonly styles?: readonly string[];
  /** Default: the dashboard's. */
  readonly scripts?: readonly string[];
  readonly body: Html;
  /** The page's place in the public navigation. Default: none. */
  readonly current?: '/' | '/dashboard';
  /** Links to other pages. Default: the public ones. */
  readonly links?: Html;
  /** Query parameters that are kept when language or theme change. Default: none. */
  readonly query?: Readonly<Record<string, string>>;
}

/** A whole page. */
export function layout({ assets, services, config }: WebContext, reader: PageReader, page: Page): Html {
  const { title, styles = ['playground.css', 'dashboard.css', 'entries.css'], scripts = ['dashboard.js'] } = page;
  const { body, current, links = entrance(reader, config.token !== undefined, current), query = {} } = page;
  const { say, language, direction, theme } = reader;
  const folder = `/assets/${assets.version}`;
  return html`<!doctype html>
<html lang="${language}" dir="${direction}"${theme !== undefined && html` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Wenda · ${title}</title>
<link rel="icon" href="${folder}/icon.svg" type="image/svg+xml">
${['base.css', ...styles].map((name) => html`<link rel="stylesheet" href="${folder}/${name}">`)}
${scripts.map(
  (name) => html`<script ${name === 'uplot.js' ? 'defer' : html`type="module"`} src="${folder}/${name}"></script>`,
)}
</head>
<body>
<a class="skip" href="#main">${say('page-skip')}</a>
<header class="top">
  <a class="mark" href="/"><span class="seal" lang="zh" aria-hidden="true">问</span><span class="name">Wenda</span></a>
  <nav class="links" aria-label="${say('page-pages')}">${links}</nav>
  ${switches(reader, services, query)}
</header>
<main id="main" tabindex="-1">${body}</main>
<footer class="foot" dir="ltr">Wenda ${config.version}</footer>
</body>
</html>`;
}

/** Switches for language and theme, which work without a script. */
function switches(
  { say, language, path }: PageReader,
  { languages }: WebContext['services'],
  query: Readonly<Record<string, string>>,
): Html {
  const kept = hiddenFields(query);
  const options = [...languages.values()].map(
    ({ tag, name }) =>
      html`<option value="${tag}" lang="${tag}"${tag === language && html` selected`}>${name}</option>`,
  );
  // The style sheet shows the theme that is not active.
  const looks = [
    { look: 'dark', name: say('page-dark'), sign: '☾' },
    { look: 'light', name: say('page-light'), sign: '☀' },
  ].map(
    ({ look, name, sign }) =>
      html`<button class="quiet round to-${look}" name="theme" value="${look}"
        aria-label="${name}" title="${name}">${sign}</button>`,
  );
  return html`<div class="switches">
    <form class="switch" method="get" action="${path}" data-auto>${kept}
      <label><span class="unseen">${say('page-language')}</span><select name="lang">${options}</select></label>
      <button class="quiet go">${say('page-change')}</button>
    </form>
    <form class="switch" method="get" action="${path}">${kept}${looks}</form>
  </div>`;
}

const link = (href: string, name: string, isHere: boolean): Html =>
  html`<a href="${href}"${isHere && html` aria-current="page"`}>${name}</a>`;

const entrance = ({ say }: PageReader, hasDashboard: boolean, current: Page['current']): Html =>
  html`${(hasDashboard || current !== '/') && link('/', say('page-playground'), current === '/')}
    ${hasDashboard && link('/dashboard', say('page-dashboard'), current === '/dashboard')}`;

const ROOMS = {
  '/dashboard': 'page-dashboard',
  '/dashboard/entries': 'entries-title',
  '/dashboard/exchange': 'exchange-title',
  '/dashboard/settings': 'settings-title',
  '/dashboard/people': 'people-title',
} as const;

/** A page of the dashboard, with a moderator's links: other pages of the community, and signing out. */
export function room(
  { context, reader, scope }: View,
  current: keyof typeof ROOMS,
  { query, ...page }: Omit<Page, 'title' | 'links'> & { readonly title?: string },
): Html {
  const { say } = reader;
  const links = Object.entries(ROOMS).map(([path, key]) => link(addressOf(path, scope), say(key), path === current));
  return layout(context, reader, {
    title: say(ROOMS[current]),
    ...page,
    query: { ...queryOf(scope), ...query },
    links: html`${link('/', say('page-playground'), false)}${links}<form method="post"
      action="/dashboard/logout">${hidden(reader)}<button class="plain-link">${say('dash-logout')}</button></form>`,
  });
}

/** A note for readers of other languages that the following is in English, as messages about files are. */
export const inEnglish = ({ language, say }: PageReader): Html | undefined =>
  baseOf(language) === 'en' ? undefined : html`<p class="about">${say('page-in-english')}</p>`;

/** A section of a page with its heading. @param id unique on the page */
export const card = (id: string, title: string, about: string | undefined, body: Html, className = 'card'): Html =>
  html`<section class="${className}" aria-labelledby="t-${id}"><h2 id="t-${id}">${title}</h2>
    ${about !== undefined && html`<p class="about">${about}</p>`}${body}</section>`;

/** Place for the outcome of an action. */
export const outcomePlace = ({ say }: PageReader, outcome: Html | undefined): Html =>
  html`<div class="outcome" data-outcome data-failed="${say('page-failed')}" role="status"
    tabindex="-1">${outcome}</div>`;

export const select = (
  name: string,
  label: string,
  options: readonly (readonly [value: string, words: string])[],
  chosen: string,
): Html =>
  html`<label>${label} <select name="${name}">${options.map(
    ([value, words]) => html`<option value="${value}"${value === chosen && html` selected`}>${words}</option>`,
  )}</select></label>`;
