import { createInterface } from 'node:readline/promises';
import type { App } from '../app.ts';
import { draftPrompts, phrasedTexts } from '../bot/phrasings/draft-phrasings.ts';
import type { Config } from '../config.ts';
import { askModel, hostOf, type ModelService } from '../knowledge/phrasings/ask-model.ts';
import { keptAnswers } from '../knowledge/phrasings/kept-answers.ts';
import { showProgress } from '../progress.ts';
import { TERMINAL } from './lines.ts';
import { operatorCall } from './operator.ts';
import { take, type Work } from './phrasings.ts';

/** Entries in a request: small models lose track of more, and less is lost if one request fails. */
const MOST_ENTRIES = 8;

/**
 * Asks a language model for missing phrasings, then goes on as if its responses had been pasted. Responses are stored
 * until some phrasings are written, so that no request is made twice.
 * @returns 0, or 1 if nothing was written
 * @throws ModelError
 */
export async function phrasingsByModel(work: Work, config: Config, service: ModelService): Promise<number> {
  const kept = keptAnswers(config.cacheDir, service);
  const asked: string[] = [];
  const code = await take(work, config, async (app) => {
    const prompts = await promptsOf(app, work);
    if (prompts.length === 0) return [];
    const count = prompts.reduce((sum, one) => sum + one.count, 0);
    process.stderr.write(
      `${count} headings, each with the beginning of its answer, go to ${service.model} at ${hostOf(service)}, ` +
        `in ${prompts.length} request${prompts.length === 1 ? '' : 's'}\n`,
    );
    if (!work.isAgreed && !(await isAgreed())) return undefined;
    const progress = showProgress(process.stderr);
    const answers: string[] = [];
    for (const [at, { prompt }] of prompts.entries()) {
      progress.show(`asking ${bar(at, prompts.length)}`, at, prompts.length);
      const answer = (await kept.find(prompt)) ?? (await askModel(service, prompt));
      await kept.keep(prompt, answer);
      answers.push(answer);
      asked.push(prompt);
    }
    progress.clear();
    return answers;
  });
  if (code === 0) await kept.remove(asked);
  return code;
}

async function promptsOf(app: App, { wanted }: Work) {
  const call = await operatorCall(app.services, TERMINAL);
  return draftPrompts(call, phrasedTexts(call), { wanted, mostEntries: MOST_ENTRIES });
}

/** Asks for confirmation, but only at a terminal: scripts mean what they say. */
async function isAgreed(): Promise<boolean> {
  if (!process.stdin.isTTY) return true;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question('Send this? (y/n) ');
  lines.close();
  return /^y(?:es)?$/i.test(answer.trim());
}

const WIDTH = 20;

const bar = (done: number, total: number): string => {
  const full = Math.round((done / total) * WIDTH);
  return `[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}]`;
};
