import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../src/store/index.ts';
import { startPostgres } from '../tests/helpers/postgres-server.ts';
import { problemsOf, read } from './torture-acts.ts';
import { acknowledgement, startWriter } from './torture-process.ts';

export interface PostgresTally {
  kills: number;
  acknowledged: number;
  unacknowledged: number;
  /** Message of each rejected transaction. */
  readonly rejections: string[];
  /** Milliseconds from the server being up to the next acknowledgement, for each kill. */
  readonly delays: number[];
  readonly problems: string[];
}

/**
 * Kills the server with all its processes under a writer, and checks whether anything was lost.
 * @param patience milliseconds for which the writer waits for the server, and in which the server must be back
 */
export async function torturePostgres(
  kills: number,
  patience: number,
  random: () => number,
  onKill: (done: number) => void,
): Promise<PostgresTally> {
  const tally: PostgresTally = {
    kills: 0,
    acknowledged: 0,
    unacknowledged: 0,
    rejections: [],
    delays: [],
    problems: [],
  };
  const acknowledged = new Map<string, number>();
  const server = await startPostgres();
  const url = server.url('postgres');
  const onLine = (line: string) => {
    const [name, id] = acknowledgement(line) ?? [];
    if (name !== undefined && id !== undefined) acknowledged.set(name, id);
    if (line.startsWith('no ')) tally.rejections.push(line);
  };
  const writer = startWriter(url, 'w', onLine, { patience });
  writer.begin();
  await nextAcknowledgement(acknowledged, patience);
  while (tally.kills < kills && tally.problems.length === 0) {
    await sleep(100 + random() * 900);
    await server.kill();
    await sleep(random() * 1000);
    await server.start();
    const delay = await nextAcknowledgement(acknowledged, patience);
    tally.kills += 1;
    if (delay === undefined || !writer.isRunning())
      tally.problems.push(`the writer is not back ${patience} ms after the server`);
    else tally.delays.push(delay);
    onKill(tally.kills);
  }
  if ((await writer.stop()) !== 0) tally.problems.push('the writer did not end well');
  const store = await openStore(url);
  const kept = await read(store);
  await store.close();
  await server.stop();
  tally.problems.push(...problemsOf(kept, acknowledged));
  tally.acknowledged = acknowledged.size;
  tally.unacknowledged = kept.acts.length - acknowledged.size;
  return tally;
}

/** @returns milliseconds until it came; undefined if it did not */
async function nextAcknowledgement(
  acknowledged: ReadonlyMap<string, number>,
  patience: number,
): Promise<number | undefined> {
  const before = acknowledged.size;
  const start = Date.now();
  while (acknowledged.size === before) {
    if (Date.now() - start > patience) return undefined;
    await sleep(5);
  }
  return Date.now() - start;
}
