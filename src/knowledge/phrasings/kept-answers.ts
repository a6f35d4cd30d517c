import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../format/files.ts';
import type { ModelService } from './ask-model.ts';

/** A model's answers, kept until those that were chosen are written, so that a second run does not ask again. */
export interface KeptAnswers {
  readonly find: (prompt: string) => Promise<string | undefined>;
  readonly keep: (prompt: string, answer: string) => Promise<void>;
  readonly remove: (prompts: readonly string[]) => Promise<void>;
}

/** @param cacheDir a folder whose content can be made again */
export function keptAnswers(cacheDir: string, { model }: Pick<ModelService, 'model'>): KeptAnswers {
  const folder = join(cacheDir, 'phrasings');
  const fileOf = (prompt: string): string =>
    join(
      folder,
      `${createHash('sha256')
        .update(JSON.stringify([model, prompt]))
        .digest('hex')
        .slice(0, 32)}.txt`,
    );
  return {
    find: (prompt) => readFile(fileOf(prompt), 'utf8').catch(() => undefined),
    keep: async (prompt, answer) => {
      await makeFolder(folder);
      await writeFile(fileOf(prompt), answer);
    },
    remove: async (prompts) => {
      await Promise.all(prompts.map((prompt) => rm(fileOf(prompt), { force: true })));
    },
  };
}
