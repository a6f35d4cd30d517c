import { fileURLToPath } from 'node:url';
import { commands } from '../commands/index.ts';
import { createBot, type Respond } from './bot/bot.ts';
import { memoryPreferences } from './bot/preferences.ts';
import type { Services } from './bot/services.ts';
import { speakers } from './bot/words.ts';
import { ConfigError } from './config.ts';
import { languageDetector } from './core/detect.ts';
import { buildLibrary } from './core/library.ts';
import { keptLearning } from './knowledge/kept-learning.ts';
import { type Locales, readLocales } from './knowledge/locales.ts';
import type { Pack } from './knowledge/pack.ts';
import { textOfPack } from './knowledge/pack-title.ts';
import { KnowledgeError, type Problem } from './knowledge/problem.ts';
import { type Knowledge, readKnowledge } from './knowledge/read-knowledge.ts';

/** The project's folder, with `locales/` and the shipped packs. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Assembly {
  readonly services: Services;
  readonly respond: Respond;
  readonly knowledge: Knowledge;
  readonly locales: Locales;
}

export interface AssemblyOptions {
  readonly knowledgeDir: string;
  readonly defaultLanguage: string;
  /** What is being done, and how far it is. */
  readonly onProgress?: ((doing: string, done: number, total: number) => void) | undefined;
}

/**
 * Reads knowledge and languages and puts the bot together.
 * @throws KnowledgeError with all problems, where any is an error; ConfigError for a default language that nobody speaks.
 */
export async function assemble(options: AssemblyOptions): Promise<Assembly> {
  const { defaultLanguage, knowledgeDir, onProgress } = options;
  const locales = await readLocales(`${ROOT}locales`);
  const knowledge = await readKnowledge(knowledgeDir, { onProgress: (done, total) => onProgress?.('reading', done, total) });
  refuseErrors([...locales.problems, ...knowledge.problems]);
  const { languages } = locales;
  if (!languages.has(defaultLanguage)) throw new ConfigError(`DEFAULT_LANGUAGE ${defaultLanguage} is not spoken; there is ${[...languages.keys()].join(', ')}`);
  const kept = await keptLearning(ROOT, knowledge.entries, locales);
  const library = buildLibrary(knowledge.entries, { ...locales, learned: kept.learned });
  if (!kept.learned) {
    library.warm((done, total) => onProgress?.('learning', done, total));
    await kept.keep(new Map(library.shelves.map(({ base, weights, trained }) => [base, { weights, trained }])));
  }
  const services: Services = {
    library,
    languages,
    commands,
    preferences: memoryPreferences(),
    defaultLanguage,
    detect: languageDetector([...languages.values()]),
    speak: speakers(locales.messages, languages, defaultLanguage),
    subjects: (language) => knowledge.packs.map((pack: Pack) => textOfPack(pack, language, languages)),
    today: () => new Date().toISOString().slice(0, 10),
  };
  return { services, respond: createBot(services), knowledge, locales };
}

function refuseErrors(problems: readonly Problem[]): void {
  const errors = problems.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new KnowledgeError(errors);
}
