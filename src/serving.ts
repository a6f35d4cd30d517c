import { once } from 'node:events';
import { fstatSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import type { App } from './app.ts';
import { exampleEntries } from './bot/answers/examples.ts';
import type { Respond } from './bot/bot.ts';
import { matchLocale } from './bot/conversation/choose-language.ts';
import { completeLine } from './bot/conversation/complete.ts';
import type { Host, Platform } from './bot/platform/platform.ts';
import type { WithServices } from './bot/services.ts';
import { TERMINAL } from './cli/lines.ts';
import { type Config, configWith } from './config.ts';
import { textIn } from './core/entry/display.ts';
import { askModel, hostOf } from './knowledge/phrasings/ask-model.ts';
import { knowledgeExchange } from './knowledge-exchange.ts';
import { gitWebhook } from './ops/git-webhook.ts';
import { healthRoutes } from './ops/health.ts';
import { ROOT, VERSION } from './package.ts';
import type { ConsoleConfig } from './platforms/console/config.ts';
import { CHATS, consolePlatform, webPlatform } from './platforms/index.ts';
import { type LateChats, lateChats } from './setup/late-chats.ts';
import { createSetup } from './setup/setup.ts';

/** Folders of the pages' assets. */
const FOLDERS = {
  styles: `${ROOT}src/platforms/web/assets`,
  scripts: `${ROOT}dist/src/platforms/web/assets`,
  plots: dirname(createRequire(import.meta.url).resolve('uplot')),
};
const MOST_EXAMPLES = 4;
const MOST_COLUMNS = 100;

export interface ServingOptions extends Pick<ConsoleConfig, 'onPrompt'> {
  readonly host: Host;
  /** Shows a line to the operator. */
  readonly announce: (line: string) => void;
  readonly stop: AbortSignal;
  /** Called with the error of a platform that was started later, by the setup. */
  readonly onFailure: (error: unknown) => void;
}

type Runnable = Pick<Platform, 'run'>;

/** The platforms that run in this process. */
export interface Serving {
  /** The platforms with a token, or the terminal if there is none. */
  readonly chats: readonly Platform[];
  /** The pages: beside other platforms, or alone. */
  readonly pages: readonly Platform[];
}

export async function openPlatforms(
  app: App,
  config: Config,
  { host, announce, stop, onPrompt, onFailure }: ServingOptions,
): Promise<Serving> {
  const chats = await openChats(config, host, announce);
  const input = inputKind();
  const say = app.services.speak(languageOf(app, config));
  if (isPipedOnly(config)) {
    if (config.web) announce(say('page-piped'));
    return { chats: [openConsole(app, config, onPrompt)], pages: [] };
  }
  const late = chats.length === 0 && config.web ? lateChats(onFailure) : undefined;
  const said = new AbortController();
  const tell = (line: string): void => {
    announce(line);
    said.abort();
  };
  const pages = await openPages(app, config, {
    host,
    chats,
    announce: tell,
    stop,
    isNeeded: chats.length === 0 && input !== 'typed',
    late,
  });
  const begun = pages.length === 0 ? Promise.resolve() : once(said.signal, 'abort');
  // Platforms with routes wait until the port is open, as they tell others the URL.
  if (chats.length > 0)
    return { chats: chats.map((chat) => (chat.routes?.length ? beginAfter(begun, chat) : chat)), pages };
  const others = late ? [late.platform] : [];
  if (input === 'none' && pages.length > 0) return { chats: others, pages };
  if (input === 'none') announce(say('nothing-served'));
  const console = beginAfter(begun, openConsole(app, config, onPrompt));
  return { chats: [input === 'piped' ? lasting(console) : console, ...others], pages };
}

/** Whether a chat platform has its token. */
export const hasChats = ({ chats }: Config): boolean => CHATS.some(({ token }) => chats[token] !== undefined);

/** The platforms with a token. @param announce shows a line to the operator */
export const openChats = (
  { chats }: Config,
  host: Host,
  announce: (line: string) => void,
): Promise<readonly Platform[]> =>
  Promise.all(CHATS.filter(({ token }) => chats[token] !== undefined).map(({ open }) => open(chats, host, announce)));

interface PagesOptions extends Pick<ServingOptions, 'host' | 'announce' | 'stop'> {
  readonly chats: readonly Platform[];
  /** Whether the process is of no use without the port. */
  readonly isNeeded: boolean;
  /** Runs the platforms of the first tokens; undefined if there are tokens already. */
  readonly late: LateChats | undefined;
}

/** The process's only HTTP listener: pages, health, metrics, and platforms' webhooks. Undefined if WEB_PORT is off. */
async function openPages(
  app: App,
  config: Config,
  { host, chats, announce, stop, isNeeded, late }: PagesOptions,
): Promise<readonly Platform[]> {
  const { web } = config;
  if (!web) return [];
  const { repository } = host.services.knowledge;
  const running = [...chats];
  const start = async (given: Readonly<Record<string, string>>): Promise<void> => {
    const begun = await openChats(configWith(given), host, announce);
    running.push(...begun);
    app.platforms.push(...begun);
    token ??= given.WEB_TOKEN;
    late?.add(begun);
  };
  let token = web.token;
  const setup = late && createSetup({ file: resolve('.env'), set: config.chats, hasKey: token !== undefined, start });
  const plain = [
    ...healthRoutes(host.services, running, stop),
    ...(app.metrics ? [app.metrics.route] : []),
    ...(repository && config.git?.secret ? [gitWebhook(config.git.secret, repository)] : []),
  ];
  const routes = chats.flatMap((chat) => chat.routes ?? []);
  return [
    await webPlatform(
      {
        ...web,
        // Read at each access, as the first start creates one.
        get token() {
          return token;
        },
        setup,
        version: VERSION,
        folders: FOLDERS,
        isNeeded: isNeeded || routes.length > 0,
        routes,
        plain,
        settings: new Map(CHATS.flatMap(({ name, settings }) => (settings ? [[name, settings]] : []))),
        exchange: knowledgeExchange(host.services, config.knowledgeDir),
        model: phrasingModel(config),
        language: languageOf(app, config),
        announce,
      },
      host,
    ),
  ];
}

/** The configured language model, which is asked only when somebody presses a button. */
function phrasingModel({ phrasings: { url, model, key } }: Config) {
  if (url === undefined || model === undefined) return undefined;
  const service = { url, model, key };
  return { name: model, host: hostOf(service), ask: (prompt: string) => askModel(service, prompt) };
}

function openConsole(app: App, config: Config, onPrompt: ConsoleConfig['onPrompt']): Platform {
  const { services } = app;
  const interactive = process.stdin.isTTY && process.stdout.isTTY;
  const language = languageOf(app, config);
  const examples = exampleEntries(
    services.knowledge.current().entries.values(),
    language,
    services.languages,
    MOST_EXAMPLES,
  );
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

/** The language of messages to the operator. */
export const languageOf = ({ services }: WithServices, { terminalLocale }: Pick<Config, 'terminalLocale'>): string =>
  matchLocale(terminalLocale ?? '', [...services.languages.keys()]) ?? services.defaultLanguage;

/** Whether the process only answers piped lines: no platforms are configured, and no pages. */
export const isPipedOnly = (config: Config): boolean =>
  !hasChats(config) && !config.web?.isAsked && inputKind() === 'piped';

function inputKind(): 'typed' | 'piped' | 'none' {
  if (process.stdin.isTTY) return 'typed';
  try {
    const input = fstatSync(process.stdin.fd);
    return input.isFIFO() || input.isFile() || input.isSocket() ? 'piped' : 'none';
  } catch {
    return 'none';
  }
}

/**
 * Runs all platforms until they are stopped. If a chat fails, the others go on until none is left. If the pages fail,
 * everything ends, as webhooks would get lost.
 * @param onFailure called at once with the error, and whether it ends everything, as shutting down may take long
 * @throws the first error, if no chat is left
 */
export async function runTogether(
  { chats, pages }: { readonly [Part in keyof Serving]: readonly Runnable[] },
  respond: Respond,
  stop: AbortController,
  onFailure: (error: unknown, isEnd: boolean) => void,
): Promise<void> {
  let left = chats.length;
  const end = (error: unknown): never => {
    onFailure(error, true);
    stop.abort();
    throw error;
  };
  const runChat = async ({ run }: Runnable): Promise<void> => {
    try {
      await run(respond, stop.signal);
      stop.abort();
    } catch (error) {
      left--;
      if (left > 0 && !stop.signal.aborted) return onFailure(error, false);
      return end(error);
    }
  };
  const all = await Promise.allSettled([
    ...chats.map(runChat),
    ...pages.map(({ run }) => run(respond, stop.signal).then(() => stop.abort(), end)),
  ]);
  const failed = all.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

/** A platform that starts when a promise resolves, unless it was stopped before. */
export function beginAfter(ready: Promise<unknown>, platform: Platform): Platform {
  return {
    ...platform,
    run: async (respond, stop) => {
      if (stop.aborted) return;
      await Promise.race([ready, ended(stop)]);
      if (!stop.aborted) await platform.run(respond, stop);
    },
  };
}

/** A platform that goes on until it is stopped, even if it has nothing more to do. */
function lasting(platform: Platform): Platform {
  return {
    ...platform,
    run: async (respond, stop) => {
      await platform.run(respond, stop);
      if (!stop.aborted) await ended(stop);
    },
  };
}

const ended = (stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }));
