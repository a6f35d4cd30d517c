import { type Edition, editionsOf, type SiteSource } from './edition.ts';
import { feed, sitemap } from './feeds.ts';
import { choicePage, feedOf, type Site } from './layout.ts';
import { MANIFEST, manifestText } from './manifest.ts';
import { pagesOf } from './pages.ts';
import { searchData } from './search-data.ts';

export interface SiteOptions extends SiteSource {
  /** An http or https address. Default: nobody has said where it will be served, so it has no feeds and no sitemap. */
  readonly url?: string | undefined;
  /** Styles, scripts and the icon, by name. */
  readonly assets: ReadonlyMap<string, string>;
}

/** The files of a site by their paths; the same for the same knowledge. @throws Error if there is no entry */
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
    ...[...editions.values()].flatMap((edition) => [...editionFiles(site, edition, source)]),
    ...(site.url === undefined ? [] : [['sitemap.xml', sitemap(editions, site.url)] as const]),
    ...[...assets].map(([name, text]) => [`assets/${name}`, text] as const),
  ]);
  return files.set(MANIFEST, manifestText([...editions.values()], [...files.keys()]));
}

function editionFiles(site: Site, edition: Edition, { languages }: SiteSource): Map<string, string> {
  const { tag } = edition.language;
  const files = pagesOf(site, edition).set(`${tag}/search.json`, searchData(edition, languages));
  return site.url === undefined ? files : files.set(feedOf(tag), feed(edition, site.url));
}
