/** A process of its own for servers.ts: `servers-child.js COUNT`. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../src/app.ts';
import { createCounter } from '../../src/bot/community/counting.ts';
import { say, teach, titlesOf, withApp } from './measuring.ts';
import { DAYS, OWN, QUESTIONS, type Servers, TALLIES } from './servers.ts';

const count = Number(process.argv[2]);
const servers = Array.from({ length: count }, (_, at) => `server-${at}`);
const ids = servers.map((server) => `bench:${server}`);
/** The days of some servers are enough to know those of one. */
const few = ids.slice(0, 20);
const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
const file = join(folder, 'wenda.db');
const databaseUrl = `sqlite:${file}`;

/** Kilobytes by which the database grows; it is one file once it is closed. */
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
    for (const community of few)
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

try {
  const entry = (await grows((app) => teach(app, ids, OWN))) / (count * OWN);
  const year = (await grows(countDays)) / few.length;
  await withApp({ databaseUrl }, async (app) => {
    const titles = titlesOf(app);
    // What all share is there before anything is counted.
    for (const title of titles) await say(app, 'another', title);
    const before = process.cpuUsage();
    for (const [at, server] of servers.entries())
      for (let asked = 0; asked < QUESTIONS; asked++)
        await say(app, server, titles[(at + asked) % titles.length] ?? '');
    const { user, system } = process.cpuUsage(before);
    const processor = (user + system) / 1000 / (count * QUESTIONS);
    process.send?.({ memory: process.memoryUsage.rss() / 2 ** 20, processor, entry, year } satisfies Servers);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
