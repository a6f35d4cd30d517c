import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { speakers } from '../bot/answers/messages.ts';
import { matchLocale } from '../bot/conversation/choose-language.ts';
import { type Config, readConfig } from '../config.ts';
import { writeEntryText, writeFrontMatter } from '../knowledge/export/entry-text.ts';
import { packJsonText } from '../knowledge/export/pack-json-text.ts';
import { slugOf } from '../knowledge/export/slug.ts';
import { writeExport } from '../knowledge/export/write-export.ts';
import { isProperTag, tagCure } from '../knowledge/format/language-tag.ts';
import { formatProblem } from '../knowledge/format/problem.ts';
import { readLocales } from '../knowledge/languages/locales.ts';
import type { Template } from '../knowledge/packs/advise.ts';
import { readPack } from '../knowledge/packs/pack.ts';
import { PACK_FILE, type PackFiles } from '../knowledge/packs/pack-files.ts';
import { readKnowledge } from '../knowledge/packs/read-knowledge.ts';
import { ROOT } from '../package.ts';
import { typedAs } from './typed-as.ts';
import type { ValuesOf } from './usage.ts';

/**
 * `wenda knowledge new`: creates a pack with a sample entry, or nothing.
 * @returns 0, or 2 if it cannot be created
 * @throws ExportError
 */
export async function newCommand(
  folder: string,
  args: ValuesOf<'knowledge new'>,
  localesDir = `${ROOT}locales`,
): Promise<number> {
  const made = await makePack(folder, args, localesDir, readConfig().knowledgeDir);
  if (made.problems.length > 0) {
    process.stderr.write(`${made.problems.join('\n')}\n`);
    return 2;
  }
  // From now on, the default folder may have a first pack, so settings are read again.
  process.stdout.write(nextSteps(folder, made.files, readConfig()) + made.note);
  return 0;
}

interface Made {
  /** Reasons why the pack was not created. */
  readonly problems: readonly string[];
  /** Paths in the pack, the sample entry first. */
  readonly files: readonly string[];
  /** A line to print, or an empty one. */
  readonly note: string;
}

/**
 * Creates a pack with a sample entry if it passes all checks.
 * @param known other folders of knowledge that are loaded with it, as no id may be in two packs
 * @throws ExportError
 */
export async function makePack(
  folder: string,
  { title, language }: ValuesOf<'knowledge new'>,
  localesDir: string,
  known: readonly string[],
): Promise<Made> {
  const refused = (...problems: string[]): Made => ({ problems, files: [], note: '' });
  const config = readConfig();
  const tag = language ?? config.defaultLanguage;
  const problem =
    (await problemOf(folder)) ??
    (isProperTag(tag) ? undefined : `--language ${tag} is not the tag of a language (${tagCure(tag)})`);
  if (problem !== undefined) return refused(problem);
  const { messages, languages } = await readLocales(localesDir);
  const say = speakers(messages, languages, config.defaultLanguage)(tag);
  const neighbours = await readKnowledge([...known, dirname(resolve(folder))]);
  const taken = new Set(neighbours.entries.map(({ id }) => id));
  const files = filesOf(title ?? basename(resolve(folder)), tag, templateIn(say), taken);
  const { problems } = await readPack(folder, inMemory(files));
  if (problems.length > 0) return refused(...problems.map(formatProblem));
  await writeExport(folder, files);
  const isKnown = matchLocale(tag, [...languages.keys()]) !== undefined;
  return { problems: [], files: [...files.keys()], note: isKnown ? '' : unknownLanguage(tag) };
}

/** The sample entry of a new pack, in one language. */
export const templateIn = (say: ReturnType<ReturnType<typeof speakers>>): Template => ({
  question: say('template-question'),
  phrasings: say('template-phrasings').split('|'),
  answer: say('template-answer'),
});

/** The reason why no pack can be created there; undefined if one can. */
async function problemOf(folder: string): Promise<string | undefined> {
  const whole = resolve(folder);
  if (basename(whole).startsWith('.'))
    return `${folder}: names that begin with a dot are passed over (choose another name)`;
  if (whole.includes(',')) return `${folder}: KNOWLEDGE_DIR parts its folders at commas (choose a path without one)`;
  for (let above = dirname(whole); above !== dirname(above); above = dirname(above)) {
    if (await isPack(above)) return `${folder}: this lies in the pack ${above} (choose a folder beside it)`;
  }
  return undefined;
}

/** Files that are checked before they are written. */
const inMemory = (files: ReadonlyMap<string, string>): PackFiles => ({
  paths: [...files.keys()].sort(),
  problems: [],
  read: async (path) => ({ text: files.get(path) ?? '' }),
});

const isPack = (folder: string): Promise<boolean> =>
  stat(join(folder, PACK_FILE)).then(
    () => true,
    () => false,
  );

const unknownLanguage = (tag: string): string =>
  `note: the bot has no folder locales/${tag}: the entry is in another language, for you to translate; ` +
  'questions find it by their letters alone (CONTRIBUTING.md says how to add a language)\n';

function nextSteps(folder: string, [entry = '']: readonly string[], { knowledgeDir }: Config): string {
  const inKnown = knowledgeDir.some((dir) => [dirname(resolve(folder)), resolve(folder)].includes(resolve(dir)));
  const word = /^[\w./-]+$/.test(folder) ? folder : JSON.stringify(folder);
  const start = `${inKnown ? '' : `KNOWLEDGE_DIR=${word} `}${typedAs('start')}`;
  const lines = [
    `${folder}: a new pack with one entry to copy; no problems`,
    `1. edit    ${join(folder, entry)}`,
    `2. ask     ${typedAs('knowledge -- phrasings')} ${word}   (gets other ways to ask, once you have some entries)`,
    `3. check   ${typedAs('knowledge -- check')} ${word}`,
    `4. start   ${start}${inKnown ? '' : `      (or write KNOWLEDGE_DIR=${word} into .env)`}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Files of a pack by path, the sample entry first. @param taken ids of other packs */
function filesOf(
  title: string,
  language: string,
  { question, phrasings, answer }: Template,
  taken: ReadonlySet<string>,
): Map<string, string> {
  const frontMatter = writeFrontMatter({ sources: ['own'], asOf: new Date().toISOString().slice(0, 10) });
  const entry = writeEntryText({ frontMatter, title: question, phrasings, answer });
  const pack = packJsonText({ title: { [language]: title }, defaultLanguage: language, sources: { own: { title } } });
  return new Map([
    [`${language}/${slugOf(question, taken)}.md`, entry],
    [PACK_FILE, pack],
  ]);
}
