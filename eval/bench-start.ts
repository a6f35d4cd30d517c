import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encode } from '../src/bot/community/records.ts';
import { openStore } from '../src/store/index.ts';
import { openDatabase } from '../src/store/sqlite/connection.ts';

/** What a process says of its start. */
export interface Start {
  /** Milliseconds from its first line until it can be asked. */
  readonly ms: number;
  /** Milliseconds of CPU until then. */
  readonly cpu: number;
  /** Megabytes that it takes then, resident. */
  readonly rss: number;
  /** Milliseconds of CPU of a first question in a community of which nothing was read. */
  readonly first: number;
}

/** What a start costs where so many communities have decided something. */
export async function benchStart(communities: number): Promise<Start> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
  try {
    const file = join(folder, 'wenda.db');
    await (await openStore(`sqlite:${file}`)).close();
    fill(file, communities);
    const child = fork(fileURLToPath(new URL('./bench-start-child.js', import.meta.url)), [file]);
    const [start] = (await once(child, 'message')) as [Start];
    child.kill();
    return start;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const nameOf = (at: number): string => `bench:${at}`;

/** Straight into the file: each has a language and a pin. */
function fill(file: string, communities: number): void {
  const database = openDatabase(file, 0);
  const act = database.prepare(
    "insert into acts (id, community, person, place, at, command, why, held) values (?, ?, 'p', ?, '2026-01-01T00:00:00.000Z', 'pin', '', 0)",
  );
  const change = database.prepare('insert into changes values (?, ?, ?, ?, ?, null, ?)');
  const record = database.prepare('insert into records values (?, ?, ?, ?)');
  const pin = encode('pin', {
    question: 'where do the lanterns sleep at night',
    language: 'en',
    entry: 'questions/why-banned',
    by: 'p',
    at: '2026-01-01T00:00:00.000Z',
  });
  database.exec('begin');
  for (let at = 0; at < communities; at++) {
    const community = nameOf(at);
    act.run(at + 1, community, community);
    for (const [position, [kind, key, value]] of [
      ['setting', 'language', encode('setting', 'en')] as const,
      ['pin', 'en/where do the lanterns sleep at night', pin] as const,
    ].entries()) {
      change.run(at + 1, position, community, kind, key, value);
      record.run(community, kind, key, value);
    }
  }
  database.exec('commit');
  database.close();
}
