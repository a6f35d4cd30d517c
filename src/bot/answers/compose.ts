import { type Block, type Inline, mapParts } from '../../core/entry/blocks.ts';
import { type EntryDisplay, languagesWith, textIn } from '../../core/entry/display.ts';
import type { Entry, EntryText, Source } from '../../core/entry/entry.ts';
import type { Candidate } from '../../core/search/pool.ts';
import { baseOf } from '../../core/text/language.ts';
import type { Call } from '../command.ts';
import { isHelperSource } from '../handover/helper-source.ts';
import { dayOf } from '../moment.ts';
import type { Services } from '../services.ts';
import { apartIn, type Say, sayDate, sayLanguage, sayTime, withQuotesApart } from './messages.ts';
import { encodedPath, pageOf } from './on-site.ts';
import {
  type Answer,
  type Attachment,
  type Choice,
  type Notice,
  notice,
  type Offer,
  offer,
  tell,
  text,
} from './reply.ts';

const MOST_RELATED = 3;

type Voice = Pick<Call, 'community' | 'services' | 'language' | 'say'>;

export interface Speech extends Pick<Call, 'language' | 'say'> {
  readonly services: Pick<Services, 'languages' | 'now'>;
}

export interface Way {
  readonly question?: string;
  /** Key of the pin that named the entry. Default: none did. */
  readonly pin?: string;
}

/** An entry as an answer: its own words, with source, date, warnings and related entries. */
export function composeEntry(entry: Entry, call: Call, way: Way = {}): Answer | Notice {
  const shown = textIn(entry, call.language, call.services.languages);
  if (!shown) return tell(call, 'nothing-here');
  const choices = relatedTo(shown.text, call);
  const question = choices.length > 0 ? call.say('related') : undefined;
  const pinned: Inline[][] = way.pin === undefined ? [] : [[text(call.say('pinned'))]];
  const attachment = attachmentOf(call, entry.id, shown);
  const isHere = attachment?.platform === call.place.platform;
  const named = attachment === undefined || isHere ? [] : [[attachmentNote(attachment)]];
  const page = pageLink(entry.id, shown, call);
  const sources = sourcesOf(shown.text.sources, call, page);
  const { asOf: day } = shown.text;
  const asOf = day === undefined ? undefined : [text(call.say('as-of', { date: sayDate(day, call.say.locale) }))];
  const isOutdated = warningsOf(shown.text, call).length > 0;
  return {
    kind: 'answer',
    state: isOutdated ? 'outdated' : way.pin === undefined ? 'answered' : 'pinned',
    language: shown.language,
    title: shown.text.title,
    blocks: blocksIn(shown.text.answer, call.services.speak(shown.language)),
    notes: [...pinned, ...named, ...notesOf(shown, call), ...(sources ? [sources] : []), ...(asOf ? [asOf] : [])],
    sources,
    asOf,
    ...linksOf(shown.text.sources, call, page),
    question,
    choices,
    about: { entry: entry.id, question: way.question, pin: way.pin },
    hasLanguages: languagesWith(entry, call.services.languages).length > 1,
    attachment: isHere ? attachment : undefined,
  };
}

/** Blocks for readers of a language: points in time are written the way that language writes them. */
export const blocksIn = (blocks: readonly Block[], say: Say): Block[] =>
  mapParts(blocks, (part) => inTimeOf(part, say));

const inTimeOf = (part: Inline, { locale }: Say): Inline =>
  part.kind === 'mention' && part.moment !== undefined ? { ...part, text: sayTime(part.moment, locale) } : part;

/**
 * Buttons for the entries that an entry names as related. If its text in the caller's language names none, those of
 * another language count. Undefined if none of them is answered any more.
 */
export function composeRelated(entry: Entry, call: Voice): Offer | undefined {
  const own = textIn(entry, call.language, call.services.languages)?.text;
  const choices =
    [...(own ? [own] : []), ...entry.texts.values()]
      .map((shown) => relatedTo(shown, call))
      .find(({ length }) => length > 0) ?? [];
  return choices.length > 0 ? offer(call.language, call.say('related'), choices) : undefined;
}

function relatedTo({ related }: EntryText, call: Voice): Choice[] {
  const { entries } = call.community.knowledge();
  const found = related.map((id) => entries.get(id)).filter((one) => one !== undefined);
  return found.slice(0, MOST_RELATED).map((one) => showChoice(one, call));
}

/**
 * A text converted to another script, such as traditional Chinese, uses the attachment of the text it was made from.
 */
const attachmentOf = (
  { community: { state } }: Call,
  id: string,
  { text: written, language }: EntryDisplay,
): Attachment | undefined =>
  state.get('attachment', `${written.language}/${id}`) ?? state.get('attachment', `${language}/${id}`);

/** Stands in for a file that only another platform can send. */
export const attachmentNote = ({ name }: Attachment): Inline => text(`📎 ${name}`);

export function composeRetired(entry: Entry, call: Call): Notice {
  return tell(call, 'retired-entry', { title: titleIn(entry, call) });
}

/** "Did you mean": offers entries and claims none of them. */
export function composeChoices(candidates: readonly Candidate[], call: Call): Offer {
  const choices = candidates.map(({ entry }) => showChoice(entry, call));
  return offer(call.language, call.say('did-you-mean', { count: choices.length }), choices);
}

export function showChoice(entry: Entry, call: Voice): Choice {
  return { label: titleIn(entry, call), command: 'show', argument: entry.id };
}

export const titleIn = (entry: Entry, call: Voice): string =>
  textIn(entry, call.language, call.services.languages)?.text.title ?? entry.id;

/** An entry's title by its id; retired entries have one, too. */
export function titleOf(call: Call, id: string | null): string {
  const entry = id === null ? undefined : call.community.knowledge().all.get(id);
  return entry ? titleIn(entry, call) : (id ?? '');
}

function notesOf({ text: shown, language }: EntryDisplay, call: Call): Inline[][] {
  const { say } = call;
  const notes = warningsOf(shown, call).map((warning): Inline[] => [text(say('warning', { text: warning }))]);
  if (baseOf(language) !== baseOf(call.language)) {
    notes.push([text(say('other-language', { language: sayLanguage(language, call) }))]);
  }
  return notes;
}

/** @param page the entry's own page on the site, named after its sources */
function sourcesOf(sources: readonly Source[], call: Voice, page?: PageLink): Inline[] | undefined {
  const named = [...sources.map((source) => citation(source, call)), ...(page ? [[page]] : [])];
  if (named.length === 0) return undefined;
  const cited = named.flatMap((one, at) => [...(at > 0 ? [text(call.say('list-semicolon'))] : []), ...one]);
  return sources.length > 0 ? [text(call.say('sources', { count: sources.length })), ...cited] : cited;
}

type PageLink = Extract<Inline, { kind: 'link' }>;

/** Link to the text's page on the site. The site is made from the packs, so a community's own texts have none. */
function pageLink(id: string, shown: EntryDisplay, { services, community, say }: Voice): PageLink | undefined {
  const { siteUrl, knowledge } = services;
  const isOwn = community.state.get('entry', `${shown.text.language}/${id}`) !== undefined;
  if (siteUrl === undefined || isOwn || !knowledge.current().entries.has(id)) return undefined;
  const url = siteUrl + encodedPath(pageOf(shown.language, id));
  return { kind: 'link', url, children: [text(say('on-site'))] };
}

/**
 * Links to the sources, each labelled with its publisher or domain, and with its title too if two labels are the same;
 * last the entry's own page.
 */
function linksOf(sources: readonly Source[], call: Voice, page?: PageLink): Pick<Answer, 'links' | 'unlinked'> {
  const links = sources.flatMap(({ url, publisher, title }) =>
    url === undefined || !URL.canParse(url) ? [] : [{ url, title, label: labelOf({ url, title, publisher }, call) }],
  );
  const isShared = (label: string): boolean => links.filter((one) => one.label === label).length > 1;
  return {
    links: [
      ...links.map(({ url, label, title }) => ({ url, label: isShared(label) ? `${label}: ${title}` : label })),
      ...(page ? [{ url: page.url, label: call.say('on-site') }] : []),
    ],
    unlinked: sourcesOf(
      sources.filter(({ url }) => !links.some((link) => link.url === url)),
      call,
    ),
  };
}

/**
 * A source that is a helper's message is labelled with its title: the domain would only be that of the chat platform.
 */
function labelOf({ url = '', title, publisher }: Source, { services }: Voice): string {
  const named = publisher?.trim() || (isHelperSource({ title }, services) ? title : '');
  return named || new URL(url).hostname.replace(/^www\./, '');
}

export function composeSources(entry: Entry, call: Voice): Notice {
  const shown = textIn(entry, call.language, call.services.languages);
  const sources = shown && sourcesOf(shown.text.sources, call, pageLink(entry.id, shown, call));
  if (!shown || !sources) return tell(call, 'answer-without-source');
  return notice(call.language, { title: shown.text.title, blocks: [{ kind: 'paragraph', children: sources }] });
}

export function warningsOf(shown: EntryText, { say, services }: Speech): string[] {
  const warnings: string[] = [];
  if (shown.status === 'outdated') warnings.push(say('outdated'));
  if (shown.status === 'disputed') warnings.push(say('disputed'));
  if (shown.reviewBy && shown.reviewBy <= dayOf(services.now()))
    warnings.push(say('overdue', { date: sayDate(shown.reviewBy, say.locale) }));
  return warnings;
}

export function citation(source: Source, call: Speech): Inline[] {
  const apart = apartIn(call.services, call.language);
  const isRightToLeft = call.services.languages.get(call.language)?.direction === 'rtl';
  const name = text(apart(isRightToLeft ? withQuotesApart(source.title) : source.title));
  const title: Inline = source.url ? { kind: 'link', url: source.url, children: [name] } : name;
  const details = [
    source.publisher && apart(source.publisher),
    source.published && apart(sayDate(source.published, call.say.locale)),
  ].filter((detail) => detail !== undefined && detail !== '');
  return details.length > 0
    ? [title, text(call.say('source-details', { details: details.join(call.say('source-comma')) }))]
    : [title];
}
