import { isIP } from 'node:net';
import { z } from 'zod';
import { webAddress } from './bot/platform/links.ts';
import { FILE } from './knowledge/git/file-page.ts';

/** Least megabytes: data that communities share takes some ten. */
const LEAST_COMMUNITY_MEMORY = 16;

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

const SECRET = z
  .string()
  .regex(/^\S{16,256}$/, 'is weak: it takes at least 16 characters, without spaces (try: openssl rand -hex 32)');

/** The variables that belong to no chat platform, by name. */
export const VARIABLES = {
  KNOWLEDGE_DIR: z
    .string()
    .refine((list) => listed(list).length > 0, 'names no folder')
    .optional(),
  KNOWLEDGE_GIT: z
    .string()
    .refine(isRepository, 'is no address of a repository, such as https://git.example.org/club/knowledge.git')
    .refine((url) => !hasPassword(url), 'holds a password or token, which belongs into KNOWLEDGE_GIT_TOKEN')
    .optional(),
  KNOWLEDGE_GIT_BRANCH: z
    .string()
    .regex(/^[^\s~^:?*[\\-][^\s~^:?*[\\]*$/, 'is no name of a branch')
    .optional(),
  KNOWLEDGE_GIT_FOLDER: z
    .string()
    .refine((path) => !path.split('/').some((part) => ['', '.', '..'].includes(part)), 'is no path in the repository')
    .optional(),
  KNOWLEDGE_GIT_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'is no token: those have no spaces')
    .optional(),
  KNOWLEDGE_GIT_SECRET: SECRET.optional(),
  KNOWLEDGE_GIT_PAGE: z
    .string()
    .refine((page) => webAddress(page) !== undefined && page.includes(FILE), `is no address with ${FILE} in it`)
    .optional(),
  DEFAULT_LANGUAGE: z.string().refine(isLanguageTag, 'is no language tag (try en or zh-Hans)').default('en'),
  DATABASE_URL: z.string().default('sqlite:./data/wenda.db'),
  WENDA_CACHE: z.string().min(1).default('./data/cache'),
  COMMUNITY_MEMORY: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, `is no number of megabytes from ${LEAST_COMMUNITY_MEMORY}`)
    .transform(Number)
    .refine(
      (megabytes) => megabytes >= LEAST_COMMUNITY_MEMORY,
      `is below ${LEAST_COMMUNITY_MEMORY}: what communities share takes some ten, so less could not be kept`,
    )
    .default(96),
  LOG_LEVEL: z.enum(LOG_LEVELS, `is none of ${LOG_LEVELS.join(', ')}`).default('warn'),
  SITE_URL: z.string().refine(webAddress, 'is no address').optional(),
  PHRASINGS_API_URL: z
    .string()
    .refine(webAddress, 'is no address of an API, such as http://localhost:11434/v1')
    .optional(),
  PHRASINGS_MODEL: z.string().optional(),
  PHRASINGS_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'is no key: those have no spaces')
    .optional(),
  WEB_HOST: z
    .string()
    .refine(isHost, 'is no address of this machine, such as 127.0.0.1 or 0.0.0.0, without https:// and port')
    .default('127.0.0.1'),
  WEB_PORT: z
    .string()
    .refine(
      (port) => port === 'off' || (/^\d{1,5}$/.test(port) && Number(port) <= 65_535),
      'is no port: a number up to 65535, or off',
    )
    .default('8080'),
  MCP: z.enum(['on', 'off'], 'is neither on nor off').default('off'),
  WEB_TOKEN: SECRET.optional(),
  WEB_NAMES: z
    .string()
    .regex(/^[a-z0-9.-]+(?:\s*,\s*[a-z0-9.-]+)*$/i, 'is no list of host names, such as bot.example.org')
    .optional(),
  WEB_PROXIES: z
    .string()
    .refine((list) => listed(list).every(isNetwork), 'is no list of addresses or networks, such as 172.16.0.0/12')
    .optional(),
};

/** Values separated by commas. */
export function listed(words: string): string[] {
  const list = words.split(',').map((word) => word.trim());
  return list.filter((word) => word !== '');
}

/** A URL that git accepts, or `user@host:path`. */
function isRepository(words: string): boolean {
  if (/^[\w.-]+@[\w.-]+:[\w~][^\s]*$/.test(words)) return true;
  return URL.canParse(words) && ['https:', 'http:', 'ssh:', 'file:'].includes(new URL(words).protocol);
}

const hasPassword = (words: string): boolean => URL.canParse(words) && new URL(words).password !== '';

/** An IP address, or a host name that is more than digits. */
function isHost(words: string): boolean {
  return isIP(words) !== 0 || (/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(words) && /[a-z]/i.test(words));
}

/** An IP address, with or without a prefix length. */
function isNetwork(words: string): boolean {
  const [address = '', bits] = words.split('/', 2);
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return (
    words === [address, bits].filter((part) => part !== undefined).join('/') &&
    most > 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  );
}

export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
