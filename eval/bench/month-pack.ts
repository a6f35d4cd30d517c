import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type DataQuestion, readLines } from '../datasets.ts';
import { ROOT } from '../place.ts';

const PACK = 'chatgpt-china-ban';

/** An entry that is in the pack, or that only helpers know. */
interface Known {
  readonly id: string;
  readonly phrasings: readonly string[];
  /** Markdown. */
  readonly answer: string;
}

/** The subject of a community: entries of its pack, entries that only people know, and questions. */
export interface Subject {
  readonly kept: readonly Known[];
  readonly left: readonly Known[];
  /** Questions as members ask them, and lines that nothing answers. */
  readonly questions: readonly DataQuestion[];
}

/**
 * Writes the pack of a young community into a folder. It is made of the included one in English: headings and answers
 * without phrasings, and every third entry left out.
 */
export function writeYoungPack(folder: string): Subject {
  const [from, to] = [join(ROOT, 'knowledge', PACK), join(folder, PACK)];
  mkdirSync(to, { recursive: true });
  cpSync(join(from, 'pack.json'), join(to, 'pack.json'));
  const files = ['facts', 'questions'].flatMap((kind) =>
    readdirSync(join(from, 'en', kind)).map((name) => join('en', kind, name)),
  );
  const entries = files.map((file, at) => ({ file, isKept: at % 3 !== 2, ...readEntry(join(from, file)) }));
  for (const { file, isKept, text } of entries) {
    if (!isKept) continue;
    mkdirSync(join(to, file, '..'), { recursive: true });
    writeFileSync(join(to, file), text);
  }
  const known = (isWanted: boolean): Known[] =>
    entries
      .filter(({ isKept }) => isKept === isWanted)
      .map(({ file, phrasings, answer }) => ({
        id: `${basename(join(file, '..'))}/${basename(file, '.md')}`,
        phrasings,
        answer,
      }));
  const lines = readLines<{ text: string; gold: string | string[] | null }>(
    join(ROOT, 'eval/questions', PACK, 'en.jsonl'),
  );
  const asked = lines.map(({ text, gold }) => ({ text, gold: gold === null ? [] : [gold].flat() }));
  const all = [...known(true), ...known(false)];
  const others = all.flatMap(({ id, phrasings }) => phrasings.map((text) => ({ text, gold: [id] })));
  return { kept: known(true), left: known(false), questions: [...asked, ...others] };
}

const PHRASING = /^> - (.+)\n/gm;

function readEntry(file: string) {
  const whole = readFileSync(file, 'utf8');
  const [, answer = ''] = /^# .+\n([\s\S]*)/m.exec(whole.replace(PHRASING, '')) ?? [];
  return {
    text: whole.replace(PHRASING, '').replace(/^related:.*\n/m, ''),
    phrasings: [...whole.matchAll(PHRASING)].map(([, phrasing = '']) => phrasing),
    // As a person who knows would write it: the first paragraph.
    answer: answer.trim().split('\n\n')[0] ?? '',
  };
}
