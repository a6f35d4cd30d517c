import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { plainText } from '../src/core/entry/blocks.ts';
import type { Entry, EntryText } from '../src/core/entry/entry.ts';
import { hasErrors, KnowledgeError } from '../src/knowledge/format/problem.ts';
import { readKnowledge } from '../src/knowledge/packs/read-knowledge.ts';
import { type DataEntry, readLines } from './datasets.ts';
import type { OtherKind } from './outcome.ts';

/** A pack in the bot's own format, and the questions about it. */
export interface Faq {
  /** Name of the FAQ's folder. */
  readonly name: string;
  /** BCP 47 tag of the first entry's language. */
  readonly language: string;
  /** Each entry in the language in which it was written first, for engines that know only one language. */
  readonly entries: readonly DataEntry[];
  /** The entries in all their languages. Their pack has the FAQ's name. */
  readonly knowledge: readonly Entry[];
  readonly questions: readonly FaqQuestion[];
}

export interface FaqQuestion {
  readonly text: string;
  /** BCP 47 tag of the asker's language. */
  readonly locale: string;
  /** Ids of the entries that answer it; empty if none does. */
  readonly gold: readonly string[];
  /** Kind of a line that nothing answers. */
  readonly kind?: OtherKind;
}

interface FaqLine {
  readonly text: string;
  readonly locale?: string;
  readonly expect: readonly string[] | null;
  readonly kind?: string;
}

/** The folder of a FAQ's pack, and the file of its questions. */
const [PACK, QUESTIONS] = ['pack', 'questions.jsonl'];

const isFaq = (folder: string): boolean => [PACK, QUESTIONS].every((name) => existsSync(path.join(folder, name)));

/**
 * The folder of a FAQ, or the folders of all FAQs in it, by name.
 * @throws Error that names the folder if there is none
 */
export function faqFolders(dir: string): string[] {
  if (isFaq(dir)) return [dir];
  const inside = existsSync(dir) ? readdirSync(dir).map((name) => path.join(dir, name)) : [];
  const folders = inside.filter(isFaq).sort();
  if (folders.length === 0) throw new Error(`${dir}: no FAQ (expected ${PACK}/ and ${QUESTIONS}, or folders of them)`);
  return folders;
}

/** Name that variants of a FAQ have in common: `mihon` for `mihon-2-phrasings`. */
export const familyOf = (name: string): string => name.replace(/-\d-phrasings$/, '');

/** File beside the pack with drafted phrasings of its entries: each line has an entry, a tab and a phrasing. */
export const DRAFTS = 'drafts.tsv';

export interface FaqOptions {
  /** Most phrasings of each entry that are kept. Default: all. */
  readonly phrasings?: number;
  /** Drafted phrasings that each entry gets in addition. Default: 0. */
  readonly drafted?: number;
  /** File of drafts, as `DRAFTS`. Default: the FAQ's own. */
  readonly drafts?: string;
}

/** @throws Error with file and line if a question cannot be used; KnowledgeError if the pack has errors */
export async function readFaq(
  folder: string,
  { phrasings = Number.POSITIVE_INFINITY, drafted = 0, drafts = path.join(folder, DRAFTS) }: FaqOptions = {},
): Promise<Faq> {
  const name = path.basename(folder);
  const { entries, problems } = await readKnowledge(path.join(folder, PACK));
  if (hasErrors(problems)) throw new KnowledgeError(problems);
  const more = drafted > 0 ? readDrafts(drafts) : new Map<string, string[]>();
  const knowledge = entries.map((entry) => {
    const own = (more.get(path.basename(entry.id)) ?? []).slice(0, drafted);
    return withPhrasings({ ...entry, pack: name }, phrasings, own);
  });
  const plain = knowledge.flatMap((entry) =>
    [...entry.texts.values()].slice(0, 1).map((text) => ({ id: entry.id, text })),
  );
  const language = plain[0]?.text.language ?? 'en';
  const file = path.join(folder, QUESTIONS);
  const ids = new Set(knowledge.map(({ id }) => id));
  const questions = readLines<FaqLine>(file).map((line, at) =>
    questionOf(line, language, ids, `${file}: question ${at + 1}`),
  );
  return { name, language, entries: plain.map(({ id, text }) => plainEntry(id, text)), knowledge, questions };
}

/** A text for engines that know only one language. */
export const plainEntry = (id: string, { title, phrasings, answer }: EntryText): DataEntry => ({
  id,
  title,
  phrasings,
  answer: plainText(answer),
});

/** @returns the drafted phrasings of each entry, by the last part of its id */
function readDrafts(file: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [entry = '', phrasing] = line.split('\t');
    if (phrasing !== undefined) found.set(entry, [...(found.get(entry) ?? []), phrasing]);
  }
  return found;
}

/** @param more phrasings for the first text, in whose language they were drafted */
function withPhrasings(entry: Entry, most: number, more: readonly string[]): Entry {
  const texts = [...entry.texts].map(
    ([tag, text], at) =>
      [tag, { ...text, phrasings: [...text.phrasings.slice(0, most), ...(at === 0 ? more : [])] }] as const,
  );
  return { ...entry, texts: new Map(texts) };
}

const KINDS: readonly string[] = ['chatter', 'near', 'vague'] satisfies OtherKind[];

function questionOf(
  { text, locale, expect, kind }: FaqLine,
  language: string,
  ids: ReadonlySet<string>,
  where: string,
): FaqQuestion {
  const unknown = expect?.find((id) => !ids.has(id));
  if (unknown !== undefined)
    throw new Error(`${where}: the pack has no entry ${unknown} (expect names entries by their ids)`);
  if (expect === null && kind !== undefined && !KINDS.includes(kind))
    throw new Error(`${where}: no such kind: ${kind} (there are ${KINDS.join(', ')})`);
  return {
    text,
    locale: locale ?? language,
    gold: expect ?? [],
    kind: expect === null ? ((kind ?? 'chatter') as OtherKind) : undefined,
  };
}
