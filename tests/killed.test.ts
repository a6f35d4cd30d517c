import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type BotApi, startBotApi, TOKEN } from '../eval/torture-bot-api.ts';
import { openConnection } from '../src/store/sqlite/connection.ts';
import { freePort } from './helpers/free-port.ts';
import { lacksBuilt } from './helpers/lacks.ts';
import { temporaryFolder } from './helpers/temporary-folder.ts';

const PACK = {
  'knowledge/office/pack.json': JSON.stringify({
    title: { en: 'Office' },
    defaultLanguage: 'en',
    licence: 'CC-BY-4.0',
    sources: { rules: { title: 'Rules' } },
  }),
  'knowledge/office/en/questions/hours.md':
    '---\nsources: [rules]\n---\n# When is the office open?\n\n> - opening hours of the office\n\nFrom nine to five.\n',
};
const GROUP = -1_000_000_000_001;
const MODERATOR = 1001;
const PATIENT = { timeout: 120_000, interval: 50 };
const HOOK = pathToFileURL('tests/fixtures/kill-before-commit.js').href;

interface World {
  readonly folder: string;
  readonly api: BotApi;
  readonly port: string;
}

function start({ folder, api, port }: World, killBefore?: number) {
  const child = spawn(process.execPath, ['--import', HOOK, 'dist/app/main.js'], {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      KNOWLEDGE_DIR: join(folder, 'knowledge'),
      WENDA_CACHE: join(folder, 'cache'),
      DATABASE_URL: `sqlite:${join(folder, 'wenda.db')}`,
      TELEGRAM_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: api.rootOf(0),
      WEB_PORT: port,
      COMMITS: join(folder, 'commits'),
      ...(killBefore === undefined ? {} : { KILL_BEFORE: String(killBefore) }),
    },
  });
  const end = once(child, 'exit');
  return {
    end,
    stop: async () => {
      child.kill('SIGTERM');
      await end;
    },
  };
}

const filesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** A folder with knowledge, a group of which one question is pinned, and what was learned. */
async function world(port: string): Promise<World> {
  const [folder, api] = [temporaryFolder(PACK), await startBotApi(true)];
  onTestFinished(api.close);
  const made = { folder, api, port };
  const bot = start(made);
  api.say(GROUP, '/pin lantern of old? entry: When is the office open?', MODERATOR);
  await expect.poll(api.unanswered, PATIENT).toEqual([]);
  // Else each of the processes to come would learn it again.
  await expect.poll(() => filesIn(join(folder, 'cache')), PATIENT).not.toEqual([]);
  await bot.stop();
  return made;
}

/** What a moderator does and asks, while nobody listens. */
function speak(api: BotApi): void {
  api.say(GROUP, '/pin lantern of new? entry: When is the office open?', MODERATOR);
  api.say(GROUP, '/undo', MODERATOR);
  api.say(GROUP, '/ask opening hours of the office');
}

function actsIn(folder: string): unknown[] {
  const database = openConnection(join(folder, 'wenda.db'), 5000);
  try {
    return database.run('select command from acts order by id').rows.map(({ command }) => command);
  } finally {
    database.close();
  }
}

describe.skipIf(lacksBuilt('dist/app/main.js'))('a process that is killed right before one of its commits', () => {
  it.each([
    ['with pages, as by default', async () => String(await freePort())],
    ['without pages', async () => 'off'],
  ])('leaves nothing that happens twice or never, %s', async (_, portOf) => {
    const port = await portOf();
    const first = await world(port);
    const before = `${temporaryFolder({})}/before`;
    cpSync(first.folder, before, { recursive: true });
    speak(first.api);
    const whole = start(first);
    await expect.poll(first.api.unanswered, PATIENT).toEqual([]);
    await whole.stop();
    expect(actsIn(first.folder)).toEqual(['pin', 'pin', 'undo']);
    const commits = Number(readFileSync(join(first.folder, 'commits'), 'utf8'));
    expect(commits).toBeGreaterThan(3);

    for (let at = 1; at <= commits; at++) {
      const folder = `${temporaryFolder({})}/after`;
      cpSync(before, folder, { recursive: true });
      const api = await startBotApi(true, 1);
      try {
        const again = { folder, api, port };
        speak(api);
        const killed = start(again, at);
        // Which commits are together depends on what is fast; the last ones may not come.
        await Promise.race([killed.end, expect.poll(api.unanswered, PATIENT).toEqual([])]);
        await killed.stop();
        const next = start(again);
        await expect.poll(api.unanswered, PATIENT).toEqual([]);
        await next.stop();
        expect({ at, acts: actsIn(folder) }).toEqual({ at, acts: ['pin', 'pin', 'undo'] });
        // What was sent and not noted may be said again.
        expect(api.repeated()).toBeLessThanOrEqual(1);
      } finally {
        await api.close();
      }
    }
  });
});
