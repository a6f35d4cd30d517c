import { blocksIn, citation, warningsOf } from '../bot/answers/compose.ts';
import { sayDate } from '../bot/answers/messages.ts';
import { plainText } from '../core/entry/blocks.ts';
import type { EntryText } from '../core/entry/entry.ts';
import { type Html, html } from '../platforms/web/render/html.ts';
import { anchor, type Manner, renderBlocks, renderInline } from '../platforms/web/render/text.ts';
import { type Edition, type EntryPage, isQuestion, type SiteTopic } from './edition.ts';
import { addressFrom, apart, layout, type Site, startOf, twinOf } from './layout.ts';
import { entryTwin, listTwin } from './twins.ts';

/** Entries in a list, so that pages stay below 100 kB even with long titles. */
const MOST_LISTED = 150;
/** Most topics on the start page. The others are linked from entries. */
const MOST_TOPICS = 100;
/** Most characters of a page's description for search engines. */
const LONGEST_DESCRIPTION = 160;

const PLAIN: Manner = { link: (shown, address) => anchor(address, shown), heading: 2 };

/** All pages of an edition by path, each with its twin in Markdown. */
export function pagesOf(site: Site, edition: Edition): Map<string, string> {
  const { speech, pages, topics, language } = edition;
  const entries = pages.flatMap((page) => entryPage(site, edition, page));
  const start = startOf(language.tag).replace('.html', '');
  const all = listPages(site, edition, { path: start, pages, heading: speech.say('site-all') });
  const byTopic = topics.flatMap(({ name, path, pages: own }) =>
    listPages(site, edition, { path, pages: own, heading: name, title: name }),
  );
  return new Map([...all, ...byTopic, ...entries]);
}

function entryPage(site: Site, edition: Edition, page: EntryPage): [string, string][] {
  const { language, speech } = edition;
  const { text, path } = page;
  const { say } = speech;
  const others = new Map(
    [...site.editions].flatMap(([tag, { byId }]) => {
      const other = byId.get(page.entry.id);
      return other ? [[tag, other.path] as const] : [];
    }),
  );
  const related = text.related.flatMap((id) => edition.byId.get(id) ?? []);
  const topics = edition.topics.filter(({ name }) => text.tags.includes(name));
  const body = html`<article class="entry">
<h1>${apart(text.title)}</h1>
${warningsOf(text, speech).map((warning) => html`<p class="warning">${say('warning', { text: warning })}</p>`)}
<div class="words">${renderBlocks(blocksIn(text.answer, say), PLAIN)}</div>
${text.asOf !== undefined && html`<p class="small">${say('as-of', { date: sayDate(text.asOf, say.locale) })}</p>`}
${sourcesPart(text, edition)}
${related.length > 0 && html`<section><h2>${say('button-related')}</h2>${entryList(path, related)}</section>`}
${topics.length > 0 && html`<nav aria-label="${say('site-topics')}">${topicList(path, topics)}</nav>`}
</article>`;
  const description = short(plainText(text.answer));
  const data = isQuestion(page) ? faqData(page, language.tag) : undefined;
  const { pack } = page.entry;
  return [
    [path, layout(site, edition, { path, title: text.title, description, others, data, pack, body })],
    [twinOf(path), entryTwin(site, edition, page, others)],
  ];
}

function sourcesPart({ sources }: EntryText, { speech }: Edition): Html | undefined {
  if (sources.length === 0) return undefined;
  const items = sources.map((source) => html`<li>${renderInline(citation(source, speech), PLAIN)}</li>`);
  return html`<section><h2>${speech.say('site-sources', { count: sources.length })}</h2>
<ul class="sources">${items}</ul></section>`;
}

/** Structured data (FAQPage) for search engines. */
const faqData = ({ text }: EntryPage, inLanguage: string): object => ({
  '@context': 'https://schema.org',
  '@type': 'FAQPage',
  inLanguage,
  mainEntity: [
    {
      '@type': 'Question',
      name: text.title,
      acceptedAnswer: { '@type': 'Answer', text: plainText(text.answer) },
    },
  ],
});

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_DESCRIPTION ? line : `${line.slice(0, LONGEST_DESCRIPTION - 1).toWellFormed()}…`;
}

interface List {
  /** Without extension. */
  readonly path: string;
  readonly pages: readonly EntryPage[];
  readonly heading: string;
  /** Default: it is the edition's start page, which also shows topics. */
  readonly title?: string;
}

/** A list of entries, on as many pages as it needs. */
function listPages(site: Site, edition: Edition, { path: first, pages, heading, title }: List): [string, string][] {
  const count = Math.ceil(pages.length / MOST_LISTED);
  const pathOf = (at: number): string => `${first}${at === 0 ? '' : `-${at + 1}`}.html`;
  const starts = new Map([...site.editions.keys()].map((tag) => [tag, startOf(tag)]));
  return Array.from({ length: count }, (_, at) => at).flatMap((at): [string, string][] => {
    const path = pathOf(at);
    const shown = pages.slice(at * MOST_LISTED, (at + 1) * MOST_LISTED);
    const isStart = title === undefined && at === 0;
    const turns = [
      at > 0 &&
        html`<a rel="prev" href="${addressFrom(path, pathOf(at - 1))}">${edition.speech.say('site-previous')}</a>`,
      at < count - 1 &&
        html`<a rel="next" href="${addressFrom(path, pathOf(at + 1))}">${edition.speech.say('site-next')}</a>`,
    ];
    const body = html`${isStart && startPart(edition, path)}
<section class="list">${isStart ? html`<h2>${heading}</h2>` : html`<h1>${apart(heading)}</h1>`}${entryList(path, shown)}
${count > 1 && html`<p class="turns">${turns}</p>`}</section>
${isStart && elsewherePart(site, edition, path)}`;
    const page = { path, body, title, others: isStart ? starts : undefined };
    const twin = listTwin(site, edition, page, shown, isStart ? edition.topics : []);
    return [
      [path, layout(site, edition, page)],
      [twinOf(path), twin],
    ];
  });
}

function startPart({ title, topics, speech: { say } }: Edition, path: string): Html {
  return html`<h1>${apart(title)}</h1>
${topics.length > 0 && html`<section><h2>${say('site-topics')}</h2>${topicList(path, topics.slice(0, MOST_TOPICS))}</section>`}`;
}

/** Links to entries that have no text in this language, in another one. */
function elsewherePart({ editions }: Site, edition: Edition, path: string): Html | undefined {
  const missing = new Map<string, { readonly page: EntryPage; readonly tag: string }>();
  for (const [tag, { byId }] of editions)
    for (const [id, page] of byId) if (!edition.byId.has(id) && !missing.has(id)) missing.set(id, { page, tag });
  if (missing.size === 0) return undefined;
  const items = [...missing.values()].slice(0, MOST_LISTED).map(({ page, tag }) => {
    const direction = editions.get(tag)?.language.direction;
    return html`<li><a href="${addressFrom(path, page.path)}" lang="${tag}" hreflang="${tag}"
dir="${direction}">${page.text.title}</a></li>`;
  });
  return html`<section class="list"><h2>${edition.speech.say('site-elsewhere')}</h2><ul>${items}</ul></section>`;
}

const entryList = (from: string, pages: readonly EntryPage[]): Html =>
  html`<ul>${pages.map(({ path, text }) => html`<li><a href="${addressFrom(from, path)}">${apart(text.title)}</a></li>\n`)}</ul>`;

const topicList = (from: string, topics: readonly SiteTopic[]): Html =>
  html`<ul class="topics">${topics.map(
    ({ name, path, pages }) =>
      html`<li><a href="${addressFrom(from, `${path}.html`)}">${apart(name)} <small>${pages.length}</small></a></li>\n`,
  )}</ul>`;
