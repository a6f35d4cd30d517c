import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { IN_MEMORY } from '../src/app.ts';
import type { OpenQuestions } from '../src/bot/unanswered/open-questions.ts';
import { openApp } from '../src/cli/open-app.ts';
import { readConfig } from '../src/config.ts';
import { ROOT } from '../src/package.ts';

const FOLDER = path.join(ROOT, 'eval/names');
/**
 * The rules were chosen on the first; only that one's mistakes are listed. The second was written before them, and is
 * hard; the third has another author, who wrote what people ask.
 */
const PARTS = ['tuned', 'held-out', 'everyday'] as const;
const HEAD = ['language', 'part', 'with names', 'keep a name', 'with a subject', 'keep their subject', 'keep no word'];
/** So many people ask each question, in the same words. */
const PEOPLE = ['a', 'b', 'c'];

/** What is kept of one question in whose text [names] and {subjects} are marked. */
interface Kept {
  readonly marked: string;
  readonly text: string;
  readonly hasNames: boolean;
  readonly hasSubject: boolean;
  readonly keepsName: boolean;
  readonly keepsSubject: boolean;
}

/**
 * Questions that three people asked in vain: how many keep a person's name or address, and how many what they are
 * about, as a Markdown table; mistakes in the tuned half below it.
 */
export async function nameTable(): Promise<string> {
  const app = await openApp({ ...readConfig(), knowledgeDir: [path.join(ROOT, 'knowledge')], databaseUrl: IN_MEMORY });
  const rows: string[][] = [HEAD, HEAD.map(() => '---')];
  const mistakes: string[] = [];
  for (const file of readdirSync(path.join(FOLDER, PARTS[0])).sort()) {
    const language = path.basename(file, '.json');
    for (const part of PARTS) {
      if (!existsSync(path.join(FOLDER, part, file))) continue;
      const questions = JSON.parse(readFileSync(path.join(FOLDER, part, file), 'utf8')) as string[];
      const kept: Kept[] = [];
      for (const [at, marked] of questions.entries())
        kept.push(await keptOf(app.services.questions, `${part} ${language} ${at}`, marked, language));
      const [named, about] = [kept.filter(({ hasNames }) => hasNames), kept.filter(({ hasSubject }) => hasSubject)];
      const [leaks, losses] = [named.filter(({ keepsName }) => keepsName), about.filter((one) => !one.keepsSubject)];
      const counts = [named, leaks, about, about.filter((one) => one.keepsSubject), kept.filter((one) => !one.text)];
      rows.push([language, part, ...counts.map(({ length }) => `${length}`)]);
      if (part === 'tuned')
        mistakes.push(...leaks.map(lineOf(language, 'name kept')), ...losses.map(lineOf(language, 'subject lost')));
    }
  }
  await app.close();
  return `${rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('')}\n${mistakes.join('')}`;
}

const lineOf =
  (language: string, mistake: string) =>
  ({ marked, text }: Kept): string =>
    `${language}: ${mistake}: ${marked} -> ${text}\n`;

async function keptOf(questions: OpenQuestions, community: string, line: string, language: string): Promise<Kept> {
  // Signs that nobody sees are not kept.
  const marked = line.replace(/\p{Cf}/gu, '');
  const asked = marked.replace(/[[\]{}]/g, '');
  for (const person of PEOPLE) questions.note({ community, person, text: asked, languageOf: () => language });
  const text = (await questions.list(community)).map((group) => group.text).join('\n');
  const open = marked.replace(/\[[^\]]*\]/g, '').toLowerCase();
  // A word that the question has elsewhere as well says nothing of anybody.
  const names = partsIn(marked, /\[([^\]]*)\]/g).filter((word) => !holds(open, word));
  const subjects = partsIn(marked, /\{([^}]*)\}/g);
  return {
    marked,
    text,
    hasNames: marked.includes('['),
    hasSubject: subjects.length > 0,
    keepsName: names.some((word) => holds(text, word)),
    keepsSubject: subjects.every((word) => holds(text, word)),
  };
}

/** Han text has no words to be seen: a name goes wholly, character by character. */
const partsIn = (marked: string, parts: RegExp): string[] =>
  [...marked.matchAll(parts)].flatMap(([, words = '']) =>
    words.toLowerCase().split(parts.source.startsWith('\\[') ? /[\s.'’-]+|(?<=\p{Script=Han})/u : /[\s-]+/u),
  );

/** Whole words; Korean and Arabic particles may be written to either side of one. */
function holds(text: string, word: string): boolean {
  if (/\p{Script=Han}/u.test(word)) return text.includes(word);
  const isJoined = /[\p{Script=Hangul}\p{Script=Arabic}]/u.test(word);
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).some((one) => one === word || (isJoined && one.includes(word)));
}
