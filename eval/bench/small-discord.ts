import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../src/package.ts';
import { makeEntries } from '../made-entries.ts';
import { packSources, readSet } from '../sets.ts';
import { startDiscord } from './discord.ts';
import type { Paced, PacedResult } from './discord-server.ts';
import { guildAt } from './guild.ts';
import { writeMadeEntry, writeMadePack } from './made-pack.ts';
import { quantiles, type Row, teach, withApp } from './measuring.ts';
import { keepBusy, type ProgramOptions, processors, startProgram } from './program.ts';

/** Languages of the included pack. */
export const LANGUAGES = 9;
const SECOND = 1000;
const QUESTIONS = 99;
/** Milliseconds in which all questions are asked. */
const SPAN = 45 * SECOND;
/** Discord waits three seconds for an acknowledgement, some of which are lost on the way. */
const IN_TIME = 2.5 * SECOND;
const PATIENCE = 5 * SECOND;

/** Discord has no Persian and no Arabic, so people who write these have another locale. */
const LOCALES: Readonly<Record<string, string>> = {
  en: 'en-US',
  es: 'es-ES',
  it: 'it',
  ko: 'ko',
  ru: 'ru',
  'zh-Hans': 'zh-CN',
  'zh-Hant': 'zh-TW',
};

/** Questions about the included pack; each is in another language than the one before. */
export async function questionsInTurn(count: number): Promise<Paced['paced']> {
  const sets = await Promise.all(packSources().map(readSet));
  const asked = sets.map(({ questions, language }) =>
    questions.filter(({ gold }) => gold.length > 0).map(({ text }) => ({ text, locale: LOCALES[language] ?? 'en-US' })),
  );
  return Array.from({ length: count }, (_, at) => {
    const own = asked[at % asked.length] ?? [];
    return own[Math.floor(at / asked.length) % own.length] ?? { text: '', locale: 'en-US' };
  });
}

/** Runs the bot with nothing learned and 512 MB of memory, and asks it in three languages while it learns. */
export async function benchLittleMemory(folder: string): Promise<Row> {
  const discord = await startDiscord(1);
  const program = await startProgram({ folder, cache: join(folder, 'cache'), discord: discord.url, memory: 512 });
  const row: Omit<Row, 'measured'> = {
    what: 'within 512 MB, nothing learned: /ask in three languages, without an answer',
    unit: '',
    bound: 0,
  };
  const paced = await questionsInTurn(3);
  try {
    await Promise.race([discord.ready, program.ended]);
    const { answered } = await Promise.race([discord.ask({ paced, every: SECOND, patience: PATIENCE }), program.ended]);
    await program.learned();
    return { ...row, measured: paced.length - answered };
  } catch {
    // The kernel has killed it.
    return { ...row, measured: paced.length };
  } finally {
    await program.stop();
    discord.stop();
  }
}

// In these parts, questions begin when the bot has signed in, and another program keeps the only processor busy.

/** With nothing learned. */
export async function* benchCold(folder: string): AsyncGenerator<Row> {
  yield* rowsOf('one busy processor, nothing learned', await asked({ folder, cache: join(folder, 'cache') }));
}

/** @param learned cache with all that is learned about the included pack */
export async function* benchWarm(folder: string, learned: string): AsyncGenerator<Row> {
  yield* rowsOf('one busy processor, warm', await asked({ folder, cache: learned }));
}

/**
 * While a large pack changes, and communities that were let go ask again.
 * @param learned cache with all that is learned about the included pack
 */
export async function* benchReloaded(home: string, learned: string): AsyncGenerator<Row> {
  const [packs, cache] = [join(home, 'packs'), join(home, 'cache')];
  for (const path of [packs, cache]) mkdirSync(path);
  cpSync(learned, cache, { recursive: true });
  const { entries } = makeEntries(2000, 0);
  writeMadePack(packs, entries);
  const knowledge = [join(ROOT, 'knowledge'), packs];
  await prepare({ folder: home, cache, knowledge });
  const reloaded = await asked({ folder: home, cache, knowledge, communityMemory: 16 }, async () => {
    for (const entry of entries.slice(0, 2)) {
      await sleep(SPAN / 4);
      writeMadeEntry(packs, { ...entry, answer: `${entry.answer} Some words were added.` });
    }
  });
  yield* rowsOf('one busy processor, 2,000 entries are reloaded', reloaded);
}

/** Servers of the bot, and the entries that each has taught in the part in which communities ask again. */
const [SERVERS, OWN] = [33, 50];

/** Learns everything, and lets each server teach its entries. */
async function prepare({ folder, cache, knowledge }: ProgramOptions): Promise<void> {
  const program = await startProgram({ folder, cache, knowledge });
  await program.learned();
  await program.stop();
  const servers = Array.from({ length: SERVERS }, (_, at) => `discord:${guildAt(at)}`);
  await withApp(
    {
      databaseUrl: `sqlite:${join(folder, 'wenda.db')}`,
      cacheDir: cache,
      knowledgeDir: knowledge ?? [],
      learning: 'never',
    },
    (app) => teach(app, servers, OWN),
  );
}

/** @param meanwhile done while questions are asked. Default: nothing */
async function asked(
  options: ProgramOptions,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<PacedResult> {
  const [own, other] = processors();
  if (own === undefined || other === undefined) throw new Error('this needs two processors: one is the bot alone on');
  const discord = await startDiscord(SERVERS, other);
  const release = keepBusy(own);
  const program = await startProgram({ ...options, discord: discord.url, processor: own });
  try {
    const paced = await questionsInTurn(QUESTIONS);
    await Promise.race([discord.ready, program.ended]);
    const asking = discord.ask({ paced, every: SPAN / QUESTIONS, patience: PATIENCE });
    const [result] = await Promise.race([Promise.all([asking, meanwhile()]), program.ended]);
    return result;
  } finally {
    await program.stop();
    release();
    discord.stop();
  }
}

function rowsOf(when: string, { acknowledged, answered }: PacedResult): Row[] {
  const late = acknowledged.filter((ms) => ms === undefined || ms > IN_TIME).length;
  const all = acknowledged.map((ms) => (ms ?? Number.POSITIVE_INFINITY) / SECOND);
  return [
    { what: `${when}: of ${QUESTIONS} /asks, not acknowledged within 2.5 s`, unit: '', bound: 0, measured: late },
    { what: `${when}: acknowledged after, p99`, unit: 's', bound: 1, measured: quantiles(all).p99 },
    { what: `${when}: never answered`, unit: '', bound: 0, measured: acknowledged.length - answered },
  ];
}
