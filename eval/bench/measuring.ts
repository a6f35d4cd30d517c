import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, type AppOptions, createApp } from '../../src/app.ts';
import type { Reply } from '../../src/bot/answers/reply.ts';
import { encode } from '../../src/bot/community/records.ts';
import type { Edit } from '../../src/bot/ports/changes.ts';
import { readConfig } from '../../src/config.ts';
import { textIn } from '../../src/core/entry/display.ts';
import { makeEntries } from '../made-entries.ts';
import { quantile } from '../metrics.ts';

/** A row of the table: a figure, and a bound beyond which a person or an operator would notice it. */
export interface Row {
  readonly what: string;
  readonly unit: 'ms' | 's' | 'MB' | '';
  readonly bound: number;
  readonly measured: number;
}

/** Runs the bot with the included pack and a new SQLite file. */
export async function withApp<T>(options: Partial<AppOptions>, work: (app: App) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-'));
  const app = await createApp({
    cacheDir: readConfig().cacheDir,
    knowledgeDir: './knowledge',
    defaultLanguage: 'en',
    databaseUrl: `sqlite:${folder}/wenda.db`,
    ...options,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Questions as members ask them: the titles of all entries. */
export function titlesOf({ services }: App): string[] {
  const titles = [...services.knowledge.current().entries.values()].map(
    (entry) => textIn(entry, 'en', services.languages)?.text.title,
  );
  return titles.filter((title) => title !== undefined);
}

/** Gives each community the same number of made-up entries of its own. @param communities by id, such as `bench:1` */
export async function teach({ services }: App, communities: readonly string[], count: number): Promise<void> {
  const { editor, store } = services;
  const entries = makeEntries(count, 0).entries.map(({ id, title, phrasings, answer }) => ({
    key: `en/${id}`,
    after: encode('entry', {
      pack: 'community',
      text: editor.write({
        frontMatter: editor.writeFrontMatter({ sources: ['bench'], asOf: '2026-01-01' }),
        title,
        phrasings,
        answer,
      }),
    }),
  }));
  for (const community of communities)
    await store.transact(({ log }) =>
      log.append({
        community,
        person: 'p',
        place: community,
        at: '2026-01-01T00:00:00.000Z',
        command: 'teach',
        why: '',
        forced: null,
        undoes: null,
        edits: entries.map((entry): Edit => ({ community, kind: 'entry', ...entry })),
      }),
    );
  await services.communities.refresh();
}

/** Says something as a moderator of a place. @throws Error if there is no reply */
export async function say(
  { respond }: App,
  place: string,
  text: string,
  options: Readonly<Record<string, string>> = {},
  person = 'moderator',
): Promise<Reply> {
  const reply = await respond(
    {
      text,
      options,
      person,
      place: { platform: 'bench', id: place },
      addressed: true,
      locale: 'en',
      isModerator: () => Promise.resolve(true),
    },
    undefined,
  );
  if (!reply) throw new Error(`nothing was said to ${text}`);
  return reply;
}

/** Milliseconds in which nobody says anything, so that the process prepares what moderators will need. */
export const IDLE = 4000;

/** Words after each title, so that no answer is known from an earlier round. */
const SAID_BEHIND = ['', ' please', ' now', ' today', ' really'];

/**
 * Asks all titles until the part that communities share is read and the code is compiled, so that whatever is counted
 * later belongs to communities.
 * @returns the titles
 */
export async function warmUp(app: App): Promise<string[]> {
  const titles = titlesOf(app);
  for (const behind of SAID_BEHIND) for (const title of titles) await say(app, 'another', title + behind);
  return titles;
}

/** @returns milliseconds */
export async function timeOf(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export function quantiles(times: readonly number[]): { readonly p50: number; readonly p99: number } {
  const sorted = [...times].sort((a, b) => a - b);
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
}
