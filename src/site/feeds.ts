import { plainText } from '../core/entry/blocks.ts';
import { type Html, html } from '../platforms/web/render/html.ts';
import type { Edition } from './edition.ts';
import { feedOf, markup, startOf, wholeAddress } from './layout.ts';

/** Entries of a feed. */
const MOST_CHANGES = 50;

/** An Atom feed of the entries that are new or have changed, the latest first. */
export function feed({ language, title, pages, speech }: Edition, url: string): string {
  const latest = [...pages].sort((a, b) => (a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : 0));
  const start = wholeAddress(url, startOf(language.tag));
  const entries = latest.slice(0, MOST_CHANGES).map(({ text, path, changed }) => {
    const address = wholeAddress(url, path);
    return html`<entry><title>${text.title}</title><id>${address}</id><link href="${address}"/>
<updated>${changed}</updated><summary>${plainText(text.answer)}</summary></entry>\n`;
  });
  return xml(html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language.tag}">
<title>${title} · ${speech.say('site-changes')}</title>
<id>${start}</id>
<link href="${start}"/><link rel="self" href="${wholeAddress(url, feedOf(language.tag))}"/>
<author><name>${title}</name></author>
<updated>${latest[0]?.changed}</updated>
${entries}</feed>`);
}

/** Starts and entries with their other languages, for search engines. */
export function sitemap(editions: ReadonlyMap<string, Edition>, url: string): string {
  const ids = new Set([...editions.values()].flatMap(({ byId }) => [...byId.keys()]));
  const starts = [...editions.keys()].map((tag) => ({ tag, path: startOf(tag), changed: undefined }));
  const groups = [...ids].map((id) =>
    [...editions].flatMap(([tag, { byId }]) => {
      const page = byId.get(id);
      return page ? [{ tag, path: page.path, changed: page.changed }] : [];
    }),
  );
  const addresses = [starts, ...groups].flatMap((group) => {
    const others = group.map(
      ({ tag, path }) => html`<xhtml:link rel="alternate" hreflang="${tag}" href="${wholeAddress(url, path)}"/>`,
    );
    return group.map(
      ({ path, changed }) =>
        html`<url><loc>${wholeAddress(url, path)}</loc>${
          changed !== undefined && html`<lastmod>${changed}</lastmod>`
        }${group.length > 1 && others}</url>\n`,
    );
  });
  return xml(html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:xhtml="http://www.w3.org/1999/xhtml">
${addresses}</urlset>`);
}

const xml = (document: Html): string => `<?xml version="1.0" encoding="utf-8"?>\n${markup(document)}\n`;
