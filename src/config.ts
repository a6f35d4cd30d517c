import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { config as loadDotenv } from 'dotenv';
import { z } from 'zod';
import type { ChatPlatform, SetValues } from './bot/platform/chat-platform.ts';
import { editDistance } from './core/text/spelling.ts';
import { goodFolder } from './knowledge/git/repository.ts';
import type { GitSettings } from './knowledge-git.ts';
import { ROOT } from './package.ts';
import { CHATS } from './platforms/index.ts';
import { isLanguageTag, type LOG_LEVELS, listed, VARIABLES } from './variables.ts';

/** All settings, read once. Each variable is explained in `.env.example`. */
export interface Config {
  /** Folders of packs; at least one. Default: see `foundKnowledge`. */
  readonly knowledgeDir: readonly string[];
  /** The repository from which the last of these folders is fetched, if any. */
  readonly git: ReturnType<typeof gitOf>;
  /** Folder of trained models. Default: ./data/cache. */
  readonly cacheDir: string;
  /** Megabytes, 16 to 999,999, for what communities have decided and taught. Default: 96. */
  readonly communityMemory: number;
  /** BCP 47 tag of the language that is used if the asker's is unknown. Default: en. */
  readonly defaultLanguage: string;
  /** `sqlite:` and a path, or `postgres://...`. Default: sqlite:./data/wenda.db. */
  readonly databaseUrl: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** The terminal's language, from LC_ALL, LC_MESSAGES or LANG. */
  readonly terminalLocale: string | undefined;
  /** False if NO_COLOR is set. */
  readonly styled: boolean;
  /** What is set of the chat platforms' variables, secrets included; see ChatPlatform. */
  readonly chats: SetValues;
  /** The language model that drafts phrasings when somebody asks for that; see ModelService. */
  readonly phrasings: ReturnType<typeof phrasingsOf>;
  /** URL of the site made of the knowledge; undefined if there is none. */
  readonly siteUrl: string | undefined;
  /** Address of pages and webhooks; undefined if they are not served. */
  readonly web: ReturnType<typeof webOf>;
  /** A sentence about each variable that is set but does nothing any more. */
  readonly notes: readonly string[];
}

/** Its message lists all invalid variables, not only the first. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the environment, and `.env` for variables not set in it. Empty variables count as not set.
 * @throws ConfigError
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const fromFile: Record<string, string> = {};
  loadDotenv({ quiet: true, processEnv: fromFile });
  const isSet = ([, value]: [string, string | undefined]) => value !== undefined && value !== '';
  const set = Object.fromEntries([...Object.entries(fromFile), ...Object.entries(environment)].filter(isSet));
  const known = allVariables();
  const parsed = z.object(VARIABLES).safeParse(set);
  const problems = [
    ...Object.entries(known).flatMap(([name, variable]) =>
      (variable.safeParse(set[name]).error?.issues ?? []).map(({ message }) => `${name} ${message}`),
    ),
    ...problemsTogether(set),
    ...unknownSettings(set),
  ];
  if (!parsed.success || problems.length > 0)
    throw new ConfigError(problems.map((problem) => `${problem}; see .env.example`).join('\n'));
  const { KNOWLEDGE_DIR, WENDA_CACHE, COMMUNITY_MEMORY, DEFAULT_LANGUAGE, DATABASE_URL, LOG_LEVEL, SITE_URL } =
    parsed.data;
  const git = gitOf(parsed.data, environment);
  // If a repository is set, no default folder is used besides it.
  const found = git ? [] : foundKnowledge();
  const own = KNOWLEDGE_DIR === undefined ? found : listed(KNOWLEDGE_DIR);
  return Object.freeze({
    knowledgeDir: Object.freeze([...own, ...(git ? [goodFolder(git)] : [])]),
    git,
    cacheDir: WENDA_CACHE,
    communityMemory: COMMUNITY_MEMORY,
    defaultLanguage: DEFAULT_LANGUAGE,
    databaseUrl: DATABASE_URL,
    logLevel: LOG_LEVEL,
    terminalLocale: terminalLocale(environment),
    styled: !environment.NO_COLOR,
    siteUrl: SITE_URL?.replace(/\/*$/, '/'),
    phrasings: phrasingsOf(parsed.data),
    chats: Object.freeze(chatsOf(set)),
    web: webOf(parsed.data, set.WEB_PORT !== undefined),
    notes: Object.freeze(formerSettings(set)),
  });
}

/** Like `readConfig`, with some variables replaced. @throws ConfigError */
export const configWith = (settings: Readonly<Record<string, string>>): Config =>
  readConfig({ ...process.env, ...settings });

/** The default for knowledge: the folder `knowledge/`, else the packs in this folder, else the example. */
function foundKnowledge(): string[] {
  if (existsSync('knowledge')) return ['./knowledge'];
  const packs = readdirSync('.').filter((name) => !name.startsWith('.') && existsSync(`${name}/pack.json`));
  return packs.length > 0 ? packs.map((name) => `./${name}`) : [`${ROOT}knowledge`];
}

/** All variables, those of chat platforms included. A test compares them with `.env.example`. */
export const allVariables = (): ChatPlatform['variables'] =>
  Object.assign({ ...VARIABLES }, ...CHATS.map(({ variables }) => variables));

type Values = z.infer<z.ZodObject<typeof VARIABLES>>;

/** Without a secret, there is no webhook for the repository's host. */
function gitOf(
  {
    KNOWLEDGE_GIT: url,
    KNOWLEDGE_GIT_BRANCH: branch,
    KNOWLEDGE_GIT_FOLDER: folder,
    KNOWLEDGE_GIT_TOKEN: token,
    KNOWLEDGE_GIT_SECRET: secret,
    KNOWLEDGE_GIT_PAGE: page,
    WENDA_CACHE: cache,
  }: Values,
  all: NodeJS.ProcessEnv,
): (GitSettings & { readonly secret: string | undefined }) | undefined {
  if (url === undefined) return undefined;
  const known = allVariables();
  const environment = Object.fromEntries(Object.entries(all).filter(([name]) => !(name in known)));
  return { url, branch, folder, token, secret, page, place: join(cache, 'git'), environment };
}

const phrasingsOf = ({ PHRASINGS_API_URL: url, PHRASINGS_MODEL: model, PHRASINGS_API_KEY: key }: Values) => ({
  url,
  model,
  key,
});

const chatsOf = (set: SetValues): SetValues =>
  Object.fromEntries(CHATS.flatMap(({ variables }) => Object.keys(variables).map((name) => [name, set[name]])));

/** @param isAsked whether WEB_PORT is set, so that pages are served even if questions are piped in */
function webOf(
  { WEB_HOST: host, WEB_PORT: port, WEB_TOKEN: token, WEB_NAMES: names = '', WEB_PROXIES: proxies = '', MCP }: Values,
  isAsked: boolean,
) {
  return port === 'off'
    ? undefined
    : { host, port: Number(port), token, names: listed(names), proxies: listed(proxies), isMcp: MCP === 'on', isAsked };
}

/** The language tag in a locale: `zh_CN.UTF-8` is `zh-CN`. `C` and `POSIX` name no language. */
function terminalLocale(environment: NodeJS.ProcessEnv): string | undefined {
  const value = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  const tag = value.replace(/[.@].*$/, '').replaceAll('_', '-');
  return isLanguageTag(tag) && tag.toUpperCase() !== 'POSIX' ? tag : undefined;
}

/** Variables, each with another one that it needs. */
const NEEDS = [
  ['PHRASINGS_API_URL', 'PHRASINGS_MODEL'],
  ['PHRASINGS_MODEL', 'PHRASINGS_API_URL'],
  ['KNOWLEDGE_GIT_BRANCH', 'KNOWLEDGE_GIT'],
  ['KNOWLEDGE_GIT_FOLDER', 'KNOWLEDGE_GIT'],
  ['KNOWLEDGE_GIT_TOKEN', 'KNOWLEDGE_GIT'],
  ['KNOWLEDGE_GIT_SECRET', 'KNOWLEDGE_GIT'],
  ['KNOWLEDGE_GIT_PAGE', 'KNOWLEDGE_GIT'],
] as const;

/** Variables that need a port to be open. */
const SERVED = ['KNOWLEDGE_GIT_SECRET', 'MCP'] as const;

/** Settings that do not fit each other, in a sentence each. */
function problemsTogether(set: SetValues): string[] {
  const served = [...SERVED, ...CHATS.flatMap(({ served = [] }) => served)];
  const unserved = served.filter((name) => set.WEB_PORT === 'off' && set[name] !== undefined && set[name] !== 'off');
  const needs = [...NEEDS, ...CHATS.flatMap(({ needs = [] }) => needs)];
  const halves = needs.filter(([one, other]) => set[one] !== undefined && set[other] === undefined);
  return [
    ...unserved.map((name) => `WEB_PORT is off, without which ${name} cannot be served`),
    ...halves.map(([one, other]) => `${other} is missing, without which ${one} has no effect`),
    ...CHATS.flatMap(({ misfits }) => misfits?.(set) ?? []),
    ...unsafeToken(set),
  ];
}

/** Without https, others could read the token on the way; on this machine there is no way. */
function unsafeToken({ KNOWLEDGE_GIT: url = '', KNOWLEDGE_GIT_TOKEN: words }: SetValues): string[] {
  if (words === undefined || url === '') return [];
  const isSafe = /^(?:https:|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])[:/])/i.test(url);
  return isSafe ? [] : ['KNOWLEDGE_GIT has to begin with https://, or KNOWLEDGE_GIT_TOKEN could be read on the way'];
}

/** Letters of a name for each mistake that is tolerated in it. */
const LETTERS_A_MISTAKE = 6;

/**
 * Variables that are no settings, but so similar to one that it was probably meant: `KNOWLEDGE_DIRECTORY`. Only
 * settings that are not set come into question, as the environment also has variables of other programs.
 * @param set variables that are not empty
 * @returns a sentence for each
 */
function unknownSettings(set: SetValues): string[] {
  const known = allVariables();
  const gone = former();
  const unset = Object.keys(known).filter((name) => set[name] === undefined);
  return Object.keys(set).flatMap((name) => {
    if (name in known || name in gone) return [];
    const meant = unset.find((one) => saysTheSame(name, one)) ?? mistyped(name, unset);
    return meant === undefined ? [] : [`${name} is no setting (did you mean ${meant}?)`];
  });
}

/** Settings of earlier versions, and why they were removed. */
const former = (): Readonly<Record<string, string>> =>
  Object.assign(
    { ENCODER: 'there is no sentence encoder, and answers are found by words' },
    ...CHATS.map((chat) => chat.former),
  );

/** @param set variables that are not empty @returns a sentence for each one that does nothing any more */
const formerSettings = (set: SetValues): string[] =>
  Object.entries(former())
    .filter(([name]) => set[name] !== undefined)
    .map(([name, why]) => `${name} means nothing any more: ${why} (remove it from .env)`);

/**
 * Whether a name has the words of a setting, some of them written out, left out or added: `DISCORD_BOT_TOKEN`,
 * `TELEGRAM_WEBHOOK`.
 */
function saysTheSame(name: string, known: string): boolean {
  const [words, meant] = [name.toUpperCase().split('_'), known.split('_')];
  if (words[0] !== meant[0] || words.length < 2 || meant.length < 2) return false;
  return holdsInOrder(words, meant) || holdsInOrder(meant, words);
}

/** Whether each part begins a word, in the same order. */
function holdsInOrder(words: readonly string[], parts: readonly string[]): boolean {
  let at = 0;
  for (const word of words) if (word.startsWith(parts[at] ?? '\0')) at++;
  return at === parts.length;
}

const mistyped = (name: string, known: readonly string[]): string | undefined =>
  known.find((one) => {
    const most = one.length / LETTERS_A_MISTAKE;
    return editDistance(name.toUpperCase(), one, most) <= most;
  });
