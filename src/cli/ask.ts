import { type App, IN_MEMORY } from '../app.ts';
import { chooseLanguage } from '../bot/conversation/choose-language.ts';
import { readConfig } from '../config.ts';
import { LONGEST_QUESTION, SURE, UNSURE } from '../core/calibration/policy.ts';
import type { EngineAnswer } from '../core/search/engine.ts';
import type { LanguageFindings } from '../core/search/search.ts';
import { KnowledgeError } from '../knowledge/format/problem.ts';
import { findPacks } from '../knowledge/packs/find-packs.ts';
import { renderReply } from '../platforms/console/render.ts';
import { answerObject } from './answer-object.ts';
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
  // A named folder is read without the greeting for new users.
  const named = options.knowledge === undefined ? undefined : await findPacks(options.knowledge);
  if (named?.dirs.length === 0) throw new KnowledgeError(named.problems);
  // Packs named by --knowledge are asked alone, without what communities have taught.
  const place = options.knowledge === undefined ? {} : { knowledgeDir: options.knowledge, databaseUrl: IN_MEMORY };
  const app = await openApp({ ...config, ...place });
  const code = await answer(app, question, options);
  await app.close();
  return code;
}

async function answer(app: App, question: string, options: ValuesOf<'ask'>): Promise<number> {
  if (options.jsonl) return answerLines(app, process.stdin, process.stdout, process.stderr);
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
  const reply = await respond(
    {
      person: 'command line',
      place: TERMINAL,
      text,
      addressed: true,
      locale: options.locale,
    },
    undefined,
  );
  const columns = Math.min(COLUMNS, process.stdout.columns || COLUMNS);
  if (reply) process.stdout.write(`${renderReply(reply, { columns, styled: false })}\n`);
  if (!options.explain) return;
  const clues = { detection: services.detect(question), locale: options.locale };
  const language = chooseLanguage(clues, services.languages, services.defaultLanguage);
  const community = await services.communities.of(TERMINAL);
  const answer = community.answer(question, language);
  process.stdout.write(`\n${explain(answer, language)}\n`);
}

const SHOWN = 3;
const number = (value: number): string => value.toFixed(2);

/** An explanation of an answer, for editors and developers. */
function explain(answer: EngineAnswer, language: string): string {
  const confidence = number(answer.candidates[0]?.confidence ?? 0);
  const scale = `sure from ${SURE}, unsure from ${UNSURE}`;
  const outcome = `${answer.kind}: confidence ${confidence} (${scale}); answered in ${language}`;
  const candidates = answer.candidates
    .slice(0, SHOWN)
    .map(({ entry, language: found, confidence }, at) => `  ${at + 1}. ${entry.id} (${found}) ${number(confidence)}`);
  return [outcome, ...candidates, ...answer.findings.flatMap(explainFinding)].join('\n');
}

const listed = (values: object): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${number(Number(value))}`)
    .join(', ');

function explainFinding(finding: LanguageFindings): string[] {
  const ranked = finding.ranked
    .slice(0, SHOWN)
    .map(({ id, score, features: { words, grams, concepts, wordUnit, probability, nearest } }) => {
      const parts = { score, words, grams, concepts, 'best part': wordUnit, probability, 'nearest phrasing': nearest };
      return `    ${id}: ${listed(parts)}`;
    });
  return [
    `index ${finding.language}: confidence ${number(finding.confidence)}`,
    `  words: ${finding.words.join(' ')}`,
    ...(finding.corrected.length > 0 ? [`  read as: ${finding.corrected.join(' ')}`] : []),
    ...(finding.unknown.length > 0 ? [`  unknown: ${finding.unknown.join(' ')}`] : []),
    `  features: ${listed(finding.features ?? {})}`,
    ...ranked,
  ];
}
