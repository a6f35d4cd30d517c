import { setTimeout as pause } from 'node:timers/promises';
import { readConfig } from '../../src/config.ts';
import { seeded } from '../seeded.ts';
import { heldBytes } from './held-bytes.ts';
import { say, teach, warmUp, withApp } from './measuring.ts';

const COUNT = 3000;
const OWN = 5;
const MINUTES = 60;
/** Minutes between two measurements. */
const EACH = 5;
/** Milliseconds between two questions. */
const PAUSE_MS = 120;

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);

/**
 * An hour of questions from thousands of communities: how much memory the process keeps for them besides
 * COMMUNITY_MEMORY.
 */
export async function memoryTable(): Promise<string> {
  const { communityMemory } = readConfig();
  const random = seeded(7);
  const oneOf = (all: readonly string[]): string => all[Math.floor(random() * all.length)] ?? '';
  const places = Array.from({ length: COUNT }, (_, at) => `community-${at}`);
  return withApp({ communityMemory }, async (app) => {
    await teach(
      app,
      places.map((place) => `bench:${place}`),
      OWN,
    );
    const titles = await warmUp(app);
    const empty = heldBytes();
    const rows: string[] = [];
    let asked = 0;
    for (let minute = EACH; minute <= MINUTES; minute += EACH) {
      const end = performance.now() + EACH * 60_000;
      while (performance.now() < end) {
        await say(app, oneOf(places), oneOf(titles));
        asked++;
        await pause(PAUSE_MS);
      }
      rows.push(`| ${minute} | ${asked} | ${megabytes(heldBytes() - empty)} |\n`);
      process.stderr.write(rows.at(-1) ?? '');
    }
    const head = `| minutes, COMMUNITY_MEMORY=${communityMemory} | questions | MB beyond a warm start |\n|---|---|---|\n`;
    return head + rows.join('');
  });
}
