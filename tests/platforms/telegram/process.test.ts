import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeTelegram, fakeTelegram, TOKEN } from '../../helpers/fake-telegram.ts';
import { aloneWith, message, person } from '../../helpers/fake-telegram-people.ts';
import { freePort } from '../../helpers/free-port.ts';
import { lacksBuilt } from '../../helpers/lacks.ts';
import { shownText, until } from '../../helpers/telegram-bot.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const BUILT = 'dist/app/main.js';
const PACK = {
  'knowledge/pack/pack.json': JSON.stringify({
    title: { en: 'Office' },
    defaultLanguage: 'en',
    licence: 'CC-BY-4.0',
    sources: { rules: { title: 'Rules' } },
  }),
  'knowledge/pack/en/questions/hours.md':
    '---\nsources: [rules]\n---\n# When is the office open?\n\n> - opening hours of the office\n\nFrom nine to five.\n',
  'knowledge/pack/en/questions/refund.md':
    '---\nsources: [rules]\n---\n# Can I get a refund for my subscription?\n\n> - money back for my subscription\n\nYes, within a month.\n',
};

let fake: FakeTelegram;
let environment: Record<string, string>;
let child: ChildProcess;
let ending: Promise<unknown>;
let words: string;

beforeEach(async () => {
  fake = await fakeTelegram();
  const folder = temporaryFolder(PACK);
  environment = {
    PATH: process.env.PATH ?? '',
    KNOWLEDGE_DIR: `${folder}/knowledge`,
    DATABASE_URL: `sqlite:${folder}/data/wenda.db`,
    WENDA_CACHE: `${folder}/data/cache`,
    TELEGRAM_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: fake.root,
    LOG_LEVEL: 'info',
  };
});

afterEach(async () => {
  child.kill('SIGKILL');
  // Until then it writes into the folder that is removed.
  await ending;
  await fake.close();
  expect(fake.problems.splice(0)).toEqual([]);
});

/** @returns the exit code and signal, when it has ended */
function start(more: Record<string, string> = {}): Promise<[number | null, string | null]> {
  words = '';
  child = spawn(process.execPath, [BUILT], { env: { ...environment, ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stderr?.on('data', (chunk: Buffer) => {
    words += chunk.toString();
  });
  // Not its exit: its last words may still be on their way then.
  const ended = once(child, 'close') as Promise<[number | null, string | null]>;
  ending = ended;
  return ended;
}

const ask = (id: number, text = 'when is the office open?') =>
  fake.deliver({ message: message(person(id, 'en'), aloneWith(person(id)), text) });
const answers = () => fake.called('sendMessage').map((call) => shownText(call).split('\n')[0]);

// `npm ci` builds; without a build there is nothing to start.
describe.skipIf(lacksBuilt(BUILT))('the program', () => {
  it('answers by polling, loses nothing when it is killed, says nothing twice, and ends when it is told to', async () => {
    const first = start();
    await ask(1);
    await until(() => answers().length === 1);
    expect(words).toMatch(/^Telegram: connected as @\w+$/m);
    fake.trouble('sendMessage', { code: 429, description: 'Too Many Requests', parameters: { retry_after: 3 } });
    await ask(2, 'can I get a refund for my subscription?');
    await until(() => fake.called('sendMessage').length === 2);
    child.kill('SIGKILL');
    await first;
    const second = start();
    await until(() => answers().length === 3);
    expect(answers()).toEqual([
      'When is the office open?',
      'Can I get a refund for my subscription?',
      'Can I get a refund for my subscription?',
    ]);
    child.kill('SIGTERM');
    expect(await second).toEqual([0, null]);
    expect(words).not.toMatch(/fake-token|office open/);
  });

  it('says one message twice at most for each time that it is killed while many ask', async () => {
    const people = 24;
    const kills = 2;
    let ended = start();
    for (let id = 1; id <= people; id++) await ask(id);
    for (let kill = 1; kill <= kills; kill++) {
      await until(() => answers().length >= (kill * people) / (kills + 2));
      child.kill('SIGKILL');
      await ended;
      ended = start();
    }
    const chats = () => fake.called('sendMessage').map(({ body }) => body.chat_id);
    await until(() => new Set(chats()).size === people);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(chats().length - people).toBeLessThanOrEqual(kills);
  });

  it.each([
    [
      'a weak secret',
      { TELEGRAM_WEBHOOK_URL: 'https://a.example/t', TELEGRAM_WEBHOOK_SECRET: 'short' },
      /TELEGRAM_WEBHOOK_SECRET is weak/,
      2,
    ],
    [
      'a webhook without a secret',
      { TELEGRAM_WEBHOOK_URL: 'https://a.example/t' },
      /TELEGRAM_WEBHOOK_SECRET is missing/,
      2,
    ],
    [
      'a port that is taken',
      {
        TELEGRAM_WEBHOOK_URL: 'https://a.example/t',
        TELEGRAM_WEBHOOK_SECRET: 'long_enough-to-serve',
        WEB_PORT: 'taken',
      },
      /WEB_PORT/,
      1,
    ],
  ])('ends with a clear message for %s', async (_, more, message1, code) => {
    const [status] = await start({ ...more, ...('WEB_PORT' in more ? { WEB_PORT: new URL(fake.root).port } : {}) });
    expect(status).toBe(code);
    expect(words).toMatch(message1);
    expect(words).not.toMatch(/\n {4}at /);
  });

  it('answers by webhook', async () => {
    const port = await freePort();
    const ended = start({
      TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/t`,
      TELEGRAM_WEBHOOK_SECRET: 'long_enough-to-serve',
      WEB_PORT: String(port),
    });
    await until(() => fake.called('setWebhook').length === 1);
    expect(await ask(1)).toBe(200);
    await until(() => answers().length === 1);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
