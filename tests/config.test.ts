import { describe, expect, it, vi } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
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

describe('readConfig', () => {
  it('has defaults, also for what is empty', () => {
    const defaults = {
      knowledgeDir: ['./knowledge'],
      defaultLanguage: 'en',
      logLevel: 'warn',
      databaseUrl: 'sqlite:./data/wenda.db',
      encoder: 'auto',
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

  it('takes off or a folder for the encoder', () => {
    expect(['off', '/models/de'].map((encoder) => readConfig({ ENCODER: encoder }).encoder)).toEqual([
      'off',
      '/models/de',
    ]);
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
      isAsked: false,
    });
    expect(
      readConfig({
        WEB_PORT: '0',
        WEB_TOKEN: 'x'.repeat(16),
        WEB_NAMES: 'a.example, b.example',
        WEB_PROXIES: '10.0.0.1, 172.16.0.0/12, fd00::/8',
      }).web,
    ).toEqual({
      host: '127.0.0.1',
      port: 0,
      token: 'x'.repeat(16),
      names: ['a.example', 'b.example'],
      proxies: ['10.0.0.1', '172.16.0.0/12', 'fd00::/8'],
      isAsked: true,
    });
    expect(readConfig({ WEB_PORT: 'off' }).web).toBeUndefined();
    expect(problemsOf({ WEB_PORT: '65536' }).join()).toContain('WEB_PORT is no port');
    for (const wrong of ['proxy', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', 'fd00::/129'])
      expect(problemsOf({ WEB_PROXIES: wrong }).join()).toContain('WEB_PROXIES is no list');
    expect(problemsOf({ WEB_TOKEN: 'short' }).join()).toContain('WEB_TOKEN is weak');
    expect(problemsOf({ WEB_PORT: 'off', DISCORD_PUBLIC_KEY: 'ab'.repeat(32) }).join()).toContain('WEB_PORT is off');
  });
});
