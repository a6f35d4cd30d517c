import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../src/app.ts';
import { makeEntries } from '../made-entries.ts';
import { packSources, readSet } from '../sets.ts';
import { writeMadePack } from './made-pack.ts';
import { quantiles, type Row, timeOf, withApp } from './measuring.ts';

interface Question {
  readonly text: string;
  readonly language: string;
}

/** Questions that are asked before any is timed, so that the code is compiled. */
const REHEARSED = 200;
const QUESTIONS = 500;

/** Milliseconds of a question about the included pack, in all languages, and about packs of made-up entries. */
export async function benchQuestions(): Promise<Row[]> {
  const sets = await Promise.all(packSources().map(readSet));
  const included = sets.flatMap(({ questions, language }) => questions.map(({ text }) => ({ text, language })));
  const few = await withApp({}, (app) => timesOf(app, included));
  const [many, most] = [await timesAmong(1000), await timesAmong(10_000)];
  return [
    { what: 'a question about the included pack, p50', unit: 'ms', bound: 3, measured: few.p50 },
    { what: 'a question about the included pack, p99', unit: 'ms', bound: 15, measured: few.p99 },
    { what: 'a question about 1,000 entries, p50', unit: 'ms', bound: 3, measured: many.p50 },
    { what: 'a question about 1,000 entries, p99', unit: 'ms', bound: 15, measured: many.p99 },
    { what: 'a question about 10,000 entries, p99', unit: 'ms', bound: 40, measured: most.p99 },
  ];
}

async function timesOf({ services }: App, questions: readonly Question[]) {
  const community = await services.communities.of({ platform: 'bench', id: 'questions' });
  const ask = ({ text, language }: Question) =>
    timeOf(() => {
      services.detect(text);
      community.answer(text, language);
    });
  for (let at = 0; at < REHEARSED; at++) await ask(questions[(at * 7) % questions.length] as Question);
  const times: number[] = [];
  for (const question of questions) times.push(await ask(question));
  return quantiles(times);
}

/** Times of questions about a pack with this many English entries. */
async function timesAmong(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'wenda-bench-pack-'));
  try {
    const { entries, questions } = makeEntries(count, QUESTIONS);
    writeMadePack(folder, entries);
    const texts = questions.map(({ text }) => ({ text, language: 'en' }));
    return await withApp({ knowledgeDir: folder, cacheDir: join(folder, 'cache') }, (app) => timesOf(app, texts));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
