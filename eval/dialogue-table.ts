import { readdirSync } from 'node:fs';
import path from 'node:path';
import { IN_MEMORY, ROOT } from '../src/app.ts';
import type { Respond } from '../src/bot/bot.ts';
import { openApp } from '../src/cli/open-app.ts';
import { readConfig } from '../src/config.ts';
import { readLines } from './datasets.ts';

/** Two questions of one person, one soon after the other, about a shipped pack. */
interface Dialogue {
  readonly first: string;
  readonly then: string;
  /** Id of the entry that answers the second one; null if it had better not be answered. */
  readonly expect: string | null;
}

/** Entry that was given outright to the second question, by itself and after the first. */
interface Outcome {
  readonly dialogue: Dialogue;
  readonly alone: string | undefined;
  readonly after: string | undefined;
}

const DIALOGUES = path.join(ROOT, 'eval/dialogues');

const COLUMNS: readonly (readonly [string, (outcomes: readonly Outcome[]) => number])[] = [
  ['dialogues', (all) => all.length],
  ['to be answered', (all) => all.filter(({ dialogue }) => dialogue.expect !== null).length],
  ['rightly', (all) => all.filter(({ dialogue, after }) => after !== undefined && after === dialogue.expect).length],
  ['wrongly', (all) => all.filter(({ dialogue, after }) => after !== undefined && after !== dialogue.expect).length],
  [
    'asked alone: rightly',
    (all) => all.filter(({ dialogue, alone }) => alone !== undefined && alone === dialogue.expect).length,
  ],
  [
    'asked alone: wrongly',
    (all) => all.filter(({ dialogue, alone }) => alone !== undefined && alone !== dialogue.expect).length,
  ],
];

/**
 * How often a question that follows an answer is answered outright, rightly and wrongly, as a Markdown table; those
 * that were answered wrongly below it.
 */
export async function dialogueTable(): Promise<string> {
  const { defaultLanguage, cacheDir } = readConfig();
  const { respond, close } = await openApp({
    knowledgeDir: [path.join(ROOT, 'knowledge')],
    cacheDir,
    defaultLanguage,
    databaseUrl: IN_MEMORY,
  });
  const files = readdirSync(DIALOGUES).filter((name) => name.endsWith('.jsonl'));
  const rows: string[][] = [
    ['language', ...COLUMNS.map(([name]) => name)],
    ['---', ...COLUMNS.map(() => '---')],
  ];
  const wrong: string[] = [];
  for (const file of files.sort()) {
    const outcomes: Outcome[] = [];
    for (const dialogue of readLines<Dialogue>(path.join(DIALOGUES, file)))
      outcomes.push(await hold(dialogue, respond));
    const language = path.basename(file, '.jsonl');
    rows.push([language, ...COLUMNS.map(([, show]) => String(show(outcomes)))]);
    wrong.push(
      ...outcomes
        .filter(({ dialogue, after }) => after !== undefined && after !== dialogue.expect)
        .map((one) => lineOf(language, one)),
    );
  }
  await close();
  return `${rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('')}\n${wrong.join('')}`;
}

let people = 0;

async function hold(dialogue: Dialogue, respond: Respond): Promise<Outcome> {
  const ask = async (person: string, text: string) => {
    const place = { platform: 'eval', id: person, isPrivate: true };
    const reply = await respond({ person, place, text, addressed: true });
    return reply?.kind === 'answer' ? reply.about.entry : undefined;
  };
  const [stranger, person] = [`stranger${++people}`, `person${people}`];
  const alone = await ask(stranger, dialogue.then);
  await ask(person, dialogue.first);
  return { dialogue, alone, after: await ask(person, dialogue.then) };
}

const lineOf = (language: string, { dialogue: { first, then, expect }, after }: Outcome): string =>
  `${language}: ${first} ${then} -> ${after} (expected: ${expect ?? 'no answer'})\n`;
