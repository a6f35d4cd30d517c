import { describe, expect, it, vi } from 'vitest';
import { TAKEN_PATHS } from '../src/bot/ports/route.ts';
import { ConfigError, readConfig } from '../src/config.ts';
import { GIT_WEBHOOK } from '../src/ops/git-webhook.ts';
import { healthRoutes } from '../src/ops/health.ts';
import { appOf } from './helpers/pages.ts';
import { servicesOf } from './helpers/services.ts';
import { temporaryFolder } from './helpers/temporary-folder.ts';

function problemsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message.split('\n');
  }
}

const DISCORD = { DISCORD_TOKEN: `${'a'.repeat(24)}.abcdef.${'b'.repeat(27)}` };
const TELEGRAM = { TELEGRAM_TOKEN: `123456:${'c'.repeat(35)}` };
const webhook = (url: string) => ({
  ...TELEGRAM,
  TELEGRAM_WEBHOOK_URL: url,
  TELEGRAM_WEBHOOK_SECRET: 's'.repeat(16),
});

describe('readConfig', () => {
  it('has defaults, also for what is empty', () => {
    const defaults = {
      knowledgeDir: ['./knowledge'],
      defaultLanguage: 'en',
      logLevel: 'warn',
      databaseUrl: 'sqlite:./data/wenda.db',
      notes: [],
      terminalLocale: undefined,
    };
    expect(readConfig({})).toMatchObject(defaults);
    expect(readConfig({ KNOWLEDGE_DIR: '', DEFAULT_LANGUAGE: '', LOG_LEVEL: '', ENCODER: '' })).toMatchObject(defaults);
  });

  it('reads what is set, and cannot be changed', () => {
    const config = readConfig({ KNOWLEDGE_DIR: '/packs', DEFAULT_LANGUAGE: 'zh-Hans', LOG_LEVEL: 'debug' });
    expect(config).toMatchObject({ knowledgeDir: ['/packs'], defaultLanguage: 'zh-Hans', logLevel: 'debug' });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('takes several folders of knowledge, between commas', () => {
    expect(readConfig({ KNOWLEDGE_DIR: './my-club, ./knowledge/other,' }).knowledgeDir).toEqual([
      './my-club',
      './knowledge/other',
    ]);
    expect(problemsOf({ KNOWLEDGE_DIR: ' , ' })).toEqual(['KNOWLEDGE_DIR names no folder; see .env.example']);
  });

  it('tells in a line of a setting of an earlier version', () => {
    expect(readConfig({}).notes).toEqual([]);
    expect(readConfig({ DISCORD_PUBLIC_KEY: 'ab'.repeat(32) }).notes).toEqual([
      'DISCORD_PUBLIC_KEY means nothing any more: interactions come over the gateway alone, so clear Interactions Endpoint URL at Discord (remove it from .env)',
    ]);
  });

  it('reads a repository in the place of the folder that nobody named, or beside one', () => {
    const url = 'https://git.example.org/club/knowledge.git';
    const set = { KNOWLEDGE_GIT: url, KNOWLEDGE_GIT_FOLDER: 'packs', WENDA_CACHE: '/cache', HOME: '/root' };
    const { knowledgeDir, git } = readConfig({ ...set, DISCORD_GUILD_ID: '' });
    expect(knowledgeDir).toEqual(['/cache/git/good/knowledge/packs']);
    expect(git).toMatchObject({ url, place: '/cache/git', environment: { HOME: '/root' } });
    expect(git?.environment).not.toHaveProperty('DISCORD_GUILD_ID');
    expect(readConfig({ ...set, KNOWLEDGE_DIR: './mine' }).knowledgeDir).toEqual(['./mine', ...knowledgeDir]);
  });

  it.each([
    [{ KNOWLEDGE_GIT: 'ext::sh -c x' }, 'KNOWLEDGE_GIT is no address of a repository'],
    [{ KNOWLEDGE_GIT: '--upload-pack=x' }, 'KNOWLEDGE_GIT is no address of a repository'],
    [{ KNOWLEDGE_GIT: 'https://me:secret@git.example.org/k' }, 'KNOWLEDGE_GIT holds a password or token'],
    [{ KNOWLEDGE_GIT_TOKEN: 'x' }, 'KNOWLEDGE_GIT is missing'],
    [{ KNOWLEDGE_GIT: 'http://git.example.org/k', KNOWLEDGE_GIT_TOKEN: 'x' }, 'KNOWLEDGE_GIT has to begin with https'],
    [{ KNOWLEDGE_GIT: 'git@git.example.org:k', KNOWLEDGE_GIT_TOKEN: 'x' }, 'KNOWLEDGE_GIT has to begin with https'],
    [{ KNOWLEDGE_GIT: 'git@git.example.org:k', KNOWLEDGE_GIT_FOLDER: '../x' }, 'KNOWLEDGE_GIT_FOLDER is no path'],
    [{ KNOWLEDGE_GIT: 'git@git.example.org:k', KNOWLEDGE_GIT_BRANCH: '-x' }, 'KNOWLEDGE_GIT_BRANCH is no name'],
    [{ KNOWLEDGE_GIT: 'git@git.example.org:k', KNOWLEDGE_GIT_PAGE: 'https://x' }, 'KNOWLEDGE_GIT_PAGE is no address'],
    [
      { KNOWLEDGE_GIT: 'git@git.example.org:k', KNOWLEDGE_GIT_SECRET: 'x'.repeat(16), WEB_PORT: 'off' },
      'WEB_PORT is off, without which KNOWLEDGE_GIT_SECRET',
    ],
  ])('refuses %j', (set, words) => expect(problemsOf(set)).toEqual([expect.stringContaining(words)]));

  it('says that a setting which has gone means nothing, and does not refuse it', () => {
    expect(readConfig({ ENCODER: 'auto' }).notes).toEqual([expect.stringContaining('ENCODER means nothing any more')]);
  });

  it('names all problems at once', () => {
    expect(problemsOf({ DEFAULT_LANGUAGE: 'no language', LOG_LEVEL: 'loud' })).toEqual([
      'DEFAULT_LANGUAGE is no language tag (try en or zh-Hans); see .env.example',
      'LOG_LEVEL is none of silent, fatal, error, warn, info, debug, trace; see .env.example',
    ]);
  });

  it('prefers the environment to .env', () => {
    const folder = temporaryFolder({ '.env': 'KNOWLEDGE_DIR=/file\nLOG_LEVEL=error\n' });
    const cwd = vi.spyOn(process, 'cwd').mockReturnValue(folder);
    try {
      expect(readConfig({ LOG_LEVEL: 'info' })).toMatchObject({ knowledgeDir: ['/file'], logLevel: 'info' });
      expect(readConfig({ LOG_LEVEL: '' }).logLevel).toBe('error');
    } finally {
      cwd.mockRestore();
    }
  });

  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
    [{ LANG: 'de_DE@euro' }, 'de-DE'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'fr_FR.UTF-8' }, 'fr-FR'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'pt_BR.UTF-8', LC_MESSAGES: 'fr' }, 'pt-BR'],
    [{ LANG: 'C.UTF-8' }, undefined],
    [{ LANG: 'POSIX' }, undefined],
    [{}, undefined],
  ])('%j is the locale %s', (environment, locale) => expect(readConfig(environment).terminalLocale).toBe(locale));

  it('serves pages at an address, or none', () => {
    expect(readConfig({}).web).toEqual({
      host: '127.0.0.1',
      port: 8080,
      token: undefined,
      names: [],
      proxies: [],
      isMcp: false,
      isAsked: false,
    });
    expect(
      readConfig({
        WEB_PORT: '0',
        WEB_TOKEN: 'x'.repeat(16),
        MCP: 'on',
        WEB_NAMES: 'a.example, b.example',
        WEB_PROXIES: '10.0.0.1, 172.16.0.0/12, fd00::/8',
      }).web,
    ).toEqual({
      host: '127.0.0.1',
      port: 0,
      token: 'x'.repeat(16),
      names: ['a.example', 'b.example'],
      proxies: ['10.0.0.1', '172.16.0.0/12', 'fd00::/8'],
      isMcp: true,
      isAsked: true,
    });
    expect(readConfig({ WEB_PORT: 'off', MCP: 'off' }).web).toBeUndefined();
    expect(problemsOf({ WEB_PORT: 'off', MCP: 'on' }).join()).toContain('WEB_PORT is off, without which MCP cannot');
    expect(problemsOf({ MCP: 'yes' }).join()).toContain('MCP is neither on nor off');
    expect(problemsOf({ WEB_PORT: '65536' }).join()).toContain('WEB_PORT is no port');
    for (const wrong of ['proxy', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', 'fd00::/129'])
      expect(problemsOf({ WEB_PROXIES: wrong }).join()).toContain('WEB_PROXIES is no list');
    expect(problemsOf({ WEB_TOKEN: 'short' }).join()).toContain('WEB_TOKEN is weak');
    expect(problemsOf({ ...webhook('https://b.example/t'), WEB_PORT: 'off' }).join()).toContain('WEB_PORT is off');
  });

  it.each([
    [{ DISCORD_TOKEN: '1234567890123456789' }, 'DISCORD_TOKEN is no token of the developer portal'],
    [{ DISCORD_TOKEN: TELEGRAM.TELEGRAM_TOKEN }, 'DISCORD_TOKEN is no token of the developer portal'],
    [{ TELEGRAM_TOKEN: '@my_bot' }, 'TELEGRAM_TOKEN is no token of @BotFather'],
    [{ TELEGRAM_TOKEN: DISCORD.DISCORD_TOKEN }, 'TELEGRAM_TOKEN is no token of @BotFather'],
    [{ COMMUNITY_MEMORY: '15' }, 'COMMUNITY_MEMORY is below 16'],
    [{ COMMUNITY_MEMORY: 'much' }, 'COMMUNITY_MEMORY is no number of megabytes from 16'],
    [{ ...DISCORD, SHARDS: '0', SHARD_COUNT: '' }, 'SHARD_COUNT is missing, without which SHARDS has no effect'],
    [{ ...DISCORD, SHARDS: '0, 4', SHARD_COUNT: '4' }, 'SHARDS names 4, but with SHARD_COUNT=4 the last one is 3'],
    [{ ...webhook('https://b.example/t'), TELEGRAM_TOKEN: '' }, 'TELEGRAM_TOKEN is missing, without which'],
    [webhook('http://b.example/t'), 'TELEGRAM_WEBHOOK_URL has to begin with https://'],
    [webhook('https://b.example:8080/t'), 'TELEGRAM_WEBHOOK_URL has the port 8080, but Telegram calls only 443'],
    [webhook('https://b.example'), 'TELEGRAM_WEBHOOK_URL has the path /, which is taken'],
    [webhook('https://b.example/dashboard/hook'), 'TELEGRAM_WEBHOOK_URL has the path /dashboard/hook, which is taken'],
    [webhook('https://b.example/:t'), 'TELEGRAM_WEBHOOK_URL has a path with other signs'],
    [{ WEB_HOST: 'http://localhost' }, 'WEB_HOST is no address of this machine'],
    [{ WEB_HOST: 'localhost:8080' }, 'WEB_HOST is no address of this machine'],
    [{ WEB_HOST: '999.1.1.1' }, 'WEB_HOST is no address of this machine'],
  ])('refuses %j in one sentence', (environment, words) =>
    expect(problemsOf(environment)).toEqual([expect.stringContaining(words)]),
  );

  it.each<Record<string, string>>([
    { ...DISCORD, SHARDS: '0,3', SHARD_COUNT: '4' },
    webhook('https://b.example:8443/telegram/b-1'),
    // A Bot API server of one's own calls inside a network.
    { ...webhook('http://bot:3000/t'), TELEGRAM_API_ROOT: 'http://api:8081' },
    { WEB_HOST: '::' },
    { WEB_HOST: 'localhost' },
  ])('takes %j', (environment) => expect(problemsOf(environment)).toEqual([]));

  it('knows every path that is taken', async () => {
    const services = await servicesOf([]);
    const { routes } = appOf(services, {
      config: { isMcp: true, setup: NO_TOKEN, plain: healthRoutes(services, [], new AbortController().signal) },
    });
    const first = routes.map(({ path }) => path.split('/')[1] ?? '').filter((part) => part !== '*');
    expect([...new Set([...first, GIT_WEBHOOK.slice(1), 'metrics'])].sort()).toEqual(TAKEN_PATHS);
  });
});

const NO_TOKEN = { code: 'x', platforms: [], done: () => undefined, save: async () => undefined };

describe('names that are no settings', () => {
  it.each([
    ['KNOWLEDGE_DIRECTORY', 'KNOWLEDGE_DIR'],
    ['KNOWLEDGEDIR', 'KNOWLEDGE_DIR'],
    ['knowledge_dir', 'KNOWLEDGE_DIR'],
    ['DISCORD_BOT_TOKEN', 'DISCORD_TOKEN'],
    ['TELEGRAM_TOKENS', 'TELEGRAM_TOKEN'],
    ['TELEGRAM_WEBHOOK', 'TELEGRAM_WEBHOOK_URL'],
    ['WEB_PORTS', 'WEB_PORT'],
  ])('are told where they are near one that is: %s', (name, meant) =>
    expect(problemsOf({ [name]: 'x' })).toEqual([`${name} is no setting (did you mean ${meant}?); see .env.example`]),
  );

  it.each([
    'PATH',
    'POSTGRES_PASSWORD',
    'WEB_CONCURRENCY',
    'DATABASE_HOST',
    'COMPOSE_PROJECT_NAME',
    'LOGNAME',
    'EDITOR',
  ])('are those of other programs otherwise: %s', (name) => expect(problemsOf({ [name]: 'x' })).toEqual([]));

  it('are not told beside the setting that they are near', () => {
    expect(problemsOf({ DATABASE_PUBLIC_URL: 'x' })).toHaveLength(1);
    expect(problemsOf({ DATABASE_PUBLIC_URL: 'x', DATABASE_URL: 'sqlite::memory:' })).toEqual([]);
  });
});
