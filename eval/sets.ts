import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Entry } from '../src/core/entry/entry.ts';
import { baseOf } from '../src/core/text/language.ts';
import { readKnowledge } from '../src/knowledge/packs/read-knowledge.ts';
import { type DataEntry, type DataQuestion, type DataSet, readDataSet, readLines } from './datasets.ts';
import { type FaqOptions, faqFolders, plainEntry, readFaq } from './faq.ts';
import { ROOT } from './place.ts';

/**
 * Where a set comes from: a data set's folder; a FAQ's folder, with changes of its phrasings; or an included pack and
 * the language of the questions.
 */
export type Source =
  | { readonly folder: string }
  | ({ readonly faq: string } & FaqOptions)
  | { readonly pack: string; readonly language: string };

export interface EvalSet extends DataSet {
  /** The entries of a pack in all their languages, for engines that can use them. */
  readonly knowledge?: readonly Entry[];
  /** Whether these are the included packs' entries, for which there may be a model. Default: no. */
  readonly isShipped?: boolean;
}

const QUESTIONS = path.join(ROOT, 'eval/questions');

export function nameOf(source: Source): string {
  if ('folder' in source) return path.basename(source.folder);
  return 'faq' in source ? path.basename(source.faq) : `${source.pack} ${source.language}`;
}

/** All files of questions to included packs. */
export const packSources = (): Source[] =>
  readdirSync(QUESTIONS)
    .sort()
    .flatMap((pack) => languagesOf(pack).map((language) => ({ pack, language })));

const languagesOf = (pack: string): string[] =>
  readdirSync(path.join(QUESTIONS, pack))
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => path.basename(name, '.jsonl'))
    .sort();

/** @throws Error that names the folder if neither it nor a folder in it is a data set */
export function folderSources(dir: string): Source[] {
  if (isDataSet(dir)) return [{ folder: dir }];
  const inside = existsSync(dir)
    ? readdirSync(dir)
        .map((name) => path.join(dir, name))
        .filter(isDataSet)
    : [];
  if (inside.length === 0)
    throw new Error(
      `${dir}: no data set (expected entries.jsonl and val.jsonl, or paragraphs.jsonl and questions.jsonl, ` +
        'or folders of them)',
    );
  return inside.sort().map((folder) => ({ folder }));
}

/**
 * @param phrasings most phrasings of each entry that are kept. Default: all
 * @throws Error that names the folder if neither it nor a folder in it is a FAQ
 */
export const faqSources = (dir: string, phrasings?: number): Source[] =>
  faqFolders(dir).map((faq) => ({ faq, phrasings }));

const isDataSet = (folder: string): boolean =>
  ['entries.jsonl', 'paragraphs.jsonl'].some((file) => existsSync(path.join(folder, file)));

export async function readSet(source: Source): Promise<EvalSet> {
  if ('folder' in source) return readDataSet(source.folder);
  return 'faq' in source ? await readFaq(source.faq, source) : await readPack(source.pack, source.language);
}

async function readPack(pack: string, language: string): Promise<EvalSet> {
  const { entries } = await readKnowledge(path.join(ROOT, 'knowledge'));
  const knowledge = entries.filter((entry) => entry.pack === pack);
  const lines = readLines<{ text: string; gold: string | string[] | null }>(
    path.join(QUESTIONS, pack, `${language}.jsonl`),
  );
  const questions: DataQuestion[] = lines.map(({ text, gold }) => ({ text, gold: gold === null ? [] : [gold].flat() }));
  return {
    name: nameOf({ pack, language }),
    language,
    entries: knowledge.flatMap((entry) => entryIn(language, entry)),
    questions,
    knowledge,
    isShipped: true,
  };
}

/**
 * An entry in one language, for engines that know only one: in that language, else in another script of it, else in the
 * pack's default language.
 */
function entryIn(language: string, { id, texts, defaultLanguage }: Entry): DataEntry[] {
  const text =
    texts.get(language) ??
    [...texts.values()].find((one) => baseOf(one.language) === baseOf(language)) ??
    texts.get(defaultLanguage);
  return text ? [plainEntry(id, text)] : [];
}
