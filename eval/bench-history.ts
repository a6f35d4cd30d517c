import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { recentLineage } from '../src/bot/community/lineage.ts';
import { keyOfPlace, privatePlace } from '../src/bot/conversation/place.ts';
import type { Store, Unit } from '../src/bot/ports/store.ts';
import { keyedHash } from '../src/secrets.ts';
import { openStore } from '../src/store/index.ts';
import { openDatabase } from '../src/store/sqlite/connection.ts';

export interface HistoryCost {
  readonly what: string;
  /** Milliseconds from the call to its end, the best of a few. */
  readonly ms: number;
  /** Milliseconds for which nobody else got a turn at most. */
  readonly block: number;
  /** Milliseconds that another transaction waited at most, of those that began meanwhile. */
  readonly queue: number;
}

/** So many times as many acts are in the log as in the community that is looked at. */
const ALL = 8;
const TRIES = 4;
/** Of so many acts of the community one is held; the next one lets it through. */
const HELD = 100;
const HERE = 'bench:here';
const PEOPLE = 500;
const SECOND = 30_000;
const personOf = (at: number): string => keyedHash('bench')(`bench:${at}`);
const homeOf = (at: number): string => keyOfPlace(privatePlace('bench', personOf(at)));
/** People who did little, beside those who did a five-hundredth of all. */
const QUIET = 10_000;
const LITTLE = 3;

/**
 * What it costs to look into a log in which one community has so many acts, and others seven times as many, and to take
 * people out of it.
 */
export async function benchHistory(acts: number): Promise<readonly HistoryCost[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
  const file = join(folder, 'wenda.db');
  const open = () => openStore(`sqlite:${file}`);
  try {
    await (await open()).close();
    fill(file, acts);
    const store = await open();
    const found: HistoryCost[] = [];
    const timeAll = async (what: string, work: (turn: number) => Promise<unknown>): Promise<void> => {
      let [ms, block, queue] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      for (let turn = 0; turn < TRIES; turn++) {
        const [watch, others] = [watchTurns(), watchQueue(store)];
        const began = performance.now();
        await work(turn);
        ms = Math.min(ms, performance.now() - began);
        block = Math.min(block, watch());
        queue = Math.min(queue, await others());
      }
      found.push({ what, ms, block, queue });
    };
    const time = (what: string, work: (unit: Unit, turn: number) => Promise<unknown>) =>
      timeAll(what, (turn) => store.transact((unit) => work(unit, turn)));
    const erase = async (at: number): Promise<void> => {
      const [person, home] = [personOf(at), homeOf(at)];
      await store.inSteps(async ({ people }) => (await people.eraseSome(person, home)).isMore);
      await store.transact(({ people }) => people.erase(person, home));
    };
    await time('/history and /undo', ({ log }) => recentLineage(log, HERE));
    await time('/history of an entry', ({ log }) => log.acts({ community: HERE, kind: 'pin', key: 'k8', newest: 8 }));
    await time('the look for a burst before a change', ({ log }) =>
      log.acts({ person: personOf(8), since: momentOf(acts * ALL - 20) }),
    );
    await time('what waits, for /approve and the dashboard', ({ log }) => log.waiting(HERE));
    await time(`/privacy export of somebody with ${Math.round((acts * ALL) / PEOPLE)} acts`, ({ people }) =>
      people.export(personOf(8), homeOf(8)),
    );
    await timeAll(`/privacy erase of somebody with ${LITTLE} acts`, (turn) => erase(QUIET + turn));
    await timeAll(`/privacy erase of somebody with ${Math.round((acts * ALL) / PEOPLE)} acts`, (turn) =>
      erase(8 * (turn + 1)),
    );
    await store.close();
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns what ends it, and gives the longest time between two turns of the event loop */
function watchTurns(): () => number {
  let [last, longest, isOver] = [performance.now(), 0, false];
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  return () => {
    isOver = true;
    return Math.max(longest, performance.now() - last);
  };
}

/** Something short, again and again. @returns what ends it, and gives the longest time that it took */
function watchQueue(store: Store): () => Promise<number> {
  let [longest, isOver] = [0, false];
  const done = (async () => {
    while (!isOver) {
      const began = performance.now();
      await store.transact(
        ({ log }) => log.last(),
        () => 'written',
      );
      longest = Math.max(longest, performance.now() - began);
      await sleep(2);
    }
  })();
  return async () => {
    isOver = true;
    await done;
    return longest;
  };
}

const momentOf = (act: number): string => new Date(Date.parse('2026-01-01T00:00:00.000Z') + act * SECOND).toISOString();

/** Straight into the file: through the store it would take an hour. */
function fill(file: string, acts: number): void {
  const database = openDatabase(file, 0);
  const act = database.prepare(
    "insert into acts (id, community, person, place, at, command, why, held, approves) values (?, ?, ?, ?, ?, 'pin', '', ?, ?)",
  );
  const change = database.prepare("insert into changes values (?, 0, ?, 'pin', ?, null, ?)");
  const mention = database.prepare('insert into mentions (act, position, name) values (?, 0, ?)');
  const record = database.prepare("insert or replace into records values (?, 'pin', ?, ?)");
  const people = Array.from({ length: PEOPLE }, (_, at) => personOf(at));
  const add = (at: number, community: string, person: string, held = false, approves: number | null = null): void => {
    const value = JSON.stringify({ by: person });
    act.run(at, community, person, community, momentOf(at), held ? 1 : 0, approves);
    change.run(at, community, `k${at % 997}`, value);
    mention.run(at, person);
    record.run(community, `k${at % 997}`, value);
  };
  database.exec('begin');
  for (let at = 1; at <= acts * ALL; at++) {
    const community = at % ALL === 0 ? HERE : `bench:${(at * 7919) % 100_000}`;
    const held = community === HERE && at % (HELD * ALL) === 0;
    add(
      at,
      community,
      people[at % PEOPLE] ?? '',
      held,
      community === HERE && at % (HELD * ALL) === ALL && at > ALL ? at - ALL : null,
    );
  }
  for (let turn = 0; turn < TRIES; turn++)
    for (let n = 0; n < LITTLE; n++)
      add(acts * ALL + 1 + turn * LITTLE + n, n === 0 ? HERE : homeOf(QUIET + turn), personOf(QUIET + turn));
  // What they mention is noted.
  database.exec('delete from unnoted');
  database.exec('commit');
  database.close();
}
