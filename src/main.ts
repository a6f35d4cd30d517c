import { createApp } from './app.ts';
import { warmUp } from './bot/conversation/warm-up.ts';
import { refusalLines, reloadReply } from './bot/moderation/reload-reply.ts';
import { type Platform, PlatformError } from './bot/platform/platform.ts';
import type { ReloadResult } from './bot/ports/knowledge.ts';
import { StoreError } from './bot/ports/store.ts';
import { typedAs } from './cli/typed-as.ts';
import { ConfigError, readConfig } from './config.ts';
import { formatProblem, KnowledgeError } from './knowledge/format/problem.ts';
import { GitError } from './knowledge/git/program.ts';
import { cacheFailureWords } from './knowledge/learned/model-cache.ts';
import { findPacks } from './knowledge/packs/find-packs.ts';
import { createLog } from './log.ts';
import { CHATS } from './platforms/index.ts';
import { aboveInput, logProgress } from './progress.ts';
import { hasChats, isPipedOnly, languageOf, openPlatforms, runTogether } from './serving.ts';

/**
 * Milliseconds in which the process shuts down: service managers usually wait ten seconds. Unfinished work is left to
 * the next process.
 */
const PATIENCE_MS = 9000;
/** Milliseconds that a platform has for connecting before indexes are built, which would slow it down. */
const SIGN_IN_MS = 2500;
const announce = (line: string): void => void process.stderr.write(`${line}\n`);

const CHAT_TITLES = new Intl.ListFormat('en').format(CHATS.map(({ title }) => title));
const USAGE = `${typedAs('start')}: answers on ${CHAT_TITLES}, on pages, or in the terminal

It takes no options: what it does is set in .env or in the environment. .env.example lists every setting, and
docs/settings.md explains them. Other commands: ${typedAs('knowledge -- --help')}
`;

async function main(): Promise<void> {
  const config = readConfig();
  for (const line of config.notes) announce(line);
  const log = createLog(config);
  const onError = (error: unknown) => log.error(error);
  const progress = logProgress(process.stderr);
  let redraw = (): void => undefined;
  const behind = logProgress(aboveInput(process.stderr, () => redraw()));
  const app = await createApp({
    ...config,
    // For piped questions, everything is learned first, as nobody will ask them again.
    learning: isPipedOnly(config) ? 'first' : 'behind',
    isServing: true,
    isMeasured: config.web !== undefined,
    onProgress: (doing, ...far) => (doing === 'reading' ? progress : behind).show(doing, ...far),
    onCacheFailure: (cacheFailure) => {
      progress.clear();
      announce(cacheFailureWords(cacheFailure));
    },
    onError,
  }).finally(progress.clear);
  const { services } = app;
  const { entries } = services.knowledge.current();
  const language = languageOf(app, config);
  if (entries.size === 0)
    announce(
      services.speak(language)('first-entry', {
        folders: config.knowledgeDir.join(', '),
        command: typedAs('knowledge -- new ./my-pack'),
      }),
    );
  else for (const problem of (await findPacks(config.knowledgeDir)).problems) announce(formatProblem(problem));
  log.info({ entries: entries.size, languages: [...services.languages.keys()] }, 'ready');
  const stop = stopper(onError);
  const onPrompt = (draw: () => void): void => {
    redraw = draw;
  };
  const serving = await openPlatforms(app, config, {
    host: { services, log },
    announce,
    stop: stop.signal,
    onPrompt,
    onFailure: (error) => announce(wordsOf(error)),
  });
  app.platforms.push(...serving.pages, ...serving.chats);
  // Indexes are prepared while a person reads the greeting or the process is on standby, so that a first question waits
  // for one language at most.
  const prepare = (): void => {
    if (!stop.signal.aborted) void warmUp(services, language).catch(onError);
  };
  if (process.stdin.isTTY || services.store.claims) prepare();
  if (hasChats(config)) setTimeout(prepare, SIGN_IN_MS).unref();
  // At a prompt, messages are printed above what the person is typing.
  const isTyped = process.stdin.isTTY && serving.chats.some(({ name }) => name === 'console');
  if (!isTyped)
    app.knowledge.onRefused((problems) => refusalLines(problems, services.speak(language)).forEach(announce));
  const report = reporter(app.platforms, (result, spoken) => reloadReply(result, spoken, services.speak(spoken)));
  const onReload = (result: ReloadResult): void => {
    report(result);
    log.info({ result: result.kind }, 'knowledge read again');
  };
  app.knowledge.watch(onReload, onError);
  process.on('SIGHUP', () => void services.knowledge.reload().then(onReload).catch(onError));
  try {
    await runTogether(serving, app.respond, stop, (error, isEnd) => (isEnd ? fail(error) : announce(wordsOf(error))));
  } finally {
    await app.close();
  }
}

/** Aborts when the process must end, and exits if that takes too long. */
function stopper(onError: (error: unknown) => void): AbortController {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  // Standard output is only for answers. If its reader ends, as `head` does, no more are wanted.
  process.stdout.on('error', (error: NodeJS.ErrnoException) =>
    error.code === 'EPIPE' ? stop.abort() : onError(error),
  );
  stop.signal.addEventListener('abort', () => setTimeout(() => process.exit(), PATIENCE_MS).unref());
  return stop;
}

/** Tells moderators that changed knowledge was refused, and later that it is accepted. */
function reporter(
  platforms: readonly Platform[],
  words: (result: ReloadResult, language: string) => ReturnType<typeof reloadReply>,
): (result: ReloadResult) => void {
  let wasRefused = false;
  return (result) => {
    // An unreachable host is no problem of the knowledge. The doctor and the dashboard report it.
    if (result.kind === 'unreached') return;
    if (result.kind === 'refused' || wasRefused)
      for (const { tell } of platforms) tell((language) => words(result, language));
    wasRefused = result.kind === 'refused';
  };
}

const EXPECTED = [ConfigError, GitError, KnowledgeError, StoreError, PlatformError];
/** Milliseconds from the start in which a failure is most likely due to a setting. */
const BEGINNING_MS = 60_000;

const isExpected = (error: unknown): boolean => EXPECTED.some((kind) => error instanceof kind);

/** An error in words for the operator: the message of an expected failure, or where a bug is. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return isExpected(error) ? error.message : (error.stack ?? error.message);
}

/** 2 if a restart would not help, so that service managers do not try. */
function exitCodeOf(error: unknown): number {
  if (error instanceof StoreError || error instanceof PlatformError || error instanceof GitError)
    return error.isLasting ? 2 : 1;
  return error instanceof ConfigError || error instanceof KnowledgeError ? 2 : 1;
}

let failed: unknown;

/** Reports a failure only once. */
function fail(error: unknown): void {
  if (error === failed) return;
  failed = error;
  const head = performance.now() < BEGINNING_MS ? 'The bot did not start:' : 'The bot ended:';
  announce(isExpected(error) ? `${head}\n${wordsOf(error)}` : wordsOf(error));
  process.exitCode = exitCodeOf(error);
}

const [first, ...others] = process.argv.slice(2);
const typed = first === undefined || first === 'start' ? others : [first, ...others];
if (typed.includes('--help') || typed.includes('-h')) process.stdout.write(USAGE);
else if (typed.length > 0) {
  announce(`${typedAs('start')} does not know ${typed.join(' ')}\n\n${USAGE}`);
  process.exitCode = 2;
} else main().catch(fail);
