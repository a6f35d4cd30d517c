import type { Context, Reader } from '../context.ts';
import { type Html, html } from '../render/html.ts';

export interface Page {
  readonly title: string;
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  readonly body: Html;
  /** What else stands in the head of the page, before the switches. */
  readonly links?: Html | undefined;
  /** What the address asks for beside language and theme: kept when those change. */
  readonly query?: Readonly<Record<string, string>> | undefined;
}

/** A whole page. */
export function layout(
  { assets, services }: Context,
  reader: Reader,
  { title, styles, scripts, body, links, query = {} }: Page,
): string {
  const { say, language, direction, theme } = reader;
  const folder = `/assets/${assets.version}`;
  const page = html`<!doctype html>
<html lang="${language}" dir="${direction}"${theme !== undefined && html` data-theme="${theme}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="${folder}/icon.svg" type="image/svg+xml">
${['base.css', ...styles].map((name) => html`<link rel="stylesheet" href="${folder}/${name}">`)}
${scripts.map((name) => (name === 'uplot.js' ? html`<script src="${folder}/${name}" defer></script>` : html`<script type="module" src="${folder}/${name}"></script>`))}
</head>
<body>
<a class="skip" href="#main">${say('page-skip')}</a>
<header class="top">
  <a class="mark" href="/"><span class="seal" lang="zh" aria-hidden="true">问</span><span class="name">Wenda</span></a>
  <nav class="links" aria-label="${say('page-pages')}">${links}</nav>
  ${switches(reader, services, query)}
</header>
<main id="main" tabindex="-1">${body}</main>
</body>
</html>`;
  return page.markup;
}

/** Language and light; they work without a script. */
function switches(
  { say, language, path }: Reader,
  { languages }: Context['services'],
  query: Readonly<Record<string, string>>,
): Html {
  const kept = Object.entries(query).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const options = [...languages.values()].map(
    ({ tag, name }) =>
      html`<option value="${tag}" lang="${tag}"${tag === language && html` selected`}>${name}</option>`,
  );
  // The styles show the one that is not now.
  const names = { dark: say('page-dark'), light: say('page-light') };
  return html`<div class="switches">
    <form class="switch" method="get" action="${path}" data-auto>${kept}
      <label><span class="unseen">${say('page-language')}</span><select name="lang">${options}</select></label>
      <button class="quiet go">${say('page-change')}</button>
    </form>
    <form class="switch" method="get" action="${path}">${kept}
      ${(['dark', 'light'] as const).map((look) => html`<button class="quiet round to-${look}" name="theme" value="${look}" aria-label="${names[look]}" title="${names[look]}">${look === 'dark' ? '☾' : '☀'}</button>`)}
    </form>
  </div>`;
}
