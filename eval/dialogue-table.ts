import { readdirSync } from 'node:fs';
import path from 'node:path';
import { IN_MEMORY } from '../src/app.ts';
import type { Respond } from '../src/bot/bot.ts';
import { openApp } from '../src/cli/open-app.ts';
import { readConfig } from '../src/config.ts';
import { ROOT } from '../src/package.ts';
import { readLines } from './datasets.ts';

/** Several questions of one person, soon after each other, about an included pack. */
interface Dialogue {
  /** A question that is answered, and any others before the last one. */
  readonly first: string | readonly string[];
  readonly then: string;
  /** Id of the entry that answers the last question; null if it should not be answered. */
  readonly expect: string | null;
  /**
   * Whether entries may be offered although none answers, as the question asks for more about the same subject.
   * Default: no.
   */
  readonly mayOffer?: boolean;
}

/** Ids of the entry that a reply gave, and of those that it offered. */
interface Told {
  readonly answered?: string;
  readonly offered: readonly string[];
}

/** Replies to the last question, alone and after the others. */
interface Outcome {
  readonly dialogue: Dialogue;
  readonly alone: Told;
  readonly after: Told;
}

/** Rules are chosen on the first set. The lines of the second are not even shown. */
const SETS = ['tuned', 'held-out'] as const;
const DIALOGUES = path.join(ROOT, 'eval/dialogues');

const isRight = ({ expect }: Dialogue, { answered }: Told): boolean => answered !== undefined && answered === expect;
const isWrong = ({ expect }: Dialogue, { answered }: Told): boolean => answered !== undefined && answered !== expect;
const isOffered = ({ expect }: Dialogue, { offered }: Told): boolean => expect !== null && offered.includes(expect);
const isIdle = ({ expect, mayOffer }: Dialogue, { offered }: Told): boolean =>
  expect === null && mayOffer !== true && offered.length > 0;

type Judge = (dialogue: Dialogue, told: Told) => boolean;

const COLUMNS: readonly (readonly [string, (outcomes: readonly Outcome[]) => number])[] = [
  ['dialogues', (all) => all.length],
  ['to be answered', (all) => all.filter(({ dialogue }) => dialogue.expect !== null).length],
  ...columns('', 'after'),
  ...columns('asked alone: ', 'alone'),
];

function columns(prefix: string, when: 'after' | 'alone'): (typeof COLUMNS)[number][] {
  const judged: readonly (readonly [string, Judge])[] = [
    ['rightly', isRight],
    ['offered', isOffered],
    ['wrongly', isWrong],
    ['choices for nothing', isIdle],
  ];
  return judged.map(([name, judge]) => [
    `${prefix}${name}`,
    (all) => all.filter((one) => judge(one.dialogue, one[when])).length,
  ]);
}

/**
 * A Markdown table: how often a question after an answer is answered directly, rightly and wrongly, and how often the
 * right entry is offered. Below it are the lines of the tuned set that went wrong.
 */
export async function dialogueTable(): Promise<string> {
  const { defaultLanguage, cacheDir } = readConfig();
  const { respond, close } = await openApp({
    knowledgeDir: [path.join(ROOT, 'knowledge')],
    cacheDir,
    defaultLanguage,
    databaseUrl: IN_MEMORY,
  });
  const rows: string[][] = [
    ['language', ...COLUMNS.map(([name]) => name)],
    ['---', ...COLUMNS.map(() => '---')],
  ];
  const missed: string[] = [];
  for (const set of SETS)
    for (const file of readdirSync(path.join(DIALOGUES, set)).sort()) {
      const outcomes: Outcome[] = [];
      for (const dialogue of readLines<Dialogue>(path.join(DIALOGUES, set, file)))
        outcomes.push(await hold(dialogue, respond));
      const name = `${path.basename(file, '.jsonl')}, ${set}`;
      rows.push([name, ...COLUMNS.map(([, show]) => String(show(outcomes)))]);
      if (set === 'tuned') missed.push(...outcomes.flatMap((one) => missedLine(name, one)));
    }
  await close();
  return `${rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('')}\n${missed.join('')}`;
}

let people = 0;

async function hold(dialogue: Dialogue, respond: Respond): Promise<Outcome> {
  const ask = async (person: string, text: string): Promise<Told> => {
    const place = { platform: 'eval', id: person, isPrivate: true };
    const reply = await respond({ person, place, text, addressed: true }, undefined);
    if (reply?.kind === 'answer') return { answered: reply.about.entry, offered: [] };
    const choices = reply?.kind === 'offer' ? reply.choices : [];
    return { offered: choices.flatMap(({ command, argument }) => (command === 'show' ? [argument] : [])) };
  };
  const [stranger, person] = [`stranger${++people}`, `person${people}`];
  const alone = await ask(stranger, dialogue.then);
  for (const said of [dialogue.first].flat()) await ask(person, said);
  return { dialogue, alone, after: await ask(person, dialogue.then) };
}

function missedLine(name: string, { dialogue, after }: Outcome): string[] {
  const { first, then, expect } = dialogue;
  const isGood = expect === null ? !isIdle(dialogue, after) : isRight(dialogue, after);
  if (isGood && !isWrong(dialogue, after)) return [];
  const told = after.answered ?? (after.offered.length > 0 ? `offered ${after.offered.join(', ')}` : 'nothing');
  return [`${name}: ${[first].flat().join(' ')} ${then} -> ${told} (expected: ${expect ?? 'no answer'})\n`];
}
