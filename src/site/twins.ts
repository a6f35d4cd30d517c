import { blocksIn, citation, warningsOf } from '../bot/answers/compose.ts';
import { sayDate } from '../bot/answers/messages.ts';
import { inlineMarkdown, linkText, markdownOf } from '../core/entry/markdown.ts';
import { headingText, inlineText } from '../core/entry/markdown-words.ts';
import type { Edition, EntryPage, SiteTopic } from './edition.ts';
import { addressFrom, licencesOf, type Site, type SitePage, startOf, twinOf, wholeAddress } from './layout.ts';

/** Paths of a site's index and full text, as llmstxt.org has them. */
export const INDEX = 'llms.txt';
export const WHOLE = 'llms-full.txt';

/** The first page: links to the editions. */
export const choiceTwin = (site: Site): string =>
  joined([
    heading(1, site.main.title),
    editionLinks(site, linksFrom(site, 'index.html'), (tag) => twinOf(startOf(tag))),
  ]);

/** An entry: warnings, answer, date, sources, and links. */
export function entryTwin(site: Site, edition: Edition, page: EntryPage, others: ReadonlyMap<string, string>): string {
  const { say } = edition.speech;
  const link = linksFrom(site, page.path);
  const related = page.text.related.flatMap((id) => edition.byId.get(id) ?? []);
  const topics = edition.topics.filter(({ name }) => page.text.tags.includes(name));
  return joined([
    ...entryParts(edition, page, 1),
    ...listed(say('button-related'), entryLinks(link, related)),
    ...listed(say('site-topics'), topicLinks(link, topics)),
    ...listed(
      say('entries-languages'),
      [...others].map(([tag, path]) => `- ${link(site.editions.get(tag)?.language.name ?? tag, twinOf(path))}`),
    ),
    ...licenceLines(site, edition, page.entry),
  ]);
}

/** A list of entries; on the start page also of topics. */
export function listTwin(
  site: Site,
  edition: Edition,
  { path, title }: Pick<SitePage, 'path' | 'title'>,
  pages: readonly EntryPage[],
  topics: readonly SiteTopic[],
): string {
  const { say } = edition.speech;
  const link = linksFrom(site, path);
  return joined([
    heading(1, title ?? edition.title),
    ...listed(say('site-topics'), topicLinks(link, topics)),
    ...listed(title === undefined ? say('site-all') : undefined, entryLinks(link, pages)),
  ]);
}

/** The entries of an edition by title, with their dates. @param path of the file */
export function indexText(site: Site, edition: Edition, path: string): string {
  const { say } = edition.speech;
  const link = linksFrom(site, path);
  const entries = edition.pages.map((page) => {
    const dated = [...asOf(edition, page), ...warningsOf(page.text, edition.speech)];
    return `- ${link(page.text.title, twinOf(page.path))}${dated.length > 0 ? `: ${dated.map(inlineText).join(' ')}` : ''}`;
  });
  return joined([
    ...aboutParts(edition),
    ...licenceLines(site, edition),
    ...listed(say('site-all'), entries),
    ...listed(say('site-topics'), topicLinks(link, edition.topics)),
    heading(2, say('entries-languages')),
    editionLinks(site, link, (tag) => `${tag}/${INDEX}`),
  ]);
}

/** The full text of all entries of an edition, each with the URL of its page. */
export function wholeText(site: Site, edition: Edition, path: string): string {
  const link = linksFrom(site, path);
  return joined([
    ...aboutParts(edition),
    ...licenceLines(site, edition),
    ...edition.pages.flatMap((page) => [...entryParts(edition, page, 2), link(page.path, page.path)]),
  ]);
}

const aboutParts = ({ title, speech: { say } }: Edition): string[] => [
  heading(1, title),
  `> ${inlineText(say('about-short', { subjects: title }))}`,
];

function entryParts(edition: Edition, { text }: EntryPage, level: 1 | 2): string[] {
  const { speech } = edition;
  const { say } = speech;
  return [
    heading(level, text.title),
    ...warningsOf(text, speech).map((warning) => `> ${inlineText(say('warning', { text: warning }))}`),
    markdownOf(blocksIn(text.answer, say)),
    ...asOf(edition, { text }).map(inlineText),
    ...listed(
      say('site-sources', { count: text.sources.length }),
      text.sources.map((source) => `- ${inlineMarkdown(citation(source, speech))}`),
      level + 1,
    ),
  ];
}

const asOf = ({ speech: { say } }: Edition, { text }: Pick<EntryPage, 'text'>): string[] =>
  text.asOf === undefined ? [] : [say('as-of', { date: sayDate(text.asOf, say.locale) })];

type Link = (words: string, path: string) => string;

/** Absolute links if the site's URL is known, as such files are read elsewhere. */
const linksFrom =
  ({ url }: Site, path: string): Link =>
  (words, to) =>
    linkText(inlineText(words), url === undefined ? addressFrom(path, to) : wholeAddress(url, to));

const entryLinks = (link: Link, pages: readonly EntryPage[]): string[] =>
  pages.map(({ path, text }) => `- ${link(text.title, twinOf(path))}`);

const topicLinks = (link: Link, topics: readonly SiteTopic[]): string[] =>
  topics.map(({ name, path, pages }) => `- ${link(name, twinOf(`${path}.html`))} (${pages.length})`);

const editionLinks = ({ editions }: Site, link: Link, pathOf: (tag: string) => string): string =>
  [...editions.values()].map(({ language: { tag, name } }) => `- ${link(name, pathOf(tag))}`).join('\n');

const licenceLines = (site: Site, { speech: { say } }: Edition, entry?: { readonly pack: string }): string[] =>
  licencesOf(site, entry ?? {}).map((licence) => inlineText(say('site-licence', { licence })));

/** @param title Default: none @returns an empty list for no items */
const listed = (title: string | undefined, items: readonly string[], level = 2): string[] =>
  items.length === 0 ? [] : [...(title === undefined ? [] : [heading(level, title)]), items.join('\n')];

const heading = (level: number, words: string): string => `${'#'.repeat(level)} ${headingText(words)}`;

const joined = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;
