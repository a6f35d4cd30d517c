import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type App, type AppOptions, createApp } from '../src/app.ts';
import { openCommunities } from '../src/bot/community/communities.ts';
import { createMemory } from '../src/bot/community/community.ts';
import { encode } from '../src/bot/community/records.ts';
import type { Edit } from '../src/bot/ports/changes.ts';
import { makeEntries } from './made-entries.ts';

export interface CommunitiesCost {
  readonly count: number;
  /** Own entries of each community. */
  readonly own: number;
  /** Kilobytes of memory that each community takes once it was asked: of the JavaScript heap and of typed arrays. */
  readonly kilobytes: number;
  /** Of them those of its remembered answer; there are never more than some thousand answers. */
  readonly answer: number;
  /**
   * Megabytes that the process takes more than before the first was asked, once each was: all of it, as the operating
   * system counts it.
   */
  readonly above: number;
  /** Milliseconds of CPU for the first question of a community, and for a second one. */
  readonly first: number;
  readonly second: number;
  /** Milliseconds until the communities are known after a start. */
  readonly start: number;
}

const BATCH = 200;
/** Megabytes: nothing is let go, so that it is known what there is. */
const ROOM = 100_000;

/** Asks each of many communities one question, and shows what that costs and what stays in memory. */
export async function benchCommunities(
  options: Pick<AppOptions, 'cacheDir' | 'knowledgeDir' | 'defaultLanguage'>,
  count: number,
  own: number,
  room = ROOM,
): Promise<CommunitiesCost> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
  const app = await createApp({ ...options, databaseUrl: `sqlite:${folder}/wenda.db` });
  try {
    await teachAll(app, count, own);
    const began = performance.now();
    const { services } = app;
    const kept = createMemory(room);
    const communities = await openCommunities(services.store, services.knowledge.current, services.effective, kept);
    const start = performance.now() - began;
    services.knowledge.current().library.warm();
    const ask = async (at: number, question: string) => {
      (await communities.byId(nameOf(at))).answer(question, 'en');
      // As people do, each asks in a turn of its own: what is looked at through a weak reference stays until the turn
      // is over.
      await new Promise((resolve) => setImmediate(resolve));
    };
    // What is the same for all is there before it is counted.
    for (let at = 0; at < 20; at++) await ask(at, 'why is it banned?');
    const before = memory();
    const rss = process.memoryUsage.rss();
    const first = await cpuOf(async () => {
      for (let at = 20; at < count; at++) await ask(at, 'why is it banned?');
    });
    const above = (process.memoryUsage.rss() - rss) / 2 ** 20;
    const after = memory();
    kept.answers.removeWhere(() => true);
    const [kilobytes, answer] = [after - before, after - memory()].map((bytes) => bytes / 1024 / (count - 20)) as [
      number,
      number,
    ];
    const second = await cpuOf(async () => {
      for (let at = 20; at < count; at++) await ask(at, `what about the ${at}th question?`);
    });
    return { count, own, kilobytes, answer, above, first: first / (count - 20), second: second / (count - 20), start };
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const nameOf = (at: number): string => `bench:${at}`;

async function teachAll({ services }: App, count: number, own: number): Promise<void> {
  const { editor, store } = services;
  const { entries } = makeEntries(own, 0);
  const editsOf = (community: string): Edit[] =>
    entries.map(({ id, title, phrasings, answer }) => {
      const text = editor.write({
        matter: editor.writeMatter({ sources: ['bench'], asOf: '2026-01-01' }),
        title,
        phrasings,
        answer,
      });
      return { community, kind: 'entry', key: `en/${id}`, after: encode('entry', { pack: 'community', text }) };
    });
  for (let from = 0; from < count; from += BATCH) {
    await store.transact(async ({ log }) => {
      for (let at = from; at < Math.min(count, from + BATCH); at++) {
        const community = nameOf(at);
        const edits: Edit[] = [
          { community, kind: 'setting', key: 'language', after: encode('setting', 'en') },
          ...editsOf(community),
        ];
        await log.append({
          community,
          person: 'p',
          place: community,
          at: '2026-01-01T00:00:00.000Z',
          command: 'teach',
          why: '',
          forced: null,
          undoes: null,
          approves: null,
          held: false,
          edits,
        });
      }
    });
  }
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function memory(): number {
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

async function cpuOf(work: () => Promise<void>): Promise<number> {
  const began = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
