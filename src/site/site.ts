import MiniSearch from 'minisearch';
import { plainText } from '../core/entry/blocks.ts';
import { sentencesIn } from '../core/search/learn.ts';
import { type Analyzer, analyzer } from '../core/text/analyze.ts';
import { baseOf, type LanguageData, languageOf } from '../core/text/language.ts';
import { type Html, html } from '../platforms/web/render/html.ts';
import { type Edition, editionsOf, type SiteSource } from './edition.ts';
import { choicePage, feedOf, markup, type Site, startOf, twinOf, wholeAddress } from './layout.ts';
import { MANIFEST, manifestText } from './manifest.ts';
import { pagesOf } from './pages.ts';
import { optionsFor, type SearchData, type SearchDocument } from './tokens.ts';
import { choiceTwin, INDEX, indexText, WHOLE, wholeText } from './twins.ts';

export interface SiteOptions extends SiteSource {
  /** http or https URL of the site. Default: unknown; then it has no feeds and no sitemap. */
  readonly url?: string;
  /** Style sheets, scripts and icon by file name. */
  readonly assets: ReadonlyMap<string, string>;
}

/** All files of a site by path; the same source gives the same bytes. @throws Error if there are no entries */
export function siteFiles({ url, assets, ...source }: SiteOptions): Map<string, string> {
  const editions = new Map(editionsOf(source).map((edition) => [edition.language.tag, edition]));
  const [pack] = source.packs;
  const main = editions.get(pack?.defaultLanguage ?? '') ?? [...editions.values()][0];
  if (!main) throw new Error('a site needs an entry');
  const licences = new Map(
    source.packs.flatMap(({ name, licence }) => (licence === undefined ? [] : [[name, licence]])),
  );
  const site: Site = { editions, main, url: url?.replace(/\/*$/, '/'), licences };
  const files = new Map([
    ['index.html', choicePage(site)],
    [twinOf('index.html'), choiceTwin(site)],
    [INDEX, indexText(site, main, INDEX)],
    [WHOLE, wholeText(site, main, WHOLE)],
    ...[...editions.values()].flatMap((edition) => [...editionFiles(site, edition, source)]),
    ...(site.url === undefined ? [] : [['sitemap.xml', sitemap(editions, site.url)] as const]),
    ...[...assets].map(([name, text]) => [`assets/${name}`, text] as const),
  ]);
  return files.set(MANIFEST, manifestText([...editions.values()], [...files.keys()]));
}

function editionFiles(site: Site, edition: Edition, { languages }: SiteSource): Map<string, string> {
  const { tag } = edition.language;
  const [index, whole] = [`${tag}/${INDEX}`, `${tag}/${WHOLE}`];
  const files = pagesOf(site, edition)
    .set(`${tag}/search.json`, searchData(edition, languages))
    .set(index, indexText(site, edition, index))
    .set(whole, wholeText(site, edition, whole));
  return site.url === undefined ? files : files.set(feedOf(tag), feed(edition, site.url));
}

/** Most entries of a feed. */
const MOST_CHANGES = 50;

/** An Atom feed of new and changed entries, the latest first. */
function feed({ language, title, pages, speech }: Edition, url: string): string {
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

/** A sitemap of start pages and entries, with their languages. */
function sitemap(editions: ReadonlyMap<string, Edition>, url: string): string {
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

/** The search index of an edition, and the language data for reading questions. */
function searchData({ pages, language: { tag } }: Edition, languages: ReadonlyMap<string, LanguageData>): string {
  const documents = pages.map(
    ({ entry, text }): SearchDocument => ({
      id: entry.id,
      title: text.title,
      phrasings: text.phrasings.join('\n'),
      answer: sentencesIn(text, tag).join('\n'),
    }),
  );
  const language = inShort(languageOf(baseOf(tag), languages), documents);
  const index = new MiniSearch(optionsFor(analyzer(language)));
  index.addAll(documents);
  const data: SearchData = { language, index: index.toJSON() };
  return JSON.stringify(data);
}

/**
 * The part of a language's data that these texts need. Names and frequent words are not used, nor are most synonyms.
 */
function inShort(whole: LanguageData, documents: readonly SearchDocument[]): LanguageData {
  const { tag, name, direction, fallback, scripts, stemmer, prefixes, suffixes, toSimplified, replace } = whole;
  const { stopWords, commonWords, pointingWords, smallTalk, synonyms = [], kin = [] } = whole;
  const reader = analyzer(whole);
  const known = wordsOf(documents, reader);
  const isKnown = (phrase: string): boolean => reader.read(phrase).words.every((word) => known.has(word));
  return {
    ...{ tag, name, direction, fallback, scripts, stemmer, prefixes, suffixes, toSimplified, replace },
    ...{ stopWords, commonWords, pointingWords, smallTalk },
    synonyms: synonyms.filter((group) => group.some(isKnown)),
    kin: kin.filter(({ drawer, things }) => [...drawer, ...things.flat()].some(isKnown)),
  };
}

const wordsOf = (documents: readonly SearchDocument[], { read }: Analyzer): ReadonlySet<string> =>
  new Set(
    documents.flatMap(({ title, phrasings, answer }) =>
      `${title}\n${phrasings}\n${answer}`.split('\n').flatMap((line) => read(line).words),
    ),
  );
