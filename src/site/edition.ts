import { createHash } from 'node:crypto';
import type { Speech } from '../bot/answers/compose.ts';
import type { Say } from '../bot/answers/messages.ts';
import { pageOf } from '../bot/answers/on-site.ts';
import type { SharedPack } from '../bot/ports/knowledge.ts';
import { textIn } from '../core/entry/display.ts';
import type { Entry, EntryText } from '../core/entry/entry.ts';
import { type LanguageData, plainLanguage } from '../core/text/language.ts';
import { shortSlug } from '../knowledge/export/slug.ts';
import { textOfPack } from '../knowledge/format/pack-json.ts';
import type { Manifest } from './manifest.ts';

/** Content of a site. */
export interface SiteSource {
  readonly packs: readonly SharedPack[];
  /** Ordered by id. */
  readonly entries: readonly Entry[];
  readonly languages: ReadonlyMap<string, LanguageData>;
  readonly speak: (language: string) => Say;
  /** Date of the changes since the last build: ISO 8601, UTC. */
  readonly now: string;
  /** The manifest that the last build wrote. Default: there is none. */
  readonly before?: Manifest;
}

/** An entry's page in one language. */
export interface EntryPage {
  readonly entry: Entry;
  readonly text: EntryText;
  readonly path: string;
  /** Changes whenever the page's content does. */
  readonly hash: string;
  /** Date of the last change: ISO 8601, UTC. */
  readonly changed: string;
}

/** All entries with one topic. */
export interface SiteTopic {
  readonly name: string;
  /** Path of its first page, without extension. */
  readonly path: string;
  readonly pages: readonly EntryPage[];
}

/** The site in one language. */
export interface Edition {
  readonly language: LanguageData;
  readonly speech: Speech;
  /** The titles of the packs. If a community's own entries are all there is, they have a title. */
  readonly title: string;
  /** By pack, in its own order. Entries for which the pack gives no order come last: questions, then facts, by id. */
  readonly pages: readonly EntryPage[];
  /** Those with the most entries first, else by name. */
  readonly topics: readonly SiteTopic[];
  readonly byId: ReadonlyMap<string, EntryPage>;
}

/** Most bytes that a topic's name takes in a file name. */
const LONGEST_SLUG = 80;

/** An edition for each language in which an entry has a text, also if that is converted. */
export function editionsOf(source: SiteSource): Edition[] {
  const tags = new Set([...source.languages.keys(), ...source.entries.flatMap(({ texts }) => [...texts.keys()])]);
  return [...tags].map((tag) => editionIn(tag, source)).filter(({ pages }) => pages.length > 0);
}

function editionIn(tag: string, { packs, entries, languages, speak, now, before }: SiteSource): Edition {
  const language = languages.get(tag) ?? plainLanguage(tag);
  const pages = entries.flatMap((entry): EntryPage[] => {
    const shown = textIn(entry, tag, languages);
    if (shown?.language !== tag) return [];
    const [path, hash] = [pageOf(tag, entry.id), hashOf(shown.text)];
    const old = before?.entries[path];
    return [{ entry, text: shown.text, path, hash, changed: old?.hash === hash ? old.changed : now }];
  });
  const sorted = inOrder(pages, packs);
  const say = speak(tag);
  const titles = packs
    .filter(({ name }) => pages.some(({ entry }) => entry.pack === name))
    .map((pack) => textOfPack(pack, tag, languages));
  return {
    language,
    speech: { language: tag, say, services: { languages, now: () => now } },
    title: titles.length > 0 ? titles.join(' · ') : say('own-pack'),
    pages: sorted,
    topics: topicsOf(sorted, tag),
    byId: new Map(pages.map((page) => [page.entry.id, page])),
  };
}

/** Pages by pack, in the pack's own order; a community's own entries come last. */
function inOrder(pages: readonly EntryPage[], packs: readonly SharedPack[]): EntryPage[] {
  const places = new Map(
    packs.flatMap(({ name, order = [] }) => order.map((id, at) => [`${name} ${id}`, at] as const)),
  );
  const names = packs.map(({ name }) => name);
  const packAt = ({ entry: { pack } }: EntryPage): number =>
    names.includes(pack) ? names.indexOf(pack) : names.length;
  const placeOf = ({ entry: { pack, id } }: EntryPage): number =>
    places.get(`${pack} ${id}`) ?? Number.MAX_SAFE_INTEGER;
  return [...pages].sort((a, b) => packAt(a) - packAt(b) || placeOf(a) - placeOf(b) || kindOf(a) - kindOf(b));
}

export const isQuestion = ({ entry }: Pick<EntryPage, 'entry'>): boolean => entry.id.startsWith('questions/');

const kindOf = (page: EntryPage): number => (isQuestion(page) ? 0 : 1);

const hashOf = ({ title, answer, sources, asOf, status }: EntryText): string =>
  createHash('sha256')
    .update(JSON.stringify([title, answer, sources, asOf, status]))
    .digest('hex')
    .slice(0, 16);

function topicsOf(pages: readonly EntryPage[], tag: string): SiteTopic[] {
  const byName = new Map<string, EntryPage[]>();
  for (const page of pages)
    for (const name of new Set(page.text.tags)) byName.set(name, [...(byName.get(name) ?? []), page]);
  const names = [...byName].sort(([a, one], [b, two]) => two.length - one.length || (a < b ? -1 : 1));
  const taken = new Set<string>();
  return names.map(([name, own]) => {
    const slug = shortSlug(name, LONGEST_SLUG);
    let path = `${tag}/topics/${slug}`;
    for (let number = 2; taken.has(path); number++) path = `${tag}/topics/${slug}-${number}`;
    taken.add(path);
    return { name, path, pages: own };
  });
}
