import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppOptions, createApp } from '../src/app.ts';
import { openCommunities } from '../src/bot/community/communities.ts';
import { erasureOf } from '../src/bot/community/erasure.ts';
import { encode } from '../src/bot/community/records.ts';
import type { Store } from '../src/bot/ports/store.ts';
import { openStore } from '../src/store/index.ts';

export interface NoticeCost {
  /** Communities that the process has heard of. */
  readonly known: number;
  /** Milliseconds of CPU to take in an act of another process, and an erasure. */
  readonly act: number;
  readonly erasure: number;
  /** Communities that were read anew for the erasure. */
  readonly reads: number;
}

const PERSON = 'b1946ac92492d2347c6235b4d2611184';
const BATCH = 200;
const AT = '2026-01-01T00:00:00.000Z';
const nameOf = (at: number): string => `bench:${at}`;

/** What it costs a process that knows many communities to hear of what another one did in one of them. */
export async function benchNotice(
  options: Pick<AppOptions, 'cacheDir' | 'knowledgeDir' | 'defaultLanguage'>,
  known: number,
): Promise<NoticeCost> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
  const app = await createApp({ ...options, databaseUrl: `sqlite:${folder}/wenda.db` });
  const other = await openStore(`sqlite:${folder}/wenda.db`);
  try {
    let reads = 0;
    const transact: Store['transact'] = (work) =>
      app.services.store.transact((unit) => {
        const records: typeof unit.log.records = (filter) => {
          reads++;
          return unit.log.records(filter);
        };
        return work({ ...unit, log: { ...unit.log, records } });
      });
    const all = Array.from({ length: known }, (_, at) => nameOf(at));
    for (let from = 0; from < known; from += BATCH) await pin(other, all.slice(from, from + BATCH), 'lanterns', '');
    const communities = await openCommunities({ transact }, app.services.knowledge.current, app.services.effective);
    for (const community of all) await communities.byId(community);
    // The app itself hears of all of it, too, in its own time.
    await app.services.communities.refresh();
    await pin(other, [nameOf(3)], 'lamps', PERSON);
    const act = await cpuOf(communities.refresh);
    await other.transact(
      async ({ people, log }) =>
        void (await log.append(erasureOf(await people.erase(PERSON, `bench:dm-${PERSON}`), AT))),
    );
    reads = 0;
    const erasure = await cpuOf(communities.refresh);
    return { known, act, erasure, reads };
  } finally {
    await other.close();
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pin(store: Store, communities: readonly string[], question: string, person: string): Promise<void> {
  const after = encode('pin', { question, language: 'en', entry: 'questions/why-banned', by: person, at: AT });
  const rest = { person, at: AT, command: 'pin', why: '', forced: null, undoes: null, approves: null, held: false };
  await store.transact(async ({ log }) => {
    for (const community of communities)
      await log.append({
        ...rest,
        community,
        place: community,
        edits: [{ community, kind: 'pin', key: `en/${question}`, after }],
      });
  });
}

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const began = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
