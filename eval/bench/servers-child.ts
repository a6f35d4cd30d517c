/** A process of its own for servers.ts, so that its memory is the bot's. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../src/app.ts';
import { createCounter } from '../../src/bot/community/counting.ts';
import { readConfig } from '../../src/config.ts';
import { heldBytes } from './held-bytes.ts';
import { say, teach, warmUp, withApp } from './measuring.ts';
import { COUNTED, DAYS, MEASURED, OWN, QUESTIONS, type Servers, TALLIES } from './servers.ts';

const servers = Array.from({ length: Math.max(...MEASURED) }, (_, at) => `server-${at}`);
const ids = servers.map((server) => `bench:${server}`);
const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
const file = join(folder, 'wenda.db');
const { communityMemory } = readConfig();
const databaseUrl = `sqlite:${file}`;

/** Kilobytes by which some work makes the database grow. It is measured when it is closed, and so a single file. */
async function grows(work: (app: App) => Promise<void>): Promise<number> {
  await withApp({ databaseUrl, learning: 'never' }, () => Promise.resolve());
  const before = statSync(file).size;
  await withApp({ databaseUrl, learning: 'never' }, work);
  return (statSync(file).size - before) / 1024;
}

async function countDays({ services: { store } }: App): Promise<void> {
  for (let day = 0; day < DAYS; day++) {
    const at = new Date(Date.UTC(2026, 0, 1 + day)).toISOString();
    const counter = createCounter(
      store,
      () => at,
      (error) => process.stderr.write(`${String(error)}\n`),
    );
    for (const community of ids.slice(0, COUNTED))
      for (let row = 0; row < TALLIES; row++)
        counter.count({
          community,
          what: 'answered',
          language: 'en',
          platform: 'bench',
          entry: `questions/one-${row}`,
        });
    await counter.flush();
  }
}

const megabytes = (bytes: number): number => bytes / 2 ** 20;

try {
  const entry = (await grows((app) => teach(app, ids, OWN))) / (ids.length * OWN);
  const day = (await grows(countDays)) / (COUNTED * DAYS);
  await withApp({ databaseUrl, communityMemory }, async (app) => {
    const titles = await warmUp(app);
    const empty = heldBytes();
    const memory: Servers['memory'][number][] = [];
    let [first, others] = [0, 0];
    for (const [at, server] of servers.entries()) {
      const ask = async (asked: number): Promise<number> => {
        const before = process.cpuUsage();
        await say(app, server, titles[(at + asked) % titles.length] ?? '');
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      };
      first += await ask(0);
      for (let asked = 1; asked < QUESTIONS; asked++) others += await ask(asked);
      if (!MEASURED.some((count) => count === at + 1)) continue;
      const held = megabytes(heldBytes() - empty);
      memory.push({ process: megabytes(process.memoryUsage.rss()), servers: held });
    }
    first /= servers.length;
    others /= servers.length * (QUESTIONS - 1);
    process.send?.({ memory, most: communityMemory, first, others, entry, day } satisfies Servers);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
