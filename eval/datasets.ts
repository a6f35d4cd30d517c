import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { OtherKind } from './outcome.ts';

/** One entry of a data set. */
export interface DataEntry {
  readonly id: string;
  readonly title: string;
  readonly phrasings: readonly string[];
  readonly answer: string;
}

export interface DataQuestion {
  readonly text: string;
  /** Ids of the entries that answer it; empty for chatter. */
  readonly gold: readonly string[];
  /** Kind of a line that nothing answers. Default: chatter. */
  readonly kind?: OtherKind;
  /** BCP 47 tag of the asker's language. Default: the set's. */
  readonly locale?: string;
}

export interface DataSet {
  readonly name: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly entries: readonly DataEntry[];
  readonly questions: readonly DataQuestion[];
}

/**
 * Reads a folder with `entries.jsonl` and `val.jsonl` (intents: question, aliases, answer), or with `paragraphs.jsonl`
 * and `questions.jsonl` (passages; the folder's name ends with `-<language>`).
 * @throws Error that names the folder if it has neither
 */
export function readDataSet(folder: string): DataSet {
  if (existsSync(path.join(folder, 'entries.jsonl'))) return readIntents(folder);
  if (existsSync(path.join(folder, 'paragraphs.jsonl'))) return readPassages(folder);
  throw new Error(
    `${folder}: no data set (expected entries.jsonl and val.jsonl, or paragraphs.jsonl and questions.jsonl)`,
  );
}

interface IntentLine {
  readonly id: string;
  readonly lang: string;
  readonly question: string;
  readonly aliases?: readonly string[];
  readonly answer?: string;
}

function readIntents(folder: string): DataSet {
  const lines = readLines<IntentLine>(path.join(folder, 'entries.jsonl'));
  const entries = lines.map(({ id, question, aliases = [], answer }) => ({
    id: `questions/${slug(id)}`,
    title: question,
    phrasings: aliases,
    answer: answer || `Answer ${slug(id)}.`,
  }));
  const questions = readLines<{ text: string; gold: string | null }>(path.join(folder, 'val.jsonl'));
  const language = likely(lines[0]?.lang ?? 'en');
  return {
    name: path.basename(folder),
    language,
    entries,
    questions: questions.map(({ text, gold }) => ({ text, gold: gold === null ? [] : [`questions/${slug(gold)}`] })),
  };
}

function readPassages(folder: string): DataSet {
  const paragraphs = readLines<{ id: number; title?: string; text: string }>(path.join(folder, 'paragraphs.jsonl'));
  const entries = paragraphs.map(({ id, title, text }) => ({
    id: `facts/p${id}`,
    title: `${(title ?? 'Paragraph').replaceAll('_', ' ')} ${id}`,
    phrasings: [],
    answer: text,
  }));
  const questions = readLines<{ text: string; gold: number }>(path.join(folder, 'questions.jsonl'));
  const name = path.basename(folder);
  return {
    name,
    language: likely(name.replace(/^.*-/, '')),
    entries,
    questions: questions.map(({ text, gold }) => ({ text, gold: [`facts/p${gold}`] })),
  };
}

export function readLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** The tag with its likeliest script, for a language with several: `zh` is `zh-Hans`. */
function likely(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return language === 'zh' ? `${language}-${script}` : language;
}

const slug = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
