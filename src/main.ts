import { once } from 'node:events';
import { fstatSync } from 'node:fs';
import { type Assembly, assemble } from './assembly.ts';
import { createBot } from './bot/bot.ts';
import { matchLocale } from './bot/choose-language.ts';
import { completeLine } from './bot/complete.ts';
import { exampleEntries } from './bot/examples.ts';
import type { Host, Platform } from './bot/platform.ts';
import { PlatformError } from './bot/platform.ts';
import type { Reloaded } from './bot/ports/knowledge.ts';
import { StoreError } from './bot/ports/store.ts';
import { reloadReply } from './bot/reload-reply.ts';
import type { Services } from './bot/services.ts';
import { chatsFor } from './chats.ts';
import { TERMINAL } from './cli/terminal.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { textIn } from './core/entry/display.ts';
import { baseOf } from './core/text/language.ts';
import { EncoderError } from './encoders/source.ts';
import { findPacks } from './knowledge/find-packs.ts';
import { tellUnkept } from './knowledge/learned/model-cache.ts';
import { buildIndexes } from './knowledge/live/build-indexes.ts';
import { formatProblem, KnowledgeError } from './knowledge/problem.ts';
import { createLog } from './log.ts';
import { diagnose } from './ops/doctor.ts';
import { createMetrics, type Metrics } from './ops/metrics.ts';
import { pagesFor } from './pages.ts';
import type { ConsoleConfig } from './platforms/console/config.ts';
import { consolePlatform } from './platforms/index.ts';
import { aboveInput, logProgress } from './progress.ts';
import { beginAfter, runTogether } from './run-together.ts';

const MOST_EXAMPLES = 4;
const MOST_COLUMNS = 100;
/** Whoever stops the bot waits for ten seconds; what is not done by then, the next process does. */
const PATIENCE_MS = 9000;

async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config);
  const progress = logProgress(process.stderr);
  const onError = (error: unknown) => log.error(error);
  let redraw = (): void => undefined;
  const behind = logProgress(aboveInput(process.stderr, () => redraw()));
  const assembly = await assemble({
    ...config,
    learning: 'behind',
    onProgress: (doing, ...far) => (doing === 'reading' ? progress : behind).show(doing, ...far),
    onUnkept: (unkept) => void process.stderr.write(`${tellUnkept(unkept)}\n`),
    onError,
  });
  progress.clear();
  const measured = createMetrics(assembly.services, () => platforms);
  const counter = measured.counted(assembly.services.counter);
  const services: Services = { ...assembly.services, counter, diagnose: (place) => diagnose(assembly.services, platforms, place) };
  if (services.knowledge.current().entries.size === 0) process.stderr.write(`${firstEntry({ services }, config)}\n`);
  else for (const problem of (await findPacks(config.knowledgeDir)).problems) process.stderr.write(`${formatProblem(problem)}\n`);
  log.info({ entries: services.knowledge.current().entries.size, languages: [...services.languages.keys()] }, 'ready');
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  // Whoever reads no further, such as `head`, wants no more answers; nothing but the terminal's answers goes there.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? stop.abort() : onError(error)));
  stop.signal.addEventListener('abort', () => setTimeout(() => process.exit(), PATIENCE_MS).unref());
  const onPrompt = (draw: () => void): void => {
    redraw = draw;
  };
  const platforms = await platformsFor({ ...assembly, services }, config, { host: { services, log }, metrics: measured, stop: stop.signal, onPrompt });
  // A person reads the greeting meanwhile, or the bot signs in: whoever asks first shall not wait for more than one language.
  if (process.stdin.isTTY || config.discord) void buildIndexes(services.knowledge.current().library, baseOf(languageOf(assembly, config)));
  let wasRefused = false;
  const report = (result: Reloaded): void => {
    // Whoever was told that something is wrong is told that it no longer is.
    if (result.kind === 'refused' || wasRefused) for (const { tell } of platforms) tell((language) => reloadReply(result, language, services.speak(language)));
    wasRefused = result.kind === 'refused';
    log.info({ result: result.kind }, 'knowledge read again');
  };
  assembly.knowledge.watch(report, onError);
  process.on('SIGHUP', () => void services.knowledge.reload().then(report).catch(onError));
  try {
    await runTogether(platforms, measured.measured(createBot(services)), stop);
  } finally {
    await assembly.close();
  }
}

/** What to do where there is nothing to answer from. */
function firstEntry({ services }: Pick<Assembly, 'services'>, config: Config): string {
  const values = { folders: config.knowledgeDir.join(', '), command: 'npm run --silent knowledge -- new ./my-pack' };
  return services.speak(languageOf({ services }, config))('first-entry', values);
}

interface Surroundings {
  readonly host: Host;
  readonly metrics: Metrics;
  readonly stop: AbortSignal;
  readonly onPrompt: ConsoleConfig['onPrompt'];
}

/** Those that have a token, or the terminal where none has; and the pages beside them. */
async function platformsFor(assembly: Assembly, config: Config, { host, metrics, stop, onPrompt }: Surroundings): Promise<readonly Platform[]> {
  const announce = (line: string): void => void process.stderr.write(`${line}\n`);
  const chats = await chatsFor(config, host, announce);
  const input = inputKind();
  // What is piped in is answered line by line, and that is all.
  if (chats.length === 0 && input === 'piped') return [consoleFor(assembly, config, onPrompt)];
  const said = new AbortController();
  const tell = (line: string): void => {
    announce(line);
    said.abort();
  };
  const pages = await pagesFor(config, host, { chats, metrics, language: languageOf(assembly, config), announce: tell, stop });
  const begun = pages.length === 0 ? Promise.resolve() : once(said.signal, 'abort');
  // Whoever is told to call here finds somebody listening.
  if (chats.length > 0 || (input === 'none' && pages.length > 0)) return [...pages, ...chats.map((chat) => (chat.routes?.length ? beginAfter(begun, chat) : chat))];
  return [...pages, beginAfter(begun, consoleFor(assembly, config, onPrompt))];
}

/** A service has no input: it is neither typed nor piped. */
function inputKind(): 'typed' | 'piped' | 'none' {
  if (process.stdin.isTTY) return 'typed';
  try {
    const input = fstatSync(process.stdin.fd);
    return input.isFIFO() || input.isFile() || input.isSocket() ? 'piped' : 'none';
  } catch {
    return 'none';
  }
}

const languageOf = ({ services }: Pick<Assembly, 'services'>, { terminalLocale }: Config): string => matchLocale(terminalLocale ?? '', [...services.languages.keys()]) ?? services.defaultLanguage;

function consoleFor({ services }: Pick<Assembly, 'services'>, config: Config, onPrompt: Surroundings['onPrompt']) {
  const interactive = process.stdin.isTTY && process.stdout.isTTY;
  const language = languageOf({ services }, config);
  const examples = exampleEntries(services.knowledge.current().entries.values(), language, services.languages, MOST_EXAMPLES);
  return consolePlatform({
    input: process.stdin,
    output: process.stdout,
    interactive,
    locale: config.terminalLocale,
    language,
    say: services.speak(language),
    subjects: services.subjects(language),
    examples: examples.flatMap((entry) => textIn(entry, language, services.languages)?.text.title ?? []),
    onPrompt,
    complete: (line) => completeLine(line, TERMINAL, services),
    columns: Math.min(MOST_COLUMNS, process.stdout.columns || 80),
    styled: interactive && config.styled,
  });
}

main().catch((error: unknown) => {
  const isExpected = error instanceof ConfigError || error instanceof EncoderError || error instanceof KnowledgeError || error instanceof StoreError || error instanceof PlatformError;
  process.stderr.write(`${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = error instanceof ConfigError || error instanceof EncoderError || error instanceof KnowledgeError ? 2 : 1;
});
