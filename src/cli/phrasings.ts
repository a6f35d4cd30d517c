import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type App, IN_MEMORY } from '../app.ts';
import type { Say } from '../bot/answers/messages.ts';
import { draftPrompts, judgeAnswers, phrasedTexts } from '../bot/phrasings/draft-phrasings.ts';
import type { JudgedDraft } from '../bot/phrasings/judge.ts';
import { missingFrom, type PhrasedText, textsOfEntries, WANTED } from '../bot/phrasings/phrased-text.ts';
import type { PhrasingPrompt } from '../bot/phrasings/prompt.ts';
import { type Config, ConfigError, readConfig } from '../config.ts';
import { groupBy } from '../core/text/group-by.ts';
import { ExportError } from '../knowledge/export/write-export.ts';
import { decodeText, reasonOf } from '../knowledge/format/files.ts';
import { formatProblem, KnowledgeError, refuseErrors } from '../knowledge/format/problem.ts';
import { isWebAddress } from '../knowledge/format/web-address.ts';
import { readKnowledge } from '../knowledge/packs/read-knowledge.ts';
import { isSafeForKey, type ModelService } from '../knowledge/phrasings/ask-model.ts';
import { type PhrasingFiles, readPhrasingFiles } from '../knowledge/phrasings/phrasing-files.ts';
import { TERMINAL } from './lines.ts';
import { openApp } from './open-app.ts';
import { operatorCall } from './operator.ts';
import { phrasingsByModel } from './phrasings-model.ts';
import { draftLines, nextLines, stateLines, tryLines } from './phrasings-report.ts';
import type { ValuesOf } from './usage.ts';

/**
 * `wenda knowledge phrasings`: prints how many phrasings there are, writes prompts for missing ones, or judges
 * responses and writes them into the pack.
 * @param answers files with responses
 * @returns 0, or 1 if nothing was written
 * @throws KnowledgeError
 */
export async function phrasingsCommand(
  pack: string,
  answers: readonly string[],
  values: ValuesOf<'knowledge phrasings'>,
): Promise<number> {
  const config = readConfig();
  const wanted = Number(values.wanted ?? WANTED);
  const knowledge = await readKnowledge(pack);
  refuseErrors(knowledge.problems);
  for (const problem of knowledge.problems) process.stderr.write(`${formatProblem(problem)}\n`);
  const texts = textsOfEntries(knowledge.entries);
  if (texts.length === 0) {
    print(['there are no entries (name a pack, or a folder of packs)']);
    return 1;
  }
  const work: Work = { pack, wanted, texts, isAgreed: values.yes === true };
  const service = serviceOf(values, config);
  if (service) return phrasingsByModel(work, config, service);
  if (answers.length > 0) return take(work, config, () => readAnswers(answers));
  if (values.prompt !== undefined) return ask(work, config, values.prompt);
  print([...stateLines(texts, wanted), ...nextLines(work)]);
  return 0;
}

/** A call's options. */
export interface Work {
  /** Folder of a pack, or of several. */
  readonly pack: string;
  /** Number of phrasings that an entry should have. */
  readonly wanted: number;
  readonly texts: readonly PhrasedText[];
  /** Whether all lines that pass are written without asking. */
  readonly isAgreed: boolean;
}

/** Opens the pack alone, without what communities have taught. */
const openPack = ({ pack }: Pick<Work, 'pack'>, config: Config, learning: 'first' | 'never'): Promise<App> =>
  openApp({ ...config, knowledgeDir: pack, git: undefined, databaseUrl: IN_MEMORY, learning });

async function ask(work: Work, config: Config, file: string): Promise<number> {
  const app = await openPack(work, config, 'never');
  try {
    const call = await operatorCall(app.services, TERMINAL);
    const prompts = draftPrompts(call, phrasedTexts(call), { wanted: work.wanted });
    if (prompts.length === 0) {
      print([`every entry has ${work.wanted} phrasings: nothing is to be asked`]);
      return 0;
    }
    const written = await writePrompts(file, prompts);
    print([
      ...stateLines(work.texts, work.wanted),
      ...written.map(({ path, prompt: { count, language } }) => `written: ${path} (${count} entries, ${language})`),
      ...nextLines(
        work,
        written.map(({ path }) => path),
      ),
    ]);
    return 0;
  } finally {
    await app.close();
  }
}

/** @throws KnowledgeError for a file that cannot be read */
async function readAnswers(paths: readonly string[]): Promise<string[]> {
  const read = paths.map(async (path) => {
    const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      throw new ExportError(`${path}: this cannot be read: ${error.code} (name the file that holds the answer)`);
    });
    const text = decodeText(bytes);
    if ('text' in text) return text.text;
    throw new KnowledgeError([{ file: path, ...text.finding }]);
  });
  return Promise.all(read);
}

/** The language model service, if one is to be asked. @throws ConfigError if a setting for it is missing */
function serviceOf({ model, api }: ValuesOf<'knowledge phrasings'>, { phrasings }: Config): ModelService | undefined {
  if (model === undefined && api === undefined) return undefined;
  const service = { url: api ?? phrasings.url, model: model ?? phrasings.model, key: phrasings.key };
  if (service.model === undefined) throw new ConfigError('--model NAME is missing (or set PHRASINGS_MODEL)');
  if (service.url === undefined)
    throw new ConfigError('--api URL is missing, such as http://localhost:11434/v1 (or set PHRASINGS_API_URL)');
  if (!isWebAddress(service.url))
    throw new ConfigError(`--api ${service.url} is no address, such as http://localhost:11434/v1`);
  if (service.key !== undefined && !isSafeForKey(service.url))
    throw new ConfigError('--api has to begin with https://, or PHRASINGS_API_KEY could be read on the way');
  return { ...service, url: service.url, model: service.model };
}

/**
 * Judges responses, asks which lines to take, and writes these.
 * @param answersOf gives the responses; undefined if the person gave up
 */
export async function take(
  work: Work,
  config: Config,
  answersOf: (app: App) => Promise<readonly string[] | undefined>,
): Promise<number> {
  const files = await readPhrasingFiles(work.pack);
  const app = await openPack(work, config, 'first');
  try {
    const answers = await answersOf(app);
    if (answers === undefined) return refused('nothing was asked, and nothing was written');
    if (answers.length === 0) {
      print([`every entry has ${work.wanted} phrasings: nothing is to be asked`]);
      return 0;
    }
    const call = await operatorCall(app.services, TERMINAL);
    const table = await judgeAnswers(call, answers);
    const say = app.services.speak('en');
    print(draftLines(table, say));
    if (table.drafts.length === 0)
      return refused('no phrasing was found in it (the prompt says in what form they come)');
    const isAsked = !work.isAgreed && process.stdin.isTTY === true;
    const passed = table.drafts.filter(({ rating }) => rating === 'taken');
    const chosen = isAsked ? await tickDrafts(table.drafts, say) : passed;
    if (chosen === undefined) return refused('nothing was written; what came back is kept, and can be taken later');
    if (!isAsked && !work.isAgreed) return refused('nothing was written (add --yes to take all that pass)');
    if (chosen.length === 0) return refused('nothing was written: nothing is to be taken');
    return await write(work, files, chosen);
  } finally {
    await app.close();
  }
}

async function write(work: Work, files: PhrasingFiles, chosen: readonly JudgedDraft[]): Promise<number> {
  const byText = [...groupBy(chosen, ({ text }) => text).entries()];
  const outcome = await files.write(
    byText.map(([{ id, text }, drafts]) => ({
      id,
      language: text.language,
      phrasings: drafts.map(({ words }) => words),
    })),
  );
  if (outcome.problems.length > 0) return refused(...outcome.problems, 'nothing was written');
  const after = textsOfEntries((await readKnowledge(work.pack)).entries);
  print([
    ...outcome.written.map(({ file, count }) => `~ ${file}: ${count} more`),
    `${chosen.length} phrasings were added to ${outcome.written.length} entries`,
    ...tryLines(work.pack, chosen),
    ...stateLines(after, work.wanted),
    ...(after.some((one) => missingFrom(one, work.wanted) > 0) ? nextLines({ ...work, texts: after }) : []),
  ]);
  return 0;
}

function refused(...lines: readonly string[]): number {
  print(lines);
  return 1;
}

function print(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

/** Most lines of the list that are visible at a time. */
const MOST_LINES = 16;

/** Streams of the terminal; replaced in tests. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

/** Lets a person tick drafts; those that pass are ticked to begin with. @returns undefined if they gave up */
export async function tickDrafts(
  drafts: readonly JudgedDraft[],
  say: Say,
  terminal: Terminal = { input: process.stdin, output: process.stderr as NodeJS.WriteStream },
): Promise<readonly JudgedDraft[] | undefined> {
  const offered = drafts.filter(({ rating }) => rating !== 'refused');
  if (offered.length === 0) return [];
  const { groupMultiselect, isCancel } = await import('@clack/prompts');
  const groups = [...groupBy(offered, ({ text }) => `${text.text.title} (${text.id}, ${text.text.language})`)];
  const ticked = await groupMultiselect({
    message: 'Which are to be added? Space ticks, Enter adds those that are ticked, Ctrl-C adds nothing',
    options: Object.fromEntries(
      groups.map(([title, own]) => [
        title,
        own.map((draft) => ({
          value: offered.indexOf(draft),
          label: draft.reason ? `${draft.words} [${say(draft.reason.key, draft.reason.values)}]` : draft.words,
        })),
      ]),
    ),
    initialValues: [...offered.keys()].filter((at) => offered[at]?.rating === 'taken'),
    required: false,
    maxItems: MOST_LINES,
    ...terminal,
  });
  return isCancel(ticked) ? undefined : offered.filter((_, at) => ticked.includes(at));
}

/**
 * Writes each prompt into a file of its own: `prompt.txt` for one, `prompt-en-2.txt` if there are more.
 * @throws ExportError if another file is in the way, or writing fails
 */
async function writePrompts(
  file: string,
  prompts: readonly PhrasingPrompt[],
): Promise<{ readonly path: string; readonly prompt: PhrasingPrompt }[]> {
  const languages = new Set(prompts.map(({ language }) => language));
  const named = prompts.map((prompt) => {
    const own = prompts.filter(({ language }) => language === prompt.language);
    const marks = [
      ...(languages.size > 1 ? [prompt.language] : []),
      ...(own.length > 1 ? [String(own.indexOf(prompt) + 1)] : []),
    ];
    const ending = extname(file);
    return { prompt, path: [file.slice(0, file.length - ending.length), ...marks].join('-') + ending };
  });
  for (const { path } of named) await refuseOther(path, prompts);
  for (const { path, prompt } of named)
    await writeFile(path, prompt.prompt).catch((error: unknown) => {
      throw new ExportError(`${path}: this cannot be written: ${reasonOf(error)} (choose another file)`);
    });
  return named;
}

/** Refuses to overwrite a file that is not an earlier prompt. */
async function refuseOther(path: string, [first]: readonly PhrasingPrompt[]): Promise<void> {
  const there = await readFile(path, 'utf8').catch(() => '');
  const [line = ''] = (first?.prompt ?? '').split('\n');
  if (there !== '' && !there.startsWith(line))
    throw new ExportError(`${path}: there is a file that is no prompt (choose another name)`);
}
