import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recentLineage } from '../src/bot/community/lineage.ts';
import type { Log } from '../src/bot/ports/store.ts';
import { openStore } from '../src/store/index.ts';
import { openDatabase } from '../src/store/sqlite/connection.ts';

export interface HistoryCost {
  readonly what: string;
  /** Milliseconds, the best of a few. */
  readonly ms: number;
}

/** So many times as many acts are in the log as in the community that is looked at. */
const ALL = 8;
const TRIES = 4;
/** Of so many acts of the community one is held; the next one lets it through. */
const HELD = 100;
const [HERE, PERSON] = ['bench:here', 'p8'];
const SECOND = 30_000;

/** What it costs to look into a log in which one community has so many acts, and others seven times as many. */
export async function benchHistory(acts: number): Promise<readonly HistoryCost[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
  const file = join(folder, 'wenda.db');
  const open = () => openStore(`sqlite:${file}`);
  try {
    await (await open()).close();
    fill(file, acts);
    const store = await open();
    const found: HistoryCost[] = [];
    const time = async (what: string, look: (log: Log) => Promise<unknown>): Promise<void> => {
      let ms = Number.POSITIVE_INFINITY;
      for (let turn = 0; turn < TRIES; turn++) {
        const began = performance.now();
        await store.transact(({ log }) => look(log));
        ms = Math.min(ms, performance.now() - began);
      }
      found.push({ what, ms });
    };
    await time('/history and /undo', (log) => recentLineage(log, HERE));
    await time('/history of an entry', (log) => log.acts({ community: HERE, kind: 'setting', key: 'k7', newest: 8 }));
    await time('the look for a burst before a change', (log) => log.acts({ person: PERSON, since: momentOf(acts * ALL - 20) }));
    await time('what waits, for /approve and the dashboard', (log) => log.waiting(HERE));
    await store.close();
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const momentOf = (act: number): string => new Date(Date.parse('2026-01-01T00:00:00.000Z') + act * SECOND).toISOString();

/** Straight into the file: through the store it would take an hour. */
function fill(file: string, acts: number): void {
  const database = openDatabase(file, 0);
  const act = database.prepare("insert into acts (id, community, person, place, at, command, why, held, approves) values (?, ?, ?, ?, ?, 'settings', '', ?, ?)");
  const change = database.prepare("insert into changes values (?, 0, ?, 'setting', ?, null, '\"x\"')");
  database.exec('begin');
  for (let at = 1; at <= acts * ALL; at++) {
    const community = at % ALL === 0 ? HERE : `bench:${(at * 7919) % 100_000}`;
    const held = community === HERE && at % (HELD * ALL) === 0;
    act.run(at, community, `p${at % 500}`, community, momentOf(at), held ? 1 : 0, community === HERE && at % (HELD * ALL) === ALL && at > ALL ? at - ALL : null);
    change.run(at, community, `k${at % 997}`);
  }
  database.exec('commit');
  database.close();
}
