import { parseArgs } from 'node:util';
import { StoreError } from './bot/ports/store.ts';
import { acceptCommand } from './cli/accept.ts';
import { askCommand } from './cli/ask.ts';
import { checkCommand } from './cli/check.ts';
import { backupCommand, prepareCommand, restoreCommand } from './cli/data.ts';
import { doctorCommand } from './cli/doctor.ts';
import { exportCommand } from './cli/export.ts';
import { importCommand } from './cli/import.ts';
import { initCommand } from './cli/init.ts';
import { mineCommand } from './cli/mine.ts';
import { newCommand } from './cli/new.ts';
import { PlaceError } from './cli/operator.ts';
import { phrasingsCommand } from './cli/phrasings.ts';
import { siteCommand } from './cli/site.ts';
import { COMMANDS, type CommandName, inFull, type Usage, usageOf, type ValuesOf } from './cli/usage.ts';
import { weighCommand } from './cli/weigh.ts';
import { ConfigError } from './config.ts';
import { ExportError } from './knowledge/export/write-export.ts';
import { isProperTag, tagCure } from './knowledge/format/language-tag.ts';
import { KnowledgeError } from './knowledge/format/problem.ts';
import { isWebAddress } from './knowledge/format/web-address.ts';
import { ChatError } from './knowledge/mine/read-chats.ts';
import { ModelError } from './knowledge/phrasings/ask-model.ts';
import { VERSION } from './package.ts';

/** The command line was called wrongly. The message says what to type. */
class UsageError extends Error {}

/** Help for the command that was typed. */
const USAGE = usageOf(process.argv.slice(2));

async function run(typed: readonly string[]): Promise<number> {
  const args = inFull(typed);
  const [name, ...rest] = args;
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${VERSION}\n`);
    return 0;
  }
  if (name === 'help' || asksForHelp(args)) {
    process.stdout.write(name === 'help' ? usageOf(rest) : USAGE);
    return 0;
  }
  const command = [args.slice(0, 2).join(' '), name ?? ''].find((words): words is Runnable => words in RUN);
  if (command === undefined) throw new UsageError(USAGE);
  return call(command, args.slice(command.split(' ').length));
}

type Runnable = Exclude<CommandName, 'start'>;

/** How each command is run. @returns the exit code */
const RUN: {
  readonly [N in Runnable]: (paths: readonly string[], values: ValuesOf<N>) => Promise<number> | number;
} = {
  ask: (words, values) => askCommand(words.join(' '), values),
  init: ([folder = ''], values) => initCommand(folder, values),
  doctor: () => doctorCommand(),
  'data backup': ([file = '']) => backupCommand(file),
  'data restore': ([file = '']) => restoreCommand(file),
  'knowledge new': ([folder = ''], values) => newCommand(folder, values),
  'knowledge check': ([dir], values) => checkCommand(dir, values),
  'knowledge phrasings': (paths, values) => phrasingsCommand(paths[0] ?? '', answersIn(paths, values), values),
  'knowledge prepare': () => prepareCommand(),
  'knowledge weigh': ([pack = '']) => weighCommand(pack),
  'knowledge export': ([dir = ''], values) => exportCommand(dir, values),
  'knowledge site': (packs, values) => siteCommand(packs, intoOf(values), siteValues(values)),
  'knowledge import': (sources, values) => importCommand(sources, importValues(values)),
  'knowledge mine': ([path = ''], values) => mineCommand(path, intoOf(values), mineValues(values)),
  'knowledge accept': (files, values) => acceptCommand(files, intoOf(values)),
};

function call<N extends Runnable>(name: N, args: readonly string[]): Promise<number> | number {
  const { paths: [least, most] = [0, 0], options = {} }: Usage = COMMANDS[name];
  const { values, positionals } = parsed(args, options);
  if (positionals.length < least) throw new UsageError(`a path is missing\n\n${USAGE}`);
  const all = positionals.map((one) => JSON.stringify(one)).join(', ');
  if (positionals.length > most)
    throw new UsageError(
      most === 0 ? USAGE : `one path is enough: ${all} (a path with spaces goes in quotation marks)\n\n${USAGE}`,
    );
  return RUN[name](positionals, values as ValuesOf<N>);
}

function intoOf({ into }: { readonly into?: string | undefined }): string {
  if (into === undefined) throw new UsageError(`--into FOLDER is missing\n\n${USAGE}`);
  return into;
}

/** Whether help is requested. After `--`, words belong to a question. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? args.length : end).some((word) => word === '--help' || word === '-h');
}

function mineValues<T extends ValuesOf<'knowledge mine'>>(values: T): T {
  if (values.language !== undefined && !isProperTag(values.language))
    throw new UsageError(`--language ${values.language} is not the tag of a language (${tagCure(values.language)})\n`);
  return values;
}

/** Files with responses: the first is the value of `--take`, the others are arguments. */
function answersIn(
  [, ...others]: readonly string[],
  { take, prompt, wanted, model, api }: ValuesOf<'knowledge phrasings'>,
) {
  if (wanted !== undefined && !/^(?:[1-9]|[1-4]\d|50)$/.test(wanted))
    throw new UsageError(`--wanted ${wanted} is no number from 1 to 50\n`);
  const ways = [take, prompt, model ?? api].filter((way) => way !== undefined);
  if (ways.length > 1)
    throw new UsageError('--prompt, --take and --model are three ways (leave all but one of them out)\n');
  if (take === undefined && others.length > 0)
    throw new UsageError(`one path is enough, or --take is missing before the files that came back\n\n${USAGE}`);
  return take === undefined ? [] : [take, ...others];
}

/** Refuses a community or a pack together with a folder. */
function importValues<T extends ValuesOf<'knowledge import'>>(values: T): T {
  if (values.into !== undefined && (values.community ?? values.pack) !== undefined)
    throw new UsageError(
      '--into names a folder and goes with neither --community nor --pack (leave one of them out)\n',
    );
  return values;
}

function siteValues<T extends ValuesOf<'knowledge site'>>(values: T): T {
  if (values.url !== undefined && !isWebAddress(values.url))
    throw new UsageError('--url is no address (write where the site will be, such as https://example.org/help)\n');
  return values;
}

function parsed(args: readonly string[], options: NonNullable<Usage['options']>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

/** Errors that the caller can fix by changing the input; other errors are bugs. */
const INPUT_ERRORS = [UsageError, ChatError, ConfigError, KnowledgeError, PlaceError];

// If the reader of standard output ends, as `head` does, an import must still complete.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isInput = INPUT_ERRORS.some((kind) => error instanceof kind);
    const isExpected =
      isInput || error instanceof ModelError || error instanceof StoreError || error instanceof ExportError;
    process.stderr.write(
      `${error instanceof Error ? ((isExpected ? undefined : error.stack) ?? error.message) : String(error)}\n`,
    );
    process.exitCode = isInput ? 2 : 1;
  },
);
