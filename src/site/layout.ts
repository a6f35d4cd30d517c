import { raw } from 'hono/html';
import { encodedPath } from '../bot/answers/on-site.ts';
import { type Html, html } from '../platforms/web/render/html.ts';
import type { Edition } from './edition.ts';

/** Data that all pages of a site share. */
export interface Site {
  /** By language tag. */
  readonly editions: ReadonlyMap<string, Edition>;
  /** The edition in the main language of the packs. */
  readonly main: Edition;
  /** URL of the site, with a slash at the end. Default: unknown. */
  readonly url: string | undefined;
  /** Licences of the packs, by pack. */
  readonly licences: ReadonlyMap<string, string>;
}

/** A page of an edition. */
export interface SitePage {
  readonly path: string;
  /** Default: the edition's title only. */
  readonly title?: string;
  readonly description?: string;
  /** Paths of the page in all its languages, by tag. Default: this language only. */
  readonly others?: ReadonlyMap<string, string>;
  /** Structured data (JSON-LD) for search engines. Default: none. */
  readonly data?: object;
  /** The pack of everything on the page. Default: several packs. */
  readonly pack?: string;
  readonly body: Html;
}

/** Isolates text, so that its punctuation stays with it if the text around it runs in the other direction. */
export const apart = (words: string): Html => html`<bdi>${words}</bdi>`;

/** Path of a page's twin in Markdown, for programs. */
export const twinOf = (path: string): string => `${path}.md`;

/** Path of an edition's start page. */
export const startOf = (tag: string): string => `${tag}/index.html`;

/** A relative URL, so that the site works in any folder, and from a disk. */
export const addressFrom = (path: string, to: string): string =>
  `${'../'.repeat(path.split('/').length - 1)}${encodedPath(to)}`;

/** Absolute URL of a page. That of an index page is its folder's. */
export const wholeAddress = (url: string, path: string): string =>
  url + encodedPath(path).replace(/(?<=^|\/)index\.html$/, '');

/** A whole page of an edition. */
export function layout(site: Site, edition: Edition, page: SitePage): string {
  const { language, speech, title } = edition;
  const { say } = speech;
  const to = (path: string): string => addressFrom(page.path, path);
  const { others = new Map<string, string>() } = page;
  const name = page.title === undefined ? title : `${page.title} · ${title}`;
  return pageText(html`<html lang="${language.tag}" dir="${language.direction}">
<head>
${commonHead(to)}
<title>${name}</title>
${page.description !== undefined && html`<meta name="description" content="${page.description}">`}
${headLinks(site, page.path, others)}
<link rel="alternate" type="text/markdown" href="${to(twinOf(page.path))}">
${site.url !== undefined && html`<link rel="alternate" type="application/atom+xml" href="${to(feedOf(language.tag))}">`}
<script type="module" src="${to('assets/site.js')}"></script>
${page.data !== undefined && html`<script type="application/ld+json">${raw(scriptText(page.data))}</script>`}
</head>
<body>
<a class="skip" href="#main">${say('page-skip')}</a>
<header class="top">
<a class="mark" href="${to(startOf(language.tag))}"><span class="seal" lang="zh" aria-hidden="true">问</span>
<span class="name">${apart(title)}</span></a>
${languagesMenu(site, edition, page)}
</header>
<main id="main" tabindex="-1">
${searchForm(edition, to(''))}
${page.body}
</main>
${footOf(site, edition, page)}
</body>
</html>`);
}

/** @returns undefined if there is nothing in it */
function footOf(site: Site, { language, speech: { say } }: Edition, page: SitePage): Html | undefined {
  const lines = [
    ...licencesOf(site, page).map((licence) => html`<p>${say('site-licence', { licence })}</p>`),
    ...(site.url === undefined
      ? []
      : [html`<p><a href="${addressFrom(page.path, feedOf(language.tag))}">${say('site-changes')}</a></p>`]),
  ];
  return lines.length === 0 ? undefined : html`<footer class="foot">${lines}</footer>`;
}

/** The licences of a page. A text that a community wrote itself has none. */
export const licencesOf = ({ licences }: Site, { pack }: Pick<SitePage, 'pack'>): string[] => [
  ...new Set(pack === undefined ? licences.values() : [licences.get(pack) ?? []].flat()),
];

export const feedOf = (tag: string): string => `${tag}/feed.xml`;

/** The first page of the site, with links to all editions. */
export function choicePage(site: Site): string {
  const { main } = site;
  const editions = [...site.editions.values()];
  const to = (path: string): string => addressFrom('index.html', path);
  const starts = new Map(editions.map(({ language: { tag } }) => [tag, startOf(tag)]));
  const titles = editions.map(
    ({ language: { tag, name, direction }, title }) => html`<li><a href="${to(startOf(tag))}" hreflang="${tag}"
      lang="${tag}" dir="${direction}"><strong>${name}</strong> ${apart(title)}</a></li>`,
  );
  return pageText(html`<html lang="${main.language.tag}" dir="${main.language.direction}">
<head>
${commonHead(to)}
<title>${main.title}</title>
${headLinks(site, 'index.html', starts)}
<link rel="alternate" type="text/markdown" href="${to(twinOf('index.html'))}">
<script type="module" src="assets/site.js"></script>
</head>
<body>
<main id="main" class="choice"><h1><span class="seal" lang="zh" aria-hidden="true">问</span>
<span>${apart(main.title)}</span></h1>
<ul data-choose>${titles}</ul></main>
</body>
</html>`);
}

const pageText = (page: Html): string => `<!doctype html>\n${markup(page)}\n`;

/** Markup as a string. @throws Error if it contains promises, which no page does */
export function markup(part: Html): string {
  if (part instanceof Promise) throw new Error('the markup of a site waits for nothing');
  return part;
}

const commonHead = (to: (path: string) => string): Html => html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="${to('assets/icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${to('assets/base.css')}">
<link rel="stylesheet" href="${to('assets/site.css')}">`;

/** Links to the page itself and to its other languages. They are relative if the site's URL is unknown. */
function headLinks({ url }: Site, path: string, others: ReadonlyMap<string, string>): Html[] {
  const address = (to: string): string => (url === undefined ? addressFrom(path, to) : wholeAddress(url, to));
  const links = others.size > 1 ? [...others, ...(path === 'index.html' ? [['x-default', path] as const] : [])] : [];
  return [
    ...(url === undefined ? [] : [html`<link rel="canonical" href="${address(path)}">`]),
    ...links.map(([tag, to]) => html`<link rel="alternate" hreflang="${tag}" href="${address(to)}">`),
  ];
}

/** Links to this page in other languages; if an edition lacks it, to that edition's start page. */
function languagesMenu(
  { editions }: Site,
  { language, speech }: Edition,
  { path, others }: SitePage,
): Html | undefined {
  if (editions.size < 2) return undefined;
  const items = [...editions.values()].map(({ language: { tag, name, direction } }) => {
    const isHere = tag === language.tag && html` aria-current="true"`;
    const address = addressFrom(path, others?.get(tag) ?? startOf(tag));
    return html`<li><a href="${address}" hreflang="${tag}" lang="${tag}" dir="${direction}"${isHere}>${name}</a></li>`;
  });
  return html`<nav class="languages" aria-label="${speech.say('page-language')}"><details>
<summary>${language.name}</summary><ul>${items}</ul></details></nav>`;
}

/** The search form, which a script shows. */
function searchForm({ language: { tag }, speech: { say } }: Edition, base: string): Html {
  const words = say('site-search');
  return html`<form class="search" role="search" data-search data-base="${base}" data-language="${tag}" hidden>
<input type="search" aria-label="${words}" placeholder="${words}" autocomplete="off" dir="auto"></form>
<ol class="found" data-found aria-label="${say('site-found')}" hidden></ol>
<div role="status"><p class="empty" data-nothing hidden>${say('site-nothing')}</p>
<p class="empty" data-failed hidden>${say('site-failed')}</p></div>`;
}

/** JSON inside a script element, in which no text can end the element. */
const scriptText = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c');
