import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../src/package.ts';
import { freePort } from '../tests/helpers/free-port.ts';
import { type PostgresServer, startPostgres } from '../tests/helpers/postgres-server.ts';
import { type BotApi, startBotApi, TOKEN, WEBHOOK } from './torture-bot-api.ts';

export interface ProcessesTally {
  /** Kills of processes on duty and of others, and halts of processes on duty for a while. */
  kills: number;
  otherKills: number;
  halts: number;
  updates: number;
  /** Questions of groups without an answer, as it would have come too late. */
  leftOut: number;
  /** Messages that were sent twice. */
  repeated: number;
  /** Milliseconds from the end of the process on duty to the next message, each time. */
  readonly handovers: number[];
  readonly problems: string[];
}

const PROCESSES = 4;
/** Milliseconds after which a chat says something again, as a group must stay below twenty answers a minute. */
const EVERY_MS = 4500;
const CHATS = [...[1, 2, 3, 4, 5, 6].map((n) => 1000 + n), ...[1, 2, 3, 4, 5, 6].map((n) => -1_000_000_000_000 - n)];
/** People who ask at once right before a process is ended: more than can be answered in a second. */
const BURST = 35;
/** Milliseconds in which another process must continue. A halt lasts longer. */
const PATIENCE_MS = 10_000;
const HALT_MS = 12_000;
/** Milliseconds without a message after which nothing more is awaited. */
const SILENCE_MS = 30_000;
/** Milliseconds for starting, as processes that start together delay each other on a small machine. */
const STARTING_MS = 120_000;
const PACK = {
  'pack.json': JSON.stringify({
    title: { en: 'Office' },
    defaultLanguage: 'en',
    licence: 'CC-BY-4.0',
    sources: { rules: { title: 'Rules' } },
  }),
  'en/questions/hours.md':
    '---\nsources: [rules]\n---\n# When is the office open?\n\n> - opening hours of the office\n\nFrom nine to five.\n',
  'en/questions/refund.md':
    '---\nsources: [rules]\n---\n# Can I get a refund for my subscription?\n\n> - money back for my ' +
    'subscription\n\nYes, within a month.\n',
};

/**
 * Runs four processes of the bot with one database, while many chats speak on Telegram. It ends processes at random,
 * and checks that each update was handled once, each chat was answered in order, and Telegram's limits were kept.
 * @param isPolled updates are fetched instead of delivered
 */
export async function tortureProcesses(
  ends: number,
  isPolled: boolean,
  random: () => number,
  onEnd: (done: number) => void,
): Promise<ProcessesTally> {
  const tally: ProcessesTally = {
    kills: 0,
    otherKills: 0,
    halts: 0,
    updates: 0,
    leftOut: 0,
    repeated: 0,
    handovers: [],
    problems: [],
  };
  const folder = mkdtempSync(join(tmpdir(), 'wenda-torture-'));
  for (const [path, text] of Object.entries(PACK)) write(join(folder, 'knowledge/office', path), text);
  const [server, api] = [await startPostgres(), await startBotApi(isPolled)];
  const crew = await createCrew({ server, api, folder, isPolled });
  try {
    await crew.begin();
    const ended = () => tally.kills + tally.halts + tally.otherKills;
    const goesOn = () => ended() < ends && tally.problems.length === 0;
    const talking = talk(api, goesOn);
    while (goesOn()) {
      await sleep(3000 + random() * 4000);
      await endOne(tally, { api, crew, random });
      onEnd(ended());
    }
    await talking;
    while (api.unanswered().length > 0 && api.silence() < SILENCE_MS) await sleep(100);
    tally.updates = api.said();
    tally.repeated = api.repeated();
    tally.leftOut = api.leftOut();
    tally.problems.push(...api.problems(), ...(await problemsOfActs(server, api)));
    // A message that was sent but not recorded is sent again by the next process. On a busy machine, a process that was
    // only late may also be replaced.
    if (tally.repeated > api.handovers())
      tally.problems.push(`${tally.repeated} messages were said twice at ${api.handovers()} handovers`);
  } finally {
    await crew.end();
    await api.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return tally;
}

interface Scene {
  readonly api: BotApi;
  readonly crew: Crew;
  readonly random: () => number;
}

/** Ends the process on duty or another one, or only halts it, and starts another in its place. */
async function endOne(tally: ProcessesTally, { api, crew, random }: Scene): Promise<void> {
  for (let n = 0; n < BURST; n++) api.say(10_000 + Math.floor(random() * 1e9), 'opening hours of the office');
  await sleep(random() * 1500);
  const onDuty = api.lastSender();
  const isHalted = random() < 0.25;
  const victim = isHalted || random() < 0.7 ? onDuty : Math.floor(random() * PROCESSES);
  const began = Date.now();
  if (isHalted) crew.halt(victim);
  else await crew.kill(victim);
  if (victim === onDuty) {
    const next = await api.nextSender(victim, PATIENCE_MS);
    if (next === undefined)
      tally.problems.push(
        `nobody went on ${PATIENCE_MS} ms after the process on duty was ${isHalted ? 'halted' : 'killed'}`,
      );
    else tally.handovers.push(next - began);
  }
  if (isHalted) {
    await sleep(Math.max(0, HALT_MS - (Date.now() - began)));
    crew.goOn(victim);
    tally.halts += 1;
  } else {
    crew.start(victim);
    if (victim === onDuty) tally.kills += 1;
    else tally.otherKills += 1;
  }
}

/** Every chat asks, and groups teach in turns. */
async function talk(api: BotApi, goesOn: () => boolean): Promise<void> {
  for (let n = 0; goesOn(); n++) {
    for (const chat of CHATS) {
      api.say(
        chat,
        chat < 0 && n % 2 === 1
          ? `/pin lantern ${-chat % 100} of day ${n}? entry: When is the office open?`
          : '@torture_bot opening hours of the office',
      );
      await sleep(EVERY_MS / CHATS.length);
    }
  }
}

async function problemsOfActs(server: PostgresServer, api: BotApi): Promise<string[]> {
  const [row] = await server.run(
    'select count(*)::int as all, count(distinct (community, (select min(key) from changes where act = ' +
      "acts.id)))::int as kinds from acts where command = 'pin'",
  );
  const wanted = api.said('/pin');
  return row?.all === wanted && row.kinds === wanted
    ? []
    : [`of ${wanted} pins ${String(row?.all)} were kept, ${String(row?.kinds)} different ones`];
}

interface Crew {
  readonly begin: () => Promise<void>;
  readonly start: (at: number) => void;
  readonly kill: (at: number) => Promise<void>;
  readonly halt: (at: number) => void;
  readonly goOn: (at: number) => void;
  readonly end: () => Promise<void>;
}

interface CrewOptions {
  readonly server: PostgresServer;
  readonly api: BotApi;
  readonly folder: string;
  readonly isPolled: boolean;
}

async function createCrew({ server, api, folder, isPolled }: CrewOptions): Promise<Crew> {
  const ports = await Promise.all(Array.from({ length: PROCESSES }, freePort));
  const children = new Map<number, ChildProcess>();
  const start = (at: number): void => {
    const env = {
      PATH: process.env.PATH ?? '',
      KNOWLEDGE_DIR: join(folder, 'knowledge'),
      WENDA_CACHE: join(folder, 'cache'),
      DATABASE_URL: server.url('postgres'),
      TELEGRAM_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: api.rootOf(at),
      WEB_PORT: String(ports[at]),
      LOG_LEVEL: 'error',
      ...(isPolled
        ? {}
        : { TELEGRAM_WEBHOOK_URL: `http://127.0.0.1${WEBHOOK.path}`, TELEGRAM_WEBHOOK_SECRET: WEBHOOK.secret }),
    };
    const child = spawn(process.execPath, [join(ROOT, 'dist/app/main.js')], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    children.set(at, child);
    // Starts it again, as service managers do: on a busy machine a start may fail.
    child.on('exit', (code) => void (code === 1 && start(at)));
  };
  const kill = async (at: number, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> => {
    const child = children.get(at);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  return {
    begin: async () => {
      const began = Date.now();
      for (let at = 0; at < PROCESSES; at++) start(at);
      api.deliverTo(ports);
      while (api.seen() < PROCESSES && Date.now() - began < STARTING_MS) await sleep(100);
    },
    start,
    kill,
    halt: (at) => void children.get(at)?.kill('SIGSTOP'),
    goOn: (at) => void children.get(at)?.kill('SIGCONT'),
    end: async () => void (await Promise.all([...children.keys()].map((at) => kill(at, 'SIGTERM')))),
  };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
