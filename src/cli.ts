import { type ParseArgsConfig, parseArgs } from 'node:util';
import { StoreError } from './bot/ports/store.ts';
import { acceptCommand } from './cli/accept.ts';
import { askCommand } from './cli/ask.ts';
import { checkCommand } from './cli/check.ts';
import { backupCommand, restoreCommand } from './cli/data.ts';
import { doctorCommand } from './cli/doctor.ts';
import { exportCommand } from './cli/export.ts';
import { importCommand } from './cli/import.ts';
import { initCommand } from './cli/init.ts';
import { mineCommand } from './cli/mine.ts';
import { newCommand } from './cli/new.ts';
import { PlaceError } from './cli/operator.ts';
import { prepareCommand } from './cli/prepare.ts';
import { type SiteArguments, siteCommand } from './cli/site.ts';
import { inFull, usageOf } from './cli/usage.ts';
import { ConfigError } from './config.ts';
import { EncoderError } from './encoders/source.ts';
import { ExportError } from './knowledge/export/write-export.ts';
import { isProperTag, tagCure } from './knowledge/format/language-tag.ts';
import { KnowledgeError } from './knowledge/format/problem.ts';
import { isWebAddress } from './knowledge/format/web-address.ts';
import { ChatError } from './knowledge/mine/read-chats.ts';
import { VERSION } from './package.ts';

/** A call that the command line does not understand; the message says what to type. */
class UsageError extends Error {}

/** Help on what was typed. */
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
  if (name === 'ask') return askCommand(askOptions(rest));
  if (name === 'doctor' && rest.length === 0) return doctorCommand();
  if (name === 'data' && rest[0] === 'backup' && rest[1] !== undefined && rest.length === 2)
    return backupCommand(rest[1]);
  if (name === 'data' && rest[0] === 'restore' && rest[1] !== undefined && rest.length === 2)
    return restoreCommand(rest[1]);
  if (name === 'init') return initCommand(...pathAnd(rest, INIT_OPTIONS));
  if (name === 'knowledge' && rest[0] === 'new') return newCommand(...pathAnd(rest.slice(1), NEW_OPTIONS));
  if (name === 'knowledge' && rest[0] === 'prepare' && rest.length === 1) return prepareCommand();
  if (name === 'knowledge' && rest[0] === 'export') return exportCommand(...pathAnd(rest.slice(1), EXPORT_OPTIONS));
  if (name === 'knowledge' && rest[0] === 'import') return importCommand(...importOptions(rest.slice(1)));
  if (name === 'knowledge' && rest[0] === 'mine') return mineCommand(...mineOptions(rest.slice(1)));
  if (name === 'knowledge' && rest[0] === 'accept') return acceptCommand(...acceptOptions(rest.slice(1)));
  if (name === 'knowledge' && rest[0] === 'site') return siteCommand(...siteOptions(rest.slice(1)));
  if (name === 'knowledge' && rest[0] === 'check') return checkCommand(...checkOptions(rest.slice(1)));
  throw new UsageError(USAGE);
}

/** Words after `--` are a question's own. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? args.length : end).some((word) => word === '--help' || word === '-h');
}

const NEW_OPTIONS = { title: { type: 'string' }, language: { type: 'string' } } as const;
const INIT_OPTIONS = { ...NEW_OPTIONS, package: { type: 'string' } } as const;
const CHECK_OPTIONS = { all: { type: 'boolean' }, against: { type: 'string' } } as const;
const EXPORT_OPTIONS = { community: { type: 'string' } } as const;
const SITE_OPTIONS = { into: { type: 'string' }, url: { type: 'string' }, community: { type: 'string' } } as const;
const IMPORT_OPTIONS = {
  community: { type: 'string' },
  language: { type: 'string' },
  pack: { type: 'string' },
  source: { type: 'string' },
  'source-url': { type: 'string' },
  'dry-run': { type: 'boolean' },
  yes: { type: 'boolean' },
  force: { type: 'boolean' },
  strict: { type: 'boolean' },
  into: { type: 'string' },
} as const;

const MINE_OPTIONS = {
  language: { type: 'string' },
  source: { type: 'string' },
  'source-url': { type: 'string' },
  into: { type: 'string' },
} as const;
const ACCEPT_OPTIONS = { into: { type: 'string' } } as const;

/** An export, and the folder for what is found in it. */
function mineOptions(args: readonly string[]) {
  const [path, { into, language, ...source }] = pathAnd(args, MINE_OPTIONS);
  if (into === undefined) throw new UsageError(`--into FOLDER is missing\n\n${USAGE}`);
  if (language !== undefined && !isProperTag(language))
    throw new UsageError(`--language ${language} is not the tag of a language (${tagCure(language)})\n`);
  return [path, { into, language, ...source }] as const;
}

/** Proposals, and the folder of a pack. */
function acceptOptions(args: readonly string[]) {
  const { values, positionals } = parsed({ args: [...args], options: ACCEPT_OPTIONS, allowPositionals: true });
  if (positionals.length === 0) throw new UsageError(`a proposal to accept is missing\n\n${USAGE}`);
  if (values.into === undefined) throw new UsageError(`--into FOLDER is missing\n\n${USAGE}`);
  return [positionals, values.into] as const;
}

/** Paths, and options: a folder is no community. */
function importOptions(args: readonly string[]) {
  const { values, positionals } = parsed({ args: [...args], options: IMPORT_OPTIONS, allowPositionals: true });
  if (positionals.length === 0) throw new UsageError(`a file or folder to import is missing\n\n${USAGE}`);
  if (values.into !== undefined && (values.community ?? values.pack) !== undefined)
    throw new UsageError(
      '--into names a folder and goes with neither --community nor --pack (leave one of them out)\n',
    );
  return [positionals, values] as const;
}

/** Packs, or what is set; and options. */
function siteOptions(args: readonly string[]): [string[], SiteArguments] {
  const { values, positionals } = parsed({ args: [...args], options: SITE_OPTIONS, allowPositionals: true });
  const { into, url, community } = values;
  if (into === undefined) throw new UsageError(`--into FOLDER is missing: the folder that is written\n\n${USAGE}`);
  if (url !== undefined && !isWebAddress(url))
    throw new UsageError('--url is no address (write where the site will be, such as https://example.org/help)\n');
  return [positionals, { into, url, community }];
}

/** A path, or what is set; and options. */
function checkOptions(args: readonly string[]) {
  const { values, positionals } = parsed({ args: [...args], options: CHECK_OPTIONS, allowPositionals: true });
  if (positionals.length > 1)
    throw new UsageError(
      `check looks at one pack, or folder of packs; KNOWLEDGE_DIR names several, with commas between them\n\n${USAGE}`,
    );
  return [positionals[0], values] as const;
}

/** One path, and options. */
function pathAnd<const T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  const { values, positionals } = parsed({ args: [...args], options, allowPositionals: true });
  const [path, ...others] = positionals;
  if (path === undefined) throw new UsageError(`a path is missing\n\n${USAGE}`);
  const all = positionals.map((one) => JSON.stringify(one)).join(', ');
  if (others.length > 0)
    throw new UsageError(`one path is enough: ${all} (a path with spaces goes in quotation marks)\n\n${USAGE}`);
  return [path, values] as const;
}

function parsed<const T extends ParseArgsConfig>(config: T) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

function askOptions(args: readonly string[]) {
  const options = {
    locale: { type: 'string' },
    json: { type: 'boolean' },
    jsonl: { type: 'boolean' },
    explain: { type: 'boolean' },
    knowledge: { type: 'string' },
  } as const;
  const { values, positionals } = parsed({ args: [...args], options, allowPositionals: true });
  return { ...values, question: positionals.join(' ') };
}

/** Errors that the caller can put right by typing or writing something else. */
const INPUT_ERRORS = [UsageError, ChatError, ConfigError, EncoderError, KnowledgeError, PlaceError];

// A reader that stops, such as `head`, ends no import half done.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isInput = INPUT_ERRORS.some((kind) => error instanceof kind);
    const isExpected = isInput || error instanceof StoreError || error instanceof ExportError;
    process.stderr.write(
      `${error instanceof Error ? ((isExpected ? undefined : error.stack) ?? error.message) : String(error)}\n`,
    );
    process.exitCode = isInput ? 2 : 1;
  },
);
