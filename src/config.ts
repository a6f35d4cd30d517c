import { config as loadDotenv } from 'dotenv';
import { z } from 'zod';

/** Everything that can be set, read once. Each variable stands in `.env.example`. */
export interface Config {
  /** Folder of packs, or one pack. */
  readonly knowledgeDir: string;
  /** Language of those of whom nothing is known: a BCP 47 tag. */
  readonly defaultLanguage: string;
  /** `sqlite:` and a path, or `postgres://...`. */
  readonly databaseUrl: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** The language of the terminal, from LC_ALL, LC_MESSAGES or LANG, if they name one. */
  readonly terminalLocale: string | undefined;
  /** False where NO_COLOR asks for plain letters. */
  readonly styled: boolean;
}

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** The variables by name; a test compares them with `.env.example`. */
export const VARIABLES = {
  KNOWLEDGE_DIR: z.string().min(1).default('./knowledge'),
  DEFAULT_LANGUAGE: z.string().refine(isLanguageTag, 'is no language tag (try en or zh-Hans)').default('en'),
  DATABASE_URL: z.string().default('sqlite:./data/wenda.db'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `is none of ${LOG_LEVELS.join(', ')}`).default('warn'),
};

/** Names every wrong variable, not only the first. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the environment, and `.env` for what is not set in it. An empty variable counts as not set.
 * @throws ConfigError
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const fromFile: Record<string, string> = {};
  loadDotenv({ quiet: true, processEnv: fromFile });
  const isSet = ([, value]: [string, string | undefined]) => value !== undefined && value !== '';
  const set = Object.fromEntries([...Object.entries(fromFile), ...Object.entries(environment)].filter(isSet));
  const parsed = z.object(VARIABLES).safeParse(set);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}; see .env.example`).join('\n'));
  const { KNOWLEDGE_DIR, DEFAULT_LANGUAGE, DATABASE_URL, LOG_LEVEL } = parsed.data;
  return Object.freeze({
    knowledgeDir: KNOWLEDGE_DIR,
    defaultLanguage: DEFAULT_LANGUAGE,
    databaseUrl: DATABASE_URL,
    logLevel: LOG_LEVEL,
    terminalLocale: terminalLocale(environment),
    styled: !environment.NO_COLOR,
  });
}

/** `zh_CN.UTF-8` is `zh-CN`; `C` and `POSIX` name no language. */
function terminalLocale(environment: NodeJS.ProcessEnv): string | undefined {
  const value = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  const tag = value.replace(/[.@].*$/, '').replaceAll('_', '-');
  return isLanguageTag(tag) && tag.toUpperCase() !== 'POSIX' ? tag : undefined;
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
