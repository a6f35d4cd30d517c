import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, type AppOptions, createApp } from '../src/app.ts';
import { choicesOf } from '../src/bot/answers/reply.ts';
import { encode } from '../src/bot/community/records.ts';
import type { Edit } from '../src/bot/ports/changes.ts';
import { makeEntries } from './made-entries.ts';

export interface ActsCost {
  /** Own entries of the community. */
  readonly own: number;
  readonly what: string;
  /** Milliseconds of CPU, the median of some. */
  readonly ms: number;
}

const TURNS = 5;
const PLACE = { platform: 'bench', id: 'acts' };
const COMMUNITY = 'bench:acts';
/** Each acts a few times only: many changes of one person at once would wait for another. */
const ROUNDS_OF_ONE = 3;

/**
 * What it costs a community that has so many entries of its own to pin, to teach and to undo, from what is typed to the
 * reply.
 */
export async function benchActs(
  options: Pick<AppOptions, 'cacheDir' | 'knowledgeDir' | 'defaultLanguage'>,
  own: number,
): Promise<readonly ActsCost[]> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
  const app = await createApp({ ...options, databaseUrl: `sqlite:${folder}/wenda.db` });
  try {
    app.services.knowledge.current().library.warm();
    await teachMany(app, own);
    const costs: Record<string, number[]> = { pin: [], teach: [], undo: [] };
    for (let turn = 0; turn <= TURNS; turn++) {
      const say = speaker(app, `bench:${Math.floor(turn / ROUNDS_OF_ONE)}`);
      const pinned = await cpuOf(() =>
        say('/pin', { question: `where do the ${turn} lanterns sleep at night`, entry: 'questions/why-banned' }),
      );
      const undone = await cpuOf(() => say('/undo'));
      const taught = await cpuOf(async () => {
        const [first] = choicesOf(
          await say('/teach', {
            question: `Where do the ${turn} lanterns sleep?`,
            answer: 'In the garden house, behind the old mill.',
          }),
        );
        if (!first) throw new Error('a taught entry was not asked for');
        return say('/confirm', { draft: first.argument });
      });
      if (turn === 0) continue;
      costs.pin?.push(pinned);
      costs.teach?.push(taught);
      costs.undo?.push(undone);
    }
    return Object.entries(costs).map(([what, all]) => ({ own, what, ms: median(all) }));
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

function speaker({ respond }: App, person: string) {
  return async (text: string, options: Readonly<Record<string, string>> = {}) => {
    const reply = await respond({
      text,
      options,
      person,
      place: PLACE,
      addressed: true,
      locale: 'en',
      isModerator: () => Promise.resolve(true),
    });
    if (!reply) throw new Error(`nothing was said to ${text}`);
    return reply;
  };
}

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const began = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

async function teachMany({ services }: App, own: number): Promise<void> {
  const { editor, store, communities } = services;
  const edits = makeEntries(own, 0).entries.map(({ id, title, phrasings, answer }): Edit => {
    const text = editor.write({
      matter: editor.writeMatter({ sources: ['bench'], asOf: '2026-01-01' }),
      title,
      phrasings,
      answer,
    });
    return {
      community: COMMUNITY,
      kind: 'entry',
      key: `en/${id}`,
      after: encode('entry', { pack: 'community', text }),
    };
  });
  if (edits.length === 0) return;
  await store.transact(({ log }) =>
    log.append({
      community: COMMUNITY,
      person: 'p',
      place: COMMUNITY,
      at: '2026-01-01T00:00:00.000Z',
      command: 'teach',
      why: '',
      forced: null,
      undoes: null,
      approves: null,
      held: false,
      edits,
    }),
  );
  await communities.refresh();
}
