import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../src/store/index.ts';
import { powerDisk } from './power-disk.ts';
import { type DiskEvent, readTrace, straceTo } from './power-trace.ts';
import { type Acknowledged, problemsOf, read } from './torture-acts.ts';
import { acknowledgement, startWriter } from './torture-process.ts';

export interface PowerTally {
  cuts: number;
  /** Acts that the writer had acknowledged by the end of the recording. */
  acknowledged: number;
  readonly problems: string[];
  /** Cuts after which a disk that never syncs the log has lost something: shows that the test can see losses. */
  seen: number;
  control: number;
}

/** Acts that are recorded, and milliseconds in which they must be. */
const RECORDED = 150;
const LONGEST = 20_000;
/** Cuts with a disk that syncs no log. */
const CONTROLS = 10;

/**
 * Records all writes and syncs of a writer, and cuts the power at random moments: all that was synced remains, and of
 * the rest a random half, sector by sector. Then the file is opened and checked.
 */
export async function torturePower(
  cuts: number,
  random: () => number,
  onCut: (done: number) => void,
): Promise<PowerTally> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-torture-'));
  const data = join(folder, 'data');
  const events = await record(folder, data);
  const tally: PowerTally = { cuts: 0, acknowledged: acknowledgedIn(events).size, problems: [], seen: 0, control: 0 };
  const place = join(folder, 'cut');
  for await (const problems of cutAtRandom(events, cuts, { data, place, random })) {
    tally.problems.push(...problems);
    tally.cuts += 1;
    onCut(tally.cuts);
  }
  const unsynced = events.filter((event) => event.did !== 'sync' || !event.path.endsWith('-wal'));
  for await (const problems of cutAtRandom(unsynced, Math.min(cuts, CONTROLS), { data, place, random })) {
    tally.seen += problems.length > 0 ? 1 : 0;
    tally.control += 1;
  }
  rmSync(folder, { recursive: true, force: true });
  return tally;
}

async function record(folder: string, data: string): Promise<DiskEvent[]> {
  const trace = join(folder, 'trace');
  let acknowledged = 0;
  const onLine = () => {
    acknowledged += 1;
  };
  const writer = startWriter(`sqlite:${join(data, 'wenda.db')}`, 'w', onLine, { under: straceTo(trace) });
  writer.begin();
  for (const end = Date.now() + LONGEST; acknowledged < RECORDED && writer.isRunning() && Date.now() < end; )
    await sleep(10);
  await writer.stop();
  return readTrace(readFileSync(trace, 'latin1'), data);
}

function acknowledgedIn(events: readonly DiskEvent[]): Map<string, number> {
  const lines = events.flatMap((event) => (event.did === 'print' ? event.text.split('\n') : []));
  return new Map(lines.map(acknowledgement).filter((one) => one !== undefined));
}

interface CutOptions {
  /** Folder that was recorded. */
  readonly data: string;
  /** Folder for the files that the cut leaves. */
  readonly place: string;
  readonly random: () => number;
}

/** Faults after each of a number of cuts. */
async function* cutAtRandom(events: readonly DiskEvent[], cuts: number, options: CutOptions): AsyncGenerator<string[]> {
  const first = events.findIndex(({ did }) => did === 'print');
  const moments = Array.from(
    { length: cuts },
    () => first + Math.floor(options.random() * (events.length - first)),
  ).sort((a, b) => a - b);
  const disk = powerDisk(options.data);
  let done = 0;
  for (const moment of moments) {
    for (const event of events.slice(done, moment)) disk.take(event);
    done = moment;
    yield await problemsOn(disk.cut(options.random), acknowledgedIn(events.slice(0, moment)), options.place);
  }
}

async function problemsOn(
  files: ReadonlyMap<string, Buffer>,
  acknowledged: Acknowledged,
  place: string,
): Promise<string[]> {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const [path, bytes] of files) writeFileSync(join(place, basename(path)), bytes);
  try {
    const store = await openStore(`sqlite:${join(place, 'wenda.db')}`);
    const problems = problemsOf(await read(store), acknowledged);
    await store.close();
    return problems;
  } catch (error) {
    return [String(error)];
  }
}
