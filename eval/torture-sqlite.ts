import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync } from '@photostructure/sqlite';
import { openStore } from '../src/store/index.ts';
import { problemsOf, read } from './torture-acts.ts';
import { acknowledgement, startWriter, type Writer } from './torture-process.ts';

export interface Tally {
  kills: number;
  /** Kills before the writer had acknowledged anything. */
  early: number;
  acknowledged: number;
  /** Acts that were stored although the kill came before their acknowledgement. */
  unacknowledged: number;
  readonly problems: string[];
}

/** Kills after which a new file is begun, as its log becomes too long to be read each time. */
const KILLS_OF_A_FILE = 20;
/** Acts, and milliseconds, within which the kill comes. */
const MOST_ACTS = 40;
const LONGEST = 5000;

/** Kills writers of a SQLite file, and checks whether anything was lost. */
export async function tortureSqlite(
  cycles: number,
  random: () => number,
  onCycle: (done: number) => void,
): Promise<Tally> {
  const tally: Tally = { kills: 0, early: 0, acknowledged: 0, unacknowledged: 0, problems: [] };
  for (let done = 0; done < cycles && tally.problems.length === 0; done += KILLS_OF_A_FILE) {
    const folder = mkdtempSync(join(tmpdir(), 'wenda-torture-'));
    await tortureFile(join(folder, 'data', 'wenda.db'), Math.min(KILLS_OF_A_FILE, cycles - done), random, tally, () =>
      onCycle(tally.kills),
    );
    rmSync(folder, { recursive: true, force: true });
  }
  return tally;
}

async function tortureFile(
  path: string,
  cycles: number,
  random: () => number,
  tally: Tally,
  onCycle: () => void,
): Promise<void> {
  const acknowledged = new Map<string, number>();
  const start = (cycle: number): Victim => {
    const printed: string[] = [];
    const writer = startWriter(`sqlite:${path}`, `w${cycle}`, (line) => {
      printed.push(line);
      const [name, id] = acknowledgement(line) ?? [];
      if (name !== undefined && id !== undefined) acknowledged.set(name, id);
      if (line.startsWith('no ')) tally.problems.push(line);
    });
    return { writer, printed };
  };
  // The next one is loaded meanwhile, as that takes longer than its work.
  let next = start(0);
  let silent = 0;
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const regression = next;
    next = start(cycle + 1);
    await killAtRandom(regression, random);
    tally.kills += 1;
    if (regression.printed.length <= 1) tally.early += 1;
    // Sometimes another writer, instead of this process, opens what a killed one has left.
    if (cycle % 4 !== 1 || cycle === cycles - 1) silent = await examine(path, acknowledged, tally);
    onCycle();
  }
  await next.writer.kill();
  tally.acknowledged += acknowledged.size;
  tally.unacknowledged += silent;
}

interface Victim {
  readonly writer: Writer;
  /** `open`, and then a line for each act. */
  readonly printed: readonly string[];
}

/** One kill of three comes early: while the file is opened, tables are made, or the last log is read. */
async function killAtRandom({ writer, printed }: Victim, random: () => number): Promise<void> {
  const lines = random() < 0.34 ? 1 : 2 + random() * MOST_ACTS;
  writer.begin();
  for (const end = Date.now() + LONGEST; printed.length < lines && writer.isRunning() && Date.now() < end; )
    await sleep(1);
  await sleep(random() * (lines === 1 ? 40 : 10));
  await writer.kill();
}

/** @returns number of acts that are there but were never acknowledged */
async function examine(path: string, acknowledged: ReadonlyMap<string, number>, tally: Tally): Promise<number> {
  const store = await openStore(`sqlite:${path}`);
  const kept = await read(store);
  await store.close();
  const database = new DatabaseSync(path, { returnArrays: true });
  const integrity = database.prepare('pragma integrity_check').all();
  database.close();
  if (String(integrity) !== 'ok') tally.problems.push(`integrity_check: ${String(integrity)}`);
  tally.problems.push(...problemsOf(kept, acknowledged));
  return kept.acts.filter(({ why }) => !acknowledged.has(why)).length;
}
