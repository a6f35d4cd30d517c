import { oneLine } from '../../core/entry/markdown-words.ts';
import { phraseKey } from '../../core/text/normalize.ts';
import { freeId } from '../export/slug.ts';
import { withEntryLinks } from '../format/entry-file.ts';
import { isProperTag, spelledProperly, tagCure } from '../format/language-tag.ts';
import {
  type Finding,
  fault,
  hasErrors,
  inFile,
  type Problem,
  type ProblemCode,
  shortened,
  warning,
} from '../format/problem.ts';
import { type EntryDraft, type FileDrafts, fileOf, UNSAID } from './draft.ts';
import { type ImportedEntry, type ImportOptions, MOST_ENTRIES, type Repaired } from './imported.ts';
import { mendDraft } from './mend-draft.ts';
import { sourceId } from './safe-id.ts';
import { tellApart } from './tell-apart.ts';

export interface ReadFile extends FileDrafts {
  readonly file: string;
  /** The problem to report if the file holds no question. */
  readonly emptiness: ProblemCode;
}

/** Entries that are not yet part of a pack. */
export interface LooseEntries {
  readonly entries: readonly ImportedEntry[];
  readonly problems: readonly Problem[];
  readonly repaired: readonly Repaired[];
}

export interface FileDraft extends EntryDraft {
  readonly file: string;
}

/**
 * Makes entries of drafts: mends them, gives them a language and an id, and reports those that cannot become entries.
 */
export function gather(files: readonly ReadFile[], options: ImportOptions): LooseEntries {
  const problems: Problem[] = files.flatMap(({ file, findings, drafts, emptiness }) =>
    inFile(file, drafts.length === 0 && !hasErrors(findings) ? [...findings, fault(1, emptiness)] : findings),
  );
  const count = files.reduce((sum, { drafts }) => sum + drafts.length, 0);
  const repaired: Repaired[] = files.flatMap(repairsOf);
  let done = 0;
  const mended = files.flatMap(({ file, drafts }) => {
    const inLanguages = drafts.length > MOST_ENTRIES ? [] : inLanguage(drafts, options);
    return inLanguages.flatMap((draft) => {
      options.onProgress?.('reading', ++done, count);
      const { drafts: parts, repairs, findings } = mendDraft(draft);
      problems.push(...inFile(file, [...findings, ...linksOnly(draft)]));
      repaired.push(...repairs.map((what) => ({ file, line: draft.line, what })));
      return parts.map((part): FileDraft => ({ ...part, file }));
    });
  });
  const most = Math.max(count, mended.length);
  if (most > MOST_ENTRIES)
    return { entries: [], problems: [...problems, ...inFile(files[0]?.file ?? '.', [tooMany(most)])], repaired: [] };
  const apart = tellApart(mended);
  problems.push(...apart.problems);
  return { entries: entriesOf(apart.drafts, problems), problems, repaired: [...repaired, ...apart.repaired] };
}

/** Fewer links are only a hint for further reading. */
const LEAST_LINKS = 3;

/**
 * Warns of an answer that is only a menu or leads to other pages. Such an answer is useless, but only a person can
 * tell.
 */
function linksOnly({ title, answer, line }: EntryDraft): Finding[] {
  const lines = answer.split('\n').map((text) => text.replace(/^[\s>*+#-]+|^\s*\d+[.)]\s+/, ''));
  const links = answer.match(/\[[^\][]{1,500}\]\([^()\s]{1,2000}\)/g) ?? [];
  const inLinks = links.reduce((length, link) => length + link.length, 0);
  const rest = lines.reduce((length, text) => length + text.length, 0) - inLinks;
  const isMenu = lines.filter((text) => text.startsWith('[')).length >= LEAST_LINKS && rest < inLinks;
  return links.length >= LEAST_LINKS && (isMenu || rest < links.length * 2)
    ? [warning(line, 'links-only', { what: shortened(oneLine(title)) })]
    : [];
}

/** Assigns each repair to the entry in which it was made; repairs above the first entry are not counted. */
function repairsOf({ file, drafts, repairs = [] }: ReadFile): Repaired[] {
  const starts = drafts.map(({ line }) => line).sort((a, b) => a - b);
  const found = [...repairs].sort((a, b) => a.line - b.line);
  let at = -1;
  return found.flatMap(({ line, what }) => {
    while ((starts[at + 1] ?? Number.POSITIVE_INFINITY) <= line) at++;
    const start = starts[at];
    return start === undefined ? [] : [{ file, line: start, what }];
  });
}

/** Gives a language to the drafts that do not name one. */
function inLanguage(drafts: readonly EntryDraft[], options: ImportOptions): EntryDraft[] {
  const choose = languageChooser(
    drafts.filter(({ language }) => language === UNSAID),
    options,
  );
  return drafts.map((draft) =>
    draft.language === UNSAID
      ? { ...draft, language: choose(draft) }
      : { ...draft, language: spelledProperly(draft.language) },
  );
}

export const tooMany = (count: number): Finding => fault(1, 'many-questions', { count, most: MOST_ENTRIES });

/** A temporary id for links within a file, used until the entry has its own. */
export const placeId = (place: number): string => `questions/place-${place}`;
const PLACE_ID = /^questions\/place-\d+$/;

function entriesOf(drafts: readonly FileDraft[], problems: Problem[]): ImportedEntry[] {
  const idFor = idGiver();
  const ids = new Map<string, string>();
  const entries = drafts.flatMap((draft): ImportedEntry[] => {
    const { text, findings: wrong } = fileOf(draft);
    const place = hasErrors(wrong) ? undefined : idFor(draft);
    const findings = [...wrong, ...languageFindings(draft), ...(place && 'finding' in place ? [place.finding] : [])];
    problems.push(...inFile(draft.file, findings));
    if (!place || 'finding' in place || hasErrors(findings)) return [];
    const { language, source, file, line } = draft;
    const key = `${file} ${placeId(draft.place ?? -1)}`;
    // If a long answer was split, links lead to its first part.
    ids.set(key, ids.get(key) ?? place.id);
    return [
      { ...place, language, title: oneLine(draft.title), text, sources: { [sourceId(source)]: source }, file, line },
    ];
  });
  return entries.map((entry) => ({
    ...entry,
    text: withEntryLinks(entry.text, (id) => (PLACE_ID.test(id) ? ids.get(`${entry.file} ${id}`) : id)),
  }));
}

const languageFindings = ({ language, line }: EntryDraft): Finding[] =>
  isProperTag(language)
    ? []
    : [fault(line, 'not-a-language-tag', { language: shortened(language), cure: tagCure(language) })];

/**
 * Gives each draft an id that is unique in its language. Another system's name for an item becomes the same id in every
 * language, so that translations belong together.
 */
function idGiver(): (draft: EntryDraft) => Pick<ImportedEntry, 'id' | 'naming'> | { readonly finding: Finding } {
  const taken = new Set<string>();
  const named = new Map<string, string>();
  const places = new Map<string, number>();
  const free = (text: string): string => freeId(text, (id) => taken.has(id));
  return ({ id, title, language, line }) => {
    const wish = id && ('given' in id ? id.given : id.suggested);
    if (wish === undefined) return { id: keep(taken, free(title)), naming: 'derived' };
    const place = `${language} ${wish}`;
    const before = places.get(place);
    if (before !== undefined) return { finding: fault(line, 'repeated-id', { id: shortened(wish), before }) };
    places.set(place, line);
    const found = named.get(wish) ?? (id && 'given' in id ? wish : free(wish));
    named.set(wish, keep(taken, found));
    return { id: found, naming: id && 'given' in id ? 'given' : 'suggested' };
  };
}

function keep(taken: Set<string>, id: string): string {
  taken.add(id.toLowerCase());
  return id;
}

/** The key by which repeated questions of a language are found. */
export const questionKey = (language: string, text: string): string => `${language} ${phraseKey(text)}`;

/**
 * Chooses the language of drafts: the one that most of them are written in. Short texts in Latin letters are easily
 * mistaken, so that only a draft in another script gets its own language.
 */
function languageChooser(
  drafts: readonly EntryDraft[],
  { detect, language }: ImportOptions,
): (draft: EntryDraft) => string {
  const own = new Map<EntryDraft, string>();
  for (const draft of detect ? drafts : []) {
    const found = detect?.([draft.title, ...draft.phrasings, draft.answer].join('\n'));
    if (found !== undefined) own.set(draft, found);
  }
  const most = commonest([...own.values()]) ?? language;
  const { script, language: base } = new Intl.Locale(most).maximize();
  return (draft) => {
    const found = own.get(draft) ?? most;
    const tag = new Intl.Locale(found).maximize();
    return tag.script !== script && tag.language !== base ? found : most;
  };
}

/** The most frequent value; of several, the first in alphabetical order. Undefined for an empty list. */
export function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}
