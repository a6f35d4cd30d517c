import path from 'node:path';
import type { Detection } from '../src/core/language/detect.ts';
import { baseOf } from '../src/core/text/language.ts';
import { words } from '../src/core/text/tokenize.ts';
import { type Locales, readLocales } from '../src/knowledge/languages/locales.ts';
import { ROOT } from '../src/package.ts';
import { folderSources, packSources, readSet } from './sets.ts';

/** Parts of a question for which its language is detected. */
const PARTS: readonly (readonly [name: string, part: (text: string, words: readonly string[]) => string])[] = [
  ['full', (text) => text],
  ['first three words', (_, all) => all.slice(0, 3).join(' ')],
  ['one word', (text, all) => all[(text.length * 7) % all.length] ?? ''],
];

/**
 * How often the language of a question is detected rightly, as a Markdown table.
 * @param dirs data sets; none: the questions to the included packs
 */
export async function languageTable(dirs: readonly string[]): Promise<string> {
  const locales = await readLocales(path.join(ROOT, 'locales'));
  const lines = [
    ['set', 'questions', ...PARTS.map(([name]) => `${name} %`), 'its script too %'],
    Array.from({ length: PARTS.length + 3 }, () => '---'),
  ];
  for (const source of dirs.length === 0 ? packSources() : dirs.flatMap(folderSources)) {
    const { name, language, questions } = await readSet(source);
    const told = questions.map(({ text }) => tell(text, language, locales));
    const share = (isRight: (one: Told) => boolean | undefined) =>
      ((100 * told.filter(isRight).length) / told.length).toFixed(1);
    lines.push([
      name,
      String(told.length),
      ...PARTS.map((_, at) => share(({ parts }) => parts[at])),
      share(({ isScriptRight }) => isScriptRight),
    ]);
  }
  return lines.map((line) => `| ${line.join(' | ')} |\n`).join('');
}

interface Told {
  /** Whether the language is right, for each part of the question. */
  readonly parts: readonly boolean[];
  readonly isScriptRight: boolean;
}

function tell(text: string, language: string, { detect }: Locales): Told {
  const all = words(text);
  const first = (of: Detection) => of.languages[0] ?? '';
  const parts = PARTS.map(([, part]) => baseOf(first(detect(part(text, all)))) === baseOf(language));
  return { parts, isScriptRight: first(detect(text)) === language };
}
