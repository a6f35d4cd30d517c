import { type Assembly, assemble } from './assembly.ts';
import { matchLocale } from './bot/choose-language.ts';
import { completeLine } from './bot/complete.ts';
import type { Host, Platform } from './bot/platform.ts';
import { PlatformError } from './bot/platform.ts';
import type { Reloaded } from './bot/ports/knowledge.ts';
import { StoreError } from './bot/ports/store.ts';
import { reloadReply } from './bot/reload-reply.ts';
import { TERMINAL } from './cli/terminal.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { textIn } from './core/display.ts';
import { KnowledgeError } from './knowledge/problem.ts';
import { createLog } from './log.ts';
import { consolePlatform, discordPlatform, telegramPlatform } from './platforms/index.ts';
import { showProgress } from './progress.ts';
import { runTogether } from './run-together.ts';

const MOST_EXAMPLES = 4;
const MOST_COLUMNS = 100;
/** Whoever stops the bot waits for ten seconds; what is not done by then, the next process does. */
const PATIENCE_MS = 9000;

async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config);
  const progress = showProgress(process.stderr);
  const onError = (error: unknown) => log.error(error);
  const assembly = await assemble({ ...config, onProgress: progress.show, onError });
  progress.clear();
  const { services } = assembly;
  log.info({ entries: services.knowledge.current().entries.size, languages: [...services.languages.keys()] }, 'ready');
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  stop.signal.addEventListener('abort', () => setTimeout(() => process.exit(), PATIENCE_MS).unref());
  // A person reads the greeting meanwhile.
  if (process.stdin.isTTY) setImmediate(() => services.knowledge.current().library.warm());
  const platforms = platformsFor(assembly, config, { services, log });
  const report = (result: Reloaded): void => {
    if (result.kind === 'refused') for (const { tell } of platforms) tell((language) => reloadReply(result, language, services.speak(language)));
    log.info({ result: result.kind }, 'knowledge read again');
  };
  assembly.knowledge.watch(report, onError);
  process.on('SIGHUP', () => void services.knowledge.reload().then(report).catch(onError));
  try {
    await runTogether(platforms, assembly.respond, stop);
  } finally {
    await assembly.close();
  }
}

/** Those that have a token; the terminal where none has. */
function platformsFor(assembly: Assembly, config: Config, host: Host): readonly Platform[] {
  const { discord, telegram, web } = config;
  const announce = (line: string): void => void process.stderr.write(`${line}\n`);
  const chats = [
    ...(discord ? [discordPlatform({ ...discord, webHost: web.host, webPort: web.port, announce }, host)] : []),
    ...(telegram ? [telegramPlatform({ ...telegram, webhook: telegram.webhook && { ...telegram.webhook, ...web } }, host)] : []),
  ];
  return chats.length > 0 ? chats : [consoleFor(assembly, config)];
}

function consoleFor({ services }: Assembly, config: Config) {
  const interactive = process.stdin.isTTY && process.stdout.isTTY;
  const language = matchLocale(config.terminalLocale ?? '', [...services.languages.keys()]) ?? services.defaultLanguage;
  const titles = [...services.knowledge.current().entries.values()]
    .filter(({ id }) => id.startsWith('questions/'))
    .map((entry) => textIn(entry, language, services.languages)?.text.title)
    .filter((title) => title !== undefined);
  const step = Math.max(1, Math.floor(titles.length / MOST_EXAMPLES));
  return consolePlatform({
    input: process.stdin,
    output: process.stdout,
    interactive,
    locale: config.terminalLocale,
    language,
    say: services.speak(language),
    subjects: services.subjects(language),
    examples: titles.filter((_, at) => at % step === 0).slice(0, MOST_EXAMPLES),
    complete: (line) => completeLine(line, TERMINAL, services),
    columns: Math.min(MOST_COLUMNS, process.stdout.columns || 80),
    styled: interactive && config.styled,
  });
}

main().catch((error: unknown) => {
  const isExpected = error instanceof ConfigError || error instanceof KnowledgeError || error instanceof StoreError || error instanceof PlatformError;
  process.stderr.write(`${isExpected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = error instanceof ConfigError || error instanceof KnowledgeError ? 2 : 1;
});
