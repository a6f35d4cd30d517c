import { isDate, isDay } from '../../core/entry/dates.ts';
import type { Entry, EntryText, Status } from '../../core/entry/entry.ts';
import { phraseKey } from '../../core/text/normalize.ts';
import { titleOf } from '../answers/compose.ts';
import { findEntry } from '../answers/find-entry.ts';
import type { Call } from '../command.ts';
import { OWN_PACK } from '../community/own-entries.ts';
import { editOf } from '../community/records.ts';
import type { Edit } from '../ports/changes.ts';
import type { Flaw } from '../ports/editor.ts';
import { type NamedSource, nameSource, sourceLine, sourcesIn } from './lookup.ts';
import { fileToCorrect, type OldFile } from './old-file.ts';
import { phrasingsRecord } from './phrasings-edit.ts';
import { attachmentEdits, type ProposedChange, propose } from './proposed-change.ts';

/**
 * Every field of an entry's text in one language, as a form shows it. Lists have one item a line; tags are separated by
 * commas.
 */
export interface EntryFields {
  readonly question: string;
  readonly answer: string;
  readonly phrasings: string;
  /** `Title, https://...` on each line. */
  readonly sources: string;
  readonly tags: string;
  readonly asOf: string;
  readonly reviewBy: string;
  readonly status: string;
  /** Titles of entries. */
  readonly related: string;
}

export const NO_FIELDS: EntryFields = {
  question: '',
  answer: '',
  phrasings: '',
  sources: '',
  tags: '',
  asOf: '',
  reviewBy: '',
  status: 'current',
  related: '',
};

const STATUSES: readonly Status[] = ['current', 'outdated', 'disputed'];

/** A text before it is edited. */
export interface CurrentText {
  readonly fields: EntryFields;
  /** Hash: if it differs when a form comes back, somebody else has edited the text meanwhile. */
  readonly basis: string;
  readonly old: OldFile;
}

/**
 * The fields of an entry's text in one language. If there is none yet, sources, dates, status and related entries are
 * those of another language.
 */
export async function currentText(call: Call, entry: Entry, language: string): Promise<CurrentText> {
  const old = await fileToCorrect(call, entry, language);
  const shown = entry.texts.get(language);
  const model = shown ?? entry.texts.get(entry.defaultLanguage) ?? [...entry.texts.values()][0];
  const fields = {
    question: old.parts.title,
    answer: old.parts.answer,
    phrasings: (shown?.phrasings ?? []).join('\n'),
    sources: (model?.sources ?? []).map(sourceLine).join('\n'),
    tags: (shown?.tags ?? []).join(', '),
    asOf: model?.asOf ?? '',
    reviewBy: model?.reviewBy ?? '',
    status: model?.status ?? 'current',
    related: relatedLines(call, model?.related ?? []).join('\n'),
  };
  return { fields, old, basis: call.services.hash(JSON.stringify([language, entry.id, old.parts, fields])) };
}

/** Titles of related entries; ids if two have the same title. */
function relatedLines(call: Call, ids: readonly string[]): string[] {
  const titles = ids.map((id) => titleOf(call, id));
  return titles.map((title, at) => (titles.indexOf(title) === titles.lastIndexOf(title) ? title : (ids[at] ?? '')));
}

/**
 * Ids of related entries, given by title or id; a name that no entry has stays as it is.
 * @param entry its present relations are tried first
 */
function relatedIds(call: Call, entry: Entry | undefined, { related }: EntryFields): string[] {
  const own = [...new Set([...(entry?.texts.values() ?? [])].flatMap((text) => text.related))];
  const named = new Map(relatedLines(call, own).map((line, at) => [line, own[at] ?? line]));
  const { all } = call.community.knowledge();
  return [...new Set(lines(related).map((line) => named.get(line) ?? findEntry(all, line)?.id ?? line))];
}

/** A filled-in form as a change, with the text that it leads to; or its problems. */
export type Edited =
  | { readonly proposed: ProposedChange; readonly id: string; readonly text: EntryText; readonly problems: readonly [] }
  | { readonly proposed?: undefined; readonly problems: readonly Flaw[] };

/**
 * Makes a change of the fields of a form.
 * @param current the text before; undefined for a new entry
 */
export function editedEntry(
  call: Call,
  entry: Entry | undefined,
  language: string,
  current: CurrentText | undefined,
  fields: EntryFields,
): Edited {
  const { services, community } = call;
  const pack = current?.old.pack ?? OWN_PACK;
  const sources = namedSources(call, pack, language, fields);
  const wrong = [
    ...wrongLanguage(call, entry, language),
    ...wrongDates(fields),
    // If a related entry has gone since, that is no problem of somebody who corrects the answer.
    ...(current && plain(current.fields.related) === plain(fields.related)
      ? []
      : wrongRelations(call, relatedIds(call, entry, fields))),
  ];
  // Invalid dates are reported above, in words for moderators; the file's reader would report them again.
  const readable = {
    ...fields,
    asOf: isAsOf(fields) ? fields.asOf : '',
    reviewBy: isReviewBy(fields) ? fields.reviewBy : '',
  };
  const phrasings = lines(fields.phrasings, phraseKey);
  // Phrasings are in the file, or stored beside it; if they have not changed, they stay where they are.
  const beside = current && !current.old.isNew && plain(current.fields.phrasings) === plain(fields.phrasings);
  const file = services.editor.write({
    title: fields.question,
    answer: fields.answer,
    phrasings: beside ? current.old.parts.phrasings : phrasings,
    frontMatter: frontMatterOf(call, entry, current, readable, sources),
  });
  const known = sourcesIn(call, pack);
  const read = services.editor.readEntry(file, language, {
    ...known,
    ...Object.fromEntries(sources.map(({ id, source }) => [id, source])),
  });
  if (!read.value || wrong.length > 0) return { problems: [...wrong, ...read.problems] };
  const id = entry?.id ?? services.editor.idFor(fields.question, new Set(community.knowledge().all.keys()));
  const shown = beside ? { ...read.value, phrasings } : read.value;
  const change =
    current && onlyPhrasings(current, fields, shown)
      ? rephrasing(call, id, language, current, shown)
      : rewriting(call, id, language, { pack, text: file }, beside === true);
  const edits = [
    ...change.edits,
    ...(change.command === 'rephrase' ? [] : sources.flatMap((source) => source.edits)),
    ...attachmentEdits(call, `${language}/${id}`),
  ];
  return {
    proposed: propose(call, { command: entry ? change.command : 'teach', subject: read.value.title, edits }),
    id,
    text: shown,
    problems: [],
  };
}

function wrongLanguage({ services }: Call, entry: Entry | undefined, language: string): Flaw[] {
  return services.languages.has(language) || entry?.texts.has(language)
    ? []
    : [{ key: 'no-language', values: { name: language } }];
}

const isAsOf = ({ asOf }: EntryFields): boolean => asOf.trim() === '' || isDate(asOf.trim());
const isReviewBy = ({ reviewBy }: EntryFields): boolean => reviewBy.trim() === '' || isDay(reviewBy.trim());

function wrongDates(fields: EntryFields): Flaw[] {
  return [
    ...(isAsOf(fields) ? [] : [{ key: 'flaw-as-of' as const, values: { date: fields.asOf } }]),
    ...(isReviewBy(fields) ? [] : [{ key: 'flaw-review-by' as const, values: { date: fields.reviewBy } }]),
  ];
}

function wrongRelations({ community }: Call, related: readonly string[]): Flaw[] {
  const { all } = community.knowledge();
  return related.filter((id) => !all.has(id)).map((id) => ({ key: 'no-entry', values: { id } }));
}

/** Sources that the pack has already keep everything that it says about them. */
function namedSources(call: Call, pack: string, language: string, { sources }: EntryFields): NamedSource[] {
  const known = Object.entries(sourcesIn(call, pack));
  const named = lines(sources);
  if (named.length === 0) return [nameSource(call, undefined, language, pack)];
  return named.map((line) => {
    const same = known.find(([, source]) => sourceLine(source) === line);
    return same ? { id: same[0], source: same[1], edits: [] } : nameSource(call, line, language, pack);
  });
}

/** Stays as it is, byte by byte, if none of its fields changes. */
function frontMatterOf(
  call: Call,
  entry: Entry | undefined,
  current: CurrentText | undefined,
  fields: EntryFields,
  sources: readonly NamedSource[],
): string {
  const names = ['sources', 'tags', 'asOf', 'reviewBy', 'status', 'related'] as const;
  if (current && !current.old.isNew && names.every((name) => plain(current.fields[name]) === plain(fields[name])))
    return current.old.parts.frontMatter;
  return call.services.editor.writeFrontMatter({
    sources: [...new Set(sources.map(({ id }) => id))],
    asOf: given(fields.asOf),
    reviewBy: given(fields.reviewBy),
    status: STATUSES.find((status) => status === fields.status),
    tags: fields.tags.split(/[,，、،\n]/).flatMap((tag) => given(tag) ?? []),
    related: relatedIds(call, entry, fields),
  });
}

/** Whether only phrasings change: then the pack's text is left alone, and improvements by its editors still arrive. */
function onlyPhrasings({ fields: was, old }: CurrentText, fields: EntryFields, { title }: EntryText): boolean {
  const names = ['answer', 'sources', 'tags', 'asOf', 'reviewBy', 'status', 'related'] as const;
  return !old.isNew && title === was.question && names.every((name) => plain(was[name]) === plain(fields[name]));
}

type Changed = { readonly command: 'rephrase' | 'correct'; readonly edits: readonly Edit[] };

function rephrasing(
  { community }: Call,
  id: string,
  language: string,
  { old }: CurrentText,
  { phrasings }: EntryText,
): Changed {
  const base = old.parts.phrasings;
  const added = phrasings.filter((words) => !base.includes(words));
  const removed = base.filter((words) => !phrasings.includes(words));
  return { command: 'rephrase', edits: [phrasingsRecord(community.id, `${language}/${id}`, added, removed)] };
}

/** @param keepsPhrasings whether phrasings that are stored beside the file stay there; otherwise the file has them */
function rewriting(
  { community }: Call,
  id: string,
  language: string,
  file: { readonly pack: string; readonly text: string },
  keepsPhrasings: boolean,
): Changed {
  const key = `${language}/${id}`;
  const rephrased =
    keepsPhrasings || community.state.raw('phrasings', key) === null
      ? []
      : [editOf(community.id, 'phrasings', key, null)];
  return { command: 'correct', edits: [editOf(community.id, 'entry', key, file), ...rephrased] };
}

/**
 * Items of a list, one a line, each once.
 * @param keyOf equal for items that are the same. Default: the line itself
 */
function lines(words: string, keyOf: (line: string) => string = (line) => line): string[] {
  const all = words.split('\n').map((line) => line.replace(/^\s*[-*•]\s+/, '').trim());
  const keys = all.map(keyOf);
  return all.filter((line, at) => line !== '' && keys.indexOf(keys[at] ?? '') === at);
}

const given = (words: string): string | undefined => (words.trim() === '' ? undefined : words.trim());

/** Browsers may end lines with CRLF. */
const plain = (words: string): string => words.replaceAll('\r\n', '\n').trim();
