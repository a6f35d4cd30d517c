import { type App, IN_MEMORY } from '../app.ts';
import { answerTo } from '../bot/answers/answer-to.ts';
import { chooseLanguage } from '../bot/conversation/choose-language.ts';
import { readConfig } from '../config.ts';
import { LONGEST_QUESTION } from '../core/calibration/policy.ts';
import { KnowledgeError } from '../knowledge/format/problem.ts';
import { findPacks } from '../knowledge/packs/find-packs.ts';
import { renderReply } from '../platforms/console/render.ts';
import { answerObject } from './answer-object.ts';
import { explain } from './explain.ts';
import { answerLines, TERMINAL } from './lines.ts';
import { openApp } from './open-app.ts';
import { typedAs } from './typed-as.ts';
import type { ValuesOf } from './usage.ts';

const COLUMNS = 100;

/** `wenda ask`. @returns the exit code: 0, or 2 for input that cannot be read. */
export async function askCommand(question: string, options: ValuesOf<'ask'>): Promise<number> {
  const problem = options.jsonl ? undefined : problemOf(question);
  if (problem !== undefined) {
    process.stderr.write(`${problem}\n`);
    return 2;
  }
  const config = readConfig();
  // A person who names a folder wants an answer from it, and not to hear how to begin.
  const named = options.knowledge === undefined ? undefined : await findPacks(options.knowledge);
  if (named?.dirs.length === 0) throw new KnowledgeError(named.problems);
  // Another pack than the bot's is asked by itself, without what a community taught.
  const place = options.knowledge === undefined ? {} : { knowledgeDir: options.knowledge, databaseUrl: IN_MEMORY };
  const app = await openApp({ ...config, ...place });
  const code = await answer(app, question, options);
  await app.close();
  return code;
}

async function answer(app: App, question: string, options: ValuesOf<'ask'>): Promise<number> {
  if (options.jsonl) return answerLines(app, process.stdin, process.stdout, process.stderr);
  // The time of an answer is that of answering, not of building what answers.
  if (options.json) app.services.knowledge.current().library.warm();
  if (options.json)
    process.stdout.write(`${JSON.stringify(await answerObject(app, null, question, options.locale))}\n`);
  else await printAnswer(app, question, options);
  return 0;
}

function problemOf(question: string): string | undefined {
  if (question.trim() === '') return `there is no question (type it in quotes: ${typedAs('ask -- "your question"')})`;
  if (question.length > LONGEST_QUESTION)
    return `the question has ${question.length} characters (ask in at most ${LONGEST_QUESTION})`;
  return undefined;
}

async function printAnswer({ respond, services }: App, question: string, options: ValuesOf<'ask'>): Promise<void> {
  const text = `/ask ${question}`;
  const reply = await respond({
    person: 'command line',
    place: TERMINAL,
    text,
    addressed: true,
    locale: options.locale,
  });
  const columns = Math.min(COLUMNS, process.stdout.columns || COLUMNS);
  if (reply) process.stdout.write(`${renderReply(reply, { columns, styled: false })}\n`);
  if (!options.explain) return;
  const clues = { detection: services.detect(question), locale: options.locale };
  const language = chooseLanguage(clues, services.languages, services.defaultLanguage);
  const community = await services.communities.of(TERMINAL);
  const answer = await answerTo({ community, services }, question, language);
  process.stdout.write(`\n${explain(answer, language)}\n`);
}
