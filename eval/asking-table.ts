import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readLines } from './datasets.ts';
import type { Peer } from './peers/peer.ts';
import { ROOT } from './place.ts';
import { readSet } from './sets.ts';
import { line } from './table.ts';

/** A question that differs from others on the same subject only by the word with which it asks. */
export interface AskedBy {
  readonly text: string;
  /** Ids of the entries that answer it; null if none does, so that choices or silence are right. */
  readonly expect: readonly string[] | null;
}

const FOLDER = path.join(ROOT, 'eval/asking');

/** Questions that had been seen by whoever wrote the pack's phrasings, and questions that nobody had seen. */
export const ASKING_SETS = ['seen', 'held-out'] as const;
type AskingSet = (typeof ASKING_SETS)[number];

/** A set's questions in a language. */
export const askedBy = (set: AskingSet, language: string): AskedBy[] =>
  readLines<AskedBy>(path.join(FOLDER, set, `${language}.jsonl`));

export const languagesAsked = (): string[] =>
  readdirSync(path.join(FOLDER, ASKING_SETS[0]))
    .map((file) => path.basename(file, '.jsonl'))
    .sort();

/** The result of one question. */
type Fate = 'right' | 'offered' | 'missed' | 'wrong' | 'needless';

const FATES: readonly (readonly [string, readonly Fate[]])[] = [
  ['answered rightly', ['right']],
  ['right one offered', ['offered']],
  ['wrong or needless outright', ['wrong', 'needless']],
];

/**
 * A Markdown table: how often the included packs answer why for when. The questions differ from a phrasing by the word
 * with which they ask. Wrong and needless answers are listed below it.
 */
export async function askingTable(set: AskingSet, build: Peer['build']): Promise<string> {
  const rows = [['language', 'lines', ...FATES.map(([name]) => name)]];
  const mistakes: string[] = [];
  const all: Fate[] = [];
  for (const language of languagesAsked()) {
    const ask = await build(await readSet({ pack: PACK, language }));
    const fates: Fate[] = [];
    for (const asked of askedBy(set, language)) {
      const { hits, sure = false, offered = false } = await ask(asked.text, language);
      const ranked = hits.map(({ id }) => id);
      const fate = fateOf(asked, ranked, sure, offered);
      fates.push(fate);
      if (fate === 'wrong' || fate === 'needless')
        mistakes.push(
          `${language}: ${asked.text} -> ${ranked[0]} (expected: ${asked.expect?.join(', ') ?? 'no answer'})\n`,
        );
    }
    rows.push(cellsOf(language, fates));
    all.push(...fates);
  }
  rows.push(cellsOf('all', all));
  const [head = [], ...rest] = rows;
  return (
    [head, head.map(() => '---'), ...rest].map(line).join('') + (mistakes.length > 0 ? '\n' : '') + mistakes.join('')
  );
}

const PACK = 'chatgpt-china-ban';

function fateOf({ expect }: AskedBy, ranked: readonly string[], sure: boolean, offered: boolean): Fate {
  const isRight = (id: string) => expect?.includes(id) === true;
  if (sure) return ranked.slice(0, 1).some(isRight) ? 'right' : expect === null ? 'needless' : 'wrong';
  return offered && ranked.slice(0, 3).some(isRight) ? 'offered' : 'missed';
}

const cellsOf = (name: string, fates: readonly Fate[]): string[] => [
  name,
  String(fates.length),
  ...FATES.map(([, counted]) => String(fates.filter((fate) => counted.includes(fate)).length)),
];
