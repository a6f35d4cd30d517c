import path from 'node:path';
import { readConfig } from '../src/config.ts';
import { answerFrom } from '../src/core/search/engine.ts';
import { buildLibrary } from '../src/core/search/library.ts';
import { readLocales } from '../src/knowledge/languages/locales.ts';
import { openModelCache } from '../src/knowledge/learned/model-cache.ts';
import { readKnowledge } from '../src/knowledge/packs/read-knowledge.ts';
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

/**
 * Rounds through all languages in which each engine is asked for nothing, as what has run a few times runs fast: else
 * whichever language comes first is the slowest.
 */
const REHEARSED = 3;

/**
 * Asks the shipped packs' questions in all languages, without an encoder: in each round language after language, and in
 * each language engine after engine, so that what else the machine does meets all alike. The least of the rounds: other
 * work only ever adds to it.
 */
export async function benchQuestions(rounds: number): Promise<QuestionCost[]> {
  const folder = path.join(ROOT, 'knowledge');
  const [locales, { entries }] = [await readLocales(path.join(ROOT, 'locales')), await readKnowledge(folder)];
  const { learned } = await openModelCache(
    { root: ROOT, cacheDir: readConfig().cacheDir, dir: folder },
    entries,
    locales,
  );
  const library = buildLibrary(entries, { ...locales, learned });
  const sets = (await Promise.all(packSources().map(readSet))).map((set) => ({ set, plain: plainIndex(set.entries) }));
  const round = () =>
    sets.map(({ set: { questions, language }, plain }) => {
      const cost = (ask: (text: string) => unknown) =>
        cpuOf(() => {
          for (const { text } of questions) ask(text);
        }) / questions.length;
      const detection = cost((text) => locales.detect(text));
      const answer = cost((text) => [locales.detect(text), answerFrom(library, text, language)]);
      return { detection, wenda: answer, plain: cost((text) => plain.search(text)) };
    });
  for (let done = 0; done < REHEARSED; done++) round();
  const found = Array.from({ length: rounds }, round);
  return sets.map(({ set: { name, questions } }, at): QuestionCost => {
    const least = (what: 'wenda' | 'detection' | 'plain') => Math.min(...found.map((costs) => costs[at]?.[what] ?? 0));
    return {
      set: name,
      questions: questions.length,
      wenda: least('wenda'),
      detection: least('detection'),
      plain: least('plain'),
    };
  });
}

function cpuOf(work: () => void): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
