import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnowledgeSource, Shared } from './bot/ports/knowledge.ts';
import { buildLibrary } from './core/library.ts';
import { keptLearning } from './knowledge/kept-learning.ts';
import type { Locales } from './knowledge/locales.ts';
import { KnowledgeError } from './knowledge/problem.ts';
import { readKnowledge } from './knowledge/read-knowledge.ts';

export interface KnowledgeSourceOptions {
  readonly dir: string;
  readonly root: string;
  readonly locales: Locales;
  readonly onProgress?: ((doing: string, done: number, total: number) => void) | undefined;
}

export async function knowledgeSource({ dir, root, locales, onProgress }: KnowledgeSourceOptions): Promise<KnowledgeSource & { close: () => Promise<void> }> {
  const knowledge = await readKnowledge(dir, { onProgress: (done, total) => onProgress?.('reading', done, total) });
  const errors = knowledge.problems.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new KnowledgeError(errors);
  const kept = await keptLearning(root, knowledge.entries, locales);
  const library = buildLibrary(knowledge.entries, { ...locales, learned: kept.learned });
  if (!kept.learned) {
    library.warm((done, total) => onProgress?.('learning', done, total));
    await kept.keep(new Map(library.shelves.map(({ base, weights, trained }) => [base, { weights, trained }])));
  }
  const shared: Shared = { library, changed: [], gone: new Set(), entries: library.entries, packs: knowledge.packs, checks: knowledge.checks, version: 0 };
  const dirs = new Map(knowledge.packs.map((pack) => [pack.name, pack.dir]));
  return {
    current: () => shared,
    reload: async () => ({ kind: 'unchanged' }),
    fileOf: async (pack, language, id) => {
      const folder = dirs.get(pack);
      return folder === undefined ? undefined : readFile(join(folder, language, `${id}.md`), 'utf8').catch(() => undefined);
    },
    close: async () => undefined,
  };
}
