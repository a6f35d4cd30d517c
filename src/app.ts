import { commands } from '../commands/index.ts';
import { speakers } from './bot/answers/messages.ts';
import { directly } from './bot/attempt.ts';
import { createBot, type Respond } from './bot/bot.ts';
import { openCommunities } from './bot/community/communities.ts';
import { createMemory } from './bot/community/community.ts';
import { createCounter } from './bot/community/counting.ts';
import { createErased } from './bot/community/erased.ts';
import { createHousekeeping, forgetLeft, tidy } from './bot/community/housekeeping.ts';
import { prepareLargest, until } from './bot/community/largest.ts';
import { finishErasures } from './bot/community/personal-data.ts';
import { createConversations } from './bot/conversation/follow-up.ts';
import { type After, createHeldLines } from './bot/conversation/held-lines.ts';
import { turns } from './bot/conversation/turns.ts';
import { postDigests } from './bot/delivery/digest.ts';
import { postStuck } from './bot/handover/delivered.ts';
import { tellOverdue } from './bot/handover/hand-over.ts';
import { createLearning } from './bot/learning/learning.ts';
import { prepareFirstAct } from './bot/moderation/first-act.ts';
import type { Platform } from './bot/platform/platform.ts';
import { closeAnswered } from './bot/questions/closing.ts';
import { keptQuestions } from './bot/questions/questions.ts';
import type { Services } from './bot/services.ts';
import { ConfigError } from './config.ts';
import { baseOf } from './core/text/language.ts';
import { editor } from './knowledge/export/entry-text.ts';
import { textOfPack } from './knowledge/format/pack-json.ts';
import { refuseErrors } from './knowledge/format/problem.ts';
import { type Locales, readLocales } from './knowledge/languages/locales.ts';
import type { OpenOptions } from './knowledge/live/live-knowledge.ts';
import type { Folders } from './knowledge/packs/find-packs.ts';
import { type GitSettings, gitSource } from './knowledge-git.ts';
import { healReloads, knowledgeSource, type LiveSource } from './knowledge-source.ts';
import { diagnose } from './ops/doctor.ts';
import type { Metrics } from './ops/metrics.ts';
import { ROOT, VERSION } from './package.ts';
import { keyedHash, randomCode } from './secrets.ts';
import { openStore } from './store/index.ts';

/** URL of a database in memory. */
export const IN_MEMORY = 'sqlite::memory:';

export interface App {
  readonly services: Services;
  readonly respond: Respond;
  /** The platforms that run. They are added after all other services are made, which look at them later. */
  readonly platforms: Platform[];
  /** Metrics, if they are served. */
  readonly metrics: Metrics | undefined;
  readonly locales: Locales;
  readonly knowledge: LiveSource;
  readonly close: () => Promise<void>;
}

export interface AppOptions {
  /** Folders of packs. */
  readonly knowledgeDir: Folders;
  /**
   * The repository from which one of these folders is fetched while the bot serves. Other commands use what was fetched
   * last. Default: none.
   */
  readonly git?: GitSettings;
  /** Folder of trained models. */
  readonly cacheDir: string;
  readonly defaultLanguage: string;
  readonly databaseUrl: string;
  /** See Services. Default: no site. */
  readonly siteUrl?: string;
  /** Megabytes for communities' own entries; see config.ts. Default: 128. */
  readonly communityMemory?: number;
  /** See LibraryOptions. Default: 'first'. */
  readonly learning?: OpenOptions['learning'];
  /** See LibraryOptions. Default: none. */
  readonly onProgress?: OpenOptions['onProgress'];
  /** See LibraryOptions. Default: none. */
  readonly onCacheFailure?: OpenOptions['onCacheFailure'];
  /** See StoreOptions. Default: false. */
  readonly isServing?: boolean;
  /** Whether metrics are collected. Default: false. */
  readonly isMeasured?: boolean;
  /** Called with errors of background work, which no caller awaits. Default: they are ignored. */
  readonly onError?: (error: unknown) => void;
}

/** A timer that does not keep the process alive. */
const later: After = (ms, work) => {
  const timer = setTimeout(work, ms).unref();
  return () => clearTimeout(timer);
};

/**
 * Reads knowledge and languages, opens the store, and puts the bot together.
 * @throws KnowledgeError with all problems, if any is an error; ConfigError for a default language without messages;
 * StoreError; GitError if knowledge was never fetched and cannot be fetched now
 */
export async function createApp(options: AppOptions): Promise<App> {
  const {
    defaultLanguage,
    knowledgeDir,
    cacheDir,
    git,
    learning,
    onProgress,
    onCacheFailure,
    isServing,
    siteUrl,
    onError = () => undefined,
  } = options;
  const locales = await spokenLocales(defaultLanguage);
  const { languages, background } = locales;
  const folder = {
    dir: knowledgeDir,
    cacheDir,
    root: ROOT,
    locales,
    learning,
    first: baseOf(defaultLanguage),
    onProgress,
    onCacheFailure,
    onError,
  };
  const source = await (git && isServing ? gitSource(folder, git) : knowledgeSource(folder));
  // Training has begun already. Without a store there is nothing to serve, so it is ended.
  const store = await openStore(options.databaseUrl, { onError, isServing }).catch(async (error: unknown) => {
    await source.close();
    throw error;
  });
  const now = () => new Date().toISOString();
  const knowledge = healReloads(source, store, now);
  const effective = { editor, languages, background, defaultLanguage };
  const communities = await openCommunities(store, knowledge.current, effective, createMemory(options.communityMemory));
  const unwatched = createUnwatched(onError);
  const stopWatching = store.watch(() => unwatched.begin(communities.refresh()));
  const closing = new AbortController();
  const prepare = async (): Promise<void> => {
    const { checks } = knowledge.current();
    const first = { detect: locales.detect, checks, language: defaultLanguage, languages, background };
    await turns.take('', until(closing.signal, prepareFirstAct(first)));
    await prepareLargest(store, communities, closing.signal);
  };
  const pause = knowledge.learning().isLearning ? PAUSE_TO_LEARN : PAUSE;
  const preparing = learning === 'behind' ? setTimeout(() => unwatched.begin(prepare()), pause).unref() : undefined;
  const platforms: Platform[] = [];
  const metrics = options.isMeasured
    ? (await import('./ops/metrics.ts')).createMetrics({ knowledge, languages, version: VERSION }, platforms)
    : undefined;
  const tallies = createCounter(store, now, onError);
  const counter = metrics?.counted(tallies) ?? tallies;
  const questions = keptQuestions({ store, languages, now, onError });
  const services: Services = {
    knowledge,
    store,
    attempt: directly(store),
    communities,
    counter,
    conversations: createConversations({ now }),
    heldLines: createHeldLines(Date.now, later),
    questions,
    learning: createLearning({ store, questions, now }),
    erased: createErased(),
    editor,
    effective,
    languages,
    siteUrl,
    commands,
    defaultLanguage,
    detect: locales.detect,
    speak: speakers(locales.messages, languages, defaultLanguage),
    diagnose: (place) => diagnose({ store, knowledge, now, version: VERSION }, platforms, place),
    subjects: (language) => knowledge.current().packs.map((pack) => textOfPack(pack, language, languages)),
    now,
    hash: keyedHash(await store.transact(({ secret }) => secret())),
    code: randomCode,
  };
  let isStart = true;
  const finish = (): Promise<void> => {
    const isFirst = isStart;
    isStart = false;
    return finishErasures(services, isFirst);
  };
  const tellDigests = async (): Promise<void> => {
    if (isServing) await postDigests(services, onError);
  };
  const housekeeping = createHousekeeping(
    [
      () => tidy(store, now()),
      finish,
      () => forgetLeft(services),
      () => tellOverdue(services),
      () => postStuck(services),
      () => closeAnswered(services),
      tellDigests,
    ],
    onError,
  );
  const close = async (): Promise<void> => {
    closing.abort();
    clearTimeout(preparing);
    await housekeeping.stop();
    stopWatching();
    await unwatched.ended();
    await Promise.all([counter.flush(), services.questions.flush()]);
    await knowledge.close();
    await store.close();
  };
  const respond = createBot(services);
  return { services, respond: metrics?.measured(respond) ?? respond, platforms, metrics, locales, knowledge, close };
}

/** Keeps track of background work, as the store must not be closed while any runs. */
function createUnwatched(onError: (error: unknown) => void) {
  const running = new Set<Promise<void>>();
  return {
    begin: (work: Promise<void>): void => {
      const ended = work.catch(onError).finally(() => running.delete(ended));
      running.add(ended);
    },
    ended: async (): Promise<void> => void (await Promise.all(running)),
  };
}

/** Milliseconds before indexes are prepared in the background, so that first questions do not have to wait for that. */
const PAUSE = 1500;
/** Milliseconds before that if something is still being learned, so that the first language is learned before. */
const PAUSE_TO_LEARN = 5000;

async function spokenLocales(defaultLanguage: string): Promise<Locales> {
  const locales = await readLocales(`${ROOT}locales`);
  refuseErrors(locales.problems);
  if (!locales.languages.has(defaultLanguage))
    throw new ConfigError(
      `DEFAULT_LANGUAGE ${defaultLanguage} is not spoken; there is ${[...locales.languages.keys()].join(', ')}`,
    );
  return locales;
}
