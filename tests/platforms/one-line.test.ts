import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createBot } from '../../src/bot/bot.ts';
import type { ChatPlatform, SetValues } from '../../src/bot/platform/chat-platform.ts';
import { ConfigError, readConfig } from '../../src/config.ts';
import { CHATS } from '../../src/platforms/index.ts';
import { hasChats, openChats } from '../../src/serving.ts';
import { createSetup } from '../../src/setup/setup.ts';
import { logTo } from '../helpers/log-to.ts';
import { opened, post } from '../helpers/made-up-platform/chat.ts';
import { PACK } from '../helpers/pack.ts';
import { servicesOf } from '../helpers/services.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

// What `tests/platforms/contract.test.ts` promises of the made-up platform is tested there.
describe('a platform is a folder, and a line in the list', () => {
  const list = CHATS as ChatPlatform[];
  beforeAll(() => void list.push(post));
  afterAll(() => void list.splice(list.indexOf(post), 1));

  const problemsOf = (set: Readonly<Record<string, string>>): string[] => {
    try {
      readConfig(set);
      return [];
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      return (error as Error).message.split('\n').map((line) => line.replace('; see .env.example', ''));
    }
  };

  it('of which its settings come', () => {
    expect(problemsOf({ POST_STAMP: 'stamp-1', POST_BOX: 'small', POST_HOOK: 'x' })).toEqual([]);
    expect(problemsOf({ POST_STAMP: 'seal' })).toEqual(['POST_STAMP is no stamp']);
    expect(problemsOf({ POST_BOX: 'full' })).toEqual([
      'POST_STAMP is missing, without which POST_BOX has no effect',
      'POST_BOX is full',
    ]);
    expect(problemsOf({ POST_HOOK: 'x', WEB_PORT: 'off' })).toEqual([
      'WEB_PORT is off, without which POST_HOOK cannot be served',
    ]);
    expect(problemsOf({ POST_STAMPS: 'x' })).toEqual(['POST_STAMPS is no setting (did you mean POST_STAMP?)']);
  });

  it('which names what means nothing any more', () =>
    expect(readConfig({ POST_OFFICE: 'x' }).notes).toEqual([
      'POST_OFFICE means nothing any more: there is one (remove it from .env)',
    ]));

  it('that begins where its token is set, and answers there', async () => {
    expect(hasChats(readConfig({ POST_BOX: '', DISCORD_GUILD_ID: '' }))).toBe(false);
    const config = readConfig({ POST_STAMP: 'stamp-1' });
    expect(hasChats(config)).toBe(true);
    const services = await servicesOf(PACK);
    const lines: string[] = [];
    const chats = await openChats(config, { services, log: logTo([]) }, (line) => lines.push(line));
    expect([chats.map(({ name }) => name), lines]).toEqual([['post'], ['the post office is open']]);
    const stop = new AbortController();
    const ended = Promise.all(chats.map(({ run }) => run(createBot(services), stop.signal)));
    const text = 'Why was my account banned?';
    await expect
      .poll(() =>
        opened.office?.deliver({ from: 'a', text }).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    await expect.poll(() => opened.answers.map(({ words }) => words).join()).toContain(text);
    stop.abort();
    await ended;
  });

  it('that begins by hand unless it says how the first start asks for its token', () =>
    expect(
      createSetup({ file: '/none', hasKey: true, start: async () => undefined }).platforms.map(({ name }) => name),
    ).toEqual(CHATS.filter((chat) => chat !== post).map(({ name }) => name)));

  it('that the first start takes a token of', async () => {
    const [first] = CHATS;
    if (!first?.setup) throw new Error('the first platform has no setup');
    const { words } = first.setup;
    const probe = async (token: string, { POST_BOX: box = '' }: SetValues) =>
      ({ kind: 'good', bot: `${token} in ${box}`, readsAll: false, invite: 'https://post.example/box' }) as const;
    list.splice(list.indexOf(post), 1, { ...post, setup: { words, probe } });
    onTestFinished(() => void list.splice(-1, 1, post));
    const begun: object[] = [];
    const setup = createSetup({
      file: join(temporaryFolder({}), '.env'),
      set: { POST_BOX: '7' },
      hasKey: true,
      start: async (settings) => void begun.push(settings),
    });
    const platform = setup.platforms.find(({ name }) => name === 'post');
    expect(await platform?.check('seal')).toEqual({ kind: 'malformed' });
    const done = await setup.save({ post: 'stamp-2' });
    expect(done?.started).toMatchObject([{ bot: 'stamp-2 in 7', platform: { title: 'Post', words } }]);
    expect(begun).toEqual([{ POST_STAMP: 'stamp-2' }]);
  });
});
