import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Detection, languageDetector } from '../../core/language/detect.ts';
import type { Background } from '../../core/text/background.ts';
import { baseOf, type LanguageData } from '../../core/text/language.ts';
import { inBatches, isFolder, reasonOf, shownPath } from '../format/files.ts';
import { suggester } from '../format/nearest.ts';
import { type Finding, fault, inFile, type Problem, shortened, sortProblems } from '../format/problem.ts';
import { dictionary } from './dictionaries.ts';
import { frequentWordsBut } from './frequent-words.ts';
import { LANGUAGE_FILE, type Locale, readLocale } from './locale.ts';

/** How the bot reads and speaks its languages, each by its tag. */
export interface Locales {
  readonly languages: ReadonlyMap<string, LanguageData>;
  readonly background: ReadonlyMap<string, Background>;
  /** The text of messages.ftl. */
  readonly messages: ReadonlyMap<string, string>;
  /** Finds out which of the languages a text is written in. */
  readonly detect: (text: string) => Detection;
  /** The dictionaries that there are. */
  readonly glosses: typeof dictionary;
  /** By file and line. */
  readonly problems: readonly Problem[];
}

const BATCH = 16;

/**
 * Reads the folder of languages and finds everything that is wrong. Never rejects. Files beside the folders are passed
 * over.
 */
export async function readLocales(dir: string): Promise<Locales> {
  const { tags, problems } = await listTags(dir);
  const read = await inBatches(tags, BATCH, (tag) => readLocale(dir, tag));
  const all = [...problems, ...read.flatMap((locale) => locale.problems), ...writtenFromProblems(dir, read)];
  const languages = collect(read, ({ language }) => language);
  const background = collect(read, (locale) => locale.background);
  const messages = collect(read, (locale) => locale.messages);
  const detect = languageDetector([...languages.values()], samplesOf(background, messages), () =>
    frequentWordsBut(new Set(read.flatMap(listNames))),
  );
  return { languages, background, messages, detect, glosses: dictionary, problems: sortProblems(all) };
}

async function listTags(dir: string): Promise<{ tags: string[]; problems: Problem[] }> {
  try {
    const names = (await readdir(dir)).filter((name) => !name.startsWith('.')).sort();
    const areFolders = await inBatches(names, BATCH, (name) => isFolder(join(dir, name)));
    const tags = names.filter((_, at) => areFolders[at]);
    return { tags, problems: tags.length > 0 ? [] : problem(dir, fault(1, 'no-language')) };
  } catch (error) {
    return { tags: [], problems: problem(dir, fault(1, 'unreadable-languages', { reason: reasonOf(error) })) };
  }
}

const problem = (dir: string, finding: Finding): Problem[] => inFile(shownPath(dir), [finding]);

function writtenFromProblems(dir: string, read: readonly Locale[]): Problem[] {
  const tags = read.map(({ tag }) => tag);
  return read.flatMap(({ tag, language, lineOf }) => {
    const from = language?.writtenFrom?.language;
    const others = tags.filter((other) => other !== tag);
    if (from === undefined || others.includes(from)) return [];
    const cure = suggester(others)(from, 'name a language that has a folder here');
    const finding = fault(lineOf(['writtenFrom', 'language']), 'written-from', { language: shortened(from), cure });
    return inFile(shownPath(join(dir, tag, LANGUAGE_FILE)), [finding]);
  });
}

/** One part of each language that has it. */
function collect<T>(read: readonly Locale[], part: (locale: Locale) => T | undefined): Map<string, T> {
  const found = new Map<string, T>();
  for (const locale of read) {
    const value = part(locale);
    if (value !== undefined) found.set(locale.tag, value);
  }
  return found;
}

const ENGLISH_NAMES = new Intl.DisplayNames(['en'], { type: 'language' });

/** Lists that may be of a language: the one that it names, and the one that has its English name. */
const listNames = ({ tag, frequentWords }: Locale): string[] => [
  ...(frequentWords === undefined ? [] : [frequentWords]),
  (ENGLISH_NAMES.of(baseOf(tag)) ?? '').toLowerCase(),
];

/** Lines written in each language, as far as its folder holds any: what people type, and what the bot says. */
function samplesOf(
  background: ReadonlyMap<string, Background>,
  messages: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const tags = new Set([...background.keys(), ...messages.keys()]);
  return new Map([...tags].map((tag) => [tag, [...linesOf(background.get(tag)), ...wordsOf(messages.get(tag) ?? '')]]));
}

const linesOf = (background?: Background): string[] => [
  ...(background?.chatter ?? []),
  ...(background?.about ?? []).map((template) => template.replaceAll('{}', ' ')),
];

/** The texts of Fluent messages without keys, variables and comments. */
function wordsOf(source: string): string[] {
  const lines = source.split('\n').filter((line) => !line.startsWith('#'));
  return lines
    .map((line) => line.replace(/^[\w-]+ *=/, '').replace(/\{[^{}]*\}|\[\w+\]|\{.*$/g, ' '))
    .filter((line) => line.trim() !== '');
}
