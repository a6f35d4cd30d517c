import path from 'node:path';
import { readConfig } from '../src/config.ts';
import { answerFrom } from '../src/core/search/engine.ts';
import { buildLibrary } from '../src/core/search/library.ts';
import { readLocales } from '../src/knowledge/languages/locales.ts';
import { openModelCache } from '../src/knowledge/learned/model-cache.ts';
import { readKnowledge } from '../src/knowledge/packs/read-knowledge.ts';
import { quantile } from './metrics.ts';
import { plainIndex } from './peers/minisearch.ts';
import { ROOT } from './place.ts';
import { packSources, readSet } from './sets.ts';

/** Milliseconds of CPU for a question about a shipped pack, garbage collection included. */
export interface QuestionCost {
  readonly set: string;
  readonly questions: number;
  /** To tell its language and to answer it. */
  readonly wenda: number;
  /** The share of that to tell its language. */
  readonly detection: number;
  /** Of MiniSearch as it comes, over the same texts. */
  readonly plain: number;
}

/** Blocks of all questions that each engine is asked for nothing, as what has run a few times runs fast. */
const REHEARSED = 3;

/**
 * Asks the shipped packs' questions in all languages, without an encoder: each engine all of them in turn, so that what else the machine
 * does meets all alike. Medians.
 */
export async function benchQuestions(rounds: number): Promise<QuestionCost[]> {
  const folder = path.join(ROOT, 'knowledge');
  const [locales, { entries }] = [await readLocales(path.join(ROOT, 'locales')), await readKnowledge(folder)];
  const { learned } = await openModelCache({ root: ROOT, cacheDir: readConfig().cacheDir, dir: folder }, entries, locales);
  const library = buildLibrary(entries, { ...locales, learned });
  const costs: QuestionCost[] = [];
  for (const source of packSources()) {
    const { name, entries: texts, questions, language } = await readSet(source);
    const plain = plainIndex(texts);
    const detect = (text: string) => locales.detect(text);
    const engines: ((text: string) => unknown)[] = [
      (text: string) => {
        detect(text);
        return answerFrom(library, text, language);
      },
      detect,
      (text: string) => plain.search(text),
    ];
    const askAll = (engine: (text: string) => unknown) => () => {
      for (const { text } of questions) engine(text);
    };
    const ask = () => engines.map((engine) => cpuOf(askAll(engine)) / questions.length);
    for (let round = 0; round < REHEARSED; round++) ask();
    const rows = Array.from({ length: rounds }, ask);
    const [wenda = 0, detection = 0, searched = 0] = engines.map((_, at) => medianOf(rows.map((row) => row[at] ?? 0)));
    costs.push({ set: name, questions: questions.length, wenda, detection, plain: searched });
  }
  return costs;
}

const medianOf = (numbers: readonly number[]): number =>
  quantile(
    [...numbers].sort((a, b) => a - b),
    0.5,
  );

function cpuOf(work: () => void): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
