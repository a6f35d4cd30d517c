import type { Entry } from '../../core/entry/entry.ts';
import type { Check, Shared } from '../ports/knowledge.ts';

/** A question and what it must find. */
export interface Case {
  readonly question: string;
  readonly language: string;
  /** Id of the entry; null is silence. */
  readonly entry: string | null;
  /** The check's place, where it is one; otherwise it is the entry's own question. */
  readonly check?: Pick<Check, 'file' | 'line'> | undefined;
  /** The entry is what the change brings, or this is its new question. */
  readonly isNew?: boolean | undefined;
}

type Entries = ReadonlyMap<string, Entry>;

/** What is looked at when entries change: checks of the packs, entries' own questions, and those that are new. */
export function casesOf(before: Entries, after: Entries, { checks }: Pick<Shared, 'checks'>): Case[] {
  const written = checks.filter(({ entry }) => entry === null || before.has(entry)).map(({ text, language, entry, file, line }): Case => ({ question: text, language, entry, check: { file, line } }));
  const [was, is] = [titlesOf(before), titlesOf(after)];
  // A question that was put differently on purpose is no loss; that the new one finds its entry is looked at instead.
  const own = [...was].filter(([key, { question, entry }]) => (is.has(key) ? is.get(key)?.question === question : !after.has(entry)));
  const fresh = [...is].filter(([key, { question }]) => was.get(key)?.question !== question);
  return [...written, ...own.map(([, one]) => one), ...fresh.map(([, one]) => ({ ...one, isNew: true }))];
}

/** Entries' own questions, by language and id. */
function titlesOf(entries: Entries): Map<string, Case & { readonly entry: string }> {
  const titles = [...entries.values()].flatMap(({ id, texts }) => [...texts.values()].map(({ title, language }) => [`${language}/${id}`, { question: title, language, entry: id }] as const));
  return new Map(titles);
}
